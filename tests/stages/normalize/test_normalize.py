"""Lines are repaired, each for itself, once and for all, and every change is on record."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clean.document import Document, apply
from clean.rules import STAGE_OF
from clean.settings import Normalize
from clean.stages.normalize import normalize, normalize_each

RULES = frozenset(rule for rule, stage in STAGE_OF.items() if stage == "normalize")


def document(lines: list[str]) -> Document:
    return Document(list(lines), list(range(len(lines) + 1)))


def normalized(lines: list[str], settings: Normalize | None = None) -> Document:
    repaired = document(lines)
    normalize(repaired, settings or Normalize())
    return repaired


def repaired(line: str, **chosen: Any) -> str:
    return normalized([line], Normalize(**chosen)).lines[0]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Plain words, nothing more.",
        "“It’s over” – said the mayor… — at last",
        "L’État, c’est à Évreux qu’il dépense 10 € l’été",
        "Źródła – „Gazeta” – podały, że zażółć gęślą jaźń",
        "Größe, Öl, Übung: „ß“ bleibt",
        "ВЛАДИВОСТОК, Россия: «Вы — первые», — сказал он",
        "Έγινε στην Αθήνα, είπε ο κ. Παπαδόπουλος",
        "東京で「会議」が開かれた。（共同）",
        "AT&T, R&D, this&not that, &c; fish & chips;",
        "&unknown; &#; &#x; &#xZZ; &#99999999999;"[:24],
        "a √π b, 5×£35, SÓ… and É’s",
        "می‌خواهم",  # a non-joiner inside a Persian word
        "क्‍ष and ന്‍",  # joiners of Devanagari and at the end of a Malayalam word
        "👩‍👩‍👧 and ❤️‍🔥 and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "שלום\u200f, (abc)\u200e!",  # direction marks beside Hebrew
        "ภาษา\u200bไทย",
        "ﬁnance, ŉ, ǆ, ½, ², ™",  # compatibility characters are not NFC's business
        "Ｎ，ＨＫと，（Ａ，Ｂ）を A，B。",
    ],
)
def test_good_text_stays(line: str) -> None:
    after = normalized([line])
    assert after.lines == [line]
    assert not after.edits


@pytest.mark.parametrize(
    ("line", "expected", "rules"),
    [
        ("It doesnâ€™t matter", "It doesn’t matter", {"mojibake"}),
        ("It doesnÃ¢â‚¬â„¢t", "It doesn’t", {"mojibake"}),
        ("doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "doesn’t", {"mojibake"}),
        ("“Real quotes” in EspaÃ±a", "“Real quotes” in España", {"mojibake"}),
        ("\u0093quoted\u0094", "“quoted”", {"mojibake"}),
        ("РќРѕРІРѕСЃС‚Рё", "Новости", {"mojibake"}),
        ("g√¢teaux et r√©gime", "gâteaux et régime", {"mojibake"}),
        ("â€œYes,â€ he said. â€œNo.â€", "“Yes,” he said. “No.”", {"mojibake"}),
        ("â€œSo,â€ she said in a note.â€\u00a0", "“So,” she said in a note.†", {"mojibake"}),
        ("lost â€œquoteâ€�", "lost “quote�", {"mojibake"}),
        ("AT&amp;T&#8217;s caf&eacute; P&EACUTE;REZ", "AT&T’s café PÉREZ", {"html-entity"}),
        ("&amp;amp;amp;quot;x&quot;", '"x"', {"html-entity"}),
        ("donâ&#128;&#153;t", "don’t", {"html-entity", "mojibake"}),
        ("one&#10;two&NewLine;three&#13;four", "one two three four", {"html-entity"}),
        ("10&nbsp;%", "10 %", {"html-entity", "exotic-spaces"}),
        ("\x1b[1;31mBREAKING\x1b[0m", "BREAKING", {"ansi-escape"}),
        ("\x1b]0;title\x07Text", "Text", {"ansi-escape"}),
        ("one\u2028two\x0bthree\x0cfour", "one two three four", {"line-separator"}),
        ("Sto\x00cks\x07 fell\x7f", "Stocks fell", {"control-characters"}),
        ("co\u00adoperation", "cooperation", {"soft-hyphen"}),
        ("pass\u200bword\ufeff", "password", {"invisible-characters"}),
        ("a\u202eb\u202c", "ab", {"invisible-characters"}),
        ("Auf\u200clage", "Auflage", {"invisible-characters"}),
        ("می\u200c\u200cخواهم\u200c", "می\u200cخواهم", {"invisible-characters"}),
        ("10\u00a0000\u202f€", "10 000 €", {"exotic-spaces"}),
        ("cafe\u0301", "café", {"unicode-form"}),
        ("5 \u212b", "5 Å", {"unicode-form"}),
        ("Ningbo，China", "Ningbo,China", {"fullwidth-punctuation"}),
        ("   centred", "centred", {"indentation"}),
        ("the end. \t ", "the end.", {"trailing-spaces"}),
        ("one  two\tthree", "one two three", {"extra-spaces"}),
        (" \t ", "", {"indentation"}),
        ("\ud83d\ude00 \ud83d", "😀 \ufffd", {"surrogate"}),
        (
            "\ufeffÃ©t\u00ad\u200bÃ©\u00a0",
            "été",
            {"mojibake", "soft-hyphen", "invisible-characters", "exotic-spaces", "trailing-spaces"},
        ),
    ],
)
def test_damage_is_repaired_and_named(line: str, expected: str, rules: set[str]) -> None:
    after = normalized([line])
    assert after.lines == [expected]
    assert {rule for edit in after.edits[0] for rule in (edit.rule, *edit.also)} == rules


@pytest.mark.parametrize(
    ("line", "expected", "chosen"),
    [
        ("“It’s” ‚so‛ „low‟", '"It\'s" \'so\' "low"', {"quotes": "straight"}),
        ("2010–2012 — a", "2010-2012 - a", {"dashes": "hyphen"}),
        ("« oui »\u2003!", "« oui » !", {"no_break_spaces": "keep"}),
        ("«\u00a0oui\u00a0»\u2003!", "«\u00a0oui\u00a0» !", {"no_break_spaces": "keep"}),
        ("It doesnâ€™t â€œmatterâ€\u009d", 'It doesn\'t "matter"', {"quotes": "straight"}),
    ],
)
def test_settings_choose(line: str, expected: str, chosen: dict[str, str]) -> None:
    assert repaired(line, **chosen) == expected


SAMPLES = {
    "surrogate": "\ud83d",
    "html-entity": "&amp;",
    "html-tag": "<p>one",
    "mojibake": "EspaÃ±a",
    "ansi-escape": "\x1b[1mx",
    "line-separator": "one\x0ctwo",
    "control-characters": "o\x00ne",
    "soft-hyphen": "o\u00adne",
    "invisible-characters": "o\u200bne",
    "exotic-spaces": "one\u2003two",
    "unicode-form": "e\u0301",
    "fullwidth-punctuation": "one，two",
    "curly-quotes": "it’s",
    "long-dashes": "a–b",
    "indentation": " one",
    "trailing-spaces": "one ",
    "extra-spaces": "one  two",
}


def test_every_rule_has_a_sample() -> None:
    assert SAMPLES.keys() == RULES


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_that_is_off_leaves_its_damage(rule: str) -> None:
    line = SAMPLES[rule]
    on = normalized([line], Normalize(off=RULES - {rule}, quotes="straight", dashes="hyphen"))
    assert on.lines != [line]
    assert {edit.rule for edit in on.edits[0]} == {rule}
    assert normalized([line], Normalize(off=RULES, quotes="straight", dashes="hyphen")).lines == [line]


def test_edits_touch_only_what_was_damaged() -> None:
    line = "The mayor said it doesnâ€™t matter to EspaÃ±a, and left  early."
    [first, second, third] = normalized([line]).edits[0]
    assert [line[edit.start : edit.end] for edit in (first, second, third)] == ["â€™", "Ã±", "  "]
    assert [edit.after for edit in (first, second, third)] == ["’", "ñ", " "]


# Characters that make mojibake, entities, and everything else that the rules look for.
ALPHABET = (
    "ab Z1.,?;:&#x<>-'\"\t\x00\x0b\x0c\x1a\x1b[m\x7f\x80\x85\x93\x94\x9d\xa0\xad"
    "ÂÃÅÎÐØÙàáâãäåéíïðñôûúœŠšžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™¢£¥§©«¬®°±²³´µ¶·¹»¼½¾¿×÷ďĂĄŁ"
    "ВГРСабвдеёіЂѓ√∂≠≤≥∞π◊ﬁβΓΞΟ│┌╨╤┬├"
    "\u0301\u0308\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2028\u2029\u2060\ufeff\ufffc\ufffd\u3000\u2003\u202f"
    "می가각\u1100\u1161\u11a8क्日本，！👩🏴\U000e0067\U000e007f\ud83d\ude00"
)
PIECES = [
    "<p>", "</b>", "<a b=c>", "<!--", "-->",
    "&amp;", "amp;", "&lt;", "&nbsp;", "&#8217;", "&#x200b;", "&shy;", "&#10;", "&#195;", "Ã©", "â€™", "â€œ",
    "Ã¢â‚¬â„¢", "РїСЂРё", "√©", "\x1b[0m", "e\u0301", "  ", "the ", "Ã la mode", " Â ", "ï»¿", "Â\xa0", "ðŸ˜€",
    "í\xa0½í¸\x80", "Ã ", "â€\u009d",
]  # fmt: skip
LINES = st.lists(st.text(ALPHABET, max_size=8) | st.sampled_from(PIECES), max_size=12).map("".join)
TEXT = st.text(st.characters(exclude_characters="\n\r"), max_size=20)
SETTINGS = st.builds(
    Normalize,
    off=st.frozensets(st.sampled_from(sorted(RULES)), max_size=4),
    quotes=st.sampled_from(["keep", "straight"]),
    dashes=st.sampled_from(["keep", "hyphen"]),
    no_break_spaces=st.sampled_from(["plain", "keep"]),
)


@given(st.lists(LINES | TEXT, max_size=4), SETTINGS)
@example(["&&#8203;amp;"], Normalize())
@example(["Ã\u200b©", "&\u200bamp;"], Normalize())
def test_normalizing_twice_is_normalizing_once(lines: list[str], settings: Normalize) -> None:
    once = normalized(lines, settings).lines
    twice = normalized(once, settings)
    assert twice.lines == once
    assert not twice.edits


@given(st.lists(LINES, max_size=6), SETTINGS)
def test_a_line_is_judged_without_its_neighbours(lines: list[str], settings: Normalize) -> None:
    document = Document(list(lines), [])
    normalize_each(document, settings)
    assert document.lines == [normalized([line], settings).lines[0] for line in lines]


@given(st.lists(LINES, max_size=4), SETTINGS)
def test_what_was_changed_is_on_record_and_nothing_else_is(lines: list[str], settings: Normalize) -> None:
    after = normalized(lines, settings)
    for i, line in enumerate(lines):
        edits = after.edits.get(i, [])
        assert apply(line, edits) == after.lines[i]
        assert after.originals.get(i, after.lines[i]) == line
        assert all(line[edit.start : edit.end] != edit.after for edit in edits)
        assert all(one.end <= other.start for one, other in pairwise(edits))
        assert {rule for edit in edits for rule in (edit.rule, *edit.also)} <= RULES - settings.off


@given(LINES | TEXT)
def test_no_line_is_broken_and_all_can_be_written(line: str) -> None:
    after = repaired(line)
    assert not any(char in after for char in "\n\r\v\f\x85\u2028\u2029")
    after.encode()


@given(st.lists(LINES, max_size=4))
def test_nothing_of_it_shows_where_all_rules_are_off(lines: list[str]) -> None:
    assert normalized(lines, Normalize(off=RULES, quotes="straight", dashes="hyphen")).lines == lines


@given(st.text("ae\u0301\u0323\u0327\u0308\u0344\u0f73\u0f71가각\u1100\u1161\u11a8ậ", min_size=200, max_size=260))
def test_long_words_are_composed_as_short_ones_are(word: str) -> None:
    assert repaired(word, off=RULES - {"unicode-form"}) == unicodedata.normalize("NFC", word)


@pytest.mark.parametrize(
    "seed",
    [
        "&amp;",
        "amp;",
        "&",
        "&#",
        "&#x26;",
        "\x1b[",
        "\x1b]",
        "1;",
        " ",
        "\t",
        "\u00a0",
        "Ã",
        "â€",
        "\u200d",
        "é",
        "e\u0301",
        "&amp;#38;",
        "Ã\u0083",
    ],
)
def test_long_lines_of_one_thing_come_to_an_end(seed: str) -> None:
    line = seed * 20_000 + "x"
    after = repaired(line)
    assert repaired(after) == after


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", ["Thủ tướng nói: “Chúng tôi đã chờ đợi đủ lâu”.", "港湾委員会は月曜日に決めた。"])
def test_what_was_misread_several_times(text: str, times: int) -> None:
    broken = text
    for _ in range(times):
        broken = "".join(misread(byte) for byte in broken.encode())
    assert repaired(broken) == text


def misread(byte: int) -> str:
    """What programs make of a byte that they take for Windows-1252, also of those that stand for nothing there."""
    character = bytes([byte]).decode("cp1252", "replace")
    return chr(byte) if character == "\ufffd" else character
