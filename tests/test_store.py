"""What does not stay in memory: bytes are read back as they were added, fingerprints as they were signed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.errors import StreamError
from clean.flow.prints import Prints
from clean.flow.store import Store
from clean.settings import Dedupe
from clean.stages.dedupe import sign

WORDS = "harbour council wall ferry storm winter money vote county pier master town survey work section bridge".split()


@given(st.integers(0, 12), st.lists(st.binary(max_size=8)), st.data())
def test_bytes_are_read_back_wherever_they_lie(memory: int, pieces: list[bytes], data: st.DataObject) -> None:
    """In the file, in memory or in both, and more may be added afterwards."""
    with closing(Store(None, memory)) as store:
        whole = b""
        for piece in pieces:
            assert store.append(piece) == len(whole)
            whole += piece
            assert store.size == len(whole)
            start = data.draw(st.integers(0, len(whole)))
            size = data.draw(st.integers(0, len(whole) - start))
            assert store.read(start, size) == whole[start : start + size]


@given(st.integers(0, 4), st.lists(st.binary(max_size=6), min_size=1), st.integers(1, 16), st.data())
def test_what_is_read_ahead_is_what_follows(memory: int, pieces: list[bytes], ahead: int, data: st.DataObject) -> None:
    """Forwards, with gaps, back again and over the end of what lies in the file."""
    with patch("clean.flow.store.AHEAD", ahead), closing(Store(None, memory)) as store:
        for piece in pieces:
            store.append(piece)
            whole = b"".join(pieces)[: store.size]
            for start in sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=5))):
                size = data.draw(st.integers(0, len(whole) - start))
                assert store.read(start, size) == whole[start : start + size]


def test_a_work_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "none", memory=1)
    with pytest.raises(StreamError, match=r"cannot write into: .*/none: No such file or directory") as caught:
        store.append(b"two")
    assert caught.value.hint == "name a folder with more room: --work-dir"
    store.close()


def test_a_work_file_that_became_shorter_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store(tmp_path, memory=0)) as store:
        store.append(b"twelve bytes")
        monkeypatch.setattr("os.pread", lambda _, size, start: b"twelve"[start : start + size])
        with pytest.raises(StreamError) as caught:
            store.read(0, 12)
    assert str(caught.value) == f"cannot read from: {tmp_path}: the file has become shorter"


BODIES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
SOME = st.lists(st.tuples(st.integers(0, 9), BODIES), max_size=8)


@pytest.mark.parametrize("memory", [0, 1 << 30])
@given(st.lists(BODIES, min_size=10, max_size=10), st.lists(SOME, max_size=4))
def test_fingerprints_are_the_last_that_each_article_got(
    memory: int, bodies: list[str], changes: list[list[tuple[int, str]]]
) -> None:
    settings = Dedupe(window=2)
    with closing(Prints(None, memory)) as prints:
        assert prints.missing(10).tolist() == list(range(10))
        prints.add(range(7), sign(bodies[:7], settings))
        assert prints.missing(10).tolist() == [7, 8, 9]
        prints.add([9, 7, 8], sign([bodies[9], bodies[7], bodies[8]], settings))
        for some in changes:
            prints.add([article for article, _ in some], sign([body for _, body in some], settings))
            for article, body in some:
                bodies[article] = body
        assert prints.missing(10).tolist() == []
        kept, expected = prints.of(10), sign(bodies, settings)
        assert kept.words.tolist() == expected.words.tolist()
        assert kept.exact.tolist() == expected.exact.tolist()
        for number in range(settings.bands):
            assert kept.band(number).tolist() == expected.band(number).tolist()
        found = {
            int(article): keys.tolist()
            for block in kept.run_blocks()
            for article, keys in zip(block.texts, np.split(block.keys, np.cumsum(block.counts)[:-1]), strict=True)
        }
        offsets = expected.run_offsets
        assert found == {place: expected.runs[offsets[place] : offsets[place + 1]].tolist() for place in range(10)}
