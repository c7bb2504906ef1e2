"""Which statement became which, and what kind of change it is."""
