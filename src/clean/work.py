"""What is done to one block of a text source: a pure function from bytes to articles and changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from clean.article import Article
from clean.assemble import Frame, assemble
from clean.audit import Change
from clean.document import Document, Mark
from clean.settings import Settings
from clean.sources.encodings import Encoding
from clean.sources.lines import read_lines
from clean.sources.text import Block
from clean.stages.split import Profile, find_boundaries, profile, read_story
from clean.story import Story


@dataclass(slots=True)
class Piece:
    """What came of a block: whole stories, and the two that its ends cut.

    `head` are the lines before the first boundary: they go on with the block before. `tail` are the lines from the
    last boundary on, None where the block has no boundary.
    """

    head: Document
    tail: Document | None
    articles: list[Article] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TextWork:
    """The work on the blocks of one text source."""

    frame: Frame
    encoding: Encoding
    line_ending: bytes
    settings: Settings
    profile: Profile

    def __call__(self, block: Block) -> Piece:
        """Read, repair and mark a block's lines, and cut them into stories."""
        document = prepare(
            read_lines(block.raw, self.encoding, self.line_ending, block.offset, block.first_line), self.settings
        )
        first, last = bisect_left(document.offsets, block.start), bisect_left(document.offsets, block.end)
        starts = self._starts(document, first, last, at_beginning=block.start == len(self.encoding.bom))
        if not starts:
            return Piece(document.part(first, last), None)
        piece = Piece(document.part(first, starts[0]), document.part(starts[-1], last))
        for start, end in zip(starts, starts[1:], strict=False):
            story = self.read(document.lines[start:end], document.marks[start:end])
            article, changes = assemble(document, start, end, story, self.frame)
            piece.changes += changes
            if article is not None:
                piece.articles.append(article)
        return piece

    def _starts(self, document: Document, first: int, last: int, at_beginning: bool) -> list[int]:
        starts = [first] if at_beginning else []
        if "split" not in self.settings.skip:
            found = find_boundaries(document.lines, document.marks, self.profile, self.settings.split, first, last)
            starts += [line for line in found if not (at_beginning and line == first)]
        return starts

    def finish(self, document: Document) -> tuple[Article | None, list[Change]]:
        """The article of a story whose lines came from several blocks."""
        story = self.read(document.lines, document.marks)
        return assemble(document, 0, len(document), story, self.frame)

    def read(self, lines: list[str], marks: bytearray) -> Story:
        """A story's fields and the fate of its lines."""
        return story_of(lines, marks, self.settings)


def story_of(lines: list[str], marks: bytearray, settings: Settings) -> Story:
    """A story's fields and the fate of its lines, as far as the stages that run find them."""
    if "split" in settings.skip:
        return Story(marks)
    return read_story(lines, marks, settings.split)


def prepare(document: Document, settings: Settings) -> Document:
    """The document after the stages that look at single lines."""
    if "normalize" not in settings.skip:
        from clean.stages.normalize import normalize

        normalize(document, settings.normalize)
    if "boilerplate" not in settings.skip:
        from clean.stages.boilerplate import mark_lines

        mark_lines(document, settings.boilerplate)
    return document


Finish = Callable[[Document], tuple[Article | None, list[Change]]]


@dataclass(slots=True)
class Stitcher:
    """Joins the stories that block ends have cut; `add` gives what is complete, `end` the rest."""

    finish: Finish
    _pending: Document | None = None

    def add(self, piece: Piece) -> tuple[list[Article], list[Change]]:
        articles: list[Article] = []
        changes: list[Change] = []
        if self._pending is None:
            self._pending = piece.head
        else:
            self._pending.append(piece.head)
        if piece.tail is None:
            return articles, changes
        self._complete(articles, changes)
        self._pending = piece.tail
        return articles + piece.articles, changes + piece.changes

    def end(self) -> tuple[list[Article], list[Change]]:
        articles: list[Article] = []
        changes: list[Change] = []
        self._complete(articles, changes)
        return articles, changes

    def _complete(self, articles: list[Article], changes: list[Change]) -> None:
        if self._pending is None or not len(self._pending):
            return
        article, outside = self.finish(self._pending)
        self._pending = None
        changes += outside
        if article is not None:
            articles.append(article)
