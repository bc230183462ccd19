"""Articles that hold several stories: none goes for them, and they go if they say nothing else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.settings import Dedupe
from clean.stages.dedupe import Fields, Removal, find_removals, sign

FERRY = (
    "The ferry to Aldsey will not sail before Friday, as divers look for a net that caught in its screw.\n"
    "Its owner put up forty lorry drivers in the school. They played football with the pupils in the yard."
)
HAY = (
    "Farmers around Tunwell have lost most of their first hay to the rain of the past three weeks.\n"
    "A bale costs twice what it did in May, their union said, and some will sell cows before the winter."
)
THEATRE = (
    "The Corn Hall opens again in October with a play about the strike that closed the brickworks in 1931.\n"
    "Nine of the actors had a grandfather or an aunt among the strikers, said the director, Ines Rook."
)
CAT = "A cat that rode the number four bus for eleven days was handed back to a glad florist in Mill Lane on Sunday."
LONG = f"{FERRY}\n{HAY}\n{THEATRE}"
SIGN_OFF = "More on page nine."
FERRY_HEAD, HAY_HEAD, BRIEFS = "Ferry is late again", "Rain spoils the hay", "News in brief"

Articles = list[tuple[str, str]]  # headline and text


def removals(articles: Articles, settings: Dedupe | None = None) -> list[Removal]:
    settings = settings or Dedupe()
    headlines, bodies = [headline for headline, _ in articles], [text for _, text in articles]
    blank = [""] * len(articles)
    return find_removals(
        sign(bodies, settings), Fields(headlines, blank, blank, blank, blank), bodies.__getitem__, settings
    )


def gone(articles: Articles, settings: Dedupe | None = None) -> dict[int, tuple[int, str]]:
    return {found.article: (found.survivor, found.relation) for found in removals(articles, settings)}


CONTAINED: list[Articles] = [
    [(FERRY_HEAD, FERRY), (FERRY_HEAD, LONG)],  # a truncated copy
    [("Bales cost double", HAY), (FERRY_HEAD, LONG)],  # a brief from its middle
    [(FERRY_HEAD, FERRY), (FERRY_HEAD, f"{FERRY}\n{HAY}"), (FERRY_HEAD, LONG)],  # nested
    [(FERRY_HEAD, f"{FERRY}\n{HAY}"), (FERRY_HEAD, f"{HAY}\n{THEATRE}"), (FERRY_HEAD, LONG)],  # overlapping
    [("Late again", f"{FERRY}\n{HAY[:95]}"), ("Rain", HAY), ("A day in June", LONG)],  # overlapping, other headlines
    [("", FERRY), ("", THEATRE), ("", LONG)],  # two halves without headlines
    [("", FERRY), ("", THEATRE), (FERRY_HEAD, LONG)],
    [(FERRY_HEAD, FERRY), (FERRY_HEAD, THEATRE), (FERRY_HEAD + " - Aldsey Post", LONG)],  # two halves under its own
    [("UPDATE 1-Divers", FERRY), ("Divers", THEATRE), ("UPDATE 2-Divers", LONG)],
    [("Part", FERRY), ("Part two", THEATRE), ("All of it", LONG)],  # two halves under one other
    [(FERRY_HEAD, FERRY), ("Bales cost double", HAY), (FERRY_HEAD, LONG)],  # a truncated copy and a brief
    [(FERRY_HEAD, FERRY), (HAY_HEAD, CAT[:40]), (BRIEFS, f"{FERRY}\n{CAT[:40]}\n{THEATRE}")],  # one a phrase
]


@pytest.mark.parametrize("articles", CONTAINED)
def test_versions_and_parts_of_one_story_go_for_the_longest(articles: Articles) -> None:
    found = gone(articles)
    assert len(articles) - 1 not in found
    assert {survivor for survivor, _ in found.values()} == {len(articles) - 1}
    assert len(found) >= len(articles) - 2


BOTH = [(FERRY_HEAD, FERRY), (HAY_HEAD, HAY)]
COMPILATIONS: list[tuple[Articles, set[int]]] = [
    ([*BOTH, (BRIEFS, f"{FERRY}\n{HAY}\n{CAT}")], set()),  # with something of its own
    ([*BOTH, ("", f"{FERRY}\n{HAY}\n{CAT}")], set()),
    ([*BOTH, (BRIEFS, f"{FERRY}\n{HAY}")], {2}),
    ([*BOTH, (BRIEFS, f"{FERRY_HEAD}\n{FERRY}\n{HAY_HEAD}\n{HAY}\n{SIGN_OFF}")], {2}),
    ([*BOTH, (FERRY_HEAD, f"{FERRY}\n{HAY_HEAD}\n{HAY}")], {2}),  # two that were not cut apart
    ([*BOTH, (FERRY_HEAD, f"{FERRY}\n{HAY_HEAD}\n{HAY}\n{THEATRE}")], set()),
    ([("", FERRY), (HAY_HEAD, HAY), ("", f"{FERRY}\n{HAY_HEAD}\n{HAY}")], {2}),
    ([(FERRY_HEAD, f"{FERRY}\n{SIGN_OFF}"), (HAY_HEAD, f"{HAY}\n{SIGN_OFF}"), (BRIEFS, f"{FERRY}\n{HAY}")], {2}),
    ([*BOTH, ("The Corn Hall", THEATRE), (BRIEFS, LONG)], {3}),
    ([*BOTH, (BRIEFS, f"{FERRY}\n{HAY}"), ("The week", f"{FERRY}\n{HAY}\n{CAT}")], {2}),  # compilations of compilations
    ([*BOTH, (BRIEFS, f"{FERRY}\n{HAY}"), (BRIEFS, f"{HAY}\n{FERRY}"), (BRIEFS, f"{FERRY}\n{HAY}")], {2, 3, 4}),
    ([*BOTH, (BRIEFS, f"{FERRY}\n{HAY}\n{CAT}"), (BRIEFS, f"{FERRY}\n{HAY}\n{CAT}\n{SIGN_OFF}")], {2}),  # near
]


@pytest.mark.parametrize(("articles", "expected"), COMPILATIONS)
def test_no_story_goes_for_a_compilation(articles: Articles, expected: set[int]) -> None:
    assert set(gone(articles)) == expected
    assert not {0, 1} & set(gone(articles, Dedupe(keep=("template", "compilation"))))


def test_a_compilation_goes_for_the_story_that_it_holds_most_of() -> None:
    found = removals([*BOTH, (BRIEFS, f"{HAY}\n{FERRY}")])
    assert found == [Removal(2, 0, "compilation", 1.0)]
    assert removals([*BOTH, (BRIEFS, f"{HAY}\n{FERRY}")], Dedupe(off=frozenset({"compilation"}))) == []


def test_of_a_story_that_is_there_twice_one_copy_goes_for_the_other() -> None:
    articles = [*BOTH, *BOTH, ("Ferry still late", FERRY + " " + SIGN_OFF), (BRIEFS, f"{FERRY}\n{HAY}")]
    assert gone(articles) == {
        0: (4, "near"),
        2: (4, "near"),
        3: (1, "exact"),
        5: (1, "compilation"),
    }


PIECES = st.lists(st.sampled_from((FERRY, HAY, THEATRE, CAT)), min_size=1, max_size=3, unique=True).map("\n".join)
HEADLINES = st.sampled_from(("", FERRY_HEAD, HAY_HEAD, BRIEFS, "The Corn Hall"))


@given(st.lists(st.tuples(HEADLINES, PIECES), max_size=8, unique_by=lambda one: len(one[1].split())), st.randoms())
def test_order_is_of_no_consequence(articles: Articles, chance: random.Random) -> None:
    """Of articles of different lengths the same stay; whatever goes, goes for one that stays."""
    found = gone(articles)
    assert not {survivor for survivor, _ in found.values()} & found.keys()
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert {articles[one] for one in found} == {shuffled[one] for one in gone(shuffled)}
