"""The invariants of the design (DESIGN 3), over bytes of any kind and over made-up news files."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean.settings import Read, Settings
from tests.support import FIELDS, Row, check, clean, folder_of

BLOCKS = (1, 64, 300, 5_000)
"""Sizes of a block, all of them smaller than most of the files made here."""


# ------------------------------------------------------------------ strategies

WORDS = (
    "council harbour bridge minister strike river school budget flood vote company court museum railway price team "
    "hospital farmers winter border mayor fire union election market storm wages ferry island captain company’s naïve "
    "São Zürich Łódź über crème"
).split()
PLACES = ("PORT ELDEN", "MARLOW", "KESTREL BAY", "SÃO TOMÉ", "Dunmere", "NEW ARDEN, Vt.")
AGENCIES = ("", " (Reuters)", " (AP)")
BYLINES = ("By Nora Quist", "By NORA QUIST and Emil Sand", "Nora Quist, Staff Writer", "Text: Emil Sand")
NOISE = (
    "* * *",
    "-----",
    "# # #",
    "Read more:",
    "Follow us on Facebook",
    "© 2026 The Marlow Courier. All rights reserved.",
    "12 March 2026",
    "Photo: Emil Sand",
    "Page 3",
    "\t",
    "   ",
    "\u00a0",
    "\u2028x",
    "a\x00b",
    "\ufeff",
)
ENDINGS = ("\n", "\r\n", "\r")
CODECS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le")

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=3, max_size=24).map(lambda some: " ".join(some).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
headlines = st.lists(words, min_size=3, max_size=9).map(lambda some: " ".join(some).capitalize())


def broken(text: str) -> str:
    """The text as it looks when UTF-8 is read as cp1252."""
    return text.encode("utf-8").decode("cp1252", "replace")


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """The lines of a story in one of the orders in which feeds have them."""
    headline = draw(headlines)
    head = [headline] * draw(st.integers(1, 2))
    head += ["- " + draw(sentences) for _ in range(draw(st.integers(0, 2)))]
    byline = draw(st.lists(st.sampled_from(BYLINES), max_size=1))
    body = draw(st.lists(paragraphs, min_size=1, max_size=6))
    if draw(st.booleans()):
        dash = draw(st.sampled_from((": ", " - ", " — ")))
        body[0] = draw(st.sampled_from(PLACES)) + draw(st.sampled_from(AGENCIES)) + dash + body[0]
    return body + head if draw(st.booleans()) else head + byline + body


@st.composite
def news_texts(draw: st.DrawFn) -> list[str]:
    """The lines of a news file: stories, some of them twice, with what stands between stories in the wild."""
    told = draw(st.lists(stories(), min_size=1, max_size=4))
    if draw(st.booleans()):
        told.append(draw(st.sampled_from(told)))
    lines: list[str] = []
    for story in told:
        gap = [""] * draw(st.integers(0, 2))
        lines += [line for text in story for line in (text, *gap)] if draw(st.booleans()) else [*story, *gap]
        lines += draw(st.lists(st.sampled_from(NOISE), max_size=2))
    for place in draw(st.lists(st.integers(0, len(lines) - 1), max_size=3)):
        change = draw(st.sampled_from((broken, str.upper, lambda text: f"  {text} \t", lambda text: text + "&amp;")))
        lines[place] = change(lines[place])
    return lines + [""] * draw(st.integers(0, 12))


@st.composite
def news_files(draw: st.DrawFn) -> bytes:
    """A news file as bytes: in some encoding, with some line ending or several, and perhaps a few wrong bytes."""
    lines = draw(news_texts())
    endings = draw(st.lists(st.sampled_from(ENDINGS), min_size=1, max_size=2))
    text = "".join(line + endings[number % len(endings)] for number, line in enumerate(lines))
    data = text.encode(draw(st.sampled_from(CODECS)), "replace")
    if draw(st.booleans()):
        data = data.rstrip(b"\n\r")
    for place in draw(st.lists(st.integers(0, max(0, len(data) - 1)), max_size=2)):
        data = data[:place] + draw(st.binary(min_size=1, max_size=3)) + data[place:]
    return data


PIECES = (
    *(b"\n", b"\r", b"\r\n", b"\0", b"\t ", b"\x85", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80", b"\xed\xa0\x80"),
    *(b'"', b",", b"text", b'{"text": "', b'"}', b"a b c", b"ARDEN: ", b"- "),
    *("Zoë".encode(), "é".encode("cp1252"), "€™".encode(), "â€™".encode(), "\u2028".encode()),
    *("\U0001f600".encode("utf-16-le"), "\ud800\n".encode("utf-16-le", "surrogatepass")),
)
"""Bytes that mean something somewhere."""

any_bytes = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join),
    st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(alphabet="ab \n\r\"',ß€\u0085\u2028", max_size=120).map(lambda text: text.encode("utf-16")),
)

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), paragraphs),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)
NAMES = ("text", "headline", "title", "byline", "author", "dateline", "date", "highlights", "metadata", "id", "x")
records = st.dictionaries(st.sampled_from(NAMES), values, max_size=6)
told_records = st.builds(lambda record, text: {**record, "text": text}, records, news_texts().map("\n".join))
odd_lines = st.one_of(
    st.binary(max_size=30), st.sampled_from((b"", b" ", b"[]", b"null", b'{"text": 3}', b'{"text": "\\ud800"}'))
)


@st.composite
def jsonl_files(draw: st.DrawFn) -> bytes:
    """Records, whole stories among them, and lines that are none."""
    lines = draw(
        st.lists(
            st.one_of(st.one_of(records, told_records).map(lambda row: json.dumps(row).encode()), odd_lines), max_size=6
        )
    )
    return b"".join(line + draw(st.sampled_from((b"\n", b"\n", b"\r\n"))) for line in lines)


@st.composite
def csv_files(draw: st.DrawFn) -> bytes:
    """A table with texts of several lines in it, and now and then a row that is none."""
    columns = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator=draw(st.sampled_from(("\n", "\r\n"))))
    writer.writerow(columns)
    cells = st.one_of(st.text(max_size=10), news_texts().map("\n".join), st.just('say "so"'))
    for row in draw(st.lists(st.lists(cells, min_size=0, max_size=3), max_size=5)):
        writer.writerow(row)
    data = stream.getvalue().encode(draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))), "replace")
    return data + draw(st.sampled_from((b"", b"", b'"', b"\xff")))


# ------------------------------------------------------------------ 1. nothing is lost


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.tsv"])
@settings(max_examples=60)
@given(data=any_bytes)
def test_any_bytes_come_back(name: str, data: bytes) -> None:
    check(clean({name: data}), {name: data})


@pytest.mark.parametrize("skip", ["", "normalize", "boilerplate", "split", "dedupe"])
@settings(max_examples=20)
@given(data=news_files())
def test_news_files_come_back_whatever_stage_is_left_out(skip: str, data: bytes) -> None:
    chosen = Settings(skip=frozenset((skip,) if skip else ()))
    check(clean({"a.txt": data}, chosen), {"a.txt": data})


@settings(max_examples=50)
@given(files=st.tuples(jsonl_files(), csv_files(), news_files()))
def test_records_come_back(files: tuple[bytes, bytes, bytes]) -> None:
    named = dict(zip(("a.jsonl", "b.csv", "c.txt"), files, strict=True))
    check(clean(named), named)


@settings(max_examples=20)
@given(data=st.one_of(any_bytes, news_files()))
def test_a_compressed_source_comes_back_without_its_suffix(data: bytes) -> None:
    result = clean({"feed/a.txt.gz": gzip.compress(data)})
    assert result.restored == {"feed/a.txt": data}
    assert result.sizes() == {"feed/a.txt.gz": len(data)}


# ------------------------------------------------------------------ 2. deterministic


@settings(max_examples=15)
@given(files=st.lists(news_files(), min_size=2, max_size=3), data=st.data())
def test_the_order_of_arguments_changes_nothing(files: list[bytes], data: st.DataObject) -> None:
    named = {f"{number}.txt": content for number, content in enumerate(files)}
    order = data.draw(st.permutations(list(named)))
    first, second = clean(named), clean(named, inputs=order)
    assert (first.rows, first.header, first.edits) == (second.rows, second.header, second.edits)
    check(first, named)


FEED = """\
DUNMERE: The ferry company’s captain told the council that the winter storm had closed the harbour for a week.
The council will vote on a new bridge in spring, and the mayor’s budget has money for it.
Ferry captain asks council for a bridge after winter storm
Ferry captain asks council for a bridge after winter storm
- Harbour closed for a week
MARLOW (AP) - Farmers at the border asked the minister for help after the flood took wages from the farms’ workers.
The minister said that the price of the flood was not known.

By Nora Quist
""".encode()


def test_the_hash_seed_changes_nothing() -> None:
    outputs = set()
    with folder_of(
        {"a.txt": FEED, "b.txt": FEED * 2, "c.jsonl": b'{"text": "One.", "x": {"b": 1, "a": 2}}\n'}
    ) as folder:
        for seed in ("0", "1", "4711"):
            command = [sys.executable, "-m", "clean", "run", ".", "-q", "-o", "o.out", "--audit", "a.out"]
            subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=60)
            outputs.add((folder / "o.out").read_bytes() + (folder / "a.out").read_bytes())
    assert len(outputs) == 1


# ------------------------------------------------------------------ 3. local: the size of a block changes nothing


def with_block(size: int) -> Settings:
    return Settings(read=replace(Read(), block=size))


@pytest.mark.parametrize("block", BLOCKS)
@settings(max_examples=20)
@given(data=news_files())
def test_the_size_of_a_text_block_changes_nothing(block: int, data: bytes) -> None:
    compare_blocks({"a.txt": data}, block)


@pytest.mark.parametrize("block", BLOCKS)
@settings(max_examples=15)
@given(files=st.tuples(jsonl_files(), csv_files()))
def test_the_size_of_a_record_block_changes_nothing(block: int, files: tuple[bytes, bytes]) -> None:
    compare_blocks(dict(zip(("a.jsonl", "b.csv"), files, strict=True)), block)


@pytest.mark.parametrize("block", BLOCKS)
@settings(max_examples=30)
@given(data=any_bytes)
def test_the_size_of_a_block_of_any_bytes_changes_nothing(block: int, data: bytes) -> None:
    compare_blocks({"a.txt": data, "b.csv": data, "c.jsonl": data}, block)


def compare_blocks(files: dict[str, bytes], block: int) -> None:
    whole, cut = clean(files), clean(files, with_block(block))
    assert cut.rows == whole.rows
    assert cut.edits == whole.edits
    assert cut.header["sources"] == whole.header["sources"]
    check(cut, files)


# ------------------------------------------------------------------ 4. idempotent


@settings(max_examples=40)
@given(files=st.tuples(jsonl_files(), news_files()))
def test_a_row_read_again_keeps_text_and_fields(files: tuple[bytes, bytes]) -> None:
    once = clean({"a.jsonl": files[0], "b.txt": files[1]})
    again = clean({"out.jsonl": as_lines(once.rows)}, Settings(skip=frozenset({"dedupe"})))
    assert [{name: row[name] for name in FIELDS} for row in again.rows] == once.fields()


def as_lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


# ------------------------------------------------------------------ 7. short and empty texts


@settings(max_examples=40)
@given(
    texts=st.lists(st.sampled_from(["", " ", "\n\n", "One.", "one", "One. Two.", "x" * 40]), min_size=1, max_size=6),
    headline=st.sampled_from(["", "Vote on bridge"]),
)
def test_an_empty_text_is_no_duplicate_and_gives_a_row(texts: list[str], headline: str) -> None:
    records = [{"text": text, "headline": headline} for text in texts]
    result = clean({"a.jsonl": as_lines(records)})
    empty = sum(not text.strip() for text in texts)
    assert sum(row["text"] == "" for row in result.rows) == empty
    assert len(result.rows) == empty + len({text.casefold() for text in texts if text.strip()}) - same_words(texts)


def same_words(texts: list[str]) -> int:
    """How many texts differ from another one in case and punctuation alone."""
    return {"One.", "one"} <= set(texts)


@pytest.mark.parametrize("data", [b"", b"\n", b"\r\n\r\n", b" \t\n", "\u00a0\n\ufeff".encode()])
def test_an_empty_text_file_gives_no_row(data: bytes) -> None:
    result = clean({"a.txt": data})
    assert result.rows == []
    check(result, {"a.txt": data})
