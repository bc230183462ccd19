"""Sources looked at together are told as each is alone."""

from __future__ import annotations

import random
from typing import Literal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.document import CONTEXT, Document, Mark
from clean.settings import Boilerplate, Split
from clean.stages.boilerplate import mark_lines
from clean.stages.split import see
from clean.stages.split.block.joined import BETWEEN, Joined, Text
from clean.stages.split.block.units import Units
from clean.stages.split.cues.reach import WINDOW
from clean.stages.split.usual.profile import sample

STORY = [
    "Ferry to Port Elden runs again after the storm",
    "By Jane Example",
    "PORT ELDEN, March 4 (Reuters) - The ferry has crossed the sound again since Monday, its owner said.",
    "A hundred people waited at the quay with what they had not been able to send for nine days.",
    "Read more",
]
OTHER = [
    "Library lends tools",
    "Drills and saws are lent for a week by the library of Marlow, as books are, and as long as nobody else waits.",
    "- Forty tools",
    "Some have come back broken, though no more than one in a hundred, and readers mend these on Saturdays.",
    "© Marlow Weekly",
    "What will be next?",
]
LINES = [
    *STORY,
    *OTHER,
    "",
    "",
    "***",
    "الوزير: قال إن الطرق مفتوحة، وأضاف ذلك.",
    "2020年東京の開会式",
    "x",
    '"No."',
    "Café",
]
SOURCES = st.lists(
    st.one_of(
        st.lists(st.sampled_from(LINES), max_size=30),
        st.permutations([*STORY, *OTHER]),
        st.sampled_from(
            [STORY, OTHER, [*STORY, "", *OTHER], [*STORY, *OTHER, *STORY], [""] * (WINDOW + 9) + STORY, []]
        ),
    ),
    max_size=6,
)


def marked(lines: list[str]) -> Text:
    """A source after the line rules, wrapped or not."""
    document = Document(lines, list(range(len(lines) + 1)))
    document.marks = bytearray(Mark.BODY if line else Mark.BLANK for line in lines)
    mark_lines(document, Boilerplate())
    return sample(document.lines, document.marks)


def wrapped(lines: list[str], width: int = 48) -> list[str]:
    """The lines as a program breaks them that knows no better."""
    return [line[at : at + width].strip() for line in lines for at in range(0, max(1, len(line)), width)]


@settings(max_examples=60, deadline=None)
@example([STORY, STORY], 0, "headlines")
@example([[*STORY, *OTHER]] * 3, 300, "headlines")
@given(SOURCES, st.sampled_from([0, 300]), st.sampled_from(["headlines", "headlines", "topic", "lines"]))
def test_sources_together_are_seen_as_each_alone(
    sources: list[list[str]], slack: int, mode: Literal["headlines", "topic", "lines"]
) -> None:
    texts = [marked(lines) for lines in [*sources, *map(wrapped, sources)]]
    together = see(texts, Split(mode=mode), slack=slack)
    alone = [see([text], Split(mode=mode), slack=slack)[0] for text in texts]
    assert [(usual.one, usual.width, usual.places, usual.date_order) for usual, _, _ in together] == [
        (usual.one, usual.width, usual.places, usual.date_order) for usual, _, _ in alone
    ]
    assert [seen.gaps for seen in together] == [seen.gaps for seen in alone]
    assert [len(seen.hints.may) for seen in together] == [len(text.lines) for text in texts]


def test_compiled_code_sees_the_same_in_sources_together() -> None:
    chance = random.Random(3)
    parts = [STORY, OTHER, [*STORY, "", *OTHER], ["x"], [], [*STORY, *OTHER[1:], *STORY]]
    texts = [marked(chance.choice(parts) + chance.choice(parts)) for _ in range(40)]
    told = [(seen.usual.one, seen.gaps) for seen in see(texts, Split(), compiled=True, slack=300)]
    assert told == [(seen.usual.one, seen.gaps) for seen in see(texts, Split(), slack=300)]
    assert any(gaps for _, gaps in told)


def test_no_window_reaches_over_what_parts_sources() -> None:
    assert BETWEEN.count(Mark.METADATA) >= CONTEXT
    assert BETWEEN.index(255) > WINDOW


def test_parts_of_joined_sources_are_what_was_joined() -> None:
    texts = [marked(STORY), marked([]), marked(["", ""]), marked(OTHER)]
    joined = Joined.of(texts)
    assert [joined.part(number) for number in range(4)] == texts
    units = Units.of(joined)
    assert [[units.text[k] for k in run] for run in units.runs] == [
        [line for line, mark in zip(*text[:2], strict=True) if mark == Mark.BODY and line] for text in texts
    ]
