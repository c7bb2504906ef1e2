"""The small changes of mutate.py that no test can notice, each with the reason."""

EXPLAINED: dict[str, str] = {}
