"""What stands between a headline and its body: decks, names, credits."""

from __future__ import annotations

import numpy as np
import pytest

from clean.stages.split.block.columns import Columns
from clean.stages.split.block.units import Units
from clean.stages.split.cues.plain import plain_cues
from clean.stages.split.usual.profile import Profile

BODY = "The ferry will run again from Monday, the company said, and the old timetable is to hold until the autumn."
DECK = "The ferry has lain in the yard at Kirkham for eleven weeks."
LAST = "The council voted nine to two for the plan after two hours, and the mayor thanked all who had come to listen."


def cues_below(*head: str) -> set[str]:
    """The cues of decks and credits at a headline with these lines below it, behind the last line of a story."""
    lines = [
        LAST,
        LAST.replace("nine", "ten"),
        "Ferry to the islands runs again",
        *head,
        BODY,
        BODY.replace("old", "new"),
    ]
    units = Columns(Units(lines, bytearray(len(lines)), 0))
    places, _, found = plain_cues(units, np.array([2]), [Profile()])
    assert places.unit.tolist() == [2]
    return {name for name in ("deck", "credit", "credit_above") if found[name][0]}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ((), set()),
        (("By Anna Reyes",), {"credit"}),
        (("Islanders wait for bread",), {"deck"}),
        (("Islanders wait for bread", "By Anna Reyes"), {"deck", "credit"}),
        ((DECK, "By Anna Reyes"), {"deck", "credit"}),
        ((DECK, "By Anna Reyes", "March 4, 2024"), {"deck", "credit"}),
        ((DECK, "March 4, 2024"), set()),  # a date alone may as well stand above the next story
        ((DECK, DECK.replace("eleven", "ten"), "By Anna Reyes"), set()),  # sentences, then a byline: the end of a story
        ((f"{DECK} {BODY} {BODY} {BODY}", "By Anna Reyes"), set()),  # no deck is so long
        (("Anna Reyes",), {"credit"}),
        (("Anna Reyes, Kirkham",), {"credit"}),
        (("Courier Staff Writer",), {"credit"}),
        (("Anna Reyes", "Bread runs out"), set()),
        (("Bread runs out in Kirkham",), {"deck"}),
        (("Will there be bread?",), {"deck"}),
        (("1. Bread runs out in Kirkham",), set()),  # the text is a list, and this its first item
        (("- Bread ran out", "Market opens again"), set()),  # a headline below bullets is that of the next story
        (("- Bread ran out", "Market opens again", "By Anna Reyes"), set()),
    ],
)
def test_decks_and_credits(head: tuple[str, ...], expected: set[str]) -> None:
    assert cues_below(*head) == expected


def test_a_question_of_several_is_no_deck() -> None:
    asked = [part for ask in ("Who pays for it?", "Why only now?") for part in (ask, BODY)]
    assert cues_below("Will there be bread?", BODY, *asked) == set()
