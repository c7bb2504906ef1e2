"""The tints behind cells, by role: light enough that black text stands on them, and on a grey
printer too.
"""

from __future__ import annotations

from pathways.report import blocks

TINTS = {
    blocks.Tone.NONE: "",
    blocks.Tone.SAME: "",
    blocks.Tone.MORE: "#e3ecf8",
    blocks.Tone.LESS: "#fbf0d9",
    blocks.Tone.OTHER: "#efe9f5",
    blocks.Tone.NEW: "#e2f1e6",
    blocks.Tone.GONE: "#f9e5e1",
}
HEADER = "#eceef1"
RULE = "#8a9099"
QUIET = "#4a4f57"
