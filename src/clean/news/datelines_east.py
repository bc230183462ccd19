"""Datelines of East Asia: in brackets, `【ロンドン＝田中太郎】`, or a town, a day, a word for wire: `北京3月4日电`."""

from __future__ import annotations

import re

from clean.news.agencies import is_agency
from clean.news.credits import SURNAMES
from clean.news.dateline import Dateline
from clean.news.dates import find_date, iso_date
from clean.news.places import TOWNS
from clean.patterns import lazy

_EAST = lazy(
    r"""\s?(?:
      [(（【［\[〔](?P<box>[^)）】］\]〕]{2,45})[)）】］\]〕](?P<by>[^=＝.。]{2,20}[=＝])?\s?[-–—:：]?\s?
    | [据據]?(?P<cn>(?:[^\s,，。:：()（）]{2,8}社|[^\s,，。:：()（）]{1,3}[新通民视視球国广明]网|本报|本報)?\s?
        (?P<place>[^\s\d,，。:：()（）、]{0,12}?)\s?
        (?:(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:(?:专|綜合|综合|外)?[电電讯訊]|消息))
      (?:\s?[(（](?P<reporter>[^)）]{1,30})[)）])?\s?[:：]?\s?
    | (?P<own>[^\s\d,，。:：()（）、]{1,5}[报報网網社][讯訊])
      (?:\s?[(（](?P<writer>[^)）]{1,30})[)）])?(?:\s?[:：]\s?|\s|(?<=[)）]))
    | (?P<town>[^\s\d,，。:：()（）、]{1,8})
      [（(](?P<agent>[^\s\d（()）]{2,8}?)(?P<wired>(?:\d{1,2}月)?\d{1,2}日[电電])?[）)]\s?
    )""",
    re.VERBOSE,
)
_REPORTER = lazy(r"(?:\S{0,4}?(?:记者|記者|特派员|特派員|通讯员))\s?[:：]?\s?(.{2,20})")
# A town and its reporter on a line of their own: `青葉市＝山田花子`.
_JP_LINE = lazy(r"([^\W\d_]{1,8}[市区町村県府都州島]|[ァ-ヶー]{3,12})[＝=]([\u3400-\u9fff々]{3,5})")
_KR_REPORTER = lazy(r"\s?((?:[가-힣]{2,4}[·,\s]{0,2}){1,3}(?:기자|특파원|통신원))\s?[=＝]")
_CN_AGENCY = lazy(r"[^\s\d]{1,8}?(?:社|网)|本[报報]")
_CN_WIRED = lazy(r"(?:[电電讯訊]|报道|報導|報道)$")
# Who reports within such a box: `記者王明／台北報導`, `記者王明台北4日電`.
_CN_NAMED = lazy(
    rf"(?:本[报報])?(?:记者|記者|特派员|特派員)\s?([{SURNAMES}][\u3400-\u9fff]{{1,3}}?)"
    rf"(?:\s?[／/]\s?|(?={'|'.join(sorted(TOWNS))}))(.+)"
)
# `예시뉴스 | 홍길동 기자`, `베이징=홍길동 특파원`: what is before the name is a town or the paper.
_KR_BOX = lazy(
    r"(?:([^\s=|ㅣ]{2,12})\s?[=|ㅣ\s]\s?)?"
    r"((?:[가-힣]{2,4}[·,\s]{0,2}){1,3}\s?(?:선임|인턴|객원|전문|수습)?(?:기자|특파원|통신원))"
)
_JP_NAMED = lazy(r"([^＝=]{1,12})[＝=]([\u3400-\u9fff々]{3,5}|[\u3400-\u9fff々]{1,3}[ぁ-んァ-ヶー]{1,4})")


_HANGUL = lazy("[가-힣]")


def read_alone(line: str) -> Dateline | None:
    """The dateline of Japanese papers that is a line, a town and who reports from it."""
    found = _JP_LINE.fullmatch(line)
    return Dateline(found[1], "", "", len(line), found[2]) if found else None


def read_eastern(head: str) -> Dateline | None:
    """The dateline that a text in one of these scripts starts with."""
    match = _EAST.match(head)
    if not match or match.end() >= len(head):
        return None
    if match["cn"]:
        written, agency = _wired(match["cn"])
        day = f"{match['year']}年{match['month']}月{match['day']}日" if match["year"] and match["month"] else ""
        known = find_date(day)
        return Dateline(written, agency, iso_date(known) if known else "", match.end(), _reporter(match["reporter"]))
    if match["own"]:
        return Dateline(match["own"], "", "", match.end(), _reporter(match["writer"]))
    if match["agent"]:
        known_agent = is_agency(match["agent"]) or (match["wired"] and match["agent"].endswith("社"))
        return Dateline(match["town"], match["agent"], "", match.end()) if known_agent else None
    written, agency = _wired(match["box"])
    if _CN_WIRED.search(match["box"]) or (agency and written.endswith("日")):
        named = _CN_NAMED.fullmatch(written)  # "（中央社記者王明台北4日電）"
        return Dateline(named[2] if named else written, agency, "", match.end(), named[1] if named else "")
    return _read_box(match)


def _wired(text: str) -> tuple[str, str]:
    """What stands behind the agency's name, and this name; `本报北京3月4日讯` is of no agency."""
    source = _CN_AGENCY.match(text)
    name = str(source[0]) if source and is_agency(source[0]) else ""
    return text[len(name) :].strip(), name


def _reporter(text: str | None) -> str:
    """The name in `记者 张三`."""
    found = _REPORTER.fullmatch(text.strip()) if text else None
    return found[1] if found else ""


def _read_box(match: re.Match[str]) -> Dateline | None:
    """A dateline in brackets: `【ロンドン共同】`, `(서울=연합뉴스) 홍길동 기자 = `, `［東京　４日　ロイター］`."""
    box = match["box"]
    if named := _KR_BOX.fullmatch(box):
        # A correspondent is in a town, a reporter at a paper, unless that is a town's name.
        place = named[1] if named[1] and (named[1] in TOWNS or named[2].endswith("특파원")) else ""
        return Dateline(place, named[1] if named[1] and is_agency(named[1]) else "", "", match.end(), named[2])
    if is_agency(box):
        return Dateline("", box, "", match.end()) if match.string[0] not in "([" else None
    parts = [part for part in re.split(r"[=＝\s　・、]+", box) if part]
    agencies = [part for part in parts if is_agency(part)] or [a for a in ("共同", "時事") if box.endswith(a)]
    uncased = box[0] > "⺀" or (agencies and max(box) > "⺀")
    # What Korean papers join so has an agency or a reporter.
    joined = ("＝" in box or "=" in box) and not _HANGUL.search(box)
    if not uncased or not (agencies or joined or match["by"]):
        return None
    agency = agencies[-1] if agencies else ""
    written = box.replace(agency, "").strip("=＝ 　・") if agency else box
    if not agency and (named := _JP_NAMED.fullmatch(box)):
        return Dateline(named[1], "", "", match.end(), named[2])
    reporter = _KR_REPORTER.match(match["by"] or "")
    return Dateline(written, agency, "", match.end(), reporter[1] if reporter else "")
