"""Dates as news text writes them: what is a date, whether a line is nothing but one, and the ISO form when certain.

A date is certain when its year, month and day stand there and can be read one way only: `04/03/2020` cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as calendar
from itertools import groupby
from operator import itemgetter

from clean.patterns import lazy

# Month names as they stand in datelines and date lines: in full, and the abbreviations in use (genitives in Slavic
# languages). A name that means different months in two languages is left out ("mai" is May in both of its languages).
_MONTHS = (
    # January
    "january január ianuarie januar siječnja tammikuuta januari كانون_الثاني jan januar jänner janvier janv enero"
    " ene gennaio genn januari janeiro ocak oca января янв січня stycznia"
    " يناير جانفي ינואר ιανουαρίου ledna जनवरी януари januára januára",
    "february február februarie februari veljače helmikuuta شباط feb febr februar février févr fevr febrero"
    " febbraio febbr februari fevereiro fev şubat şub февраля фев"
    " лютого lutego فبراير فيفري פברואר φεβρουαρίου února फरवरी февруари",
    "march március martie marts mars maret ožujka maaliskuuta آذار mar märz mrz mars marzo maart mrt março mart"
    " марта мар березня marca مارس מרץ μαρτίου března मार्च март",
    "april április aprilie travnja huhtikuuta نيسان apr avril avr abril abr aprile april nisan nis апреля апр"
    " квітня kwietnia أبريل ابريل إبريل أفريل אפריל"
    " απριλίου dubna अप्रैल април",
    "may május maj mai svibnja toukokuuta أيار mai mayo maggio magg mei maio mayıs мая май травня maja مايو ماي"
    " מאי μαΐου května मई",
    "june június iunie juni lipnja kesäkuuta حزيران jun юни juni juin junio giugno junho haziran haz июня июн"
    " червня czerwca يونيو جوان יוני ιουνίου června जून",
    "july július iulie srpnja heinäkuuta تموز jul юли juli juillet juil julio luglio julho temmuz tem июля июл"
    " липня lipca يوليو جويلية יולי ιουλίου"
    " července जुलाई",
    "august augusztus augusti agustus kolovoza elokuuta آب aug août aout agosto ago augustus ağustos ağu августа"
    " авг серпня sierpnia أغسطس اغسطس أوت אוגוסט αυγούστου"
    " srpna अगस्त август",
    "september szeptember septembrie rujna syyskuuta أيلول sept sep septembre septiembre settembre sett setembro"
    " set eylül eyl сентября сен сент вересня września"
    " سبتمبر ספטמבר σεπτεμβρίου září सितंबर септември",
    "october október octombrie oktober lokakuuta تشرين_الأول oct oktober okt octobre octubre ottobre ott outubro"
    " out ekim eki октября окт жовтня października أكتوبر"
    " اكتوبر אוקטובר οκτωβρίου října अक्टूबर октомври",
    "november noiembrie studenoga studenog marraskuuta تشرين_الثاني nov novembre noviembre novembro kasım kas"
    " ноября ноя нояб листопада listopada نوفمبر נובמבר νοεμβρίου"
    " listopadu नवंबर ноември",
    "december decembrie desember prosinca joulukuuta كانون_الأول dec dezember dez décembre déc diciembre dic"
    " dicembre dezembro aralık ara декабря дек грудня grudnia"
    " ديسمبر דצמבר δεκεμβρίου prosince दिसंबर декември",
)
MONTHS: dict[str, int] = {
    name.replace("_", " "): number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
    " lunedì martedì mercoledì giovedì venerdì sabato domenica"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira"
    " hétfő kedd szerda csütörtök péntek szombat vasárnap poniedziałek wtorek środa czwartek piątek sobota niedziela"
    " måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag pondělí úterý středa čtvrtek pátek"
    " neděle понеділок вівторок середа четвер п'ятниця субота неділя senin selasa rabu kamis jumat sabtu minggu"
    " pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    " понедельник вторник среда четверг пятница суббота воскресенье"
    " الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد".split()
)


def _by_initial(names: Iterable[str]) -> str:
    """An expression for one of the names, the longest first, tried where its first letter stands: a third of the time
    that one alternative after the other takes.
    """
    initials = groupby(sorted(names), key=itemgetter(0))
    longest = {initial: sorted((re.escape(name[1:]) for name in some), key=len)[::-1] for initial, some in initials}
    return "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in longest.items())


_NAMES = _by_initial(MONTHS)
_INITIAL = f"[{''.join(sorted({name[0] for name in MONTHS}))}]"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)(?:\s?г(?:ода|\.)?)?(?!\d)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?"
# What stands where a month does before its day: the names are not tried at every word.
_AHEAD = rf"(?={_INITIAL}\S{{1,{max(map(len, MONTHS))}}}\s\d)"
# One alternation: "4 March 2020", "4. März", "4 de marzo de 2020"; ISO; "2020年3月4日"; "2020 March 4"; numbers; and
# "March 4th, 2020". What can begin at no digit is not asked at every word: a fifth of the time.
DATE = lazy(
    rf"""(?<![\w])(?:
        (?=\d)(?:
          {_DAY.format("d1")}\s?(?:de\s|d')?(?={_INITIAL})(?P<m1>{_NAMES})\b\.?
          (?:(?:,?\s(?:de\s)?|(?<=\.)){_YEAR.format("y1")})?
        | (?=1[89]\d\d|20\d\d)(?:
            (?P<y3>\d{{4}})-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d)
          | (?P<y4>\d{{4}})\s?[年년]\s?(?P<m4>[01]?\d)\s?[月월]\s?(?P<d4>[0-3]?\d)\s?[日일号號]
          | (?P<y7>\d{{4}})[./](?P<m7>[01]?\d)[./](?P<d7>[0-3]?\d)(?![\d.]\d)
          | {_YEAR.format("y6")}\.?\s(?P<m6>{_NAMES})\b\.?\s{_DAY.format("d6")}(?![\d:]))
        | (?P<n1>[0-3]?\d)[./-](?P<n2>[0-3]?\d)[./-](?P<y5>(?:1[89]|20)\d\d)(?!\d)
        )
      | {_AHEAD}(?P<m2>{_NAMES})\b\.?\s{_DAY.format("d2")}(?![\d:])(?:,?\s{_YEAR.format("y2")})?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand beside the date in a line that is nothing but a date.
_AROUND = lazy(
    r"""(?:
        (?<![^\W\d_])(?:last\s|son\s)?(?:first\s)?(?:updated|published|posted|modified|date|on|at|le|el|il|am|den|publié
          |publicado|actualizado|aktualisiert|stand|veröffentlicht|mise?\sà\sjour|aggiornato|pubblicato|gepubliceerd
          |опубликовано|обновлено|erschienen|опубліковано|оновлено|atualizad[oa]|publicad[oa]|modifié|geändert|bijgewerkt
          |güncelleme|güncellenme|güncellendi|yayınlanma|giriş|입력|수정|등록|송고|업데이트|نشر|تحديث|أعلن|uhr|à|a\slas|em
          |às|um|om|alle|ore|в|о|klo|kl|saat|h|hrs|noon|midnight)\b
      # how long the piece takes to read
      | (?:~|ca\.\s)?\d{1,2}[\s-]?min(?:utes?|uten|utos|uti|ut)?\.?\s(?:read|de\slect(?:ure|ura)|de\sleitura|di\slettura
          |lesezeit|leestijd|czytania)\b
      | (?:reading\stime|read|lesezeit|(?:temps\sde\s)?lecture|(?:tiempo\sde\s)?lectura|tempo\sd[ei]\sle(?:itura|ttura)
          |leestijd|czas\sczytania|время\sчтения)\s?:?\s\d{1,2}\s?(?:min|мин)[^\W\d_]*\.?
      # where it stood first, and who edited it, in Chinese
      | (?:来源|來源|稿源|责任编辑|責任編輯|编辑|編輯)\s?[:：]\s?[^\s:：]{2,12}(?=\s|$)
      | \d{1,2}(?:[:.h]\d\d){1,2}(?:\.\d+)?Z? | \d{1,2}h\b | \d{1,2}[時时點点시]\s?\d{1,2}[分분]
      | \d{1,2}(?=\s?[ap]\.?m) | [ap]\.?m\b\.? | (?:[01]\d|2[0-3])[0-5]\d
      | (?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|bst|cet|cest|msk|мск|jst|sgt|aest|et|ct|pt)\b
      | [+-]\d\d:?\d\d | T(?=\d) | [\s|,.:;()/·•–—-]+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands alone on the line above a date, and says what it is the date of.
_HEADINGS = frozenset(
    """published|first published|date published|published on|published at|publication date|date of publication|posted
    |posted on|updated|last updated|updated on|last modified|modified
    |publié|publié le|paru le|mis à jour|mis à jour le|mise à jour|mise à jour le|dernière mise à jour|modifié le
    |date de publication
    |veröffentlicht|veröffentlicht am|erschienen|erschienen am|aktualisiert|aktualisiert am|zuletzt aktualisiert|stand
    |publicado|publicada|publicado el|publicado em|fecha de publicación|data de publicação|actualizado|actualizado el
    |última actualización|atualizado|atualizada|atualizado em|última atualização|pubblicato|pubblicato il|aggiornato
    |aggiornato il|ultimo aggiornamento|data di pubblicazione|gepubliceerd|gepubliceerd op|bijgewerkt|laatst bijgewerkt
    |publicerad|publicerat|uppdaterad|publisert|oppdatert|udgivet|offentliggjort|opdateret|julkaistu|päivitetty
    |opublikowano|data publikacji|zaktualizowano|aktualizacja|publikováno|aktualizováno|közzétéve|frissítve|publicat
    |actualizat|objavljeno|ažurirano|yayınlanma|yayınlanma tarihi|yayın tarihi|güncelleme|güncelleme tarihi|güncellendi
    |опубликовано|дата публикации|обновлено|опубліковано|оновлено|публикувано|обновена|δημοσιεύτηκε|ενημερώθηκε
    |نشر|نشر في|تاريخ النشر|نُشر في|آخر تحديث|تم التحديث|תאריך פרסום|פורסם|עודכן|प्रकाशित|अपडेट|अपडेटेड|dipublikasikan
    |diperbarui|발행|입력|등록|수정|업데이트|公開日|更新日|掲載日|发布时间|發布時間|发布日期|更新时间|更新時間"""
    .replace("\n", "").replace("    |", "|").split("|")
)  # fmt: skip
_LONGEST_HEADING = max(map(len, _HEADINGS)) + 2
_DIGIT = lazy(r"\d")  # every date has one, and few headlines and places do
# The number of a page, an issue, a volume, in a page header.
_PAGE = lazy(
    r"""\b(?:page|pg|p|seite|s|página|pág|pagina|pag|blz|strona|str|стр|sayfa|sida|side|vol|volume|no|nº|n°|nr|num|issue
    |edition|ausgabe|jahrgang|section|ص|العدد)\b\.?\s?[A-Z]?-?\d{1,6}\b|№\s?\d+""",
    re.IGNORECASE | re.VERBOSE,
)
_MAX_PAPER = 6  # words in a newspaper's name
# The words that end a newspaper's name, or begin it in Romance languages. Those that end headlines of round-ups as well
# ("Morning News, 4 March 2020") are not here.
_PAPERS = frozenset(
    """times post herald gazette tribune chronicle courier journal observer telegraph guardian mirror echo examiner
    inquirer enquirer sentinel dispatch argus mercury advertiser independent zeitung nachrichten anzeiger tageblatt
    tagblatt rundschau kurier dagblad dagbladet nieuwsblad courant krant tidning avis gazetesi газета
    известия""".split()
)
_OPENING_PAPERS = frozenset(
    "diario diário jornal gazeta correio gaceta gazette corriere gazzetta giornale dziennik".split()
)
_EASTERN_PAPERS = ("日报", "晚报", "晨报", "时报", "日報", "晚報", "時報", "新聞", "신문", "일보")
_TIME = lazy(r"\d[:.h]\d\d")
_ARTICLES = frozenset("the le la el il die der das de o a".split())
_MAX_HEADER = 110  # characters
_BLANKS = lazy(r"\s+")
_BEFORE = 5  # words that may stand before a date: "Last updated on Monday,"
_MAX_DATE_LINE = 60  # "Published: Wednesday, 24 September 2014 at 10:32 a.m. GMT" has 56 characters
_MAX_DATES = 110  # and so much that it was updated later, in Spanish


def find_date(text: str) -> re.Match[str] | None:
    """The first date in a text."""
    return DATE.search(text) if _DIGIT.search(text) else None


def iso_date(match: re.Match[str]) -> str:
    """The ISO 8601 form of a match of DATE when it is certain, else the empty string."""
    g = match.groupdict()
    year = g["y1"] or g["y2"] or g["y3"] or g["y4"] or g["y5"] or g["y6"] or g["y7"]
    if not year:
        return ""
    if name := g["m1"] or g["m2"] or g["m6"]:
        if name.lower() == "listopada" and "." in match[0]:
            return ""  # November in Polish; in Croatian, which has a stop behind the day, October
        month, day = _month(name), int(g["d1"] or g["d2"] or g["d6"])
    elif g["y5"]:
        day, month = int(g["n1"]), int(g["n2"])
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month and "." not in match[0]:
            return ""  # 04/03/2020 is April in one country and March in another; dots are day first everywhere
    else:
        month, day = int(g["m3"] or g["m4"] or g["m7"]), int(g["d3"] or g["d4"] or g["d7"])
    try:
        return calendar(int(year), month, day).isoformat()
    except ValueError:
        return ""


def is_dated(line: str) -> bool:
    """Whether a line is nothing but a date, or the header of a newspaper's page with one."""
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    return found is not None and (_is_alone(found) or _heads_page(found))


def heads_date(line: str) -> bool:
    """Whether a line says of the date on the next one what it is the date of: `Published`, `Veröffentlicht am:`."""
    return len(line) <= _LONGEST_HEADING and line.rstrip(" :：").casefold() in _HEADINGS


def _month(name: str) -> int:
    """The number of a month's name in any case, as patterns take it."""
    return _NUMBERS[_same_case(name)]


def _same_case(name: str) -> str:
    """A name without regard to case: İ and ı are the letter i to a pattern, and to `casefold` are not."""
    return name.translate(_LETTER_I).casefold()


_LETTER_I = str.maketrans("İı", "ii")
_NUMBERS = {_same_case(name): month for name, month in MONTHS.items()}


def page_header(line: str) -> str:
    """The ISO date in a line that is the header of a newspaper's page: its name, the date, the page's number."""
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    return iso_date(found) if found and _heads_page(found) else ""


def paper_date(line: str) -> str:
    """The ISO date in a line that is a newspaper's name and a date, `Example Times, March 4, 2020`, which heads a story
    below its headline; at a story's end it is a source that the story names.
    """
    found = find_date(line) if len(line) <= _MAX_HEADER else None
    return iso_date(found) if found and _is_paper(_names_around(found)) else ""


def _heads_page(found: re.Match[str]) -> bool:
    """Whether a newspaper's name stands around a date that is certain, and perhaps the number of a page or a time."""
    line = found.string
    if line.endswith(("。", "．", "।", "۔")) or not iso_date(found):
        return False  # a full stop ends no header: it is a source that a story names
    words, rest = _names_around(found), _around(found)
    if not 0 < len(words) <= _MAX_PAPER or any(word[0].isdigit() for word in words):
        return False
    if _PAGE.search(rest):
        return all(word[0].isupper() or len(word) <= 3 for word in words)
    return all(map(str.isupper, words)) or (_is_paper(words) and _TIME.search(rest) is not None)


def _names_around(found: re.Match[str]) -> list[str]:
    """The words around a date that are no time, no weekday and no number of a page."""
    words = _AROUND.sub(" ", _PAGE.sub(" ", _around(found))).split()
    return [word for word in words if word.casefold() not in WEEKDAYS]


def _is_paper(words: list[str]) -> bool:
    """Whether words are surely a newspaper's name, or a broadcaster's news: `CBS News`."""
    own = words[1:] if words and words[0].casefold() in _ARTICLES else words
    if (
        not own
        or len(words) > _MAX_PAPER
        or not all(word[0].isupper() or word.upper() == word.lower() or len(word) <= 3 for word in words)
    ):
        return False
    if own[-1].endswith(_EASTERN_PAPERS):
        return True
    sent = own[-1] == "News" and len(own) == 2 and own[0].isupper() and len(own[0]) > 1
    opened = len(own) > 1 and own[0].casefold() in _OPENING_PAPERS
    return sent or opened or (len(words) > 1 and own[-1].casefold() in _PAPERS)


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
