"""Paragraphs that a machine broke into lines of a fixed width: which lines belong together, and what joins them.

Whether a story is hard-wrapped is decided for the story as a whole and doubtful cases are left alone, since most text
has a paragraph a line. The sign is that lines are *full*: the first word of the next line would not have fitted within
the width. Lists, tables and verse may have even lines too, but theirs do not go on with a small letter. A paragraph
whose last line happens to be full, with neither a blank line nor an indent after it, is joined to the next one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from clean.document import Edit
from clean.patterns import lazy

# Columns: newspapers' narrowest have 25 letters, wire printers' and terminals' widest lines 132 and a few.
NARROWEST, WIDEST = 25, 140
# The same where letters are twice as wide and there are no spaces.
NARROWEST_IDEOGRAPHIC, WIDEST_IDEOGRAPHIC = 12, 80
# Fewer full lines than this may be chance, but where the source is known to be hard-wrapped.
FEWEST_FULL = 3
FEWEST_WHERE_USUAL = 1
# Where nothing but a short last line ends a paragraph, and paragraphs have a line or two, one break in three is full.
FULL_SHARE = 0.3
# In wrapped prose four of five lines begin with a small letter, in German half of them, in tables and lists hardly any;
# and one in ten ends a sentence, where every line is a sentence all do.
RUNS_ON_SHARE = 0.3
ENDING_SHARE = 0.4
# Where the next line begins with a small letter, 3 to 7 % of the lines of prose end at a comma or another stop, at most
# .40 in one of 1,600 stories wrapped at 28 to 72 columns. Verse is broken where a reader pauses.
PAUSE_SHARE = 0.4
PAUSES = frozenset(".!?…,;:–—،؛")
FEWEST_WITHIN = 4
# The longest 3 % of lines may be overlong: addresses, lines that were not broken.
OVERLONG_SHARE = 0.03
# A line of ideographs may be short by the characters that must not begin the next: "。」".
HANGING = 3

# Ends of sentences, with the quotes and brackets that may follow.
SENTENCE_END = lazy("[.!?…:;。！？．؟۔।։]['\"’”»)\\]」』]*$")
# Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Chinese characters, their punctuation.
SPACELESS = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
IDEOGRAPHIC = lazy("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")

# A hyphen or a dash that stands to a word like a hyphen, at the end of a line.
HYPHEN_END = lazy("(?<!\\w)(\\w+)([-\u2010\u2011])$")
DASH_END = lazy("\\w[\u2013\u2014]$")
WORD = lazy("\\w+")
BROKEN_TAG = lazy("</?[A-Za-z][^<>]*$")  # of HTML: joined it would be a whole one, which `normalize` takes out
BULLET = lazy("[-*•▪‣►]\\s")
# "pre- and post-war", "Vor- und Nachteile": the hyphen is that of a word left out, a space follows.
AND = frozenset("and or to und oder bis sowie et ou y o e en of och eller og i a lub oraz и или".split())

NO_INDENTS: Mapping[int, int] = {}


def find_joins(
    lines: Sequence[str], body: list[int], indents: Mapping[int, int] = NO_INDENTS, usual: int = 0
) -> dict[int, str]:
    """What stands between a line of a story's `body` and the next one in place of a line break: `" "` or `""`.

    Lines that end a paragraph are not in it; a story that is not hard-wrapped gives `{}`. The body is the lines of
    text that are not empty; `indents` tells how many blanks stood before a line, where `normalize` has taken these
    away. `usual` is the width at which the source is hard-wrapped (0: it is not): there a story may have too few lines
    to tell by itself.
    """
    if usual <= WIDEST and _are_overlong(lines, body):
        return {}
    lengths = dict(zip(body, map(len, map(str.rstrip, map(lines.__getitem__, body))), strict=True))
    lengths.update({i: lengths[i] + indents[i] for i in indents.keys() & lengths.keys()})
    joins = _joins_at(_width(lines, lengths), FEWEST_FULL, lines, lengths, indents)
    if not joins and usual >= max(lengths.values(), default=WIDEST):
        joins = _joins_at(usual, FEWEST_WHERE_USUAL, lines, lengths, indents)
    return joins


def _are_overlong(lines: Sequence[str], body: list[int]) -> bool:
    """Whether too many lines are longer than any that was broken, as where most text has a paragraph a line."""
    allowed = int(OVERLONG_SHARE * len(body))
    for i in body:
        if len(lines[i]) > WIDEST and len(lines[i].rstrip()) > WIDEST:
            if not allowed:
                return True
            allowed -= 1
    return False


def _joins_at(
    width: int, fewest: int, lines: Sequence[str], lengths: Mapping[int, int], indents: Mapping[int, int]
) -> dict[int, str]:
    """The joins where lines of these lengths were broken at this width, if so many at least are full."""
    if not width:
        return {}
    body = list(lengths)
    starts = _paragraph_starts(lines, body, indents)
    breaks = [i for i, following in pairwise(body) if following == i + 1 and following not in starts]
    full = {i for i in breaks if _is_full(lengths[i], lines[i + 1], width)}
    if len(full) < max(fewest, FULL_SHARE * len(breaks)) or not _is_prose(lines, full, _is_cased(lines, body)):
        return {}
    if _is_verse(lines, breaks):
        return {}
    joined = (i for i in breaks if i in full or _goes_on(lines[i], lines[i + 1]))
    return {i: _joint(lines[i], lines[i + 1]) for i in joined if not BROKEN_TAG.search(lines[i])}


def find_broken_words(lines: Sequence[str], joins: dict[int, str]) -> dict[int, list[Edit]]:
    """The hyphens to drop at the end of joined lines, because the whole word stands elsewhere in the story.

    Edits in characters of the lines, of rule `hyphenation`.
    """
    candidates = {i: match for i, joint in joins.items() if not joint and (match := HYPHEN_END.search(lines[i]))}
    if not candidates:
        return {}
    words = {word for line in lines for word in WORD.findall(line.casefold())}
    edits = {}
    for i, match in candidates.items():
        follows = WORD.match(lines[i + 1])
        if follows and (match[1] + follows[0]).casefold() in words:
            edits[i] = [Edit(match.start(2), match.end(2), "", "hyphenation")]
    return edits


def _width(lines: Sequence[str], lengths: Mapping[int, int]) -> int:
    """The width at which lines of these lengths may have been broken, 0 where there can be none."""
    if len(lengths) <= FEWEST_FULL:
        return 0
    width = sorted(lengths.values())[-1 - int(OVERLONG_SHARE * len(lengths))]
    if width > WIDEST:
        return 0
    ideographic = sum(bool(IDEOGRAPHIC.search(lines[i])) for i in lengths) * 2 > len(lengths)
    narrowest, widest = (NARROWEST_IDEOGRAPHIC, WIDEST_IDEOGRAPHIC) if ideographic else (NARROWEST, WIDEST)
    return width if narrowest <= width <= widest else 0


def _is_cased(lines: Sequence[str], body: list[int]) -> bool:
    """Whether small letters can tell that a sentence runs on: not in scripts without, nor in text all in capitals."""
    small = sum(lines[i].strip()[:-1].lower() == lines[i].strip()[:-1].upper() or lines[i].isupper() for i in body)
    return small * 2 < len(body)


def _is_full(length: int, following: str, width: int) -> bool:
    """Whether the next word, or the next few ideographs, would not have fitted in a line of this length."""
    following = following.lstrip()
    if IDEOGRAPHIC.match(following):
        return length + HANGING >= width
    return length + 1 + len(following.split(" ", 1)[0]) > width


def _is_prose(lines: Sequence[str], full: Collection[int], cased: bool) -> bool:
    """Whether sentences run over the breaks of full lines."""
    small = sum(lines[i + 1].lstrip()[:1].islower() for i in full)
    ending = sum(_ends_sentence(lines[i]) for i in full)
    return ending <= ENDING_SHARE * len(full) and (not cased or small >= RUNS_ON_SHARE * len(full))


def _is_verse(lines: Sequence[str], breaks: Collection[int]) -> bool:
    """Whether lines end where a reader pauses, though the sentence goes on."""
    within = [i for i in breaks if lines[i + 1].lstrip()[:1].islower()]
    pauses = sum(lines[i].rstrip()[-1:] in PAUSES for i in within)
    return len(within) >= FEWEST_WITHIN and pauses > PAUSE_SHARE * len(within)


def _ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do; the look at its last few characters keeps the search short."""
    return bool(SENTENCE_END.search(line.rstrip()[-8:]))


def _goes_on(line: str, following: str) -> bool:
    """Whether the sentence surely goes on, though the line was not full."""
    return following.lstrip()[:1].islower() and not _ends_sentence(line)


def _paragraph_starts(lines: Sequence[str], body: list[int], indents: Collection[int]) -> set[int]:
    """The lines that begin a paragraph by their looks: an indent, where not most lines have one, or a bullet.

    A hyphen at the beginning of a line may be a dash, unless the line before ends a sentence, as before half the
    bullets at least.
    """
    deep = {i for i in body if i in indents or lines[i][:1].isspace()}
    items = [i for i in body if BULLET.match(lines[i].lstrip()[:4])]
    if sum(not i or not lines[i - 1] or _ends_sentence(lines[i - 1]) for i in items) * 2 < len(items):
        items = []
    return set(items).union(deep if len(deep) * 2 < len(body) else ())


def _joint(line: str, following: str) -> str:
    """What joins two lines of a paragraph."""
    line, following = line.rstrip(), following.lstrip()
    if IDEOGRAPHIC.match(line[-1:]) or IDEOGRAPHIC.match(following):
        return ""
    if SPACELESS.match(line[-1:]) and SPACELESS.match(following):
        return ""
    if HYPHEN_END.search(line[-40:]) or DASH_END.search(line[-2:]):
        first = WORD.match(following)
        return "" if first and first[0].casefold() not in AND else " "
    return " "
