"""What is usual in a source, and by that where the stories of its documents begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from clean.document import Document
from clean.flow.review import DOUBTFUL
from clean.news.date_order import DateOrder
from clean.news.layouts.layout import Layout
from clean.settings import Settings
from clean.stages.split import Gap, Profile, judge_gaps, learn, profile, see
from clean.stages.split.block.joined import Text
from clean.stages.split.block.readers import Hints
from clean.stages.split.block.units import Units
from clean.stages.split.layouts import labels_once, may_have_layout, recognise
from clean.stages.split.markup import UNMARKED, Markup, confirmed, find_markup, may_begin, strip_markup
from clean.stages.split.mirror import judge_mirrored, learn_mirrored
from clean.stages.split.numbered import find_numbered, numbered_lines
from clean.stages.split.tabbed import is_tabbed, tabbed_lines
from clean.stages.split.usual.profile import PROFILED, sample

if TYPE_CHECKING:
    from clean.stages.boilerplate import Template

_PAGE = 3  # times the evidence: of 82 pages of one story no gap in 74 is above it, in 68 none above the evidence itself


class Reading(NamedTuple):
    """How the stories of a source are read: by its export `layout`, or as lines with a tab (`tabbed`), or under marks
    of this shape (`numbered`), with their headlines `below`; with `width`, `places` and `date_order` as in `Profile`.
    """

    layout: Layout | None = None
    width: int = 0
    places: bool = False
    date_order: DateOrder = ""
    tabbed: bool = False
    numbered: str = ""
    below: bool = False

    @classmethod
    def of(cls, usual: Profile) -> Reading:
        """How they are read where this is usual."""
        return cls(None, usual.width, usual.places, usual.date_order)


class Judged(NamedTuple):
    """How the stories of a document are read, its gaps that may be boundaries, and what is known of its lines."""

    reading: Reading
    gaps: list[Gap]
    hints: Hints | None = None

    def starts(self) -> list[int]:
        """The lines at which a story starts."""
        return [gap.line for gap in self.gaps if gap.boundary]


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a source, by its first bytes: for the boundary model, and the export layout if it has one, or
    the template of its web pages, and how its headlines are set off; whether each of its lines is a story, its headline
    before a tab; the shape of the marks over its stories (`numbered`); what is usual from its last line up (`turned`),
    where its headlines stand below its stories.
    """

    profile: Profile
    layout: Layout | None = None
    template: Template | None = None
    markup: Markup = UNMARKED
    tabbed: bool = False
    numbered: str = ""
    turned: Profile | None = None

    @classmethod
    def of(cls, head: _Head, settings: Settings, compiled: bool, whole: bool) -> Usual:
        """What is usual by the first lines of a source; only the `whole` of it can show that it holds one story."""
        lines, marks = head.document.lines, head.document.marks
        if head.is_certain():
            known = head.layout, head.template, head.markup, head.tabbed, head.numbered
            return cls(profile(lines, marks, whole, compiled), *known)
        split = replace(settings.split, evidence=settings.split.evidence - head.markup.points)
        usual = learn(head.text, split, whole and len(lines) <= PROFILED, compiled)
        if head.labelled is not None and usual.one:
            return cls(usual, head.labelled)
        if not (head.markup.points or (whole and usual.bare)):
            return cls(usual, markup=head.markup)
        first = lines[:PROFILED], marks[:PROFILED]
        gaps = judge_gaps(Units(*first, usual.width, compiled), usual, settings.split, 0, len(first[0]))
        markup = confirmed(head.markup, head.document, [gap.line for gap in gaps if gap.boundary])
        turned = learn_mirrored(lines, marks, usual, gaps, settings.split, compiled) if whole else None
        return cls(usual, markup=markup, turned=turned)

    @property
    def reading(self) -> Reading:
        """How its stories are read."""
        told = Reading.of(self.profile)
        below = self.turned is not None
        return told._replace(layout=self.layout, tabbed=self.tabbed, numbered=self.numbered, below=below)

    def mark(self, document: Document, settings: Settings) -> None:
        """Do to a block's lines, repaired and marked, what was done to the source's first before it was learnt from."""
        strip_markup(document, self.markup)
        mark_paragraphs(document, self.profile.width, settings)

    def judge(
        self,
        document: Document,
        settings: Settings,
        lines: tuple[int, int],
        compiled: bool = False,
        review: bool = False,
    ) -> Judged:
        """What there is to judge in lines `[first, last)` of a document of the source, by compiled code if told so, the
        lines around them being context.

        For a `review` the doubtful gaps that are no boundaries are among those found.
        """
        if self.layout is not None:
            why = f"layout {self.layout.name}"
            return Judged(self.reading, [Gap.sure(line, why) for line in self.layout.starts(document.lines, *lines)])
        if self.template is not None:
            return Judged(
                self.reading, [Gap.sure(line, "page") for line in self.template.starts(document.lines, *lines)]
            )
        if self.tabbed:
            return Judged(self.reading, [Gap.sure(line, "tab") for line in tabbed_lines(document, *lines)])
        if self.numbered:
            marks = numbered_lines(document, self.numbered, *lines)
            return Judged(self.reading, [Gap.sure(line, "numbered") for line in marks])
        units = Units(document.lines, document.marks, self.profile.width, compiled)
        split = settings.split
        if self.turned is not None:
            told = document.lines, document.marks, self.turned, split, *lines, _slack(review)
            return Judged(self.reading, judge_mirrored(*told), units.hints())
        if self.markup.points:
            split = replace(split, threshold=split.threshold - self.markup.points)
        gaps = judge_gaps(units, self.profile, split, *lines, _slack(review))
        if self.markup.points:
            gaps = [gap for gap in gaps if not gap.boundary or may_begin(document, gap.line, self.markup)]
        return Judged(self.reading, gaps, units.hints())


def judge_all(
    documents: Sequence[Document], settings: Settings, compiled: bool = False, review: bool = False
) -> list[Judged]:
    """What there is to judge in documents each of which is the whole of a source, as `Usual.judge` tells it."""
    heads = [_Head.of(document, document.lines, settings, whole=True) for document in documents]
    small = [head for head in heads if head.is_small()]
    seen = iter(see([head.text for head in small], settings.split, compiled, _slack(review)))
    found = []
    for head in heads:
        if head.is_small():
            usual, gaps, hints = next(seen)
            told = head.document.lines, head.document.marks, usual, gaps, settings.split, compiled
            turned = learn_mirrored(*told) if usual.bare else None
            if turned is None and (head.labelled is None or not usual.one):
                found.append(Judged(Reading.of(usual), gaps, hints))
                continue
            known = Usual(usual, head.labelled if usual.one else None, turned=turned)
        else:
            known = Usual.of(head, settings, compiled, whole=True)
        found.append(known.judge(head.document, settings, (0, len(head.document)), compiled, review))
    return found


class _Head(NamedTuple):
    """The first lines of a source, or all of them, as a document and as a `sample`, with what they are beside news:
    documents of a layout or pages of a template, and how headlines are set off. They are `labelled` where they are only
    where they hold one story.
    """

    document: Document
    text: Text
    layout: Layout | None = None
    labelled: Layout | None = None
    template: Template | None = None
    markup: Markup = UNMARKED
    tabbed: bool = False
    numbered: str = ""

    @classmethod
    def of(cls, document: Document, lines: list[str], settings: Settings, whole: bool) -> _Head:
        """What a document is, which is the `whole` of its source or the first lines; by more `lines` its layout is
        told.
        """
        layout = recognise(lines, settings.split)
        if layout is None and "split" not in settings.skip and is_tabbed(document, settings.split):
            return cls(document, sample(document.lines, document.marks), tabbed=True)
        if layout is None and "split" not in settings.skip and (shape := find_numbered(document, settings.split)):
            return cls(document, sample(document.lines, document.marks), numbered=shape)
        markup = UNMARKED if layout is not None else _markup(document, settings)
        strip_markup(document, markup)
        text = sample(document.lines, document.marks)
        labelled = layout if settings.split.layout == "auto" and labels_once(lines, layout) else None
        if layout is not None and labelled is None:
            return cls(document, text, layout)
        if mark_paragraphs(document, text.width, settings):
            text = sample(document.lines, document.marks)
        return cls(document, text, None, labelled, _template(document, settings, whole), markup)

    def is_small(self) -> bool:
        """Whether the sample is all there is to be judged, and by the boundary model."""
        return not (self.is_certain() or self.markup.points) and len(self.text.lines) == len(self.document)

    def is_certain(self) -> bool:
        """Whether it shows where stories begin, and no score is needed."""
        return self.layout is not None or self.template is not None or self.tabbed or bool(self.numbered)


def learn_sample(
    document: Document, all_lines: Callable[[], Document], settings: Settings, compiled: bool, whole: bool
) -> Usual:
    """What is usual in the source that begins with these lines, at least as many as a profile looks at, or is the
    `whole` of them; `all_lines` are those of its first 4 MB.

    Workers wait for this: line rules are asked of no more lines than these, and others read only for an export layout.
    """
    repair(document, settings)
    if not whole and may_have_layout(document.lines, settings.split):
        document = all_lines()
        repair(document, settings)
    head = document.part(0, PROFILED)
    mark(head, settings)
    whole = whole and len(head) == len(document)
    return Usual.of(_Head.of(head, document.lines, settings, whole), settings, compiled, whole)


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


def mark(document: Document, settings: Settings) -> None:
    """Have the line rules of the stage `boilerplate` look at a document's lines."""
    if "boilerplate" not in settings.skip:
        from clean.stages.boilerplate import (
            mark_contacts,
            mark_emptied,
            mark_lines,
            mark_mastheads,
            mark_notes,
            mark_pointed,
        )

        mark_lines(document, settings.boilerplate)
        mark_pointed(document)
        mark_contacts(document, settings.boilerplate)
        mark_notes(document)
        mark_mastheads(document, settings.boilerplate)
        mark_emptied(document)


def mark_paragraphs(document: Document, width: int, settings: Settings) -> bool:
    """Have the line rules look at the paragraphs of lines wrapped at a width; whether this changed a mark."""
    if not width or not document.rules or "boilerplate" in settings.skip:
        return False
    from clean.stages.boilerplate import judge_paragraphs

    before = bytes(document.marks)
    judge_paragraphs(document, width, settings.boilerplate)
    return bytes(document.marks) != before


def _markup(document: Document, settings: Settings) -> Markup:
    """How the headlines of a source are set off, by its first lines; in mode `topic` they decide nothing."""
    if "split" in settings.skip:
        return UNMARKED
    found = find_markup(document.lines[:PROFILED], document.marks[:PROFILED], settings.split)
    return found if settings.split.mode == "headlines" else found._replace(points=0)


def _slack(review: bool) -> int:
    """How many points below the threshold gaps are asked for."""
    return DOUBTFUL if review else 0


def _template(head: Document, settings: Settings, whole: bool) -> Template | None:
    """The template of a source that is web pages, or one page, by its first lines."""
    if "boilerplate" in settings.skip or settings.split.mode != "headlines" or not head.rules:
        return None
    from clean.stages.boilerplate import Template, find_template, story_of_page

    if found := find_template(head, settings.boilerplate):
        return found
    if not whole or (marks := story_of_page(head, settings.boilerplate)) is None:
        return None
    split = replace(settings.split, evidence=settings.split.evidence * _PAGE)
    one = learn(sample(head.lines, marks), split, len(head) <= PROFILED).one
    return Template() if one else None
