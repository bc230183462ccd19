"""Line rules: what a line is by itself: blank, separator, end mark, part of a page's program, formulaic line."""

from __future__ import annotations

import re

from clean.document import BLANKS, VECTOR, Document, Mark
from clean.news.bylines import read_byline
from clean.news.dates import date_line
from clean.news.drawn import DRAWN, is_drawn_around, is_separator
from clean.news.formulaic.photo_credit import PICTURE_AGENCIES
from clean.news.formulaic.shapes import (
    CREDIT,
    DECORATION,
    LONGEST,
    SHORT,
    Table,
    alike,
    end_marks,
    promising,
    rule_of,
    table,
)
from clean.patterns import lazy
from clean.settings import Boilerplate
from clean.stages.boilerplate.scripts import BRACE, is_script

MIDDLING = 200  # longer lines are looked at only if their first eight characters, or a sign before them, say so
SLUG = 2  # words by which a jump line names its story, unless it is in capitals
_POINTED = lazy(r"(?:please )?(?:see|turn to) ([^\s,][^,]*),", re.IGNORECASE)
BLANK = " \t\xa0\u3000\u200b\u200e\u200f\u2060\ufeff"  # white space, and what shows nothing


def mark_lines(document: Document, settings: Boilerplate) -> None:
    """Mark the document's blank lines, separators, end marks and formulaic lines; each line is judged alone.

    Blank lines and separators get their mark alone, an end mark is a separator of rule `end-mark`, a formulaic line is
    boilerplate of the rule that names its kind. Blank lines are marked even with `blank-lines` off: they are a fact
    that later stages go by, and whether they leave the text is decided where they are swept.
    """
    marks, rules = document.marks, document.rules
    shapes = table(settings.off)
    judged: dict[str, tuple[Mark, str]] = {"": (Mark.BLANK, "")}  # formulaic lines come again and again
    for i in _candidates(document, shapes):
        line = document.lines[i]
        if (found := judged.get(line)) is None:
            found = judged[line] = judge(line, shapes, settings.off)
        mark, rule = found
        if mark:
            marks[i] = mark
            if rule:
                rules[i] = rule


def mark_emptied(document: Document) -> None:
    """Mark the lines of which HTML alone was left nothing, but where they part paragraphs as one blank line does: no
    page has blank lines where its source has lines of tags.

    The line rules go by blank lines, so this is done when they are through.
    """
    marks = document.marks
    emptied = {
        line
        for line, edits in document.edits.items()
        if marks[line] == Mark.BLANK and any("html-tag" in (edit.rule, *edit.also) for edit in edits)
    }
    for line in emptied:
        below = line + 1 < len(marks) and marks[line + 1] == Mark.BLANK and line + 1 not in emptied
        if below or (line and marks[line - 1] in BLANKS):
            marks[line] = Mark.EMPTIED


def candidates(lines: list[str], shapes: Table) -> list[int]:
    """The lines that can be anything but body, told by their length and by what they begin and end with."""
    cues, last_cues = shapes.cues, shapes.last_cues
    return [
        i
        for i, line in enumerate(lines)
        if not line[:1].isalpha()
        or BRACE in line
        or (
            len(line) <= LONGEST
            and (
                (start := line[:8].casefold()) in cues
                or (
                    len(line) <= MIDDLING
                    and (
                        len(line) <= SHORT
                        or start[:4] in cues
                        or start[:2] in cues
                        or (end := line[-9:].casefold())[-8:] in last_cues
                        or end[:-1] in last_cues
                        or (len(line) <= CREDIT and ("/" in line or "|" in line or "@" in line))
                    )
                )
            )
        )
    ]


def _candidates(document: Document, shapes: Table) -> list[int]:
    """The same of a document; those of a large one in two parts, the empty ones before all others."""
    lines = document.lines
    if len(document.utf8) < VECTOR:
        return candidates(lines, shapes)
    from clean.stages.boilerplate.sieve import sieve

    passed, empty = sieve(document.utf8, shapes, SHORT, CREDIT)
    wanted = sorted({*passed.tolist(), *document.edits})  # lines that were repaired do not stand in `utf8` as they are
    some = [lines[i] for i in wanted]
    return [*empty.tolist(), *(wanted[place] for place in candidates(some, shapes))]


def judge(line: str, shapes: Table, off: frozenset[str]) -> tuple[Mark, str]:
    """What a line is, and the rule that says so where the mark alone does not."""
    bare = line.strip(BLANK)
    if not bare:
        return Mark.BLANK, ""
    if not bare.strip(DRAWN):
        return (Mark.SEPARATOR if "separator" not in off and is_separator(bare) else Mark.BODY), ""
    if "page-script" not in off and is_script(bare):
        return Mark.BOILERPLATE, "page-script"
    if len(bare) > LONGEST:
        return Mark.BODY, ""
    core = bare.strip(DECORATION)
    if not promising(core, shapes) or not any(map(str.isalnum, core)):
        return Mark.BODY, ""
    if len(bare) <= SHORT and alike(bare).lower() in end_marks() and "end-mark" not in off:
        return Mark.SEPARATOR, "end-mark"
    if len(bare) <= SHORT and core.isdigit() and is_drawn_around(bare) and "separator" not in off:
        return Mark.SEPARATOR, ""
    rule = rule_of(bare, shapes)
    return (Mark.BOILERPLATE, rule) if rule and not _tells_of_story(bare, rule) else (Mark.BODY, "")


def _tells_of_story(line: str, rule: str) -> bool:
    """Whether a line of a formulaic shape says when a story was written or who wrote it: `First published on 4 March
    2020`, not `in the Example`; `Por Ana Ruiz | EFE`, not `Ana Ruiz | EFE`, which stands below a picture, and not
    `By Ana Ruiz / Getty Images`. Or whether it is said within one: `See the appendix of the report, page 12`, where a
    jump line has a word of the headline, mostly in capitals (`See TOLL, Page A6`).
    """
    if rule == "read-more" and (pointed := _POINTED.match(line)):
        what = pointed[1]
        return not what[0].isupper() or not (what.isupper() or len(what.split()) <= SLUG)
    if rule != "photo-credit":
        return bool(date_line(line)[0])
    return bool(date_line(line)[0] or (not line.casefold().endswith(PICTURE_AGENCIES) and read_byline(line)))
