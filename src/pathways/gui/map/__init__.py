"""The map of all grades, levels and roles: a picture, and the same as an outline in words."""
