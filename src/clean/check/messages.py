"""What a finding says, rule by rule."""

from __future__ import annotations

from clean.check.finding import quoted

MESSAGES = {
    "byte-order-mark": "the file begins with a byte order mark",
    "encoding": "the file is in {before}, not in UTF-8 ({after})",
    "line-ending": "the line ends in {before}, most lines in {after}",
    "final-newline": "the last line has no line ending",
    "line-encoding": "the line is in another encoding than the file",
    "undecodable": "bytes that are no text in the file's encoding",
    "binary": "not a text file: {before}",
    "set-aside": "not a record: {before}",
    "blank-lines": "blank lines that say nothing: {before}",
    "trailing-blank-lines": "blank lines at the end",
    "trailing-spaces": "blanks at the end of the line",
    "indentation": "blanks at the beginning of the line",
    "extra-spaces": "more than one space",
    "duplicate-headline": "repeats the headline: {quoted}",
    "page-furniture": "{after} line(s) of page furniture: {quoted}",
    "markup": "signs around a headline or credit: {quoted}",
    "headline": "a headline: {quoted}",
    "section-label": "a section's name or an alert: {quoted}",
    "byline": "a byline: {quoted}",
    "date-line": "a line with the date: {quoted}",
    "dateline": "a dateline: {quoted}",
    "highlight": "a highlight: {quoted}",
    "separator": "a separator: {quoted}",
    "end-mark": "an end mark: {quoted}",
    "export-layout": "{after} line(s) of an export layout: {quoted}",
    "hard-wrap": "the paragraph goes on in the next line",
    "hyphenation": "a word is broken at the end of the line",
}
"""By rule; `before` and `after` are what stands there and what should, `quoted` is `before` in quotes, cut short."""

CHANGE = "{quoted} should be {right}"  # of a rule that puts something in the place of something
REMOVAL = "{quoted} should not be there"
LINE = "no part of the story: {quoted}"  # of a rule that takes out whole lines


def message(rule: str, before: str = "", after: str = "") -> str:
    """What a finding of this rule says."""
    from clean.rules import STAGE_OF

    shape = MESSAGES.get(rule)
    if shape is None and STAGE_OF[rule] == "normalize":
        shape = CHANGE if after else REMOVAL
    return (shape or LINE).format(before=before, after=after, quoted=quoted(before), right=quoted(after))
