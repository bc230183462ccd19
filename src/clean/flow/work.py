"""What is done to one block of a text source: a pure function from bytes to articles and changes.

Stories that block ends cut are put together again by the `Stitcher`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from clean.audit.frame import Frame
from clean.document import BODY, Document, Edit, Mark, moved
from clean.flow.assemble import assemble
from clean.flow.batch import Batch, BatchMaker, Signing
from clean.flow.usual import Judged, Reading, Usual, judge_all, prepare
from clean.news.dates import ordered_date
from clean.news.layouts.encoded_words import decode_fields
from clean.settings import Normalize, Settings, Split
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.sources.text import Block
from clean.stages.split import Gap, read_story
from clean.stages.split.block.readers import Hints
from clean.stages.split.fields.paragraphs import find_broken_words, find_joins
from clean.stages.split.layouts import read_opening
from clean.stages.split.numbered import take_mark
from clean.stages.split.tabbed import read_tabbed
from clean.story import Story, StoryFields

_LINE_END = re.compile(r"\r\n|[\r\n]")
LINES, BYTES = 1 << 16, 1 << 22
"""What a story has at most: it is held whole. The longest reports have some hundred KB; a text in which no story begins
for so long, or nothing but line feeds, is cut all the same."""


@dataclass(slots=True)
class Piece:
    """What came of a block: whole stories, and the two that its ends cut.

    `head` are the lines before the first boundary: they go on with the block before. `tail` are the lines from the
    last boundary on, None where the block has no boundary.
    """

    head: Document
    tail: Document | None
    batch: Batch
    reading: Reading


@dataclass(frozen=True, slots=True)
class TextWork:
    """The work on the blocks of one text source.

    `usual` says what is usual in the source; None where one block is the whole of it. `signing` says when the articles
    get their fingerprints, `review` how many doubtful boundaries are asked for.
    """

    frame: Frame
    encoding: Encoding
    line_ending: bytes
    settings: Settings
    usual: Usual | None
    signing: Signing
    review: int = 0

    def __call__(self, block: Block) -> Piece:
        """Read, repair and mark a block's lines, and cut them into stories."""
        document, compiled = self.read(block), self.signing is Signing.COMPILED
        if self.usual is None:
            return self.cut(block, document, judge_all([document], self.settings, compiled, self.review > 0)[0])
        self.usual.mark(document, self.settings)
        lines = _own_lines(block, document)
        return self.cut(block, document, self.usual.judge(document, self.settings, lines, compiled, self.review > 0))

    def read(self, block: Block) -> Document:
        """A block's lines, repaired and marked."""
        document = read_lines(block.raw, self.encoding, self.line_ending, block.offset, block.first_line)
        return prepare(document, self.settings)

    def cut(self, block: Block, document: Document, judged: Judged) -> Piece:
        """The stories of a block, by what was judged of its lines."""
        first, last = _own_lines(block, document)
        maker = BatchMaker(self.frame.name, self.settings, self.signing)
        starts = [first] if block.start == len(self.encoding.bom) else []
        splits, reading = "split" not in self.settings.skip, judged.reading
        if splits:
            gaps = [gap for gap in judged.gaps if gap.line not in starts]
            starts += maker.add_gaps(_shortened(document, starts, gaps, last), document, self.review)
        if not starts:
            return Piece(document.part(first, last), None, maker.done(), reading)
        for start, end in pairwise(starts):
            story = story_of(document, start, end, self.settings, reading, judged.hints if splits else None)
            maker.add_story(*assemble(document, start, end, story, self.frame))
        return Piece(document.part(first, starts[0]), document.part(starts[-1], last), maker.done(), reading)


def _own_lines(block: Block, document: Document) -> tuple[int, int]:
    """The lines of a block's document `[first, last)` that are no context."""
    return bisect_left(document.offsets, block.start), bisect_left(document.offsets, block.end)


def _shortened(document: Document, starts: Sequence[int], gaps: Sequence[Gap], last: int) -> list[Gap]:
    """The gaps of a document up to line `last`, in order, with boundaries wherever a story would be too long.

    The first story begins at `starts`, or else at the first boundary: of what stands before it a part is not known.
    """
    ends = [*starts, *(gap.line for gap in gaps if gap.boundary), last]
    further = [line for first, end in pairwise(ends) for line in _cuts(document, first, end)]
    return sorted([*gaps, *(Gap.sure(line, "length") for line in further)], key=attrgetter("line"))


def _cuts(document: Document, first: int, last: int) -> Iterator[int]:
    """Where lines `[first, last)` are cut so that no part is too long; a single line is never cut."""
    offsets = document.offsets
    while last - first > LINES or offsets[last] - offsets[first] > BYTES:
        fitting = bisect_right(offsets, offsets[first] + BYTES, first, last + 1) - 1
        first = max(first + 1, min(first + LINES, fitting))
        if first == last:
            return
        yield first


def story_of(
    document: Document, first: int, last: int, settings: Settings, reading: Reading, hints: Hints | None = None
) -> Story:
    """The fields of the story in lines `[first, last)` and their fate, as far as the stages that run find them; `hints`
    tell what each of the document's lines may be.
    """
    lines, marks = document.lines[first:last], document.marks[first:last]
    rules = moved(document.rules, first, last)
    splits = "split" not in settings.skip
    edits = moved(document.edits, first, last)
    indents = {line: blanks for line in edits if (blanks := _indent(edits[line][0]))}
    name = take_mark(lines, marks, reading.numbered) if splits and reading.numbered else ""
    story = _read_export(lines, marks, settings.split, reading, indents) if splits else None
    if splits and reading.tabbed:
        story = read_tabbed(document, first, last, settings.split)
    if story is not None and decode_fields(story) and "normalize" not in settings.skip:
        repair_fields(story, settings.normalize)
    if story is None:
        if rules and "boilerplate" not in settings.skip:
            from clean.stages.boilerplate import mark_page, reclaim_headline

            own = Document(lines, [], marks=marks, rules=rules)
            if splits:
                reclaim_headline(own)
            mark_page(own, settings.boilerplate, headline=splits)
        told = hints.part(first, last) if hints is not None else None
        read = (lines, marks, settings.split, indents, reading.width, reading.places, told, reading.below)
        story = read_story(*read) if splits else Story(marks)
    if not story.date and splits:
        story.date = _ordered(story, settings.split, reading)
    if name:
        story.metadata["document_id"] = name
    story.rules = {**rules, **story.rules}
    if "blank-lines" in settings.boilerplate.off:  # marked all the same, for the stages between go by them
        story.marks = bytearray(Mark.BODY if mark == Mark.BLANK else mark for mark in story.marks)
    return story


def _ordered(story: Story, settings: Split, reading: Reading) -> str:
    """The date of a story that has one in numbers alone, where it is known what stands first in them."""
    order = reading.date_order if settings.date_order == "auto" else settings.date_order
    return ordered_date(story.dated or story.dateline, order) if order else ""


def _indent(edit: Edit) -> int:
    """How many blanks a line's first edit took away before it, by which paragraphs are told."""
    return edit.end - edit.start if edit.rule == "indentation" or "indentation" in edit.also else 0


def _read_export(
    lines: list[str], marks: bytearray, settings: Split, reading: Reading, indents: Mapping[int, int]
) -> Story | None:
    """A document of an export layout; None when these lines are none."""
    story = reading.layout.read(lines, marks) if reading.layout is not None else None
    if story is None:
        return None
    read_opening(story, lines, settings)
    if "hard-wrap" not in settings.off:
        body = [i for i, mark in enumerate(story.marks) if mark == BODY and lines[i]]
        story.joins = find_joins(lines, body, indents, reading.width)
        for line, edits in find_broken_words(lines, story.joins).items():
            story.edits[line] = story.edits.get(line, []) + edits
    return story


def repair_fields(fields: StoryFields, settings: Normalize) -> None:
    """Have fields that were no lines of a text repaired as such lines are; each is one line."""
    from clean.stages.normalize import normalize_each

    values = [fields.headline, fields.byline, fields.dateline, fields.agency, *fields.highlights]
    lines = Document([_LINE_END.sub(" ", value) for value in values], [])
    normalize_each(lines, settings)
    fields.headline, fields.byline, fields.dateline, fields.agency, *fields.highlights = lines.lines


class Stitcher:
    """Joins the stories that block ends have cut, and hands on every story in order."""

    def __init__(self, frame: Frame, settings: Settings, keep: Callable[[Batch], None]) -> None:
        self._frame = frame
        self._reading = Reading()
        self._settings = settings
        self._keep = keep
        self._pending = Document([], [0])

    def add(self, piece: Piece) -> None:
        """The next block's piece."""
        self._reading = piece.reading
        if not len(self._pending):
            self._pending = piece.head
        else:
            self._pending.append(piece.head)
        self._shorten()
        if piece.tail is not None:
            self._complete(self._pending)
            self._pending = piece.tail
        self._keep(piece.batch)

    def end(self) -> None:
        """Nothing follows."""
        self._complete(self._pending, last=True)

    def _shorten(self) -> None:
        """Hand on what is too long to be one story."""
        document = self._pending
        cuts = [] if "split" in self._settings.skip else list(_cuts(document, 0, len(document)))
        for first, last in pairwise([0, *cuts]):
            self._complete(document.part(first, last))
            maker = BatchMaker(self._frame.name, self._settings)
            maker.add_gaps([Gap.sure(last, "length")], document, 0)
            self._keep(maker.done())
        if cuts:
            self._pending = document.part(cuts[-1], len(document))

    def _complete(self, document: Document, last: bool = False) -> None:
        if not len(document):
            return
        story = story_of(document, 0, len(document), self._settings, self._reading)
        article, outside = assemble(document, 0, len(document), story, self._frame)
        if last and outside and outside[-1].rule == "blank-lines" and outside[-1].end_byte == document.offsets[-1]:
            outside[-1] = outside[-1]._replace(rule="trailing-blank-lines")
        maker = BatchMaker(self._frame.name, self._settings)
        maker.add_story(article, outside)
        self._keep(maker.done())
