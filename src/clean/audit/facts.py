"""What is known of a source as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Facts:
    """What the audit's first line says of a source."""

    name: str
    bytes: int = 0
    sha256: str = ""
    format: str = "txt"
    encoding: str = "utf-8"
    line_ending: str = "\n"
    evidence: str = ""

    @property
    def folder(self) -> str:
        """The source's folder by its name; "" for the working folder itself."""
        return self.name.rpartition("/")[0]
