"""Texts made to have a regular expression backtrack: read off its own parse tree.

Whatever takes more time than in proportion repeats something. So each repeat of an expression is given what it repeats,
many times over, behind what leads to it and before what cannot end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

PARSER = re._parser  # type: ignore[attr-defined]
CODES = re._constants  # type: ignore[attr-defined]

POOL = "a1 .-,:'\"(A/&_é\u0301漢\t|#=*\n"
"""Characters tried where a set takes several: two sets that share one are what backtracks."""

UNBOUNDED = 50
"""Repeats that may be as many: those of less cost no more than so many times the text."""

ENDS = ("", "\x00", "!\n")

REPEATS = {CODES.MAX_REPEAT, CODES.MIN_REPEAT, CODES.POSSESSIVE_REPEAT}


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """What leads to a repeat, what it repeats, and what does not end it; as text, for bytes in Latin-1."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = PARSER.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    found: set[tuple[str, str]] = set()
    for lead, body in _repeats(tree, ""):
        pumps = {sample(body, char) for char in POOL} - {""}
        found |= set(product({"", lead}, pumps))
    found |= {("", char) for char in POOL}
    for (lead, pump), end in product(sorted(found), ENDS):
        yield lead, pump, end


def _repeats(tree: Any, lead: str) -> Iterator[tuple[str, Any]]:
    """Each repeat that has no end, with a text that leads to it."""
    for code, value in tree:
        if code in REPEATS:
            _, most, body = value
            if most >= UNBOUNDED:
                yield lead, body
            yield from _repeats(body, lead)
        else:
            for inner in _inner(code, value):
                yield from _repeats(inner, lead)
        lead += sample([(code, value)], "a")


def _inner(code: Any, value: Any) -> list[Any]:
    """The expressions of which a node is made."""
    if code is CODES.BRANCH:
        return list(value[1])
    if code is CODES.SUBPATTERN:
        return [value[3]]
    if code in (CODES.ASSERT, CODES.ASSERT_NOT):
        return [value[1]]
    if code is CODES.ATOMIC_GROUP:
        return [value]
    return []


def sample(tree: Any, wanted: str) -> str:
    """A text that the expression takes, made of the wanted character where that may stand."""
    return "".join(_sample(code, value, wanted) for code, value in tree)


def _sample(code: Any, value: Any, wanted: str) -> str:
    if code is CODES.LITERAL:
        return str(chr(value))
    if code is CODES.NOT_LITERAL:
        return wanted if ord(wanted) != value else "x"
    if code is CODES.ANY:
        return wanted if wanted != "\n" else "x"
    if code is CODES.IN:
        return next((char for char in (wanted, *POOL) if _takes(value, char)), _first(value))
    if code in REPEATS:
        return sample(value[2], wanted) * max(1, int(value[0]))
    if code is CODES.BRANCH:
        texts = [sample(branch, wanted) for branch in value[1]]
        return next((text for text in texts if text.startswith(wanted)), texts[POOL.index(wanted) % len(texts)])
    if code in (CODES.SUBPATTERN, CODES.ATOMIC_GROUP):
        return sample(_inner(code, value)[0], wanted)
    return ""  # places, what must or must not stand before or behind, and what stood before


def _takes(members: Any, char: str) -> bool:
    """Whether a set has a character."""
    negated = members[0][0] is CODES.NEGATE
    return negated != any(_is_member(code, value, char) for code, value in members)


def _is_member(code: Any, value: Any, char: str) -> bool:
    if code is CODES.LITERAL:
        return bool(ord(char) == value)
    if code is CODES.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if code is CODES.CATEGORY:
        return bool(re.match(CATEGORIES[value], char))
    return False


CATEGORIES = {
    CODES.CATEGORY_DIGIT: r"\d",
    CODES.CATEGORY_NOT_DIGIT: r"\D",
    CODES.CATEGORY_SPACE: r"\s",
    CODES.CATEGORY_NOT_SPACE: r"\S",
    CODES.CATEGORY_WORD: r"\w",
    CODES.CATEGORY_NOT_WORD: r"\W",
}


def _first(members: Any) -> str:
    """A character of a set that has none of the pool."""
    for code, value in members:
        if code is CODES.LITERAL:
            return chr(value)
        if code is CODES.RANGE:
            return chr(value[0])
    return "x"
