"""What is done to one block of a text source: a pure function from bytes to articles and changes.

Stories that block ends cut are put together again by the `Stitcher`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from clean.document import BODY, Document, Edit, Mark, moved
from clean.flow.assemble import Frame, assemble
from clean.flow.batch import Batch, BatchMaker, Signing
from clean.flow.review import DOUBTFUL
from clean.news.date_order import DateOrder
from clean.news.dates import ordered_date
from clean.news.layouts.encoded_words import decode_fields
from clean.news.layouts.layout import Layout
from clean.settings import Normalize, Settings, Split
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.sources.text import Block
from clean.stages.split import Gap, Profile, judge_gaps, profile, read_story, survey
from clean.stages.split.columns import Columns
from clean.stages.split.layouts import read_opening, recognise
from clean.stages.split.paragraphs import find_broken_words, find_joins
from clean.stages.split.profile import SAMPLE, sample
from clean.stages.split.readers import Hints
from clean.stages.split.units import Units
from clean.story import Story, StoryFields

if TYPE_CHECKING:
    from clean.stages.boilerplate import Template

_LINE_END = re.compile(r"\r\n|[\r\n]")
LINES, BYTES = 1 << 16, 1 << 22
"""What a story has at most: it is held whole. The longest reports have some hundred KB; a text in which no story begins
for so long, or nothing but line feeds, is cut all the same."""

_PAGE = 3  # times the evidence: of 82 pages of one story no gap in 74 is above it, in 68 none above the evidence itself


class Reading(NamedTuple):
    """How the stories of a source are read: by its export `layout`, with `width`, `places` and `date_order` as in
    `Profile`.
    """

    layout: Layout | None = None
    width: int = 0
    places: bool = False
    date_order: DateOrder = ""


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
        document = read_lines(block.raw, self.encoding, self.line_ending, block.offset, block.first_line)
        prepare(document, self.settings)
        first, last = bisect_left(document.offsets, block.start), bisect_left(document.offsets, block.end)
        compiled = self.signing is Signing.COMPILED
        usual = Usual.by(self.usual, document, self.settings, compiled)
        maker = BatchMaker(self.frame.name, self.settings, self.signing)
        starts = [first] if block.start == len(self.encoding.bom) else []
        units = None
        if "split" not in self.settings.skip:
            units = usual.look(document, compiled)
            gaps = usual.judge(document, self.settings.split, (first, last), compiled, self.review > 0, units)
            gaps = [gap for gap in gaps if gap.line not in starts]
            starts += maker.add_gaps(_shortened(document, starts, gaps, last), document, self.review)
        if not starts:
            return Piece(document.part(first, last), None, maker.done(), usual.reading)
        hints, reading = units.hints() if units is not None else None, usual.reading
        for start, end in pairwise(starts):
            story = story_of(document, start, end, self.settings, reading, hints)
            maker.add_story(*assemble(document, start, end, story, self.frame))
        return Piece(document.part(first, starts[0]), document.part(starts[-1], last), maker.done(), usual.reading)


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a source, by its first bytes: for the boundary model, and the export layout if it has one, or
    the template of its web pages; where these are the document that is judged, what was `seen` of them.
    """

    profile: Profile
    layout: Layout | None
    seen: Columns | Units | None = None
    template: Template | None = None

    @classmethod
    def of(cls, document: Document, settings: Settings, compiled: bool = False) -> Usual:
        """What is usual in the source that is this document."""
        return cls._of(document, recognise(document.lines, settings.split), settings, compiled, whole=True)

    @classmethod
    def by(cls, known: Usual | None, document: Document, settings: Settings, compiled: bool = False) -> Usual:
        """What is usual in a document's source: what is known of it, by which its paragraphs are then marked, or else
        what the document tells, which is the whole of it.
        """
        if known is None:
            return cls.of(document, settings, compiled)
        known.mark_paragraphs(document, settings)
        return known

    @classmethod
    def of_sample(cls, document: Document, settings: Settings, compiled: bool, whole: bool) -> Usual:
        """What is usual in the source whose first 4 MB these lines are, or the `whole` of it.

        Workers wait for this: line rules are asked of as many lines as a profile looks at, and not of all.
        """
        repair(document, settings)
        head = document.part(0, SAMPLE)
        mark(head, settings)
        layout = recognise(document.lines, settings.split)
        found = cls._of(head, layout, settings, compiled, whole and len(head) == len(document))
        return replace(found, seen=None)

    @classmethod
    def _of(cls, head: Document, layout: Layout | None, settings: Settings, compiled: bool, whole: bool) -> Usual:
        """What is usual by these lines; only the whole of a source can show that it holds one story."""
        units = sample(head.lines, head.marks, compiled)
        usual = profile(head.lines, head.marks, whole, compiled, units)
        labelled = layout if settings.split.layout == "auto" and _labels_once(head, layout) else None
        if layout is not None and labelled is None:
            return cls(usual, layout)
        if cls(usual, None).mark_paragraphs(head, settings):
            units = sample(head.lines, head.marks, compiled)
            usual = profile(head.lines, head.marks, whole, compiled, units)
        if template := _template(head, settings, whole):
            return cls(usual, None, template=template)
        usual, seen = survey(head.lines, head.marks, usual, settings.split, whole, compiled, units)
        return cls(usual, labelled) if usual.one else cls(usual, None, seen)

    @property
    def reading(self) -> Reading:
        """How its stories are read."""
        return Reading(self.layout, self.profile.width, self.profile.places, self.profile.date_order)

    def look(self, document: Document, compiled: bool) -> Units | None:
        """The units that the boundary model judges by, looked at by compiled code if told so; None where it is not
        asked.
        """
        if self.layout is not None or self.template is not None:
            return None
        if isinstance(self.seen, Columns):
            return self.seen.units
        return self.seen or Units(document.lines, document.marks, self.profile.width, compiled)

    def mark_paragraphs(self, document: Document, settings: Settings) -> bool:
        """Have the line rules look at the paragraphs of a hard-wrapped source; whether this changed a mark."""
        if not self.profile.width or not document.rules or "boilerplate" in settings.skip:
            return False
        from clean.stages.boilerplate import judge_paragraphs

        before = bytes(document.marks)
        judge_paragraphs(document.lines, document.marks, document.rules, self.profile.width, settings.boilerplate)
        return bytes(document.marks) != before

    def judge(
        self,
        document: Document,
        settings: Split,
        lines: tuple[int, int],
        compiled: bool = False,
        review: bool = False,
        units: Units | None = None,
    ) -> list[Gap]:
        """The gaps in lines `[first, last)` that may be boundaries, by compiled code if told so; `units` are those of
        the document, if there are any yet.

        For a `review` the doubtful ones that are none are among them for certain.
        """
        if self.layout is not None:
            why = f"layout {self.layout.name}"
            return [Gap.sure(line, why) for line in self.layout.starts(document.lines, *lines)]
        if self.template is not None:
            return [Gap.sure(line, "page") for line in self.template.starts(document.lines, *lines)]
        slack = DOUBTFUL if review else 0
        seen = self.seen or units
        return judge_gaps(document.lines, document.marks, self.profile, settings, *lines, compiled, slack, seen)

    def starts(self, document: Document, settings: Split) -> list[int]:
        """The lines of a whole document at which a story starts."""
        return [gap.line for gap in self.judge(document, settings, (0, len(document))) if gap.boundary]


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


def _labels_once(head: Document, layout: Layout | None) -> bool:
    """Whether a layout found but one head of labels in these lines: below it may stand more stories, without any."""
    return layout is not None and bool(layout.opener) and len(layout.starts(head.lines, 0, len(head))) < 2


def _template(head: Document, settings: Settings, whole: bool) -> Template | None:
    """The template of a source that is web pages, or one page, by its first lines."""
    if "boilerplate" in settings.skip or settings.split.mode != "headlines" or not head.rules:
        return None
    from clean.stages.boilerplate import Template, find_template, story_of_page

    told = head.lines, head.marks, head.rules, settings.boilerplate
    if found := find_template(*told):
        return found
    if not whole or (marks := story_of_page(*told)) is None:
        return None
    split = replace(settings.split, evidence=settings.split.evidence * _PAGE)
    one = survey(head.lines, marks, profile(head.lines, marks), split, whole)[0].one
    return Template() if one else None


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
    story = _read_export(lines, marks, settings.split, reading, indents) if splits else None
    if story is not None and decode_fields(story) and "normalize" not in settings.skip:
        repair_fields(story, settings.normalize)
    if story is None:
        if rules and "boilerplate" not in settings.skip:
            from clean.stages.boilerplate import mark_page, reclaim_headline

            if splits:
                reclaim_headline(lines, marks, rules)
            mark_page(lines, marks, rules, settings.boilerplate, headline=splits)
        told = hints.part(first, last) if hints is not None else None
        read = (lines, marks, settings.split, indents, reading.width, reading.places, told)
        story = read_story(*read) if splits else Story(marks)
    if not story.date and splits:
        story.date = _ordered(story, settings.split, reading)
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


def prepare(document: Document, settings: Settings) -> Document:
    """The document after the stages that look at single lines."""
    repair(document, settings)
    mark(document, settings)
    return document


def repair(document: Document, settings: Settings) -> None:
    """Have the stage `normalize` look at a document's lines."""
    if "normalize" not in settings.skip:
        from clean.stages.normalize import normalize

        normalize(document, settings.normalize)


def repair_fields(fields: StoryFields, settings: Normalize) -> None:
    """Have fields that were no lines of a text repaired as such lines are; each is one line."""
    from clean.stages.normalize import normalize

    values = [fields.headline, fields.byline, fields.dateline, fields.agency, *fields.highlights]
    lines = Document([_LINE_END.sub(" ", value) for value in values], [])
    normalize(lines, settings)
    fields.headline, fields.byline, fields.dateline, fields.agency, *fields.highlights = lines.lines


def mark(document: Document, settings: Settings) -> None:
    """Have the line rules of the stage `boilerplate` look at a document's lines."""
    if "boilerplate" not in settings.skip:
        from clean.stages.boilerplate import mark_lines

        mark_lines(document, settings.boilerplate)


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
