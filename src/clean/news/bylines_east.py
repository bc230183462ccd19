"""Bylines of China, Japan and Korea: a word for who writes behind or before the names, without blanks perhaps."""

from __future__ import annotations

import re

from clean.news.credits import SURNAMES
from clean.patterns import lazy

# Characters within which one of an eastern script stands: eight of a paper's name, `=` between blanks, a reporter's.
REACH, FIRST = 12, "\u2e80"
_IDEOGRAPHS = "[\u3400-\u9fff·]"
CN_REPORTER = lazy(
    rf"""(?:(?:本报|本報|本刊|\S{{2,4}}社|\S{{1,6}}(?:网|报|報|新闻|财经))\s?)?(?:驻\S{{2,4}}|駐\S{{2,4}})?
    (?:特约|特約|首席|实习)?(?:记者|記者|特派员|特派員|通讯员)
    (?:[\s:：]\s?{_IDEOGRAPHS}{{2,4}} | (?:\s?[｜丨|]\s?)?[{SURNAMES}]{_IDEOGRAPHS}{{1,3}})
    (?:[\s、]{_IDEOGRAPHS}{{2,4}}){{0,3}} (?:\s通讯员\s{_IDEOGRAPHS}{{2,4}})?
    (?:[／/\s]?\S{{1,6}}(?:报道|報道|報導))?$""",
    re.VERBOSE,
)
# What stands before such a reporter.
_CN_LABEL = lazy(r"(?:采写|撰文|文|作者)\s?[／/:：|｜丨]\s?")
EAST_NAMES = lazy(
    r"(?:(?:取材・)?(?:写真・)?(?:文|撰文)(?:・写真)?\s?[／/:：|＝=・｜丨]\s?|(?:取材・文|写真・文|文・写真)\s"
    r"|(?:(?:取材・)?執筆|作者|撰稿|采写|构成|構成|聞き手)\s?[:：／/＝=・|｜丨]\s?)"
    r"([\u3400-\u9fff々ァ-ヶー]{2,4}(?:[\s・、·]?[\u3041-\u30ff\u3400-\u9fff々ー]{1,6}){0,4})$"
)
# A paper or a town, names, a desk, and an address: `예시신문 홍길동·김철수 국제부 기자 hong@example.com`.
KR_REPORTER = lazy(
    r"(?!(?:사진|사진제공|자료사진|그래픽|영상)\s?=)"  # the picture's: `formulaic/photo_credit.py`
    r"(?:(?:글[·ㆍ・]?(?:사진)?|정리|취재|기자명|대담)(?:\s?=\s?|\s))?"
    r"((?:[가-힣A-Za-z0-9]{2,8}(?:\s?=\s?|\s))?[가-힣]{2,4}(?:[·ㆍ・,]\s?[가-힣]{2,4}){0,4}\s?"
    r"(?:[가-힣]{1,5}[부팀국]\s)?(?:(?:선임|인턴|객원|전문|수습)?기자|(?:[가-힣]{2,5}\s)?특파원|논설위원|통신원|칼럼니스트)"
    r"(?:\s?=?\s?[\w.]{2,30}@[\w.]{4,40})?)(?:\s?[(<][\w.]{2,30}@[\w.]{4,40}[)>]?)?$"
)


def read_eastern(line: str) -> str:
    """The names of a byline in one of these scripts, without wrappers around it; the empty string when it is none."""
    if max(line[:REACH], default="") < FIRST:
        return ""
    label = _CN_LABEL.match(line)
    reporter = line[label.end() :] if label else line
    if CN_REPORTER.match(reporter):
        return reporter
    if named := EAST_NAMES.match(line) or KR_REPORTER.match(line):
        return str(named[1])
    return ""
