"""What the furniture of a document says, as the fields of its story."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clean.news.datelines_alone import lone_dateline
from clean.news.dates import find_date, iso_date
from clean.story import Story

_CLOSING_TAG = re.compile(r"</\w{1,20}>\Z")  # `<HL> Bridge opens to`, and on the next line `walkers </HL>`
_LONGEST_TAG = 23
_LONGEST_DATE = 200  # characters of a value that are looked through for a date


def give_fields(story: Story, written: Mapping[str, str], tags: bool) -> None:
    """Give a story its fields as a document (of `tags`) has them written; what is no field of a story goes to its
    metadata.
    """
    fields = {key: _untagged(value) if tags else value for key, value in written.items()}
    story.headline = fields.pop("headline", "").strip()
    story.byline = _names(fields.pop("byline", "") or fields.get("credit", ""))
    _give_dateline(story, fields.pop("dateline", "").strip(" -–—:"))
    raw = fields.pop("date", "")
    story.date = _iso(raw) or story.date
    if raw and not _iso(raw):
        fields["date"] = raw
    for key in ("load_date", "correction_date"):
        if key in fields:
            fields[key] = _iso(fields[key]) or fields[key]
    if fields.get("title") == story.headline:
        del fields["title"]
    story.metadata = {key: value for key, value in sorted(fields.items()) if key and key != "body" and value}


def _untagged(value: str) -> str:
    """A field's value without the tag that closes it."""
    tag = _CLOSING_TAG.search(value[-_LONGEST_TAG:])
    return value[: -len(tag[0])].rstrip() if tag else value


def _give_dateline(story: Story, value: str) -> None:
    """The dateline that a label gives, with what an agency and a date in it say."""
    found = lone_dateline(value) if value else None
    story.dateline = found.written if found and found.agency else value
    if found:
        story.agency, story.date = found.agency, found.date


def _names(value: str) -> str:
    """The names of a byline: without `By`, and of a message's sender without the address."""
    value = value.removesuffix(">").rpartition(" <")[0].strip('"') if value.endswith(">") and " <" in value else value
    return value[3:].strip() if value[:3].casefold() == "by " else value


def _iso(value: str) -> str:
    found = find_date(value[:_LONGEST_DATE])
    return iso_date(found) if found else ""
