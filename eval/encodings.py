"""How much text is decoded rightly: every encoding × language × size, with and without one bad byte.

Run: python eval/encodings.py. Prints the share of text that `clean` decodes rightly, and the same for
charset-normalizer and chardet alone where they are installed.
"""

from __future__ import annotations

import argparse
import codecs
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from clean.sources.encodings import detect
from clean.sources.lines import main_line_ending, read_lines

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "sources" / "languages.tsv"

ENCODINGS = {
    "utf-8": "French German Spanish Polish Czech Turkish Russian Ukrainian Greek Hebrew Arabic Japanese Korean Chinese "
    "Taiwanese",
    "utf-8-sig": "French Polish Russian Arabic Japanese",
    "utf-16": "French Russian Hebrew Chinese",
    "utf-16-le": "German Turkish Greek Arabic Japanese Korean",
    "utf-16-be": "Spanish Ukrainian Hebrew Taiwanese",
    "cp1250": "Polish Czech",
    "cp1251": "Russian Ukrainian",
    "cp1252": "French German Spanish",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "iso8859-2": "Polish Czech",
    "iso8859-5": "Russian",
    "iso8859-7": "Greek",
    "iso8859-9": "Turkish",
    "iso8859-15": "French German Spanish",
    "koi8-r": "Russian",
    "koi8-u": "Ukrainian",
    "mac-roman": "French German Spanish",
    "mac-cyrillic": "Russian Ukrainian",
    "cp437": "German",
    "cp850": "French German Spanish",
    "cp852": "Polish Czech",
    "cp932": "Japanese",
    "euc_jp": "Japanese",
    "cp949": "Korean",
    "gb18030": "Chinese",
    "big5": "Taiwanese",
}
"""Encoding → the languages that news is written in with it."""

SIZES = (100, 1_000, 10_000, 100_000)

BAD_BYTES = b"\x81\x92\x98\xc3\xe9\xff"

PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "–": "-", "—": "-", "«": '"', "»": '"', "·": ";"})


class Case(NamedTuple):
    """One cell of the matrix: `data` is `text` in `encoding`, with a bad byte in it or not."""

    encoding: str
    language: str
    size: int
    bad: bool
    text: str
    data: bytes


def languages() -> dict[str, list[str]]:
    """Language → its sentences."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        language, sentence = line.split("\t")
        found[language].append(sentence)
    return dict(found)


def cases(sizes: tuple[int, ...] = SIZES) -> Iterator[Case]:
    """The matrix."""
    sentences = languages()
    for encoding, spoken in ENCODINGS.items():
        for language in spoken.split():
            for size in sizes:
                for bad in (False, True):
                    chance = random.Random(f"{encoding} {language} {size} {bad}")
                    yield case(encoding, language, size, bad, sentences[language], chance)


def case(encoding: str, language: str, size: int, bad: bool, sentences: list[str], chance: random.Random) -> Case:
    """A text of some `size` bytes: paragraphs of one to three sentences, each a line."""
    known = [encodable(sentence, encoding) for sentence in sentences]
    text = ""
    while (short := size - len(text.encode(encoding))) > 0:
        line = " ".join(chance.choices(known, k=chance.randint(1, 3)))
        while len(line) > 40 and len(line.encode(encoding)) > short:
            line = line.rpartition(" ")[0] or line[: len(line) // 2]
        text += line + "\n"
    data = text.encode(encoding)
    return Case(encoding, language, size, bad, text, damage(data, encoding, chance) if bad else data)


def encodable(sentence: str, encoding: str) -> str:
    """The sentence with plain punctuation for what the encoding lacks."""
    try:
        sentence.encode(encoding)
    except UnicodeEncodeError:
        return sentence.translate(PLAIN)
    return sentence


def damage(data: bytes, encoding: str, chance: random.Random) -> bytes:
    """The data with one byte put in where no line ends; in UTF-16, in place of another."""
    byte = bytes([chance.choice(BAD_BYTES)])
    if not encoding.startswith("utf-16"):
        place = chance.randrange(4, len(data) - 4)
        return data[:place] + byte + data[place:]
    feeds = ("\n".encode("utf-16-le"), "\n".encode("utf-16-be"))
    places = [place for place in range(4, len(data) - 4) if data[place // 2 * 2 : place // 2 * 2 + 2] not in feeds]
    place = chance.choice(places)
    return data[:place] + byte + data[place + 1 :]


def right(text: str, gold: str, bad: bool) -> int:
    """Characters decoded rightly: of a line all or none, but that around the bad byte both sides of a line count."""
    lines, golds = text.split("\n"), gold.split("\n")
    if len(lines) != len(golds):
        return 0
    good = 0
    for line, wanted in zip(lines, golds, strict=True):
        if line == wanted:
            good += len(wanted)
        elif bad:
            head = common(line, wanted)
            good += min(len(wanted), head + common(line[head:][::-1], wanted[head:][::-1]))
    return good


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def ours(data: bytes) -> str:
    """The text as `clean` reads it."""
    encoding = detect(data)
    ending = main_line_ending(data, encoding)
    document = read_lines(data[len(encoding.bom) :], encoding, ending)
    return "".join(line + document.endings.get(i, ending).decode() for i, line in enumerate(document.lines))


def by_charset_normalizer(data: bytes) -> str:
    """The text as charset-normalizer alone reads it."""
    import charset_normalizer

    return str(charset_normalizer.from_bytes(data).best() or "")


def by_chardet(data: bytes) -> str:
    """The text as chardet alone reads it."""
    import chardet

    name = chardet.detect(data, prefer_superset=True)["encoding"] or "ascii"
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return data.decode(name, "replace").removeprefix("\ufeff")


READERS: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "clean": ("clean", ours),
    "charset-normalizer": ("charset_normalizer", by_charset_normalizer),
    "chardet": ("chardet", by_chardet),
}


def shares(matrix: list[Case], read: Callable[[bytes], str]) -> list[float]:
    """For each cell the share of its text that is decoded rightly."""
    return [right(read(cell.data), cell.text, cell.bad) / len(cell.text.replace("\n", "")) for cell in matrix]


def table(matrix: list[Case], found: dict[str, list[float]]) -> Iterator[str]:
    """The shares by encoding, by size and over all, a reader a column."""
    yield f"{'':24}" + "".join(f"{name:>20}" for name in found)
    groups: dict[str, list[int]] = defaultdict(list)
    kinds = [(cell.encoding, f"{cell.size} bytes", f"{'one' if cell.bad else 'no'} bad byte", "all") for cell in matrix]
    for groupings in zip(*kinds, strict=True):
        for place, group in enumerate(groupings):
            groups[group].append(place)
    for group, places in groups.items():
        row = (sum(values[place] for place in places) / len(places) for values in found.values())
        yield f"{group:24}" + "".join(f"{value:20.4f}" for value in row)


def main() -> None:
    """Print the table, and on request the cells that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the cells below .99")
    parser.add_argument("--largest", type=int, default=max(SIZES), help="leave out larger texts (bytes)")
    parser.add_argument("--only", action="append", choices=READERS, help="this reader alone")
    given = parser.parse_args()
    matrix = list(cases(tuple(size for size in SIZES if size <= given.largest)))
    readers = {name: read for name, (module, read) in READERS.items() if find_spec(module)}
    found = {name: shares(matrix, read) for name, read in readers.items() if not given.only or name in given.only}
    print(f"share of text decoded rightly, over {len(matrix)} texts")
    print("\n".join(table(matrix, found)))
    if given.wrong:
        for cell, share in zip(matrix, found["clean"], strict=True):
            if share < 0.99:
                print(f"{share:.2f} {cell.encoding} {cell.language} {cell.size} {cell.bad} -> {detect(cell.data)}")


if __name__ == "__main__":
    main()
