"""Words compared around gaps: plain Python and compiled code count alike."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clean.document import Document
from clean.news.stopwords import STOPWORDS
from clean.news.words import topic_words
from clean.settings import Split
from clean.stages.split import profile
from clean.stages.split.block.columns import Column, Columns
from clean.stages.split.block.packed import pack
from clean.stages.split.block.units import Units
from clean.stages.split.cohesion import vocabulary, windows
from clean.stages.split.cohesion.counts import Place, Weighed, count_here, within_reach
from clean.stages.split.cohesion.lexical import UNTOLD, Weights
from clean.stages.split.cohesion.said import Said
from clean.stages.split.cues.plain import plain_cues
from clean.stages.split.cues.words import Gains
from tests.support import boundaries

SHARED = Path(__file__).resolve().parents[5] / "shared"

SENTENCES = {
    "latin": ("Der Minister sagte, die Straßen seien überall geöffnet.", "ISTANBUL İstanbul ıssız Ǆungla ŉeen."),
    "greek": ("Ο ΥΠΟΥΡΓΟΣ είπε ότι οι δρόμοι είναι ανοιχτοί ΐΰ.", "Ὀδυσσεὺς ᾳ ΣΟΦΟΣ"),
    "cyrillic": ("Министр сообщил, что ДОРОГИ открыты.", "Ёлки в МОСКВЕ_2019 и Ӏай"),
    "arabic": ("قال الوزير إن الطرق مفتوحة، وأضاف ذلك.", "الطُرُق ٤٣٢١ مفتوحة"),
    "han": ("部长说道路已经开放，他补充道。", "2020年东京オリンピックの開会式はカタカナ"),
    "thai": ("รัฐมนตรีกล่าวว่าถนนเปิดแล้ว", "ถนน open road again", "ถนน部长เปิดแล้วอีกครั้ง", "ตลาดปลา chợ Bến Thành đóng cửa"),
    "runs": ("ຕະຫຼາດປາເປີດແລ້ວ", "စျေးကွက်ဖွင့်ပြီ", "ផ្សារត្រីបើកហើយ"),
    "vietnamese": ("Cháy lớn ở chợ Bến Thành,  xe ô tô của ông Ơn", "ơ b ß c ŉ d, Thủ_tướng 12 nước"),
    "indian": ("मंत्री ने कहा कि सड़कें खुली हैं।", "বাংলাদেশ সরকার"),
    "mixed": ("The minister 部长 said_the road's re-opening", "𐐀𐐁𐐂𐐃𐐄 𠀀𠀁 \udc80 _Under ﬁnance ﬃx"),
}


def count_words(texts: list[str]) -> None:
    """Assert that compiled code finds the words that Python does, and takes for equal those that are."""
    ids, starts, _ = vocabulary.numbered(*pack(texts), UNTOLD)
    seen: dict[str, int] = {}
    for k, text in enumerate(texts):
        found, mine = topic_words(text), ids[starts[k] : starts[k + 1]].tolist()
        assert len(found) == len(mine), text
        assert [seen.setdefault(word, number) for word, number in zip(found, mine, strict=True)] == mine
    assert len(set(seen.values())) == len(seen)


@pytest.mark.parametrize("texts", SENTENCES.values(), ids=SENTENCES)
def test_words_are_cut_alike_in_every_script(texts: tuple[str, ...]) -> None:
    count_words(list(texts))


def test_every_character_is_taken_alike() -> None:
    chars = [char for char in map(chr, range(1, 0x30000)) if char not in "\r\n"]
    count_words([f"ab{char}cd {char}{char}xyz" for char in chars])


def test_more_different_words_than_the_table_first_holds() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [a + b + c + d for a in letters for b in letters for c in letters for d in letters[:8]]
    assert len(words) > vocabulary.ROOM
    count_words([" ".join(words), " ".join(words[::-1]).title()])


def test_stop_words_are_known_in_every_case() -> None:
    count_words([word for stop in sorted(STOPWORDS) for word in (stop, stop.upper(), stop.title(), stop + "x")])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["", "a", "ab"])
@given(st.lists(st.text(st.characters(exclude_characters="\r\n")), max_size=20))
def test_any_text_is_cut_alike(texts: list[str]) -> None:
    count_words(texts)


def _units(lines: list[str]) -> Units:
    return Units(lines, bytearray(len(lines)), 0)


def count_compiled(units: Units, places: list[Place], weights: Weights) -> Column:
    """The counts at some places by compiled code."""
    words = Weighed(*vocabulary.numbered(*Columns(units).told(), weights))
    return np.array(windows.count_all(units.size, np.array(places), words))


def count_plain(units: Units, places: list[Place], weights: Weights) -> Column:
    """The same by Python, of no more words than are asked for."""
    rows = np.array(places, dtype=np.int64).reshape(-1, len(Place._fields))
    return count_here(units, rows, Weighed.of(units, weights, within_reach(rows, len(units))))


def _random_lines(script: str, seed: int) -> list[str]:
    rng = random.Random(f"{script}/{seed}")
    words = " ".join(SENTENCES[script]).split()
    sizes = [rng.choice((1, 4, 8, 30, 90)) for _ in range(80)]
    return [" ".join(rng.choices(words, k=size)).strip() + rng.choice(("", ".")) for size in sizes]


@pytest.mark.parametrize("script", SENTENCES)
@pytest.mark.parametrize("seed", range(3))
def test_counts_of_any_place_are_alike(script: str, seed: int) -> None:
    rng = random.Random(seed)
    units = _units(_random_lines(script, seed))
    words = sorted({word for k in range(len(units)) for word in units.words(k)})
    told = frozenset((word, rng.randrange(1, 7)) for word in words[2:] if rng.random() < 0.5)
    weights = Weights(frozenset(words[1:2]), told, 7)
    places = [_random_place(rng, len(units)) for _ in range(300)]
    got = count_compiled(units, places, weights)
    assert got.tolist() == count_plain(units, places, weights).tolist()
    assert got.sum() > 0


@pytest.mark.parametrize("script", SENTENCES)
@pytest.mark.parametrize("whole", [False, True])
def test_profiles_are_alike(script: str, whole: bool) -> None:
    lines = ["DUNMERE (AP) - The council met.", *_random_lines(script, 1), *_random_lines(script, 2)]
    usual = profile(lines, bytearray(len(lines)), whole)
    assert profile(lines, bytearray(len(lines)), whole, compiled=True) == usual
    assert usual.words.common


def _random_place(rng: random.Random, size: int) -> Place:
    unit = rng.randrange(1, size - 1)
    body = rng.randrange(unit, min(size, unit + 4))
    low, high = max(0, unit - rng.randrange(1, 40)), min(size, body + rng.randrange(40))
    tail = rng.choice((-1, unit - 1)) if unit > 2 else -1
    below = rng.choice((-1, min(size - 1, unit + rng.randrange(2, 9)))) if unit < size - 3 else -1
    return Place(unit, body, low, high, rng.choice((-1, unit)), tail, below)


def test_one_unit_longer_than_all_windows() -> None:
    units = _units(["Minister opens road", "The minister opened the road. " * 40_000, "Minister closes road", "x"])
    places = [Place(k, k, 0, 4, k, -1, -1) for k in (1, 2, 3)]
    assert count_compiled(units, places, UNTOLD).tolist() == count_plain(units, places, UNTOLD).tolist()


@pytest.mark.parametrize("said", [(), (3, 4), (0, 99), (50,)])
def test_lines_most_of_which_have_no_words(said: tuple[int, ...]) -> None:
    rng = random.Random(7)
    units = _units(["Minister opens road" if k in said else f"{k}.50" for k in range(100)])
    places = [_random_place(rng, len(units)) for _ in range(100)]
    got = count_plain(units, places, UNTOLD)
    assert count_compiled(units, places, UNTOLD).tolist() == got.tolist()
    assert bool(got.any()) is bool(said)


@pytest.mark.parametrize("script", SENTENCES)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_usual_is_told_alike(script: str, seed: int) -> None:
    lines = ["Minister opens road", *_random_lines(script, seed), "By Jane Doe", *_random_lines("latin", seed)]
    usual = profile(lines, bytearray(len(lines)))
    assert profile(lines, bytearray(len(lines)), compiled=True) == usual
    assert usual.cohesion >= 0
    assert usual.words.common


def test_words_that_are_all_over_a_source() -> None:
    lines = [f"The harbour{chr(97 + k % 26)}{chr(97 + k % 20)} opens on market{'s' * (k > 23)} day" for k in range(30)]
    usual = profile(lines, bytearray(len(lines)))
    assert usual.words.common == {"opens", "harbou", "market"}
    assert Said.by(Columns(Units(lines, bytearray(len(lines)), 0)), compiled=False).spread(0) == 1000
    assert profile(lines[:19], bytearray(19)).words.common == {"opens"}  # a filler, the rest are too few to tell


@pytest.mark.parametrize("pool", ["bbc", "arabic", "japanese", "wikinews"])
@pytest.mark.skipif(not (SHARED / "eval" / "concat.py").exists(), reason="the development files are not here")
def test_counts_of_development_files(pool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "eval"))
    concat = pytest.importorskip("concat")
    for _, lines, _ in concat.build(pool, "mixed", 3, "windows"):
        document = Document(list(lines), [0] * (len(lines) + 1))
        usual = profile(document.lines, document.marks)
        assert profile(document.lines, document.marks, compiled=True) == usual
        units = Units(document.lines, document.marks, usual.width)
        columns = Columns(units, [usual.standing])
        rows = np.stack(plain_cues(columns, np.flatnonzero(columns.worth), [usual])[0], axis=1)
        places = [Place(*row) for row in rows.tolist()]
        want = count_plain(units, places, usual.words).tolist()
        assert count_compiled(units, places, usual.words).tolist() == want


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("script", SENTENCES)
def test_gaps_left_out_because_no_words_could_save_them_change_nothing(
    script: str, compiled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _random_lines(script, 7)
    lines[9] = lines[8] = lines[30] = lines[31] = "A headline printed twice"
    marks = bytearray(len(lines))
    usual = profile(lines, marks)
    given = boundaries(lines, marks, usual, Split(), compiled=compiled)
    monkeypatch.setattr(Gains, "most", lambda *_: 1 << 40)
    assert boundaries(lines, marks, usual, Split()) == given
