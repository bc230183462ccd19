"""A JSON Schema of `clean.toml`, so that editors complete keys, show what they mean, and underline what is wrong."""

from __future__ import annotations

import json
from typing import Any

from clean.config.tables import TABLES, keys
from clean.rules import ALWAYS, STAGE_OF, STAGES

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that taplo, and with it most editors, knows whole."""


def schema() -> str:
    """The schema, as `clean config --schema` prints it."""
    from pydantic import TypeAdapter

    tables = {name: _table(name, TypeAdapter(kind).json_schema()) for name, kind in TABLES.items()}
    tables["run"]["properties"]["skip"]["items"] = {"type": "string", "enum": list(STAGES)}
    rules = [rule for rule in STAGE_OF if rule not in ALWAYS]
    tables["rules"]["properties"]["off"]["items"] = {"type": "string", "enum": rules}
    whole = {
        "$schema": DRAFT,
        "title": "clean.toml",
        "description": "Settings of newsclean; a key that is not set has its default.",
        "type": "object",
        "additionalProperties": False,
        "properties": tables,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _table(name: str, made: dict[str, Any]) -> dict[str, Any]:
    """The schema of a table: what pydantic makes of its class, less what no file may set, and titles."""
    properties = {
        key: {word: value for word, value in made["properties"][key].items() if word != "title"} for key in keys(name)
    }
    return {
        "description": (TABLES[name].__doc__ or "").splitlines()[0],
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
