"""Which articles are removed, and for which."""

from __future__ import annotations

import pytest

from clean.settings import Dedupe
from clean.stages.dedupe import Fields, Removal, find_removals, sign


def removals(bodies: list[str], settings: Dedupe | None = None, **fields: list[str]) -> list[Removal]:
    """The removals among bodies with these fields, "" where a column is not given."""
    settings = settings or Dedupe()
    blank = [""] * len(bodies)
    names = ("headlines", "datelines", "bylines", "dates", "sources")
    columns = Fields(**{name: fields.get(name, blank) for name in names})
    return find_removals(sign(bodies, settings), columns, bodies.__getitem__, settings)


STORY = (
    "Rivers in the north of the province rose by two metres on Sunday after a week of rain, officials said. "
    "Schools in the valley stayed closed and the army brought drinking water to villages that the flood cut off. "
    "The mayor of the port asked people to leave the low quarters before nightfall. "
    "Farmers fear for the harvest, the third in a row that water or drought has spoilt."
)
OTHER = (
    "The central bank left its main rate unchanged on Thursday and said that inflation would slow by the summer. "
    "Analysts had expected a small cut. The currency gained against the dollar in early trading, shares fell."
)


@pytest.mark.parametrize(
    "bodies",
    [
        [],
        [STORY],
        ["", ""],
        [" ", "…", "--"],
        [STORY, OTHER],
        ["yes", "no"],
        ["one two", "two one"],
        [STORY, STORY[:60]],  # a phrase is no brief
    ],
)
def test_nothing_is_removed(bodies: list[str]) -> None:
    assert removals(bodies) == []


def test_exact() -> None:
    assert removals([STORY, OTHER, STORY.upper()]) == [Removal(2, 0, "exact", 1.0)]


def test_short_texts_are_one_shingle() -> None:
    assert removals(["Yes!", "yes"]) == [Removal(1, 0, "exact", 1.0)]


def test_reprint() -> None:
    assert removals([STORY, STORY], headlines=["Rivers rise", "Flood in the north"]) == [Removal(1, 0, "reprint", 1.0)]


def test_near_keeps_the_longer() -> None:
    found = removals([STORY, STORY + " More rain is forecast for Monday."])
    assert [(r.article, r.survivor, r.relation) for r in found] == [(0, 1, "near")]
    assert 0.9 < found[0].similarity < 1


MENU = (
    "Home News Sport Weather Motors Homes Family Notices Contact Login Register Today's paper Archive Most read "
    "Most commented Bridge closed until spring Council split over tax Ferry late again Win tickets for the opera"
)
LATER = (
    "Families returned to their houses on Wednesday as the water fell, and found mud up to the windows. A minister who "
    "came by helicopter promised money for new dykes, and was booed when she spoke of a lesson."
)


@pytest.mark.parametrize(
    ("one", "other", "removed"),
    [
        (STORY + " " + MENU, STORY + " " + OTHER, True),  # both open with the story
        (MENU + " " + STORY, STORY + " " + OTHER, True),  # one does, below the other's menu
        ("Flood! " + STORY[:-90] + MENU, STORY, True),
        (LATER + " " + STORY, OTHER + " " + STORY, False),  # a new lead over the same background
        (MENU + " " + STORY, OTHER + " " + STORY, False),  # a story amid other things on both pages
        (STORY[:40] + MENU + STORY[-180:], STORY[:40] + OTHER + STORY[-180:], False),  # a few words in common
    ],
)
def test_bodies_that_share_a_lead_may_be_less_alike(one: str, other: str, removed: bool) -> None:
    found = removals([one, other])
    assert [removal.relation for removal in found] == ["near"] * removed
    if removed:
        assert found[0].similarity < Dedupe().near
    assert removals([one, other], Dedupe(lead=1.0)) == []


def test_of_one_lead_under_two_headlines_one_may_be_a_follow_up() -> None:
    bodies = [STORY + " " + MENU, STORY + " " + OTHER]
    assert removals(bodies, headlines=["Rivers rise", "Flood in the north"]) == []
    assert [found.relation for found in removals(bodies, headlines=["Rivers rise - Courier", "Rivers rise"])] == [
        "near"
    ]


def test_a_brief_that_opens_like_a_long_story_stays() -> None:
    assert removals([STORY + " " + OTHER, STORY + " " + " ".join([MENU, LATER, *map(str, range(99))])]) == []


BACKGROUND = (
    "\nThe bank has cut its rate four times since the spring of last year, from a peak of seven per cent. Inflation "
    "was three per cent in the year to October, a point above the aim. Wages rose by five per cent over the same time, "
    "and house prices fell for the third month in a row.\nThe government wants to balance its budget in two years, and "
    "has asked ministries to save a tenth. Unions have called for strikes in schools and hospitals before the holidays."
)
RAISED = "The central bank raised its main rate by a quarter of a point on Thursday, the first rise in two years."
HELD = "To the surprise of traders, rates were left where they are: six members of the board voted against a rise."


@pytest.mark.parametrize(
    ("leads", "headlines", "removed"),
    [
        ((RAISED, HELD), ("Bank raises rate", "Bank holds rate"), False),  # a story and what followed it
        ((RAISED, HELD), ("Bank and its rate", "BANK AND ITS RATE"), True),
        ((RAISED, HELD), ("Bank raises rate", "Bank raises rate | Courier"), True),
        ((RAISED, HELD), ("Bank raises rate", ""), True),  # nothing tells them apart
        ((RAISED, RAISED + " Shares fell, and the crown rose to its best in a year."), ("Up", "Bank moves"), True),
        ((RAISED, "Analysts were surprised.\n" + RAISED), ("Rate is up", "Bank moves"), True),  # one with more above
    ],
)
def test_follow_ups(leads: tuple[str, str], headlines: tuple[str, str], removed: bool) -> None:
    found = removals([lead + BACKGROUND for lead in leads], headlines=list(headlines))
    assert [removal.relation for removal in found] == ["near"] * removed


def test_more_alike_no_follow_up_is() -> None:
    bodies = [lead + BACKGROUND + " " + STORY for lead in (RAISED, HELD)]
    headlines = ["Bank raises rate", "Bank holds rate"]
    found = removals(bodies, headlines=headlines)
    assert [removal.relation for removal in found] == ["near"]
    assert found[0].similarity >= Dedupe().follow_up
    assert removals(bodies, Dedupe(follow_up=0.9, contained=0.9), headlines=headlines) == []


def test_others_that_are_as_alike_hide_no_copy() -> None:
    """Of many that open with something new, none is a duplicate; the copy less like it than they are is."""
    story = RAISED + BACKGROUND
    bodies = [*(f"{HELD} {number}." + BACKGROUND for number in range(8)), f"{story} {MENU} {OTHER}", story]
    headlines = [*(f"Bank holds rate again: {number}" for number in range(8)), "Bank raises rate", "Bank raises rate"]
    found = removals(bodies, Dedupe(survivor="first"), headlines=headlines)
    assert (9, 8) in {(removal.article, removal.survivor) for removal in found}


def test_contained() -> None:
    assert removals([STORY[:210], STORY + " " + OTHER]) == [Removal(0, 1, "contained", 1.0)]


@pytest.mark.parametrize("rule", ["exact-duplicate", "reprint", "near-duplicate", "contained"])
def test_rules_can_be_turned_off(rule: str) -> None:
    bodies = [STORY + " " + OTHER, STORY + " " + OTHER, STORY + " " + OTHER, STORY + " " + OTHER[:-60], STORY[:210]]
    headlines = ["Rivers", "Rivers", "Floods", "Rivers", "Rivers"]
    relations = {"exact-duplicate": "exact", "near-duplicate": "near"}
    every = {removal.relation for removal in removals(bodies, headlines=headlines)}
    found = {removal.relation for removal in removals(bodies, Dedupe(off=frozenset({rule})), headlines=headlines)}
    assert every == {"exact", "reprint", "near", "contained"}
    assert found == every - {relations.get(rule, rule)}


def test_same_headline_over_other_bodies_is_no_duplicate() -> None:
    assert removals([STORY, OTHER], headlines=["News in brief", "News in brief"]) == []


PHRASE = "View all comments on this story"
FLASH = "The central bank left its main rate unchanged on Thursday, it said."


@pytest.mark.parametrize(
    ("bodies", "headlines", "relations"),
    [
        # a phrase under other headlines says nothing of the story
        ([PHRASE, PHRASE], ["Rivers rise", "Bank holds rate"], []),
        ([PHRASE, PHRASE], ["Rivers rise", ""], []),
        ([PHRASE, PHRASE + " now"], ["Rivers rise", "Bank holds rate"], []),
        # under the same it is a duplicate
        ([PHRASE, PHRASE], ["Rivers rise", "RIVERS RISE!"], ["exact"]),
        ([PHRASE, PHRASE], ["", ""], ["exact"]),
        ([PHRASE, PHRASE + " now"], ["Rivers rise", "Rivers rise"], ["near"]),
        ([PHRASE] * 4, ["Rivers rise", "Bank holds rate", "Rivers rise", "Bank holds rate"], ["exact", "exact"]),
        ([FLASH, FLASH], ["Bank holds rate", "Rate unchanged"], ["reprint"]),
    ],
)
def test_short_bodies(bodies: list[str], headlines: list[str], relations: list[str]) -> None:
    assert [removal.relation for removal in removals(bodies, headlines=headlines)] == relations


def test_one_phrase_under_many_headlines() -> None:
    """Not each with each: this would take hours."""
    count = 50_000
    headlines = [f"Headline {number}" for number in range(count - 1)] + ["Headline 7"]
    assert removals([PHRASE] * count, headlines=headlines) == [Removal(count - 1, 7, "exact", 1.0)]
