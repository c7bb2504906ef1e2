"""Errors that are sentences for people: what is wrong, where, and what to do."""

from __future__ import annotations


class PathwaysError(Exception):
    """Carry one sentence that a person can act on; ``str(error)`` is that sentence."""


class UsageError(PathwaysError):
    """Say that what was asked for makes no sense as asked (exit code 2 on the command line)."""
