"""Columns of short texts, packed: a million Python strings would take ten times the room of what they say."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

ID = 16  # bytes of an article's id


@dataclass(slots=True)
class Texts(Sequence[str]):
    """Texts in order: their UTF-8 in one buffer, and where each ends in it."""

    data: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("Q"))

    @classmethod
    def of(cls, texts: list[str]) -> Texts:
        """A column of these texts."""
        whole = "".join(texts)
        data = whole.encode("utf-8", "surrogatepass")
        plain = len(data) == len(whole)
        sizes = map(len, texts if plain else [text.encode("utf-8", "surrogatepass") for text in texts])
        return cls(bytearray(data), array("Q", accumulate(sizes)))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: Any) -> Any:
        """One text, by its place from 0 on; IndexError behind the last, by which iteration knows its end."""
        start = self.ends[place - 1] if place else 0
        return self.data[start : self.ends[place]].decode("utf-8", "surrogatepass")

    def extend(self, other: Texts) -> None:
        """Add the texts of another column at the end."""
        shift = len(self.data)
        self.data += other.data
        self.ends.extend([end + shift for end in other.ends])


@dataclass(slots=True)
class Ids(Sequence[str]):
    """Ids of articles in order, 16 bytes each, read and written as 32 hex digits."""

    data: bytearray = field(default_factory=bytearray)

    @classmethod
    def of(cls, ids: list[str]) -> Ids:
        """A column of these ids."""
        return cls(bytearray.fromhex("".join(ids)))

    def __len__(self) -> int:
        return len(self.data) // ID

    def __getitem__(self, place: Any) -> Any:
        """One id, by its place from 0 on."""
        if place >= len(self):
            raise IndexError(place)
        return self.data[ID * place : ID * place + ID].hex()

    def __setitem__(self, place: int, digits: str) -> None:
        self.data[ID * place : ID * place + ID] = bytes.fromhex(digits)

    def extend(self, other: Ids) -> None:
        """Add the ids of another column at the end."""
        self.data += other.data

    def repeated(self) -> list[int]:
        """The places of the ids that stand more than once, in order."""
        if len(self) < 2:
            return []
        import numpy as np

        halves = np.frombuffer(bytes(self.data), "<u8").reshape(-1, 2)
        order = np.lexsort((halves[:, 1], halves[:, 0]))
        same = (halves[order[1:]] == halves[order[:-1]]).all(axis=1)
        repeated = np.append(same, False) | np.append(False, same)  # with the next or with the one before
        places: list[int] = np.sort(order[repeated]).tolist()
        return places
