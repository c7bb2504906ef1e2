"""The page with every step of a ladder."""
