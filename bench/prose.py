"""Made-up news prose, in bulk: stories of a headline and paragraphs, no two the same, the same for the same seed.

The vocabulary is invented but for its most frequent words, which are those of English, for a story without function
words looks like no news at all. Frequencies follow Zipf's law; a part of each story's words is drawn from a few dozen
that are its own, as the words of a real story are. All words of some hundred stories are drawn at once by numpy and
gathered into one buffer, so that a gigabyte takes a minute or so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

FREQUENT = """the of and to in a that for is on was said with he as it at by be from his has have are were an not they
which but had will their this who its would been more after one about she or her we also than when two last new over
people year could other first there up out into no all some what government if can so years against between before
""".split()

SYLLABLE = (
    "- b c d f g h l m n p r s t v w b d l m n r s t br ch dr fl gr pl pr sh sl st th tr",
    "a a a e e e i i o o u ai ea ou",
    "- - - - - - - - n n r r s l t nd st ck",
)
"""Openings, hearts and ends of an invented word's syllables, the frequent ones several times; `-` for none."""

WORDS = 40_000  # a newspaper's year has some 100,000 forms, of which the rarer half is a hundredth of its text
NAMES = 4_000
TOPIC = 40  # words of a story's own, names among them
OWN_NAMES = 8
OWN_SHARE = 0.22  # of a body's words, of a headline's:
HEADLINE_SHARE = 0.75
NUMBER_SHARE = 0.015
QUOTED_SHARE = 0.12  # sentences between quotes
AT_ONCE = 500  # stories drawn together: some 1 MB

# Medians and spreads (of the logarithm) in news: 9 paragraphs a story, 1.7 sentences a paragraph, 19 words a sentence.
PARAGRAPHS = (9, 0.5, 2, 40)
SENTENCES = (0.45, 0.40, 0.15)  # chance of one, two, three in a paragraph
SENTENCE = (19, 0.45, 4, 60)
HEADLINE = (9, 0.2, 5, 14)

FORMS = 9
PLAIN, CAPITAL, COMMA, STOP, LINE, OPEN, CLOSE, LAST_CLOSE, BARE = range(FORMS)
"""The forms in which a word stands: by itself, first or last in its sentence, its paragraph, a quote, a headline."""


class Story(NamedTuple):
    """A headline, and a body of one line a paragraph."""

    headline: str
    paragraphs: list[str]


class Vocabulary(NamedTuple):
    """All forms of all words in one buffer: form f of word w is `buffer[starts[i]:][:sizes[i]]` with i = FORMS * w + f.

    The words come in the order frequent, invented, names, numbers; `drawn` has each of the first two as often as it
    is drawn.
    """

    buffer: NDArray[np.uint8]
    starts: Ints
    sizes: Ints
    drawn: Ints


def stories(seed: int) -> Iterator[Story]:
    """Stories without end."""
    chance = np.random.default_rng(seed)
    vocabulary = _vocabulary(chance)
    while True:
        yield from _some(vocabulary, chance)


def _vocabulary(chance: np.random.Generator) -> Vocabulary:
    words = list(dict.fromkeys([*FREQUENT, *_invented(WORDS, chance)]))[:WORDS]
    names = [name.capitalize() for name in _invented(2 * NAMES, chance)[NAMES:]]  # the longer half
    numbers = [str(number) for number in range(2, 100)] + [f"{number},{number % 10}00" for number in range(1, 100)]
    forms = [form.encode() for word in [*words, *names, *numbers] for form in _forms(word)]
    sizes = np.array([len(form) for form in forms])
    weights = 1 / (np.arange(len(words)) + 2.7)  # Zipf's law in Mandelbrot's form, its offset as found for English
    drawn = np.repeat(np.arange(len(words)), np.maximum(1, (weights / weights.sum() * 1_000_000).round().astype(int)))
    return Vocabulary(np.frombuffer(b"".join(forms), dtype=np.uint8), np.cumsum(sizes) - sizes, sizes, drawn)


def _forms(word: str) -> tuple[str, ...]:
    """A word in each of its forms, with what separates it from the next."""
    first = word[0].upper() + word[1:]
    return (
        *(f"{word} ", f"{first} ", f"{word}, ", f"{word}. ", f"{word}.\n"),
        *(f"“{first} ", f"{word}.” ", f"{word}.”\n", f"{word}\n"),
    )


def _invented(count: int, chance: np.random.Generator) -> list[str]:
    """So many different words that can be spoken, the shorter ones first by and large, as frequent words are."""
    known: dict[str, None] = {}
    while len(known) < count:
        syllables = [
            "".join(parts) for parts in zip(*(_picked(some, 4 * count, chance) for some in SYLLABLE), strict=True)
        ]
        lengths = chance.choice([1, 2, 3, 4], size=count, p=[0.1, 0.4, 0.35, 0.15]).tolist()
        known |= {"".join(syllables[4 * i : 4 * i + length]): None for i, length in enumerate(lengths)}
    words = list(known)[:count]
    noise = chance.normal(0, 2, size=count).tolist()
    order = sorted(range(count), key=lambda i: len(words[i]) + noise[i])
    return [words[i] for i in order]


def _picked(parts: str, count: int, chance: np.random.Generator) -> list[str]:
    known = [part.strip("-") for part in parts.split()]
    return [known[i] for i in chance.integers(len(known), size=count).tolist()]


def _some(vocabulary: Vocabulary, chance: np.random.Generator) -> Iterator[Story]:
    """The next stories, worked out together."""
    bodies = _lengths(PARAGRAPHS, AT_ONCE, chance)
    paragraphs = chance.choice(3, size=int(bodies.sum()), p=SENTENCES) + 1
    sentences = _lengths(SENTENCE, int(paragraphs.sum()), chance)
    headlines = _lengths(HEADLINE, AT_ONCE, chance)
    # A story's own words are neither the frequent ones nor the rarest.
    own = chance.integers(300, WORDS // 2, size=(AT_ONCE, TOPIC))
    own[:, :OWN_NAMES] = chance.integers(WORDS, WORDS + NAMES, size=(AT_ONCE, OWN_NAMES))
    numbers = np.arange(AT_ONCE)
    story = np.repeat(np.repeat(np.repeat(numbers, bodies), paragraphs), sentences)
    text = _text(vocabulary, _drawn(vocabulary, own, story, OWN_SHARE, chance), chance, paragraphs, sentences)
    words = _drawn(vocabulary, own, np.repeat(numbers, headlines), HEADLINE_SHARE, chance)
    place = 0
    for headline, size in zip(_heads(vocabulary, words, headlines), bodies.tolist(), strict=True):
        yield Story(headline, text[place : place + size])
        place += size


def _lengths(shape: tuple[int, float, int, int], count: int, chance: np.random.Generator) -> Ints:
    """So many lengths of a log-normal distribution: median, spread, least, most."""
    middle, spread, least, most = shape
    drawn: Ints = np.clip(chance.lognormal(np.log(middle), spread, count), least, most).astype(np.int64)
    return drawn


def _drawn(vocabulary: Vocabulary, own: Ints, story: Ints, share: float, chance: np.random.Generator) -> Ints:
    """A word for each place, by the story that it is in; a share of them are the story's own."""
    words = vocabulary.drawn[chance.integers(len(vocabulary.drawn), size=len(story))]
    kind = chance.random(len(story))
    topical = kind < share
    words[topical] = own[story[topical], chance.integers(TOPIC, size=int(topical.sum()))]
    numbers = len(vocabulary.sizes) // FORMS - WORDS - NAMES
    numeric = kind > 1 - NUMBER_SHARE
    words[numeric] = WORDS + NAMES + chance.integers(numbers, size=int(numeric.sum()))
    return words


def _text(
    vocabulary: Vocabulary, words: Ints, chance: np.random.Generator, paragraphs: Ints, sentences: Ints
) -> list[str]:
    """The paragraphs, one a line."""
    last = np.cumsum(sentences) - 1
    first = last - sentences + 1
    ends_line = np.zeros(len(sentences), dtype=bool)
    ends_line[np.cumsum(paragraphs) - 1] = True
    quoted = chance.random(len(sentences)) < QUOTED_SHARE
    forms = np.where(chance.random(len(words)) < 0.05, COMMA, PLAIN)
    forms[first] = np.where(quoted, OPEN, CAPITAL)
    forms[last] = np.where(quoted, np.where(ends_line, LAST_CLOSE, CLOSE), np.where(ends_line, LINE, STOP))
    return _gathered(vocabulary, FORMS * words + forms)


def _heads(vocabulary: Vocabulary, words: Ints, lengths: Ints) -> list[str]:
    """The headlines."""
    forms = np.full(len(words), PLAIN)
    last = np.cumsum(lengths) - 1
    forms[last - lengths + 1] = CAPITAL
    forms[last] = BARE
    return _gathered(vocabulary, FORMS * words + forms)


def _gathered(vocabulary: Vocabulary, forms: Ints) -> list[str]:
    """These forms one after the other, cut at line ends."""
    sizes = vocabulary.sizes[forms]
    ends = np.cumsum(sizes)
    places = np.repeat(vocabulary.starts[forms] - (ends - sizes), sizes) + np.arange(ends[-1])
    text = bytes(vocabulary.buffer[places]).decode()
    return text.split("\n")[:-1]
