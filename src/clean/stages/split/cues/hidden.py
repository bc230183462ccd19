"""The cues of the paragraphs above a tail, of which one begins the story that has its headline there.

No headline stands above that one, so what is weak evidence elsewhere has to choose.
"""

from __future__ import annotations

from clean.news.headlines import QUOTES
from clean.stages.split.block.columns import Column, Columns, Flags
from clean.stages.split.block.packed import among
from clean.stages.split.cues.names import Cues

# What opens speech: stories seldom begin with it, their later paragraphs often do.
_SPEECH = QUOTES + "„‘‹「『–—―"


def hidden_cues(units: Columns, k: Column, hidden: Flags, found: Cues) -> Cues:
    """Whether what ends a story stands above gaps that are `hidden` above a tail, whether a short paragraph does, and
    whether speech follows; `found` are the cues of what stands above.
    """
    return {
        "hidden_foot": hidden & (found["boilerplate_above"] | found["closed_above"] | found["standing_above"]),
        "hidden_short": hidden & found["short_above"],
        "hidden_speech": hidden & among(units.units.opening[k], _SPEECH),
    }
