"""Sources that are read as text, and whose first line looks like something else: the summary names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clean.sources.find import Source
from clean.sources.json_files import first_line, is_object

OPENINGS = (
    (re.compile(rb"<!doctype html|<(?:html|head|body|div|p|h1)[ >]", re.IGNORECASE), "HTML"),
    (re.compile(rb"<\?xml|<(?:rss|feed|nitf|newsml|newsitem|doc)[ >]", re.IGNORECASE), "XML"),
)
"""What documents begin with, and parts of them; NITF and NewsML are the agencies' own forms, DOC is TREC's."""

ARRAY = re.compile(rb"\[\s*(?:\{\s*(?:\"|$)|$)")
"""What an array of objects begins with, on a line of its own or with the first of them."""


def other_forms(sources: Iterable[Source]) -> dict[str, str]:
    """What each text source looks like by its first line, of those that look like something else."""
    return {source.name: form for source in sources if source.format == "txt" and (form := _form(source))}


def _form(source: Source) -> str:
    if source.path is None or not source.path.is_file():
        return ""
    line = first_line(source.path, source.compression)
    if line[:1] == b"{":
        return "JSON: --input-format jsonl" if is_object(line) else ""
    if ARRAY.match(line):
        return "JSON: jq -c '.[]' makes lines of it"
    return next((form for opening, form in OPENINGS if opening.match(line)), "")
