"""Each relation on 200 planted cases and 200 near misses; the tests write the texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest

from clean.settings import Dedupe
from clean.stages.dedupe import Fields, Removal, find_removals, sign

CASES = 200

WHO = (
    "the mayor|a spokeswoman for the port|two farmers|the opposition leader|engineers|a judge|the head of the union|"
    "doctors at the clinic|the finance minister|a group of students|the coach|police|the airline|a local historian|"
    "fishermen|the regulator|neighbours|an aid worker|the bank's chairman|the orchestra|volunteers|a former minister"
).split("|")
DID = (
    "refused to comment on|welcomed|had warned for months about|signed|blamed the council for|could not explain|"
    "wants to postpone|has doubts about|voted against|praised|will examine|rejected|paid for|filmed|asked for|"
    "learned only on Tuesday of|has long demanded|apologised for|counts on|would rather avoid|defended|criticised"
).split("|")
WHAT = (
    "the new bridge|a plan to close the school|the sale of the shipyard|last week's storm damage|the ceasefire|"
    "higher ticket prices|the vaccine deliveries|a merger with the rival firm|the missing records|a tax on sugar|"
    "the long delay|night flights|the museum's loan|an early election|the harvest forecast|the water shortage|"
    "a second inquiry|the wage deal|the old railway line|the fire at the depot|a ban on fishing|the stadium's lease"
).split("|")
WHERE = (
    "in the northern valley|at a meeting that lasted until midnight|in a letter seen by this paper|on the radio|"
    "outside the courthouse|before leaving for the coast|in front of a hundred people|on Wednesday morning|"
    "without naming anyone|after weeks of talks|in the capital|during the session|by a narrow margin|"
    "for the third time this year|as snow began to fall|to the surprise of colleagues|near the border|in private"
).split("|")
WHY = (
    "because costs had doubled|which may take years|while prices kept rising|although nobody had asked|"
    "so that work can begin in spring|as the contract demands|and promised to publish the figures|"
    "but left a door open|since the old rules no longer apply|until a court decides|and called for calm|"
    "where unemployment is highest|after an audit found gaps|which had been expected|if parliament agrees"
).split("|")
TOWNS = "Arden|Belmora|Castra|Dorwick|Elvany|Farsund|Gorlan|Hestia|Ilmen|Jorvik|Kestrel|Lomond|Marrow|Norden".split("|")
NAMES = "Akin|Borg|Castel|Dumont|Eriksen|Fuchs|Galli|Haddad|Ito|Jansen|Kowal|Lopes|Moreau|Novak|Okafor|Petrov".split(
    "|"
)


class Item(NamedTuple):
    body: str
    headline: str = ""
    dateline: str = ""
    byline: str = ""


class Writer:
    """Writes stories, the same ones every time."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)

    def pick(self, of: list[str]) -> str:
        return of[int(self._chance.integers(len(of)))]

    def number(self, low: int, high: int) -> int:
        return int(self._chance.integers(low, high))

    def sentence(self) -> str:
        parts = [self.pick(part) for part in (WHO, DID, WHAT, WHERE, WHY)]
        lead = f"{self.pick(NAMES)}, {parts[0]}," if self.number(0, 4) == 0 else parts[0][0].upper() + parts[0][1:]
        return f"{lead} {' '.join(parts[1:])}."

    def sentences(self, low: int = 8, high: int = 20) -> list[str]:
        return [self.sentence() for _ in range(self.number(low, high))]

    def headline(self) -> str:
        return f"{self.pick(NAMES)} {self.pick(DID)} {self.pick(WHAT)} {self.pick(WHERE)}"

    def edited(self, sentences: list[str]) -> list[str]:
        """A copy as another paper prints it: a sentence more or less, a few words replaced."""
        copy = list(sentences)
        if self.number(0, 2):
            copy.insert(self.number(0, len(copy)), self.sentence())
        else:
            del copy[self.number(0, len(copy))]
        for _ in range(self.number(0, 3)):
            place = self.number(0, len(copy))
            words = copy[place].split()
            words[self.number(1, len(words) - 1)] = self.pick(["reportedly", "officially", "then", "also"])
            copy[place] = " ".join(words)
        return copy


def text(sentences: list[str]) -> str:
    return "\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2))


def exact_case(w: Writer) -> tuple[Item, Item]:
    body, headline = text(w.sentences(1, 20)), w.headline()
    return Item(body, headline), Item(body.upper().replace(",", " –").replace("\n", "\n\n "), headline.upper())


def exact_miss(w: Writer) -> tuple[Item, Item]:
    headline = w.headline()
    return Item(text(w.sentences(1, 20)), headline), Item(text(w.sentences(1, 20)), headline)


def reprint_case(w: Writer) -> tuple[Item, Item]:
    body, town = text(w.sentences(3, 20)), w.pick(TOWNS)
    return Item(body, w.headline(), town.upper(), "Own report"), Item(body, w.headline(), town.upper(), w.pick(NAMES))


def reprint_miss(w: Writer) -> tuple[Item, Item]:
    """Two stories of one reporter, with the same last sentence."""
    first, second, last, name = w.sentences(), w.sentences(), w.sentence(), w.pick(NAMES)
    return Item(text([*first, last]), w.headline(), "ARDEN", name), Item(
        text([*second, last]), w.headline(), "ARDEN", name
    )


def near_case(w: Writer) -> tuple[Item, Item]:
    sentences = w.sentences(12, 24)
    return Item(text(sentences), w.headline()), Item(text(w.edited(sentences)), w.headline())


def near_miss(w: Writer) -> tuple[Item, Item]:
    """A story and what followed the next day: new sentences over the same background."""
    background, fresh, later = w.sentences(4, 6), w.sentences(5, 9), w.sentences(5, 9)
    return Item(text(fresh + background), w.headline()), Item(text(later + background), w.headline())


def contained_case(w: Writer) -> tuple[Item, Item]:
    sentences = w.sentences(12, 40)
    start = w.number(0, 3)
    return Item(text(sentences)), Item(text(sentences[start : start + w.number(2, len(sentences) // 2)]))


def contained_miss(w: Writer) -> tuple[Item, Item]:
    """A brief that shares some of its sentences with a long story."""
    sentences, brief = w.sentences(12, 40), w.sentences(4, 7)
    return Item(text(sentences)), Item(text(sentences[:2] + brief))


def update_case(w: Writer) -> tuple[Item, Item]:
    sentences, headline = w.sentences(8, 16), w.headline()
    later = [w.sentence(), *sentences[1 : -w.number(1, 3)], *w.sentences(3, 10)]
    marks = (
        ("", "UPDATE 1-"), ("UPDATE 1-", "UPDATE 2-"), ("UPDATE 3-", "WRAPUP 1-"), ("", "CORRECTED-"),
        ("ROUNDUP: ", "ROUNDUP 2: "), ("LEAD: ", "2ND LEAD: "), ("", "KORREKTUR: "), ("", "ACTUALISATION 1 - "),
    )  # fmt: skip
    before, after = marks[w.number(0, len(marks))]
    return Item(text(sentences), before + headline), Item(text(later), after + headline)


def update_miss(w: Writer) -> tuple[Item, Item]:
    """Marked stories that share a headline's words or some background, and are not the same."""
    if w.number(0, 2):
        headline = w.headline()
        return Item(text(w.sentences()), headline), Item(text(w.sentences()), "UPDATE 1-" + headline)
    first, second = (template(w, 1) for _ in range(2))
    return Item(first, f"{w.pick(TOWNS[:7])} shares"), Item(second, f"UPDATE 1-{w.pick(TOWNS[7:])} votes")


def template(w: Writer, kind: int) -> str:
    """One of four patterns, filled in."""
    town, other, third = (w.pick(TOWNS) for _ in range(3))
    one, two, three = (w.number(2, 99) for _ in range(3))
    if kind == 0:
        return (
            f"It will be mostly sunny in {town} with highs of {one} degrees and lows of {two}. Winds from the north "
            f"reach {three} kilometres an hour on the coast near {other}. No rain is expected before {w.number(1, 30)} "
            f"of the month, and the sea stays calm."
        )
    if kind == 1:
        return (
            f"Shares in {town} Holdings closed {one} percent higher at {two}.{three} crowns. The broader index added "
            f"{w.number(1, 9)} points in thin trading, dealers said. Turnover came to {w.number(100, 999)} million "
            f"crowns, and {other} Steel was the most traded share of the day."
        )
    if kind == 2:
        return (
            f"{town} beat {other} {one} to {two} in the second division on Saturday. {w.pick(NAMES)} scored in minute "
            f"{three}, and {w.pick(NAMES)} settled the match shortly before the end. {w.number(1000, 9000)} people "
            f"watched the match. {town} next travel to {third}."
        )
    return (
        f"An earthquake of magnitude {w.number(3, 8)}.{w.number(0, 9)} was recorded {one} kilometres off {town} at a "
        f"depth of {two} kilometres, the survey said. There were no reports of damage, and no warning of a wave "
        f"was given. It was felt as far away as {other}, {three} kilometres to the south."
    )


def template_case(w: Writer) -> tuple[Item, Item]:
    kind = w.number(0, 4)
    return Item(template(w, kind)), Item(template(w, kind))


def template_miss(w: Writer) -> tuple[Item, Item]:
    """The same report twice, the second time with a word changed and a line added."""
    report = template(w, w.number(0, 4))
    return Item(report), Item(report.replace(" the ", " a ", 1) + " More follows.")


PLANTED: dict[str, tuple[Callable[[Writer], tuple[Item, Item]], Callable[[Writer], tuple[Item, Item]]]] = {
    "exact": (exact_case, exact_miss),
    "reprint": (reprint_case, reprint_miss),
    "near": (near_case, near_miss),
    "contained": (contained_case, contained_miss),
    "update": (update_case, update_miss),
}


def removals_among(items: list[Item]) -> list[Removal]:
    columns = Fields(
        [item.headline for item in items],
        [item.dateline for item in items],
        [item.byline for item in items],
        [""] * len(items),
        ["planted.txt"] * len(items),
    )
    bodies = [item.body for item in items]
    return find_removals(sign(bodies, Dedupe()), columns, bodies.__getitem__, Dedupe())


@pytest.mark.parametrize("relation", PLANTED)
def test_planted(relation: str) -> None:
    case, miss = PLANTED[relation]
    writer = Writer(len(relation))
    items = [item for _ in range(CASES) for item in case(writer)]
    items += [item for _ in range(CASES) for item in miss(writer)]
    found = removals_among(items)
    told = {(removal.article, removal.survivor) for removal in found if removal.relation == relation}
    planted = {(2 * place, 2 * place + 1) for place in range(CASES)}
    planted |= {(worse, better) for better, worse in planted}
    right = len(told & planted)
    precision, recall = right / max(len(found), 1), right / CASES
    print(f"{relation}: precision {precision:.3f}, recall {recall:.3f}, {len(found)} removed")  # noqa: T201
    assert min(precision, recall) >= 0.98


def test_planted_templates() -> None:
    """Templates stay, each of them; an edited copy of one goes."""
    writer = Writer(8)
    items = [item for _ in range(CASES) for item in template_case(writer)]
    items += [item for _ in range(CASES) for item in template_miss(writer)]
    found = removals_among(items)
    copies = {(2 * place, 2 * place + 1) for place in range(CASES, 2 * CASES)}
    right = sum((removal.article, removal.survivor) in copies for removal in found)
    recall = 1 - sum(removal.article < 2 * CASES for removal in found) / (2 * CASES)
    print(f"template: {recall:.3f} of those planted kept; of {len(found)} removed {right} are copies")  # noqa: T201
    assert recall >= 0.98
    assert right >= 0.98 * max(CASES, len(found))


def test_updates_keep_the_newest() -> None:
    first, second = update_case(Writer(3))
    for items, survivor in (([first, second], 1), ([second, first], 0)):
        assert [removal.survivor for removal in removals_among(items)] == [survivor]
