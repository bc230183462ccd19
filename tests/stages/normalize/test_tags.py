"""HTML tags go where they mark text up, and stay where a text speaks of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import apply
from clean.settings import Normalize
from clean.stages.normalize import part_blocks
from clean.stages.normalize.gate import suspects
from clean.stages.normalize.repair import repair_line, rules_of
from clean.stages.normalize.tags import find_tags

DEFAULT = Normalize()


def repaired(line: str) -> str:
    return apply(line, repair_line(line, rules_of(DEFAULT)))


@pytest.mark.parametrize(
    "line",
    [
        "a < b and c > d",
        "if (a<b && c>d) run()",
        "5 <a and b> 3",
        "I <3 Marlow",
        "<nora@example.org> wrote, and <https://example.org/a>",
        "Use the <b> tag, or <p>, for it",
        'The "<br" of old',
        "Use <b> and </b> for bold text",
        "the </p> tag closes it",
        "Use <script> and </script> for programs, <style> for rules",
        "Put `<script>` above `</script>`, said the editor",
        'It calls "<p>" a block, and (<br/>) a break',
        "A <template> is new",
        "Dear <first-name>, thank you",
        "the <follow-up> of it",
        "<PUB-DATE>4 March</PUB-DATE>",
        "Sears Roebuck and Co <S> said",
        "USAir Group <U>, Piedmont Aviation <PIE>.",
        "Phillips Petroleum <P> rose",
        "the so-called <center> of town",
        "<DOC>",
        "<HEADLINE>Council votes</HEADLINE>",
        "<TITLE>COUNCIL VOTES</TITLE>",
        "<BODY>The council",
        "one --> two",
        "<!-- a comment that goes on",
        "x[y[1]]> 0",
        "<a\thref",
        "<b x>y",
        "<unknown class='a'>text</unknown>",
    ],
)
def test_what_is_no_markup_stays(line: str) -> None:
    assert find_tags(line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<p>The council voted.</p>", "The council voted."),
        ("<P>The council voted.", "The council voted."),
        ('<span>By Jane Sample</span><time datetime="2024-03-04">4 March 2024</time>', "By Jane Sample 4 March 2024"),
        ("The council voted. <p> It rose.", "The council voted. It rose."),
        ("one<br>two", "one two"),
        ("one <br> two", "one two"),
        ("one<BR />two<hr/>", "one two"),
        ("pre<b>fix</b>es", "prefixes"),
        ("He said <b> no</b> to it", "He said no to it"),
        ("<b>No</b>: he said", "No: he said"),
        ("<strong> Read: </strong>on", "Read: on"),
        ("<em>Titanic</em>, he said", "Titanic, he said"),
        ("the <i>Marlow</i> sails", "the Marlow sails"),
        ("the <a href=\"/a\" title='b c' data-x=1>link</a>.", "the link."),
        ("<IMG SRC=a.gif>Text", "Text"),
        ('one<img src="a>b.gif" alt="x">two', "one two"),
        ("<td>1</td><td>2</td>", "1 2"),
        ("<ul><li>One</li> <li>Two</li></ul>", "One Two"),
        ('<div class="story">', ""),
        ("<p> </p>", ""),
        ("</div>", ""),
        ("Text</span> </p>", "Text"),
        ("one <!-- two <b>x</b> --> three", "one three"),
        ("<script>if (a < b) document.write('<b>x</b>');</script>Text", "Text"),
        ("<style>p { margin: 0 }</style>Text", "Text"),
        ("<![CDATA[One <i>two</i>]]>", "One two"),
        ("the end]]>", "the end"),
        ("one <!--[if !IE]><!--> two <!--<![endif]-->", "one two"),
        ("<![if !supportLists]>• <![endif]>The council voted.", "• The council voted."),
        ("one <script> a(); </script> two", "one two"),
        ("<div> <script> a() </script> </div>The council", "The council"),
        ('<svg class="icon"><path d="M0 0"/></svg>Text', "Text"),
        ("<script src='a.js'/>The council <script/>voted.", "The council voted."),
        ('<gu-island name="a">The council</gu-island> voted.', "The council voted."),
        ("“No,”<br>“Yes,” he said", "“No,” “Yes,” he said"),
        ("<!DOCTYPE html><html><head><title>A page</title></head>", "A page"),
        ('<?xml version="1.0"?><o:p></o:p>Text', "Text"),
        ('<st1:City w:st="on">Marlow</st1:City> sails', "Marlow sails"),
        ("&lt;p&gt;Tom &amp;amp; Nora&lt;/p&gt;", "Tom & Nora"),
        ("<p>He said: “<q>No</q>”.</p>", "He said: “No”."),
        ("<b>«Не понял»,</b> — сказал он", "«Не понял», — сказал он"),
        ("<p>橋が開通した。</p><p>市長は</p>", "橋が開通した。 市長は"),
    ],
)
def test_markup_goes(line: str, text: str) -> None:
    assert repaired(line) == text
    assert repaired(text) == text
    assert suspects([line], DEFAULT) == [0]


def test_edits_are_of_the_tags_alone() -> None:
    line = "<p>The <em>Marlow</em> sails<br>on Monday.</p>"
    assert [(line[edit.start : edit.end], edit.after) for edit in find_tags(line)] == [
        ("<p>", ""),
        ("<em>", ""),
        ("</em>", ""),
        ("<br>", " "),
        ("</p>", ""),
    ]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("plain", "plain"),
        ("<p>one</p>", "<p>one</p>"),
        ("the <p> tag\nand <b>bold</b>", "the <p> tag\nand <b>bold</b>"),
        ("<td>1</td><td>2</td>", "<td>1</td><td>2</td>"),
        ("<p>one</p><p>two</p>", "<p>one</p>\n<p>two</p>"),
        ("<div><p>one</p></div> <div><p>two", "<div><p>one</p></div>\n <div><p>two"),
        ("one<p>two<br>three", "one\n<p>two<br>\nthree"),
        ("<h1>A</h1><ul><li>b</li><li>c</li></ul>\nd", "<h1>A</h1>\n<ul><li>b</li>\n<li>c</li></ul>\nd"),
        ("a &amp; b&lt;br&gt;c &amp; d", "a &amp; b&lt;br&gt;\nc &amp; d"),
        ("&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;p&gt;c", "&lt;p&gt;a &amp;amp; b&lt;/p&gt;\n&lt;p&gt;c"),
        ("<p>one</p><p>two</p>\r\n", "<p>one</p>\r\n<p>two</p>\r\n"),
    ],
)
def test_blocks_of_a_record_begin_lines(text: str, parted: str) -> None:
    assert part_blocks(text, DEFAULT) == parted
    assert part_blocks(parted, DEFAULT) == parted


def test_no_block_is_parted_where_tags_or_entities_stay() -> None:
    assert part_blocks("<p>one</p><p>two</p>", Normalize(off=frozenset({"html-tag"}))) == "<p>one</p><p>two</p>"
    escaped = "&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two"
    assert part_blocks(escaped, Normalize(off=frozenset({"html-entity"}))) == escaped


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<br>", "<a href=x>", "</a>", "<td>", "<script>", "</script>", "<!--", "-->",
        "<![CDATA[", "]]>", "<div class='a'>", "<title>", "<S>", "<i", "a.", "b ", " c!", "&lt;", "&gt;", "&amp;", "p",
        "`", '"<p>"', "<x-y a=b>", "</x-y>", "<svg>", "</svg>", "<!-->", "<![endif]>", "<br/>", "<script/>", " word ",
    ]
) | st.text("<>/pb a.&;\"'=!-[]é\u00a0", max_size=4)  # fmt: skip
LINES = st.lists(PIECES, max_size=14).map("".join)


@given(LINES)
def test_what_is_left_has_no_markup(line: str) -> None:
    once = repaired(line)
    assert find_tags(once) == []
    assert repaired(once) == once
    assert once == line or suspects([line], DEFAULT) == [0]


@given(LINES)
def test_parting_adds_line_ends_alone(line: str) -> None:
    assert part_blocks(line, DEFAULT).replace("\n", "") == line
    assert part_blocks(repaired(line), DEFAULT) == repaired(line)


@pytest.mark.parametrize(
    "seed", ["<p>", '<a b="', "<!--", "<script>", "]]>", "<![CDATA[", "a. <p> ", "<b>", "<p a ", "a <svg> b "]
)
def test_long_lines_of_tags_come_to_an_end(seed: str) -> None:
    line = seed * 20_000 + "x </svg> y"
    after = repaired(line)
    assert repaired(after) == after
    assert part_blocks(line, DEFAULT).replace("\n", "") == line
