"""The page of a rule: what it does, why, an example, what it can get wrong, how to turn it off.

The pages are Markdown files in `clean/pages`, one a rule, and stand in `docs/rules/` too.
"""

from __future__ import annotations

from importlib.resources import files

from clean.config import RULES_ARE_LISTED, nearest
from clean.errors import UsageError
from clean.rules import STAGE_OF


def codes() -> list[str]:
    """The codes of all rules, in the order in which they are applied."""
    return list(STAGE_OF)


def page(code: str) -> str:
    """The page of a rule, as Markdown.

    Raises `UsageError` for a code that no rule has, with a hint that names the nearest.
    """
    if code not in STAGE_OF:
        raise UsageError("unknown rule", code, hint=nearest(code, STAGE_OF, RULES_ARE_LISTED))
    return (files("clean") / "pages" / f"{code}.md").read_text(encoding="utf-8")
