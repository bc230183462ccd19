"""Words that a user wrote, against the words there are; a wrong one is told with the nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from clean.errors import UsageError
from clean.rules import ALWAYS, STAGE_OF, STAGES


def known_stage(name: str, where: str = "") -> str:
    """The stage of this name, or UsageError naming the nearest; `where` is where it was read."""
    return _one_of(name, STAGES, "stage", where)


def known_rule(name: str, where: str = "") -> str:
    """The rule of this name that can be switched off, or UsageError."""
    _one_of(name, STAGE_OF, "rule", where, RULES_ARE_LISTED)
    if name in ALWAYS:
        raise UsageError(f"rule {name} cannot be turned off", where, "it tells of what was read")
    return name


def known_layout(name: str, own: Iterable[str], where: str = "") -> str:
    """The name of an export layout, built in or of the user's `own`, or `auto` or `none`; UsageError otherwise."""
    if name in ("auto", "none"):
        return name
    from clean.news.layouts.layout import built_in

    return _one_of(name, ("auto", "none", *own, *built_in()), "layout", where)


def known_encoding(name: str) -> str:
    """The name as it is, or UsageError where Python knows no encoding of text by it; "" is none."""
    if name:
        from clean.sources.encodings import canonical

        canonical(name)
    return name


RULES_ARE_LISTED = "clean explain"
"""The command that lists all rules."""


def _one_of(name: str, names: Iterable[str], what: str, where: str, listing: str = "") -> str:
    if name not in (known := list(names)):
        raise UsageError(f"unknown {what}", where, name, hint=nearest(name, known, listing))
    return name


def nearest(name: str, names: Iterable[str], listing: str = "") -> str:
    """A hint that names what was probably meant; the names may be so many that a command lists them."""
    known = sorted(names)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if close:
        return f"did you mean {close[0]}?"
    return f"{listing} lists them" if listing else f"known are {', '.join(known)}"


def size_in_bytes(text: str) -> int:
    """A size such as 512M or 2G (powers of 1024), or a bare number of bytes."""
    factors = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    number, factor = text.upper().removesuffix("B"), 1
    if number[-1:] in factors:
        number, factor = number[:-1], factors[number[-1]]
    if not number.isascii() or not number.isdecimal():
        raise UsageError("not a size", text, hint="sizes are like 512M or 2G")
    return int(number) * factor


def share(text: str) -> float:
    """A share from 0 to 1, such as 0.05 or 5%."""
    number = text.strip().removesuffix("%")
    try:
        value = float(number) / (100 if number != text.strip() else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise UsageError("not a share", text, hint="shares are like 0.05 or 5%")
    return value
