"""What `clean check` prints, and what it loads."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from clean.check import Finding, Outcome
from clean.check.formats import known_format
from clean.errors import UsageError
from tests.command import clean
from tests.test_imports import HELP, loaded

ODD = Finding("a b,c:\n%.txt", 3, 5, "mojibake", '"\x1b[1m%" should be "x"', 3, "00")
LONG = Finding("ünï.txt", 7, 2, "page-furniture", "2 lines", 8, "01")
OUTCOME = Outcome(2, [ODD, LONG], [("ünï.txt", Counter({"mojibake": 2}))])


def test_text_is_a_line_each_that_steers_no_terminal() -> None:
    assert known_format("text")(OUTCOME) == (
        'a b,c:\\n%.txt:3:5: mojibake "\\x1b[1m%" should be "x"\nünï.txt:7:2: page-furniture 2 lines\n'
    )


def test_github_gets_its_escapes() -> None:
    assert known_format("github")(OUTCOME) == (
        "::error file=a b%2Cc%3A%0A%25.txt,line=3,endLine=3,col=5,title=mojibake"
        '::mojibake "\\x1b[1m%25" should be "x"\n'
        "::error file=ünï.txt,line=7,endLine=8,col=2,title=page-furniture::page-furniture 2 lines\n"
    )


def test_json_holds_findings_and_what_was_mended() -> None:
    told = json.loads(known_format("json")(OUTCOME))
    assert told["files"] == 2
    assert told["findings"][0]["path"] == ODD.path
    assert told["findings"][1] == {
        "path": "ünï.txt",
        "line": 7,
        "column": 2,
        "end_line": 8,
        "rule": "page-furniture",
        "stage": "boilerplate",
        "message": "2 lines",
    }
    assert told["mended"] == {"ünï.txt": {"mojibake": 2}}


def test_sarif_names_rules_and_places() -> None:
    (run,) = json.loads(known_format("sarif")(OUTCOME))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["mojibake", "page-furniture"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == ["a%20b%2Cc%3A%0A%25.txt", "%C3%BCn%C3%AF.txt"]
    assert places[0]["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3}


def test_an_unknown_format_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="unknown format: sarf") as raised:
        known_format("sarf")(OUTCOME)
    assert raised.value.hint == "did you mean sarif?"


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-o").write_text("Nothing is wrong with this line.\n", encoding="utf-8")
    assert clean("check", "--", "-o") == (0, "", "")
    Path("-o").write_text("A blank is too many. \n", encoding="utf-8")
    found = "-o:1:21: trailing-spaces blanks at the end of the line\n"
    assert clean("check", "--", "-o") == (1, found, "1 finding in 1 of 1 file\n")
    assert clean("check", "--fix", "-q", "--", "-o") == (1, "", "")
    assert clean("check", "--fix", "--", "-o") == (0, "", "")
    ended = clean("check", "nope.txt")
    assert (ended.code, ended.err) == (66, "clean: error: cannot read: nope.txt: No such file or directory\n")


def test_a_small_file_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council will vote on a new bridge in spring.\n", encoding="utf-8")
    assert loaded(tmp_path, "check", "a.txt") <= HELP | {"orjson", "backports", "numpy"}
