"""The elements of HTML that stand in the text of news, by what is left of the text where their tags go.

Names: HTML Living Standard, index of elements, and its obsolete features (`font`, `center`).
"""

from __future__ import annotations

INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small
    span strike strong sub sup tt u var wbr""".split()
)
"""Of which nothing is left."""

CELLS = frozenset("data output td th time".split())
"""Between which a space is left: a date stands right behind a name."""

BLOCKS = frozenset(
    """address article aside blockquote br button caption center datalist dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main marquee menu nav ol optgroup option
    p pre search section select summary table tbody textarea tfoot thead tr ul""".split()
)
"""Which begin a line in a browser."""

EMBEDDED = frozenset(
    """applet area audio base basefont bgsound canvas col colgroup embed frame frameset iframe img input link map math
    meta meter noframes noscript object param picture progress slot source track video""".split()
)
"""What is shown in place of text; a space is left."""

WHOLE = frozenset("html head body title".split())
"""Blocks of a page, in small letters alone: `<TITLE>` and `<BODY>` are other formats' (Reuters SGML)."""

HIDDEN = frozenset("script style svg template".split())
"""Whose content is no text."""

VOID = frozenset("br hr".split())
"""Blocks that have no end, and stand between blanks as often as not."""

PREFIXES = frozenset("fb g m o st1 v w".split())
"""Of elements that are not HTML's own: those that Word writes, and the buttons of Facebook and Google."""
