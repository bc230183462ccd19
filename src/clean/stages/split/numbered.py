"""Stories under marks of their own, as scripts and shells write them between texts: `Article 3`, `==> 003.txt <==`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from clean.document import BODY, Mark
from clean.stages.split.usual.profile import PROFILED

if TYPE_CHECKING:
    from clean.document import Document
    from clean.settings import Split

# What texts are called where they are counted. Not what a text itself counts: chapters, parts, steps, questions, days.
_CALLED = (
    "ARTICLE CLIPPING DOC DOCUMENT FILE ID NEWS RECORD STORY TEXT"
    " ARTIKEL BEITRAG DATEI DOKUMENT MELDUNG NACHRICHT BERICHT BESTAND"
    " DÉPÊCHE FICHIER TEXTE ARTÍCULO ARCHIVO DOCUMENTO NOTICIA TEXTO ARTIGO ARQUIVO NOTÍCIA ARTICOLO NOTIZIA TESTO"
    " ARTYKUŁ PLIK TEKST СТАТЬЯ ДОКУМЕНТ НОВОСТЬ ТЕКСТ ФАЙЛ СТАТТЯ НОВИНА HABER MAKALE METİN مقال مقالة خبر وثيقة"
    " 文章 文档 新闻 記事 文書 기사 문서"
).split()
_SIGNS = r"[-=*#~_<>|+%@$:.,\[\](){}/\\\s]*"
_OF = r"(?:\s?(?:/|OF|VON|VAN|DE|SUR|DI|ИЗ|AF|AV)\s?\d{1,7})?"
_FILE = r"[\w./\\-]+\.(?:TXT|TEXT|HTML?|XML|SGML?|JSON|MD|PDF|DOCX?|RTF)"
_MARK = re.compile(
    rf"(?P<open>{_SIGNS})(?:(?P<called>(?:{'|'.join(_CALLED)})(?:\s(?:{'|'.join(_CALLED)}))?)[\s:#№°.=-]{{0,3}})?"
    rf"(?P<name>\d{{1,12}}|{_FILE})(?P<close>{_OF}{_SIGNS})",
    re.IGNORECASE,
)
_RULED = re.compile(r"([-=*#~_<>|+%@])\1")
_LONGEST = 120  # characters of a mark: a path may be long
_FEWEST = 2  # marks, of which a number alone needs one more
_TEXT = 400  # letters below a mark on average: articles of a law, questions and items of a list have fewer
_DATE = re.compile(r"\d{4}|\d{6}|\d{8}")  # a year, or a date without signs: over an entry of a chronicle


class DocumentMark(NamedTuple):
    """A line that stands over a story: its `shape`, in which the story's `name` is left out, and the name."""

    shape: str
    name: str


def find_numbered(document: Document, settings: Split) -> str:
    """The shape of the marks over the stories of a source, by its first lines; "" where it has none.

    Such a mark is the first line. Its like stand further on, with other names: numbers alone are counted one by one,
    between rows of signs upwards, for a text may have numbers over its parts.
    """
    if settings.layout != "auto" or settings.mode != "headlines" or "export-layout" in settings.off:
        return ""
    lines = document.lines[:PROFILED]
    first = next((line for line, text in enumerate(lines) if text and not _is_sign(document, line)), -1)
    mark = read_mark(lines[first]) if first >= 0 else None
    if mark is None:
        return ""
    places = [line for line in range(first, len(lines)) if _has(lines[line], mark.shape)]
    return mark.shape if _is_count(lines, places) and _holds_texts(document, places, len(lines)) else ""


def read_mark(text: str) -> DocumentMark | None:
    """What mark a line is, if it is one: a name, or a number that is called so or stands between signs or alone."""
    found = _MARK.fullmatch(text.strip()) if 0 < len(text) <= _LONGEST else None
    if found is None:
        return None
    begin, end = found.span("name")
    kind = "0" if found["name"].isdigit() else "*"
    return DocumentMark(found.string[:begin].casefold() + kind + found.string[end:].casefold(), found["name"])


def numbered_lines(document: Document, shape: str, first: int, last: int) -> Iterator[int]:
    """The lines in `[first, last)` that are marks of this shape."""
    return (line for line in range(first, last) if _has(document.lines[line], shape))


def take_mark(lines: Sequence[str], marks: bytearray, shape: str) -> str:
    """Take the mark off the lines of a story, whose first it is but for blank ones, and say what it names."""
    for line, text in enumerate(lines):
        if (mark := read_mark(text)) is not None and mark.shape == shape:
            marks[line] = Mark.METADATA
            return mark.name
    return ""


def _has(text: str, shape: str) -> bool:
    return 0 < len(text) <= _LONGEST and (mark := read_mark(text)) is not None and mark.shape == shape


def _is_sign(document: Document, line: int) -> bool:
    """Whether a line is furniture and no mark, which may be furniture to the rules: `--- 3 ---`."""
    return document.marks[line] != BODY and read_mark(document.lines[line]) is None


def _is_count(lines: Sequence[str], places: Sequence[int]) -> bool:
    """Whether marks are those of different stories."""
    marks = [mark for line in places if (mark := read_mark(lines[line]))]
    names = [mark.name for mark in marks]
    if len(marks) < _FEWEST or len(set(names)) < len(names):
        return False
    if not names[0].isdigit() or any(char.isalpha() for char in marks[0].shape):
        return True
    numbers = list(map(int, names))
    steps = {after - before for before, after in pairwise(numbers)}
    counted = min(steps) > 0 if _RULED.search(marks[0].shape) else steps == {1}
    return len(marks) > _FEWEST and counted and not _DATE.fullmatch(names[0])


def _holds_texts(document: Document, places: Sequence[int], last: int) -> bool:
    """Whether there is a text below each mark, and as much as articles have."""
    sizes = [_letters(document, range(begin + 1, end)) for begin, end in pairwise([*places, last])]
    return min(sizes[:-1]) > 0 and sum(sizes) >= _TEXT * len(sizes)


def _letters(document: Document, lines: Iterable[int]) -> int:
    return sum(len(document.lines[line]) for line in lines if document.marks[line] == BODY)
