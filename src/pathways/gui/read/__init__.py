"""The page to read one node at length."""
