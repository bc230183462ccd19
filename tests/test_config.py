"""Settings from files and the command line, how they are shown, and the schema that editors read."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.config import effective, load
from clean.config.file import SettingsFile, lines_of_keys
from clean.config.merge import Effective, from_file
from clean.config.schema import schema
from clean.config.show import as_json, as_toml
from clean.config.tables import TABLES, keys
from clean.errors import CleanError, InputError, UsageError
from clean.rules import ALWAYS, STAGE_OF, STAGES
from clean.settings import Boilerplate, Dedupe, Read, Settings, Split

pytestmark = pytest.mark.usefixtures("folder")

ROOT = Path(__file__).resolve().parents[1]


def write(text: str, name: str = "clean.toml") -> None:
    """Have a settings file in the working folder."""
    Path(name).write_text(text, encoding="utf-8")


def error(settings_file: str | None = None) -> tuple[type[CleanError], str, str]:
    """What is told of settings that cannot be: the kind of error, the message, the hint."""
    with pytest.raises(CleanError) as raised:
        load(Path(settings_file) if settings_file else None)
    return type(raised.value), str(raised.value), raised.value.hint


# ------------------------------------------------------------------ what cannot be, each with its whole message

WRONG = [
    # keys and tables that are none
    ("[read]\nblok = 3", "unknown setting: clean.toml:2: read.blok", "did you mean read.block?"),
    ("[raed]\nblock = 3", "unknown setting: clean.toml:1: raed", "did you mean read?"),
    ("[rules]\non = []", "unknown setting: clean.toml:2: rules.on", "did you mean rules.off?"),
    ("near = 0.6", "unknown setting: clean.toml:1: near", "did you mean dedupe.near?"),
    ("[split]\n\nnear = 0.6", "unknown setting: clean.toml:3: split.near", "did you mean dedupe.near?"),
    ("skip = []", "unknown setting: clean.toml:1: skip", "did you mean run.skip?"),
    ("[dedupe]\noff = []", "unknown setting: clean.toml:2: dedupe.off", "did you mean rules.off?"),
    ("dedupe.bnads = 3", "unknown setting: clean.toml:1: dedupe.bnads", "did you mean dedupe.bands?"),
    # values that cannot be
    ("rules = 3", "wrong setting: clean.toml:1: rules: it must be a table", ""),
    ("[rules]\n[[read]]", "wrong setting: clean.toml:2: read: it must be a table", ""),
    ("[rules]\noff = 'mojibake'", "wrong setting: clean.toml:2: rules.off: it must be a list", ""),
    ("[rules]\noff = [3]", "wrong setting: clean.toml:2: rules.off.0: it must be a string", ""),
    ('[read]\nblock = "many"', "wrong setting: clean.toml:2: read.block: it must be an integer", ""),
    ('[read]\nblock = "12"', "wrong setting: clean.toml:2: read.block: it must be an integer", ""),
    ("[read]\nblock = true", "wrong setting: clean.toml:2: read.block: it must be an integer", ""),
    ("[read]\nblock = 0", "wrong setting: clean.toml:2: read.block: it must be greater than or equal to 1", ""),
    ("[dedupe]\nnear = 0.0", "wrong setting: clean.toml:2: dedupe.near: it must be greater than 0", ""),
    ("[dedupe]\nnear = 1.1", "wrong setting: clean.toml:2: dedupe.near: it must be less than or equal to 1", ""),
    ("[dedupe]\nnear = nan", "wrong setting: clean.toml:2: dedupe.near: it must be less than or equal to 1", ""),
    (
        '[normalize]\nquotes = "curly"',
        "wrong setting: clean.toml:2: normalize.quotes: it must be 'keep' or 'straight'",
        "",
    ),
    (
        '[split]\nmode = "headline"',
        "wrong setting: clean.toml:2: split.mode: it must be 'headlines', 'topic' or 'lines'",
        "",
    ),
    ("[split]\nlayouts = 3", "wrong setting: clean.toml:2: split.layouts: it must be a table", ""),
    # names that say nothing
    ("[rules]\noff = ['mojibak']", "unknown rule: clean.toml:2: rules.off: mojibak", "did you mean mojibake?"),
    ("[run]\nskip = ['dedup']", "unknown stage: clean.toml:2: run.skip: dedup", "did you mean dedupe?"),
    (
        "[rules]\noff = [\n'binary']",
        "rule binary cannot be turned off: clean.toml:2: rules.off: it tells of what was read",
        "",
    ),
    ("[split]\nlayout = 'proqest'", "unknown layout: clean.toml:2: split.layout: proqest", "did you mean proquest?"),
    (
        "[read]\nencoding = 'klingon'",
        "wrong setting: clean.toml:2: read.encoding: no such encoding: klingon",
        "names like utf-8, cp1252, koi8-r, shift_jis",
    ),
    (
        "[split.layouts.mine]\nfurniture = 'x'",
        "wrong setting: clean.toml:1: split.layouts.mine: layout mine: it has neither start, end nor anchor",
        "how do its documents begin?",
    ),
    # what is not TOML
    ("x =", "settings are not TOML: clean.toml: Invalid value (at end of document)", ""),
    ("\nx = ?", "settings are not TOML: clean.toml:2: Invalid value", ""),
]


@pytest.mark.parametrize(("text", "message", "hint"), WRONG, ids=[case[0] for case in WRONG])
def test_what_cannot_be(text: str, message: str, hint: str) -> None:
    write(text)
    assert error() == (UsageError, message, hint)


def test_what_cannot_be_in_a_project_file() -> None:
    write(
        '[project]\nname = "news"\n\n[tool.newsclean.dedupe]\nkeep = [\n  "near",\n  "similar",\n]\n', "pyproject.toml"
    )
    relations = "'exact', 'reprint', 'update', 'template', 'near', 'contained' or 'compilation'"
    assert error() == (UsageError, f"wrong setting: pyproject.toml:5: dedupe.keep.1: it must be {relations}", "")
    write("\n[tool]\nnewsclean = 3\n", "pyproject.toml")
    assert error() == (UsageError, "wrong setting: pyproject.toml:3: tool.newsclean: it must be a table", "")


def test_a_mark_of_windows_editors_is_no_part_of_the_file() -> None:
    Path("clean.toml").write_bytes(b"\xef\xbb\xbf[dedupe]\r\nnear = 0.6\r\nneer = 1\r\n")
    assert error() == (UsageError, "unknown setting: clean.toml:3: dedupe.neer", "did you mean dedupe.near?")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    Path("clean.toml").write_bytes(b"[read]\nencoding = 'caf\xe9'\n")
    assert error() == (UsageError, "settings are not TOML: clean.toml:2: not in UTF-8", "")
    assert error("nope.toml") == (InputError, "cannot read settings: nope.toml: No such file or directory", "")
    assert error(str(tmp_path)) == (InputError, "cannot read settings: .: Is a directory", "")


@pytest.mark.parametrize("kind", list(TABLES.values()))
def test_values_out_of_bounds_are_refused_in_python_too(kind: Any) -> None:
    for each in dataclasses.fields(kind):
        for bound, off in (("ge", -1), ("gt", 0), ("le", 1)):
            if bound in each.metadata:
                with pytest.raises(ValueError, match=f"{each.name} must be (at least|above|at most) "):
                    kind(**{each.name: each.metadata[bound] + off})


# ------------------------------------------------------------------ which value counts, and where it comes from


def test_defaults_a_file_and_the_command_line() -> None:
    write('[dedupe]\nnear = 0.6\n\n[rules]\noff = ["mojibake"]\n[read]\nencoding = "cp1252"\n')
    found = effective(None, skip=["split"], off=["blank-lines", "mojibake"], encoding="koi8-r", layout="none")
    origins = {
        f"{table}.{key}": (each.value, each.origin)
        for table, values in found.tables.items()
        for key, each in values.items()
        if each.origin != "default"
    }
    assert origins == {
        "run.skip": (("split",), "--skip"),
        "rules.off": (("mojibake", "blank-lines"), "clean.toml:5, --off"),
        "read.encoding": ("koi8-r", "--encoding"),
        "split.layout": ("none", "--layout"),
        "dedupe.near": (0.6, "clean.toml:2"),
    }
    settings = found.settings()
    assert settings.skip == {"split"}
    assert settings.normalize.off == {"mojibake"}
    assert settings.boilerplate.off == {"blank-lines"}
    assert settings == dataclasses.replace(
        Settings(),
        skip=frozenset({"split"}),
        read=Read(encoding="koi8-r"),
        normalize=dataclasses.replace(Settings().normalize, off=frozenset({"mojibake"})),
        boilerplate=Boilerplate(off=frozenset({"blank-lines"})),
        split=Split(layout="none"),
        dedupe=Dedupe(near=0.6),
    )


def test_without_a_file_all_is_as_in_the_code() -> None:
    assert load(None) == Settings()


def test_the_nearest_file_upward_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("[tool.newsclean.dedupe]\nnear = 0.6\n", "pyproject.toml")
    Path("a/b").mkdir(parents=True)
    monkeypatch.chdir("a/b")
    assert effective(None).tables["dedupe"]["near"] == (0.6, f"{tmp_path}/pyproject.toml:2")
    write("[tool.other]\n", "pyproject.toml")  # not ours
    assert effective(None).tables["dedupe"]["near"] == (0.6, f"{tmp_path}/pyproject.toml:2")
    write("[dedupe]\nnear = 0.7\n", "../clean.toml")
    assert effective(None).tables["dedupe"]["near"] == (0.7, f"{tmp_path}/a/clean.toml:2")
    assert effective(Path("../../pyproject.toml")).tables["dedupe"]["near"] == (0.6, "../../pyproject.toml:2")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", {}),
        ("# a = 1\n\nb = 2", {("b",): 3}),
        ("[a]\nb = 1\n[a.c]\nd = 2", {("a",): 1, ("a", "b"): 2, ("a", "c"): 3, ("a", "c", "d"): 4}),
        ("a.b = 1\n", {("a",): 1, ("a", "b"): 1}),
        ("[a]\nb = { c = 1 }", {("a",): 1, ("a", "b"): 2, ("a", "b", "c"): 2}),
        ("a = [\n  1,\n\n  2, # ]\n]\nb = 1", {("a",): 1, ("b",): 6}),
        ('a = """\n[b]\nc = 1\n"""\nd = 1', {("a",): 1, ("d",): 5}),
        ('a = ["[", \'{\', "\\"["] # [\nb = 1', {("a",): 1, ("b",): 2}),
        ('a = """\n"["""""\nb = """"""\nc = 1', {("a",): 1, ("b",): 3, ("c",): 4}),
        ("a = '''\n'[\\'''''\nb = '#'\nc = 1", {("a",): 1, ("b",): 3, ("c",): 4}),
        ('"a b" = 1\r\n["c.d"]\r\ne = 1\r\n', {("a b",): 1, ("c.d",): 2, ("c.d", "e"): 3}),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", {("a",): 1, ("a", "b"): 2}),
        ("  [a] # [b]\n  [a.b]", {("a",): 1, ("a", "b"): 2}),
    ],
)
def test_the_line_of_each_key(text: str, lines: dict[tuple[str, ...], int]) -> None:
    assert lines_of_keys(text) == lines


# ------------------------------------------------------------------ how they are shown


WORDS = st.text(max_size=8)
SOME = st.fixed_dictionaries(
    {},
    optional={
        "read": st.fixed_dictionaries({"block": st.integers(1, 1 << 40)}),
        "fields": st.fixed_dictionaries({"text": WORDS, "headline": st.lists(WORDS, max_size=3)}),
        "normalize": st.fixed_dictionaries({"quotes": st.sampled_from(["keep", "straight"])}),
        "dedupe": st.fixed_dictionaries({"near": st.floats(0, 1, exclude_min=True), "sources": st.lists(WORDS)}),
        "rules": st.fixed_dictionaries({"off": st.lists(st.sampled_from(sorted(STAGE_OF.keys() - ALWAYS)))}),
        "run": st.fixed_dictionaries({"skip": st.lists(st.sampled_from(STAGES))}),
        "split": st.fixed_dictionaries(
            {"layouts": st.dictionaries(WORDS, st.fixed_dictionaries({"start": st.just("=+"), "alone": st.booleans()}))}
        ),
    },
)


@given(tables=SOME)
def test_what_is_shown_says_the_same_when_it_is_saved(tables: dict[str, Any]) -> None:
    before = Effective(from_file(SettingsFile(Path("clean.toml"), tables)))
    text = as_toml(before)
    saved = SettingsFile(Path("clean.toml"), tomllib.loads(text), text)
    assert Effective(from_file(saved)).settings() == before.settings()
    shown = json.loads(as_json(before))
    assert {name: {key: shown[name][key]["value"] for key in table} for name, table in tables.items()} == tables


def test_each_key_is_shown_with_its_meaning_and_its_origin() -> None:
    write("[dedupe]\nbands = 25 # five rows\n")
    text = as_toml(effective(None, skip=["split"]))
    assert '\n[run]\n# Stages left out: normalize, boilerplate, split, dedupe.\nskip = ["split"]  # --skip\n' in text
    assert "\n# Bands of a signature of 128 values: more find more candidates.\nbands = 25  # clean.toml:2\n" in text
    assert text.count("  # default\n") == sum(len(keys(name)) for name in TABLES) - 2


def test_every_knob_says_what_it_means() -> None:
    for name, kind in TABLES.items():
        for each in dataclasses.fields(kind):
            told = each.metadata.get("description", "")
            assert each.name == "off" or (told[:1].isupper() and told.endswith(".")), f"{name}.{each.name}"


# ------------------------------------------------------------------ the schema


def test_the_schema_in_the_docs_is_the_one_that_the_program_makes() -> None:
    assert (ROOT / "docs" / "clean.schema.json").read_text(encoding="utf-8") == schema(), (
        "make it anew: clean config --schema > docs/clean.schema.json"
    )


ALLOWED = fastjsonschema.compile(json.loads(schema()))


def test_the_schema_allows_the_defaults_and_tells_them() -> None:
    ALLOWED(tomllib.loads(as_toml(effective(None))))
    for name, table in json.loads(schema())["properties"].items():
        for key, told in table["properties"].items():
            assert told["description"], f"{name}.{key}"
            assert told.get("default", {}) == json.loads(as_json(effective(None)))[name][key]["default"]


BEYOND = {"clean.toml:2: split.layout:", "clean.toml:2: read.encoding:", "clean.toml:1: split.layouts.mine:", "nan"}
"""What no schema can say: names that the program knows and the file tells, and nan, which JSON has not."""


@pytest.mark.parametrize(("text", "message", "hint"), WRONG, ids=[case[0] for case in WRONG])
def test_the_schema_refuses_what_the_program_refuses(text: str, message: str, hint: str) -> None:
    del hint
    if "not TOML" in message or any(each in message or each in text for each in BEYOND):
        return
    with pytest.raises(fastjsonschema.JsonSchemaException):
        ALLOWED(tomllib.loads(text))


@given(tables=SOME)
def test_the_schema_allows_what_the_program_allows(tables: dict[str, Any]) -> None:
    ALLOWED(tables)
