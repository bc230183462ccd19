"""Words of a line: as compared (case- and punctuation-folded), and the few that tell what it is about.

Scripts without blanks between words give pairs of characters in place of words.
"""

from __future__ import annotations

import re

# Letters and digits; an apostrophe or hyphen cuts, so that "AP's" and "mid-April" meet "AP" and "April".
WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def fold(line: str) -> str:
    """The line for comparison: no case, no punctuation, single blanks; a line of symbols alone is only case-folded."""
    words = WORD.findall(line.casefold())
    return " ".join(words) if words else line.casefold()
