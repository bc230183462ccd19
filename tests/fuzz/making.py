"""Made and damaged inputs of every format, the same for the same number."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
from collections.abc import Callable

from clean.settings import Normalize, Settings, Split

STORIES = [
    "PORT ARDEN: The harbour master told the council that the storm had closed the ferry line for a week in all.",
    "MARLOW (AP) - A painting was found behind a wall that nobody had opened in years, the museumâ€™s director said.",
    "Harbour master asks council for a bridge",
    "Harbour master asks council for a bridge",
    "- Ferry line closed for a week",
    "By Nora Quist",
    "By Nora Quist Jr.",
    "【東京＝共同】新しい橋が開通した。",
    "12 March 2026",
    "* * *",
    "© 2026 The Marlow Courier. All rights reserved.",
    "Read more: https://example.org/a?b=c",
    "",
    "",
    "Zürich – «Łódź» São Tomé “quoted” S&amp;P 5&nbsp;% \u200b\ufeff\u00ad e\u0301 ﬁ Ａ １２",
    "Москва. Сегодня в городе открылся новый мост, сообщила мэрия.",
    "東京で新しい橋が開通した。市長は「大きな一歩だ」と述べた。",
    "LEXISNEXIS 1 of 2 DOCUMENTS",
    "LENGTH: 250 words",
    "From MAILER-DAEMON Mon Jan  1 00:00:00 2026",
    "Page 3",
    '<div class="a"><p>The <b>mayor</b> spoke.</p><p>&lt;br&gt;He left. <!-- x --> <script>a(1);</script></p>',
    'The master said: "We need this bridge," and left the "old" hall.',
]
SPICE = [
    b"\x00",
    b"\xff",
    b"\r",
    b"\n",
    b"\r\n",
    b"\x85",
    b"\xe2\x80\xa8",
    b'"',
    b"\\",
    b",",
    b"{",
    b"}",
    b"\xed\xa0\x80",
    b"\x1b[31m",
    b"&lt;",
    b"\xc3",
    b" " * 50,
    b"-" * 80,
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<p>",
    b"\x1a",
]


def lines(chance: random.Random) -> list[str]:
    return [chance.choice(STORIES) for _ in range(chance.randrange(1, 25))]


def as_text(chance: random.Random) -> tuple[str, bytes]:
    codec = chance.choice(
        ["utf-8"] * 4 + ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32", "cp1251", "shift_jis"]
    )
    return ".txt", chance.choice(["\n", "\n", "\r\n", "\r"]).join(lines(chance)).encode(codec, "replace")


def as_jsonl(chance: random.Random) -> tuple[str, bytes]:
    rows = []
    for _ in range(chance.randrange(1, 5)):
        row: dict[str, object] = {chance.choice(["text", "text", "text", "body"]): "\n".join(lines(chance))}
        for key in chance.sample(["title", "headline", "byline", "date", "highlights", "metadata", "span", "x"], 3):
            row[key] = chance.choice([chance.choice(STORIES), 3, 1.5, None, [], ["a", "b"], {}, {"a": [1]}, "", True])
        rows.append(json.dumps(row, ensure_ascii=chance.random() < 0.5))
    return chance.choice([".jsonl", ".ndjson"]), "\n".join(rows).encode()


def as_table(chance: random.Random) -> tuple[str, bytes]:
    suffix, mark = chance.choice([(".csv", ","), (".tsv", "\t")])
    escaped = chance.choice(['""', '""', '\\"'])
    quoted = ['"' + "\n".join(lines(chance)).replace('"', escaped) + '"' for _ in range(chance.randrange(1, 5))]
    if suffix == ".tsv" and chance.random() < 0.5:  # quotes are letters
        quoted = [f'"No," {" ".join(lines(chance)).replace(mark, " ")}']
    rows = [
        mark.join(["title", "text", "x"]),
        *(mark.join([chance.choice(STORIES[3:7]), text, "1"]) for text in quoted),
    ]
    return suffix, chance.choice(["\n", "\r\n"]).join(rows).encode()


def as_bytes(chance: random.Random) -> tuple[str, bytes]:
    return chance.choice([".txt", ".jsonl", ".csv"]), chance.randbytes(chance.randrange(300))


MAKERS = (as_text, as_text, as_jsonl, as_table, as_bytes)
COMPRESS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".gz", gzip.compress),
    (".bz2", bz2.compress),
    (".xz", lzma.compress),
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after some damage: bits flipped, bytes put in, left out, doubled, cut off."""
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        place, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        kind = chance.randrange(6)
        if kind == 0 and place < len(data):
            data = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
        elif kind == 1:
            data = data[:place] + chance.choice(SPICE) * chance.choice((1, 1, 3)) + data[place:]
        elif kind == 2:
            data = data[:place] + data[min(end, place + 20) :]
        elif kind == 3:
            data = data[:end] + data[place:]
        elif kind == 4:
            data = data[:end]
        else:
            data = data[place:]
    return data


def make(number: int) -> tuple[str, bytes]:
    """An input: its name and bytes, the same for the same number."""
    chance = random.Random(number)
    suffix, data = chance.choice(MAKERS)(chance)
    data = damaged(data, chance)
    if chance.random() < 0.1:
        ending, compress = chance.choice(COMPRESS)
        suffix, data = suffix + ending, compress(data)
        if chance.random() < 0.5:
            data = damaged(data, chance)
    return f"{number}{suffix}", data


SETTINGS = (
    Settings(),
    Settings(),
    Settings(skip=frozenset({"split"})),
    Settings(skip=frozenset({"normalize", "dedupe"})),
    Settings(normalize=Normalize(quotes="straight", dashes="hyphen", no_break_spaces="keep")),
    Settings(split=Split(mode="topic")),
    Settings(split=Split(mode="lines")),
)


def settings_of(number: int) -> Settings:
    """Settings that go with an input: all kinds in turn."""
    return SETTINGS[number % len(SETTINGS)]
