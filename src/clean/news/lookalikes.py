"""What opens a paragraph as a dateline does and is none: a death notice, a headline that runs into its text, a label.

`DUNN, Arthur – Peacefully, at home` has a name where `KAMPALA, Uganda – ` has a place; `THIEVES TAKE BELL: Thieves
have` says what the text says again, `NEW ELDEN: ` does not.
"""

from __future__ import annotations

import re

from clean.news.credits import PARTICLES
from clean.news.headlines import JOINING
from clean.patterns import lazy

# Given names of the commonest, without those that are places as well (Georgia, Victoria, Jordan, Chad, Florence).
_GIVEN = frozenset(
    """
    aaron adam alan albert alexander alfred alice amanda andrew angela anita ann anna anne anthony arthur barbara
    benjamin bernard bernadette beryl betty brenda brian bridget catherine christine christopher colin daniel david
    deborah denis dennis derek donald doreen dorothy douglas edith edward eileen elizabeth ellen emily emma eric ernest
    ethel eva evelyn frances francis frank frederick geoffrey gerald gillian gordon graham harold harry helen henry
    herbert hugh ian irene ivy jack jacqueline james jane janet jason jean jeffrey jennifer jessica joan john jonathan
    joseph joyce judith julia julie karen kathleen keith kenneth kevin laura lawrence leonard leslie linda lisa louise
    lucy malcolm margaret maria marie marion martin mary matthew maureen michael michelle mildred nancy nicholas nora
    norman olive oliver pamela patricia patrick paul peter philip phyllis rachel ralph raymond rebecca richard robert
    roger ronald rose roy ruth samuel sandra sarah sheila sharon simon stanley stephen steven stuart susan sylvia
    teresa thomas timothy valerie vera vincent walter wendy william winifred
    andreas christian claudia friedrich günter hans heinrich helmut jürgen karl klaus michaela monika petra sabine
    stefan ulrich ursula uwe wolfgang alain bernard catherine françois françoise gérard isabelle jacques julien michel
    monique nathalie olivier philippe pierre sophie sylvie thierry alejandro ana antonio beatriz carlos carmen cristina
    diego eduardo elena enrique fernando francisco guillermo isabel javier jesús jorge josé juan laura lucía luis
    manuel marta miguel pablo pedro pilar rafael ramón rosa sergio teresa alberto alessandro andrea carlo francesca
    francesco giovanni giulia giuseppe luca luigi marco mario paola paolo roberto joão joana paulo henk jan johan kees
    pieter willem anders erik ingrid lars nils agnieszka ewa jakub katarzyna krzysztof małgorzata piotr tomasz иван
    анна александр сергей елена ольга дмитрий андрей мария алексей наталья татьяна
    """.split()
)
# Words of places' names: no given name stands before one of the first, no headline holds one of the second.
_BEHIND = frozenset("city town beach bay island islands falls springs park hills county harbour harbor village".split())
_IN_PLACES = _BEHIND | frozenset(
    "port new san santa santo saint st st. fort lake mount el la los las le de del da do di du sur upon am der".split()
)
# No place's name holds one; a headline has a verb, or a participle in its place.
_SAID = frozenset(
    """is are was were has have to says say wins win won dies killed held hits closes closed opens opened charged jailed
    arrested named injured found takes""".split()
)
# What the labels end in with which agencies begin the paragraphs of a round-up: `KEEPING SCORE: `, `TRADE WATCH: `.
_LABELS = frozenset(
    """bonds care currencies day debt details earnings economy hike hikes jitters jobs market markets news next notes
    numbers outlook picture quote rate rates report results room score shares slump stake stocks take talks tech update
    watch woes worries yields""".split()
)
_DECKS = _SAID | _LABELS | frozenset("stories story cents dollars percent seek seeks drop drops fall falls".split())
_NOTICE = lazy(
    r"""peacefully\b | passed\s(?:away|peacefully) | in\sloving\smemory\sof
    | (?:very\s)?(?:suddenly|unexpectedly|tragically),?\s(?:at|in|on|after|aged)\b
    | (?:(?:dearly\s)?be|dearly\s)loved\s(?:wife|husband|son|daughter|mother|father|partner|sister|brother)\b
    | (?:at|in|on)\s[^.\n]{0,80},\saged\s\d{1,3}(?:\syears)?\.""",
    re.IGNORECASE | re.VERBOSE,
)
# "Edith Maria, aged 93, at home", "Daniel, on October 20, in hospital", behind the family's name
_GIVEN_NOTICE = lazy(r"(?:[^\W\d_]+\s?){1,3},\s(?:aged\s\d{1,3}\b|(?:on\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2},)")
_RUN_IN = 3  # words before a colon that may be a headline by what the text says again
_LONG = 4  # and of which no place's name is, but those with a word that only these have
_SHORTEST = 4  # letters of a word that is said again


def has_given(words: list[str]) -> bool:
    """Whether words, a family name among them or not, begin with a common given name and name no place."""
    return bool(words) and words[0].casefold() in _GIVEN and words[-1].casefold() not in _BEHIND


def is_deck(name: str) -> bool:
    """Whether capitals that might be a person's name are a part of a headline: `CENTS ON RAIN NEWS`, `TOP STORIES`."""
    words = name.casefold().split()
    if not name.isupper() or has_given(words):
        return False
    return not _DECKS.isdisjoint(words) or not (JOINING - PARTICLES).isdisjoint(words[1:-1])


def is_notice(place: str, rest: str) -> bool:
    """Whether a dateline without agency and date is the name that opens a death notice whose text is `rest`."""
    family, comma, given = place.partition(", ")
    if (comma and family.isupper() and has_given(given.split())) or _NOTICE.match(rest):
        return True
    return not comma and bool(_GIVEN_NOTICE.match(rest)) and has_given(rest.partition(",")[0].split())


def is_run_in(place: str, rest: str) -> bool:
    """Whether capitals before a colon are a headline, or a label, in the line of its text, `rest`."""
    words = place.casefold().split()
    if not place.isupper() or "," in place or "/" in place:
        return False
    if len(words) > 1 and (words[-1] in _LABELS or not _SAID.isdisjoint(words)):
        return True
    if len(words) < _RUN_IN or not _IN_PLACES.isdisjoint(words):
        return False
    told = rest.split()
    again = {word.strip(".,;:!?'\"“”’") for word in told} & {word for word in words if len(word) >= _SHORTEST}
    begun = bool(told) and told[0].casefold() == words[0] and place.casefold() not in rest.casefold()
    return len(words) >= _LONG or bool(again) or begun
