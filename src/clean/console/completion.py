"""What the shell offers after an option or argument: the names there are, each with a word on what it is.

Called by the shell at every press of the tab key, so nothing heavy is loaded; zsh and fish show the second part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Names = Iterable[tuple[str, str]]


def starting(names: Callable[[], Names]) -> Callable[[str], list[tuple[str, str]]]:
    """The function that typer asks: the names that begin as the word under the cursor does."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        return [(name, told) for name, told in names() if name.startswith(incomplete)]

    return complete


def stages() -> Names:
    """The stages."""
    from clean.rules import STAGES

    return ((stage, "stage") for stage in STAGES)


def rules() -> Names:
    """All rules, each with its stage."""
    from clean.rules import STAGE_OF

    return STAGE_OF.items()


def switches() -> Names:
    """The rules that can be turned off."""
    from clean.rules import ALWAYS, STAGE_OF

    return ((rule, stage) for rule, stage in STAGE_OF.items() if rule not in ALWAYS)


def rules_and_stages() -> Names:
    """What `clean check` selects by."""
    return [*rules(), *stages(), ("read", "stage")]


def layouts() -> Names:
    """The export layouts that come with the program."""
    from clean.news.layouts import built_in

    return [("auto", "recognised"), ("none", "plain text"), *((name, "export layout") for name in built_in())]


def input_formats() -> Names:
    """The formats that are read."""
    from clean.sources.find import FORMAT_NAMES

    return ((name, "format") for name in FORMAT_NAMES)


def check_formats() -> Names:
    """The forms in which findings are told."""
    from clean.check.formats import FORMATS

    return ((name, "findings") for name in FORMATS)
