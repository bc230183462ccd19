"""Line rules: what a line is by itself, whatever stands around it: blank, a separator, an end mark, a formulaic line."""

from __future__ import annotations

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate.shapes import DECORATION, LONGEST, Table, end_marks, rule_of, table

BLANK = " \t\xa0\u3000\u200b\u200e\u200f\u2060\ufeff"  # white space, and what shows nothing


def mark_lines(document: Document, settings: Boilerplate) -> None:
    """Mark the document's blank lines, separators, end marks and formulaic lines; each line is judged alone.

    Blank lines and separators get their mark alone, an end mark is a separator of rule `end-mark`, a formulaic line is
    boilerplate of the rule that names its kind. Blank lines are marked even with `blank-lines` off: they are a fact
    that later stages go by, and whether they leave the text is decided where they are swept.
    """
    marks, rules = document.marks, document.rules
    shapes = table(settings.off)
    for i in candidates(document.lines, shapes):
        mark, rule = judge(document.lines[i], shapes, settings.off)
        if mark:
            marks[i] = mark
            if rule:
                rules[i] = rule


def candidates(lines: list[str], shapes: Table) -> list[int]:
    """The lines that can be anything but body, told by length, first character, and three characters at either end."""
    cues = shapes.cues
    return [
        i
        for i, line in enumerate(lines)
        if len(line) <= LONGEST
        and (not line[:1].isalpha() or line[:3] in cues or line[-3:] in cues or line[-4:-1] in cues or "@" in line)
    ]


def judge(line: str, shapes: Table, off: frozenset[str]) -> tuple[Mark, str]:
    """What a line is, and the rule that says so where the mark alone does not."""
    bare = line.strip(BLANK)
    if not bare:
        return Mark.BLANK, ""
    if bare.lower() in end_marks():
        return (Mark.BODY, "") if "end-mark" in off else (Mark.SEPARATOR, "end-mark")
    if is_separator(bare):
        return (Mark.BODY if "separator" in off else Mark.SEPARATOR), ""
    rule = rule_of(line, shapes)
    return (Mark.BOILERPLATE, rule) if rule else (Mark.BODY, "")


def is_separator(bare: str) -> bool:
    """Whether a line, without the space around it, is drawn and not written."""
    return not bare.strip(DECORATION) and not bare.startswith((".", "…", "("))
