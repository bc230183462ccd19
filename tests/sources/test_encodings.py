"""Which encoding a source is in."""

from __future__ import annotations

import csv
import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.errors import UsageError
from clean.sources.binary import binary_kind
from clean.sources.detector import detect_legacy
from clean.sources.encodings import SAMPLE, Encoding, canonical, detect, mostly_utf8, whole_lines
from clean.sources.lines import main_line_ending, read_lines

FRENCH = "Le conseil a voté le budget de l’année prochaine après un débat très animé.\n"
RUSSIAN = "Городской совет утвердил бюджет на следующий год.\n"


def load_matrix(root: Path) -> ModuleType:
    """The module eval/encodings.py, which is on no path."""
    spec = importlib.util.spec_from_file_location("encoding_matrix", root / "eval" / "encodings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def decoded(data: bytes) -> str:
    encoding = detect(data)
    ending = main_line_ending(data, encoding)
    document = read_lines(data[len(encoding.bom) :], encoding, ending)
    return "".join(text + document.endings.get(i, ending).decode() for i, text in enumerate(document.lines))


@pytest.mark.parametrize(
    ("sample", "name", "bom"),
    [
        (b"", "utf-8", b""),
        (b"plain", "utf-8", b""),
        (b"\xef\xbb\xbf", "utf-8", b"\xef\xbb\xbf"),
        (b"\xef\xbb\xbfcaf\xe9", "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfea\0", "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff\0a", "utf-16-be", b"\xfe\xff"),
        (b"\xff\xfe\0\0a\0\0\0", "utf-32-le", b"\xff\xfe\0\0"),
        (b"\0\0\xfe\xff\0\0\0a", "utf-32-be", b"\0\0\xfe\xff"),
        ("Storm\n".encode("utf-16-le"), "utf-16-le", b""),
        ("Storm\n".encode("utf-16-be"), "utf-16-be", b""),
        ("Storm\n".encode("utf-32-le"), "utf-32-le", b""),
        ("Storm\n".encode("utf-32-be"), "utf-32-be", b""),
        (RUSSIAN.encode("utf-16-le"), "utf-16-le", b""),
        ("市议会通过了明年的预算案。\n".encode("utf-16-be") * 3, "utf-16-be", b""),
        (FRENCH.encode() * 3, "utf-8", b""),
        (b"One zero by\0e.\n", "utf-8", b""),
        (RUSSIAN.encode() + b"\0", "utf-8", b""),
        ("می‌گوید که نمی‌خواهد بازگردد، ولی می‌آید.\n".encode("utf-16-le"), "utf-16-le", b""),
        ("市議会は　予算案を　可決した。\n".encode("utf-16-be") * 2, "utf-16-be", b""),
        ("नगर परिषद ने बजट पारित किया।\n".encode("utf-16-le"), "utf-16-le", b""),
    ],
)
def test_sure_signs(sample: bytes, name: str, bom: bytes) -> None:
    encoding = detect(sample)
    assert (encoding.name, encoding.bom) == (name, bom)
    assert encoding.evidence


@pytest.mark.parametrize(
    "sample",
    [
        FRENCH.encode() * 200 + b"\xe9\n",
        FRENCH.encode() * 200 + b"\xc3",
        b"\x92\n" + FRENCH.encode() * 200,
        b"plain\n" * 200 + FRENCH.encode(),
        FRENCH.encode()[:-3] + b"\xe9" + FRENCH.encode()[3:],
        (FRENCH.encode() + RUSSIAN.encode("cp1251")) * 50,
    ],
)
def test_a_few_bad_bytes_do_not_make_utf8_something_else(sample: bytes) -> None:
    assert detect(sample).name == "utf-8"


def test_a_word_that_is_utf8_by_chance_does_not_decide() -> None:
    korean = "시의회는 화요일 저녁 긴 토론 끝에 내년도 예산안을 통과시켰다.\n".encode("cp949")
    assert "짜".encode("cp949").decode() == "¥"  # valid UTF-8
    assert detect((korean + "짜\n".encode("cp949")) * 5).name == "cp949"


def test_a_line_that_is_half_utf8_by_chance_does_not_decide() -> None:
    chance = "市長は「通勤時間が半分になる」と述べた。\n"
    assert mostly_utf8(chance.encode("euc_jp"))
    text = "市議会は四日、川に架かる新しい橋の建設案を賛成多数で可決した。\n" + chance
    assert detect(text.encode("euc_jp")).name == "euc_jp"
    assert decoded(text.encode("euc_jp")) == text


JAPANESE = "市議会は新しい橋の建設案を可決した。\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # Nothing shifts to Japanese: an escape of a terminal, a bare escape, a price.
        (b"\x1b[1mHarbour\x1b[0m\n", "\x1b[1mHarbour\x1b[0m\n"),
        (b"\x1b\n$Bill\n", "\x1b\n$Bill\n"),
        # A line is judged by itself, so none is read in ISO 2022-JP that has other bytes than ASCII.
        (JAPANESE.encode("iso2022_jp") + "$ é \x1b$B\n".encode(), f"{JAPANESE}$ é \x1b$B\n"),
        (JAPANESE.encode("iso2022_jp"), JAPANESE),
        (JAPANESE.encode("iso2022_jp").replace(b"$B", b"$@"), JAPANESE),
        ("A4判 ﾃｽﾄ\n".encode("iso2022_jp_ext"), "A4判 ﾃｽﾄ\n"),
        ((JAPANESE + FRENCH + "Plain.\n").encode("iso2022_jp", "replace"), None),
        (JAPANESE.encode("iso2022_jp") + FRENCH.encode() + b"caf\xe9\n", f"{JAPANESE}{FRENCH}café\n"),
    ],
)
def test_lines_that_shift_to_japanese(data: bytes, text: str | None) -> None:
    assert detect(data).name == "utf-8"
    assert decoded(data) == (data.decode("iso2022_jp") if text is None else text)


def test_odd_lines_of_another_encoding_are_read_in_it() -> None:
    encoding = detect(FRENCH.encode() * 20 + RUSSIAN.encode("cp1251") * 3)
    assert (encoding.name, encoding.fallback) == ("utf-8", "cp1251")
    assert detect(FRENCH.encode() * 20 + "L’été\n".encode("cp1252")).fallback == "cp1252"


def test_one_bad_byte_harms_one_line() -> None:
    lines = decoded(FRENCH.encode() * 100 + b"M\xe9xico\n" + FRENCH.encode() * 100).split("\n")
    assert lines == [*(FRENCH.split("\n")[:1] * 100), "México", *(FRENCH.split("\n")[:1] * 100), ""]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "cp1252"),
        (b"caf\xe9", "cp1252"),
        (b"the mayor\x92s \x93plan\x94", "cp1252"),
        (b"na\xefve", "cp1252"),
        (b"Acme\xae phones cost 20\x80, the iPhone\x99 more", "cp1252"),
        (b"S\xc3O PAULO", "cp1252"),
        (b"\x81\x83\x88", "cp1252"),
        (b"plain \x81\x83\x88\x8f", "cp1252"),
        (b"caf\x8e", "mac-roman"),
        (b"the mayor\xd5s \xd2plan,\xd3 he said", "mac-roman"),
    ],
)
def test_little_evidence_is_western(data: bytes, name: str) -> None:
    assert detect_legacy(data)[0] == name


@given(st.binary(max_size=300) | st.lists(st.sampled_from(range(128, 256)), max_size=60).map(bytes))
def test_any_bytes_have_an_encoding_and_never_an_exotic_one(data: bytes) -> None:
    encoding = detect(data)
    assert canonical(encoding.name) == encoding.name
    assert bytes(range(128)).decode(encoding.name, "replace") != ""
    assert not encoding.name.startswith(("cp037", "cp500", "cp1140", "iso2022", "utf-7", "hz"))
    assert data.startswith(encoding.bom)
    assert encoding.name == "utf-8" or encoding.fallback in ("cp1252", "utf-8")
    assert encoding.name != encoding.fallback


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市議會經過長時間的辯論，於星期二晚上通過了明年的預算案。", "big5"),
        ("市議會裏的議員說，粧點街道的經費要刪減，於星期二晚上通過。", "cp950"),
        ("立法會議員在星期二的會議上通過了明年的預算案，有市民說呢個預算案啲錢唔夠，佢哋唔滿意。", "big5hkscs"),
        ("市議会は①予算案と②条例案を可決した。", "euc_jis_2004"),
        ("똠방각하라는 말을 시의회에서 들었다고 시민들이 전했다.", "cp949"),
    ],
)
def test_the_smallest_codec_that_has_all_characters(text: str, name: str) -> None:
    data = (text + "\n").encode(name) * 3
    assert detect(data).name == name
    assert decoded(data) == (text + "\n") * 3


@pytest.mark.parametrize(
    ("told", "sample", "name"),
    [
        ("latin-1", FRENCH.encode("cp1252"), "iso8859-1"),
        ("UTF8", b"caf\xe9", "utf-8"),
        ("utf-8-sig", b"\xef\xbb\xbfa", "utf-8"),
        ("windows-1251", b"\xef\xbb\xbf", "cp1251"),
        ("utf-16", "\ufeffa".encode("utf-16-be"), "utf-16-be"),
        ("utf-16", "a".encode("utf-16-be"), "utf-16-be"),
        ("utf-16", b"", "utf-16-le"),
        ("utf-32", "\ufeffa".encode("utf-32-be"), "utf-32-be"),
        ("shift_jis", b"", "shift_jis"),
    ],
)
def test_the_user_has_the_last_word(told: str, sample: bytes, name: str) -> None:
    encoding = detect(sample, told)
    assert encoding.name == name
    assert bool(encoding.bom) == (
        name.startswith("utf") and sample[:2] in (b"\xef\xbb", b"\xfe\xff", b"\xff\xfe", b"\0\0")
    )


def test_what_the_user_says_is_not_doubted_line_by_line() -> None:
    raw = "l’été à Évreux".encode()
    assert read_lines(raw, detect(raw, "cp1252")).lines == [raw.decode("cp1252")]
    assert read_lines(b"caf\xe9", detect(b"", "utf-8")).lines == ["café"]
    assert read_lines(b"caf\x81", detect(b"", "cp1252")).lines == ["caf\ufffd"]


@pytest.mark.parametrize("told", ["klingon", "cp037", "utf-7", "iso2022_jp", "hz", "base64", "rot13", "idna", "a\0b"])
def test_what_is_no_encoding_of_text_in_lines_is_refused(told: str) -> None:
    with pytest.raises(UsageError):
        detect(b"text", told)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ""),
        (b"plain", ""),
        (b"\x1b[31mred\x1b[0m\t\x08\x0c", ""),
        (b"Text with one gap.\n" * 100 + b"\0" * 50, ""),
        ("Storm\n".encode("utf-16-le"), ""),
        ("\ufeffStorm\n".encode("utf-16"), ""),
        ("Storm\n".encode("utf-32-be"), ""),
        (FRENCH.encode("cp1252"), ""),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\x1f\x8b\x08\0", "gzip data"),
        (bytes(range(256)), "binary data"),
        (b"\0\x01\x02\x03", "binary data"),
        (b"\xff\xfe" + random.Random(1).randbytes(5000), "binary data"),
        (b"\xef\xbb\xbf" + bytes(range(256)), "binary data"),
        (RUSSIAN.encode("utf-16"), ""),
        (("Damaged text \ufffd" * 20).encode("utf-16"), ""),
        (b"\0" * 1000, "binary data"),
    ],
)
def test_binary_sources(data: bytes, kind: str) -> None:
    assert binary_kind(data).startswith(kind)
    assert bool(binary_kind(data)) == bool(kind)


def test_a_sample_ends_with_a_whole_line() -> None:
    start = b"a\n" * (SAMPLE // 2 - 1)
    assert whole_lines(start + b"\xc3\xa9") == start
    assert whole_lines(b"a\n\xc3") == b"a\n\xc3"
    wide = "a\n".encode("utf-16-le") * (SAMPLE // 4 - 1)
    assert whole_lines(wide + b"b\0c\0", 2) == wide
    assert whole_lines(b"\xe2\x80\x99" * (SAMPLE // 3 + 1)) == b"\xe2\x80\x99" * (SAMPLE // 3 + 1)


def test_a_character_cut_by_the_samples_end_is_no_damage() -> None:
    data = ("é" * SAMPLE).encode()[: SAMPLE + 1]
    assert detect(data[:SAMPLE]) == Encoding(evidence="valid UTF-8")
    assert detect(data[1 : SAMPLE + 1]).name == "utf-8"


def test_gold_samples_decode_to_the_same_text(shared: Path) -> None:
    folder = shared / "data" / "encodings"
    with (folder / "gold.tsv").open(newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            data = (folder / row["file"]).read_bytes()
            assert decoded(data) == data.decode(row["encoding"]).removeprefix("\ufeff"), row["file"]


@pytest.fixture(scope="module")
def matrix(root: Path) -> ModuleType:
    return load_matrix(root)


def test_texts_of_a_thousand_bytes_are_decoded_in_any_encoding(matrix: ModuleType) -> None:
    cells = [cell for cell in matrix.cases((1_000,)) if not cell.bad]
    assert len({cell.encoding for cell in cells}) >= 20
    assert len({cell.language for cell in cells}) >= 10
    assert [(cell.encoding, cell.language) for cell in cells if decoded(cell.data) != cell.text] == []


def test_a_bad_byte_costs_little(matrix: ModuleType) -> None:
    cells = [cell for cell in matrix.cases((100, 1_000)) if cell.bad]
    found = matrix.shares(cells, decoded)
    print(f"share of damaged text decoded rightly: {sum(found) / len(found):.4f} over {len(found)} texts")  # noqa: T201
    assert sum(found) / len(found) > 0.95


@pytest.mark.parametrize("other", ["charset-normalizer", "chardet"])
def test_better_than_detectors_alone(matrix: ModuleType, other: str) -> None:
    module, read = matrix.READERS[other]
    pytest.importorskip(module)
    cells = list(matrix.cases((100, 1_000)))
    ours, theirs = (sum(matrix.shares(cells, reader)) / len(cells) for reader in (decoded, read))
    print(f"share of text decoded rightly: clean {ours:.4f}, {other} {theirs:.4f}, over {len(cells)} texts")  # noqa: T201
    assert ours > theirs
