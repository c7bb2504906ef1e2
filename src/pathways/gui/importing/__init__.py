"""The parts of the page on which documents become a framework: what was recognised, and how it is
put right.
"""
