"""Dates as news text writes them: what is a date, whether a line is nothing but one, and the ISO form when certain.

A date is certain when its year, month and day stand there and can be read one way only: `04/03/2020` cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as day_of
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from clean.news.calendar import BESIDE_DATES, ERAS, HEADINGS, MONTHS, SOLAR_MONTHS, THAI_YEARS, WEEKDAYS
from clean.news.date_order import DateOrder
from clean.news.papers import PAPER_WORDS, is_paper
from clean.patterns import lazy


def _one_of(names: Iterable[str]) -> str:
    """An expression for one of the names, the longest first, tried where its first letter stands: a third of the time
    that one alternative after the other takes.
    """
    initials = groupby(sorted(names), key=itemgetter(0))
    longest = {initial: sorted((re.escape(name[1:]) for name in some), key=len)[::-1] for initial, some in initials}
    return "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in longest.items())


def _date(months: Iterable[str]) -> str:
    """The expression of a date with these names of months.

    One alternation: "4 March 2020", "4. März", "4 de marzo de 2020", "4-Mar-2020"; ISO; "2020年3月4日"; numbers; "14
    اسفند 1402"; "March 4th, 2020", "2020 March 4"; "令和2年3月4日". What begins at a digit is not asked at every word:
    a fifth of the time. A vowel sign that ends a name is no letter: the end of a word does not tell where one ends.
    """
    names = list(months)
    one, initial = _one_of(names), f"[{''.join(sorted({name[0] for name in names}))}]"
    # What stands where a month does before its day: the names are not tried at every word.
    ahead = rf"(?={initial}\S{{1,{max(map(len, names))}}}\s\d)"
    year = r"(?P<{0}>(?:1[89]|20)\d\d)(?:\s?(?:г(?:ода|\.)?|року|р\.))?(?!\d)".format
    day = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?".format
    return rf"""(?<![^\W\u3040-\u30ff\u3400-\u9fff가-힣])(?:
        (?=\d)(?:
          (?:(?P<y8>(?:1[89]|20)\d\d)\.?\s(?:gada|жылғы|yil)\s)?
          {day("d1")}(?:[/-]|\s?(?:de\s|d['’]|ב)?)(?={initial})(?P<m1>{one})(?!\w)\.?(?:\sd\.)?
          (?:(?:\s?/\s?[^\W\d_]{{3,9}}(?=\s\d\d\d\d))?(?:\s?[,،]?\s(?:del?\s|năm\s)?|(?<=\.)|[/-])
            (?:{year("y1")}|(?:พ\.ศ\.\s?)?(?P<thai>25\d\d|(?<=[\u0e00-\u0e7f]\.\s)[5-7]\d(?=\s*(?:$|[,|()–-]|เวลา)))(?!\d)))?
        | (?=1[89]\d\d|20\d\d)(?:
            (?P<y3>\d{{4}})-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d)
          | (?P<y4>\d{{4}})\s?[年년]\s?(?P<m4>[01]?\d)\s?[月월]\s?(?P<d4>[0-3]?\d)\s?[日일号號]
          | (?P<y7>\d{{4}})(?:[./]|\.\s)(?P<m7>[01]?\d)(?:[./]|\.\s)(?P<d7>[0-3]?\d)(?![\d.]\d))
        | (?P<n1>[0-3]?\d)(?:[./-]|\.\s)(?P<n2>[0-3]?\d)(?:[./-]|\.\s)(?P<y5>(?:1[89]|20)\d\d)(?!\d)
        | (?<![\d.])(?P<d10>0[1-9]|[12]\d|3[01])\.(?P<m10>0[1-9]|1[0-2])\.(?P<y10>[012]\d)(?![\d.:]|\s?%)
        | 1[34]\d\d/[01]?\d/[0-3]?\d(?!\d)
        | (?P<solar_day>[0-3]?\d)\s(?P<solar_month>{"|".join(SOLAR_MONTHS)})(?:\sماه)?\s(?P<solar_year>1[34]\d\d)(?!\d)
        )
      | (?:(?=\d){year("y6")}\.?\s(?:m\.\s)?(?={initial})|{ahead})(?P<m2>{one})(?!\w)\.?\s{day("d2")}(?:\sd\.)?(?![\d:])
        (?:(?:,?\s(?:\d\d?:\d\d(?::\d\d)?\s)?|/){year("y2")})?
      | (?P<era>{"|".join(ERAS)})\s?(?P<y9>\d{{1,3}}|元)\s?年\s?(?P<m9>[01]?\d)\s?月\s?(?P<d9>[0-3]?\d)\s?日
    )"""


_DATE = lazy(lambda: _date(MONTHS), re.IGNORECASE | re.VERBOSE)
# The names of other letters take twice as long to compile, and a run on English text needs none.
_ASCII_DATE = lazy(lambda: _date(filter(str.isascii, MONTHS)), re.IGNORECASE | re.VERBOSE)


def date_pattern(text: str) -> re.Pattern[str]:
    """The expression that finds dates in such a text."""
    return _ASCII_DATE if text.isascii() else _DATE


# Digits of other scripts in the place of ours, one for one.
_OTHER_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙"
_OUR_DIGITS = str.maketrans(_OTHER_DIGITS, "0123456789" * (len(_OTHER_DIGITS) // 10))
_HAS_OTHER_DIGITS = lazy(f"[{_OTHER_DIGITS}]")
# What may stand beside the date in a line that is nothing but a date.
_AROUND = lazy(
    lambda: (
        rf"""(?:
        \d{{1,2}}(?:[:.h]\d\d){{1,2}}(?:\.\d+)?[Zh]? | \d{{1,2}}:\s\d\d\b | \d{{1,2}}h\b | \d{{1,2}}\sh\s\d\d\b
      | \d{{1,2}}(?=\s?[ap]\.?\s?m) | [ap](?:\.\s?)?m\b\.? | (?:[01]\d|2[0-3])[0-5]\d
      | \d{{1,2}}\s?[时時點点시]\s?\d{{1,2}}\s?[分분](?:\s?\d{{1,2}}\s?[秒초])?
      | [+-]\d\d:?\d\d | (?:gmt|utc)\s?[+-]\d\d?(?:[:.]\d\d)? | T(?=\d)
      # how long the piece takes to read
      | (?:~|ca\.\s)?\d{{1,2}}[\s-]?min(?:utes?|uten|utos|uti|ut)?\.?\s(?:read|de\slect(?:ure|ura)|de\sleitura
          |di\slettura|lesezeit|leestijd|czytania)\b
      | (?:reading\stime|read|lesezeit|(?:temps\sde\s)?lecture|(?:tiempo\sde\s)?lectura|tempo\sd[ei]\sle(?:itura|ttura)
          |leestijd|czas\sczytania|время\sчтения)\s?:?\s\d{{1,2}}\s?(?:min|мин)[^\W\d_]*\.?
      # where it stood first, and who edited it, in Chinese
      | (?:来源|來源|稿源|责任编辑|責任編輯|编辑|編輯)\s?[:：]\s?[^\s:：]{{2,12}}(?=\s|$)
      # of a press release
      | for\s(?:immediate\s)?release(?:\son)?\b | (?:immediate\s)?release\sdate\b | embargo(?:ed\suntil)?\b
      | (?:eastern|central|mountain|pacific|atlantic)\s(?:standard\s|daylight\s)?time\b | (?<=\|\s)source:\s.{{2,60}}$
      # what was done then and when, where no blank parts it from the date
      | (?:기사|최종|최초)?\s?(?:입력|수정|등록|승인|송고|게시|게재|발행|작성|업데이트)(?:\s?(?:일시|시간)|일)?
      | (?:公開|更新|掲載|配信|投稿|発行|发布|發布|发表|發表)(?:于|於|日時|日期|时间|時間|時刻|日)?
      | (?:日期|时间|時間)(?=\s?[:：]) | 오전|오후|午前|午後|上午|下午
      | 星期[一二三四五六日天]|[周週][一二三四五六日]|[월화수목금토일]요일|[月火水木金土日]曜日?
      | (?<=[(（])(?:[月火水木金土日]|[월화수목금토일])(?=[)）])
      | (?<![^\W\d_])(?:{_one_of(set(BESIDE_DATES.split()))})(?!\w)
      | [\s|,.:;()\[\]/·•–—，：、／（）［］【】،丨｜-]+
    )"""
    ),
    re.IGNORECASE | re.VERBOSE,
)
LONGEST_HEADING = max(map(len, HEADINGS)) + 2
DIGIT = lazy(r"\d")  # every date has one, and few headlines and places do
# The number of a page, an issue, a volume, in a page header.
_PAGE = lazy(
    r"""\b(?:page|pg|p|seite|s|página|pág|pagina|pag|blz|strona|str|стр|sayfa|sida|side|vol|volume|no|nº|n°|nr|num|issue
    |edition|ausgabe|jahrgang|section|ص|العدد)\b\.?\s?[A-Z]?-?\d{1,6}\b|№\s?\d+""",
    re.IGNORECASE | re.VERBOSE,
)
_ARTICLES = frozenset("THE LE LA EL IL DIE DER DAS DE O".split())  # that open a newspaper's name
_SHEET = lazy(r"^[A-H]?\d{1,3}(?=\s[^\W\d_])|(?<=[^\W\d_]\s)[A-H]?\d{1,3}$")  # "A4 THE DAILY EXAMPLE", at either end
_TIME = lazy(r"\d[:.h]\d\d")
_MAX_HEADER = 110  # characters
_BLANKS = lazy(r"\s+")
_BEFORE = 5  # words that may stand before a date: "Last updated on Monday,"
_MAX_DATE_LINE = 60  # "Published: Wednesday, 24 September 2014 at 10:32 a.m. GMT" has 56 characters
_MAX_DATES = 110  # and so much that it was updated later, in Spanish
LONGEST = max(_MAX_HEADER, _MAX_DATES)  # characters of a line that is read for its date


def find_date(text: str) -> re.Match[str] | None:
    """The first date in a text; its match is of the text with our digits, where it has others."""
    if not DIGIT.search(text):
        return None
    if not text.isascii() and _HAS_OTHER_DIGITS.search(text):
        text = text.translate(_OUR_DIGITS)
    return date_pattern(text).search(text)


def iso_date(match: re.Match[str], order: DateOrder = "") -> str:
    """The ISO 8601 form of a match of a date when it is certain, else the empty string; `order` makes 12/03/2024 so."""
    g = match.groupdict()
    try:
        if g["solar_year"]:
            return _solar(int(g["solar_year"]), SOLAR_MONTHS[g["solar_month"]], int(g["solar_day"])).isoformat()
        year, month, day = _year(g), *_month_and_day(g, match[0], order)
        return day_of(year, month, day).isoformat() if year and month else ""
    except ValueError:
        return ""


def _year(g: dict[str, str | None]) -> int:
    """The year of the common era; 0 for none."""
    if g["thai"]:
        return int(g["thai"][-2:]) + _THAI_CENTURY - THAI_YEARS if (g["m1"] or "")[0] >= _THAI else 0
    if g["era"]:
        return ERAS[g["era"]] + (1 if g["y9"] == "元" else int(g["y9"] or 0))
    if g["y10"]:
        return int(g["y10"]) + _CENTURY
    return int(next((g[name] for name in _YEARS if g[name]), None) or 0)


def _month_and_day(g: dict[str, str | None], written: str, order: DateOrder) -> tuple[int, int]:
    """The month, 0 where it is not certain, and the day."""
    day = int(next((g[name] for name in _DAYS if g[name]), None) or 0)
    if name := g["m1"] or g["m2"]:
        # November in Polish; in Croatian, which has a stop behind the day, October
        return (0 if name.lower() == "listopada" and "." in written else _month(name)), day
    if not g["y5"]:
        return int(next((g[name] for name in _NUMBERED if g[name]), None) or 0), day
    day, month = int(g["n1"] or 0), int(g["n2"] or 0)
    if month > 12:
        return day, month
    # 04/03/2020 is April in one country and March in another; dots are day first everywhere
    open_order = day <= 12 and day != month and "." not in written
    if open_order and order == "month":
        return day, month
    return (0 if open_order and not order else month), day


_YEARS = ("y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8")
_CENTURY = 2000
_DAYS = ("d1", "d2", "d3", "d4", "d7", "d9", "d10")
_NUMBERED = ("m3", "m4", "m7", "m9", "m10")
_THAI, _THAI_CENTURY = "\u0e00", 2500


def _solar(year: int, month: int, day: int) -> day_of:
    """The day of a date of the Iranian calendar.

    Years of 366 days are those that leave one of eight rests divided by 33, which holds from 1799 to 2256 (K. M.
    Borkowski, "The Persian calendar for 3000 years", 1996). 1 Farvardin 1400 was 21 March 2021.
    """
    if not 1 <= day <= (31 if month <= 6 else 30):
        raise ValueError(day)
    past = sum(366 if other % 33 in _LEAP else 365 for other in range(min(year, 1400), max(year, 1400)))
    begin = day_of(2021, 3, 21) + timedelta(past if year >= 1400 else -past)
    return begin + timedelta(31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


def ordered_date(text: str, order: DateOrder) -> str:
    """The ISO form of the first date in a text, by what its source writes first, day or month."""
    found = find_date(text)
    return iso_date(found, order) if found else ""


def read_date(line: str) -> str | None:
    """The ISO form of the first date in a line that is nothing but a date, or the header of a newspaper's page: its
    name, the date, the page's number. The empty string where it is not certain, None where the line is neither.
    """
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    return iso_date(found) if found and (_is_alone(found) or _heads_page(found)) else None


def is_dated(line: str) -> bool:
    """Whether a line is nothing but a date, or the header of a newspaper's page with one."""
    return read_date(line) is not None


def heads_date(line: str) -> bool:
    """Whether a line says of the date on the next one what it is the date of: `Published`, `Veröffentlicht am:`."""
    return len(line) <= LONGEST_HEADING and line.rstrip(" :：").casefold() in HEADINGS


def _month(name: str) -> int:
    """The number of a month's name in any case, as patterns take it."""
    return _NUMBERS[_same_case(name)]


def _same_case(name: str) -> str:
    """A name without regard to case: İ and ı are the letter i to a pattern, and to `casefold` are not."""
    return name.translate(_LETTER_I).casefold()


_LETTER_I = str.maketrans("İı", "ii")
_NUMBERS = {_same_case(name): month for name, month in MONTHS.items()}


def paper_date(line: str) -> str:
    """The ISO date in a line that is a newspaper's name and a date, `Example Times, March 4, 2020`, which heads a story
    below its headline; at a story's end it is a source that the story names.
    """
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    return iso_date(found) if found and is_paper(_names_around(found)) else ""


def _heads_page(found: re.Match[str]) -> bool:
    """Whether a newspaper's name stands around a date that is certain, and perhaps the number of a page or a time."""
    line = found.string
    if line.endswith(("。", "．", "।", "۔")) or not iso_date(found):
        return False  # a full stop ends no header: it is a source that a story names
    words, rest = _names_around(found), _around(found)
    if not 0 < len(words) <= PAPER_WORDS or any(word[0].isdigit() for word in words):
        return False
    if _PAGE.search(rest):
        return all(word[0].isupper() or len(word) <= 3 for word in words)
    return all(map(str.isupper, words)) or (is_paper(words) and _TIME.search(rest) is not None)


def is_running_head(line: str) -> bool:
    """Whether a line is the head of a printed page: a newspaper's name in capitals, a certain date, and the number of
    the page. In small letters it may be a source that the story names.
    """
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    names = [word for word in _names_around(found) if word.isalpha()] if found and iso_date(found) else []
    if not found or not 0 < len(names) <= PAPER_WORDS or not all(map(str.isupper, names)):
        return False
    if names[0] not in _ARTICLES and not is_paper(names):
        return False  # a subhead: "G20 SUMMIT SEPTEMBER 9, 2023"
    before, after = line[: found.start()].strip(), line[found.end() :].strip()
    return any(_PAGE.search(side) or _SHEET.search(side) for side in (before, after))


def _names_around(found: re.Match[str]) -> list[str]:
    """The words around a date that are no time, no weekday and no number of a page."""
    words = _AROUND.sub(" ", _PAGE.sub(" ", _around(found))).split()
    return [word for word in words if word.casefold() not in WEEKDAYS]


def without_date(line: str) -> tuple[str, str]:
    """The line without a date (and time, and `Published`) at its end, and the ISO form of that date when certain."""
    if not (found := find_date(line)):
        return line, ""
    cut, iso = len(line), ""
    for start in reversed([0, *(blank.end() for blank in _BLANKS.finditer(line, 0, found.start()))][-_BEFORE:]):
        alone, day = date_line(line[start:])
        if not alone:
            break
        cut, iso = start, day
    return line[:cut].rstrip(" ,|/·•-–—"), iso


def date_line(line: str) -> tuple[bool, str]:
    """Whether a line says a date (and time) and nothing else, and perhaps when it was updated; and the ISO form of the
    first date when certain.
    """
    found = find_date(line) if len(line) <= _MAX_DATES else None
    alone = found is not None and _is_alone(found)
    return alone, iso_date(found) if found and alone else ""


def _is_alone(found: re.Match[str]) -> bool:
    """Whether nothing but a time, a weekday, `Published` or a later date stands around a date."""
    line = found.string
    if len(line) > _MAX_DATES or not _says_nothing(line[: found.start()]):
        return False
    rest = line[found.end() :]
    if len(line) <= _MAX_DATE_LINE and _says_nothing(f"|{rest}"):
        return True
    updated = find_date(rest)
    return updated is not None and _says_nothing(_around(updated))


def _says_nothing(text: str) -> bool:
    """Whether a text is nothing but what may stand around a date."""
    return all(word in WEEKDAYS for word in _AROUND.sub(" ", text).casefold().split())


def _around(found: re.Match[str]) -> str:
    """What stands around a date, with a bar in its place."""
    return f"{found.string[: found.start()]} | {found.string[found.end() :]}"


def around_date(line: str) -> str | None:
    """What stands around a date that is certain, but for weekdays; None where there is no such date."""
    found = find_date(line)
    if not found or not iso_date(found):
        return None
    return " ".join(word for word in _around(found).split() if word.strip(",.").casefold() not in WEEKDAYS)
