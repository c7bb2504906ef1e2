"""One file a format, all ending in the same outline: nothing here knows what a grade is."""
