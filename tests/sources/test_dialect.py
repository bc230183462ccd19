"""How tables are written: what parts their fields, and whether backslashes stand before quotes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.settings import Read, Settings
from clean.sources.dialect import BACKSLASH, Dialect, dialect_of
from clean.sources.encodings import SAMPLE, Encoding
from clean.sources.records import Table, read_csv, record_blocks
from tests.support import check, clean

STANDARD = [
    "",
    "id,text\n",
    'id,text\n1,"He said ""no"", and left."\n',
    'id,text\n1,"C:\\"\n2,"D:\\"\n',  # a backslash that ends a field
    'id,text\n1,C:\\"temp"\n',
    'id,text\n1,"C:\\\n2,"D:\\"\n',  # read either way, something is broken
    'id,text\n1,"a"b\n2,"D:\\",x\n',
    'sep=\\\nid\\text\n1\\"a\\"b\n',  # the backslash parts the fields
    'id,text\n1,"a ""b"" \\""\n2,"C:\\"\n',
    "id,text\n1,\\N\n2,a\\,b\n",  # no quote: nothing tells
]
BARE = [
    'id\ttext\n1\t"No," he said\n2\t"Yes," she said\n',
    'id\ttext\r\n1\t"No," he said\r\n2\t"Yes"\r\n3\t"No" and "yes"\r\n',
    'id\ttext\tpage\n1\t"No, he said\t3\n2\tShe said "yes"\t4\n3\t"No\t5\n',
    '"No" he said\ttext\n"Yes" she said\tThe bridge opened.\n',
]
QUOTED = [
    'id\ttext\n1\t"No," he said\t3\n2\t"Yes," she said\n',  # broken either way
    'id\ttext\n1\t"He said ""no"""\n2\t"No," he said\n3\t"a"\n',
    'id\ttext\n1\t"No.\nYes."\n2\t"No,\tno"\n',
    'id\ttext\n1\tHe said "no"\n',
]
ESCAPED = [
    'id,text\n1,"He said \\"no\\", and left."\n',
    'id,text\n1,"He said \\"no\\", and left."',
    'sep=,\nid,text\n\n1,"He said \\"no\\", and left."\n',
    'sep=,\nid,text,url\n1,"He said \\"no\\", and left.",x\n',  # the first row has other fields than all below
    '"id","text"\r\n"1","A ""b"" and \\"c\\", d\\\\"\r\n',
    'id,text\n1,"He said \\"no\\",\nand left."\n2,plain\n',
]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
@pytest.mark.parametrize(("text", "escape"), [*((text, "") for text in STANDARD), *((t, BACKSLASH) for t in ESCAPED)])
def test_backslashes_before_quotes(text: str, escape: str, encoding: str) -> None:
    assert dialect_of("csv", text.encode(encoding), Encoding(encoding)).escape == escape


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
@pytest.mark.parametrize(("table", "quotes"), [*((t, False) for t in BARE), *((t, True) for t in QUOTED)])
def test_quotes_that_are_letters(table: str, quotes: bool, encoding: str) -> None:
    assert dialect_of("tsv", table.encode(encoding), Encoding(encoding)).quotes is quotes


def test_a_table_without_quotes_is_read_and_restored() -> None:
    says = '"The ferry runs again from June," the harbour board said on Monday. "Nobody asked how much'
    files = {"t.tsv": f'title\ttext\turl\n"No"\t{says}\t\n"Ferry" sails\t"Rain" is late.\tx\n'.encode()}
    for block in (1, 1 << 20):
        result = clean(files, Settings(read=Read(block=block)))
        check(result, files)
        assert [(row["headline"], row["metadata"]["url"]) for row in result.rows] == [
            ('"No"', ""),
            ('"Ferry" sails', "x"),
        ]
        assert [row["text"] for row in result.rows] == [says, '"Rain" is late.']


def test_a_byte_that_may_end_another_character_is_no_backslash() -> None:
    table = 'id,text\n1,"He said \\"no\\", and left."\n'.encode("shift_jis")
    assert dialect_of("csv", table, Encoding("cp932")) == Dialect(",")


def test_a_few_broken_rows_do_not_decide() -> None:
    row = '1,"He said \\"no\\", and left."\n'
    assert dialect_of("csv", f"id,text\n1,2,3\n{row * 10}".encode(), Encoding()).escape == BACKSLASH
    assert dialect_of("csv", f"id,text\n1,2,3\n{row * 5}".encode(), Encoding()).escape == ""


@pytest.mark.parametrize("rest", [b"a\n" * SAMPLE, b"\n" + b",b\n" * SAMPLE], ids=["text", "rows"])
def test_the_row_that_the_sample_cuts_does_not_decide(rest: bytes) -> None:
    table = b'id,text\n1,"C:\\"\n2,"' + rest
    assert dialect_of("csv", table, Encoding()).escape == ""


PIECES = ["a", '"', '""', "\\", '\\"', "\\\\", ",", '"a",', '"\\"', "\n", "\r", "\r\n", "\\\n", "\\\r\n", '"b\n"']


@settings(max_examples=600, deadline=None)
@example(['"', "\\\r", '"'], [1])
@example(["a\\", "\n", '"', "\n", '"'], [1])
@example(['"a"b\\', "\n", '"', "\n", '"'], [1])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_blocks_make_no_difference(pieces: list[str], cuts: list[int]) -> None:
    lines = "".join(pieces).encode().splitlines(keepends=True)
    bounds = sorted({0, *(cut for cut in cuts if cut < len(lines)), len(lines)})
    blocks = [b"".join(lines[a:b]) for a, b in pairwise(bounds)]
    for dialect in (Dialect(","), Dialect(",", BACKSLASH), Dialect(",", quotes=False)):
        table = Table(("a", "b"), dialect, Encoding())
        found = [
            [record for block in record_blocks(parts, Encoding(), dialect) for record in read_csv(block, table)]
            for parts in (blocks, [b"".join(lines)] if lines else [])
        ]
        assert found[0] == found[1]
        assert b"".join(record.raw for record in found[0]) == b"".join(lines)


def test_a_table_with_backslashes_is_read_and_restored() -> None:
    says = "The mayor said it would cost more.\nNobody asked \"how much\\many\", she said; 'a lot'."
    written = says.replace("\\", "\\\\").replace('"', '\\"')
    plain = "The ferry runs again from June, the harbour board said on Monday.\n" * 5
    files = {"t.csv": f'title,text,url\nBridge,"{written}",a\\,b\nFerry,"{plain}",\n'.encode()}
    for block in (1, 1 << 20):
        result = clean(files, Settings(read=Read(block=block)))
        check(result, files)
        assert [row["text"] for row in result.rows] == [says, plain.strip()]
        assert [row["metadata"]["url"] for row in result.rows] == ["a,b", ""]
        assert result.aside == []
