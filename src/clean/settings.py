"""Every knob: its default, what it means, its bounds, and the reason for the default beside it.

One frozen dataclass a stage, given to that stage alone. `clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, may
set any of them (see `config/`); `clean config` prints them with their meanings, `clean config --schema` for editors.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal


def knob(default: Any, meaning: str, **bounds: float) -> Any:
    """A field with a default, what it means, and bounds (`ge`, `gt`, `le`).

    The metadata's keys are those that pydantic takes for its own, where a file is read or the schema is made. Strict: a
    number in quotes is none.
    """
    strict = {"strict": True} if isinstance(default, int | float) else {}
    metadata: dict[str, Any] = {"description": meaning, **strict, **bounds}
    return field(default=default, metadata=metadata)


def check_bounds(stage: Any) -> None:
    """Raise ValueError for a value that is out of its bounds."""
    for each in dataclasses.fields(stage):
        value, bounds = getattr(stage, each.name), each.metadata
        if "ge" in bounds and value < bounds["ge"]:
            raise ValueError(f"{each.name} must be at least {bounds['ge']}")
        if "gt" in bounds and value <= bounds["gt"]:
            raise ValueError(f"{each.name} must be above {bounds['gt']}")
        if "le" in bounds and value > bounds["le"]:
            raise ValueError(f"{each.name} must be at most {bounds['le']}")


@dataclass(frozen=True, slots=True)
class Read:
    """Opening and decoding sources."""

    encoding: str = knob("", 'What the sources are in, whatever they look like; "" decides for each from its bytes.')
    # Each carries 240 lines of context on either side, 4 % of 2 MB; 4 MB gain nothing over 2.
    block: int = knob(1 << 21, "Bytes that are worked at a time.", ge=1)
    # News text has 3 to 6, a dump in which every story stands 50 times some 200 at the utmost, files made to do harm
    # 1,000 (gzip) to 600,000 (bzip2).
    max_ratio: int = knob(250, "Decompressed bytes for one compressed byte, above which a file is refused.", ge=1)
    # Far above any dump, below what never ends.
    max_size: int = knob(1 << 40, "Decompressed bytes of one source, above which it is refused.", ge=1)
    # What zstd takes unasked, twice what xz -9 needs.
    max_window: int = knob(1 << 27, "Bytes a decompressor may look back (its memory).", ge=1)

    # Held whole, it takes ten to fifty times its length; the longest of text that is no mistake have 1 MB.
    max_line: int = knob(1 << 25, "Bytes a line or a record may have, above which a file is refused.", ge=1)

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class Normalize:
    """Repair of single lines."""

    off: frozenset[str] = frozenset()
    # Typographic quotes are what the newspaper printed, and tell an opening from a closing one.
    quotes: Literal["keep", "straight"] = knob("keep", "Typographic quotes: kept, or made straight.")
    # A dash between words and a hyphen inside one are two things.
    dashes: Literal["keep", "hyphen"] = knob("keep", "Dashes: kept, or made hyphens.")
    # Most of them come from layout, but French sets them before ; : ! ? »
    no_break_spaces: Literal["plain", "keep"] = knob(
        "plain", "No-break spaces (U+00A0, U+202F): made plain spaces, or kept."
    )


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Formulaic lines, separators, blank lines; page furniture; lines repeated over the corpus.

    Lengths are in characters, ideographs counted twice. The figures on pages were measured on 95 news pages saved as
    text: F1 of four-word shingles, .68 as given, .90 so; each may be a third lower or higher for .01 less.
    """

    off: frozenset[str] = frozenset()
    # Half as long is a short sentence; menus have few so long.
    short: int = knob(40, "Characters from which a line with closing punctuation is a sentence.", ge=0)
    unclosed: int = knob(100, "Characters from which a line without closing punctuation may be a sentence.", ge=0)
    # Teasers have two or three.
    function_words: int = knob(4, "Small words (the, of, and) that such a line must have to be one.", ge=0)
    # Else one long cookie notice outweighs the menu around it.
    long: int = knob(300, "Characters beyond which a line counts no more when text is told from menus.", ge=0)
    # Two of them outweigh a usual paragraph.
    loss: int = knob(100, "Characters that a line which is no sentence counts against a stretch of text.", ge=0)
    # It is a second story then.
    second_story: int = knob(
        50, "Per cent of the best stretch's score that another stretch of a page needs to stay.", ge=0, le=100
    )
    # A list of teasers has more.
    page_reach: int = knob(4, "Lines that are no sentence between a sentence and its story on a page.", ge=0)
    # Fewer are a byline, a date, bullets, a list.
    page_lines: int = knob(10, "Lines outside the story, formulaic ones not counted, that make a page.", ge=0)
    # Clean stories have at most one kind.
    page_signs: int = knob(4, "Formulaic lines, of two kinds, that make a page.", ge=0)
    # Clean stories have ten at most.
    menu_lines: int = knob(15, "Lines before the first sentence that make a page.", ge=0)
    # Never the larger part goes.
    page_share: int = knob(
        50, "Per cent of a record's sentences that must be left, else it is left alone.", ge=0, le=100
    )
    # One or two are a subhead, more are teasers or buttons.
    page_run: int = knob(3, "Lines in a row, inside a story on a page, that are no sentence and go.", ge=0)
    # House lines come in blocks of up to ten.
    repeated_edge: int = knob(10, "Lines from either end of an article where repeated lines are looked for.", ge=0)
    # A notice about the house may be long; paragraphs that repeat are copies.
    repeated_length: int = knob(1000, "Characters of the longest line that can be a repeated one.", ge=0)
    # Fewer may be a coincidence.
    repeated_articles: int = knob(5, "Different articles that a repeated line must be found in.", ge=1)
    # Less is a series' standing question.
    repeated_share: float = knob(
        0.02, "Share of the articles, of a folder or of all, that a repeated line must be found in.", ge=0, le=1
    )
    repeated_enough: int = knob(50, "Articles with a repeated line that are enough in a corpus of any size.", ge=1)
    # A list of tags, say.
    repeated_gap: int = knob(1, "Lines of its own that an article may have among or outside of repeated ones.", ge=0)
    # Stock sentences of stories stand anywhere.
    repeated_place: float = knob(
        0.8, "Share of the articles with a repeated line that must have it in that place.", ge=0, le=1
    )

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class Split:
    """Where stories begin, and what their lines are."""

    off: frozenset[str] = frozenset()
    mode: Literal["headlines", "topic", "lines"] = knob(
        "headlines",
        "Cut where a story's head or tail is seen; for text without any by lexical cohesion alone (topic), or before "
        "each line (lines), where every one is a whole story.",
    )
    # Above 0, even odds, because a story cut in two is worse than two left together.
    threshold: int = knob(
        0, "Score a boundary must reach, 100 to a factor e of odds; higher cuts less, and more surely."
    )
    # Files of one story, weights fitted without their pool: of 768 of four pools 764 stay whole so, of those of web
    # pages (wcxb) 132 of 140. Twice and thrice are `boundaries.SPREAD_STEPS`; 200 at once loses feeds of two or three
    # short items.
    evidence: int = knob(
        100,
        "Score that one boundary of a short source must be above for the source to hold more than one story; "
        "twice or thrice this where many words are said all over it.",
    )
    weights: str = knob("", 'A file of weights for scoring boundaries; "" is the one that comes with the program.')
    # Most sources have none.
    layout: str = knob(
        "auto", "The export layout of an archive: recognised from a source's first lines, or its name, or none."
    )
    # 04/03/2020 is April in one country and March in another: what a source's other dates show is certain.
    date_order: Literal["auto", "day", "month"] = knob(
        "auto", "What stands first in 12/03/2024: seen in a source's dates above 12, or told."
    )
    # A dict has no hash.
    layouts: dict[str, dict[str, Any]] = field(
        default_factory=dict,
        hash=False,
        metadata={"description": "Export layouts of your own, by name: see docs/layouts.md."},
    )


@dataclass(frozen=True, slots=True)
class Dedupe:
    """When two articles are the same, and which of them stays."""

    off: frozenset[str] = frozenset()
    # Of pairs of the development news at .55 to .7 all but one are one story in two versions, below .5 most are a story
    # and its follow-up over the same background.
    near: float = knob(
        0.55, "Jaccard similarity of word 3-grams from which two bodies are near duplicates.", gt=0, le=1
    )
    # A story of the next day may have most of the old one for its background: in the development news, "Talks aim to
    # avert pension strike" and "Stalemate in pension strike talks" .72. Who prints a story under a headline and a lead
    # of his own leaves more of the rest as it is.
    follow_up: float = knob(
        0.75,
        "Jaccard similarity from which two bodies are near duplicates under other headlines and leads, too.",
        gt=0,
        le=1,
    )
    # One headline over one lead says nearly as much as the marks of versions do. Among the development news, all of
    # whose pairs of .4 to .85 were read, no two stories are that like under one headline; of texts of one page by
    # several tools it finds what comments and menus keep apart: .996 of the pairs, without it .991.
    lead: float = knob(
        0.6,
        "Share of the shorter body that two have in common to be near duplicates under one headline and lead.",
        gt=0,
        le=1,
    )
    # DESIGN 5.
    contained: float = knob(
        0.85, "Share of the shorter body's shingles in the longer from which it is contained in it.", gt=0, le=1
    )
    # Fewer are a caption or a phrase that many stories hold.
    contained_words: int = knob(20, "Words a body must have to be contained in another.", ge=0)
    # Fewer are a phrase that stands under many headlines ("More to follow."); the shortest flash has a dozen.
    short_words: int = knob(10, "Words from which a body is the same story under another headline too.", ge=0)
    # Half leaves room for a new lead and a rewritten middle, and no chance for another story.
    update: float = knob(
        0.5,
        "Share of the shorter body that versions of a story have in common when their headlines call them versions.",
        gt=0,
        le=1,
    )
    # A template's texts (weather, markets, results) each tell of something else.
    keep: tuple[Literal["exact", "reprint", "update", "template", "near", "contained", "compilation"], ...] = knob(
        ("template",), "Relations whose articles are all kept."
    )
    # 32 bands of 4 rows find .9998 of the pairs of Jaccard .7, .87 at .5; as every pair is verified, recall counts.
    # Each has at least one of a signature's 128 values.
    bands: int = knob(32, "Bands of a signature of 128 values: more find more candidates.", ge=1, le=128)
    # Two bodies with 24 words in a row in common share a key.
    window: int = knob(16, "Runs of nine words in a window of the keys that find what is contained.", ge=1)
    survivor: Literal["longest", "first", "newest", "source"] = knob(
        "longest", "Which of a cluster stays: the longest, the first read, the newest by date, or by source."
    )
    sources: tuple[str, ...] = knob(
        (), 'With survivor = "source": beginnings of source names, the preferred ones first.'
    )

    def __post_init__(self) -> None:
        check_bounds(self)


@dataclass(frozen=True, slots=True)
class Fields:
    """The names that a record's fields go by; of several the first that says something counts.

    A name with dots is that of a field within an object, `headline.main`, where no field has that very name.
    """

    text: str = knob("text", "The field that holds a record's text.")
    headline: tuple[str, ...] = knob(("headline", "title"), "Fields that may hold the headline.")
    byline: tuple[str, ...] = knob(("byline", "author"), "Fields that may hold the byline.")
    dateline: tuple[str, ...] = knob(("dateline",), "Fields that may hold the dateline.")
    agency: tuple[str, ...] = knob(("agency",), "Fields that may hold the agency.")
    date: tuple[str, ...] = knob(("date",), "Fields that may hold the date.")
    highlights: str = knob("highlights", "The field that holds the highlights, a list.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run; `skip` names the stages left out."""

    skip: frozenset[str] = frozenset()
    read: Read = field(default_factory=Read)
    fields: Fields = field(default_factory=Fields)
    normalize: Normalize = field(default_factory=Normalize)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    split: Split = field(default_factory=Split)
    dedupe: Dedupe = field(default_factory=Dedupe)
