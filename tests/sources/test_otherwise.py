"""Which sources that are read as text look like something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from clean.sources.find import Source
from clean.sources.otherwise import other_forms

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
    ("<!DOCTYPE html>\n<title>Bridge", "HTML"),
    ("  <p>The bridge</p>", "HTML"),
    ("<?xml version='1.0'?><nitf>", "XML"),
    ('<rss version="2.0">', "XML"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("text", "form"), LOOKS)
def test_what_a_text_source_looks_like(text: str, form: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(text, encoding=encoding)
    assert other_forms([Source("b.txt", path, "txt")]) == ({"b.txt": form} if form else {})
    assert other_forms([Source("b.txt", path, "jsonl"), Source("stdin", None, "txt")]) == {}
