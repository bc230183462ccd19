"""Sources that are read as text, and begin like something else: the summary names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clean.sources.find import Source
from clean.sources.json_files import beginning, is_object

TEXT_FIRST = "HTML: extract its text first"
LINES_FIRST = "{}: make a JSON object a line of each item first"

OPENINGS = (
    (re.compile(rb"<!doctype html|<(?:html|head|body|div|p|h1)[\s>]", re.IGNORECASE), TEXT_FIRST),
    (re.compile(rb"<(?:rss|rdf:RDF)[\s>]"), LINES_FIRST.format("RSS")),
    (re.compile(rb"<feed[\s>]"), LINES_FIRST.format("Atom")),
    (re.compile(rb"<nitf[\s>]"), LINES_FIRST.format("NITF")),
    (re.compile(rb"<(?:NewsML|newsItem|newsMessage)[\s>]"), LINES_FIRST.format("NewsML")),
    (re.compile(rb"<(?:mediawiki|doc)[\s>]"), LINES_FIRST.format("XML")),
)
"""What documents begin with, and parts of them; `DOC` in capitals is TREC's, which is read."""

PROLOG = re.compile(rb"(?:\s++|<\?[^>]*+>|<!--.*?-->|<!DOCTYPE (?!html)[^<>\[]*+>)*+", re.DOTALL | re.IGNORECASE)
"""What may stand above the first element."""
HEAD = 1 << 16
"""Bytes in which the first element is looked for."""

ARRAY = re.compile(rb"\[\s*(?:\{\s*(?:\"|$)|$)")
"""What an array of objects begins with, on a line of its own or with the first of them."""


def other_forms(sources: Iterable[Source]) -> dict[str, str]:
    """What each text source looks like by how it begins, of those that look like something else."""
    return {source.name: form for source in sources if source.format == "txt" and (form := _form(source))}


def _form(source: Source) -> str:
    if source.path is None or not source.path.is_file():
        return ""
    head = beginning(source.path, source.compression)
    line = head.partition(b"\n")[0]
    if line[:1] == b"{":
        return "JSON: --input-format jsonl" if is_object(line) else ""
    if ARRAY.match(line):
        return "JSON: jq -c '.[]' makes lines of it"
    return _markup(head[:HEAD])


def _markup(head: bytes) -> str:
    """What is written with tags and begins like this."""
    element = PROLOG.sub(b"", head, count=1)
    form = next((form for opening, form in OPENINGS if opening.match(element)), "")
    return form or (LINES_FIRST.format("XML") if head.startswith(b"<?xml") else "")
