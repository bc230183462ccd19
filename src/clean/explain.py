"""The page of a rule: what it does, why, an example, what it can get wrong, how to turn it off.

The pages are Markdown files in `clean/pages`, one a rule, and stand in `docs/rules/` too.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files

from clean.errors import UsageError
from clean.rules import STAGE_OF


def codes() -> list[str]:
    """The codes of all rules, in the order in which they are applied."""
    return list(STAGE_OF)


def page(code: str) -> str:
    """The page of a rule, as Markdown.

    Raises `UsageError` for a code that no rule has, with the nearest one that there is.
    """
    if code not in STAGE_OF:
        nearest = get_close_matches(code, STAGE_OF, n=1, cutoff=0.0)
        raise UsageError("unknown rule", code, hint=f"did you mean {nearest[0]}?")
    return (files("clean") / "pages" / f"{code}.md").read_text(encoding="utf-8")
