"""`clean check`: findings and their places, what is mended and what is not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

import pytest

from clean.check import Finding, Options, Outcome, check
from clean.errors import DataError, InputError, UsageError

pytestmark = pytest.mark.usefixtures("folder")

HEAD = "Ferry captain asks council for a bridge after winter storm\n"
BODY = (
    "DUNMERE: The ferry captain told the council that the storm had closed the harbour for a week.\n"
    "The council will vote on a new bridge in spring, and the mayor has money for it.\n"
)
OTHER = (
    "Port Elden votes to reopen flooded fish market in June\n"
    "PORT ELDEN: The harbour board voted on Monday to reopen the old fish market, which the flood had closed.\n"
    "Traders said that rents must stay as they were, or the fishermen would sell from their boats.\n"
)


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"


def run(files: Mapping[str, bytes | str], **options: object) -> Outcome:
    """Check files, which are written first."""
    for name, data in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    with patch("os.fsync"):
        return check(list(files), Options(**options))  # type: ignore[arg-type]  # the caller names them


def places(outcome: Outcome) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.rule) for one in outcome.findings]


def row(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


NOTHING = {
    "an empty file": "",
    "a story": HEAD + BODY,
    "two stories": HEAD + BODY + OTHER,
    "two stories, a blank line between the paragraphs": (HEAD + BODY + OTHER).replace("\n", "\n\n")[:-1],
    "CRLF throughout": (HEAD + BODY).replace("\n", "\r\n"),
    "curly quotes, dashes, accents": HEAD + BODY + "“The café’s owner — he is 70 — said ‘no’,” she added.\n",
    "a byline and a date": HEAD + "By Ines Okoro\n5 May 2024\n" + BODY,
    "highlights": HEAD + "- A bridge may come in spring\n- The harbour is closed\n" + BODY,
    "a separator": HEAD + BODY + "* * *\n" + OTHER,
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_found_in(text: str) -> None:
    outcome = run({"a.txt": text})
    assert outcome.findings == []
    assert outcome.exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        row(text=BODY, title=HEAD.strip()),
        row(text=BODY.strip(), headline=HEAD.strip(), extra="  spaces  "),
        row(text=HEAD + BODY) + row(text=OTHER),
        row(text="", headline="", id=5),
    ],
)
def test_nothing_is_found_in_records(text: str) -> None:
    assert run({"a.jsonl": text}).findings == []


FOUND = [
    (HEAD + HEAD + BODY, [(2, HEAD, "duplicate-headline")]),
    (HEAD + BODY.replace("captain told", "captainâ€™s man told"), [(2, "â€™", "mojibake")]),
    (HEAD + BODY.replace("ferry", "Café fer\u00adry"), [(2, "\u00ad", "soft-hyphen")]),
    (HEAD + BODY.replace("for a week", "for a  week"), [(2, "  week", "extra-spaces")]),
    (HEAD + BODY[:-1] + " \n", [(3, " \n", "trailing-spaces")]),
    ("  " + HEAD + BODY, [(1, "  F", "indentation")]),
    ("\n" + HEAD + BODY, [(1, "\n", "blank-lines")]),
    (HEAD + "\n\n \n" + BODY, [(3, "\n", "blank-lines"), (4, " \n", "indentation")]),
    (HEAD + BODY + "\n\n", [(4, "\n", "trailing-blank-lines")]),
    ("\n", [(1, "\n", "trailing-blank-lines")]),
    (HEAD + BODY[:-1], [(3, "", "final-newline")]),
    (HEAD.replace("\n", "\r\n") + BODY, [(1, "\r\n", "line-ending")]),
    (HEAD + BODY + "Follow us on Facebook\n", [(4, "Follow", "follow-us")]),
    (
        HEAD + BODY + "&copy; 2024 The Dunmere Herald. All rights reserved.\n",
        [(4, "&", "copyright-line"), (4, "&", "html-entity")],
    ),
    ("\ufeff" + HEAD + BODY, [(1, "\ufeff", "byte-order-mark")]),
    (HEAD + HEAD.upper() + BODY, [(2, "FERRY", "duplicate-headline")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[int, str, str]]) -> None:
    outcome = run({"a.txt": text})
    assert places(outcome) == [(line, column(text, line, what), rule) for line, what, rule in expected]
    assert outcome.exit_code == 1


def column(text: str, line: int, what: str) -> int:
    """The column at which something stands in a line, at whose end nothing stands."""
    shown = re.split(r"(?<=\n)", text)[line - 1]
    return shown.index(what) + 1 if what else len(shown) + 1


CODED = [
    (
        HEAD.encode() + BODY.encode().replace(b"week", b"w\xeaek") + "Жизнь\nи мир\n".encode() * 3,
        [(2, 1, "line-encoding")],
    ),
    ((HEAD + BODY + "Le maire a dit que l’été était là, déjà passé.\n").encode("cp1252"), [(1, 1, "encoding")]),
    ((HEAD + BODY + "a  b\n").encode("utf-16"), [(1, 1, "encoding"), (4, 2, "extra-spaces")]),
    (PNG, [(1, 1, "binary")]),
]


@pytest.mark.parametrize(("data", "expected"), CODED)
def test_found_in_bytes(data: bytes, expected: list[tuple[int, int, str]]) -> None:
    assert places(run({"a.txt": data})) == expected


IN_RECORDS = [
    ("a.jsonl", row(id=1, text=BODY.replace("ferry", "fer\u00adry")), [(1, "\u00ad", "soft-hyphen")]),
    (
        "a.jsonl",
        '{"text": "caf\\u00c3\\u00a9 \\"x\\" a  b"}\n',
        [(1, "\\u00c3", "mojibake"), (1, "  b", "extra-spaces")],
    ),
    ("a.jsonl", row(text="x") + row(title="CafÃ© closes", text=BODY), [(2, "Ã©", "mojibake")]),
    ("a.jsonl", row(title=HEAD[:-1], text=BODY + HEAD.upper()), [(1, "FERRY", "duplicate-headline")]),
    ("a.jsonl", row(text=BODY + "\n\n"), [(1, '\\n\\n"', "trailing-blank-lines")]),
    ("a.jsonl", "{]\n" + row(title="no text"), [(1, "{", "set-aside"), (2, "{", "set-aside")]),
    ("a.csv", 'id,text\n1,"said ""no""  twice"\n', [(2, "  twice", "extra-spaces")]),
    ("a.csv", 'id,text\na\\,b,"said \\"no\\", she  did"\n', [(2, "  did", "extra-spaces")]),
    (
        "a.csv",
        'id,text\n1,"One line.\nAnother  line."\n2,x\n3\n',
        [(3, "  line", "extra-spaces"), (5, "3", "set-aside")],
    ),
    ("a.tsv", "id\ttext\n1\tone  two\n", [(2, "  two", "extra-spaces")]),
    ("a.tsv", 'id\ttext\n1\t"No," he  said\n', [(2, "  said", "extra-spaces")]),
]


@pytest.mark.parametrize(("name", "text", "expected"), IN_RECORDS)
def test_found_in_records(name: str, text: str, expected: list[tuple[int, str, str]]) -> None:
    assert places(run({name: text})) == [(line, column(text, line, what), rule) for line, what, rule in expected]


def test_near_duplicates_are_found_among_the_files() -> None:
    longer = OTHER + "The market had stood under water for three months after the dike broke in the north.\n"
    outcome = run({"b.txt": OTHER, "a.txt": HEAD + BODY, "sub/c.txt": longer})
    assert [(one.path, one.rule) for one in outcome.findings] == [("b.txt", "near-duplicate")]
    assert "sub/c.txt:1" in outcome.findings[0].message


# ------------------------------------------------------------------ which rules


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        ([], [], ["duplicate-headline", "trailing-spaces"]),
        (["trailing-spaces"], [], ["trailing-spaces"]),
        (["split"], [], ["headline", "duplicate-headline", "dateline"]),
        (["split", "normalize"], ["headline", "dateline"], ["duplicate-headline", "trailing-spaces"]),
        ([], ["normalize", "split"], []),
    ],
)
def test_rules_are_selected_and_ignored(select: list[str], ignore: list[str], rules: list[str]) -> None:
    outcome = run({"a.txt": HEAD + HEAD + BODY[:-1] + " \n"}, select=tuple(select), ignore=tuple(ignore))
    assert [one.rule for one in outcome.findings] == rules


@pytest.mark.parametrize("options", [{"select": ("mojibak",)}, {"ignore": ("mojibak",)}])
def test_an_unknown_rule_is_told_with_the_nearest(options: dict[str, tuple[str]]) -> None:
    with pytest.raises(UsageError, match="unknown rule: mojibak") as raised:
        run({"a.txt": ""}, **options)
    assert raised.value.hint == "did you mean mojibake?"


def test_each_folder_has_its_settings() -> None:
    Path("loose").mkdir()
    Path("loose/clean.toml").write_text('[rules]\noff = ["trailing-spaces"]\n', encoding="utf-8")
    text = HEAD + BODY[:-1] + " \n"
    outcome = run({"loose/deep/a.txt": text, "strict/a.txt": text}, ignore=("dedupe",))
    assert [one.path for one in outcome.findings] == ["strict/a.txt"]
    Path("all.toml").write_text('skip = []\n[rules]\noff = ["trailing-spaces"]\n'[10:], encoding="utf-8")
    assert run({"strict/a.txt": text}, config=Path("all.toml")).findings == []


def test_a_file_in_the_encoding_that_the_settings_tell_is_no_finding() -> None:
    Path("clean.toml").write_text('[read]\nencoding = "cp1252"\n', encoding="utf-8")
    data = (HEAD + BODY + "Le maire l’a dit déjà.\n").encode("cp1252")
    assert run({"a.txt": data}, fix=True).exit_code == 0
    assert Path("a.txt").read_bytes() == data


# ------------------------------------------------------------------ mending

FRENCH = "Le maire l’a dit déjà, à l’été.\n"

MENDED = [
    ("a.txt", HEAD + HEAD + BODY, HEAD + BODY),
    ("a.txt", BODY + HEAD + HEAD, BODY + HEAD),
    ("a.txt", "\n\n" + HEAD + "\n\n\n" + BODY + "\n\n", HEAD + "\n" + BODY),
    ("a.txt", (HEAD + BODY)[:-1].replace("storm had", "stormâ€™s  surge\u200b had"), None),
    ("a.txt", "\ufeff" + HEAD.replace("\n", "\r\n") + BODY, HEAD + BODY),
    ("a.txt", (HEAD + BODY + FRENCH).encode("cp1252"), HEAD + BODY + FRENCH),
    ("a.txt", (HEAD + BODY).encode("utf-16"), HEAD + BODY),
    ("a.txt", FRENCH.encode() * 9 + FRENCH.encode("cp1252") + BODY.encode(), FRENCH * 10 + BODY),
    ("a.jsonl", row(id=1.0, text=BODY.replace("\n", " \n"), z="  "), row(id=1.0, text=BODY, z="  ")),
    ("a.jsonl", '{"text" :"caf\\u00c3\\u00a9 \\/ a  b" , "n":1E5}\n', '{"text" :"caf\\u00e9 / a b" , "n":1E5}\n'),
    ("a.jsonl", row(title="  CafÃ© closes", text="CAFÉ CLOSES\n" + BODY), row(title="Café closes", text=BODY)),
    ("a.jsonl", row(text="a  b\n" + FRENCH * 4).encode("cp1252"), row(text="a b\n" + FRENCH * 4)),
    ("a.csv", 'id,text\r\n1, one\r\n2,"a ""b""  c"\r\n', 'id,text\r\n1,one\r\n2,"a ""b"" c"\r\n'),
    ("a.csv", "id,text\n1,a&#44; b\n", 'id,text\n1,"a, b"\n'),
    ("a.csv", "id,text\n1,a &quot;b&quot;\n", 'id,text\n1,"a ""b"""\n'),
    ("a.tsv", 'id\ttext\n1\t"No," he  said\n', 'id\ttext\n1\t"No," he said\n'),
    ("a.csv", 'id,text\n1,"\\"no\\",  \\\\n"\n2,&quot;b\n', 'id,text\n1,"\\"no\\", \\\\n"\n2,"\\"b"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after"), MENDED)
def test_mended(name: str, before: str | bytes, after: str | None) -> None:
    outcome = run({name: before}, fix=True)
    expected = after or (HEAD + BODY).replace("storm had", "storm’s surge had")
    assert Path(name).read_bytes().decode("utf-8") == expected
    assert outcome.findings == []
    assert outcome.exit_code == 1
    assert outcome.mended
    again = check([name], Options(fix=True))
    assert (again.exit_code, again.mended) == (0, [])


KEPT = [
    ("a.txt", HEAD + BODY + "Follow us on Facebook\n", ["follow-us"]),
    ("a.txt", HEAD + BODY + OTHER + HEAD + BODY, ["contained"]),
    ("a.txt", HEAD + BODY + HEAD, ["duplicate-headline"]),
    ("a.jsonl", row(text=BODY) * 2, ["exact-duplicate"]),
    ("a.jsonl", row(title=HEAD[:-1], text=BODY + HEAD), ["duplicate-headline"]),
    ("a.txt", HEAD.encode() + BODY.encode() + "Жизнь ".encode() * 5 + b"\xd0\n", ["undecodable"]),
    ("a.jsonl", "{]\n", ["set-aside"]),
    ("a.csv", "id,text\n1\n", ["set-aside"]),
    ("a.txt", PNG, ["binary"]),
]


@pytest.mark.parametrize(("name", "data", "rules"), KEPT)
def test_not_mended(name: str, data: str | bytes, rules: list[str]) -> None:
    outcome = run({name: data}, fix=True)
    assert [one.rule for one in outcome.findings] == rules
    assert outcome.mended == []
    assert Path(name).read_bytes() == (data if isinstance(data, bytes) else data.encode("utf-8"))


def test_what_is_not_selected_is_not_mended() -> None:
    outcome = run({"a.txt": HEAD + HEAD + BODY[:-1] + "  \n"}, fix=True, select=("trailing-spaces",))
    assert Path("a.txt").read_text(encoding="utf-8") == HEAD + HEAD + BODY
    assert outcome.mended == [("a.txt", {"trailing-spaces": 1})]


def test_a_compressed_file_is_checked_and_left_as_it_is() -> None:
    import gzip

    data = gzip.compress((HEAD + HEAD + BODY).encode())
    assert places(run({"a.txt.gz": data}, fix=True)) == [(2, 1, "duplicate-headline")]
    assert Path("a.txt.gz").read_bytes() == data


def test_a_link_stays_a_link_and_the_mode_stays() -> None:
    Path("real.txt").write_text(HEAD + HEAD + BODY, encoding="utf-8")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    assert check(["link.txt", "real.txt"], Options(fix=True)).mended == [("link.txt", {"duplicate-headline": 1})]
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == HEAD + BODY
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


def test_nothing_is_changed_without_fix(folder: Path) -> None:
    run({"a.txt": HEAD + HEAD + BODY + "\n\n", "b.jsonl": row(text="a  b")})
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.jsonl"]
    assert Path("a.txt").read_text(encoding="utf-8") == HEAD + HEAD + BODY + "\n\n"


# ------------------------------------------------------------------ baseline


def test_old_findings_are_not_told_again() -> None:
    path = Path("old.jsonl")
    before = HEAD + HEAD + BODY[:-1] + " \n"
    assert run({"sub/a.txt": before}, baseline=path, write_baseline=True).exit_code == 0
    assert run({"sub/a.txt": before}, baseline=path).findings == []
    moved = OTHER.replace("boats.", "boats. ") + before + "\n\n"
    outcome = run({"sub/a.txt": moved}, baseline=path)
    assert [one.rule for one in outcome.findings] == ["trailing-spaces", "trailing-blank-lines"]
    assert check(["./sub/a.txt"], Options(baseline=path)).findings == [
        Finding(f"{one.path}", *one[1:]) for one in outcome.findings
    ]


def test_of_a_finding_that_comes_more_often_than_it_did_the_rest_is_told() -> None:
    path = Path("old.jsonl")
    line = "The mayor said so. \n"
    run({"a.txt": HEAD + BODY + line}, baseline=path, write_baseline=True)
    assert places(run({"a.txt": HEAD + BODY + line + line}, baseline=path)) == [(5, 19, "trailing-spaces")]


@pytest.mark.parametrize("name", ["plain.txt", "line\nbreak.txt", "separators\u2028\x85.txt", "bad\udcff.txt"])
def test_a_baseline_knows_files_of_any_name(name: str) -> None:
    text, path = HEAD + BODY + "Closing line. \n", Path("old.jsonl")
    run({name: text}, baseline=path, write_baseline=True)
    assert path.read_bytes().count(b"\n") == 1
    assert run({name: text}, baseline=path).findings == []


def test_a_baseline_that_is_none() -> None:
    with pytest.raises(InputError, match="nope"):
        run({"a.txt": ""}, baseline=Path("nope"))
    with pytest.raises(DataError, match="not a baseline"):
        run({"a.txt": HEAD}, baseline=Path("a.txt"))
    with pytest.raises(UsageError, match="no file to write"):
        run({"a.txt": HEAD}, write_baseline=True)


# ------------------------------------------------------------------ arguments


def test_names_that_look_like_something_else() -> None:
    names = ["-o", "--fix", "-", "with space.txt", "ünï.txt", "[a]*.txt", "line\nbreak.txt"]
    outcome = run(dict.fromkeys(names, "a \n"), ignore=("dedupe",))
    assert [one.path for one in outcome.findings] == sorted(names)
    outcome = run({"stdin": "a \n"}, ignore=("dedupe",))
    assert [one.path for one in outcome.findings] == ["./stdin"]


def test_a_folder_stands_for_the_files_in_it() -> None:
    run({"d/a.txt": "a \n", "d/e/b.jsonl": row(text="a "), "d/x.png": "a "})
    assert [one.path for one in check(["d", "d/a.txt"], Options(ignore=("dedupe",))).findings] == [
        "d/a.txt",
        "d/e/b.jsonl",
    ]


def test_files_of_one_name_in_two_folders_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    names = [str(other / place / "a.txt") for place in ("x", "y")]
    assert [one.path for one in run(dict.fromkeys(names, "a \n"), ignore=("dedupe",)).findings] == names


def test_the_number_of_processes_changes_nothing() -> None:
    lines = [f"The council met {n} times in spring, and the mayor said  nothing of it.\n" for n in range(400)]
    files = {f"{n:03}.txt": HEAD + "".join(lines[n:] + lines[:n]) for n in range(80)}
    one, two = run(files, jobs=1), run(files, jobs=2)
    assert sum(len(text) for text in files.values()) > 2_000_000
    assert one.findings == two.findings
    assert len({finding.path for finding in one.findings}) == 80
