"""Which rules make findings, and which of these `--fix` may mend."""

from __future__ import annotations

from collections.abc import Iterable

from clean.config import RULES_ARE_LISTED, nearest
from clean.errors import UsageError
from clean.rules import STAGE_OF, STAGES
from clean.settings import Settings

STRUCTURE = frozenset(
    """record markup headline section-label dateline byline date-line highlight hard-wrap hyphenation export-layout
    separator end-mark
    """.split()
)
"""Rules that tell what a text is made of, not what is wrong with it: findings only where they are asked for."""

NOT_MENDED = frozenset({"html-tag", "surrogate", "curly-quotes", "long-dashes"})
"""Rules of normalize whose change a reader could miss: what tags and quotes tell, that something was lost."""

MENDED = frozenset(
    {
        *(rule for rule, stage in STAGE_OF.items() if stage == "normalize" and rule not in NOT_MENDED),
        *("byte-order-mark", "encoding", "line-encoding", "line-ending", "final-newline"),
        *("blank-lines", "trailing-blank-lines", "duplicate-headline"),
    }
)
"""What `--fix` mends: encoding, white space, invisible characters, mojibake, repeated headlines."""


def selected(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The rules that make findings: those selected (by default all but `STRUCTURE`) without those ignored.

    A stage's name stands for all its rules. Raises UsageError for what is neither, naming the nearest.
    """
    wanted = set().union(*map(_rules, select)) or STAGE_OF.keys() - STRUCTURE
    return frozenset(wanted.difference(*map(_rules, ignore)))


def _rules(name: str) -> set[str]:
    if name in STAGE_OF:
        return {name}
    if found := {rule for rule, stage in STAGE_OF.items() if stage == name}:
        return found
    raise UsageError("unknown rule", name, hint=nearest(name, [*STAGE_OF, *STAGES], RULES_ARE_LISTED))


def applied(rules: frozenset[str], settings: Settings) -> frozenset[str]:
    """Those of the rules that these settings leave on."""
    off = settings.normalize.off | settings.boilerplate.off | settings.split.off | settings.dedupe.off
    return frozenset(rule for rule in rules - off if STAGE_OF[rule] not in settings.skip)
