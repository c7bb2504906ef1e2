"""Pathways: what really changes from one grade to the next."""

__version__ = "0.1.0"
