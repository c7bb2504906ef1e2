"""Questions to the person: each is asked and gives a value or None."""
