"""A weights file that is none is told of in a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from clean.errors import UsageError
from clean.stages.split.model.weights import read_weights


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
