"""One line brought to its normal form: the rules, in the order in which they are applied, until none has more to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

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
from clean.stages.normalize.tags import find_tags

Rule = Callable[[str], list[Edit]]

# Real text settles within three rounds (an entity twice escaped in mojibake, then one that finds nothing). A line made
# so that every round lays open the next entity would take as many rounds as it is long; it is left as it stands.
ROUNDS = 16


class Group(NamedTuple):
    """Rules that can find something only in a line of which `applies` is true, which is asked once for all of them."""

    applies: Callable[[str], bool]
    rules: list[Rule]


def rules_of(settings: Normalize) -> list[Group]:
    """The rules that are on, in order: what lays open other things first, blanks last."""
    plain = settings.no_break_spaces == "plain"
    unprintable: dict[str, Rule] = {
        "ansi-escape": find_ansi_escapes,
        "line-separator": find_line_separators,
        "control-characters": find_control_characters,
        "soft-hyphen": find_soft_hyphens,
        "invisible-characters": find_invisible_characters,
        "exotic-spaces": find_exotic_spaces if plain else find_exotic_spaces_but_no_break,
    }
    beyond_ascii: dict[str, Rule] = {
        "unicode-form": find_decomposed,
        "fullwidth-punctuation": find_full_width_punctuation,
    }
    if settings.quotes == "straight":
        beyond_ascii["curly-quotes"] = find_curly_quotes
    if settings.dashes == "hyphen":
        beyond_ascii["long-dashes"] = find_long_dashes
    blanks: dict[str, Rule] = {
        "indentation": find_indentation,
        "trailing-spaces": find_trailing_spaces,
        "extra-spaces": find_extra_spaces,
    }
    groups: list[tuple[Callable[[str], bool], dict[str, Rule]]] = [
        (_is_unprintable, {"surrogate": find_surrogates}),
        (bool, {"html-entity": find_entities}),
        (_has_brackets, {"html-tag": find_tags}),
        (_is_beyond_ascii, {"mojibake": find_mojibake}),
        (_is_unprintable, unprintable),
        (_is_beyond_ascii, beyond_ascii),
        (bool, blanks),
    ]
    return [
        Group(applies, [rule for code, rule in rules.items() if code not in settings.off]) for applies, rules in groups
    ]


def _is_unprintable(text: str) -> bool:
    """U+FFFC has a width, but only as a place for what is no longer there."""
    return not text.isprintable() or "\ufffc" in text


def _has_brackets(text: str) -> bool:
    return "<" in text or ">" in text


def _is_beyond_ascii(text: str) -> bool:
    return not text.isascii()


def repair_line(line: str, groups: list[Group]) -> list[Edit]:
    """The edits that bring a line to its normal form, in which no rule finds anything to do."""
    known: list[Edit] = []
    text = line
    settled = 0  # groups in a row, up to the last, that found nothing
    for applies, rules in groups * ROUNDS:
        settled += 1
        if applies(text):
            for rule in rules:
                if edits := rule(text):
                    known = compose(known, edits, text) if known else edits
                    text = apply(text, edits)
                    settled = 0
        if settled == len(groups):
            return [edit for edit in known if line[edit.start : edit.end] != edit.after]
    return []
