r"""Turns raw news text dumps into a clean corpus: each story once, with an audit that gives back every byte.

>>> import clean
>>> [row] = clean.articles("Ferry line closed\nPORT ARDEN: The winter storm has closed the ferry line for a week.\n")
>>> row["headline"], row["dateline"]
('Ferry line closed', 'PORT ARDEN')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clean.api import Articles, arrow_schema, articles, run
    from clean.contract import Row
    from clean.errors import CleanError

__version__ = "0.1.0"
__all__ = ["Articles", "CleanError", "Row", "arrow_schema", "articles", "run"]


def __getattr__(name: str) -> Any:
    """What this package hands on, imported when it is first asked for: `clean --help` needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = {"CleanError": "clean.errors", "Row": "clean.contract"}.get(name, "clean.api")
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
