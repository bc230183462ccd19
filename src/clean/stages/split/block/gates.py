"""Gates: what shows of many units at once that a reader need not look at them.

A gate never stops a unit that its reader would take; of plain paragraphs it stops nearly all. Units in which there is
more than ASCII go through most gates, for what tells of them there are more signs. `sieve/` has sharper ones,
compiled.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from clean.news import bylines, dates, labels, signoffs
from clean.news.datelines import ENDS, REACH
from clean.news.headlines import JOINING
from clean.news.openers import OPENERS
from clean.stages.split.block.packed import Packed, are_among, pack

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Column, Flags

# What a unit may be, as flags: where one is missing, the reader of that name finds nothing (`read_label`, `signs`,
# `read_byline`, `read_date` and `date_line`, `read_dateline`, `heads_date`, `is_caption`, `is_signature`).
LABEL, SIGN, BYLINE, DATE, DATELINE, HEADING, CAPTION, SIGNATURE = (1 << bit for bit in range(8))
OF_KIND = LABEL | SIGN | BYLINE | DATE | DATELINE | HEADING
ANY = OF_KIND | CAPTION | SIGNATURE

_OPENING = np.uint64((1 << 8 * bylines.OPENING) - 1)
_CAPITALS = np.array([byte >= 0x80 or chr(byte).isupper() for byte in range(256)])
DATELINE_BRACKET = 28  # characters of a paragraph in which the bracket of a dateline begins
# What a byte may be a sign of: of a date, a dateline's end, of what only readers know.
_DIGIT, _END, _LATER = 1, 2, 4
_SIGNS = np.array(
    [_LATER if byte >= 0x80 else _DIGIT * chr(byte).isdigit() | _END * (chr(byte) in ENDS) for byte in range(256)],
    dtype=np.uint8,
)

_SIGNATURE = signoffs.LONGEST + 1  # bytes of a text's end, where all are ASCII
_STOPS = np.array([byte >= 0x80 or chr(byte) in '.!?"' for byte in range(256)])


def may_be_dateline(text: str) -> bool:
    """What most datelines have, and few paragraphs: not the lone city before a colon."""
    return text[1:2].isupper() or text[0] in "([（［【〔" or "(" in text[:DATELINE_BRACKET]


def may_continue(texts: Packed, places: Column) -> Flags:
    """Which of the texts at these places may begin as no story does, as `openers.continues` tells it."""
    return are_among(texts.opening_words(places), _openers())


def may_go_on(texts: Packed, places: Column) -> Flags:
    """Which of the texts at these places a headline above may run on to, as `headlines.goes_on` tells it."""
    return texts.small()[places] | are_among(texts.last_words(places - 1), _joining())


def may_be_marked(texts: Packed, places: Column) -> Flags:
    """Before which of the texts at these places a wire's mark may stand: two capitals begin it."""
    begins = texts.begins[places]
    found: Flags = _CAPITALS[texts.data[begins]] & _CAPITALS[texts.data[begins + 1]]
    return found


def may_hold_signature(texts: Packed, places: Column) -> Flags:
    """In which of the texts at these places a sentence may end near their end, as before `signoffs.signature`."""
    ends = sliding_window_view(texts.data, _SIGNATURE)[np.maximum(0, texts.ends[places] - 1 - _SIGNATURE)]
    found: Flags = np.logical_or.reduce(_STOPS[ends], axis=1)
    return found


def may_open(texts: Packed) -> Flags:
    """Which of the texts may open as a byline does."""
    return are_among(texts.first_words(np.arange(len(texts.begins))) & _OPENING, _openings())


@cache
def _openings() -> NDArray[np.uint64]:
    """The words that open bylines, as `Packed.first_words` tells them."""
    return np.sort(pack(sorted(bylines.OPENINGS)).first_words(np.arange(len(bylines.OPENINGS))))


@cache
def _openers() -> NDArray[np.uint64]:
    """The words with which a story goes on, as `Packed.opening_words` tells them."""
    return np.sort(pack(sorted(OPENERS)).opening_words(np.arange(len(OPENERS))))


@cache
def _joining() -> NDArray[np.uint64]:
    """The words after which no headline ends, as `Packed.last_words` tells them."""
    return np.sort(pack(sorted(JOINING)).last_words(np.arange(len(JOINING))))


def may_be(texts: Packed, letters: Column) -> NDArray[np.uint8]:
    """What each text of so many letters may be."""
    signs = texts.held(max(REACH, dates.LONGEST), _SIGNS)
    second = texts.data[texts.begins + 1]
    # Without an end a dateline is a place in capitals and a stop.
    plain = (second >= ord("a")) & (second <= ord("z")) & (signs & (_END | _LATER) == 0)
    dated = (letters <= dates.LONGEST) & (signs & (_DIGIT | _LATER) > 0)
    credit = (letters <= bylines.LONGEST) & (may_open(texts) | dated)
    found: NDArray[np.uint8] = np.full(len(letters), CAPTION | SIGNATURE, dtype=np.uint8)
    for flag, may in (
        (LABEL, letters <= labels.LONGEST),
        (SIGN, letters <= signoffs.LONGEST),
        (BYLINE, credit),
        (DATE, dated),
        (DATELINE, ~plain),
        (HEADING, letters <= dates.LONGEST_HEADING),
    ):
        found |= flag * may.astype(np.uint8)
    return found
