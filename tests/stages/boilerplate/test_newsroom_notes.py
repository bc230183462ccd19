"""Notes of dpa to newsrooms below its stories."""

from __future__ import annotations

import pytest

from tests.support import check, clean

STORY = "Stadtrat stimmt für Freibad\nOberfeld (dpa) - Der Stadtrat hat am Donnerstag für ein neues Freibad gestimmt.\n"
OTHER = "Luchse in den Bergen geboren\nNordfeld (dpa) - Zwei Luchse sind in den Bergen über Nordfeld geboren worden.\n"
NOTES = "Netz\n- Stadt: http://www.example.de\n\nOrte\n- [Rathaus](Marktplatz 1)\n* * * *\n- Autorin: Petra Muster\n"


def texts(data: str) -> list[str]:
    result = clean({"a.txt": data.encode()})
    check(result, {"a.txt": data.encode()})
    return [row["text"] for row in result.rows]


def test_a_story_about_one_stays() -> None:
    assert texts(f"{STORY}Im dpa-Notizblock stehen Adressen.\nInternet gibt es im Bad nicht.\ndpa abc xx def\n") == [
        "Der Stadtrat hat am Donnerstag für ein neues Freibad gestimmt.\nIm dpa-Notizblock stehen Adressen.\n"
        "Internet gibt es im Bad nicht."
    ]


def test_without_initials_below_the_label_goes_alone() -> None:
    assert texts(f"{STORY}dpa-Notizblock\nDas Bad wird neun Millionen Euro kosten.\n")[0].endswith("Euro kosten.")
    far = "Das Bad wird neun Millionen Euro kosten.\n" * 23
    assert "Millionen" in texts(f"{STORY}dpa-Notizblock\n{far}dpa abc xx def\n")[0]


@pytest.mark.parametrize("text", [OTHER.split("\n")[1], "Zwei Luchse sind geboren worden. " * 8])
def test_a_story_below_notes_without_initials_stays(text: str) -> None:
    found = texts(f"{STORY}dpa-Notizblock\nLuchse in den Bergen geboren\n{text}\ndpa abc xx def\n")
    assert "Zwei Luchse sind" in "\n".join(found)


@pytest.mark.parametrize("label", ["dpa-Notizblock", "# dpa-Notizblock"])
def test_notes_go(label: str) -> None:
    found = texts(f"{STORY}{label}\n{NOTES}dpa pmu yyzz n1 mmu\n{OTHER}{label}\n{NOTES}dpa abc xx def\n")
    assert found == [
        "Der Stadtrat hat am Donnerstag für ein neues Freibad gestimmt.",
        "Zwei Luchse sind in den Bergen über Nordfeld geboren worden.",
    ]
