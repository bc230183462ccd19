"""Page scripts: what is taken for a line of a page's program, and above all what is not."""

from __future__ import annotations

import pytest

from clean.document import Document, Mark
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines

STORY = [
    "The window was open, the caretaker said; the document lay on the floor {as it had for years}.",
    "Scores: Kestrin (2) 3; Lindow (1) 1; Ostrow (0) 2; Varn (0) 0; table: 1. Kestrin; 2. Ostrow",
    "Goals: Arden (12), Belmere (40); cards: Corton (41), Dunwick (77); referee: Elden (Varn)",
    "Home | News | Sport | Weather | Jobs | {{ title }}",
    "The line that broke the bank reads `document.write(ads);`, a programmer told the court.",
    "In the listing, window.onload is set to { } where a function should stand; nobody saw it for nine years.",
    "function parse(line) {",
    "var client = factory.create();",
    "for (i = 0; i < n; i++) { sum += i; }",
    "E = m · c² ; F = m · a ; {x | x > 0}",
    "{}",
    "});",
    "Price in $(thousand): 12; 14; 16; {estimated}",
    "«Le document. La fenêtre. L’écran»; {sic}; {sic}",
]
SCRIPTS = [
    'window.ads = window.ads || {}; if (window.ads.on) { document.write("<i></i>"); }',
    "googletag.cmd.push(function() { googletag.display('slot-7'); });",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "if (!ads) { var s = document.createElement('script'); s.async = true; document.body.appendChild(s);",
    "//<![CDATA[ function init() { menu.open(); } window.onload = init; //]]>",
    "'); } else { document.write(''); } //-->",
    "jQuery(function($) { $('.teaser').hide(); });",
    ".teaser { margin: 0 !important; padding: 4px; } @media print { .teaser { display: none; } }",
    "   window.menu = {open: 1}; window.menu.show();   ",
]


def marked(line: str, settings: Boilerplate = Boilerplate()) -> tuple[int, str]:  # noqa: B008  frozen
    document = Document(["A line above.", line, "A line below."], [0] * 4)
    mark_lines(document, settings)
    return document.marks[1], document.rules.get(1, "")


@pytest.mark.parametrize("line", STORY)
def test_lines_of_a_story_stay(line: str) -> None:
    assert marked(line)[1] != "page-script"


@pytest.mark.parametrize("line", SCRIPTS)
def test_lines_of_a_page_s_program_go(line: str) -> None:
    assert marked(line) == (Mark.BOILERPLATE, "page-script")


@pytest.mark.parametrize("line", SCRIPTS)
def test_they_stay_with_the_rule_off(line: str) -> None:
    assert marked(line, Boilerplate(off=frozenset({"page-script"})))[1] != "page-script"


@pytest.mark.parametrize("line", SCRIPTS)
def test_a_paragraph_that_quotes_one_stays(line: str) -> None:
    told = "The page that the ministry had put up on Monday did not open in the afternoon, the student told the paper. "
    assert (
        marked(f"{told * 2} One line of it reads {line.strip()} and no browser can make sense of that. {told * 2}")[1]
        == ""
    )
