"""Similarities of whole columns: those that `lexical.per_mille` gives one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from clean.stages.split.cohesion.lexical import per_mille
from clean.stages.split.cues.words import _MOST, _per_mille

SIZE = st.integers(0, 4000)


@example([(0, 0, 0), (1, 1, 1), (3, 3, 4), (_MOST, _MOST, _MOST)])
@example([(2, 2, 2), (_MOST + 1, _MOST + 5, _MOST + 9)])
@given(st.lists(st.tuples(SIZE, SIZE, SIZE)))
def test_columns_have_the_similarities_of_their_rows(rows: list[tuple[int, int, int]]) -> None:
    told = [(min(shared, one, other), one, other) for shared, one, other in rows]
    columns = np.array(told, dtype=np.int64).reshape(-1, 3).T
    assert _per_mille(*columns).tolist() == [per_mille(a, b * c) for a, b, c in told]
