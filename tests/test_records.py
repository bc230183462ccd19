"""Records: what of them becomes fields, how tables are parted, and that no rule empties somebody's article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clean import api
from clean.settings import Fields, Read, Settings
from tests.support import check, clean

BODY = "The ferry captain told the council that the storm had closed the harbour for a week."

KEPT = [
    ({"text": BODY + "\nFollow us on Twitter"}, BODY),
    ({"title": "Bridge", "text": BODY + "\nFollow us on Twitter"}, BODY),
    ({"text": "Follow us on Twitter"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Follow us on Twitter"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Bridge\nFollow us on Twitter\n"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "Follow us on Twitter\n\n---\n"}, "Follow us on Twitter"),
    ({"title": "Bridge", "text": "---\n"}, ""),
    ({"title": "Bridge", "text": "\n\n"}, ""),
    ({"title": "Bridge", "text": ""}, ""),
]


@pytest.mark.parametrize("skip", [frozenset[str](), frozenset({"split"})])
@pytest.mark.parametrize(("record", "text"), KEPT)
def test_a_record_is_not_emptied_by_line_rules(record: dict[str, str], text: str, skip: frozenset[str]) -> None:
    files = {"r.jsonl": (json.dumps(record) + "\n").encode()}
    result = clean(files, Settings(skip=skip))
    check(result, files)
    if skip and record["text"].startswith("Bridge\n"):
        text = "Bridge"  # nobody looks for repeated headlines then
    assert [row["text"] for row in result.rows] == [text]


BYLINES = [
    ({}, ""),
    ({"byline": ""}, ""),
    ({"byline": "", "author": "Ann Lee"}, "Ann Lee"),
    ({"byline": "Courier staff"}, "Courier staff"),
    ({"byline": "By Ann Lee"}, "Ann Lee"),
    ({"author": "By the sea we sat"}, "By the sea we sat"),
    ({"author": ["Ann Lee", "Bob Ray"]}, "Ann Lee, Bob Ray"),
    ({"author": [{"name": "Ann Lee"}]}, ""),
    ({"author": []}, ""),
]


@pytest.mark.parametrize(("fields", "byline"), BYLINES)
def test_the_byline_of_a_record(fields: dict[str, object], byline: str) -> None:
    files = {"r.jsonl": (json.dumps({"title": "Bridge", "text": BODY, **fields}) + "\n").encode()}
    result = clean(files)
    check(result, files)
    assert result.rows[0]["byline"] == byline
    assert clean({"o.jsonl": json.dumps(result.rows[0]).encode()}).rows[0]["byline"] == byline


NAMED = Fields("article.body", ("headline.main", "title"), ("by.names", "author"))
INNER = [
    ({"article": {"body": BODY}}, "", "", {"article": {}}),
    ({"article": {"body": [BODY]}}, "", "", {"article": {}}),
    ({"article.body": BODY, "article": {"body": "Another."}}, "", "", {"article": {"body": "Another."}}),
    ({"article": {"body": BODY, "id": 7}, "headline": "Fog"}, "", "", {"article": {"id": 7}, "headline": "Fog"}),
    ({"article": {"body": BODY}, "headline": {"main": 3}}, "", "", {"article": {}, "headline": {"main": 3}}),
    (
        {"article": {"body": BODY}, "headline": {"main": ""}, "title": "Rain"},
        "Rain",
        "",
        {"article": {}, "headline": {}},
    ),
    ({"article": {"body": BODY}, "headline": {"main": "Fog"}}, "Fog", "", {"article": {}, "headline": {}}),
    (
        {"article": {"body": BODY}, "by": {"names": ["Ann", "Bob"]}},
        "",
        "Ann, Bob",
        {"article": {}, "by": {}},
    ),
]


@pytest.mark.parametrize(("record", "headline", "byline", "metadata"), INNER)
def test_fields_within_objects(
    record: dict[str, object], headline: str, byline: str, metadata: dict[str, object]
) -> None:
    files = {"r.jsonl": (json.dumps(record) + "\n").encode()}
    settings = Settings(fields=NAMED)
    result = clean(files, settings)
    check(result, files)
    (row,) = result.rows
    assert (row["text"], row["headline"], row["byline"], row["metadata"]) == (BODY, headline, byline, metadata)


LISTS = [
    ([], ""),
    ([""], ""),
    ([BODY, "", "The mayor left."], f"{BODY}\nThe mayor left."),
    ([f"{BODY}\nThe mayor left.", "Nobody spoke."], f"{BODY}\nThe mayor left.\nNobody spoke."),
]


@pytest.mark.parametrize("title", ["", "Bridge"])
@pytest.mark.parametrize(("paragraphs", "text"), LISTS)
def test_a_list_of_paragraphs_is_a_text(paragraphs: list[str], text: str, title: str) -> None:
    files = {"r.jsonl": (json.dumps({"title": title, "text": paragraphs}) + "\n").encode()}
    result = clean(files)
    check(result, files)
    assert [(row["headline"], row["text"]) for row in result.rows] == [(title, text)]


DELIMITED = [
    ("csv", "title,text", "Bridge,{}", "utf-8"),
    ("csv", "title;text", "Bridge;{}", "utf-8"),
    ("csv", "title\ttext", "Bridge\t{}", "utf-8"),
    ("csv", "title|text", "Bridge|{}", "utf-8"),
    ("csv", '"title; or title, or, none";title;text', "1,5;Bridge;{}", "cp1252"),
    ("csv", "title;text", "Bridge;{}", "utf-16"),
    ("csv", "sep=;\r\ntitle;text", "Bridge;{}", "utf-8"),
    ("csv", "sep=^\r\n\r\ntitle^text", "Bridge^{}", "utf-16"),
    ("csv", "sep=,\ntitle,text", "Bridge,{}", "utf-8-sig"),
    ("csv", "sep=,text,title", "1,{},Bridge", "utf-8"),
    ("csv", '"sep=,",text,title', "1,{},Bridge", "utf-8"),
    ("csv", '"sep=;\n";text;title', "1;{};Bridge", "utf-8"),
    ("csv", '"sep=;"\r\ntitle;text', "Bridge;{}", "utf-8-sig"),
    ("csv", '"sep=\t"\r\n"title"\t"text"', '"Bridge"\t"{}"', "utf-8"),
    ("csv", "SEP=;\r\ntitle;text", "Bridge;{}", "utf-8"),
    ("tsv", '"Sep=|"\ntitle|text', "Bridge|{}", "utf-16"),
    ("csv", "text", "{}", "utf-8"),
    ("tsv", "title;a\ttext", "Bridge\t{}", "utf-8"),
]


@pytest.mark.parametrize(("kind", "header", "row", "encoding"), DELIMITED)
def test_what_parts_the_fields_of_a_table_is_seen_in_its_header(
    kind: str, header: str, row: str, encoding: str
) -> None:
    files = {f"r.{kind}": f"{header}\r\n{row.format(BODY)}\r\n".encode(encoding)}
    result = clean(files)
    check(result, files)
    assert [row["text"] for row in result.rows] == [BODY]
    assert result.rows[0]["headline"] == ("" if header in ("text", "title;a\ttext") else "Bridge")


@pytest.mark.parametrize("above", ["\n", "\r\n\r\n", "\n\n\n"])
def test_blank_lines_above_a_table(above: str) -> None:
    files = {"r.csv": f"{above}text,title\n{BODY},Bridge\n".encode(), "s.csv": above.encode()}
    result = clean(files)
    check(result, files)
    assert [(row["text"], row["headline"]) for row in result.rows] == [(BODY, "Bridge")]


def test_columns_of_one_name_are_all_kept() -> None:
    files = {"r.csv": f"text,place,text,place,place.1\n{BODY},Elden,Marlow,Lindow,Brava\n".encode()}
    result = clean(files)
    check(result, files)
    places = {"place": "Elden", "text.1": "Marlow", "place.1": "Lindow", "place.1.1": "Brava"}
    assert [(row["text"], row["metadata"]) for row in result.rows] == [(BODY, places)]


NO_JSON = ['"score": nan', '"score": -NaN1', '"score": +Infinity', '"score": NaN,', '"score": 1NaN', '"score": "NaN']


@pytest.mark.parametrize("field", NO_JSON)
def test_what_is_no_json_is_set_aside(field: str) -> None:
    files = {"r.jsonl": f'{{"text": "{BODY}", {field}}}\n'.encode()}
    result = clean(files)
    assert (result.rows, len(result.edits)) == ([], 1)
    check(result, files)


NO_NUMBERS = [
    ('"score": NaN', {"score": None}),
    ('"a": [Infinity, -Infinity,NaN], "b": 1', {"a": [None, None, None], "b": 1}),
    (r'"said": "a \" NaN, \\", "score":NaN', {"said": 'a " NaN, \\', "score": None}),
    ('"big": 12345678901234567890123, "score": -Infinity', {"big": 12345678901234567890123, "score": None}),
    ('"NaN": "Infinity"', {"NaN": "Infinity"}),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("field", "metadata"), NO_NUMBERS)
def test_numbers_that_json_has_not_are_null(field: str, metadata: dict[str, object], encoding: str) -> None:
    files = {"r.jsonl": f'{{"text": "{BODY}", {field}}}\n'.encode(encoding)}
    result = clean(files)
    assert [(row["text"], row["metadata"]) for row in result.rows] == [(BODY, metadata)]
    check(result, files)


FRENCH = "Le conseil a décidé que le marché, fermé depuis l’été, rouvrira « très bientôt », a dit Inès Lefèvre."
JAPANESE = "港湾委員会は、嵐で浸水した古い魚市場を再開すると決めた。費用の表と予定は十分に示された。"
LEGACY = [(FRENCH, "cp1252"), (FRENCH, "mac-roman"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp")]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_json_in_a_legacy_encoding(text: str, encoding: str, told: bool) -> None:
    record = json.dumps({"title": "Bridge", "text": text * 4}, ensure_ascii=False)
    files = {"r.jsonl": f"{record}\n".encode(encoding)}
    result = clean(files, Settings(read=Read(encoding=encoding if told else "")))
    check(result, files)
    assert [row["text"] for row in result.rows] == [text * 4]
    assert result.header["sources"][0]["encoding"] == encoding


DAMAGED = [
    b'{"text": "caf\xe9"}\n',  # one byte tells no encoding
    b'{"text": "Ferry \xff\xfe captain"}\n',
    f'{{"text": "{FRENCH * 4}"}}\n'.encode() + b'{"text": "caf\xe9"}\n',
]


@pytest.mark.parametrize("data", DAMAGED)
def test_json_that_is_damaged_utf8_is_set_aside(data: bytes) -> None:
    files = {"r.jsonl": data}
    result = clean(files)
    check(result, files)
    assert result.header["sources"][0]["encoding"] == "utf-8"
    assert [row["error"].partition(":")[0] for row in result.aside] == ["not utf-8"]


WHY = [
    (b'{"text": "cut off"', "not JSON: unexpected end of data, at character 20"),
    (b'{"text": "a"},', "not JSON: unexpected content after document, at character 14"),
    (b'{"text": "caf\xe9"}', "not utf-8: its byte 14 is 0xe9"),
    (b'["a"]', "not a JSON object, but an array"),
]


@pytest.mark.parametrize(("line", "error"), WHY)
def test_why_a_line_is_no_record(line: bytes, error: str) -> None:
    files = {"r.jsonl": b'{"text": "Ferry."}\n' + line + b"\n"}
    assert [(row["line"], row["error"]) for row in clean(files).aside] == [(2, error)]


FOOTER = "The Courier is printed on recycled paper."
TALES = [
    "The harbour wall will be raised by two metres before spring, the council decided.",
    "Apples are cheap again after a summer of rain, growers told the paper on Friday.",
    "A steam engine of 1911 whistles once more in the railway museum of Ostrow.",
    "Ten patrol boats will be bought for the coast guard, a minister said on Sunday.",
    "A comet last seen nine hundred years ago can be watched until Sunday.",
    "Wine growers opened their cellars to visitors for the first time in a decade.",
]


def lines_of(records: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_a_row_keeps_lines_that_repeat_and_a_new_record_does_not() -> None:
    records: list[dict[str, object]] = [{"title": tale[:9], "text": f"{tale}\n{FOOTER}"} for tale in TALES]
    new = clean({"new.jsonl": lines_of(records)})
    assert [row["text"] for row in new.rows] == TALES
    rows: list[dict[str, object]] = [{**record, "span": {}, "duplicates": []} for record in records]
    files = {"new.jsonl": lines_of(records[:2]), "old.jsonl": lines_of(rows[2:])}
    result = clean(files)
    check(result, files)
    assert [FOOTER in row["text"] for row in result.rows] == [False, False, True, True, True, True]


def test_a_row_loses_the_lines_that_are_named(tmp_path: Path) -> None:
    named = tmp_path / "lines.txt"
    named.write_text(f"*\ttail\t1\t{FOOTER}\n", encoding="utf-8")
    row: dict[str, object] = {"headline": "Wall", "text": f"{TALES[0]}\n{FOOTER}", "span": {}, "duplicates": []}
    source = tmp_path / "old.jsonl"
    source.write_bytes(lines_of([row]))
    [kept], [stripped] = api.run(source), api.run(source, boilerplate=named)
    assert (kept["text"], stripped["text"]) == (row["text"], TALES[0])
