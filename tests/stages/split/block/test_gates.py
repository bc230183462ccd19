"""What decides for many units at once that a reader need not look: it never stops one that the reader would take."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clean.news import bylines, bylines_east, openers
from clean.news.agencies import AGENCIES
from clean.news.calendar import HEADINGS, MONTHS
from clean.news.captions import is_caption
from clean.news.credits import LEADING, STANDING
from clean.news.datelines import _PROSE, _is_prose, _read_piece, read_dateline
from clean.news.dates import LONGEST, find_date, heads_date
from clean.news.formulaic.closing import closing
from clean.news.formulaic.shapes import table
from clean.news.headlines import ENUMERATED, JOINING, WIRE_MARKS, goes_on, has_wire_mark, is_enumerated, is_signature
from clean.news.labels import KNOWN, read_label
from clean.news.places import CITIES
from clean.news.signoffs import signature, signs
from clean.news.words import fold
from clean.stages.split.block import gates, sieve
from clean.stages.split.block.gates import may_be_marked, may_continue, may_go_on, may_open
from clean.stages.split.block.packed import among, are_again, pack, sums
from clean.stages.split.block.readers import Readers
from clean.stages.split.block.sieve.closed import may_close
from clean.stages.split.block.sieve.folded import sums_of
from tests.news import test_bylines, test_captions, test_datelines, test_dates, test_signoffs, world_dates
from tests.news.datelines_others import NAMED

# Lines that the readers' own tests have them take.
_TABLES = (
    test_bylines.BYLINES, test_dates.DATES, world_dates.SOME, test_datelines.SOME,
    NAMED,
)  # fmt: skip
TAKEN = [
    *(str(row[0]) for table in _TABLES for row in table),
    *(*test_signoffs.SIGNED, *test_captions.CAPTIONS, *KNOWN, *HEADINGS, *map(str.title, HEADINGS)),
]
PIECES = [
    *(written for name in (*STANDING, *LEADING, *openers.OPENERS, *KNOWN) for written in (name, name.title())),
    *(
        "4",
        "2020",
        "٤",
        ". ",
        ", ",
        " - ",
        ": ",
        "(",
        "(dpa)",
        "[",
        "/",
        " ",
        "\n",
        "“",
        "’",
        "Jane Doe",
        "É",
        "İ",
        "漢",
    ),
    *(*MONTHS, *AGENCIES, *CITIES, "ſ", "K", "said", "the", "the council of the town met again"),
    *("4th", "20", "2020", "12/04/2019", "4.3.", "10:30", "1er", "de", "d'", "mar", "Mar.", "lundi", "31."),
    *("Kirchdorf.", "ROMA.", "tass.ru,", "Redacción deportes,", "(eb)", "|", "_", "--", ".-", "—", "–", "UPDATE 1-"),
    *(
        "Ali VELİ/ANKARA, (DHA)- ",
        "/ ANKARA, (DHA) - ",
        "our correspondent, ",
        "संवाददाता, लखनऊ। ",
        ", Delhi: “",
        "Photo:",
        "Photo by",
        "(Image: Courier)",
        "Published",
        "Published:",
        "\u00a0",
        "\u2009",
        "…",
        "。",
        "電",
        "日",
        "年",
    ),
]
OPENER = st.from_regex(re.compile(*bylines._OPENERS._written))  # type: ignore[attr-defined]
EASTERN: list[Any] = [bylines_east.CN_REPORTER, bylines_east.EAST_NAMES, bylines_east.KR_REPORTER]
TEXTS = st.one_of(
    st.text(min_size=1),
    st.sampled_from(TAKEN),
    st.builds(str.__add__, st.sampled_from(PIECES) | OPENER, st.sampled_from(TAKEN)),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join),
)


@pytest.mark.parametrize("texts", [[], ["a"], ["a\nb", "c"], ["é漢\n\n", "\udc80"], ["", "", "a"]])
def test_packed_texts_are_as_they_were(texts: list[str]) -> None:
    data, begins, ends = pack(texts)
    found = [bytes(data[begin:end]).decode("utf-8", "surrogatepass") for begin, end in zip(begins, ends, strict=True)]
    assert found == [text.replace("\n", " ") + "\n" for text in texts]


@given(st.lists(st.text(min_size=1).filter(lambda text: "\n" not in text), max_size=9))
def test_what_bytes_tell_of_packed_texts(texts: list[str]) -> None:
    packed = pack(texts)
    assert packed.opening().tolist() == [ord(text[0]) for text in texts]
    assert packed.closing().tolist() == [ord(text[-1]) for text in texts]
    assert all(packed.small()[k] for k, text in enumerate(texts) if text[0].islower())
    assert all(packed.numbered(1)[k] for k, text in enumerate(texts) if text[0].isdigit())
    assert among(packed.opening(), "a“0").tolist() == [text[0] in "a“0" for text in texts]


@given(st.lists(TEXTS, min_size=1, max_size=9))
def test_sums_and_strangers_are_told_alike(texts: list[str]) -> None:
    packed, wanted = pack(texts), np.array([len(text) % 3 > 0 for text in texts])
    found, strange = sums_of(packed, wanted)
    assert found.tolist() == np.where(wanted, packed.sums(), 0).tolist()
    assert strange.tolist() == (wanted & packed.strange()).tolist()
    plain = [text for text, other in zip(texts, packed.strange(), strict=True) if not other]
    assert sums(list(map(fold, plain))).tolist() == pack(plain).sums().tolist()


SHAPES = table(frozenset())
SENTENCES = st.sampled_from(
    [
        *(*sorted(SHAPES.cues), *sorted(SHAPES.last_cues)),
        *(
            "Contact the writer at jane@example.org",
            "(Reporting by Jane Doe; Editing by John Doe)",
            "Jane Doe / AFP",
            "“It is”",
        ),
    ]
)
ENDS = st.sampled_from([". ", "? ", '." ', ".” ", ".) ", "。", " ", ", ", "’", "é. ", " - ", "."])


@settings(max_examples=300)
@given(st.lists(st.tuples(SENTENCES, ENDS), min_size=1, max_size=5), st.sampled_from([str, str.title, str.upper]))
def test_no_closing_sentence_is_stopped(pieces: list[tuple[str, str]], cased: Callable[[str], str]) -> None:
    text = "The council met. " + "".join(cased(sentence) + end for sentence, end in pieces)
    for paragraph in (text, text.strip()):
        assert not closing(paragraph, SHAPES) or may_close(pack([paragraph]), np.ones(1, dtype=np.bool_))[0]


def test_sentences_that_close_nothing_are_stopped() -> None:
    texts = ["Harbours opened. Nothing was heard of those ships again.", "Harbours opened, and ships came in", "x. y"]
    texts += ["“Harbours opened. Nothing was heard of those ships.”", "Harbours opened. Ships came in."]
    texts += ["Harbours opened. (Reporting by Jane)"]
    told = may_close(pack(texts), np.ones(6, dtype=np.bool_)).tolist()
    assert told == [False, False, True, False, False, True]
    assert not may_close(pack(texts), np.zeros(6, dtype=np.bool_)).any()
    assert not [cue for cue in SHAPES.cues if cue[:1] in '"‘’“”']
    assert not [cue for cue in SHAPES.last_cues if cue[-1] in "‘’“”"]


@given(st.sampled_from(PIECES), st.text("0123456789.): -–—٣", max_size=5), st.text(max_size=9))
def test_no_item_of_a_list_is_stopped(word: str, number: str, rest: str) -> None:
    line = f"{word} {number} {rest}".replace("\n", " ")
    assert not is_enumerated(line) or pack([line]).numbered(ENUMERATED)[0]
    assert not is_enumerated(line[len(word) + 1 :]) or pack([line[len(word) + 1 :]]).numbered(ENUMERATED)[0]


@given(st.sampled_from([line for line, _ in test_signoffs.BEHIND] + test_signoffs.ENDED), st.text(max_size=40))
def test_no_text_that_is_signed_is_stopped(line: str, ahead: str) -> None:
    text = f"{ahead} {line}".replace("\n", " ")
    assert not signature(text) or gates.may_hold_signature(pack([text]), np.array([0]))[0]


def test_texts_without_a_stop_near_their_end_may_not_be_signed() -> None:
    texts = ["Harbour opens for the ships of winter", "Mr. Example opens the new harbour for ships", "It fell. EFE"]
    assert gates.may_hold_signature(pack(texts), np.arange(3)).tolist() == [False, False, True]


def test_texts_that_may_open_as_bylines_do() -> None:
    opening = [
        "By Jane",
        "BY: Jane",
        "by",
        "From Jane",
        "Reportable",
        "The hour",
        "“By",
        "1 by",
        "fré",
        " by",
        "Ein Text",
    ]
    others = ["Bygone days", "b", "f", "Fromage", "Then", "yb"]
    assert may_open(pack([*opening, *others])).tolist() == [True] * len(opening) + [False] * len(others)


def test_words_at_either_end() -> None:
    texts = [
        "by the harbour",
        "By",
        "Harbours of THE",
        "Fußball of",
        "it's said, he",
        " the",
        "the ",
        "",
        "meanwhile x",
    ]
    packed, places = pack(texts), np.arange(len(texts))
    one, other = packed.first_words(places), packed.last_words(places)
    assert one[0] == one[1] > 0
    assert other[2] == pack(["the"]).last_words(np.arange(1))[0]
    assert (one == 0).tolist() == [text in ("Fußball of", "it's said, he", " the", "") for text in texts]
    assert (other == 0).tolist() == [text in ("the ", "") for text in texts]
    assert one[8] == pack(["meanwhil"]).first_words(np.arange(1))[0]


@given(st.lists(st.sampled_from(["", "a", "b", "a harbour opened", "a harbour opened.", "a harbour closed"])))
def test_texts_that_come_again_have_the_same_number(texts: list[str]) -> None:
    packed = pack(texts)
    again = are_again(packed.outer(np.arange(len(texts))))
    assert all(again[k] for k, text in enumerate(texts) if texts.count(text) > 1)
    assert are_again(np.array([3, 1, 3, 2, 1, 3])).tolist() == [True, True, True, False, True, True]


LINES = st.one_of(
    TEXTS,
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["", " ", "\x1c", "“", '"', "'", "(", "é"]),
        st.sampled_from([*sorted(openers.OPENERS), *sorted(JOINING), *WIRE_MARKS, "Harbour", "iPhone"]),
        st.sampled_from(["", " ", "\u00a0", '"', ",", " 2-", ": ", "'s "]),
        TEXTS,
    ),
).map(lambda text: text.replace("\n", " "))


@given(st.lists(LINES.map(str.title) | LINES | LINES.map(lambda line: line[::-1].swapcase()), min_size=2, max_size=9))
def test_no_line_that_goes_on_is_stopped(lines: list[str]) -> None:
    packed, places = pack(lines), np.arange(1, len(lines))
    continuing, below, marked = (gate(packed, places) for gate in (may_continue, may_go_on, may_be_marked))
    for k, line in enumerate(lines[1:]):
        assert continuing[k] or not openers.continues(line)
        assert below[k] or not goes_on(lines[k], line)
        assert marked[k] or not has_wire_mark(line)


def test_plain_lines_are_stopped() -> None:
    texts = ["Harbour opens for ships", "Ships of the harbour came", "Harbourmaster said so", "THE harbour opens"]
    packed, places = pack(texts), np.arange(1, len(texts))
    assert may_go_on(packed, places).tolist() == [False, False, False]
    assert may_be_marked(packed, places).tolist() == [False, False, True]
    texts += ["“Ships came", "LONDON: Ships", "28,800 ships", "- Ships", "“He said", "(He said)"]
    continuing = may_continue(pack(texts), np.arange(len(texts))).tolist()
    assert continuing == [False, False, False, False, False, False, False, False, True, True]


READERS: dict[int, Callable[[str], object]] = {
    gates.LABEL: read_label,
    gates.SIGN: signs,
    gates.BYLINE: bylines.read_byline,
    gates.DATE: lambda line: len(line) <= LONGEST and find_date(line),
    gates.DATELINE: read_dateline,
    gates.HEADING: heads_date,
    gates.CAPTION: is_caption,
    gates.SIGNATURE: is_signature,
}
GATES = pytest.mark.parametrize("gate", [gates.may_be, sieve.may_be], ids=["numpy", "compiled"])
Gate = Callable[..., Any]


def _stopped(gate: Gate, texts: list[str]) -> list[tuple[int, str]]:
    """The texts that a reader would take and the gate does not let through, with their flags."""
    lines = [text.replace("\n", " ") for text in texts if text]
    may = gate(pack(lines), np.array(list(map(len, lines))))
    return [(flag, line) for flag, read in READERS.items() for line in _shut(lines, may, flag) if read(line)]


def _shut(lines: list[str], may: Any, flag: int) -> list[str]:
    return [lines[k] for k in np.flatnonzero(may & flag == 0)]


@GATES
@given(texts=st.lists(TEXTS, min_size=1, max_size=9))
def test_nothing_that_a_reader_takes_is_stopped(gate: Gate, texts: list[str]) -> None:
    assert _stopped(gate, texts) == []


@GATES
def test_no_line_that_readers_take_is_stopped(gate: Gate) -> None:
    story = " The council met on the matter and put it off, as it has done in each of the last five years."
    glued = [ahead + line for line in TAKEN for ahead in ("“", "the council of ", "Redacción ", "- ", "By ", "4 ", "É")]
    assert _stopped(gate, [*TAKEN, *(line + story for line in TAKEN), *glued]) == []
    taken = {flag for flag, read in READERS.items() if any(map(read, TAKEN))}
    assert taken == set(READERS)


@GATES
def test_no_digit_of_any_script_is_stopped(gate: Gate) -> None:
    digits = [char for char in map(chr, range(0x20000)) if char.isdecimal()]
    assert _stopped(gate, [f"{digit} March" for digit in digits]) == []


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Harbours of Exampleton opened again, and ships that had waited came in.", 0),
        ("“Harbours of Exampleton opened again, and ships that had waited came in.”", 0),
        ("Harbour opens for 2,300 ships in 14 months", 0),
        ("Harbour’s deal, said the mayor’s 4 men", gates.SIGNATURE),
        ("By Jane Doe", gates.BYLINE),
        ("March 4, 2020", gates.DATE | gates.DATELINE | gates.SIGN | gates.SIGNATURE),
        ("Markets", gates.LABEL | gates.SIGN),
        ("Harbour storms again. Photo: Jim Ferris", gates.CAPTION),
        ("The council said on 4 March that it would meet again.", gates.DATE | gates.BYLINE | gates.DATELINE),
        ("Harbour and council said in March that of 40 plans none was left - not one.", 0),
        ("PORT ELDEN, March 4 (AFP) - The council met.", gates.DATELINE | gates.DATE | gates.BYLINE | gates.SIGNATURE),
    ],
)
def test_what_the_sieve_lets_through(text: str, through: int) -> None:
    assert sieve.may_be(pack([text]), np.array([len(text)])).tolist() == [through]


@given(TEXTS)
@example("B 000প্রতিবেদক")
def test_no_opener_is_stopped(text: str) -> None:
    for line in (text, *text.split("\n")):
        opened = bylines._OPENERS.match(line.lstrip(bylines._WRAPPERS)) or bylines._is_standing(line)
        assert not opened or bylines._may_open(line.lstrip(bylines._WRAPPERS))


@given(st.one_of(*(st.from_regex(re.compile(*pattern._written)) for pattern in EASTERN)))
@example("ABC12345 = 가나논설위원")
def test_no_eastern_byline_is_stopped(text: str) -> None:
    line = text.strip(bylines._WRAPPERS)
    if any(pattern.match(line) for pattern in EASTERN):
        assert max(line[: bylines_east.REACH]) >= bylines_east.FIRST


@given(st.lists(st.sampled_from(PIECES), min_size=_PROSE, max_size=9).map(" ".join), st.sampled_from("-:|"))
def test_no_piece_of_a_dateline_is_prose(piece: str, closer: str) -> None:
    prose = _is_prose(piece.strip(" ,;|").lstrip("."))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("clean.news.datelines._is_prose", lambda _: False)
        assert not prose or _read_piece(piece, closer) is None


def test_no_place_and_no_agency_is_as_long_as_prose() -> None:
    assert max(len(name.split()) for name in (*CITIES, *AGENCIES)) < _PROSE - 1


@given(st.lists(TEXTS))
def test_texts_that_fold_to_the_same_have_one_sum(texts: list[str]) -> None:
    folded = list(map(fold, texts))
    plain = [text for text in texts if text.isascii()]
    assert sums(list(map(fold, plain))).tolist() == sums(plain).tolist()
    alike = Readers().alike
    assert all(alike(text, other) == (fold(text) == fold(other)) for text in texts for other in texts)
    assert len(set(zip(folded, sums(folded).tolist(), strict=True))) == len(set(folded))


def test_texts_of_other_letters_have_other_sums() -> None:
    texts = ["Harbour opens", "Harbour opened", "harbours open in", "Harbour openx", "Harbour opens 1", ""]
    assert len(set(sums(texts).tolist())) == len(texts)
    assert sums(["U.S. troops -- “in”", "us TROOPS in"]).tolist() == sums(["us troops in"] * 2).tolist()
    assert sums([]).tolist() == []
