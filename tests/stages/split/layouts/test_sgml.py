"""SGML of research corpora: fields out of the tags, no tag in a text; text about them is no export."""

from __future__ import annotations

import json

import pytest

from tests.support import check, clean

GIGAWORD = """<DOC id="XXX_ENG_20010101.0001" type="story" >
<HEADLINE>
Ferry captain asks council for a bridge
after winter storm
</HEADLINE>
<DATELINE>
DUNMERE, Jan 1, 2001 (AFP)
</DATELINE>
<TEXT>
<P>
The captain of the ferry told the council on Monday that the storm had closed
the harbour, the road to it and the only shop of the island for a whole week,
so that nobody had fresh bread, and asked for a bridge.
</P>
<P>
The council of Dunmere &AMP; Sons will vote on the bridge in spring.
</P>
</TEXT>
</DOC>
<DOC id="XXX_ENG_20010101.0002" type="other" >
<TEXT>
Growers around Lindow have brought in more apples than ever.
</TEXT>
</DOC>
"""
TIPSTER = """<DOC>
<DOCNO> AP890101-0001 </DOCNO>
<FILEID>AP-NR-01-01-89 2358EST</FILEID>
<FIRST>r a PM-Ferry     01-01 0073</FIRST>
<HEAD>Ferry Captain Asks Council for a Bridge</HEAD>
<HEAD>Eds: Also in Monday AMs report.</HEAD>
<BYLINE>By JANE SAMPLE</BYLINE>
<BYLINE>Associated Press Writer</BYLINE>
<DATELINE>DUNMERE, Maine (AP) </DATELINE>
<TEXT>
   The captain of the ferry told the council that the storm was over.
</TEXT>
</DOC>
<DOC>
<DOCNO> WSJ870324-0002 </DOCNO>
<HL> Growers of Apples Are Near Accord
To Sell Cellars, Sources Say </HL>
<SO> THE EXAMPLE JOURNAL (J)</SO>
<IN> REL
TENDER OFFERS, MERGERS (TNM) </IN>
<TEXT>
   The growers are close to an agreement, sources said.
</TEXT>
</DOC>
"""
LATER = """<DOC>
<DOCNO> XXX19980601.0001 </DOCNO>
<DOCTYPE> NEWS </DOCTYPE>
<DATE_TIME> 1998-06-01 00:12 </DATE_TIME>
<HEADER>
A0001 taf-z
</HEADER>
<BODY>
<SLUG> BC-FERRY-XXX </SLUG>
<HEADLINE>
FERRY CAPTAIN ASKS COUNCIL FOR A BRIDGE
</HEADLINE>
By JANE SAMPLE
<TEXT>
<P>
   DUNMERE, Maine _ The captain of the ferry told the council about it.
</P>
</TEXT>
</BODY>
<TRAILER>
XXX-06-01-98 0012EDT
</TRAILER>
</DOC>
<DOC>
<DOCNO> LA010189-0001 </DOCNO>
<DATE>
<P>
January 1, 1989, Sunday, Home Edition
</P>
</DATE>
<LENGTH>
<P>
1206 words
</P>
</LENGTH>
<HEADLINE>
<P>
BRIDGES OF THE NORTH
</P>
</HEADLINE>
<BYLINE>
<P>
By Jane Sample
</P>
</BYLINE>
<TEXT>
<P>
The captain of the ferry has written a book about bridges.
</P>
</TEXT>
<TYPE>
<P>
Book Review
</P>
</TYPE>
</DOC>
"""
REUTERS = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-FERRY-COUNCIL   02-26 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>FERRY CAPTAIN ASKS &lt;EXMP> FOR A BRIDGE</TITLE>
<AUTHOR>    By Jane Sample, Reuters</AUTHOR>
<DATELINE>    DUNMERE, Feb 26 - </DATELINE><BODY>The captain of the ferry told the council
on Monday about it.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS TOPICS="NO" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5545" NEWID="2">
<DATE>26-FEB-1987 15:02:20.00</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>APPLE HARVEST SAVED BY RAIN</TITLE>
&#3;
</TEXT>
</REUTERS>
"""
FIELDS = ("headline", "byline", "dateline", "agency", "date")


def rows(text: str) -> list[dict[str, object]]:
    result = clean({"a.txt": text.encode()})
    check(result, {"a.txt": text.encode()})
    return [dict(row) for row in result.rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            GIGAWORD,
            [
                ("Ferry captain asks council for a bridge after winter storm", "", "DUNMERE, Jan 1, 2001", "AFP",
                 "2001-01-01"),
                ("", "", "", "", ""),
            ],
        ),
        (
            TIPSTER,
            [
                ("Ferry Captain Asks Council for a Bridge", "JANE SAMPLE", "DUNMERE, Maine", "AP", ""),
                ("Growers of Apples Are Near Accord To Sell Cellars, Sources Say", "", "", "", ""),
            ],
        ),
        (
            LATER,
            [
                ("FERRY CAPTAIN ASKS COUNCIL FOR A BRIDGE", "", "DUNMERE, Maine", "", "1998-06-01"),
                ("BRIDGES OF THE NORTH", "Jane Sample", "", "", "1989-01-01"),
            ],
        ),
        (
            REUTERS,
            [
                ("FERRY CAPTAIN ASKS <EXMP> FOR A BRIDGE", "Jane Sample, Reuters", "DUNMERE, Feb 26", "", "1987-02-26"),
                ("APPLE HARVEST SAVED BY RAIN", "", "", "", "1987-02-26"),
            ],
        ),
    ],
    ids=["gigaword", "tipster", "later", "reuters"],
)  # fmt: skip
def test_fields(text: str, wanted: list[tuple[str, ...]]) -> None:
    found = rows(text)
    assert [tuple(row[key] for key in FIELDS) for row in found] == wanted
    assert not any(sign in str(row["text"]) for row in found for sign in ("</", "<P", "<DOC", "Reuter\n", "&#"))
    assert all(row["text"] for row in found[:1])


def test_paragraphs_are_joined() -> None:
    first = rows(GIGAWORD)[0]
    assert str(first["text"]).startswith("The captain of the ferry told the council on Monday that")
    assert str(first["text"]).endswith("The council of Dunmere & Sons will vote on the bridge in spring.")


def test_metadata() -> None:
    found = [row["metadata"] for row in rows(TIPSTER) + rows(LATER) + rows(REUTERS)]
    assert found[0] == {"document_id": "AP890101-0001"}
    assert found[1] == {"document_id": "WSJ870324-0002", "publication": "THE EXAMPLE JOURNAL (J)"}
    assert found[2] == {"document_id": "XXX19980601.0001", "document_type": "NEWS", "slug": "BC-FERRY-XXX"}
    assert found[3] == {"document_id": "LA010189-0001", "length": "1206 words"}
    assert found[5] == {"document_id": "2", "document_type": "BRIEF"}


ABOUT = """Old tapes hold a treasure of news
Researchers have found tapes of the nineties with news in a form that few can read now, the library said on Monday.
A document of theirs begins like this:
<DOC>
<DOCNO> AP890101-0001 </DOCNO>
and ends in </DOC>, said the librarian, who wants to save them all for the years to come, whatever it costs.
She has read a thousand of them, from the first day of 1989 to the last of 1991, and liked the weather best.
"""


def test_a_story_about_such_documents_is_none() -> None:
    assert [row["headline"] for row in rows(ABOUT)] == ["Old tapes hold a treasure of news"]


HEAD = '<REUTERS TOPICS="NO" OLDID="5545" NEWID="2">\n<DATE>26-FEB-1987 15:02:20.00</DATE>\n'
TEXTS = [
    # a title of one line; what stands in brackets is none of its tags
    ("<TITLE>APPLES <EXMP> SAVED</TITLE>\n<BODY>Rain fell on Monday.", "APPLES <EXMP> SAVED"),
    ("<AUTHOR>    By Jane Sample</AUTHOR>\n<BODY>Rain fell on Monday.", ""),
    # of two lines
    ("<TITLE>APPLES SAVED\nBY RAIN</TITLE>\n<BODY>Rain fell on Monday.", "APPLES SAVED BY RAIN"),
    (
        "<TITLE>APPLES SAVED\nBY RAIN\n</TITLE>\n<DATELINE> </DATELINE><BODY>Rain fell on Monday.",
        "APPLES SAVED BY RAIN",
    ),
    ("<TITLE>APPLES SAVED\nBY RAIN</TITLE>\nRain fell on Monday.", "APPLES SAVED BY RAIN"),
    # briefs
    ("******<TITLE>APPLES SAVED</TITLE>\nRain fell on Monday.", "APPLES SAVED"),
    ("******<TITLE>APPLES SAVED\n</TITLE>Rain fell on Monday.", "APPLES SAVED"),
    ("******<TITLE>APPLES SAVED\n</TITLE>\nRain fell on Monday.", "APPLES SAVED"),
    ("******<TITLE>APPLES SAVED\nBY RAIN</TITLE>\nRain fell on Monday.", "APPLES SAVED BY RAIN"),
    # a text that begins with blanks
    ("<TITLE>APPLES SAVED</TITLE>\n<BODY>  Rain fell on Monday.", "APPLES SAVED"),
    ("<TITLE>APPLES SAVED</TITLE>\n<DATELINE>    </DATELINE><BODY>    Rain fell on Monday.", "APPLES SAVED"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("inner", "headline"), TEXTS)
def test_texts_of_reuters(inner: str, headline: str, end: str) -> None:
    text = (REUTERS + HEAD + f'<TEXT TYPE="BRIEF">&#2;\n{inner}\n&#3;\n</TEXT>\n</REUTERS>\n').replace("\n", end)
    found = rows(text)
    assert (found[-1]["headline"], found[-1]["text"]) == (headline, "Rain fell on Monday.")
    again = clean({"o.jsonl": b"".join(json.dumps(row).encode() + b"\n" for row in found)}).rows
    assert [(row["id"], row["text"]) for row in again] == [(row["id"], row["text"]) for row in found]


TITLES = [
    ("Bridge <at>opens</at> today", "Bridge <at>opens</at> today"),
    ("Bridge opens </HL>", "Bridge opens"),
    ("Bridge opens" + " " * 60_000 + "x </HL>", "Bridge opens x"),
]


@pytest.mark.parametrize(("title", "headline"), TITLES)
def test_the_closing_tag_of_a_value(title: str, headline: str) -> None:
    document = (
        "<DOC>\n<DOCNO> AP890101-000{} </DOCNO>\n<HL> {}\n<TEXT>\nApples were saved by rain on {}.\n</TEXT>\n</DOC>\n"
    )
    found = rows(document.format(1, title, "Monday") + document.format(2, "Rain </HL>", "Friday"))
    assert [row["headline"] for row in found] == [headline, "Rain"]


def test_a_tag_is_no_closing_one_elsewhere() -> None:
    records = "".join(
        f"Title: {title}\nDate: 4 March 2025\n\nApples were saved by rain in {place}, the council said on Monday.\n\n"
        for title, place in [("What is <at>bold</at>", "Dunmere"), ("Rain falls", "Ashby")]
    )
    assert [row["headline"] for row in rows(records)] == ["What is <at>bold</at>", "Rain falls"]


SHOWN = """<DOC>
<DOCNO> DUN-0001 </DOCNO>
<HEADLINE>
Harbour wall falls
</HEADLINE>
<TEXT>
The harbour wall fell on Sunday night.
</TEXT>
</DOC>
"""


def test_a_document_that_a_story_shows_is_no_export() -> None:
    story = (
        "How a library learned to read its own newspapers\n"
        "DUNMERE: For thirty years the library of Dunmere kept its newspapers on tapes that nobody could read.\n"
        "“It looked like this, and we thought it was a broken telegram,” said the librarian, Anna Reyes.\n"
        f"{SHOWN}"
        "The library has now written a program that turns the tapes into pages, and schools have begun to use it.\n"
        "“Children laugh at the tags, and then they read for an hour,” Reyes said. The work cost 4,000 crowns.\n"
    )
    [row] = rows(story)
    assert row["headline"] == "How a library learned to read its own newspapers"
    assert "<DOCNO> DUN-0001 </DOCNO>" in str(row["text"])


def test_a_single_document_below_the_words_of_an_archive_is_an_export() -> None:
    notice = "This document was downloaded from the archive of Dunmere for the private use of one reader alone.\n"
    found = {row["text"]: row["headline"] for row in rows(f"The archive of Dunmere\n{notice}\n{SHOWN}")}
    assert found["The harbour wall fell on Sunday night."] == "Harbour wall falls"
