"""Settings from a file: `clean.toml`, or `[tool.newsclean]` in `pyproject.toml`, the nearest one upward."""

from clean.config.file import find
from clean.config.merge import effective, load
from clean.config.names import RULES_ARE_LISTED, known_rule, known_stage, nearest, share, size_in_bytes

__all__ = [
    "RULES_ARE_LISTED",
    "effective",
    "find",
    "known_rule",
    "known_stage",
    "load",
    "nearest",
    "share",
    "size_in_bytes",
]
