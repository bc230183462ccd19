"""Bytes cut into lines, and given back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clean.document import Document
from clean.sources.encodings import Encoding
from clean.sources.lines import (
    LINE_ENDINGS,
    blocks,
    encode_ending,
    main_line_ending,
    peek,
    read_lines,
    rule_of,
    rule_of_ending,
)

UTF8 = Encoding()

NAMES = (
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254",
    "cp1255", "cp1256", "iso8859-2", "iso8859-5", "iso8859-15", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    "cp932", "euc_jp", "cp949", "gb18030", "big5",
)  # fmt: skip

encodings = st.builds(Encoding, st.sampled_from(NAMES), fallback=st.sampled_from(["cp1252", "cp1251", "cp932"]))
endings = st.sampled_from(LINE_ENDINGS)
tricky = st.sampled_from(
    [
        b"\n", b"\r", b"\r\n", b"\n\r", b"\r\r\n", b"\0", b"\n\0", b"\r\0\n\0", b"\0\r\0\n", b"\n\n\0", b"\0\n\0\n",
        "Café in Köln".encode(), "ceny rosną, źródło".encode(), "東京の株価".encode(), b"caf\xe9", b"\x81", b"\xff",
        b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\xc2\x85", b"\x0b\x0c\x1c", "東京".encode("cp932"),
        "日本".encode("utf-16-le"), "😀".encode("utf-16-be"), b"\xd8\x00", b"\xef\xbb\xbf", b"\xef\xbf\xbd",
    ]
)  # fmt: skip
sources = st.lists(st.binary(max_size=6) | tricky, max_size=20).map(b"".join)


def line_bytes(document: Document, line: int, line_ending: bytes, encoding: Encoding) -> bytes:
    """The source's bytes of a line, ending included, from what the document knows of it."""
    text = document.originals.get(line, document.lines[line])
    raw = document.raw[line] if line in document.raw else text.encode(encoding.name)
    return raw + encode_ending(document.endings.get(line, line_ending), encoding)


def joined(documents: list[Document]) -> tuple[object, ...]:
    """What several documents say together."""
    lines: list[str] = []
    offsets = documents[0].offsets[:1] if documents else []
    raw: dict[int, bytes] = {}
    others: dict[int, bytes] = {}
    for document in documents:
        raw |= {len(lines) + line: data for line, data in document.raw.items()}
        others |= {len(lines) + line: ending for line, ending in document.endings.items()}
        lines += document.lines
        offsets += document.offsets[1:]
    return lines, offsets, raw, others


@given(sources, encodings, endings, st.integers(0, 9))
def test_lines_tile_and_give_back_every_byte(raw: bytes, encoding: Encoding, ending: bytes, base: int) -> None:
    document = read_lines(raw, encoding, ending, base)
    assert (document.offsets[0], document.offsets[-1]) == (base, base + len(raw))
    for line, (start, end) in enumerate(zip(document.offsets, document.offsets[1:], strict=False)):
        assert start < end
        assert line_bytes(document, line, ending, encoding) == raw[start - base : end - base]
    assert len(document.marks) == len(document.lines) == len(document.offsets) - 1
    assert not any("\n" in text or "\r" in text for text in document.lines)
    assert document.utf8.decode() in ("", "\n".join(document.lines), "\n".join([*document.lines, ""]))


@given(sources, encodings, endings)
def test_only_exceptions_are_noted(raw: bytes, encoding: Encoding, ending: bytes) -> None:
    document = read_lines(raw, encoding, ending)
    assert ending not in document.endings.values()
    assert [line for line, other in document.endings.items() if not other] in ([], [len(document) - 1])
    for line, data in document.raw.items():
        try:
            again = document.lines[line].encode(encoding.name)
        except UnicodeEncodeError:
            continue
        assert again != data


@given(sources, encodings, endings, st.integers(1, 9), st.integers(1, 12))
def test_chunks_and_blocks_change_nothing(raw: bytes, encoding: Encoding, ending: bytes, chunk: int, size: int) -> None:
    whole = read_lines(raw, encoding, ending)
    documents: list[Document] = []
    base = 0
    for block in blocks((raw[i : i + chunk] for i in range(0, len(raw), chunk)), encoding, size):
        documents.append(read_lines(block, encoding, ending, base))
        base += len(block)
    assert joined(documents or [read_lines(b"", encoding)]) == joined([whole])


@given(sources, encodings, st.integers(1, 30))
@example(b"\n\0\r\0\0\0", Encoding("utf-16-le"), 2)
def test_blocks_do_not_depend_on_chunks(raw: bytes, encoding: Encoding, size: int) -> None:
    at_once = list(blocks(iter([raw]), encoding, size))
    assert list(blocks((raw[i : i + 1] for i in range(len(raw))), encoding, size)) == at_once
    assert b"".join(at_once) == raw


@pytest.mark.parametrize(
    ("raw", "lines", "exceptions"),
    [
        (b"", [], {}),
        (b"\n", [""], {}),
        (b"one", ["one"], {0: b""}),
        (b"one\ntwo\n", ["one", "two"], {}),
        (b"one\r\ntwo\r\n", ["one", "two"], {0: b"\r\n", 1: b"\r\n"}),
        (b"one\rtwo", ["one", "two"], {0: b"\r", 1: b""}),
        (b"one\r\r\ntwo\n\r", ["one", "", "two", ""], {0: b"\r", 1: b"\r\n", 3: b"\r"}),
        ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\n".encode(), ["a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"], {}),
        ("\ufeffone\n".encode(), ["\ufeffone"], {}),
    ],
)
def test_where_lines_end(raw: bytes, lines: list[str], exceptions: dict[int, bytes]) -> None:
    document = read_lines(raw, UTF8)
    assert (document.lines, document.endings) == (lines, exceptions)


@pytest.mark.parametrize(
    ("name", "raw", "text", "rule"),
    [
        # A line alone tells little: an accent or a curly quote from Windows is likeliest.
        ("utf-8", b"caf\xe9", "café", "line-encoding"),
        ("utf-8", b"the mayor\x92s plan", "the mayor’s plan", "line-encoding"),
        # Damage in a line of UTF-8 stays where it is.
        ("utf-8", "ré".encode() + b"\xe9" + "sumé".encode(), "ré\ufffdsumé", "undecodable"),
        ("utf-8", "Müller fährt über".encode()[:-5] + b"\xc3", "Müller fährt \ufffd", "undecodable"),
        ("utf-8", b"\x81\x8d", "\ufffd\ufffd", "undecodable"),
        # UTF-8 in a source of something else.
        ("cp1252", "l’été à Évreux".encode(), "l’été à Évreux", "line-encoding"),
        ("cp1251", "Мэр".encode(), "Мэр", "line-encoding"),
        ("cp1251", b"\xcc\xfd\xf0 \x98", "Мэр \ufffd", "undecodable"),
        # Two ways to write a character.
        ("cp932", b"\x87\x90", "≒", "line-encoding"),
        ("utf-16-le", b"a\0\x00\xd8b\0", "a\ufffdb", "undecodable"),
        ("utf-16-le", b"a\0b", "a\ufffd", "undecodable"),
    ],
)
def test_lines_that_their_encoding_cannot_give_back(name: str, raw: bytes, text: str, rule: str) -> None:
    fallback = "cp1252" if name == "utf-8" else "utf-8"
    document = read_lines(raw, Encoding(name, fallback=fallback))
    assert document.lines == [text]
    assert document.raw == {0: raw}
    assert rule_of(text) == rule


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("utf-8", "naïve “quote” 東京 😀\ufffd".encode()),
        ("cp1252", b"caf\xe9 \x93quote\x94"),
        ("cp1252", b"\xc3\xa9"),  # one pair proves nothing: the line stays as its source says
        ("cp932", "東京の株価は大きく下がった".encode("cp932")),
        ("gb18030", "市议会通过预算案".encode("gb18030")),
        ("utf-16-be", "naïve 😀 東京".encode("utf-16-be")),
    ],
)
def test_lines_that_their_encoding_gives_back_are_not_kept_twice(name: str, raw: bytes) -> None:
    assert read_lines(raw, Encoding(name, fallback="utf-8")).raw == {}


@pytest.mark.parametrize(
    ("sample", "ending"),
    [
        (b"", b"\n"),
        (b"no end", b"\n"),
        (b"a\nb\r\n", b"\n"),
        (b"a\r\nb\r\nc\n", b"\r\n"),
        (b"a\rb\rc\n", b"\r"),
        (b"a\r\n\r", b"\r\n"),
    ],
)
@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_the_sources_line_ending_is_that_of_most_lines(sample: bytes, ending: bytes, name: str) -> None:
    assert main_line_ending(sample.decode().encode(name), Encoding(name)) == ending


def test_a_line_is_given_back_as_it_was_read() -> None:
    encoding = Encoding("utf-16-le")
    assert encode_ending(b"\r\n", encoding) == "\r\n".encode("utf-16-le")
    assert encode_ending(b"", encoding) == b""
    document = read_lines("a &amp; b\n".encode("utf-16-le"), encoding)
    document.originals[0] = document.lines[0]
    document.lines[0] = "a & b"
    assert line_bytes(document, 0, b"\n", encoding) == "a &amp; b\n".encode("utf-16-le")


def test_endings_have_their_rules() -> None:
    assert [rule_of_ending(ending) for ending in (b"", b"\r\n")] == ["final-newline", "line-ending"]


def test_the_mark_is_in_no_block() -> None:
    encoding = Encoding("utf-8", b"\xef\xbb\xbf")
    assert list(blocks(iter([b"\xef", b"\xbb", b"\xbfa\nb"]), encoding, 2)) == [b"a\n", b"b"]
    assert list(blocks(iter([b"\xef\xbb\xbf"]), encoding)) == []


@given(st.lists(st.binary(min_size=1, max_size=5)), st.integers(0, 20))
def test_peeking_takes_nothing_away(chunks: list[bytes], size: int) -> None:
    head, rest = peek(iter(chunks), size)
    assert head == b"".join(chunks)[:size]
    assert list(rest) == chunks
