"""Which sources that are read as text look like something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from clean.sources.find import Source
from clean.sources.otherwise import other_forms

HTML = "HTML: extract its text first"
LINES = "{}: make a JSON object a line of each item first"
ARRAY = "JSON: jq -c '.[]' makes lines of it"
LOOKS = [
    ("", ""),
    ("Bridge opens\n", ""),
    ("{Bridge} opens\n", ""),
    ("<Bridge> opens\n", ""),
    ("<divided> opinions\n", ""),
    ("[1] Bridge opens\n", ""),
    ("[{Bridge}] opens\n", ""),
    ("[ Bridge opens ]\n", ""),
    ('[{"text": "The bridge opened."}]\n', ARRAY),
    ('[\n  {"text": "The bridge opened."}\n]\n', ARRAY),
    ('\n [ {\n"text": "The bridge opened."}]\n', ARRAY),
    ('\n{"text": "The bridge opened."}\n', "JSON: --input-format jsonl"),
    ("<!-- Bridge -->\nBridge opens\n", ""),
    ("<!-- Bridge opens\n", ""),
    ("<DOC>\n<DOCNO> 1 </DOCNO>\n", ""),  # TREC's, a layout that is read
    ("<!DOCTYPE lewis SYSTEM 'lewis.dtd'>\n<REUTERS NEWID='1'>\n", ""),
    ("<!DOCTYPE html>\n<title>Bridge", HTML),
    ("  <p>The bridge</p>", HTML),
    ("<!-- saved -->\n<HTML\nlang='en'>", HTML),
    ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'a' 'b'>\n<html>", HTML),
    ("<?xml version='1.0'?><nitf>", LINES.format("NITF")),
    ('<rss version="2.0">', LINES.format("RSS")),
    ("<?xml version='1.0'?>\n<!-- a\nb -->\n<!-- c -->\n<rss\n\tversion='2.0'>", LINES.format("RSS")),
    ("<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", LINES.format("Atom")),
    ("<?xml version='1.0'?><newsMessage xmlns='a'>", LINES.format("NewsML")),
    ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>", LINES.format("XML")),
    ("<mediawiki xmlns='a'>", LINES.format("XML")),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("text", "form"), LOOKS)
def test_what_a_text_source_looks_like(text: str, form: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(text, encoding=encoding)
    assert other_forms([Source("b.txt", path, "txt")]) == ({"b.txt": form} if form else {})
    assert other_forms([Source("b.txt", path, "jsonl"), Source("stdin", None, "txt")]) == {}
