"""Shapes of formulaic lines: how a line is folded, how the tables are read, and which rule a line falls under.

Without regular expressions a line costs little: its first or last eight characters rule out nearly all shapes, and
those left are compared piece by piece, each piece where it first comes, which takes linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from clean.news.formulaic import AMONG_NAMES, END_MARKS, FORMULAS
from clean.patterns import lazy

KEY = 8  # characters of a shape's start or end that index it: 1 line of prose in 100 has such a start, with 3 it is 20
LONGEST = max(formulas.limit for formulas in FORMULAS.values())
SHORT = 12  # lines so short are looked at in any case: cues are of words followed by others
CREDIT = FORMULAS["photo-credit"].limit  # the end of a credit ("Name / AFP") may be too short for a cue

# Stripped from both ends: white space, bullets, arrows, rules, brackets, and punctuation but question marks. Not
# quotation marks: a quoted line is somebody's words.
DECORATION = " \t\xa0\u3000\u200b\u200e\u200f\ufeff*•·●○■□▪▫►▶▸▹◆◇★☆→⇒➔➜»›>+=~_|\\#-–—−‐‑…[](){}<:;,.!。、，！：；†‡"
AROUND = DECORATION.replace("#", "")
BRACKETS = frozenset("([（［【")
INTO_BRACKETS = DECORATION.replace("(", "").replace("[", "")  # what may stand before the bracket of a line in brackets
GAP = "\0"  # stands for … while a table is read: folding would make three full stops of it
NAMED = "\1"  # and this behind it for NAMES
SENTENCE = lazy(r"\w\w\w[.!?]['’)]? |[。！？؟।]")
QUOTES = frozenset('"“”„«»「」『』')
NUMBER = lazy(r"\d[\d.,'’]*(?:[km]\b)?")
NO_DIGIT = bytes(code for code in range(128) if not chr(code).isdigit())  # of ASCII: told in a tenth of the time
MAIL = lazy(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
WEB = lazy(r"(?:https?://|\bwww\.)\S+")
STANDS_FOR = lazy(r"[#@]|www")
IDEOGRAPHS = "\u2e80"  # and after: scripts that part words by no space
IDEOGRAPH = lazy(f"[{IDEOGRAPHS}-\U0010ffff]")
BRACES = lazy(r"\{([^{}]*)\}")
CASED = lazy(r"[^\W\d_][\w'’.-]*")  # a word, with what may stand inside one
ALIKE = {"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "İ": "i", "\u0640": ""}


class Shape(NamedTuple):
    """A rule's line: its pieces in order, with gaps between them; an empty first or last piece is an open end.

    A `bracketed` one begins with a bracket, in a `named` one nothing but names follows the first piece.
    """

    rule: str
    pieces: tuple[str, ...]
    bracketed: bool = False
    named: bool = False


class Table(NamedTuple):
    """Shapes, each its rule, how it is written and its first piece, by the first `KEY` characters of this, or by the
    last ones of their end where the start is open. There are ten thousand, few of which a line is ever held against
    (`shape_of`).

    `cues` are what a line that has one of the shapes can begin with, and `last_cues` what it can end with.
    """

    starts: dict[str, list[tuple[str, str, str]]]
    ends: dict[str, list[tuple[str, str, str]]]
    cues: frozenset[str]
    last_cues: frozenset[str]


def fold(text: str) -> str:
    """The line without what varies: case, width, decoration, numbers, addresses, spaces before a colon."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", alike(text))
    text = text.casefold().replace("(c)", "©")
    if "@" in text:
        text = MAIL.sub("@", text)
    if "://" in text or "www." in text:
        text = WEB.sub("www", text)
    text = text.strip(DECORATION)
    if not text.isascii() or text.encode().translate(None, NO_DIGIT):
        text = NUMBER.sub("#", text)
    text = text.replace("©", "© ").replace(" :", ":").strip()
    if "#" in text:
        text = text.replace("(#", "#").replace("#)", "#")
    return " ".join(text.split()) if "  " in text or not text.isprintable() else text


def alike(text: str) -> str:
    """The text with one sign for those that look alike; twice as fast as `str.translate`, which looks up each one."""
    for char, plain in ALIKE.items():
        text = text.replace(char, plain)
    return text


def expand(shape: str) -> list[str]:
    """Every line that a shape with `{a,b}` stands for."""
    if "{" not in shape:
        return [shape]
    parts = [
        [word.strip() for word in part.split(",")] if i % 2 else [part] for i, part in enumerate(BRACES.split(shape))
    ]
    lines = ["".join(chosen) for chosen in product(*parts)]
    return [" ".join(line.split()) if "  " in line else line for line in lines]


def written(text: str) -> Iterator[str]:
    """The shapes of one language's table, folded as lines are (but that `#` is already the number), braces expanded."""
    text = unicodedata.normalize("NFKC", alike(text.replace("…", GAP).replace("NAMES", GAP + NAMED))).casefold()
    for shape in re.split(r" \| |(?<!,)\n", text.replace("©", "© ")):
        if shape := " ".join(shape.split()):
            yield from expand(shape)


def pieces_of(shape: str) -> tuple[str, ...]:
    """A folded shape as pieces, decoration at its ends left out."""
    return tuple([" ".join(piece.split()) for piece in plain(shape).split(GAP)])


def plain(shape: str) -> str:
    """A folded shape without the decoration at its ends, its gaps still in it."""
    shape = shape.rstrip(NAMED).strip(AROUND)
    if "#" in shape or ":" in shape:
        shape = shape.replace("(#", "#").replace("#)", "#").replace(" :", ":")
    return shape


@cache
def shape_of(rule: str, shape: str) -> Shape:
    """A rule's folded shape, taken apart."""
    return Shape(rule, pieces_of(shape), shape.startswith("("), shape.endswith(NAMED))


@cache
def end_marks() -> frozenset[str]:
    """The lines that say that a story ends, as they stand, in lower case."""
    return frozenset(line for text in END_MARKS.values() for line in written(text))


@cache
def table(off: frozenset[str]) -> Table:
    """All shapes of the rules that are not off, read once."""
    starts: dict[str, list[tuple[str, str, str]]] = {}
    ends: dict[str, list[tuple[str, str, str]]] = {}
    for rule, formulas in FORMULAS.items():
        for text in formulas.shapes.values() if rule not in off else ():
            for shape in written(text):
                first, _, rest = plain(shape).partition(GAP)
                first = first.rstrip()
                index, key = (starts, first[:KEY]) if first else (ends, rest.split(GAP)[-1].lstrip()[-KEY:])
                index.setdefault(key, []).append((rule, shape, first))
    cues = {"c)", "i̇", *(cue for key in (*starts, *end_marks()) for cue in cues_of(key))}  # for (c) and Turkish İ
    return Table(starts, ends, frozenset(cues), frozenset(key for key in ends if len(key) == KEY))


def cues_of(key: str) -> Iterator[str]:
    """What a line may begin with, in lower case, that begins with this key once folded: 8, 4 or 2 characters."""
    plain = STANDS_FOR.split(key)[0]
    cue = key[:2] if key[:1] >= IDEOGRAPHS else key[:KEY] if len(plain) >= KEY else f"{key} "[:4]
    yield cue
    yield cue.replace("'", "’")


def promising(core: str, shapes: Table) -> bool:
    """Whether a line without its decoration can have a shape: so much is cheaper to see than to fold the line."""
    start = core[:8].casefold()
    if start in shapes.cues or start[:4] in shapes.cues or start[:2] in shapes.cues or len(core) <= SHORT:
        return True
    if core[-8:].casefold() in shapes.last_cues:
        return True
    if len(core) <= CREDIT and ("/" in core or "|" in core or "@" in core):
        return True
    return not (core[0].isalpha() or core[0] in QUOTES)


def rule_of(line: str, shapes: Table) -> str:
    """The rule of a formulaic line, or `""`."""
    folded = fold(line)
    for length in range(1, KEY + 1):
        for found in (shapes.starts.get(folded[:length]), shapes.ends.get(folded[-length:])):
            for rule, shape, first in found or ():
                if folded.startswith(first) and _is_shaped(line, folded, shape_of(rule, shape)):
                    return rule
    return ""


def _is_shaped(line: str, folded: str, shape: Shape) -> bool:
    return fits(shape, folded) and stands(shape, line)


def fits(shape: Shape, line: str) -> bool:
    """Whether a folded line has this shape."""
    pieces = shape.pieces
    if len(pieces) == 1:
        return line == pieces[0]
    first, *middle, last = pieces
    place, stop = len(first), len(line) - len(last)
    if place > stop or not line.startswith(first) or not line.endswith(last):
        return False
    if not parted(line, place) or not parted(line, stop):
        return False
    for piece in middle:
        place = after(line, piece, place, stop)
        if place < 0:
            return False
    limit, loose, _ = FORMULAS[shape.rule]
    return weight(line) <= limit and open_to(line[len(first) : stop], first.endswith(":"), loose)


def stands(shape: Shape, line: str) -> bool:
    """Whether a line that fits a shape once folded has what folding takes away: the bracket, the capitals of names."""
    if shape.bracketed and line.lstrip(INTO_BRACKETS)[:1] not in BRACKETS:
        return False
    return not shape.named or only_names(line, len(shape.pieces[0].split()))


def only_names(line: str, opening: int) -> bool:
    """Whether all words of a line after the opening ones are names, or stand among names."""
    words = CASED.findall(WEB.sub(" ", MAIL.sub(" ", line)))
    return all(not word[0].islower() or is_among_names(word.rstrip(".")) for word in words[opening:])


def is_among_names(word: str) -> bool:
    """Whether a word in lower case stands among names: one of the small words, the name of a site."""
    return word in AMONG_NAMES or "." in word


def open_to(gap: str, label: bool, loose: bool) -> bool:
    """Whether a gap may hold these words: no quotation unless after a label, no end of a sentence unless loose."""
    return (label or QUOTES.isdisjoint(gap)) and (loose or not SENTENCE.search(gap))


def after(line: str, piece: str, place: int, stop: int) -> int:
    """Where the first occurrence of a piece as whole words in `line[place:stop]` ends; -1 without one."""
    while (place := line.find(piece, place, stop)) >= 0:
        if parted(line, place) and parted(line, place + len(piece)):
            return place + len(piece)
        place += 1
    return -1


def parted(line: str, place: int) -> bool:
    """Whether words may be parted here: everywhere among ideographs, elsewhere not between two letters."""
    if place in (0, len(line)) or line[place] >= IDEOGRAPHS:
        return True
    return not (line[place - 1].isalnum() and line[place].isalnum())


def weight(line: str) -> int:
    """The length of a line, ideographs counted twice as they say twice as much."""
    return len(line) if line.isascii() else len(line) + len(IDEOGRAPH.findall(line))
