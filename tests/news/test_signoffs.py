"""How a story is signed at its end: by an agency's name, by initials; negatives first."""

from __future__ import annotations

import pytest

from clean.news.signoffs import signature, signed_off, signs

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
    "USA-UK", "COP-28", "F-16", "A320-NEO", "a1x-ml", "x = Kyodo said", "==",
    "भाषा विवाद पर सरकार ने", "भाषा 2024", "n1 of all",
    "Source Example Foods", "SOURCE", "SOURCE Example said so.",
    "SOURCE CODE LEAKED BY FORMER ENGINEER", "SOURCE Example that all of the town knows",
    "SOURCE Familiar With Talks", "SOURCE Close To Council", "SOURCE Says Deal Is Off", "SOURCE Confirms Deal",
    "(UN)", "(yes)", "(sic)", "(after)", "(2 a.)", "(Jane)", "(1.)",
    "（資料）", "(سبق)",
    "",
]  # fmt: skip
SIGNED = [
    "je/js", "je/js/ab", "bur-je/js/ab", "tas/lko", "afp", "AFP/je", "EFE", "(EFE)", "EFE je/js",
    "LUSA/FIM", "Lusa/fim",
    "JE // JS", "JE (JS) // AB", "dpa je xx js", "dpa jex jsa", "(dpa)", "(dpa/lnw)",
    "(APA)", "(Schluss) je/js", "BELGA",
    "(Belga)", "ANP", "PAP - je", "(tass)", "ТАСС", "(رويترز)", "أ ف ب", "PTI JE JS", "PTI JE JS AB",
    "Xinhua", "==Kyodo", "Y1X-ML", "S0A-TI", "I13-RED", "SOURCE Example Foods", "SOURCE Bank of Example",
    "SOURCE Tobias Foods", "भाषा उदाहरण नमूना",
    "dpa abc xxyy n1 def",
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
        "Enditem",
        "",
        "He wondered how it ends",
        "He wondered where it Ends",
        "It was over. The End",
        "It fell. It ends",
        "It fell. End",
        "It is over, PTI ABC XYZ",
        "“Yes” – Reuters",
        "«Мы готовы» – ТАСС",
        "‘We are ready!’ – AFP",
        "Ready? – AFP",
        "Oil sold to U.S. - Reuters",
        "Loss at Example Corp. - AP",
        "They fell. – Jane Doe",
        "They fell. – Agencies said so",
        "They fell in 2021-Reuters",
        "Well-known to Reuters",
    ],
)
def test_no_signature(line: str) -> None:
    assert signature(line) is None


BEHIND = [
    ("It fell. EFE", "EFE"), ("It fell. (Reuters)", "Reuters"), ("“It fell.” (AP).", "AP"), ("It fell. /TASS/", "TASS"),
    ("倒れた。（共同）", "共同"), ("Es fiel. (dpa)", "dpa"), ("It fell. PTI", "PTI"), ("It fell. PTI JE JS", "PTI"),
    ("It fell. PTI ABC DEF GH", "PTI"), ("It fell. (ANI)", "ANI"), ("It fell. (AFP/dpa)", "AFP/dpa"),
    ("It fell. (AFP, dpa)", "AFP, dpa"),
    ("It fell. — Reuters", "Reuters"), ("It fell. - AFP", "AFP"), ("“It fell.” – Bernama", "Bernama"),
    ("It fell.—AFP", "AFP"), ("It fell. -- Agence France-Presse", "Agence France-Presse"),
    ("It fell. ==Kyodo", "Kyodo"),
    ("It fell. – Agencies", ""), ("It fell. (Agencies)", ""), ("El precio cayó. – Agencias", ""),
]  # fmt: skip
ENDED = ["It fell. Enditem", "It fell. ENDS", "It fell. Ends", "It fell. END", "It fell. -30-", "It fell. (Ends)",
         "It fell. /ENDS/", "“It fell.” -Ends-", "It fell. – ENDS", "Es fiel. (Schluss)"]  # fmt: skip


@pytest.mark.parametrize(("line", "agency"), BEHIND)
def test_signature(line: str, agency: str) -> None:
    found = signature(line)
    assert found
    assert line[: found.start].endswith((".", "”", "。"))
    assert (found.agency, found.rule) == (agency, "wire-sign-off")


@pytest.mark.parametrize("line", ENDED)
def test_end_word_behind_the_last_sentence(line: str) -> None:
    found = signature(line)
    assert found
    assert line[: found.start].endswith((".", "”"))
    assert (found.agency, found.rule) == ("", "end-mark")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "It fell. ab/cd (Smith, Jones)",
        "It fell. ab/cd (AFP) and rose",
        "It fell by 4/5 (AFP)",
        "It fell, and/or rose (see below)",
        "It fell -",
        "It fell. --",
        "-",
        "Rise and fall (part two)",
    ],
)
def test_nothing_signs_off(line: str) -> None:
    assert signed_off(line) == 0


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("It fell. ab/cde (AFP, dpa)", "It fell."),
        ("It fell. ab/cd (Reuters) -", "It fell."),
        ("It fell. ab/cd -(AFP, dpa, Example)", "It fell."),
        ("Author: Jane Doe ab/cd/ef (dpa)", "Author: Jane Doe"),
        ("It fell. –", "It fell."),
        ("“It fell.” ■", "“It fell.”"),
    ],
)
def test_what_signs_off_begins_behind_the_text(line: str, behind: str) -> None:
    assert line[: signed_off(line)].strip() == behind


def test_a_line_that_is_all_sign_off_is_one_from_its_second_character() -> None:
    assert signed_off("ab/cd (AFP)") == 1
