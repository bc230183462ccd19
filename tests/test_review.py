"""Boundaries in the audit, and the page of doubtful ones: what they say, and that it is the same however it is run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clean import pipeline
from clean.audit.cuts import PER_LINE, Cuts, flaw_of_row
from clean.flow import reading
from clean.flow.review import DOUBTFUL
from clean.flow.telling import silent
from clean.pipeline import Job, run
from clean.proof.verify import verify
from clean.settings import Read, Settings, Split
from clean.sinks.jsonl import line
from clean.stages.split.cues.names import FOR
from tests.stages.split.layouts.export_documents import chance, document
from tests.stages.split.layouts.exports import proquest
from tests.stages.split.test_split import HARBOUR, HARBOUR_HEAD, LYNX, LYNX_HEAD, PLAIN, TAIL
from tests.support import Result, Row, check, clean, folder_of

HARBOUR_LINES = [HARBOUR_HEAD, *HARBOUR]
TWO = "\n".join([*HARBOUR_LINES, LYNX_HEAD, *LYNX]) + "\n"
MUSEUM = [
    "Museum finds lost painting of the old lighthouse in its cellar",
    "The painting, which shows the lighthouse of Arden in a storm, had stood behind a boiler since 1951, the museum "
    "in the capital said on Wednesday.",
    "A plumber found it. He took it for a notice board, and had already hung his coat on it.",
    "The museum believes that it was hidden from a collector who had won it at cards.",
]
THREE = "\n".join([*TAIL, *PLAIN, "", "", *MUSEUM]) + "\n"


def told(row: Row) -> list[tuple[int, int | None, list[str]]]:
    """Line, score and cues of each boundary on a line of the audit."""
    return [
        (line, score, row["cues"][which])
        for line, score, which in zip(row["lines"], row["scores"], row["cues_of"], strict=True)
    ]


def boundaries(result: Result) -> list[tuple[int, int | None, list[str]]]:
    return [boundary for row in result.boundaries for boundary in told(row)]


def test_each_boundary_is_told_with_its_score_and_its_cues() -> None:
    result = clean({"a.txt": THREE.encode()})
    check(result, {"a.txt": THREE.encode()})
    starts = [row["span"]["start_line"] for row in result.rows]
    assert [line for line, _, _ in boundaries(result)] == starts[1:] == [len(TAIL) + 1, len(TAIL) + len(PLAIN) + 3]
    assert all(score is not None and score > 0 for _, score, _ in boundaries(result))
    assert "two_blanks" in boundaries(result)[1][2]
    assert all(cues and set(cues) <= set(FOR) for _, _, cues in boundaries(result))


def test_a_source_of_one_story_has_no_boundary_and_one_read_by_a_layout_says_which() -> None:
    rng = chance("review")
    export = "\n".join(proquest([document(rng, traps=False) for _ in range(4)], rng)).encode()
    result = clean({"a.txt": "\n".join(HARBOUR_LINES).encode(), "b.txt": export})
    assert {row["source"] for row in result.boundaries} == {"b.txt"}
    assert {(score, *cues) for _, score, cues in boundaries(result)} == {(None, "layout proquest")}


@pytest.mark.parametrize(("settings", "cues"), [
    (Split(mode="topic"), {"topic"}),
    (Split(mode="lines"), {"line"}),
    (Split(off=frozenset({"boundary"})), set()),
])  # fmt: skip
def test_other_ways_to_cut(settings: Split, cues: set[str]) -> None:
    text = "\n".join([*HARBOUR, *(text.replace("wall", "quay") for text in HARBOUR), *LYNX, *LYNX])
    result = clean({"a.txt": text.encode()}, Settings(split=settings))
    assert {name for _, _, names in boundaries(result) for name in names} == cues


def test_a_story_a_line_that_stands_twice_is_a_duplicate_and_no_repeated_line() -> None:
    text = "\n".join([*HARBOUR, HARBOUR[0], *LYNX, HARBOUR[0], ""])
    result = clean({"a.txt": text.encode()}, Settings(split=Split(mode="lines")))
    places = [number for number, line in enumerate(text.splitlines(), 1) if line != HARBOUR[0] or number == 1]
    assert [row["span"]["start_line"] for row in result.rows] == places
    assert [edit["relation"] for edit in result.edits if edit["stage"] == "dedupe"] == ["exact"] * 2


def test_a_story_after_a_long_way_with_nothing_is_certain() -> None:
    text = "\n".join([*HARBOUR_LINES, *[""] * 70, LYNX_HEAD, *LYNX])
    assert boundaries(clean({"a.txt": text.encode()})) == [(78, None, ["alone"])]


def test_the_boundaries_of_a_record_stand_at_its_line() -> None:
    data = b'{"text": "x", "headline": "y"}\n' + json.dumps({"text": THREE}).encode() + b"\n"
    result = clean({"a.jsonl": data})
    check(result, {"a.jsonl": data})
    assert [line for line, _, _ in boundaries(result)] == [2, 2]
    assert [row["span"]["part"] for row in result.rows] == [1, 1, 2, 3]


def test_boundaries_in_what_is_taken_out_as_a_duplicate_are_told_too() -> None:
    files = {"a.txt": THREE.encode(), "b.txt": THREE.encode()}
    result = clean(files)
    check(result, files)
    assert {row["source"] for row in result.rows} == {"a.txt"}
    assert [row["lines"] for row in result.boundaries] == [row["lines"] for row in result.boundaries[:1]] * 2


def test_a_thousand_stand_on_a_line() -> None:
    cuts, half = Cuts(), Cuts()
    for number in range(1500):
        half.add(10 * number, number + 1, number, ("headline", "credit") if number % 2 else ("separator",))
        if number in (700, 1499):
            cuts.extend(half)
            half = Cuts()
    rows = list(cuts.rows("a.txt", (3, 1)))
    assert [len(row["lines"]) for row in rows] == [PER_LINE, 500]
    assert [boundary for row in rows for boundary in told(row)] == [
        (number + 1, number, ["headline", "credit"] if number % 2 else ["separator"]) for number in range(1500)
    ]
    assert {(row["start_byte"], row["end_byte"], row["start_line"], row["end_line"]) for row in rows} == {(3, 3, 1, 1)}
    assert [flaw_of_row(row, line(row)) for row in rows] == ["", ""]
    assert list(Cuts().rows("a.txt")) == []


@pytest.mark.parametrize("change", [
    {"lines": [2, 1]}, {"lines": [1]}, {"lines": None}, {"scores": [1]}, {"scores": ["1", 2]}, {"scores": [True, 2]},
    {"cues_of": [1, 0]}, {"cues": [["headline"]]}, {"cues": ["headline", "credit"]}, {"cues": [[1], [2]]},
    {"lines": [], "scores": [], "cues": [], "cues_of": []}, {"stage": "read"}, {"end_byte": 8}, {"more": 1},
])  # fmt: skip
def test_a_line_of_boundaries_that_no_run_writes_is_found(change: dict[str, Any]) -> None:
    cuts = Cuts()
    cuts.add(7, 1, 120, ("headline",))
    cuts.add(9, 2, None, ("layout wire",))
    (row,) = cuts.rows("a.txt")
    assert flaw_of_row(row, line(row)) == ""
    wrong = {**row, **change}
    assert flaw_of_row(wrong, line(wrong)) != ""


def test_verify_knows_boundaries_and_finds_wrong_ones() -> None:
    with folder_of({"a.txt": TWO.encode()}):
        run(Job(("a.txt",), Path("out.jsonl"), Path("audit.jsonl")), Settings(), silent)
        assert verify(Path("out.jsonl"), Path("audit.jsonl"), ["a.txt"]).findings == []
        audit = Path("audit.jsonl").read_text("utf-8")
        Path("audit.jsonl").write_text(audit.replace('"lines":[8]', '"lines":[8,9]'), "utf-8")
        findings = verify(Path("out.jsonl"), Path("audit.jsonl")).findings
        assert findings[0] == "audit.jsonl:2: the columns do not belong together"


# ------------------------------------------------------------------ the page


def reviewed(files: dict[str, bytes], settings: Settings | None = None, **job: Any) -> str:
    """The page of a run over these files."""
    with folder_of(files):
        run(Job(tuple(files), Path("out.jsonl"), review=Path("review.txt"), **job), settings or Settings(), silent)
        return Path("review.txt").read_text("utf-8")


def entries(page: str) -> list[str]:
    return [text for text in page.splitlines() if text[:1].isdigit()]


def test_the_page_shows_the_doubtful_with_their_context() -> None:
    (score,) = (score for _, score, _ in boundaries(clean({"a.txt": TWO.encode()})))
    assert score is not None
    page = reviewed({"a.txt": TWO.encode()}, Settings(split=Split(threshold=score - 10)))
    assert page.splitlines()[:3] == [
        "Boundaries: 1",
        f"Doubtful, cut or not: 1, scored within 300 of split.threshold, {score - 10:,}",
        "Listed, the most doubtful first: 1",
    ]
    assert entries(page) == [f"1. a.txt:8: cut, score {score}, 10 above the threshold"]
    assert f"        7  {HARBOUR[-1][:70]} … " in page
    assert f"\n           ============ cut ============\n        8  {LYNX_HEAD}\n        9  {LYNX[0][:70]}" in page
    assert "  the line below has the shape of a headline (headline)\n" in page
    assert f" {score + 90:,}  1 fewer\n" in page
    assert f" {score - 110:,}  0 more\n" in page


def test_a_gap_just_below_the_threshold_is_doubtful_too() -> None:
    (score,) = (score for _, score, _ in boundaries(clean({"a.txt": TWO.encode()})))
    assert score is not None
    page = reviewed({"a.txt": TWO.encode()}, Settings(split=Split(threshold=score + 200)))
    assert entries(page) == [f"1. a.txt:8: not cut, score {score}, 200 below the threshold"]
    assert entries(reviewed({"a.txt": TWO.encode()}, Settings(split=Split(threshold=score + DOUBTFUL + 1)))) == []


def doubtful() -> int:
    """A threshold that the boundary between the two stories does not reach, though nearly."""
    ((_, score, _),) = boundaries(clean({"a.txt": TWO.encode()}))
    assert score is not None
    return score + 100


def test_the_shares_make_the_score() -> None:
    page = reviewed({"a.txt": TWO.encode()}, Settings(split=Split(threshold=doubtful())))
    score = int(entries(page)[0].partition("score ")[2].partition(",")[0])
    points = [int(text.split()[0]) for text in page.splitlines() if text.startswith("    ") and text.endswith(")")]
    assert sum(points) == score


def test_control_characters_of_the_context_are_escaped() -> None:
    text = TWO.replace(HARBOUR[-1], "A wall \x1b]0;owned\x07 stands.")
    page = reviewed(
        {"a.txt": text.encode()}, Settings(split=Split(threshold=doubtful()), skip=frozenset({"normalize"}))
    )
    assert "A wall \\x1b]0;owned\\x07 stands." in page
    assert all(char.isprintable() or char == "\n" for char in page)


def test_a_record_is_named_with_the_line_of_its_text() -> None:
    data = b'{"text": "x", "headline": "y"}\n' + json.dumps({"text": TWO}).encode() + b"\n"
    page = reviewed({"a.jsonl": data}, Settings(split=Split(threshold=doubtful())))
    assert entries(page)[0].startswith("1. a.jsonl:2, line 8 of its text: not cut, score ")


def feed(seed: int, stories: int = 40) -> bytes:
    """A feed whose gaps have scores of all kinds."""
    rng = chance(seed)
    lines: list[str] = []
    for _ in range(stories):
        doc = document(rng, traps=True)
        lines += [doc.headline, *doc.paragraphs, *rng.choice([[], [""], ["", ""], ["-----"]])]
    return "\n".join(lines).encode()


def test_the_page_is_the_same_for_any_jobs_and_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LARGE", 0)
    files = {"a.txt": feed(1), "b.txt": feed(2), "c.jsonl": json.dumps({"text": feed(3).decode()}).encode() + b"\n"}
    pages = []
    for sample in (1 << 22, 3_000):
        monkeypatch.setattr(reading, "SAMPLE", sample)
        for block, jobs in ((1 << 20, 1), (1 << 20, 2)) if sample > 3_000 else ((3_000, 1), (9_000, 2), (1 << 20, 1)):
            settings = replace(Settings(), read=Read(block=block))
            pages.append(reviewed(files, settings, jobs=jobs, review_count=12))
    assert pages[0] == pages[1]
    assert pages[2] == pages[3] == pages[4]
    distances = [int(entry.split()[-4]) for entry in entries(pages[0])]
    assert len(distances) == 12
    assert distances == sorted(distances)


def test_the_best_of_all_are_kept_whatever_the_number() -> None:
    files = {"a.txt": feed(4, 80)}
    pages = [entries(reviewed(files, review_count=count)) for count in (1, 5, 20, 1000)]
    assert [page == pages[-1][: len(page)] for page in pages] == [True] * 4
    assert [len(page) for page in pages[:3]] == [1, 5, 20]


def test_asking_for_a_review_changes_no_boundary() -> None:
    files = {"a.txt": feed(5), "b.txt": THREE.encode()}
    with folder_of(files):
        outs = []
        for review in (None, Path("review.txt")):
            run(Job(tuple(files), Path("out.jsonl"), Path("audit.jsonl"), review=review), Settings(), silent)
            outs.append((Path("out.jsonl").read_bytes(), Path("audit.jsonl").read_bytes()))
    assert outs[0] == outs[1]


def test_another_threshold_does_what_the_page_foretold() -> None:
    files = {"a.txt": feed(6, 100)}
    page = reviewed(files)
    table = dict(text.split()[:2] for text in page.splitlines() if text.endswith(("more", "fewer")))
    for step in (-300, -100, 100, 300):
        count = len(boundaries(clean(files, Settings(split=Split(threshold=step)))))
        foretold = int(page.split()[1]) - (1 if step > 0 else -1) * int(table[str(step)])
        assert abs(count - foretold) <= count // 10  # a better gap may stand right beside one


def test_nothing_to_split_gives_a_page_that_says_so() -> None:
    page = reviewed({"a.txt": TWO.encode()}, Settings(skip=frozenset({"split"})))
    assert page.startswith("Boundaries: 0\nDoubtful, cut or not: 0, ")
    assert entries(page) == []
