"""Bylines: a line that says who wrote the story, and nothing else."""

from __future__ import annotations

import re

from clean.news.agencies import is_agency
from clean.news.datelines import PARTICLES
from clean.patterns import lazy

_MAX_BYLINE = 90  # two names, "and", two papers
_MAX_NAME = 40  # two names without an opening word; a headline has more

# What opens a byline; compared case-folded. Where the word is a common preposition, names must follow.
_OPENERS = lazy(
    r"""(?:(?:written|reported|story|words|text|analysis|compiled|edited)\s+)?by(?:\s*+:\s+|\s++)
      | (?:author|authors|byline|reporter|autor|autorin|autora|auteur|autore|yazar|автор|текст|reportage\s+by)\s?:\s*
      | (?:von|par|por|di|door|av|af|od|oleh|propos\srecueillis\spar|text:|reportaje\sde)\s+
      | بقلم\s?:?\s+ | (?:كتبت?|تحرير|إعداد)\s?[:–-]\s*
      | كتبت?\s+(?!ال)(?=\S+\s\S+(?:\s\S+)?$)  # a verb: without a colon two or three names follow, no "the minister"
      | (?:文|撰文|作者)\s?[/:：|]\s?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CN_REPORTER = lazy(
    r"(?:本报|本報|[^\s]{2,4}社)?(?:记者|記者|特派员|特約記者)[\s:：]?[^\s，。,]{2,4}(?:[\s、][^\s，。,]{2,4}){0,3}"
    r"(?:[^\s，。]{1,6}(?:报道|報道|報導))?$"
)
_KR_REPORTER = lazy(r"[가-힣]{2,4}(?:\s[가-힣]{2,6})?\s?기자(?:\s?[=]?\s?[\w.]{2,30}@[\w.]{4,40})?$")
_JOINERS = frozenset("and & y e et und en og och ve и و und/and with in for".split()) | PARTICLES
_TITLES = lazy(
    r"(?:staff|senior|special|chief|political|business|sports?|science|health|foreign|associated\spress|our)?\s?"
    r"(?:staff\s|city\s)?(?:writer|reporter|correspondent|editor|columnist|bureau|staff|desk|press|news|redaktion)s?",
    re.IGNORECASE,
)
_NO_NAME = frozenset("the a an this that these those monday tuesday wednesday thursday friday saturday sunday".split())


def read_byline(line: str) -> str:
    """The names of a byline without its opening word; the empty string when the line is none."""
    if len(line) > _MAX_BYLINE:
        return ""
    if not line.isascii() and (_CN_REPORTER.match(line) or _KR_REPORTER.match(line)):
        return line
    opener = _OPENERS.match(line)
    if not opener:
        return ""
    names = line[opener.end() :].strip()
    return names if _names(names) else ""


def is_name(line: str) -> bool:
    """Whether a line is a person's name, or two, and nothing else: a byline where a date stands beside it."""
    return len(line) <= _MAX_NAME and _names(line)


def _names(text: str) -> bool:
    """Whether the text is names: capitalised words, initials, a paper or a title after them, no sentence."""
    if not text or (text[-1] in ".!?:;" and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", text[-4:])):
        return False
    if is_agency(text) or _TITLES.fullmatch(text):
        return True
    words = re.split(r"[\s,|/·]+", re.sub(r"(?<!\S)\S+@\S+|https?:\S+", "", text).strip(" ,|/·-–"))
    if not 2 <= len(words) <= 12 or words[0].casefold() in _NO_NAME or any(char.isdigit() for char in text):
        return False
    proper = [word for word in words if word.casefold() not in _JOINERS]
    return len(proper) >= 2 and all(not word[:1].islower() or _TITLES.fullmatch(word) for word in proper)
