"""The form of characters: Unicode's canonical composition (NFC), punctuation of the wrong width and, on request,
typewriter quotes and dashes.
"""

from __future__ import annotations

from itertools import groupby
from unicodedata import combining, is_normalized, normalize

from clean.document import Edit
from clean.patterns import lazy
from clean.stages.normalize.difference import common_prefix

# Full-width punctuation, such as follows a Latin letter or a digit, and what shows that it is at home there: Hangul,
# Bopomofo, kana, Chinese characters, full-width letters and digits.
FULL_WIDTH = lazy("[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e]+")
LATIN = lazy("[0-9A-Za-z]")
EAST_ASIAN = lazy(
    "[\u1100-\u11ff\u3005-\u318f\u31a0-\ud7a3\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff65-\uffdc"
    "\U00020000-\U0003ffff]"
)
WIDTH = 0xFEE0  # U+FF01 to U+FF5E are U+0021 to U+007E in the same order

LONG = 200  # characters: no word has so many accents that their order would cost time

WORD = lazy("[^ ]+")  # composition never reaches across a space

# The quotes that ftfy uncurls.
SINGLE_QUOTE = lazy("[\u02bc\u2018-\u201b]")
DOUBLE_QUOTE = lazy("[\u201c-\u201f]")
# Hyphens, figure and en and em dashes, the horizontal bar, the minus sign.
DASH = lazy("[\u2010-\u2015\u2212]")


def find_decomposed(text: str) -> list[Edit]:
    """Words whose letters and accents are not composed. Ligatures are characters of their own and stay."""
    if text.isascii() or is_normalized("NFC", text):
        return []
    return [_compose(word.start(), word[0]) for word in WORD.finditer(text) if not is_normalized("NFC", word[0])]


def _compose(place: int, word: str) -> Edit:
    composed = normalize("NFC", word if len(word) < LONG else _in_order(word))
    prefix = common_prefix(word, composed)
    suffix = common_prefix(word[prefix:][::-1], composed[prefix:][::-1])
    return Edit(place + prefix, place + len(word) - suffix, composed[prefix : len(composed) - suffix], "unicode-form")


def _in_order(word: str) -> str:
    """A word taken apart, with the accents of each letter in canonical order.

    Sorting them one by one, as Python's `normalize` does, takes time that is quadratic in their number.
    """
    apart = "".join(normalize("NFD", char) for char in word)
    runs = groupby(apart, key=lambda char: combining(char) > 0)
    return "".join("".join(sorted(run, key=combining) if accents else run) for accents, run in runs)


def find_full_width_punctuation(text: str) -> list[Edit]:
    """Full-width punctuation in text without East Asian letters; it becomes what a keyboard gives."""
    if not FULL_WIDTH.search(text) or EAST_ASIAN.search(text):
        return []
    return [
        Edit(*run.span(), "".join(chr(ord(char) - WIDTH) for char in run[0]), "fullwidth-punctuation")
        for run in FULL_WIDTH.finditer(text)
        if LATIN.match(text, max(run.start() - 1, 0))
    ]


def find_curly_quotes(text: str) -> list[Edit]:
    """Typographic quotes, with the typewriter's in their place."""
    single = [Edit(*quote.span(), "'", "curly-quotes") for quote in SINGLE_QUOTE.finditer(text)]
    double = [Edit(*quote.span(), '"', "curly-quotes") for quote in DOUBLE_QUOTE.finditer(text)]
    return sorted(single + double)


def find_long_dashes(text: str) -> list[Edit]:
    """Dashes of any length, with a hyphen in their place."""
    return [Edit(*dash.span(), "-", "long-dashes") for dash in DASH.finditer(text)]
