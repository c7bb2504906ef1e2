"""The scales of proficiency that the program knows, out of their file."""

from __future__ import annotations

from functools import lru_cache

from pathways import paths
from pathways.model.scale import ProficiencyScale
from pathways.store.cache import keep, recalled
from pathways.store.file_error import FileError
from pathways.store.text_file import read_bytes


@lru_cache(maxsize=1)
def read_scales() -> tuple[ProficiencyScale, ...]:
    """Return the known scales in order; raise FileError with all mistakes of the file."""
    path = paths.resources() / "scales.yaml"
    content = read_bytes(path)
    kept = recalled(path, content, tuple[ProficiencyScale, ...])
    if kept is not None:
        return kept
    from pathways.store.guarded_yaml import read_yaml
    from pathways.store.structure import fitted

    scales, problems = fitted(read_yaml(path, content), tuple[ProficiencyScale, ...])
    if scales is None or problems:
        raise FileError(problems)
    keep(path, content, scales)
    return scales
