"""The formulaic lines of the trade, as data: what newspapers and agencies print around stories, by rule and language.

A **shape** is a whole line in the form to which `stages/boilerplate/shapes.py` folds lines: lower case, no decoration
at either end, `#` for a number, `@` for an e-mail address, `www` for a web address. `…` stands for any words or none,
`{a,b}` for either; ` | ` or the end of a line (but not after a comma) parts shapes. A shape starts or ends with
letters, so that most lines can be told from all shapes by three characters.
"""

from __future__ import annotations

from typing import NamedTuple

from clean.news.formulaic import (
    advertisement,
    contact_line,
    copyright_line,
    end_mark,
    follow_us,
    page_furniture,
    photo_credit,
    read_more,
    share_buttons,
    subscribe,
    wire_sign_off,
)


class Formulas(NamedTuple):
    """The shapes of one rule.

    `limit` is the longest line the rule may take, in characters (ideographs count twice): a longer one is text that
    begins alike. Where `loose` is false, `…` never covers the end of a sentence.
    """

    limit: int
    loose: bool
    shapes: dict[str, str]


# Limits: twice the longest true line of the kind seen while the tables were written, rounded.
FORMULAS: dict[str, Formulas] = {
    "wire-sign-off": Formulas(400, True, wire_sign_off.SHAPES),
    "copyright-line": Formulas(400, True, copyright_line.SHAPES),
    "photo-credit": Formulas(120, True, photo_credit.SHAPES),
    "read-more": Formulas(160, False, read_more.SHAPES),
    "follow-us": Formulas(160, True, follow_us.SHAPES),
    "subscribe": Formulas(200, True, subscribe.SHAPES),
    "contact-line": Formulas(200, True, contact_line.SHAPES),
    "share-buttons": Formulas(120, False, share_buttons.SHAPES),
    "advertisement": Formulas(240, True, advertisement.SHAPES),
    "page-furniture": Formulas(300, True, page_furniture.SHAPES),
}

END_MARKS = end_mark.SHAPES
