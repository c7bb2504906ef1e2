"""The page with what was found."""
