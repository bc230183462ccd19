"""How a story is signed at its end: by an agency's name, by initials; negatives first."""

from __future__ import annotations

import pytest

from clean.news.signoffs import signature, signs

NONE = [
    "He said no",
    "and that was it",
    "AC",
    "The end",
    "End of the line",
    "Jane Example",
    "No",
    "and/or/if you like it or not at all",
    "12/14",
    "Reuters said so on Monday",
    "EU summit",
    "1/2",
    "(UN)", "(yes)", "(sic)", "(after)", "(2 a.)", "(Jane)", "(1.)", "（資料）", "(سبق)",
    "",
]  # fmt: skip
SIGNED = [
    "je/js", "je/js/ab", "bur-je/js/ab", "tas/lko", "afp", "AFP/je", "EFE", "(EFE)", "EFE je/js",
    "LUSA/FIM", "Lusa/fim",
    "JE // JS", "JE (JS) // AB", "dpa je xx js", "dpa jex jsa", "(dpa)", "(dpa/lnw)",
    "(APA)", "(Schluss) je/js", "BELGA",
    "(Belga)", "ANP", "PAP - je", "(tass)", "ТАСС", "(رويترز)", "أ ف ب", "PTI JE JS", "PTI JE JS AB",
    "Xinhua",
    "(Xinhua) Enditem", "/PRNewswire/", "（ロイター）", "Agence France-Presse",
    "(mak)", "(jb)", "(ros/ang)", "(О. К.)", "(L. M. V.)", "[hs]", "(дп)", "(D.K.)", "（mk）",
]  # fmt: skip


@pytest.mark.parametrize("line", NONE)
def test_signs_nothing(line: str) -> None:
    assert not signs(line)


@pytest.mark.parametrize("line", SIGNED)
def test_signs(line: str) -> None:
    assert signs(line)


@pytest.mark.parametrize(
    "line",
    [
        "He works for Reuters",
        "He works for the EFE",
        "He said so. No",
        "The bank (AP) fell.",
        "He said so to AFP.",
        "He said so. (Smith)",
        "He spoke to the IMF. PTI said so",
        "They met. UN EU US",
        "It fell. PTI ABCDE",
        "EFE",
        "(Reuters)",
        "",
    ],
)
def test_no_signature(line: str) -> None:
    assert signature(line) == 0


@pytest.mark.parametrize(
    "line",
    ["It fell. EFE", "It fell. (Reuters)", "“It fell.” (AP).", "It fell. /TASS/", "倒れた。（共同）", "Es fiel. (dpa)",
     "It fell. PTI", "It fell. PTI JE JS", "It fell. PTI ABC DEF GH"],
)  # fmt: skip
def test_signature(line: str) -> None:
    assert line[: signature(line)].endswith((".", "”", "。"))
