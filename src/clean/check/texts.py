"""The lines of one text (a text file, or the text of a record) and what the stages of `clean run` find in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from clean.article import Article
from clean.audit.frame import Frame
from clean.check.finding import Found
from clean.check.messages import message
from clean.document import BLANKS, BODY, Document, Mark
from clean.flow.assemble import RULE_OF_MARK, assemble
from clean.flow.usual import Usual, judge_all, prepare
from clean.flow.work import story_of
from clean.settings import Settings
from clean.sources.lines import rule_of, rule_of_ending
from clean.story import Story

Stories = list[tuple[int, int, Story]]


@dataclass(slots=True)
class Text:
    """A text as the stages read it: its lines repaired and marked, its stories as `[first, last)` with their fate."""

    document: Document
    stories: Stories
    frame: Frame

    @classmethod
    def read(cls, document: Document, frame: Frame, settings: Settings, usual: Usual | None = None) -> Text:
        """Have the stages read the lines; `usual` is what is usual in the source, learnt from its first bytes."""
        prepare(document, settings)
        if usual is None:
            judged = judge_all([document], settings)[0]
        else:
            usual.mark(document, settings)
            judged = usual.judge(document, settings, (0, len(document)))
        starts = [] if "split" in settings.skip else judged.starts()
        cuts = sorted({0, len(document), *starts})
        told = settings, judged.reading, judged.hints
        stories = [(first, last, story_of(document, first, last, *told)) for first, last in pairwise(cuts)]
        return cls(document, stories, frame)

    def articles(self) -> list[Article]:
        """The articles in it."""
        made = (assemble(self.document, *story, self.frame)[0] for story in self.stories)
        return [article for article in made if article is not None]

    def found(self) -> Iterator[Found]:
        """All that the rules found, in no order."""
        yield from self._in_lines()
        yield from self._endings()
        yield from self._blank_runs()
        for first, last, story in self.stories:
            yield from self._in_story(first, last, story)

    def original(self, line: int) -> str:
        """A line as it was decoded."""
        return self.document.originals.get(line, self.document.lines[line])

    def _in_lines(self) -> Iterator[Found]:
        for line in self.document.raw:
            text = self.original(line)
            rule = rule_of(text)
            yield Found(line, max(text.find("\ufffd"), 0), rule, message(rule), line, text)
        for line, edits in self.document.edits.items():
            text = self.original(line)
            for edit in edits:
                before = text[edit.start : edit.end]
                for rule in (edit.rule, *edit.also):
                    yield Found(line, edit.start, rule, message(rule, before, edit.after), line, text)

    def _endings(self) -> Iterator[Found]:
        names = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
        for line, ending in self.document.endings.items():
            text = self.original(line)
            rule = rule_of_ending(ending)
            told = message(rule, names.get(ending.decode("ascii"), ""), names[self.frame.line_ending])
            yield Found(line, len(text), rule, told, line, text)

    def _blank_runs(self) -> Iterator[Found]:
        for run in blank_runs(self.document):
            line = run.start
            if run.stop == len(self.document):
                yield Found(line, 0, "trailing-blank-lines", message("trailing-blank-lines"), run[-1], "")
            else:
                before = self.original(line - 1) if line else ""
                yield Found(line, 0, "blank-lines", message("blank-lines", str(len(run))), run[-1], before)

    def _in_story(self, first: int, last: int, story: Story) -> Iterator[Found]:
        for rule, run in _runs((line, _rule_of(story, line - first)) for line in range(first, last)):
            texts = [self.original(line) for line in run]
            told = message(rule, texts[0].strip(), str(len(run)))
            yield Found(run[0], 0, rule, told, run[-1], "\n".join(texts))
        for place, edits in story.edits.items():
            text = self.document.lines[first + place]
            for edit in edits:
                told = message(edit.rule, text[edit.start : edit.end], edit.after)
                yield Found(first + place, 0, edit.rule, told, first + place, text)
        for place in story.joins:
            text = self.original(first + place)
            yield Found(first + place, len(text), "hard-wrap", message("hard-wrap"), first + place, text)


def blank_runs(document: Document) -> Iterator[range]:
    """Runs of blank lines that are more than a reader needs: those at either end, and of others all but the first."""
    line, size = 0, len(document)
    for mark, run in groupby(document.marks):
        first = line
        line += sum(1 for _ in run)
        if mark != Mark.BLANK:
            continue
        if first and line < size:
            first += 1
        if first < line:
            yield range(first, line)


def repeats(text: Text) -> Iterator[range]:
    """Runs of lines that repeat their story's headline right below it, blank lines aside.

    A repetition anywhere else is not among them: it may be the headline of a story whose beginning was not seen.
    """
    for first, last, story in text.stories:
        is_field = Mark.HEADLINE not in story.marks  # and stands above all lines
        for rule, run in _runs((line, _rule_of(story, line - first)) for line in range(first, last)):
            place = run.start - first - 1
            while place >= 0 and story.marks[place] in BLANKS:
                place -= 1
            above = story.marks[place] in (Mark.HEADLINE, Mark.DUPLICATE_HEADLINE) if place >= 0 else is_field
            if rule == "duplicate-headline" and above:
                yield run


def _rule_of(story: Story, place: int) -> str:
    """The rule by which a line is not body; "" for body and blank lines."""
    mark = Mark(story.marks[place])
    if mark == BODY or mark in BLANKS:
        return ""
    return story.rules.get(place) or RULE_OF_MARK.get(mark, "")


def _runs(rules: Iterable[tuple[int, str]]) -> Iterator[tuple[str, range]]:
    """Runs of lines that have one rule."""
    for rule, group in groupby(rules, key=lambda item: item[1]):
        if rule:
            lines = [line for line, _ in group]
            yield rule, range(lines[0], lines[-1] + 1)
