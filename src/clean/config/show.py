"""The effective settings as text: TOML that a `clean.toml` may hold, or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from clean.config.merge import Effective
from clean.config.tables import TABLES, keys

BARE = re.compile(r"[A-Za-z0-9_-]+")
"""Keys that TOML takes without quotes."""


def as_toml(effective: Effective) -> str:
    """A settings file that says the same, each key with its meaning above it and its origin behind it."""
    blocks = ["# The settings in force, and where each comes from."]
    for name, table in effective.tables.items():
        lines = [f"# {(TABLES[name].__doc__ or '').splitlines()[0]}", f"[{name}]"]
        for key, (value, origin) in table.items():
            lines += [f"# {keys(name)[key].metadata['description']}", f"{key} = {_toml(value)}  # {origin}"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_json(effective: Effective) -> str:
    """One object: by table and key the `value`, where it comes from (`origin`), and the `default`."""
    defaults = {name: kind() for name, kind in TABLES.items()}
    plain = {
        name: {
            key: {"value": value, "origin": origin, "default": getattr(defaults[name], key)}
            for key, (value, origin) in table.items()
        }
        for name, table in effective.tables.items()
    }
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def _toml(value: Any) -> str:
    """A value as TOML has it, on one line."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        return _string(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    # A string of JSON is one of TOML but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
