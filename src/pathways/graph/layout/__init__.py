"""The map arranged, without Qt."""
