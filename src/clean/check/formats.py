"""Findings as text, JSON, GitHub's workflow commands and SARIF."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from clean import __version__
from clean.check.command import Outcome
from clean.check.finding import Finding
from clean.check.mend import told as told_mended
from clean.config import nearest
from clean.console.report import many
from clean.console.running import told
from clean.errors import UsageError
from clean.rules import STAGE_OF


def as_text(outcome: Outcome) -> str:
    """`path:line:column: RULE message`, one a line; control characters are escaped."""
    return "".join(
        told(f"{one.path}:{one.line}:{one.column}: {one.rule} {one.message}") + "\n" for one in outcome.findings
    )


def as_json(outcome: Outcome) -> str:
    """One object: `findings`, each with its place, and `mended`, by file and rule."""
    rows = [
        {
            "path": one.path,
            "line": one.line,
            "column": one.column,
            "end_line": one.last_line,
            "rule": one.rule,
            "stage": STAGE_OF[one.rule],
            "message": one.message,
        }
        for one in outcome.findings
    ]
    mended = {path: dict(sorted(counts.items())) for path, counts in outcome.mended}
    return _dumped({"clean": __version__, "files": outcome.files, "findings": rows, "mended": mended})


def as_github(outcome: Outcome) -> str:
    """Workflow commands, which GitHub shows as annotations at the lines of a pull request."""
    return "".join(
        f"::error file={_property(one.path)},line={one.line},endLine={one.last_line},col={one.column},"
        f"title={_property(one.rule)}::{_data(told(f'{one.rule} {one.message}'))}\n"
        for one in outcome.findings
    )


def _data(text: str) -> str:
    """Escaped as GitHub's runner reads it (`actions/toolkit`, `command.ts`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(outcome: Outcome) -> str:
    """SARIF 2.1.0, for code scanning."""
    rules = sorted({one.rule for one in outcome.findings})
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "newsclean", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules.index(one.rule)) for one in outcome.findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    hint = f"clean explain {code}"
    return {"id": code, "shortDescription": {"text": code.replace("-", " ")}, "help": {"text": hint}}


def _result(one: Finding, index: int) -> dict[str, Any]:
    region = {"startLine": one.line, "startColumn": one.column, "endLine": one.last_line}
    if one.last_line > one.line:
        region["startColumn"] = 1
    place = {"artifactLocation": {"uri": _uri(one.path)}, "region": region}
    return {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": "warning",
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"clean/v1": one.key},
    }


def _uri(path: str) -> str:
    return quote(os.fsencode(path.replace(os.sep, "/")))


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Outcome], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def known_format(form: str) -> Callable[[Outcome], str]:
    """What writes the format of this name; UsageError, naming the nearest, where there is none."""
    if form not in FORMATS:
        raise UsageError("unknown format", form, hint=nearest(form, FORMATS))
    return FORMATS[form]


def summary(outcome: Outcome) -> Iterable[str]:
    """What is said on standard error: what was mended, and how many findings there are."""
    yield from map(told, told_mended(outcome.mended))
    if outcome.findings:
        places = len({one.path for one in outcome.findings})
        yield f"{many(len(outcome.findings), 'finding')} in {places:,} of {many(outcome.files, 'file')}"
