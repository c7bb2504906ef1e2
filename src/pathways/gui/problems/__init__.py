"""The page of what should be mended."""
