"""What a source's bytes mean: its encoding, decided once from its beginning, and the text of a line in it.

A whole-file detector turns one bad byte into a file of damage, so UTF-8 is taken where most of what is not ASCII is
valid UTF-8, and what is not is decided line by line: one bad byte harms one line. A detector is asked only about
lines that are not UTF-8, and answers from a short list of encodings that news really comes in.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from itertools import compress
from operator import not_

from clean.errors import UsageError
from clean.sources.detector import FALLBACK, beyond_ascii, detect_legacy

SAMPLE = 4 << 20
"""Bytes at a source's beginning that its encoding and line ending are decided from (DESIGN 3.3)."""

BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WIDTHS = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
"""Bytes of a code unit, where it is not one."""

REPLACEMENT = "\ufffd"

PRINTABLE = bytes((10, 13, *range(32, 127)))

PLAIN = bytes(range(128)) + b"\x1b$B!! \\u0041.xn--caf-dma"
"""ASCII that an extension of it reads as ASCII: where ISO 2022 shifts, or Python's other codecs see an escape."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a source's bytes are read.

    `name` is a codec's name in one form (`utf-8`, `utf-16-le`, `cp1252`); `bom` the byte order mark that the source
    begins with and that belongs to no line; `evidence` says in words what decided. `fallback` is the encoding of
    single lines that are not in `name`: of those that `name` cannot decode where that is UTF-8, and of those that are
    plainly UTF-8 where it is a legacy encoding; "" when there are none. `shifts` says that lines which shift from ASCII
    to Japanese characters, as ISO 2022-JP does, are read so.
    """

    name: str = "utf-8"
    bom: bytes = b""
    fallback: str = FALLBACK
    evidence: str = ""
    shifts: bool = False

    @property
    def width(self) -> int:
        """Bytes of a code unit: 1, 2 or 4."""
        return WIDTHS.get(self.name, 1)


def detect(sample: bytes, override: str | None = None, form: str = "txt") -> Encoding:
    """The encoding of the source of a format that begins with `sample` (its first `SAMPLE` bytes, or all of it).

    `override` is what the user says it is. Raises UsageError when that is no encoding, or not ASCII and more (EBCDIC,
    UTF-7, ISO 2022): its line ends could not be found.
    """
    if override:
        return _as_told(sample, override)
    for bom, name in BYTE_ORDER_MARKS:
        if sample.startswith(bom):
            return Encoding(name, bom, evidence="byte order mark")
    if b"\0" in sample and (wide := wide_encoding(sample)):
        return Encoding(wide, evidence="pattern of zero bytes")
    found = _narrow(sample)
    if form == "jsonl" and found.name != "utf-8" and beyond_ascii(sample) < EVIDENCE_IN_JSON:
        return Encoding(evidence="JSON is UTF-8 (RFC 8259)")
    return found


def _as_told(sample: bytes, override: str) -> Encoding:
    name = canonical(override)
    if name in ("utf-16", "utf-32"):
        seen = detect(sample).name
        name = seen if seen.startswith(name) else f"{name}-le"
    bom = next((bom for bom, marked in BYTE_ORDER_MARKS if marked == name and sample.startswith(bom)), b"")
    return Encoding(name, bom, FALLBACK if name == "utf-8" else "", "as told")


def canonical(name: str) -> str:
    """A codec's name in one form.

    Raises UsageError when Python knows no such encoding of text, or it is not ASCII and more.

    >>> canonical("Latin1"), canonical("UTF8"), canonical("windows-1251")
    ('iso8859-1', 'utf-8', 'cp1251')
    """
    try:
        known = codecs.lookup(name).name
        if known == "utf-8-sig":
            return "utf-8"
        if known in WIDTHS or known in ("utf-16", "utf-32") or PLAIN.decode(known) == PLAIN.decode("ascii"):
            return known
    except UnicodeDecodeError:
        pass  # no extension of ASCII
    except (LookupError, ValueError) as error:
        raise UsageError("no such encoding", name, hint="names like utf-8, cp1252, koi8-r, shift_jis") from error
    raise UsageError("no encoding that extends ASCII", name, hint="convert the file to UTF-8 first")


def wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by where its zero bytes stand; None for anything else."""
    sample = sample[: 1 << 16]  # 64 KB show the pattern
    if _is_narrow(sample):
        return None
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // WIDTHS[name] * WIDTHS[name]].decode(name, "replace")
        # 1 in 50 characters is ASCII even in Chinese, for its digits and line ends; as many may be damage.
        if text and unreadable(text) * 50 <= len(text) <= sum(char < "\x7f" for char in text) * 50:
            return name
    return None


def _is_narrow(sample: bytes) -> bool:
    """Whether this is text of one byte a character, or UTF-8, in which zero bytes have come to stand."""
    # In UTF-16 half of Western text is zero bytes, and half of most other text, such as Russian, control characters.
    plain = len(sample) - len(sample.translate(None, PRINTABLE))
    return plain * 5 >= len(sample) * 4 or (is_utf8(sample) and not sample.isascii())


def unreadable(text: str) -> int:
    """How many characters are none that text is made of: control characters, unassigned or private ones, U+FFFD."""
    strange = (unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in "\t\n\r" for char in text)
    return sum(strange) + text.count(REPLACEMENT)


def _narrow(sample: bytes) -> Encoding:
    """UTF-8, or a legacy encoding where nearly everything that is not ASCII is not UTF-8 either."""
    whole = whole_lines(sample)
    shifts = is_shifted(whole)
    if is_utf8(whole):
        return Encoding(evidence="ASCII" if whole.isascii() else "valid UTF-8", shifts=shifts)
    lines = whole.replace(b"\r", b"\n").split(b"\n")
    ours = list(map(mostly_utf8, lines))
    foreign = list(compress(lines, map(not_, ours)))
    if not foreign:
        return Encoding(evidence="UTF-8 with damage", shifts=shifts)
    data = b"\n".join(foreign)
    at_home = sum(beyond_ascii(line) for line in compress(lines, ours) if mostly_utf8(line, CERTAIN))
    if beyond_ascii(data) * 10 <= (beyond_ascii(data) + at_home) * FOREIGN:
        legacy, reason = detect_legacy(data, enough=EVIDENCE_BESIDE_UTF8)
        count = f"{len(foreign)} {'line' if len(foreign) == 1 else 'lines'}"
        return Encoding("utf-8", b"", legacy, f"UTF-8, but {count} read as {legacy} ({reason})", shifts)
    legacy, reason = detect_legacy(data)
    return Encoding(legacy, fallback="utf-8", evidence=reason)


FOREIGN = 9
"""Tenths of the bytes beyond ASCII that must stand in lines that are not UTF-8 for a source to be of a legacy encoding.
With fewer, UTF-8 is the better name for what was put together from both: long text is never UTF-8 by chance."""

CERTAIN = 3
"""Characters of several bytes to a bad place in a line that is UTF-8 for certain, and counts against a legacy encoding.
Of 8,749 lines of Japanese news in EUC-JP one has one to a bad place, none has two; but of ten lines one is a tenth."""

EVIDENCE_BESIDE_UTF8 = 20
"""Bytes beyond ASCII from which a detector is asked about the odd lines of a source of UTF-8: fewer are most often
quotes and accents from Windows, and a guess between 22 encodings would seldom be right."""


EVIDENCE_IN_JSON = EVIDENCE_BESIDE_UTF8
"""Bytes beyond ASCII from which JSON, which should be UTF-8, may be in a legacy encoding: with fewer it is damaged."""


def whole_lines(sample: bytes, width: int = 1) -> bytes:
    """The sample without the line that its end cuts through, where it is the beginning of something longer.

    `width` is that of a code unit.
    """
    if len(sample) < SAMPLE:
        return sample
    end = max(sample.rfind(b"\n"), sample.rfind(b"\r"))
    return sample[: (end // width + 1) * width] if end >= 0 else sample


def is_utf8(line: bytes) -> bool:
    """Whether these bytes are valid UTF-8."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def is_shifted(line: bytes) -> bool:
    """Whether there are Japanese characters here as ISO 2022-JP (of mail and newsgroups) writes them, in ASCII."""
    return b"\x1b$B" in line or b"\x1b$@" in line  # JIS X 0208 of 1983 and of 1978 (RFC 1468)


def mostly_utf8(line: bytes, times: int = 1) -> bool:
    """Whether these bytes are UTF-8, or so with damage: `times` as many characters of several bytes as bad places."""
    return is_utf8(line) or _long_characters(line) >= times * line.decode("utf-8", "replace").count(REPLACEMENT)


def _long_characters(line: bytes) -> int:
    """Characters of several bytes in what is read as UTF-8."""
    text = line.decode("utf-8", "replace")
    return len(text) - (len(line) - beyond_ascii(line)) - text.count(REPLACEMENT)


def decode_line(line: bytes, encoding: Encoding, sure: bool = False) -> tuple[str, bool]:
    """The text of one line without its ending, and whether `encoding.name` gives back the same bytes for it.

    What cannot be decoded is U+FFFD. `sure` is what `one_to_one` says of the encoding.
    """
    if encoding.shifts and line.isascii() and is_shifted(line):
        return line.decode("iso2022_jp_ext", "replace"), False
    if encoding.width == 1 and is_utf8(line):
        text = line.decode()
        if encoding.name == "utf-8" or line.isascii():
            return text, True
        if encoding.fallback == "utf-8" and _long_characters(line) >= UTF8_EVIDENCE:
            return text, False
    if encoding.name == "utf-8":
        return line.decode("utf-8" if mostly_utf8(line) else encoding.fallback, "replace"), False
    text = line.decode(encoding.name, "replace")
    return text, (sure and REPLACEMENT not in text) or encode(text, encoding.name) == line


UTF8_EVIDENCE = 3
"""Characters of several bytes that make a line of a legacy source UTF-8: in a double-byte encoding one or two can be
valid UTF-8 by chance (a headline of one word), in a single-byte one hardly any."""


def one_to_one(name: str) -> bool:
    """Whether each byte is a character by itself, another for each: what was decoded can be encoded back."""
    pairs = [bytes([byte, ord("A")]).decode(name, "replace") for byte in range(256)]
    known = [pair for pair in pairs if REPLACEMENT not in pair]
    return all(len(pair) == 2 for pair in pairs) and len(set(known)) == len(known)


def encode(text: str, name: str) -> bytes | None:
    """The text's bytes, None when the encoding has none for it."""
    try:
        return text.encode(name)
    except UnicodeEncodeError:
        return None
