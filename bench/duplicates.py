"""Dedupe alone, on articles made in memory: what one costs among ten thousand, and among a million.

One article in ten is a copy of an earlier one, word for word or with one word in a hundred changed. Beside them the
corpora that make pairs without end: one text over and over, one with another number each time, one pattern filled in
with other names and numbers.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from typing import NamedTuple

from bench.tables import peak, ratio
from clean.settings import Dedupe
from clean.stages.dedupe import Fields, find_removals, sign

SIZES = (10_000, 100_000)
LARGE = 1_000_000
CROWDS = (2_000, 20_000)
WORDS = 450  # 3 KB
VOCABULARY = 50_000
NAMES = [f"{one}{other}" for one in ("Ar", "Bel", "Cor", "Dun", "El") for other in ("den", "mere", "ton", "wick")]


class Cost(NamedTuple):
    """Seconds of the processor, peak of memory in bytes; copies planted, removed, and removed rightly."""

    sign: float
    find: float
    memory: int
    planted: int
    removed: int
    right: int


def news(count: int, chance: random.Random) -> tuple[list[str], list[int]]:
    """Articles, and for each the one that it is a copy of, or -1."""
    words = ["".join(chance.choices("etaoinshrdlucm", k=chance.randint(3, 9))) for _ in range(VOCABULARY)]
    texts: list[str] = []
    of: list[int] = []
    for place in range(count):
        if place % 10 == 9:
            original = chance.randrange(place)
            original = of[original] if of[original] >= 0 else original
            own = texts[original].split(" ")
            for _ in range(chance.choice((0, len(own) // 100))):
                own[chance.randrange(len(own))] = chance.choice(words)
            texts.append(" ".join(own))
            of.append(original)
        else:
            texts.append(" ".join(chance.choices(words, k=WORDS)))
            of.append(-1)
    return texts, of


def one_text(count: int, chance: random.Random) -> tuple[list[str], list[int]]:
    """One text over and over."""
    text = news(1, chance)[0][0]
    return [text] * count, [-1] + [0] * (count - 1)


def one_number(count: int, chance: random.Random) -> tuple[list[str], list[int]]:
    """One text of sixty words with another number each time: a pattern, of which all stay."""
    words = news(1, chance)[0][0].split(" ")[:60]
    return [" ".join([*words[:30], str(place), *words[30:]]) for place in range(count)], [-1] * count


def template(count: int, chance: random.Random) -> tuple[list[str], list[int]]:
    """One pattern filled in with names and numbers: all stay."""
    words = news(1, chance)[0][0].split(" ")[:60]

    def filled() -> str:
        slots = [item for _ in range(6) for item in (chance.choice(NAMES), str(chance.randrange(1000)))]
        return " ".join(item for place, slot in enumerate(slots) for item in (*words[5 * place : 5 * place + 5], slot))

    return [filled() for _ in range(count)], [-1] * count


def cost(make: Callable[[int, random.Random], tuple[list[str], list[int]]], count: int, seed: int) -> Cost:
    """What finding the duplicates among so many articles costs, and what was found."""
    texts, of = make(count, random.Random(seed))
    settings = Dedupe()
    blank = [""] * count
    start = time.process_time()
    prints = sign(texts, settings, compiled=True)
    signed = time.process_time()
    removals = find_removals(prints, Fields(blank, blank, blank, blank, blank), texts.__getitem__, settings)
    found = time.process_time()
    story = [original if original >= 0 else place for place, original in enumerate(of)]
    right = sum(story[removal.article] == story[removal.survivor] for removal in removals)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Cost(signed - start, found - signed, memory, sum(one >= 0 for one in of), len(removals), right)


def table(seed: int, large: bool) -> dict[str, tuple[str, ...]]:
    """A row for each size, then one for each corpus of pairs without end."""
    rows = {}
    for count in (*SIZES, *([LARGE] if large else [])):
        taken = cost(news, count, seed)
        rows[f"{count:,} articles of 3 KB"] = (*cells(taken, count), peak(taken.memory))
    for make in (one_text, one_number, template):
        for count in CROWDS:
            rows[f"{count:,}, {make.__name__.replace('_', ' ')}"] = (*cells(cost(make, count, seed), count), "-")
    return rows


def cells(taken: Cost, count: int) -> tuple[str, ...]:
    """Microseconds an article, and how right it was."""
    return (
        f"{1e6 * taken.sign / count:.0f}",
        f"{1e6 * taken.find / count:.0f}",
        f"{taken.planted:,}",
        ratio(taken.right, taken.planted),
        ratio(taken.right, taken.removed),
    )
