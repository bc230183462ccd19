"""Duplicates among texts of one page by several tools, beside the most that any rule could reach there.

The gold of `extdup_l3s-gn1` holds pages apart that print one story, some with the same text word for word. So no rule
that judges by what it reads can follow it all the way; how far one could is worked out here, with the gold at hand:

most    of all partitions that put certain records together, whatever else they do: each figure is a bound of its own
whole   every page's records in one cluster, and pages in one of which any two records go together
texts   records of the same words go together; bodies: of the same words but for the first line, the headline
alike   records of which all who find near duplicates say it: Jaccard similarity of word 5-grams at least ALIKE

ARI, precision and recall of pairs; one: the share of gold clusters with exactly one survivor.
"""

from __future__ import annotations

import itertools
import json
import lzma
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import comb
from pathlib import Path
from typing import NamedTuple

from development import DATA, lies_here

RECORDS = DATA / "dedupe" / "extdup_l3s-gn1.jsonl.xz"
FEW = 10  # words: fewer are a phrase, and make no two records the same
ALIKE = 0.8
WIDTH = 5  # words

Blocks = Sequence[Counter[str]]  # clusters, each as its records by gold cluster


class Pairs(NamedTuple):
    """Pairs together in both, in the gold, in what was found, and all there are."""

    both: int
    gold: int
    found: int
    all: int

    @property
    def ari(self) -> float:
        """The adjusted Rand index."""
        chance = self.gold * self.found / self.all
        return (self.both - chance) / ((self.gold + self.found) / 2 - chance)


class Score(NamedTuple):
    """What is printed of a partition."""

    pairs: Pairs
    one: float

    def row(self, name: str) -> str:
        """A line of the table."""
        pairs = self.pairs
        figures = (pairs.ari, pairs.both / pairs.found, pairs.both / pairs.gold, self.one)
        return f"{name:<30}" + "".join(f"{figure:8.3f}" for figure in figures)


def score(blocks: Blocks, one: int | None = None) -> Score:
    """The score of clusters; `one` gold clusters have one survivor, or each cluster's is of the gold it has most of."""
    gold: Counter[str] = sum(blocks, Counter())
    both, found = agreed(blocks), sum(comb(block.total(), 2) for block in blocks)
    pairs = Pairs(both, sum(comb(count, 2) for count in gold.values()), found, comb(gold.total(), 2))
    if one is None:
        survivors = Counter(max(sorted(block), key=block.__getitem__) for block in blocks)
        one = sum(count == 1 for count in survivors.values())
    return Score(pairs, one / len(gold))


# ------------------------------------------------------------------ what any rule could reach


def words(text: str) -> str:
    """The words of a text, which make two the same; "" for too few."""
    found = re.findall(r"\w+", text.casefold())
    return " ".join(found) if len(found) >= FEW else ""


def body(text: str) -> str:
    """The words of a text without its first line."""
    return words(text.partition("\n")[2])


def atoms(rows: list[dict[str, str]], key: Callable[[str], str]) -> list[Counter[str]]:
    """Records of the same words that are of several gold clusters, by gold cluster."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[key(row["text"])][row["cluster"]] += 1
    return [counts for name, counts in found.items() if name and len(counts) > 1]


def grams(text: str) -> set[str]:
    """The runs of five words of a text; none for too few words."""
    found = words(text).split()
    return {" ".join(found[place : place + WIDTH]) for place in range(len(found) - WIDTH + 1)}


def alike_pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    """All pairs of Jaccard similarity `ALIKE`, exactly.

    Of the rarest runs of either, as many as they may differ in and one more, they have one in common (Chaudhuri, Ganti
    and Kaushik, "A Primitive Operator for Similarity Joins", 2006).
    """
    sets = [grams(text) for text in texts]
    count = Counter(itertools.chain.from_iterable(sets))
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(sets):
        rarest = sorted(own, key=lambda gram: (count[gram], gram))[: int((1 - ALIKE) * len(own)) + 1]
        pairs = {other for gram in rarest for other in holders[gram]}
        yield from (
            (other, place) for other in sorted(pairs) if len(own & sets[other]) >= ALIKE * len(own | sets[other])
        )
        for gram in rarest:
            holders[gram].append(place)


def linked_atoms(rows: list[dict[str, str]]) -> list[Counter[str]]:
    """Records that pairs which are alike link, where they are of several gold clusters, by gold cluster."""
    leader = list(range(len(rows)))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one, other in alike_pairs([row["text"] for row in rows]):
        leader[lead(one)] = lead(other)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for place, row in enumerate(rows):
        found[lead(place)][row["cluster"]] += 1
    return [counts for counts in found.values() if len(counts) > 1]


def agreed(blocks: Blocks) -> int:
    """The pairs in these clusters that the gold has together, too."""
    return sum(comb(count, 2) for block in blocks for count in block.values())


def most(sizes: Counter[str], together: Blocks) -> Pairs:
    """The pairs of the best that no partition can beat which keeps these records together.

    It has every pair of the gold, and of the others those alone that it must have. More of the first there are not, and
    fewer of the others there cannot be; the index falls with either.
    """
    gold = sum(comb(size, 2) for size in sizes.values())
    forced = sum(comb(atom.total(), 2) for atom in together) - agreed(together)
    return Pairs(gold, gold, gold + forced, comb(sizes.total(), 2))


def whole(sizes: Counter[str], together: Blocks) -> Score:
    """Every page whole, and linked pages one."""
    linked: list[set[str]] = []
    for atom in together:
        touched = [names for names in linked if not names.isdisjoint(atom)]
        linked = [names for names in linked if names.isdisjoint(atom)]
        linked.append(set(atom).union(*touched))
    loose = [{name} for name in sizes.keys() - set().union(*linked)]
    return score([Counter({name: sizes[name] for name in names}) for names in (*loose, *linked)])


# ------------------------------------------------------------------ what this tool reaches


def reached(rows: list[dict[str, str]]) -> Score:
    """The score of a run at default settings, each record an article."""
    from clean.flow.telling import silent
    from clean.pipeline import Job, run
    from clean.settings import Settings

    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name, "in.jsonl"), Path(name, "out.jsonl")
        source.write_text("".join(json.dumps({"text": row["text"]}) + "\n" for row in rows), encoding="utf-8")
        run(Job((str(source),), out), Settings(skip=frozenset({"split"})), silent)
        kept = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    gold = [row["cluster"] for row in rows]
    places = [[row["span"]["start_line"], *(copy["start_line"] for copy in row["duplicates"])] for row in kept]
    survivors = Counter(gold[first - 1] for first, *_ in places)
    blocks = [Counter(gold[place - 1] for place in some) for some in places]
    return score(blocks, sum(count == 1 for count in survivors.values()))


def main() -> None:
    """Print the table."""
    if not lies_here(RECORDS):
        return
    with lzma.open(RECORDS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    sizes = Counter(row["cluster"] for row in rows)
    print(f"{'extdup l3s-gn1':<30}" + "".join(f"{name:>8}" for name in ("ARI", "P", "R", "one")))
    print(reached(rows).row("reached"))
    together = {"same texts": atoms(rows, words), "same bodies": atoms(rows, body), "alike": linked_atoms(rows)}
    for name, own in together.items():
        print(Score(most(sizes, own), 1.0).row(f"most, {name} together"))
        print(whole(sizes, own).row(f"whole, {name} together"))


if __name__ == "__main__":
    main()
