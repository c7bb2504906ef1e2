"""The page with the way from here to there."""
