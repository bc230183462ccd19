"""Made-up feeds: real stories with the furniture of wires and pages that the layouts of `concat.py` do not have.

Separators and end marks, sign-offs, kickers and section labels, wire prefixes, headlines in capitals, decks, bylines
and dates in any combination, the same for all stories of a file; and files of one story that are full of subheads,
lists, questions and captions. All furniture is invented here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clean.news.words import UNSPACED

SEPARATORS = ("-----", "***", "* * *", "###", "=====", "__________", "~~~~~", "+++", "-" * 40)
END_MARKS = ("-30-", "(END)", "ENDS", "###", "-ENDS-", "Ends.")
SIGN_OFFS = (
    "(Reporting by {0} in {2}; Editing by {1})",
    "(Reporting by {0}; Writing by {1})",
    "(Additional reporting by {0} and {1})",
    "{0} reported from {2}. {1} contributed to this report.",
    "{0} can be reached at newsroom@paper.example",
)
LABELS = {
    "": (
        "BREAKING NEWS", "WORLD", "World", "Opinion", "OPINION", "Sport", "SPORTS", "Business", "Local news",
        "POLITICS", "Culture", "Health", "EXCLUSIVE", "Analysis", "In brief", "SCIENCE", "Editorial", "Comment",
        "National", "MARKETS",
    ),
    "arabic": ("عاجل", "اقتصاد", "رياضة", "أخبار العالم", "ثقافة", "سياسة", "تقارير"),
    "japanese": ("速報", "国際", "社会", "経済", "スポーツ", "政治", "地域"),
}  # fmt: skip
PREFIXES = (
    "UPDATE 1-", "UPDATE 2-", "WRAPUP 3-", "RPT-", "CORRECTED-", "EXCLUSIVE-", "LIVE: ", "BREAKING: ", "Opinion: ",
)  # fmt: skip
LATER = ("UPDATE {0}-", "UPDATE {0}-", "CORRECTED-", "WRAPUP {0}-", "REFILE-", "RPT-UPDATE {0}-", "UPDATE {0}: ")
BRIEF = ("BRIEF-", "BRIEF-", "FLASH: ", "ALERT - ", "TABLE-", "EILMELDUNG: ")
PEOPLE = ("Tom Ashdown", "Lena Korhonen", "Priya Nair", "Diego Fuentes", "Amara Diallo", "Yuki Mori", "Nadia Petrova")
TOWNS = ("Elbrook", "Port Sands", "Novigor", "San Rafal", "Kirkham", "Tarsova")
CAPTIONS = (
    "Photo: the scene on Tuesday", "Read the full report here", "Frequently asked questions", "What happens next?",
    "Key points", "At a glance", "The numbers", "Background", "Why it matters", "How it works", "Advertisement",
    "Click to enlarge", "Watch the video", "Share your view", "Table 1", "Related stories", "The bottom line",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a made-up outlet prints its stories; a share is that of its stories that have the thing."""

    separator: str
    around: int  # blank lines around separators, or between stories
    paragraphs: float  # share of paragraphs with a blank line before them
    end_mark: str
    sign_off: float
    label: float
    prefix: float
    capitals: bool
    deck: float
    byline: float
    date: float
    dateline: float
    breaks: bool  # a separator within stories too
    versions: float  # share of stories sent again right behind themselves, with a mark of the wire
    briefs: float  # share of stories that are a headline with such a mark, and a sentence at most


def style(rng: random.Random) -> Style:
    """An outlet by chance."""

    def seldom(chance: float, shares: Sequence[float] = (0.3, 0.7, 1.0)) -> float:
        return rng.choice(shares) if rng.random() < chance else 0.0

    ends = rng.random()
    around = rng.choice((0, 0, 1, 1, 2))
    apart = ends < 0.55 or around
    return Style(
        separator=rng.choice(SEPARATORS) if ends < 0.35 else "",
        around=around,
        paragraphs=rng.choice((0.0, 0.0, 0.0, 0.3, 1.0)),
        end_mark=rng.choice(END_MARKS) if 0.35 <= ends < 0.55 else "",
        sign_off=seldom(0.3),
        # A label that nothing parts from the story before it could as well be that story's last line.
        label=seldom(0.06) if apart else 0.0,
        prefix=seldom(0.25),
        capitals=rng.random() < 0.12,
        deck=seldom(0.2),
        byline=seldom(0.35),
        date=seldom(0.25),
        dateline=seldom(0.4),
        breaks=rng.random() < 0.1,
        versions=seldom(0.1, (0.3, 0.7)),
        briefs=seldom(0.1, (0.3, 0.7)),
    )


def brief(article: Any, rng: random.Random) -> tuple[list[str], str]:
    """A story of a headline with a wire's mark, and its first paragraph or none."""
    headline = rng.choice(BRIEF[:2] * 3 + BRIEF) + article.headline
    return [headline, *article.paragraphs[: rng.random() < 0.4]], headline


def render(article: Any, look: Style, pool: str, rng: random.Random) -> tuple[list[str], str]:
    """A story's lines in the style of its outlet, and its headline as printed."""
    import concat

    headline = article.headline.upper() if look.capitals else article.headline
    if rng.random() < look.prefix:
        headline = rng.choice(PREFIXES) + headline
    one, other = rng.sample(PEOPLE, 2)
    head = [rng.choice(LABELS.get(pool, LABELS[""]))] if rng.random() < look.label else []
    head.append(headline)
    head += [f"By {one}"] if rng.random() < look.byline else []
    if rng.random() < look.date:
        head.append(f"{rng.choice(concat.MONTHS)} {rng.randint(1, 28)}, {rng.randint(1999, 2024)}")
    if rng.random() < look.deck and (picked := [s for s in concat.sentences(article) if len(s) < 140]):
        head.append(rng.choice(picked).rstrip(rng.choice((".。", ""))))
    body = list(article.paragraphs)
    if rng.random() < look.dateline and not concat.DATELINE.match(body[0][:90]):
        body[0] = concat.placed(body[0], rng)
    if look.breaks and len(body) > 5:
        body.insert(rng.randrange(2, len(body) - 1), look.separator or rng.choice(SEPARATORS))
    if rng.random() < look.sign_off:
        body.append(rng.choice(SIGN_OFFS).format(one, other, rng.choice(TOWNS)))
    lines = list(head)
    for paragraph in body:
        lines += [""] * (rng.random() < look.paragraphs) + [paragraph]
    return lines, headline


def later(article: Any, rng: random.Random) -> Any:
    """The next version of a story: half to all of its paragraphs, two or more."""
    body = article.paragraphs
    return replace(article, paragraphs=tuple(body[: rng.randint(max(2, len(body) // 2), len(body))]))


def updates(article: Any, rng: random.Random) -> list[Any]:
    """The next one to three versions of a story, under its headline with the marks of a wire."""
    return [
        replace(later(article, rng), headline=rng.choice(LATER).format(number + 1) + article.headline)
        for number in range(rng.randint(1, 3))
    ]


def feed(articles: Sequence[Any], pool: str, rng: random.Random) -> tuple[list[str], list[dict[str, Any]]]:
    """The lines of one file and its gold stories, as `concat.assemble` gives them."""
    look = style(rng)
    lines: list[str] = []
    gold: list[dict[str, Any]] = []
    printed = list(articles)
    if (look.separator or look.end_mark) and len(printed) > 1:
        # Wires send a story again with its next lead: what parts the versions then is the mark alone.
        twice = [[article, later(article, rng)] if rng.random() < 0.4 else [article] for article in printed]
        printed = [version for versions in twice for version in versions]
    elif look.versions:
        versions = [
            [article, *updates(article, rng)] if rng.random() < look.versions else [article] for article in printed
        ]
        printed = [version for several in versions for version in several]
    for article in printed:
        if lines:
            blank = [""] * look.around
            lines += [*blank, look.separator, *blank] if look.separator else [""] * look.around
        short = rng.random() < look.briefs
        story, headline = brief(article, rng) if short else render(article, look, pool, rng)
        start = len(lines) + 1
        lines += story
        gold.append({"id": article.id, "headline": headline, "start": start, "end": len(lines), "layout": "feed"})
        lines += [""] * (look.around > 0) + [look.end_mark] if look.end_mark else []
    return lines, gold


def page(article: Any, rng: random.Random) -> tuple[list[str], list[dict[str, Any]]]:
    """One story with what web pages put between paragraphs: captions, lists, numbered points, questions."""
    body = list(article.paragraphs)
    lines = [article.headline]
    kind, number = rng.choice(("captions", "list", "numbered", "questions", "names", "signed", "all")), 0
    for paragraph in body:
        if len(lines) > 1 and rng.random() < 0.5:
            number += 1
            one = rng.choice(("captions", "list", "numbered", "names", "signed")) if kind == "all" else kind
            lines += furniture(one, paragraph, number, rng)
        lines.append(paragraph)
    if rng.random() < 0.3:
        lines = [line for text in lines for line in (text, "")][:-1]
    gold = {"id": article.id, "headline": article.headline, "start": 1, "end": len(lines), "layout": "page"}
    return lines, [gold]


def furniture(kind: str, paragraph: str, number: int, rng: random.Random) -> list[str]:
    """Short lines before a paragraph, some of them out of its words."""
    if kind == "captions":
        return rng.sample(CAPTIONS, rng.choice((1, 1, 1, 2)))
    if kind == "list":
        return [rng.choice(("- ", "", "* ")) + part(paragraph, rng, 8) for _ in range(rng.randint(2, 6))]
    if kind == "numbered":
        return [f"{number}{rng.choice(('.', ':', ')'))} {part(paragraph, rng, 7)}"]
    if kind == "questions":
        return [part(paragraph, rng, 9) + "?"]
    if kind == "signed":
        return [f"{rng.choice(PEOPLE)}, {rng.choice((f'{number + 17}, ', '', ''))}{rng.choice(TOWNS)}"]
    return [part(paragraph, rng, 4).title(), *([part(paragraph, rng, 6)] if rng.random() < 0.3 else [])]


def part(paragraph: str, rng: random.Random, most: int) -> str:
    """Up to so many words of a paragraph, or characters of a script without blanks."""
    if UNSPACED.search(paragraph[:20]):
        start = rng.randrange(max(1, len(paragraph) // 2))
        return paragraph[start : start + rng.randint(3, 2 * most)].strip("。、「」 ") or paragraph[:6]
    words = paragraph.split()
    count = rng.randint(1, most)
    start = rng.randrange(max(1, len(words) - count))
    found = " ".join(words[start : start + count]).strip('.,;:"“”()- ')
    return found[:1].upper() + found[1:] or "More"


def build(pool: str, count: int, seed: str, layout: str) -> Iterator[tuple[str, list[str], list[dict[str, Any]]]]:
    """Name, lines and gold stories of each file of layout `feed` (one in four of one story) or `page`."""
    import concat
    import pools

    rng = random.Random(f"{seed}/{pool}/{layout}")
    stories = concat.deal(list(pools.load(pool)), rng)
    for i in range(count):
        name = f"{pool}-{layout}-{i:04}.txt"
        if layout == "page":
            yield name, *page(next(stories), rng)
        else:
            size = 1 if i % 4 == 0 else rng.randint(2, 8)
            yield name, *feed([next(stories) for _ in range(size)], pool, rng)
