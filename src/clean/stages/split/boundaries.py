"""Where stories begin: first rules. A headline block between two bodies goes to the story whose words it holds."""

from __future__ import annotations

from dataclasses import dataclass

from clean.document import Mark
from clean.news.bylines import read_byline
from clean.news.datelines import read_dateline
from clean.news.dates import date_line
from clean.news.headlines import bullet, headline_shape
from clean.news.words import WORD, fold
from clean.settings import Split

CONTEXT = 64


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual in a source."""


def profile(lines: list[str], marks: bytearray) -> Profile:
    """What is usual in the source whose first lines these are."""
    return Profile()


def find_boundaries(
    lines: list[str], marks: bytearray, usual: Profile, settings: Split, first: int, last: int
) -> list[int]:
    """The lines in `[first, last)` at which a story starts."""
    found = []
    content = [i for i in range(len(lines)) if marks[i] in (Mark.BODY,)]
    k = 0
    while k < len(content):
        if not _light(lines[content[k]]):
            if k and not _light(lines[content[k - 1]]) and read_dateline(lines[content[k]]) and first <= content[k] < last:
                found.append(content[k])
            k += 1
            continue
        end = k
        while end < len(content) and _light(lines[content[end]]):
            end += 1
        if k > 0 and end < len(content):
            start = _cut(lines, content, k, end)
            if start is not None and first <= start < last:
                found.append(start)
        k = end
    return found


def _light(line: str) -> bool:
    return headline_shape(line) or bool(bullet(line)) or bool(read_byline(line)) or date_line(line)[0]


def _cut(lines: list[str], content: list[int], k: int, end: int) -> int | None:
    texts = [fold(lines[i]) for i in content[k:end]]
    before = set(WORD.findall(" ".join(lines[i] for i in content[max(0, k - 6) : k]).casefold()))
    after = set(WORD.findall(" ".join(lines[i] for i in content[end : end + 6]).casefold()))
    for j in range(len(texts) - 1):
        if texts[j] == texts[j + 1]:
            words = set(texts[j].split())
            if len(words & before) > len(words & after):
                j += 2
                while j < len(texts) and bullet(lines[content[k + j]]):
                    j += 1
                return content[k + j] if k + j < len(content) else None
            return content[k + j]
    sure = any(read_byline(lines[i]) or date_line(lines[i])[0] for i in content[k:end])
    if sure or read_dateline(lines[content[end]]):
        return content[k]
    return None
