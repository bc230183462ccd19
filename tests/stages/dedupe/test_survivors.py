"""Which article of several stays."""

from __future__ import annotations

import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.settings import Dedupe
from clean.similarity.overlap import containment, jaccard, overlaps
from clean.stages.dedupe import Fields, Removal, borderline_pairs, find_removals, join, sign
from clean.stages.dedupe.survivors import Edge, choose

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne")
# Forty-odd sentences of ten words each that no other sentence has.
SENTENCES = [
    " ".join(
        "".join((SYLLABLES[number // 7], SYLLABLES[number % 7], SYLLABLES[word % 7], "s" * (word // 7)))
        for word in range(10)
    )
    + "."
    for number in range(49)
]


def story(*numbers: int) -> str:
    return "\n".join(SENTENCES[number] for number in numbers)


BASE = tuple(range(0, 40, 2))
OLD, MIDDLE, NEW = story(*BASE), story(*BASE, 1), story(*BASE, 1, 3)


def columns_of(bodies: list[str], **fields: list[str]) -> Fields:
    names = ("headlines", "datelines", "bylines", "dates", "sources")
    return Fields(**{name: fields.get(name, [""] * len(bodies)) for name in names})


def removals(bodies: list[str], settings: Dedupe | None = None, **fields: list[str]) -> list[Removal]:
    settings = settings or Dedupe()
    columns = columns_of(bodies, **fields)
    return find_removals(sign(bodies, settings), columns, bodies.__getitem__, settings)


def kept(bodies: list[str], found: list[Removal]) -> list[int]:
    return sorted(set(range(len(bodies))) - {removal.article for removal in found})


@pytest.mark.parametrize(
    ("settings", "survivor"),
    [
        (Dedupe(), 2),
        (Dedupe(survivor="first"), 0),
        (Dedupe(survivor="newest"), 1),
        (Dedupe(survivor="source", sources=("wire/", "paper/b")), 1),
        (Dedupe(survivor="source", sources=("paper/a",)), 0),
        (Dedupe(survivor="source", sources=("other",)), 2),
    ],
)
def test_policies(settings: Dedupe, survivor: int) -> None:
    found = removals(
        [OLD, MIDDLE, NEW],
        settings,
        dates=["2024-05-01", "2024-05-03", ""],
        sources=["paper/a.txt", "paper/b.txt", "paper/c.txt"],
    )
    assert kept([OLD, MIDDLE, NEW], found) == [survivor]
    assert {removal.survivor for removal in found} == {survivor}


@pytest.mark.parametrize(
    ("marks", "dates", "sources", "survivor"),
    [
        (("CORRECTED-", "UPDATE 2-"), ("", ""), ("a", "a"), 1),  # corrected before it was updated
        (("UPDATE 2-", "CORRECTED-"), ("2024-05-02", "2024-05-01"), ("a", "a"), 0),
        (("UPDATE 2-", "CORRECTED-"), ("", ""), ("a", "b"), 0),  # nothing tells
        (("UPDATE 2-", "UPDATE 1-"), ("2024-05-01", "2024-05-02"), ("a", "a"), 0),  # no correction
        (("UPDATE 2-", "CORRECTED-"), ("", ""), ("a", "a"), 1),
        (("UPDATE 2-", "REFILE-"), ("2024-05-01", "2024-05-01"), ("a", "a"), 1),
        (("CORRECTED-", "UPDATE 2-"), ("2024-05-02", "2024-05-01"), ("b", "a"), 0),
        (("UPDATE 2-", "CORRECTED-UPDATE 2-"), ("", ""), ("a", "b"), 1),
    ],
)
def test_a_later_correction_stays(
    marks: tuple[str, str], dates: tuple[str, str], sources: tuple[str, str], survivor: int
) -> None:
    headlines = [mark + "Dam holds as rivers rise" for mark in marks]
    found = removals([MIDDLE, NEW], headlines=headlines, dates=list(dates), sources=list(sources))
    assert [(removal.survivor, removal.relation) for removal in found] == [(survivor, "update")]


def test_ties_go_by_source_order() -> None:
    one, other = story(*BASE, 1), story(*BASE, 3)  # of as many words
    assert len(one.split()) == len(other.split())
    assert [removal.article for removal in removals([one, other])] == [1]


def test_contained_keeps_the_longer_whatever_the_policy() -> None:
    found = removals([story(*BASE[:6]), OLD], Dedupe(survivor="first"))
    assert [(removal.article, removal.relation) for removal in found] == [(0, "contained")]


def test_no_chains() -> None:
    """The middle is like both ends, which are not like each other: it goes, and both ends stay."""
    first, second, third = range(14), range(5, 19), range(10, 25)
    bodies = [story(*numbers) for numbers in (first, second, third)]
    settings = Dedupe(near=0.4)
    shares = jaccard(overlaps(np.array([[0, 1], [1, 2], [0, 2]]), np.zeros(3, np.uint32), bodies.__getitem__))
    assert shares[0] > 0.4
    assert shares[1] > 0.4
    assert shares[2] < 0.4
    found = removals(bodies, settings)
    assert kept(bodies, found) == [0, 2]


def test_a_million_times_the_same() -> None:
    """A hundred thousand, for the time it takes."""
    bodies = [OLD] * 100_000
    found = removals(bodies)
    assert len(found) == len(bodies) - 1
    assert {removal.survivor for removal in found} == {0}


def test_a_million_empty_ones() -> None:
    assert removals(["", " \n"] * 500) == []


@pytest.mark.parametrize("relation", ["exact", "reprint", "near", "contained"])
def test_relations_can_be_kept(relation: str) -> None:
    bodies = [NEW, NEW, NEW, OLD, story(*BASE[:6])]
    headlines = ["One", "One", "Other", "One", "One"]
    everything = {removal.relation for removal in removals(bodies, headlines=headlines)}
    keep = Dedupe(keep=("template", relation))  # type: ignore[arg-type]
    assert everything == {"exact", "reprint", "near", "contained"}
    assert {removal.relation for removal in removals(bodies, keep, headlines=headlines)} == everything - {relation}


def test_copies_that_may_stay_are_still_duplicates_of_each_other() -> None:
    """With reprints kept, each headline's copies still become one."""
    headlines = ["One", "Other", "One", "Other"]
    found = removals([OLD] * 4, Dedupe(keep=("reprint",)), headlines=headlines)
    assert [(removal.article, removal.survivor) for removal in found] == [(2, 0), (3, 1)]


@pytest.mark.parametrize("setting", [{"near": 0.0}, {"near": 1.1}, {"bands": 0}, {"bands": 129}, {"window": 0}])
def test_settings_that_make_no_sense(setting: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(setting))):
        Dedupe(**setting)  # type: ignore[arg-type]


# The Jaccard similarity of two that share three fifths of the shorter, which is .55 times as long as the other.
LEAST = Dedupe().lead / (1 + 1 / Dedupe().near - Dedupe().lead)
STORIES = st.lists(st.integers(0, len(SENTENCES) - 1), max_size=14).map(lambda numbers: story(*numbers))


@given(st.lists(STORIES, max_size=12), st.randoms())
def test_every_removal_is_vouched_for(bodies: list[str], chance: random.Random) -> None:
    """Its survivor stays, the two were alike as said, and neither batches nor other articles' order matter."""
    settings = Dedupe()
    found = removals(bodies)
    gone = {removal.article for removal in found}
    assert len(gone) == len(found)
    for article, survivor, relation, similarity in found:
        assert survivor not in gone
        counts = overlaps(np.array([[article, survivor]]), np.zeros(len(bodies), np.uint32), bodies.__getitem__)
        measured = containment(counts) if relation in ("contained", "update") else jaccard(counts)
        assert similarity == round(float(measured[0]), 4)
        assert similarity >= {"near": LEAST, "contained": settings.contained}.get(relation, 1.0)
    cut = chance.randint(0, len(bodies))
    parts = join([sign(bodies[:cut], settings), sign(bodies[cut:], settings)], settings)
    assert find_removals(parts, columns_of(bodies), bodies.__getitem__, settings) == found


@given(st.lists(STORIES, max_size=10, unique_by=lambda body: (len(body.split()), body)), st.randoms())
def test_order_decides_ties_alone(bodies: list[str], chance: random.Random) -> None:
    """Articles of different lengths: the same texts stay in whatever order they come."""
    lengths = [len(body.split()) for body in bodies]
    bodies = [body for place, body in enumerate(bodies) if lengths.index(lengths[place]) == place]
    shuffled = list(bodies)
    chance.shuffle(shuffled)

    def survivors(texts: list[str]) -> set[str]:
        return {texts[article] for article in kept(texts, removals(texts))}

    assert survivors(bodies) == survivors(shuffled)


EDGES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["near", "contained"])), max_size=30
).map(lambda rows: [Edge(a, b, relation, 0.9) for a, b, relation in rows if a != b])


@given(EDGES, st.randoms())
def test_choice(edges: list[Edge], chance: random.Random) -> None:
    """Each that goes is beaten by one that stays; the order of the pairs is of no consequence."""
    removed = choose(edges)
    for loser, edge in removed.items():
        assert edge.loser == loser
        assert edge.winner not in removed
    shuffled = list(edges)
    chance.shuffle(shuffled)
    assert {loser: edge.winner for loser, edge in choose(shuffled).items()} == {
        loser: edge.winner for loser, edge in removed.items()
    }


def test_a_ring_keeps_the_best() -> None:
    ring = [Edge(1, 0, "near", 0.9), Edge(2, 1, "near", 0.9), Edge(0, 2, "contained", 0.9)]
    assert {loser: edge.winner for loser, edge in choose(ring).items()} == {1: 0}


def test_borderline_pairs() -> None:
    bodies = [OLD, story(1, *BASE[1:17], 3, 5), story(7, 9, 11)]
    pairs = borderline_pairs(sign(bodies, Dedupe()), columns_of(bodies), bodies.__getitem__, Dedupe(), reach=0.2)
    assert [(pair.one, pair.other) for pair in pairs] == [(0, 1)]
    assert abs(pairs[0].jaccard - Dedupe().near) < 0.2


def test_no_threshold_parts_what_shares_a_lead() -> None:
    bodies = [OLD, story(*BASE[:16], 1, 3, 5)]
    assert borderline_pairs(sign(bodies, Dedupe()), columns_of(bodies), bodies.__getitem__, Dedupe(), reach=0.2) == []


def test_few_articles_load_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from clean.settings import Dedupe\n"
        "from clean.stages.dedupe import Fields, find_removals, sign\n"
        "bodies = ['one two three four', 'one two three five']\n"
        "columns = Fields(*(['', ''] for _ in range(5)))\n"
        "find_removals(sign(bodies, Dedupe()), columns, bodies.__getitem__, Dedupe())\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not {"numba", "scipy", "datasketch", "ftfy", "pydantic"} & set(done.stdout.split())
