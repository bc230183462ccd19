"""The formulaic lines of the trade, as data: what newspapers and agencies print around stories, by rule and language.

A **shape** is a whole line in the form to which `shapes.py` folds lines: lower case, no decoration
at either end, `#` for a number, `@` for an e-mail address, `www` for a web address. `…` stands for any words or none,
NAMES, behind all else, for names alone or none, `{a,b}` for either; ` | ` or the end of a line (but not after a comma)
parts shapes. A shape that begins with `(` is a line in brackets. A shape starts or ends with letters, so that most
lines can be told from all shapes by three characters.

What may begin a sentence as well asks for names or brackets: `Reporting by Jane Doe`, but `Reporting by the two papers
led to a trial`.
"""

from __future__ import annotations

from typing import NamedTuple

from clean.news.formulaic import (
    advertisement,
    contact_line,
    copyright_line,
    end_mark,
    follow_us,
    jump_line,
    page_furniture,
    photo_credit,
    read_more,
    share_buttons,
    subscribe,
    web_address,
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
    "read-more": Formulas(160, False, read_more.SHAPES | jump_line.SHAPES),
    "follow-us": Formulas(160, True, follow_us.SHAPES),
    "subscribe": Formulas(200, True, subscribe.SHAPES),
    "contact-line": Formulas(200, True, contact_line.SHAPES),
    "share-buttons": Formulas(120, False, share_buttons.SHAPES),
    "advertisement": Formulas(240, True, advertisement.SHAPES),
    "page-furniture": Formulas(300, True, page_furniture.SHAPES),
    "web-address": Formulas(300, False, web_address.SHAPES),
}

END_MARKS = end_mark.SHAPES

# Words in lower case that stand among names in credits and sign-offs: none of them is a sentence's verb.
AMONG_NAMES = frozenset(
    "and in at by for of the with from additional extra further reporting writing written editing edited compiled"
    " production graphics agency agencies wire services staff bureau newsroom correspondent correspondents"
    " reporter reporters writer writers editor editors our inputs input files de del della di da do das dos du des"
    " la le les los las el y e et und von vom van der den dem des ter ten bin ibn al zu zum zur aus het en op uit"
    " por par édité edición editado agencias redacción agências agences issue edition print magazine newspaper"
    " website author publisher".split()
)
