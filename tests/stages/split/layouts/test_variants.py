"""Exports in further forms: titles printed twice, marks left out, bodies with a label, signatures of mail."""

from __future__ import annotations

import pytest

from tests.support import check, clean

STORIES = [
    (
        "Harbour wall to be rebuilt by May",
        "The board voted on Monday to rebuild the wall.",
        "Work will begin in March.",
    ),
    (
        "Comet seen over Marlow",
        "Astronomers have found a comet near the Earth.",
        "It will be visible for eleven nights.",
    ),
    ("Rain saves apple harvest", "Growers have brought in more apples than ever.", "Prices will not fall."),
]

FORMS = {
    "nexis-uni, title twice": "{h}\n{h}\nThe Coast Courier (Exampleland)\nMarch 4, 2013 Friday\n\n\n"
    "Copyright 2013 The Coast Courier\nSection: NEWS; Pg. 4\nLength: 41 words\nByline: Jane Sample\nBody\n\n\n"
    "{h}\n {0}\n {1}\n\nLoad-Date: March 4, 2013\n\n\nEnd of Document\n\n\n",
    "lexisnexis, BODY label": "{n} of 3 DOCUMENTS\n\nThe Coast Courier\n\nMarch 4, 2013 Tuesday\n\nSECTION: NEWS\n\n"
    "LENGTH: 41 words\n\nHEADLINE: {h}\n\nBYLINE: By JANE SAMPLE\n\nBODY:\n{0}\n\n{1}\n\n"
    "LOAD-DATE: March 4, 2013\n\n",
    "proquest, no marks": "{h}\n\nPublication info: Coast Courier ; Port Example [Port Example]. 04 Mar 2013: A1.\n\n"
    "Full text: {0}\n{1}\nCREDIT: Jane Sample\n\nSubject: Harbors\n\nTitle: {h}\n\n"
    "Publication date: Mar 4, 2013\n\nDatabase: News\n\n",
    "europresse, no numbers": "{h}\n\nDe Kustcourant, maandag 4 maart 2013, p. 6, 871w.\n\n{0}\n\n{1}\n\n\n",
    "mbox, signature": "From desk@example.org Mon Mar  7 09:15:1{n} 2022\nFrom: Jane Sample <jane@example.org>\n"
    "Subject: {h}\nDate: Mon, 4 Mar 2013 09:15:00 +0000\n\n{0}\n\n{1}\n\n-- \nJane Sample\nThe Coast Courier\n\n",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("form", FORMS)
def test_documents_in_further_forms(form: str, ending: str) -> None:
    text = "".join(FORMS[form].format(*texts, h=head, n=n) for n, (head, *texts) in enumerate(STORIES, 1))
    data = text.replace("\n", ending).encode()
    result = clean({"a.txt": data})
    assert {cue for row in result.boundaries for cues in row["cues"] for cue in cues} == {
        f"layout {form.partition(',')[0]}"
    }
    assert [(row["headline"], row["text"], row["date"]) for row in result.rows] == [
        (head, f"{lead}\n{more}", "2013-03-04") for head, lead, more in STORIES
    ]
    check(result, {"a.txt": data})


@pytest.mark.parametrize("text", [
    "The storm\n\nDe Kustcourant, maandag 4 maart 2013, p. 6, 871w.\n\nIt blew.\n",
    "Notes\n\nPublication info: The paper is printed on Monday.\n\nIt has pages.\n\nSubject: The storm\n\nIt blew.\n",
    "A mail\n\nIt said so.\n\n--\nJane Sample\n",
])  # fmt: skip
def test_a_single_line_that_may_be_of_an_export_makes_none(text: str) -> None:
    assert clean({"a.txt": text.encode()}).boundaries == []


@pytest.mark.parametrize(("slug", "end"), [("BC-Example-{n}, 1st Ld-Writethru,0231", ""), ("BC-EXAMPLE-{n}", "-30-\n")])
def test_a_note_to_editors_is_no_headline(slug: str, end: str) -> None:
    text = "".join(
        f"{slug.format(n=n)}\nURGENT\n{h}\nEds: UPDATES with quotes. ADDS byline.\nBy JANE SAMPLE\n"
        f"MARLOW (AP) - {first}\n{second}\n(MORE)\n{end}"
        for n, (h, first, second) in enumerate(STORIES, 1)
    )
    files = {"a.txt": text.encode()}
    found = clean(files)
    check(found, files)
    assert [(row["headline"], row["metadata"]["note"][:4]) for row in found.rows] == [(h, "Eds:") for h, *_ in STORIES]
    assert not any("MORE" in row["text"] for row in found.rows)
