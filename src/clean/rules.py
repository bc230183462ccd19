"""Every rule: its code, and the stage that applies it. Each has a page in `src/clean/pages/CODE.md` (`docs/rules/`).

A rule is a reason in the audit and a switch (`--off CODE`). Those in `ALWAYS` tell of what cannot be left undone.
"""

from __future__ import annotations

STAGES = ("normalize", "boilerplate", "split", "dedupe")

STAGE_OF: dict[str, str] = {
    # read: what decoding does, whatever the settings
    "byte-order-mark": "read",
    "encoding": "read",
    "line-ending": "read",
    "final-newline": "read",
    "line-encoding": "read",
    "undecodable": "read",
    "binary": "read",
    "record": "read",
    "set-aside": "read",
    # normalize, in the order they are applied
    "surrogate": "normalize",
    "html-entity": "normalize",
    "html-tag": "normalize",
    "mojibake": "normalize",
    "ansi-escape": "normalize",
    "line-separator": "normalize",
    "control-characters": "normalize",
    "soft-hyphen": "normalize",
    "invisible-characters": "normalize",
    "exotic-spaces": "normalize",
    "unicode-form": "normalize",
    "fullwidth-punctuation": "normalize",
    "curly-quotes": "normalize",
    "long-dashes": "normalize",
    "indentation": "normalize",
    "trailing-spaces": "normalize",
    "extra-spaces": "normalize",
    # boilerplate
    "blank-lines": "boilerplate",
    "trailing-blank-lines": "boilerplate",
    "separator": "boilerplate",
    "end-mark": "boilerplate",
    "wire-sign-off": "boilerplate",
    "copyright-line": "boilerplate",
    "photo-credit": "boilerplate",
    "read-more": "boilerplate",
    "follow-us": "boilerplate",
    "subscribe": "boilerplate",
    "contact-line": "boilerplate",
    "share-buttons": "boilerplate",
    "web-address": "boilerplate",
    "advertisement": "boilerplate",
    "page-script": "boilerplate",
    "page-furniture": "boilerplate",
    "repeated-line": "boilerplate",
    # split
    "boundary": "split",
    "markup": "split",
    "headline": "split",
    "duplicate-headline": "split",
    "section-label": "split",
    "dateline": "split",
    "byline": "split",
    "date-line": "split",
    "highlight": "split",
    "hard-wrap": "split",
    "hyphenation": "split",
    "export-layout": "split",
    # dedupe
    "exact-duplicate": "dedupe",
    "reprint": "dedupe",
    "update": "dedupe",
    "template": "dedupe",
    "near-duplicate": "dedupe",
    "contained": "dedupe",
    "compilation": "dedupe",
}

LOSING = (
    frozenset(rule for rule, stage in STAGE_OF.items() if stage == "boilerplate")
    - {"blank-lines", "trailing-blank-lines", "separator"}
) | {"duplicate-headline", "set-aside", "binary"}
"""Rules by which text leaves the corpus: what `--max-loss` counts. White space and rules drawn across a page are no
text, what became a field is not lost, and of a duplicate the words are still there."""

ALWAYS = frozenset(rule for rule, stage in STAGE_OF.items() if stage == "read")
