"""Sheets on their way to the screen, the printer and a file."""
