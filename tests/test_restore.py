"""`clean restore`: the bytes of a source from a row and its changes, and what is refused in place of guessed."""

from __future__ import annotations

import json
import os
import resource
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

import pytest

from clean.article import Article
from clean.audit.change import Change
from clean.audit.facts import Facts
from clean.audit.frame import Frame
from clean.audit.patch import as_bytes, as_text, literals, restore_article
from clean.errors import CleanError, DataError, OutputError
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.restore import article_of, header_of, pieces, read_audit, read_out, restore
from clean.settings import Settings
from tests.support import clean, folder_of

LITERALS = [
    ("jsonl", 'A "b" é\n', ['A \\"b\\" é\\n', 'A \\"b\\" \\u00e9\\n']),
    ("csv", 'A "b" é\n', ['A ""b"" é\n']),
    ("tsv", "A", ["A"]),
]


@pytest.mark.parametrize(("form", "text", "expected"), LITERALS)
def test_literals(form: str, text: str, expected: list[str]) -> None:
    assert literals(text, form) == expected


SAYS = 'It "rained" in Łódź. ' * 10 + "So it goes."
RECORDS = {
    "a.jsonl": json.dumps({"n": 1, "text": SAYS}, ensure_ascii=False).encode() + b"\n",
    "b.jsonl": json.dumps({"n": 1, "text": SAYS}).encode() + b"\n",
    "c.csv": 'n,text\n1,"{}"\n'.format(SAYS.replace('"', '""')).encode(),
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_text_that_stands_in_its_record_as_it_is_is_not_in_the_audit(name: str) -> None:
    result = clean({name: RECORDS[name]})
    assert [row["text"] for row in result.rows] == [SAYS]
    assert "rained" not in json.dumps(result.edits)
    assert result.restored == {name: RECORDS[name]}


SIGNED = ["(AP)", "EFE", "(AP, AFP, Reuters)"]
OPENED = ["", "(AP) - ", "LIMA: ", "LIMA (EFE) - ", "LIMA (AP) - "]


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("signed", SIGNED)
def test_an_agency_named_above_or_below_comes_back_where_it_stood(opened: str, signed: str) -> None:
    story = (
        "Ferry captain asks council for a bridge after winter storm\n"
        f"{opened}The captain told the council on Monday that the storm had closed the harbour for a week.\n"
        f"The council will vote on a new bridge in spring, the mayor's office said. {signed}\n"
    )
    files = {"a.txt": story.encode(), "b.txt": story.encode() * 2}
    result = clean(files)
    assert result.rows[0]["agency"]
    assert result.restored == files


def test_bytes_are_text_where_that_gives_the_same_bytes_back() -> None:
    assert as_text("é".encode(), "utf-8") == "é"
    assert as_text(b"\xe9", "utf-8") == b"\xe9"
    assert as_text("\ufffd".encode(), "utf-8") == "\ufffd"


FRAME = Frame("a.txt", "utf-8", "\n", "txt")
TEXT = "Rain fell.\n"


def article(*changes: Change, text: str = "Rain fell.", **fields: object) -> Article:
    size = sum(change.end_byte - change.start_byte for change in changes)
    return Article((0, len(TEXT) + size), (1, 1), text=text, changes=list(changes), **fields)  # type: ignore[arg-type]


PATCHED = [
    (TEXT, article()),
    ("Rain  fell.\n", article(Change(4, 5, 1, 1, "extra-spaces", " "))),
    (b"Rain\xff\xfe fell.\n", article(Change(4, 6, 1, 1, "undecodable", b"\xff\xfe"))),
    ("Rain  fell.", Article((0, 11), (1, 1), text="Rain fell.", changes=[Change(4, 5, 1, 1, "extra-spaces", " ")])),
    (
        "Ð¡нег on  Łódź.\n",
        Article(
            (0, 24),
            (1, 1),
            text="Снег on Łódź.",
            changes=[Change(0, 4, 1, 1, "mojibake", "Ð¡", "С"), Change(13, 14, 1, 1, "extra-spaces", " ")],
        ),
    ),
    (
        "Rain fell.\nPage 3",
        article(Change(11, 17, 2, 2, "page-furniture", "Page 3"), Change(17, 17, 2, 2, "final-newline", "", "\n")),
    ),
]


@pytest.mark.parametrize(("source", "one"), PATCHED, ids=range(len(PATCHED)))
def test_an_article_is_patched_back(source: str | bytes, one: Article) -> None:
    assert restore_article(one, FRAME) == as_bytes(source, "utf-8")


REFUSED = [
    (Article((0, len(TEXT)), (1, 1), text="Rain fell.\nSnow too."), "byte 11: OUT has more than stood there"),
    (article(Change(4, 5, 1, 1, "mojibake", "x", "y")), "byte 4: OUT does not have there what the audit says"),
    (article(Change(4, 5, 1, 1, "highlight", None)), "byte 4: no highlight is left to stand there"),
]


@pytest.mark.parametrize(("one", "told"), REFUSED, ids=["more", "after", "highlight"])
def test_what_the_row_does_not_have_is_refused(one: Article, told: str) -> None:
    with pytest.raises(DataError, match=f"cannot restore: {told}"):
        restore_article(one, FRAME)


def test_a_text_that_does_not_fit_its_record_is_refused() -> None:
    with pytest.raises(DataError, match=r"cannot restore: a\.jsonl: the text does not fit the record at byte 0"):
        restore_article(article(text="Rain fell on the town."), Frame("a.jsonl", "utf-8", "\n", "jsonl"))


FACTS = Facts("a.txt", len(TEXT), "", "txt", "utf-8", "\n", "")

GAPS = [
    ("nothing accounts for bytes 0 to 11", [], []),
    ("nothing accounts for bytes 0 to 3", [], [Change(3, 11, 1, 1, "blank-lines", "n fell.\n")]),
    ("nothing accounts for bytes 5 to 3", [], [Change(0, 5, 1, 1, "page", "Rain "), Change(3, 11, 1, 1, "page", "x")]),
    ("nothing accounts for bytes 11 to 0", [article(), article()], []),
    ("byte 0 has no text", [], [Change(0, 11, 1, 1, "headline", None)]),
]


@pytest.mark.parametrize(("told", "rows", "changes"), GAPS, ids=[told for told, *_ in GAPS])
def test_gaps_and_overlaps_are_refused(told: str, rows: list[Article], changes: list[Change]) -> None:
    with pytest.raises(DataError, match=rf"cannot restore: a\.txt: {told}"):
        list(pieces(FACTS, rows, changes))


RECORD = Facts("a.jsonl", len(TEXT), "", "jsonl", "utf-8", "\n", "")
WHOLE_RECORD = Change(0, 11, 1, 1, "record", TEXT)
OF_ITS_TEXT = Change(0, 11, 1, 1, "mojibake", "x", "y")
OF_NO_BYTES = Change(11, 11, 2, 2, "html-entity", "", "So ")


def second(text: str) -> Article:
    """An article on the second line, directly behind `TEXT`."""
    return Article((11, 11 + len("Snow too.\n")), (2, 2), text=text)


WHOLES = [
    ("a record taken out", RECORD, [], [Change(0, 11, 1, 1, "exact-duplicate", TEXT)]),
    ("a record taken out, and what was done to its text", RECORD, [], [OF_ITS_TEXT, WHOLE_RECORD]),
    ("and the story of a record", RECORD, [], [Change(0, 11, 1, 1, "near-duplicate"), WHOLE_RECORD]),
    ("two stories of one record", RECORD, [article(), article()], [WHOLE_RECORD]),
    ("one with a change", RECORD, [article()], [OF_ITS_TEXT, WHOLE_RECORD]),
    ("a change behind a line's end is the next one's", FACTS, [article(), second("So Snow too.")], [OF_NO_BYTES]),
]


@pytest.mark.parametrize(("facts", "rows", "changes"), [case[1:] for case in WHOLES], ids=[case[0] for case in WHOLES])
def test_a_source_is_put_together(facts: Facts, rows: list[Article], changes: list[Change]) -> None:
    whole = TEXT + "Snow too.\n" * (facts is FACTS)
    pieced = pieces(replace(facts, bytes=len(whole)), [replace(row, changes=[]) for row in rows], changes)
    assert b"".join(pieced).decode() == whole


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("nonesuch", "unknown encoding: nonesuch"), ("ascii", "'ascii' codec can't encode character .*")],
)
def test_an_encoding_that_does_not_fit_is_told(encoding: str, told: str) -> None:
    with pytest.raises(DataError, match=rf"^cannot restore: a\.txt: {told}"):
        list(pieces(replace(FACTS, bytes=2, encoding=encoding), [], [Change(0, 2, 1, 1, "blank-lines", "é")]))


BROKEN = [
    ("not an audit: u.jsonl: it is empty", "u.jsonl", b""),
    ("not an audit: u.jsonl:1: ", "u.jsonl", b"{}\n"),
    ("not an audit: u.jsonl:1: ", "u.jsonl", b"\xff\n"),
    ("not an OUT of clean run: o.jsonl:1: ", "o.jsonl", b"{}\n"),
    ("not an OUT of clean run: o.jsonl:1: ", "o.jsonl", b"[]\n"),
    ("OUT and audit do not belong together: o.jsonl: its SHA-256 is not the audit's", "o.jsonl", b""),
]


@pytest.mark.parametrize(("told", "name", "data"), BROKEN, ids=range(len(BROKEN)))
def test_broken_files_are_refused_and_nothing_is_written(told: str, name: str, data: bytes) -> None:
    with folder_of({"a.txt": TEXT.encode()}) as folder:
        run(Job(("a.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        Path(name).write_bytes(data)
        with pytest.raises(DataError) as caught:
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")
        assert str(caught.value).startswith(told)
        assert not Path("back").exists()


def test_a_line_of_the_audit_that_is_no_change_is_told_by_its_number() -> None:
    with folder_of({"a.txt": TEXT.encode()}) as folder:
        run(Job(("a.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        head, *changes = Path("u.jsonl").read_bytes().splitlines(keepends=True)
        Path("u.jsonl").write_bytes(b"".join([head, b"{}\n", *changes]))
        with pytest.raises(DataError, match=r"^not an audit: u\.jsonl:2: "):
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")


def test_sources_are_written_below_the_folder_by_their_names() -> None:
    with folder_of({"d/e/a.txt": TEXT.encode(), "b.txt": b"Snow fell.\r\n"}) as folder:
        run(Job(("b.txt", "d"), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        header, changes = read_audit(Path("u.jsonl"))
        assert [facts.name for facts in header.sources] == ["b.txt", "d/e/a.txt"]
        assert {name for name, _ in changes} <= {"b.txt", "d/e/a.txt"}
        assert [name for name, _ in read_out(Path("o.jsonl"), header.out_sha256)] == ["b.txt", "d/e/a.txt"]
        assert restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back" / "again") == ["b.txt", "d/e/a.txt"]
        assert Path("back/again/d/e/a.txt").read_bytes() == TEXT.encode()
        assert Path("back/again/b.txt").read_bytes() == b"Snow fell.\r\n"
        assert restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back" / "again") == ["b.txt", "d/e/a.txt"]
        Path("file").touch()
        with pytest.raises(OutputError, match=r"cannot create: .*file: "):
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "file")


def test_folders_of_what_is_not_restored_are_gone() -> None:
    with folder_of({"d/e/a.txt": TEXT.encode(), "kept/b.txt": b"Snow fell.\r\n"}) as folder:
        run(Job(("d", "kept"), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        header, _ = read_audit(Path("u.jsonl"))
        audit = Path("u.jsonl").read_text(encoding="utf-8")
        Path("u.jsonl").write_text(audit.replace(header.sources[-1].sha256, "0" * 64), encoding="utf-8")
        Path("back/kept").mkdir(parents=True)
        with pytest.raises(DataError, match="what comes out is not what was read"):
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")
        assert list(Path("back").rglob("*")) == [Path("back/kept")]


def test_rows_are_not_restored_from_a_pipe() -> None:
    with folder_of({"a.txt": TEXT.encode()}) as folder:
        run(Job(("a.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        os.mkfifo("pipe")
        with pytest.raises(CleanError, match=r"^cannot read: pipe: not a file, and it is read twice"):
            restore(Path("pipe"), Path("u.jsonl"), folder / "back")


def test_what_is_not_in_its_place_is_not_restored() -> None:
    with folder_of({"a.txt": TEXT.encode(), "b.txt": b"\nSnow fell.\n"}) as folder:
        run(Job(("a.txt", "b.txt"), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        first, *others = Path("u.jsonl").read_bytes().splitlines(keepends=True)
        strange = [line.replace(b'"b.txt"', b'"c.txt"') for line in others]
        Path("u.jsonl").write_bytes(b"".join([first, *others, *strange]))
        with pytest.raises(DataError, match=r"cannot restore: u\.jsonl: what it has of c\.txt is not in its place"):
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")


def test_a_source_that_comes_out_other_than_it_was_is_not_written() -> None:
    with folder_of({"a.txt": TEXT.encode()}) as folder:
        run(Job(("a.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        header, _ = read_audit(Path("u.jsonl"))
        audit = Path("u.jsonl").read_text(encoding="utf-8")
        Path("u.jsonl").write_text(audit.replace(header.sources[0].sha256, "0" * 64), encoding="utf-8")
        with pytest.raises(CleanError, match=r"cannot restore: a\.txt: what comes out is not what was read"):
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")
        assert not Path("back").exists()


HEADER = {
    "clean": "1",
    "settings": "",
    "out_sha256": "",
    "quarantine_sha256": "",
    "manifest": False,
    "audit_sha256": "",
    "sources": [asdict(FACTS)],
}
ROW = {
    **dict.fromkeys(("id", "headline", "text", "byline", "dateline", "agency", "date"), ""),
    "highlights": [],
    "source": "a.txt",
    "span": {"start_line": 1, "end_line": 2, "start_byte": 3, "end_byte": 4, "part": 1},
    "duplicates": [],
    "metadata": {},
}


def test_rows_and_headers_are_read() -> None:
    assert header_of(HEADER).sources == [FACTS]
    assert article_of({**ROW, "text": "T", "agency": "A"}) == Article((3, 4), (1, 2), text="T", agency="A")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (HEADER | {"more": 1}, "keys missing or unknown: more"),
        (HEADER | {"clean": 1}, "clean is no str"),
        (HEADER | {"sources": [3]}, "sources: not an object"),
    ],
)
def test_what_is_no_header_is_refused(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        header_of(wrong)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (ROW | {"more": 1}, "keys missing or unknown: more"),
        (ROW | {"metadata": 3}, "metadata is no dict"),
        (ROW | {"highlights": [3]}, "highlights: not all are strings"),
    ],
)
def test_what_is_no_row_is_refused(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        article_of(wrong)


def run_as(name: str) -> None:
    """A run over one text, after which the audit and OUT give the source this name."""
    run(Job(("a.txt",), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
    out = Path("o.jsonl").read_text(encoding="utf-8").replace('"a.txt"', json.dumps(name))
    Path("o.jsonl").write_text(out, encoding="utf-8")
    header = json.loads(Path("u.jsonl").read_text(encoding="utf-8").split("\n")[0])
    header["out_sha256"] = sha256(out.encode()).hexdigest()
    header["sources"][0]["name"] = name
    Path("u.jsonl").write_text(json.dumps(header) + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", [".", "..", "../a.txt", "d/../../a.txt", "d//a.txt", "d/", "/a.txt", "a\0.txt"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str) -> None:
    with folder_of({"a.txt": TEXT.encode()}) as folder:
        run_as(name)
        with pytest.raises(OutputError) as caught:
            restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back")
        assert str(caught.value) == f"will not restore: {name}: the name leads out of the folder"
        assert not Path("back").exists()


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + "/a.txt", "d/" * 3000 + "a.txt"])
def test_a_name_too_long_for_any_file_is_told(name: str) -> None:
    with folder_of({"a.txt": TEXT.encode()}):
        run_as(name)
        with pytest.raises(OutputError, match=r"^cannot create: back/.*: File name too long$"):
            restore(Path("o.jsonl"), Path("u.jsonl"), Path("back"))


@pytest.mark.parametrize(("name", "link"), [("d/b.txt", "d"), ("d/e/b.txt", "d/e"), ("b.txt", "b.txt")])
def test_a_link_below_the_folder_is_not_followed(name: str, link: str) -> None:
    with folder_of({"a.txt": TEXT.encode(), "elsewhere/b.txt": b"mine"}):
        run_as(name)
        place = Path("back") / link
        place.parent.mkdir(parents=True)
        place.symlink_to(Path("elsewhere" if link != name else "elsewhere/b.txt").absolute())
        with pytest.raises(OutputError) as caught:
            restore(Path("o.jsonl"), Path("u.jsonl"), Path("back"))
        assert str(caught.value) == f"will not restore: {name}: back/{link} is a link"
        assert Path("elsewhere/b.txt").read_bytes() == b"mine"


def test_more_sources_than_files_can_be_open_are_restored() -> None:
    files = {f"{number:03}.txt": TEXT.encode() for number in range(80)}
    with folder_of(files) as folder:
        run(Job(tuple(files), Path("o.jsonl"), Path("u.jsonl")), Settings(), silent)
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/dev/fd")) + 40, hard))
        try:
            assert restore(Path("o.jsonl"), Path("u.jsonl"), folder / "back") == sorted(files)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
