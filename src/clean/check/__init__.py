"""`clean check`: what `clean run` would repair or take out of corpus files, as findings with their places.

For pre-commit, editors and CI. Nothing is changed unless mending is asked for, and then only what a reader would not
miss (`mend.py`).
"""

from __future__ import annotations

from clean.check.command import Options, Outcome, check
from clean.check.finding import Finding

__all__ = ["Finding", "Options", "Outcome", "check"]
