"""Headlines that stand once below each story: found there, in sources of a few stories as well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clean.settings import Read, Settings
from tests.support import check, clean

STORIES = [
    (
        "Harbour wall to be rebuilt by May",
        "The harbour board of Port Elden voted on Monday to rebuild the wall that the winter storm broke, it said.",
        "Work on the wall will begin in March and cost two million crowns, which the county pays.",
        "“Nobody can land fish where there is no harbour wall,” said Anna Reyes of the board.",
    ),
    (
        "Comet that comes every 900 years seen over Marlow",
        "Astronomers at the Marlow observatory have found a comet that comes near the Earth in nine hundred years.",
        "The comet will be visible for eleven nights, they said.",
        "The observatory was built in 1911 and has found four comets, none as bright.",
    ),
    (
        "Rain saves the apple harvest of Lindow",
        "Growers around Lindow have brought in more apples than in any autumn since 1998, their union said on Friday.",
        "Prices of apples will not fall, for the cellars were empty.",
        "The rain of August came late for the apple trees, but it came.",
    ),
    (
        "Night train to the coast runs again",
        "The night train to the coast will run again from June, the railway said, nine years after it was stopped.",
        "Tickets for the train will cost 40 crowns.",
        "Hotels on the coast hope for guests who come by night train.",
    ),
]


def told(data: bytes, settings: Settings | None = None) -> list[tuple[str, str]]:
    result = clean({"a.txt": data}, settings)
    check(result, {"a.txt": data})
    return [(row["headline"], row["text"]) for row in result.rows]


WANTED = [(head, "\n".join(texts)) for head, *texts in STORIES]


@pytest.mark.parametrize(
    "form",
    ["{0}\n{1}\n{2}\n{h}\n\n", "{0}\n\n{1}\n\n{2}\n\n{h}\n\n", "{0}\n{1}\n{2}\n{h}\n", "{0}\n{1}\n{2}\n\n{h}\n\n\n"],
)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_headlines_below(form: str, count: int) -> None:
    data = "".join(form.format(*texts, h=head) for head, *texts in STORIES[:count]).encode()
    assert told(data) == WANTED[:count]


@pytest.mark.parametrize("size", [200, 1000])
def test_headlines_below_are_found_for_any_block_size(size: int) -> None:
    data = "".join(f"{a}\n{b}\n{c}\n{head}\n\n" for head, a, b, c in STORIES).encode()
    assert told(data, replace(Settings(), read=replace(Read(), block=size))) == WANTED


@pytest.mark.parametrize("last", ["", "More stories from the region\n", "The editors of the page\n"])
def test_a_source_whose_first_headline_is_missing_has_the_others_above(last: str) -> None:
    data = "".join(f"{head}\n{a}\n{b}\n{c}\n\n" for head, a, b, c in STORIES).partition("\n")[2] + last
    assert [head for head, _ in told(data.encode())][1:] == [head for head, *_ in STORIES][1:]


def test_one_story_that_ends_in_a_short_line_stays_one() -> None:
    (_, a, b, c), *_ = STORIES
    assert len(told(f"{a}\n{b}\nWhat the wall costs\n{c}\nThe wall in numbers\n".encode())) == 1
