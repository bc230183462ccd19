"""One change of the audit: a span of the source, why it is not in OUT as it stood, and what stood there."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from clean.rules import STAGE_OF


class Change(NamedTuple):
    """`[start_byte, end_byte)` of the source, on lines `start_line` to `end_line`, became `after`, because of `rule`.

    `before` is the text that stood there, or its bytes where they are not text in the source's encoding; None says
    that it stands in OUT (a headline that was moved). `also` names further rules that had a part in it.
    """

    start_byte: int
    end_byte: int
    start_line: int
    end_line: int
    rule: str
    before: str | bytes | None = None
    after: str = ""
    also: tuple[str, ...] = ()
    duplicate_of: str = ""
    relation: str = ""
    similarity: float | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that had a part in this change."""
        return (self.rule, *self.also)

    def row(self, source_name: str) -> dict[str, Any]:
        """The change as a line of the audit; keys that say nothing are left out."""
        row: dict[str, Any] = {
            "source": source_name,
            "start_byte": self.start_byte,
            "end_byte": self.end_byte,
            "start_line": self.start_line,
            "end_line": self.end_line,
            "stage": STAGE_OF[self.rule],
            "rule": self.rule,
        }
        if isinstance(self.before, bytes):
            row["before_base64"] = base64.b64encode(self.before).decode("ascii")
        elif self.before is not None:
            row["before"] = self.before
        if self.after:
            row["after"] = self.after
        if self.also:
            row["also"] = list(self.also)
        if self.duplicate_of:
            row["duplicate_of"] = self.duplicate_of
        if self.relation:
            row["relation"] = self.relation
        if self.similarity is not None:
            row["similarity"] = self.similarity
        return row

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Change:
        """The change that a line of the audit tells of; KeyError, TypeError or ValueError where it is none."""
        before = row.get("before")
        if "before_base64" in row:
            before = base64.b64decode(row["before_base64"], validate=True)
        elif not isinstance(before, str | None):
            raise TypeError("before is no str")
        if not isinstance(row.get("similarity"), float | None):
            raise TypeError("similarity is no float")
        if row["rule"] not in STAGE_OF:
            raise ValueError(f"unknown rule: {row['rule']}")
        return cls(
            int(row["start_byte"]),
            int(row["end_byte"]),
            int(row["start_line"]),
            int(row["end_line"]),
            str(row["rule"]),
            before,
            str(row.get("after", "")),
            tuple(row.get("also", ())),
            str(row.get("duplicate_of", "")),
            str(row.get("relation", "")),
            row.get("similarity"),
        )


def joined(changes: Iterable[Change]) -> list[Change]:
    """The changes with neighbours of one rule that take out whole lines made one, as a run of blank lines is."""
    result: list[Change] = []
    run: list[Change] = []
    for change in changes:
        if run and not (run[-1].end_byte == change.start_byte and _follows(run[-1], change)):
            result.append(_one(run))
            run.clear()
        run.append(change)
    if run:
        result.append(_one(run))
    return result


def _follows(last: Change, change: Change) -> bool:
    """Whether the two, one right behind the other, take out neighbouring lines for the same reason."""
    return (
        last.rule == change.rule
        and last.also == change.also
        and last.end_line + 1 == change.start_line
        and isinstance(last.before, str)
        and isinstance(change.before, str)
        and not (last.after or change.after or last.duplicate_of or change.duplicate_of)
    )


def _one(run: list[Change]) -> Change:
    if len(run) == 1:
        return run[0]
    before = "".join(change.before for change in run if isinstance(change.before, str))
    return run[0]._replace(end_byte=run[-1].end_byte, end_line=run[-1].end_line, before=before)


_NOTHING_ELSE = Change(0, 0, 0, 0, "")[6:]


def change_lines(changes: Iterable[Change], source_name: str) -> bytes:
    """Changes as lines of the audit."""
    name = quoted(source_name)
    lines = bytearray()  # not a list to be joined: orjson gives 4 KB to a line, however short
    for change in changes:
        lines += _taken_out(change, name) or _dumped(change, source_name)
    return bytes(lines)


def _taken_out(change: Change, name: str) -> bytes:
    """The line of a change that takes text out, as nearly all do; b"" for another.

    However short a row is, orjson takes 2 µs for it.
    """
    start, end, first, last, rule, before = change[:6]
    if isinstance(before, bytes) or change[6:] != _NOTHING_ELSE:
        return b""
    text = "" if before is None else f',"before":{quoted(before)}'
    return (
        f'{{"source":{name},"start_byte":{start},"end_byte":{end},"start_line":{first},"end_line":{last},'
        f'"stage":"{STAGE_OF[rule]}","rule":"{rule}"{text}}}\n'
    ).encode()


def _dumped(change: Change, source_name: str) -> bytes:
    import orjson

    return orjson.dumps(change.row(source_name), option=orjson.OPT_APPEND_NEWLINE)
