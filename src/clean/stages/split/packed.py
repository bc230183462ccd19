"""Texts as UTF-8 in one buffer: for looks at all of them at once, and for compiled code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Packed(NamedTuple):
    """UTF-8 of texts with a line feed after each: text k is `data[begins[k] : ends[k]]`, which has that feed."""

    data: NDArray[np.uint8]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]

    def within(self, char: str, reach: int) -> NDArray[np.bool_]:
        """Whether this ASCII character stands among the first so many bytes of each text."""
        places = np.append(np.flatnonzero(self.data == ord(char)), len(self.data))
        found: NDArray[np.bool_] = places[np.searchsorted(places, self.begins)] < np.minimum(
            self.begins + reach, self.ends
        )
        return found


def pack(texts: Sequence[str]) -> Packed:
    """The texts packed; a line feed in one of them stands there as a blank."""
    # One by one: most are ASCII, which is copied, and joined to others they would not be. A third of the time.
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    joined = b"\n".join([*encoded, b""])
    if joined.count(b"\n") != len(texts):
        joined = b"\n".join([*(text.replace(b"\n", b" ") for text in encoded), b""])
    data = np.frombuffer(joined, dtype=np.uint8)
    ends: Any = np.flatnonzero(data == ord("\n")) + 1
    return Packed(data, np.append(0, ends)[:-1], ends)
