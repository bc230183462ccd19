"""Formulaic lines of hard-wrapped text: a paragraph is formulaic or is not, never a line of it alone."""

from __future__ import annotations

from clean.document import BODY, Document, Mark
from clean.news.formulaic import FORMULAS
from clean.news.formulaic.shapes import table
from clean.news.headlines import SENTENCE_END
from clean.news.wrap import runs_on, unwrapped
from clean.settings import Boilerplate
from clean.stages.boilerplate.lines import judge

REACH = 6  # lines on either side: the longest formula has 400 characters, the context of a block is longer


def judge_paragraphs(document: Document, width: int, settings: Boilerplate) -> None:
    """Judge the paragraphs that formulaic lines are part of, in text wrapped at `width`: a paragraph that is formulaic
    goes as a whole, any other stays.
    """
    lines, marks = document.lines, document.marks
    shapes = table(settings.off)
    done = 0
    for i in sorted(line for line, rule in document.rules.items() if rule in FORMULAS):
        first, last = _paragraph(lines, marks, i, width)
        if i < done or last - first < 2:
            continue
        done = last
        mark, rule = judge(unwrapped([line.strip() for line in lines[first:last]]), shapes, settings.off)
        if mark == Mark.BOILERPLATE:
            document.take_out(range(first, last), rule)
        else:
            document.put_back(range(first, last))


def _paragraph(lines: list[str], marks: bytearray, line: int, width: int) -> tuple[int, int]:
    """The lines `[first, last)` that run on into one another around a line; the end of a sentence ends them."""
    first, last = line, line + 1
    while first > max(0, line - REACH) and _goes_on(lines, marks, first - 1, width):
        first -= 1
    while last < min(len(lines), line + REACH) and _goes_on(lines, marks, last - 1, width):
        last += 1
    return first, last


def _goes_on(lines: list[str], marks: bytearray, line: int, width: int) -> bool:
    above, below = lines[line].strip(), lines[line + 1].strip()
    plain = all(marks[i] in (BODY, Mark.BOILERPLATE) for i in (line, line + 1))
    return plain and above[-1:] not in SENTENCE_END and runs_on(above, below, width)
