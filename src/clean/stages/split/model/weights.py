"""What each cue weighs: the file of the package, or another of the same form (`split.weights`)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from clean.errors import UsageError
from clean.stages.split.cues.names import NAMES


@cache
def read_weights(path: str) -> dict[str, int]:
    """Weight by cue, with `bias`: those of the package, or of a JSON file of the same form."""
    where = Path(path) if path else files("clean.stages.split.model") / "weights.json"
    try:
        weights = dict(json.loads(where.read_text("utf-8"))["weights"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("cannot read weights", path, str(error), "make them with eval/fit_split.py") from error
    missing = [name for name in ("bias", *NAMES) if not isinstance(weights.get(name), int)]
    if missing:
        raise UsageError("weights are missing", path, ", ".join(missing), "make them with eval/fit_split.py")
    return {name: weights[name] for name in ("bias", *NAMES)}
