"""What stops a run, and what is told of it: `--max-loss`, and losses in the summary (exit codes: DESIGN 8)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import Ended, clean, names

STORY = (
    "Council votes on harbour bridge\n\n"
    "DUNMERE: The ferry captain told the council that the storm had closed the harbour for a week.\n"
    "The council will vote on a new bridge in spring, the mayor said on Tuesday evening in the hall.\n"
)
FURNITURE = "\nFollow us on Twitter\nClick here to subscribe to our newsletter\n\n"


@pytest.fixture(autouse=True)
def folder(folder: Path) -> Path:
    """The working folder: a story with furniture, the same without, and a record of each kind."""
    Path("a.txt").write_text(STORY + FURNITURE, encoding="utf-8")
    Path("b.txt").write_text(STORY, encoding="utf-8")
    Path("c.jsonl").write_text(json.dumps({"text": STORY.split("\n\n")[1] + FURNITURE}) + "\n", encoding="utf-8")
    Path("e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return folder


def run(words: str) -> Ended:
    """`clean run` with these words, into `o.jsonl`."""
    return clean("run", *words.split(), "-o", "o.jsonl")


HINT = "hint: see by which rules with --dry-run, turn those off with --off, or allow more with --max-loss\n"

STOPPED = [
    ("a.txt -q --max-loss 0.05", "more than 5 % of a.txt (21.9 %)"),
    ("a.txt b.txt -q --max-loss 21.8%", "more than 21.8 % of a.txt (21.9 %)"),  # of any source, not of all together
    ("a.txt -q --max-loss 0", "more than 0 % of a.txt (21.9 %)"),
    ("c.jsonl -q --max-loss 10%", "more than 10 % of c.jsonl (23.0 %)"),
    ("e.txt a.txt -q --max-loss 0.2", "more than 20 % of e.txt (100.0 %), a.txt (21.9 %)"),  # the worst first
]


@pytest.mark.parametrize(("words", "why"), STOPPED)
def test_a_run_that_loses_too_much_of_a_source_writes_nothing(words: str, why: str) -> None:
    Path("o.jsonl").write_text("of a run before\n", encoding="utf-8")
    ended = run(words)
    assert ended == (4, "", f"clean: error: too much is taken out: {why}\n{HINT}")
    assert Path("o.jsonl").read_text(encoding="utf-8") == "of a run before\n"
    assert names() == ["a.txt", "b.txt", "c.jsonl", "e.txt", "o.jsonl"]


def test_of_many_sources_the_worst_are_named() -> None:
    for number in range(7):
        longer = "The mayor went on to say that the old ferry would stay for the summer.\n" * number
        Path(f"m{number}.txt").write_text(STORY + longer + FURNITURE, encoding="utf-8")
    ended = run("m0.txt m1.txt m2.txt m3.txt m4.txt m5.txt m6.txt -q --max-loss 0")
    worst = "m0.txt (21.9 %), m1.txt (17.5 %), m2.txt (14.7 %), m3.txt (12.6 %), m4.txt (11.0 %) and 2 more"
    assert ended == (4, "", f"clean: error: too much is taken out: more than 0 % of {worst}\n{HINT}")


PASSED = [
    "a.txt --max-loss 0.22",
    "a.txt --max-loss 22%",
    "b.txt b.txt --max-loss 0",
    "a.txt b.txt --max-loss 0.22",  # b.txt goes as a duplicate, which is no loss
    "a.txt e.txt --max-loss 1",
    "a.txt --max-loss 0 --skip boilerplate",
]


@pytest.mark.parametrize("words", PASSED)
def test_a_run_within_the_share_is_not_stopped(words: str) -> None:
    assert run(f"{words} -q").code in (0, 3)
    assert Path("o.jsonl").exists()


@pytest.mark.parametrize("share", ["50", "-0.1", "101%", "some", "nan", "%"])
def test_a_share_is_from_0_to_1_or_of_a_hundred(share: str) -> None:
    ended = run(f"a.txt --max-loss {share}")
    assert ended == (2, "", f"clean: error: not a share: {share}\nhint: shares are like 0.05 or 5%\n")


# ------------------------------------------------------------------ the summary


def test_the_summary_tells_of_duplicates_and_losses_by_source() -> None:
    ended = run("a.txt b.txt --summary-json s.json")
    assert ended.err == (
        "1 article from 2 sources (511 bytes), 1 duplicate removed\n"
        "duplicates: 1 exact (b.txt: 1 exact)\n"
        "changes: 2 blank-lines, 1 follow-us, 1 read-more, 1 trailing-blank-lines\n"
        "lost: 12.3 % of the bytes (a.txt: 21.9 % of 288 bytes)\n"
    )
    assert json.loads(Path("s.json").read_text(encoding="utf-8"))["by_source"] == [
        {"source": "a.txt", "bytes": 288, "bytes_lost": 63, "duplicates": {}},
        {"source": "b.txt", "bytes": 223, "bytes_lost": 0, "duplicates": {"exact": 1}},
    ]


def test_the_summary_of_a_source_without_loss_says_so() -> None:
    assert run("b.txt").err.endswith("\nlost: 0.0 % of the bytes\n")


def test_what_rules_took_out_of_a_duplicate_is_not_lost() -> None:
    record = json.dumps({"title": "Bridge", "text": STORY.split("\n\n")[1] + FURNITURE}) + "\n"
    Path("d.jsonl").write_text(record * 3, encoding="utf-8")
    assert run("d.jsonl -q --summary-json s.json").code == 0
    summary = json.loads(Path("s.json").read_text(encoding="utf-8"))
    assert (summary["duplicates"], summary["bytes_lost"], summary["rules"]["follow-us"]) == (2, 63, 1)


def test_repeated_lines_are_lost() -> None:
    house = "The Dunmere Courier is printed every day but Sunday by its readers\n"
    body = "The {0} told the {1} that a {2} storm had closed the harbour for a week and {3} days.\n"
    words = ["captain", "mayor", "warden", "smith", "pilot", "judge", "nurse", "baker", "poet", "cook"]
    records = [
        {"title": f"{word} speaks", "text": body.format(word, words[place - 1], words[place - 3], place) + house}
        for place, word in enumerate(words)
    ]
    Path("r.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert run("r.jsonl --summary-json s.json --skip dedupe").code == 0
    summary = json.loads(Path("s.json").read_text(encoding="utf-8"))
    assert summary["rules"]["repeated-line"] == 10
    assert summary["bytes_lost"] == 10 * len(house)


# ------------------------------------------------------------------ --explain-threshold

WORDS = (
    "the ferry captain told council that winter storm had closed harbour for week and all of its boats were kept on "
    "land until mayor would open new bridge in spring when money came from capital city"
).split()
CURVE = """\
bands: 32 of 4 values; pairs of a Jaccard similarity that are found and compared:
  0.20  0.0500
  0.25  0.1177
  0.30  0.2291
  0.35  0.3836
  0.40  0.5639
  0.45  0.7381
  0.50  0.8732
  0.55  0.9536
  0.60  0.9882
  0.65  0.9981
  0.70  0.9998
  0.75  1.0000
  0.80  1.0000
  0.85  1.0000
  0.90  1.0000
  0.95  1.0000
  1.00  1.0000
"""


THRESHOLDS = "0.05 of near = 0.55, follow_up = 0.75, lead = 0.6, contained = 0.85"


def test_thresholds_are_explained() -> None:
    texts = {"Ferry": WORDS, "": ["nobody", "knows", "what", "will", "come", "after", *WORDS[-24:]]}
    records = [json.dumps({"title": title, "text": " ".join(words)}) for title, words in texts.items()]
    Path("t.jsonl").write_text("\n".join([*records, json.dumps({"text": STORY})]), encoding="utf-8")
    ended = run("t.jsonl -q --explain-threshold")
    assert ended == (
        0,
        "",
        f"{CURVE}borderline pairs: 1 within {THRESHOLDS}\n"
        '  jaccard 0.5500  contained 0.7857  t.jsonl:1 "Ferry"  '
        't.jsonl:2 "nobody knows what will come after week and all of its boats…"\n',
    )


def test_thresholds_of_one_article_are_explained() -> None:
    ended = run("a.txt -q --explain-threshold")
    assert ended == (0, "", f"{CURVE}borderline pairs: 0 within {THRESHOLDS}\n")


def test_without_dedupe_there_is_no_threshold() -> None:
    ended = run("a.txt -q --explain-threshold --skip dedupe")
    assert ended == (2, "", "clean: error: no threshold to explain: dedupe is skipped\n")
