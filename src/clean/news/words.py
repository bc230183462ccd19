"""Words of a line: as compared (case- and punctuation-folded), and those that tell what it is about.

Scripts without blanks between words give pairs of characters in place of words, or runs of letters.
"""

from __future__ import annotations

import re

from clean.news.stopwords import STOPWORDS

# Letters and digits; an apostrophe or hyphen cuts, so that "AP's" and "mid-April" meet "AP" and "April".
WORD = re.compile(r"[^\W_]+")
_EAST = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ALPHABETS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao; Myanmar; Khmer
UNSPACED = re.compile(f"[{_EAST}{_ALPHABETS}]")
EAST = re.compile(f"[{_EAST}]")
# Scripts that are compared by pairs of characters: those of East Asia, and Hangul, whose words carry particles.
IN_PAIRS = re.compile(rf"[{_EAST}\uac00-\ud7a3]")
# A letter or digit of these scripts, or of those beside them; two hiragana are grammar.
PAIRED = r"[^\W_\x00-\u2e80]"
_PAIR = re.compile(f"(?![ぁ-ん]{{2}})(?=({PAIRED}{{2}}))")
# Alphabets without blanks are compared by runs of letters: two tell no more than two of ours do. Of 13 stories in Thai
# in ten layouts .43 of the boundaries were found with pairs, .80, .86 and .85 with runs of four, five and six letters.
IN_RUNS = re.compile(f"[{_ALPHABETS}]")
RUN = 5
_RUN = re.compile(f"(?=({IN_RUNS.pattern}{{{RUN}}}))")
STEM = 6  # letters: cuts most endings of the European languages off ("minist|er", "minist|ry", "minist|re")
# Letters of words of four and more, in ranges: twice as fast as classes. Latin, Greek, Cyrillic; Arabic without its
# punctuation marks; the scripts of India and others up to U+1FFF; half-width and other late blocks.
LETTER = "[a-z\u00df-\u060b\u0620-\u0669\u066e-\u06d3\u06d5-\u0963\u0966-\u1fff\ua640-\uffdc]"
_LONG = re.compile(LETTER + "{4,}")
# Letters of Vietnamese alone: horns, and a second mark on a vowel. It is written in syllables, most words being two.
SYLLABLES = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea4-\u1eb7\u1ebe-\u1ec7\u1ed0-\u1ee3\u1ee8-\u1ef1]")
_SYLLABLE = re.compile(f"(?<!{LETTER})(?=({LETTER}+) ({LETTER}+))")


# ASCII in lower case, a blank for all that is in no word: a tenth of the time that the pattern takes. Of bytes, because
# `str.translate` looks each character of a line up anew.
_ASCII_WORDS = bytes(code if bytes([code]).isalnum() else 32 for code in range(256)).lower()


def fold(line: str) -> str:
    """The line for comparison: no case, no punctuation, single blanks; a line of symbols alone is only case-folded."""
    # Most lines of English that are not ASCII are so for their quotes alone.
    plain = line if line.isascii() else line.replace("’", " ").replace("“", " ").replace("”", " ").replace("‘", " ")
    words = plain.encode().translate(_ASCII_WORDS).split() if plain.isascii() else None
    folded = b" ".join(words).decode() if words is not None else " ".join(WORD.findall(line.casefold()))
    return folded or line.casefold()


def topic_words(text: str) -> list[str]:
    """The words of four letters and more, cut to six letters, or pairs of characters, that are no stop words, or
    runs of letters; in Vietnamese pairs of syllables as well.
    """
    if IN_RUNS.search(text[:40]):
        return [run for run in _RUN.findall(text) if run not in STOPWORDS]
    if IN_PAIRS.search(text[:40]):
        return [pair for pair in _PAIR.findall(text) if pair not in STOPWORDS]
    folded = text.casefold()
    words = [w[:STEM] for w in _LONG.findall(folded) if w not in STOPWORDS]
    if not text.isascii() and SYLLABLES.search(text[:40]):
        pairs = _SYLLABLE.findall(folded)
        words += [f"{one} {other}" for one, other in pairs if one not in STOPWORDS and other not in STOPWORDS]
    return words
