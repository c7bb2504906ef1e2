"""The commands; none of them loads Qt."""

from pathways.cli.command_line import main

__all__ = ["main"]
