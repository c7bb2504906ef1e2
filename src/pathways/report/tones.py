"""The tints behind cells, by role: light enough that black text stands on them, and on a grey
printer too.
"""

from __future__ import annotations

from pathways.report.blocks import Tone

TINTS = {
    Tone.NONE: "",
    Tone.SAME: "",
    Tone.MORE: "#e3ecf8",
    Tone.LESS: "#fbf0d9",
    Tone.OTHER: "#efe9f5",
    Tone.NEW: "#e2f1e6",
    Tone.GONE: "#f9e5e1",
}
HEADER = "#eceef1"
RULE = "#8a9099"
QUIET = "#4a4f57"
