"""What is open, without a window: documents that are edited, undone, saved and merged."""
