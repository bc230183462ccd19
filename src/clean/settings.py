"""Every knob, with its default and the reason for it: one frozen dataclass a stage, given to that stage alone.

`clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, may set any of them; see `config.py` for how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Read:
    """Opening and decoding sources."""

    encoding: str = ""  # what the sources are in, whatever they look like; "" decides for each source from its bytes
    # Bytes of a block: large enough that the work outweighs the call, small enough for the processor's caches.
    block: int = 1 << 20
    # Decompressed bytes for one compressed byte: news text has 3 to 6, a dump in which every story stands 50 times some
    # 200 at the utmost, files made to do harm 1,000 (gzip) to 600,000 (bzip2).
    max_ratio: int = 250
    max_size: int = 1 << 40  # decompressed bytes of one source: far above any dump, below what never ends
    max_window: int = 1 << 27  # bytes a decompressor may look back: what zstd takes unasked, twice what xz -9 needs

    def __post_init__(self) -> None:
        for name in ("block", "max_ratio", "max_size", "max_window"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")


@dataclass(frozen=True, slots=True)
class Normalize:
    """Repair of single lines."""

    off: frozenset[str] = frozenset()
    # "keep" | "straight": typographic quotes are what the newspaper printed, and tell an opening from a closing one
    quotes: Literal["keep", "straight"] = "keep"
    # "keep" | "hyphen": a dash between words and a hyphen inside one are two things
    dashes: Literal["keep", "hyphen"] = "keep"
    # "plain" | "keep": most no-break spaces (U+00A0, U+202F) come from layout, but French sets them before ; : ! ? »
    no_break_spaces: Literal["plain", "keep"] = "plain"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Formulaic lines, separators, blank lines; page furniture; lines repeated over the corpus.

    Lengths are in characters, ideographs counted twice. The figures on pages were measured on 95 news pages saved as
    text: F1 of four-word shingles, .68 as given, .90 so; each may be a third lower or higher for .01 less.
    """

    off: frozenset[str] = frozenset()
    short: int = 40  # a closed line so long is a sentence, half as long a short one; menus have few so long
    unclosed: int = 100  # a line without closing punctuation must be so long to be a sentence,
    function_words: int = 4  # and hold so many small words: teasers have two or three
    long: int = 300  # no line counts for more: else one long cookie notice outweighs the menu around it
    loss: int = 100  # what a line that is no sentence counts against: two of them outweigh a usual paragraph
    second_story: int = 50  # per cent of the best stretch's score that another needs to stay: it is a second story then
    page_reach: int = 4  # lines that are no sentence between a sentence and its story; a list of teasers has more
    page_lines: int = 10  # fewer outside the story, formulaic ones not counted, are a byline, a date, bullets, a list
    page_signs: int = 4  # formulaic lines, of two kinds: clean stories have at most one kind
    menu_lines: int = 15  # before the first sentence; clean stories have ten at most
    page_share: int = 50  # per cent of its sentences must be left, else a record is left alone: never the larger part
    page_run: int = 3  # in a story one or two lines that are no sentence are a subhead, more are teasers or buttons
    repeated_edge: int = 10  # lines from either end of an article: house lines come in blocks of up to ten
    repeated_length: int = 1000  # characters: a notice about the house may be long; paragraphs that repeat are copies
    repeated_articles: int = 5  # different ones: fewer may be a coincidence
    repeated_share: float = 0.02  # of the articles of a folder, or of all: less is a series' standing question
    repeated_enough: int = 50  # articles are enough in a corpus of any size
    repeated_gap: int = 1  # lines of its own, a list of tags say, that an article may have among or outside of them
    repeated_place: float = 0.8  # of the articles with a line have it there: stock sentences of stories stand anywhere


@dataclass(frozen=True, slots=True)
class Split:
    """Where stories begin, and what their lines are."""

    off: frozenset[str] = frozenset()
    # "headlines" cuts where a story's head or tail is seen; "topic" by lexical cohesion alone, for text without any.
    mode: Literal["headlines", "topic"] = "headlines"
    # Score a boundary must reach, in the weights' units (100 to a factor e of odds). Above 0, even odds, because a
    # story cut in two is worse than two left together.
    threshold: int = 0
    # Another weights file than the one in the package; "" is the package's own.
    weights: str = ""
    # auto: a source's export layout is recognised from its first lines, and most sources have none; or a name, or none.
    layout: str = "auto"
    # The user's own layouts by name, each a table as in `docs/layouts.md`; left out of the hash, which a dict has not.
    layouts: dict[str, dict[str, Any]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Dedupe:
    """When two articles are the same, and which of them stays."""

    off: frozenset[str] = frozenset()
    # Jaccard similarity of word 3-grams from which two bodies are near duplicates. Of pairs of the development news at
    # .55 to .7 all but one are one story in two versions, below .5 most are a story and its follow-up over the same
    # background; among texts of one page by several tools .55 finds .990 of the pairs, .6 finds .984, .7 finds .974,
    # at the same precision.
    near: float = 0.55
    # Share of the shorter body's shingles in the longer one from which it is contained in it: DESIGN 5.
    contained: float = 0.85
    # Words a body must have to be contained in another: fewer are a caption or a phrase that many stories hold.
    contained_words: int = 20
    # Share of the shorter body that versions of a wire story have in common, when their headlines or notes say that
    # they are versions: half leaves room for a new lead and a rewritten middle, and no chance for another story.
    update: float = 0.5
    # Relations whose articles are all kept. A template's texts (weather, markets, results) each tell of something else.
    keep: tuple[Literal["exact", "reprint", "update", "template", "near", "contained"], ...] = ("template",)
    # 32 bands of 4 rows find .9998 of the pairs of Jaccard .7, .87 at .5; as every pair is verified, recall counts.
    bands: int = 32
    # Runs of nine words in a window of the run keys: two bodies with 24 words in a row in common share a key.
    window: int = 16
    # Which of a cluster stays: "longest", "first" (in source order), "newest" (by date), or "source" (see `sources`).
    survivor: Literal["longest", "first", "newest", "source"] = "longest"
    # With survivor = "source": beginnings of source names, the preferred first.
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("near", "contained", "update"):
            if not 0 < getattr(self, name) <= 1:
                raise ValueError(f"{name} must be above 0 and at most 1")
        if not 1 <= self.bands <= 128:  # of one signature value each
            raise ValueError("bands must be 1 to 128")
        if self.window < 1:
            raise ValueError("window must be at least 1")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names that a record's fields go by; of several the first that says something counts."""

    text: str = "text"
    headline: tuple[str, ...] = ("headline", "title")
    byline: tuple[str, ...] = ("byline", "author")
    dateline: tuple[str, ...] = ("dateline",)
    agency: tuple[str, ...] = ("agency",)
    date: tuple[str, ...] = ("date",)
    highlights: str = "highlights"


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
