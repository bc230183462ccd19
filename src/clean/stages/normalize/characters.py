"""Characters that have no place in a line: control codes, terminal escapes, invisible marks, odd spaces, surrogates.

Each function answers with the edits of one rule. What a script needs stays: the joiners of Persian and Indic text, the
joined emoji, the direction marks of a line with Hebrew or Arabic in it, the word breaks of Thai, Lao and Khmer.
"""

from __future__ import annotations

import re
from unicodedata import combining

from clean.document import Edit
from clean.patterns import lazy

# ECMA-48: a control sequence, an operating system command up to its end, a choice of character set.
ANSI_ESCAPE = lazy(r"\x1b(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b]*+(?:\x07|\x1b\\)|[()][0-9A-Z])")

# Line and page breaks that do not end a line here. U+0085 is mojibake of an ellipsis first, where that rule is on.
LINE_SEPARATOR = lazy("[\n\v\f\r\x85\u2028\u2029]")

# All of C0 and DEL but the tab and the separators above. Of C1 what has no meaning in Windows-1252 stays, as in ftfy:
# it is the only trace of a damaged character.
CONTROL = lazy("[\x00-\x08\x0e-\x1f\x7f]+")

SOFT_HYPHEN = lazy("\u00ad+")

# Zero-width spaces and joiners, direction marks, embeddings and isolates, invisible operators, the deprecated controls
# U+206A to U+206F, the byte order mark, interlinear annotation, the object replacement character, and tags.
INVISIBLE = lazy("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]+")
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
RIGHT_TO_LEFT = lazy("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

# Scripts whose letters join: Arabic to Arabic Extended-A, Devanagari to Sinhala, Tibetan, Myanmar, Khmer, Mongolian.
JOINING = lazy(
    "[\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u180d\u180f-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
# Scripts written without spaces, where a zero-width space marks the end of a word: Thai, Lao, Myanmar, Khmer.
SPACELESS = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
MONGOLIAN = lazy("[\u1820-\u18af]")
# Pictographs, dingbats and arrows, and what may stand after one: a variation selector, a skin tone.
PICTOGRAPH = lazy("[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")

EXOTIC_SPACE = lazy("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# The same without those that French and Swiss typography asks for.
EXOTIC_SPACE_BUT_NO_BREAK = lazy("[\u1680\u2000-\u200a\u205f\u3000]+")

SURROGATES = lazy("[\ud800-\udfff]+")


def find_surrogates(text: str) -> list[Edit]:
    """Halves of characters: a pair becomes its character, a lone one U+FFFD."""
    return [
        Edit(*half.span(), half[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "surrogate")
        for half in SURROGATES.finditer(text)
    ]


def find_ansi_escapes(text: str) -> list[Edit]:
    """The colours and cursor movements of a terminal; nothing stays of them."""
    return [Edit(*escape.span(), "", "ansi-escape") for escape in ANSI_ESCAPE.finditer(text)]


def find_line_separators(text: str) -> list[Edit]:
    """Line and page breaks inside a line; each becomes a space."""
    return [Edit(*mark.span(), " ", "line-separator") for mark in LINE_SEPARATOR.finditer(text)]


def find_control_characters(text: str) -> list[Edit]:
    """Control characters; nothing stays of them."""
    return [Edit(*run.span(), "", "control-characters") for run in CONTROL.finditer(text)]


def find_soft_hyphens(text: str) -> list[Edit]:
    """Places where a word might be broken; nothing stays of them."""
    return [Edit(*run.span(), "", "soft-hyphen") for run in SOFT_HYPHEN.finditer(text)]


def find_invisible_characters(text: str) -> list[Edit]:
    """Characters without width or ink; of each run only what its script needs stays."""
    edits = []
    right_to_left: bool | None = None
    for run in INVISIBLE.finditer(text):
        if right_to_left is None:
            right_to_left = bool(RIGHT_TO_LEFT.search(text))
        start, end = run.span()
        kept = needed(run[0], text[max(start - 1, 0) : start], text[end : end + 1], right_to_left)
        if kept != run[0]:
            edits.append(Edit(start, end, kept, "invisible-characters"))
    return edits


def needed(run: str, before: str, after: str, right_to_left: bool) -> str:
    """What stays of a run of invisible characters between two others ("" at either end of the line)."""
    if "\U000e007f" in run and before == "\U0001f3f4":  # a black flag, tags that name a region, the closing tag
        return run[: run.index("\U000e007f") + 1]
    kept = "".join(char for char in run if char in DIRECTION) if right_to_left else ""
    for char, needs in (("\u200c", _takes_non_joiner), ("\u200d", _takes_joiner), ("\u200b", _takes_word_break)):
        if char in run and needs(before, after):
            return char + kept
    return ("\u180e" if "\u180e" in run and MONGOLIAN.match(before) else "") + kept


def _takes_non_joiner(before: str, after: str) -> bool:
    """Persian and Indic words have a non-joiner inside; a word may end in a virama that must not join."""
    return bool(JOINING.match(before) and (JOINING.match(after) or combining(before) == 9))


def _takes_joiner(before: str, after: str) -> bool:
    """A letter keeps its joining shape at the end of a word; emoji are joined to one."""
    return bool(JOINING.match(before) or (PICTOGRAPH.match(before) and PICTOGRAPH.match(after)))


def _takes_word_break(before: str, after: str) -> bool:
    return bool(SPACELESS.match(before) and SPACELESS.match(after))


def find_exotic_spaces(text: str) -> list[Edit]:
    """Spaces that are not U+0020; each becomes one that is."""
    return _plain_spaces(EXOTIC_SPACE, text)


def find_exotic_spaces_but_no_break(text: str) -> list[Edit]:
    """The same where no-break spaces are to be kept."""
    return _plain_spaces(EXOTIC_SPACE_BUT_NO_BREAK, text)


def _plain_spaces(pattern: re.Pattern[str], text: str) -> list[Edit]:
    return [Edit(*run.span(), " " * len(run[0]), "exotic-spaces") for run in pattern.finditer(text)]
