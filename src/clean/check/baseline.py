"""The baseline: findings that were there before, and are not told again.

One JSON object a line: the file (relative to the baseline's folder), the rule, a hash of the text concerned, and how
often it is found. Line numbers are left out, so that a finding is known again when lines were added above it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clean.check.finding import Finding
from clean.errors import DataError, InputError
from clean.sinks.atomic import Outputs, reason
from clean.sources.find import shown

Known = tuple[str, str, str]


@dataclass(slots=True)
class Baseline:
    """How often each old finding is known, by file, rule and hash."""

    counts: Counter[Known]

    def new(self, findings: Iterable[Finding], path: Path) -> list[Finding]:
        """The findings that are not in the baseline; of more of a kind than it knows, the last ones."""
        left = self.counts.copy()
        new: list[Finding] = []
        for finding in findings:
            known = _known(finding, path)
            if left[known]:
                left[known] -= 1
            else:
                new.append(finding)
        return new


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; InputError where there is none, DataError where it is something else."""
    try:
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]  # of bytes: U+2028 may stand in a name
        return Baseline(Counter({(row["path"], row["rule"], row["hash"]): int(row["count"]) for row in rows}))
    except OSError as error:
        hint = "--write-baseline writes it"
        raise InputError("cannot read", shown(path), reason(error), hint=hint) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError("not a baseline", shown(path), hint="--write-baseline writes it anew") from error


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write findings as the baseline, sorted, so that it merges well."""
    counts = Counter(_known(finding, path) for finding in findings)
    with Outputs() as outputs:
        out = outputs.open(path)
        for (name, rule, key), count in sorted(counts.items()):
            row = {"path": name, "rule": rule, "hash": key, "count": count}
            out.write(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n")
        outputs.publish()


def _known(finding: Finding, path: Path) -> Known:
    """What a finding is known by, wherever the program is started."""
    name = os.path.relpath(finding.path, path.parent).replace(os.sep, "/")
    return name, finding.rule, finding.key
