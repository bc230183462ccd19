"""One line brought to its normal form: the rules, in the order in which they are applied, until none has more to do."""

from __future__ import annotations

from collections.abc import Callable

from clean.document import Edit, apply, compose
from clean.settings import Normalize
from clean.stages.normalize.characters import (
    find_ansi_escapes,
    find_control_characters,
    find_exotic_spaces,
    find_exotic_spaces_but_no_break,
    find_invisible_characters,
    find_line_separators,
    find_soft_hyphens,
    find_surrogates,
)
from clean.stages.normalize.entities import find_entities
from clean.stages.normalize.forms import (
    find_curly_quotes,
    find_decomposed,
    find_full_width_punctuation,
    find_long_dashes,
)
from clean.stages.normalize.mojibake import find_mojibake
from clean.stages.normalize.spaces import find_extra_spaces, find_indentation, find_trailing_spaces

Rule = Callable[[str], list[Edit]]

# Real text settles in three passes (an entity twice escaped in mojibake, then one that finds nothing). A line made so
# that every pass lays open the next entity would take as many passes as it is long; it is left as it stands.
PASSES = 16


def rules_of(settings: Normalize) -> list[Rule]:
    """The rules that are on, in order: what lays open other things first, blanks last."""
    spaces = find_exotic_spaces if settings.no_break_spaces == "plain" else find_exotic_spaces_but_no_break
    ordered: dict[str, Rule] = {
        "surrogate": find_surrogates,
        "html-entity": find_entities,
        "mojibake": find_mojibake,
        "ansi-escape": find_ansi_escapes,
        "line-separator": find_line_separators,
        "control-characters": find_control_characters,
        "soft-hyphen": find_soft_hyphens,
        "invisible-characters": find_invisible_characters,
        "exotic-spaces": spaces,
        "unicode-form": find_decomposed,
        "fullwidth-punctuation": find_full_width_punctuation,
    }
    if settings.quotes == "straight":
        ordered["curly-quotes"] = find_curly_quotes
    if settings.dashes == "hyphen":
        ordered["long-dashes"] = find_long_dashes
    ordered |= {
        "indentation": find_indentation,
        "trailing-spaces": find_trailing_spaces,
        "extra-spaces": find_extra_spaces,
    }
    return [rule for code, rule in ordered.items() if code not in settings.off]


def repair(line: str, rules: list[Rule]) -> list[Edit]:
    """The edits that bring a line to its normal form, in which no rule finds anything to do."""
    known: list[Edit] = []
    text = line
    for _ in range(PASSES):
        settled = True
        for rule in rules:
            if edits := rule(text):
                known = compose(known, edits, text) if known else edits
                text = apply(text, edits)
                settled = False
        if settled:
            return [edit for edit in known if line[edit.start : edit.end] != edit.after]
    return []
