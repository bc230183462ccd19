"""Weights: one for each cue; a file that is none is told of in a line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from clean.errors import UsageError
from clean.stages.split.cues.names import AGAINST, FOR, NAMES
from clean.stages.split.model.weights import read_weights
from clean.stages.split.usual.style import TRAITS, UNKNOWN, Styles, style_cues


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[", "cannot read weights: PATH: Expecting value"),
        ("[]", "cannot read weights: PATH: list indices must be integers"),
        ("{}", "cannot read weights: PATH: 'weights'"),
        ('{"weights": 3}', "cannot read weights: PATH: 'int' object is not iterable"),
        ('{"weights": {"headline": "1"}}', "weights are missing: PATH: bias, headline, "),
    ],
)
def test_what_are_no_weights(content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_weights(str(path))
    assert str(raised.value).startswith(told.replace("PATH", str(path)))
    assert raised.value.hint == "make them with eval/fit_split.py"


def test_a_weights_file_that_is_missing() -> None:
    with pytest.raises(UsageError, match=r"cannot read weights: nowhere\.json: .*No such file or directory"):
        read_weights("nowhere.json")


def test_each_cue_has_a_weight_and_its_sign() -> None:
    """But where the sign is not known beforehand: a paragraph without a headline begins a story or goes on with one."""
    weights = read_weights("")
    assert weights.keys() == {"bias", *NAMES}
    assert [name for name in FOR if weights[name] < 0] == ["body_without_head"]
    assert [name for name in AGAINST if weights[name] > 0] == []


def test_no_cue_speaks_both_ways() -> None:
    assert not FOR.keys() & AGAINST.keys()


def test_the_cues_of_a_style_are_known() -> None:
    none = np.zeros((1, len(TRAITS)), dtype=np.bool_)
    found = style_cues(Styles.of([UNKNOWN], np.zeros(1, dtype=np.int64)), none, none[:, 0])
    assert found.keys() <= set(NAMES)
