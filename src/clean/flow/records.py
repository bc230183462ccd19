"""What is done to one block of a record source (JSONL, CSV): from records to articles and changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Any, NamedTuple

from clean.article import Article
from clean.audit.change import Change
from clean.audit.frame import Frame
from clean.audit.patch import as_text, literals
from clean.document import Document, Mark
from clean.flow.assemble import assemble
from clean.flow.batch import Aside, Batch, BatchMaker, Signing
from clean.flow.unread import hint_for, is_paragraphs, too_long
from clean.flow.usual import Judged, Reading, judge_all, prepare
from clean.flow.work import repair_fields, story_of
from clean.news.bylines import read_byline
from clean.news.words import fold
from clean.settings import Fields, Settings
from clean.sources.encodings import Encoding
from clean.sources.lines import main_line_ending, read_lines
from clean.sources.records import Fault, Problem, Record, Table, read_csv, read_jsonl
from clean.sources.text import Block
from clean.stages.normalize import part_blocks
from clean.stages.split import Gap
from clean.story import Story, StoryFields

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][0-9:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})?)?")
UTF8 = Encoding()
RECORDS = 512
"""Records that are judged together: numpy's calls are then 20 µs of each. A block may have a million of one letter, and
each takes some KB meanwhile."""


@dataclass(frozen=True, slots=True)
class RecordWork:
    """The work on the blocks of one JSONL source, or of one CSV source with its `table`."""

    frame: Frame
    settings: Settings
    table: Table | None
    signing: Signing
    review: int = 0

    def __call__(self, block: Block) -> Batch:
        """Read a block's records and make each the articles it holds."""
        maker = BatchMaker(self.frame.name, self.settings, self.signing, in_records=True)
        records = read_csv(block, self.table) if self.table else read_jsonl(block, Encoding(self.frame.encoding))
        while some := list(islice(records, RECORDS)):
            self._add_all([self._take(record) for record in some], maker)
        return maker.done()

    def _add_all(self, taken: Sequence[Taken], maker: BatchMaker) -> None:
        """Make some records the articles they hold."""
        given = [one.given for one in taken if one.given is not None]
        texts = iter(read_all(given, self.settings, self.review > 0, self.signing is Signing.COMPILED))
        for one in taken:
            if one.given is None:
                self._add_unread(one, maker)
            else:
                self._add(one.record, one.given, next(texts), maker)

    def _take(self, record: Record) -> Taken:
        """A record with its fields."""
        if record.fields is None and record.problem is None:
            return Taken(record)
        if len(record.raw) > self.settings.read.max_line:
            raise too_long(self.frame.name, self.settings.read)
        given, missing = given_fields(record.fields or {}, self.settings.fields)
        if problem := record.problem or missing:
            return Taken(record, problem=problem)
        if "normalize" not in self.settings.skip:
            given.text = part_blocks(given.text, self.settings.normalize)
            repair_fields(given, self.settings.normalize)
        return Taken(record, given)

    def _add_unread(self, taken: Taken, maker: BatchMaker) -> None:
        """A blank line, or a record that cannot be read."""
        record = taken.record
        if taken.problem:
            place = record.start, record.end, record.first_line
            maker.add_aside(Aside(*place, taken.problem.why, record.raw, hint_for(record, taken.problem)))
            maker.add_changes([record_change(record, "set-aside", "")])
        else:
            maker.add_changes([record_change(record, "record", self.frame.encoding)])

    def _add(self, record: Record, given: Given, text: RecordText, maker: BatchMaker) -> None:
        articles, inside = self._articles(given, record, text, maker)
        if len(articles) == 1:
            before, *after = record_changes(record, articles[0].text, self.frame)
            articles[0].changes = [before, *inside, *after]
        else:
            maker.add_changes([record_change(record, "record", self.frame.encoding), *inside])
        for number, article in enumerate(articles, 1):
            article.part = number
            maker.add_article(article, numbered=True, is_row=given.is_row)

    def _articles(
        self, given: Given, record: Record, text: RecordText, maker: BatchMaker
    ) -> tuple[list[Article], list[Change]]:
        """The articles of one record, in order, and what was changed in its text; an empty text is an article too."""
        if text.gaps:
            maker.add_gaps(text.gaps, text.document, self.review, (record.start, record.first_line))
        articles: list[Article] = []
        inside: list[Change] = []
        for start, end, story in text.stories:
            article, outside = assemble(text.document, start, end, story, text.frame)
            inside += outside
            if article is not None:
                inside += article.changes
                articles.append(article)
        articles = articles or [Article((0, 0), (0, 0))]
        for article in articles:
            place(article, given, record, alone=len(articles) == 1)
        return articles, [_at_record(change, record) for change in inside if change.rule != "final-newline"]


class Taken(NamedTuple):
    """A record and its fields; none where it is blank, or where a `problem` says why it cannot be read."""

    record: Record
    given: Given | None = None
    problem: Problem | None = None


class RecordText(NamedTuple):
    """The text of a record as lines, its stories as lines `[start, end)`, how its lines are written, and the gaps that
    were judged.
    """

    document: Document
    stories: list[tuple[int, int, Story]]
    frame: Frame
    gaps: list[Gap]


def read_all(
    given: Sequence[Given], settings: Settings, review: bool = False, compiled: bool = False
) -> list[RecordText]:
    """The texts of records; all that are split are judged at once."""
    read = [_read_lines(one, settings) for one in given]
    split = [
        not one.is_article and "split" not in settings.skip and len(document) > 0
        for one, (document, _) in zip(given, read, strict=True)
    ]
    documents = [document for asked, (document, _) in zip(split, read, strict=True) if asked]
    judged = iter(judge_all(documents, settings, compiled, review))
    found = []
    for one, asked, (document, frame) in zip(given, split, read, strict=True):
        if asked:
            stories, gaps = _stories(document, next(judged), settings)
        else:
            stories, gaps = [(0, len(document), _given_story(one, document, settings))], []
        found.append(RecordText(document, stories, frame, gaps))
    return found


def _read_lines(given: Given, settings: Settings) -> tuple[Document, Frame]:
    """The lines of a record's text, repaired and marked, and how they are written."""
    raw = given.text.encode("utf-8")
    line_ending = main_line_ending(raw, UTF8)
    document = prepare(read_lines(raw, UTF8, line_ending), settings)
    keep_words(document)
    return document, Frame("", "utf-8", line_ending.decode("ascii"))


def _stories(document: Document, judged: Judged, settings: Settings) -> tuple[list[tuple[int, int, Story]], list[Gap]]:
    """The stories of a record without a headline, by what was judged of its lines, and the gaps."""
    gaps = [gap for gap in judged.gaps if gap.line]
    bounds = pairwise([0, *(gap.line for gap in gaps if gap.boundary), len(document)])
    told = settings, judged.reading, judged.hints
    return [(start, end, story_of(document, start, end, *told)) for start, end in bounds], gaps


def place(article: Article, given: Given, record: Record, alone: bool) -> None:
    """Give an article its record's place and, for what the text itself did not say, its fields."""
    article.span_bytes, article.span_lines = (record.start, record.end), (record.first_line, record.last_line)
    article.changes = []
    article.metadata = {**given.metadata, **article.metadata}
    if alone:
        article.headline = article.headline or given.headline
        article.highlights = article.highlights or given.highlights
    article.byline = article.byline or given.byline
    article.dateline = article.dateline or given.dateline
    article.agency = article.agency or given.agency
    article.date = article.date or given.date


def _at_record(change: Change, record: Record) -> Change:
    """A change of a record's text, which has no place of its own in the source, with the place of the record."""
    return change._replace(
        start_byte=record.start, end_byte=record.end, start_line=record.first_line, end_line=record.last_line
    )


@dataclass(slots=True)
class Given(StoryFields):
    """The fields of a record. `is_article` when its text is one story, `is_row` when it came out of a run."""

    text: str = ""
    is_article: bool = False
    is_row: bool = False


def given_fields(fields: dict[str, Any], names: Fields) -> tuple[Given, Problem | None]:
    """A record's fields by their names; a problem where the text is missing or none."""
    rest = dict(fields)
    holder, name = holder_of(rest, names.text)
    text = holder.pop(name, None)
    if is_paragraphs(text):
        text = "\n".join(text)
    if not isinstance(text, str):
        kind = Fault.TEXT if text is None or isinstance(text, dict) else Fault.OTHER
        return Given(), Problem(kind, f"{names.text}: {'no such field' if text is None else 'not a string'}")
    given = Given(text)
    given.byline = _names(rest, names.byline)
    for name in ("headline", "dateline", "agency", "date"):
        setattr(given, name, _first_string(rest, getattr(names, name)))
    given.highlights = _strings(rest, names.highlights)
    if given.date and not ISO_DATE.fullmatch(given.date):
        rest["date"], given.date = given.date, ""
    given.is_row = isinstance(fields.get("span"), dict) and isinstance(fields.get("duplicates"), list)
    given.is_article = bool(given.headline) or given.is_row
    if not given.is_row:
        given.byline = read_byline(given.byline) or given.byline
    nested = rest.pop("metadata", None)
    given.metadata = {**nested, **rest} if isinstance(nested, dict) else rest
    if nested is not None and not isinstance(nested, dict):
        given.metadata["metadata"] = nested
    return given, None


def holder_of(fields: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """The object that holds a field, and the field's name in it: `headline.main` may be a field of that very name, or
    `main` within `headline`. The objects on the way are copied, so that what is taken out leaves others as they were.
    """
    while name not in fields and "." in name:
        outer, _, inner = name.partition(".")
        if not isinstance(fields.get(outer), dict):
            break
        fields[outer] = dict(fields[outer])
        fields, name = fields[outer], inner
    return fields, name


def _first_string(fields: dict[str, Any], names: Iterable[str]) -> str:
    """The first of these fields that says something, taken out; what is no string stays where it is."""
    for each in names:
        holder, name = holder_of(fields, each)
        if isinstance(holder.get(name), str):
            value = holder.pop(name)
            if value:
                return str(value)
    return ""


def _names(fields: dict[str, Any], names: Iterable[str]) -> str:
    """The same of a field that may as well be a list of names: these with commas."""
    for each in names:
        if authors := _strings(fields, each):
            holder, name = holder_of(fields, each)
            holder[name] = ", ".join(authors)
    return _first_string(fields, names)


def _strings(fields: dict[str, Any], name: str) -> list[str]:
    holder, name = holder_of(fields, name)
    value = holder.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        del holder[name]
        return value
    return []


def _given_story(given: Given, document: Document, settings: Settings) -> Story:
    """The story of a record that is one article: its lines as the line rules marked them, and the fields given."""
    story = story_of(document, 0, len(document), replace(settings, skip=settings.skip | {"split"}), Reading())
    story.headline, story.byline, story.dateline = given.headline, given.byline, given.dateline
    story.agency, story.date, story.highlights = given.agency, given.date, given.highlights
    # In a row a headline has been looked for, when the dateline stood before it perhaps.
    headline = "" if given.is_row else fold(story.headline)
    if headline and "split" not in settings.skip and "duplicate-headline" not in settings.split.off:
        for line, text in enumerate(document.lines):
            if story.marks[line] == Mark.BODY and fold(text) == headline:
                story.marks[line] = Mark.DUPLICATE_HEADLINE
    keep_words(Document(document.lines, [], marks=story.marks, rules=story.rules))
    return story


def keep_words(record: Document) -> None:
    """Let a record's formulaic lines stand where nothing else would: a record is somebody's article, never emptied."""
    if any(mark == Mark.BODY and line for mark, line in zip(record.marks, record.lines, strict=True)):
        return
    record.put_back([line for line in record.rules if record.marks[line] == Mark.BOILERPLATE])


def record_change(record: Record, rule: str, encoding: str) -> Change:
    """The whole record as a change: its bytes, as text where `encoding` says that they are."""
    before = as_text(record.raw, encoding) if encoding else record.raw
    return Change(record.start, record.end, record.first_line, record.last_line, rule, before)


def record_changes(record: Record, text: str, frame: Frame) -> list[Change]:
    """What stands around a record's text where this stands in it as in OUT; else the whole record."""
    for literal in literals(text, frame.format):
        data = literal.encode(frame.encoding, "replace")
        place = record.raw.find(data) if len(data) >= LITERAL else -1
        if place >= 0:
            end = place + len(data)
            parts = (
                record._replace(raw=record.raw[:place], end=record.start + place),
                record._replace(raw=record.raw[end:], start=record.start + end),
            )
            return [record_change(part, "record", frame.encoding) for part in parts]
    return [record_change(record, "record", frame.encoding)]


LITERAL = 200
"""Bytes of text from which two changes are shorter than one that repeats it."""
