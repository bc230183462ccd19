"""The gate is sound: it lets no line pass that ftfy or any rule would change. And what is quicker than ftfy is ftfy."""

from __future__ import annotations

import unicodedata

import ftfy
import pytest
from ftfy.badness import is_bad as ftfy_is_bad
from ftfy.chardata import CHARMAP_ENCODINGS
from ftfy.fixes import fix_c1_controls
from hypothesis import given
from hypothesis import strategies as st

from clean.document import VECTOR
from clean.settings import Normalize
from clean.stages.normalize.encodings import ENCODINGS, TELLTALE, characters, shadow_shape, shape
from clean.stages.normalize.gate import PIECE, QUIET, may_compose, suspects
from clean.stages.normalize.mojibake import fix, is_bad
from clean.stages.normalize.repair import repair_line, rules_of

OPTIONS = ftfy.TextFixerConfig(
    unescape_html=True, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, fix_line_breaks=False
)
DEFAULT = Normalize()
RULES = rules_of(DEFAULT)

SAMPLES = [
    "“It’s over,” she said – at last…",
    "L’été à Évreux : « déjà vu », œuvre, naïveté, 10 €",
    "Größe, Öl, Übung, Straße; „Zitat“",
    "El niño comió piñas en Cádiz ¿verdad? ¡Sí!",
    "Às vezes a ação não é fácil, já são três",
    "Łódź, żółć, gęślą jaźń, Ćma",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Őrült ûr, űrhajó",
    "Şişli’de ığdır, güneş, İzmir",
    "Ąžuolas, ėjimas, šuo, Ūkis, Rīga",
    "Новости: «Привет», Россия № 1 – Україна, їжак",
    "Τα νέα: Ελλάδα, άνθρωπος, ύψος",
    "שלום עולם",
    "أخبار العالم، مصر",
    "हिन्दी समाचार",
    "ไทยรัฐ",
    "日本のニュース。「中国」，한국",
    "😀 ❤ ☺ ✔ 👩‍👧 ≥ ½ ™ ©",
    "10\u00a0000 km², 5 °C, 3×4 ± 1, §2, ¶, µm",
]


def mojibake(text: str, encoding: str, times: int = 1) -> str:
    for _ in range(times):
        text = text.encode().decode(encoding, "replace")
    return text


def changed_by_ftfy(line: str) -> bool:
    return ftfy.fix_text(line, OPTIONS) != line


def test_the_encodings_are_those_of_ftfy() -> None:
    high = range(0x80, 0x100)
    ours = {characters(encoding, high) for encoding in ENCODINGS}
    assert ours == {bytes(high).decode(encoding) for encoding in CHARMAP_ENCODINGS}


@pytest.mark.parametrize("encoding", CHARMAP_ENCODINGS)
def test_no_sample_of_mojibake_passes(encoding: str) -> None:
    for sample in SAMPLES:
        for times in (1, 2, 3):
            for line in (mojibake(sample, encoding, times), "A “true” ’É " + mojibake(sample, encoding, times)):
                assert suspects([line], DEFAULT) or not changed_by_ftfy(line), line


@pytest.mark.parametrize("encoding", CHARMAP_ENCODINGS)
def test_no_character_read_wrongly_passes(encoding: str) -> None:
    codes = [*range(0xA0, 0x180), *range(0x180, 0x3100, 11), *range(0x3100, 0x10000, 997), *range(0x1F600, 0x1F650, 7)]
    for char in map(chr, codes):
        if not "\ud800" <= char <= "\udfff":
            for line in (
                f"one {mojibake(char, encoding)} two",
                f"a{mojibake(char, encoding)}".replace("\xa0", " ") + " b",
            ):
                assert suspects([line], DEFAULT) or not changed_by_ftfy(line), line


def test_every_sign_of_badness_is_known() -> None:
    """Pairs of all characters that ftfy takes for mojibake, in the contexts that its test asks for."""
    alphabet = sorted({char for encoding in CHARMAP_ENCODINGS for char in bytes(range(0x80, 0x100)).decode(encoding)})
    for i, first in enumerate(alphabet):
        for second in [" ", "a", *alphabet[i % 7 :: 7]]:  # one in seven pairs, other ones for each first character
            for text in (first + second, f"a{first}{second} ", f" {first}{second}a", f"a {first} {second}"):
                assert TELLTALE.search(text) or not ftfy_is_bad(text), text
                assert is_bad(text) == ftfy_is_bad(text), text


DAMAGED = st.builds(
    lambda before, text, encoding, times, after, spaces: (
        before
        + (mojibake(text, encoding, times).replace("\xa0", " ") if spaces else mojibake(text, encoding, times))
        + after
    ),
    st.sampled_from(["", "the ", "’É “", "é", "Ã ", "? "]),
    st.sampled_from(SAMPLES) | st.text("aéàÀñ’“”–…€£ü ß日п�? \u0308", max_size=8),
    st.sampled_from(CHARMAP_ENCODINGS),
    st.integers(0, 3),
    st.sampled_from(["", " end", "’s", "é", " �", "?"]),
    st.booleans(),
)
BYTES = "".join(bytes(range(0x80, 0x100)).decode(encoding) for encoding in CHARMAP_ENCODINGS)
SOUP = st.text(sorted(set(BYTES + "ab ?.\ufffd\x1aZ")), max_size=12)


@given(DAMAGED | SOUP)
def test_the_quick_repair_is_that_of_ftfy(text: str) -> None:
    expected = fix_c1_controls(ftfy.fix_encoding(text))
    assert fix(text) == expected
    assert is_bad(text) == ftfy_is_bad(text)
    if expected != text:
        shadow = "".join(char for char in text if char > "\x7f")
        assert any("\x80" <= char <= "\x9f" for char in text) or (
            shape().search(text) and shadow_shape().search(shadow) and TELLTALE.search(shadow)
        )


@pytest.mark.parametrize("beyond", range(-3, 4))
@pytest.mark.parametrize("line", ["a  b", " a", "a ", "a b"])
def test_blanks_are_found_where_two_pieces_of_a_block_meet(line: str, beyond: int) -> None:
    before = ["x" * (PIECE + beyond - 1), *["x" * (PIECE - 1)] * 4]  # with their line feeds
    lines = [*before, line, "a b", *before, line]
    assert suspects(lines, DEFAULT) == ([] if line == "a b" else [5, 12])


@given(st.lists(DAMAGED | SOUP | st.sampled_from(["", "clean", "“quiet” – it’s…", "  two"]), max_size=8))
def test_a_line_is_named_if_ftfy_or_a_rule_would_change_it_and_only_then(lines: list[str]) -> None:
    named = suspects(lines, DEFAULT)
    assert named == sorted(set(named))
    for i, line in enumerate(lines):
        if i not in named:
            assert not changed_by_ftfy(line)
            assert not repair_line(line, RULES)


@given(st.lists(SOUP | st.text(st.characters(exclude_characters="\n\r")), min_size=1, max_size=4))
def test_the_quiet_characters_hide_no_others(texts: list[str]) -> None:
    lines = [QUIET + text for text in texts]
    named = suspects(lines, DEFAULT)
    assert all(i in named or not repair_line(line, RULES) for i, line in enumerate(lines))


@given(st.lists(st.text("a é’  ", max_size=12), max_size=12))
def test_double_spaces_are_found_alike_in_small_blocks_and_in_large_ones(lines: list[str]) -> None:
    before = len(lines)
    large = [*lines, *["abcdefgh é" * 1000] * (VECTOR // 10_000 + 1)]
    assert [i for i in suspects(large, DEFAULT) if i < before] == suspects(lines, DEFAULT)


@given(st.lists(DAMAGED | SOUP | st.sampled_from(["", "&amp;", "a & b", " a", "a ", "a  b"]), max_size=8))
def test_the_lines_named_do_not_depend_on_whether_their_bytes_are_at_hand(lines: list[str]) -> None:
    raw = "\n".join(lines).encode("utf-8", "surrogatepass")
    assert suspects(lines, DEFAULT, raw) == suspects(lines, DEFAULT, raw + b"\n") == suspects(lines, DEFAULT)


@pytest.mark.parametrize("char", ["├", "┘", "Ⓓ", "ⓓ", "\u2014\u0301", "\u2018\u200b"])
def test_characters_made_of_the_bytes_of_quiet_ones_are_seen(char: str) -> None:
    line = f"ab“{char}Γö£ — ├®"
    assert suspects([line], DEFAULT) or not repair_line(line, RULES)


@pytest.mark.parametrize(
    "line", ["“It’s over” – and…", "L’État c’est à Évreux", "Größe", "Łódź – „Gazeta”", "東京で「会議」"]
)
def test_good_lines_are_not_named(line: str) -> None:
    assert suspects([line] * 3, DEFAULT) == []


def test_all_characters_that_compose_are_known_to() -> None:
    for char in map(chr, range(0x300, 0x110000)):
        pair = unicodedata.decomposition(char).split()
        if pair and not pair[0].startswith("<"):
            second = chr(int(pair[-1], 16))
            assert may_compose(char) or unicodedata.is_normalized("NFC", char)
            assert may_compose(second) or len(pair) == 1, (char, second)
        assert may_compose(char) or not unicodedata.combining(char)
