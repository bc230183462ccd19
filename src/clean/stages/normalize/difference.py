"""Narrow edits between a line and what its mojibake was: that repair only gives the whole line back.

Where the ASCII of a line has stayed, as nearly always, the edits are the runs between it that differ. Else words are
compared, and only those that differ, and in them only the characters that differ, are in the edits. The time is linear
in the length of the line: words are compared in step, and where a repair has joined or parted words the two sides are
brought back into step within a few words, else at the end of the line.
"""

from __future__ import annotations

import re

from clean.document import Edit

RULE = "mojibake"
BEYOND_ASCII = re.compile(r"([^\x00-\x7f]+)")
WORD = re.compile("[^ ]* |[^ ]+$")

# A repair that eats a space joins two words, seldom three; further ahead than this we give up and take the rest whole.
LOOKAHEAD = 4


def narrow(before: str, after: str) -> list[Edit]:
    """The edits, in characters of `before`, that make it `after`."""
    if before == after:
        return []
    old, new = BEYOND_ASCII.split(before), BEYOND_ASCII.split(after)
    if old[::2] == new[::2]:
        return _runs(old, new)
    return _words(before, after)


def _runs(old: list[str], new: list[str]) -> list[Edit]:
    """The runs that differ; both sides alternate what is alike in them and a run."""
    edits = []
    place = 0
    for i, (gone, come) in enumerate(zip(old, new, strict=True)):
        if i % 2 and gone != come:
            edits.append(Edit(place, place + len(gone), come, RULE))
        place += len(gone)
    return edits


def _words(before: str, after: str) -> list[Edit]:
    """The words that differ, each with the space after it."""
    old, new = WORD.findall(before), WORD.findall(after)
    edits: list[Edit] = []
    place = i = j = 0  # `place`: where old[i] stands in `before`
    while i < len(old) or j < len(new):
        stop_old, stop_new = _resume(old, new, i, j)
        gone, come = "".join(old[i:stop_old]), "".join(new[j:stop_new])
        if gone != come:
            edits.append(_trim(gone, come, place))
        place += len(gone)
        i, j = stop_old, stop_new
    return edits


def _resume(old: list[str], new: list[str], i: int, j: int) -> tuple[int, int]:
    """Where the two sides are in step again: after one word if it is the same, else before two words that are."""
    if old[i : i + 1] == new[j : j + 1]:
        return i + 1, j + 1
    for far in range(1, LOOKAHEAD + 1):
        for near in (far, *range(far)):
            for di, dj in ((far, near), (near, far)):
                if len(old) - i >= di + 2 and old[i + di : i + di + 2] == new[j + dj : j + dj + 2]:
                    return i + di, j + dj
    return (i + 1, j + 1) if len(old) - i == len(new) - j else (len(old), len(new))


def _trim(before: str, after: str, place: int) -> Edit:
    """One edit without the characters that both sides begin or end with."""
    prefix = common_prefix(before, after)
    suffix = common_prefix(before[prefix:][::-1], after[prefix:][::-1])
    return Edit(place + prefix, place + len(before) - suffix, after[prefix : len(after) - suffix], RULE)


def common_prefix(one: str, other: str) -> int:
    """How many characters two texts begin with alike, by halving, so that long texts are compared in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
