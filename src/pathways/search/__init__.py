"""The index over all text of a library, and what is asked of it. No Qt."""
