"""What a headline or a note says of a story's version, and which texts are one pattern filled in twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.stages.dedupe.template import Pattern, is_template
from clean.stages.dedupe.versions import Version, version

NONE = Version()


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "Dam holds as rivers rise",
        "Lead-free petrol to be sold from May",
        "Lead in drinking water: what to know",
        "Update on the dam expected by noon",
        "Corrections officer honoured",
        "New bridge, old problem",
        "Neu im Kino: ein Film",
        "Wrap-around porches return",
        "Two dead - police",
        "2 killed in crash",
        "Ministers correct course - and budget",
    ],
)
def test_no_version(headline: str) -> None:
    assert version(headline, "Rivers rose on Sunday.") == (NONE, headline)


@pytest.mark.parametrize(
    ("headline", "found", "rest"),
    [
        ("UPDATE 1-Dam holds", Version(1, 1), "Dam holds"),
        ("UPDATE 12-Dam holds", Version(1, 12), "Dam holds"),
        ("WRAPUP 3-Dam holds", Version(2, 3), "Dam holds"),
        ("CORRECTED-Dam holds", Version(0, 0, 1), "Dam holds"),
        ("CORRECTED-UPDATE 2-Dam holds", Version(1, 2, 1), "Dam holds"),
        ("CORRECTED (OFFICIAL)-Dam holds", Version(0, 0, 1), "Dam holds"),
        ("REFILE-UPDATE 1-Dam holds", Version(1, 1, 1), "Dam holds"),
        ("Updated: Dam holds", Version(1, 1), "Dam holds"),
        ("(Lead) Dam holds", Version(1, 1), "Dam holds"),
        ("2ND LEAD: Dam holds", Version(1, 2), "Dam holds"),
        ("Dam holds, 3rd Ld-Writethru", Version(1, 3), "Dam holds"),
        ("Dam holds (Update 2)", Version(1, 2), "Dam holds"),
        ("Correction: Dam story", Version(0, 0, 1), "Dam story"),
        ("ROUNDUP 2: Damm hält", Version(2, 2), "Damm hält"),
        ("KORREKTUR: Damm hält", Version(0, 0, 1), "Damm hält"),
        ("Damm hält - Zusammenfassung", Version(2, 1), "Damm hält"),
        ("LEAD 2 - Le barrage tient", Version(1, 2), "Le barrage tient"),
        ("RECTIFICATIF - Le barrage tient", Version(0, 0, 1), "Le barrage tient"),
        ("ACTUALIZACIÓN 1-La presa aguanta", Version(1, 1), "La presa aguanta"),
        ("ATUALIZA 2-A barragem resiste", Version(1, 2), "A barragem resiste"),
        ("ОБНОВЛЕНО: Плотина устояла", Version(1, 1), "Плотина устояла"),
    ],
)
def test_versions(headline: str, found: Version, rest: str) -> None:
    assert version(headline, "") == (found, rest)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council adds two seats.", NONE),
        ("He corrects proofs (and adds notes) for a living.", NONE),
        ("(Adds details, quote from mayor)\nRivers rose.", Version(1, 0)),
        ("Eds: Updates with new toll.\nRivers rose.", Version(1, 0)),
        ("(Corrects spelling of name in paragraph 2) Rivers rose.", Version(0, 0, 1)),
        ("x" * 500 + "\n(Adds details)", NONE),
    ],
)
def test_notes(text: str, found: Version) -> None:
    assert version("Dam holds", text)[0] == found


def test_later_versions_are_greater() -> None:
    chain = ["Dam holds", "CORRECTED-Dam holds", "UPDATE 1-Dam holds", "CORRECTED-UPDATE 1-Dam holds"]
    chain += ["UPDATE 2-Dam holds", "WRAPUP 1-Dam holds", "WRAPUP 2-Dam holds"]
    versions = [version(headline, "")[0] for headline in chain]
    assert versions == sorted(versions)
    assert len(set(versions)) == len(versions)


@pytest.mark.parametrize("attack", ["update ", "1 ", " ", "(", "update 1-", "-", "(adds ", "a", "eds: ", "1,"])
def test_no_pattern_backtracks(attack: str) -> None:
    """A pattern that did would not come to an end on a million characters."""
    hostile = attack * (1_000_000 // len(attack)) + "x"
    found, rest = version(hostile, hostile)
    assert found >= NONE
    assert hostile.endswith(rest)
    assert not is_template(Pattern(hostile), Pattern(hostile))


FORECAST = "Sunny in {} with highs of {} degrees. Winds from the north reach {} kilometres an hour near {}."
STORY = (
    "The council of Arden voted on Tuesday to close the old bridge after engineers found 12 cracks in its arches. "
    "Mayor Borg said that repairs would cost 4 million crowns, and that 300 shops near the river would suffer. "
    "The bridge was built in 1911 and carries 9,000 cars a day. A ferry is to run from 6 in the morning. "
    "Opposition leader Galli called the plan a scandal and asked for an inquiry before the year is out."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORY, STORY),
        (STORY, STORY.replace("12 cracks", "14 cracks")),  # a figure put right
        (STORY, STORY.replace("voted on Tuesday", "decided on Tuesday").replace("a scandal", "a disgrace")),
        (STORY, STORY + " Trams will stop at 5 Mill Street, Old Market and Castra Square until May 2031."),
        (STORY, STORY.replace("Mayor Borg said", "Officials say").replace("Tuesday", "yesterday")),
        (FORECAST, FORECAST),
        (STORY, STORY.upper()),  # case is no name
        (STORY, STORY.title()),
        (FORECAST.format("Arden", 23, 30, "Ilmen"), FORECAST.format("ARDEN", 23, 30, "ILMEN").title()),
        (STORY.upper(), STORY.upper().replace("VOTED ON TUESDAY", "DECIDED AT LAST").replace("A SCANDAL", "FOLLY")),
        ("", ""),
    ],
)
def test_edited_copies(one: str, other: str) -> None:
    assert not is_template(Pattern(one), Pattern(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FORECAST.format("Arden", 23, 30, "Ilmen"), FORECAST.format("Castra", 19, 25, "Gorlan")),
        (FORECAST.format("Arden", 23, 30, "Ilmen"), FORECAST.format("Arden", 19, 25, "Ilmen")),
        # as the wires of old sent them; one paper in capitals, the other not
        (FORECAST.format("Arden", 23, 30, "Ilmen").upper(), FORECAST.format("Castra", 19, 25, "Gorlan").upper()),
        (FORECAST.format("Arden", 23, 30, "Ilmen").upper(), FORECAST.format("Castra", 19, 25, "Gorlan")),
        (
            "A quake of magnitude 5.1 shook the coast. No damage.",
            "A quake of magnitude 6.3 shook the coast. No damage.",
        ),
        ("台風5号が発生した。中心気圧は990ヘクトパスカル。", "台風8号が発生した。中心気圧は975ヘクトパスカル。"),
    ],
)
def test_templates(one: str, other: str) -> None:
    assert is_template(Pattern(one), Pattern(other))


WORDS = st.sampled_from(
    ["The", "the", "Arden", "arden", "ARDEN", "Borg’s", "7", "23", "1st", "rain", "wind", "台風8号", "ß"]
)


@given(st.lists(WORDS, max_size=14), st.lists(WORDS, max_size=14))
def test_a_look_at_what_differs_decides_no_otherwise(one: list[str], other: list[str]) -> None:
    pair = [" ".join([*words, "of the town hall, rain or shine"]) for words in (one, other)]
    with pytest.MonkeyPatch.context() as patch:
        told = is_template(*map(Pattern, pair))
        patch.setattr("clean.stages.dedupe.template.SHORT", 0)
        assert is_template(*map(Pattern, pair)) == told
