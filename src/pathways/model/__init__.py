"""Nouns: frozen values. What can be computed is not stored."""
