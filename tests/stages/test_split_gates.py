"""What decides for many units at once that a reader need not look: it never stops one that the reader would take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.stages.split.columns import _may_be_placed
from clean.stages.split.packed import pack
from clean.stages.split.units import may_be_dateline

# Openings of paragraphs, from which hypothesis puts together others.
OPENINGS = (
    "BERLIN (dpa) - Der", "Berlin: Der", "(Reuters) - The", "【ロンドン共同】", "МОСКВА, 4 марта -", "القاهرة - ",
    "I", "é", "The port (of Exampleton) opened", "[東京 4日] ", "“A harbour", "a", "\n(x",
    "The harbour of Port Exampleton, (dpa)", "ÉC",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(min_size=1),
    st.lists(st.sampled_from([*" ".join(OPENINGS), *OPENINGS, "\n", " ", "é", "漢"]), min_size=1).map("".join),
)


@pytest.mark.parametrize("texts", [[], ["a"], ["a\nb", "c"], ["é漢\n\n", "\udc80"], ["", "", "a"]])
def test_packed_texts_are_as_they_were(texts: list[str]) -> None:
    data, begins, ends = pack(texts)
    found = [bytes(data[begin:end]).decode("utf-8", "surrogatepass") for begin, end in zip(begins, ends, strict=True)]
    assert found == [text.replace("\n", " ") + "\n" for text in texts]


def test_a_character_within_reach_is_in_its_own_text() -> None:
    assert pack(["a(b", "abc", "", "(", "ab("]).within("(", 2).tolist() == [True, False, False, True, False]
    assert pack([]).within("(", 2).tolist() == []


@given(st.lists(TEXTS, min_size=1, max_size=9))
def test_no_dateline_is_stopped(texts: list[str]) -> None:
    gate = _may_be_placed(pack(texts))
    assert all(may for may, text in zip(gate, texts, strict=True) if may_be_dateline(text))


def test_plain_paragraphs_are_stopped() -> None:
    texts = ["The harbour of Exampleton opened.", 'He said: "We begin."', "A council (of forty towns) met."]
    assert _may_be_placed(pack(texts)).tolist() == [False, False, True]
