"""The window: the only package that may load PySide6."""
