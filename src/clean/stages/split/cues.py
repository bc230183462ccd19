"""The cues at a gap: small integers that speak for a story beginning there, or against it.

A cue's name says what was seen. Its sign is known beforehand (FOR, AGAINST), so that fitting on few sources cannot turn
it round by accident; how much it weighs is in `weights.json`. Everything is read from WINDOW lines on either side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from clean.document import Mark
from clean.news.headlines import BULLETS
from clean.stages.split import lexical
from clean.stages.split.counts import Counts, Place, count
from clean.stages.split.heads import CREDITS, Head, read_head
from clean.stages.split.profile import Profile
from clean.stages.split.units import Units

WINDOW = 56  # lines on either side of a gap; of its neighbour RIVALS lines on as well
RIVALS = 8  # lines within which the gaps before and after the same unit rule each other out
# Lines from a headline up to which the story that it stands below may begin without a headline of its own, and the
# window of the gaps there, which rule each other out. With WINDOW and RIVALS all is within a context of 64 lines.
HIDDEN, HIDDEN_WINDOW = 24, 30

FOR = (
    "headline after_tail separator boilerplate_above standing_above one_blank some_blank two_blanks body_is_sentence"
    " credit dateline repeated pair_resembles_after dateline_alone below_usual hidden tail_in_story tail_in_lead"
    " no_cohesion_share headline_near headline_wide body_without_head label end_mark"
    " credit_usual dateline_usual deck_usual separated_head"
).split()
AGAINST = (
    "credit_first bullet standing tail_unlike tail_bullet no_blank_where_usual one_blank_where_two open_above"
    " bullet_above short_above credit_above body_is_light body_continues no_dateline_where_usual no_credit_where_usual"
    " second_of_pair pair_ahead question colon comma number short long continues light_before light_after cohesion_near"
    " cohesion_wide topics_kept topics_known names_shared headline_before_near headline_before_wide source_cohesion"
    " pair_resembles_before nothing_ahead no_body source_wide bracket tail_above"
    " label_above deck small_letter speech source_spread"
).split()
NAMES = (*FOR, *AGAINST)

Cues = dict[str, int]

# Steps of per mille at which a cue about the source becomes the next integer.
SOURCE_STEPS = (20, 40, 60, 80, 100, 120, 140, 160, 180)
SOURCE_WIDE_STEPS = (30, 60, 90, 120, 150, 180, 210, 250, 300)
SPREAD_STEPS = (80, 160, 240)
SHARE_STEPS = (50, 100, 200, 300, 400, 500, 600, 700, 800)
BELOW_STEPS = (-60, -20, 10, 40, 80, 120, 170, 230)


def candidates(units: Units) -> list[int]:
    """The gaps worth a look, by the unit after them: all others stand between two plain paragraphs."""
    light, text, first, last = units.light, units.text, units.first, units.last
    places = {k for k in range(1, len(text)) if light[k] or light[k - 1]}
    places.update(k for k in range(1, len(text)) if text[k - 1][0] in BULLETS and text[k][0] not in BULLETS)
    if last is not first or len(units.lines) != len(first):
        places.update(k for k in range(1, len(text)) if first[k] - last[k - 1] > 1 and _broken(units, k))
    places.update(
        k
        for k in range(1, len(text))
        if k not in places
        and (text[k][1:2].isupper() or text[k][0] in "([（［【〔" or "(" in text[k][:28])
        and units.kind(k) == "dateline"
    )
    places.update(k for tail in _tails(units) for k in _hidden(units, tail))
    return sorted(places)


def _tails(units: Units) -> list[int]:
    """The second units of two like headlines, one right after the other, below a plain paragraph."""
    light = units.light
    return [k for k in range(3, len(units)) if light[k] and light[k - 1] and not light[k - 2] and units.repeats(k)]


def _hidden(units: Units, tail: int) -> range:
    """The gaps between plain paragraphs right above a tail: its story may begin there, with no headline on top."""
    line, start = units.first[tail], tail - 1
    while start > 1 and not any(units.light[start - 2 : start]) and line - units.first[start - 1] <= HIDDEN:
        start -= 1
    return range(start, tail - 1)


def tail_below(units: Units, k: int, high: int) -> int:
    """The tail that the plain paragraph k runs on to without a headline between; -1 without one."""
    if units.light[k] or units.light[k - 1]:
        return -1
    for place in range(k + 1, high - 1):
        if units.light[place]:
            near = units.first[place + 1] - units.first[k] <= HIDDEN
            return place + 1 if near and units.light[place + 1] and units.repeats(place + 1) else -1
    return -1


def _broken(units: Units, k: int) -> bool:
    """Whether more than a paragraph break stands before unit k."""
    return units.blanks(k) > 1 or units.between(k, Mark.SEPARATOR) or units.between(k, Mark.BOILERPLATE)


def cues(units: Units, k: int, usual: Profile) -> Cues | None:
    """The cues that are not 0 at the gap before unit k; None where its paragraphs are longer than the window."""
    seen = plain_cues(units, k, usual)
    if seen is None:
        return None
    place, found = seen
    found |= lexical_cues(place, count(units, place, usual.common), usual, found)
    return {name: value for name, value in found.items() if value}


def plain_cues(units: Units, k: int, usual: Profile) -> tuple[Place, Cues] | None:
    """The cues that need no comparison of words, and what the others start from; None as for `cues`."""
    low, high = reach(units, k)
    if low == k or high <= k:
        return None
    found: Cues = {}
    head = read_head(units, k, high)
    tail, below = _tail(units, k, low), tail_below(units, k, high)
    _unit_cues(units, k, head, high, usual, found)
    _above_cues(units, k, tail, usual, found)
    found["separated_head"] = int(found["separator"] and found["headline"])
    _blank_cues(units, k, usual, found)
    _below_cues(units, k, head, high, usual, found)
    _run_cues(units, k, head, low, high, found)
    found["hidden"] = int(below >= 0)
    known = usual.cohesion >= 0
    found["source_cohesion"] = lexical.step(usual.cohesion, SOURCE_STEPS) if known else 3
    found["no_cohesion_share"] = lexical.step(usual.low, SHARE_STEPS) if known else 4
    found["source_wide"] = lexical.step(usual.wide, SOURCE_WIDE_STEPS) if known else 3
    found["source_spread"] = lexical.step(usual.spread, SPREAD_STEPS) if usual.spread >= 0 else 1
    if below >= 0:
        low, high = reach(units, k, HIDDEN_WINDOW)
    headline = head.headline if found["headline"] else -1
    return Place(k, head.body, low, high, headline, tail, below), found


class Gains(NamedTuple):
    """What the cues of `lexical_cues` can add to a score at most: those at every gap, those at a headline, those at one
    said twice, at the end of a tail, and above one.
    """

    any: int
    head: int
    pair: int
    tail: int
    below: int

    @classmethod
    def of(cls, weights: Mapping[str, int]) -> Gains:
        """The gains with these weights."""
        return cls(*(sum(max(0, weights[name]) * most for name, most in greatest.items()) for greatest in _GREATEST))

    def most(self, place: Place, found: Cues) -> int:
        """What they can add at this gap."""
        gain = self.any
        if place.head >= 0:
            gain += self.head + (self.pair if found.get("repeated") else 0)
        return gain + (self.tail if place.tail >= 0 else 0) + (self.below if place.below >= 0 else 0)


# The greatest values of the cues that `lexical_cues` finds, grouped as `Gains` are.
_GREATEST: tuple[dict[str, int], ...] = (
    {
        "cohesion_near": len(lexical.NARROW_STEPS),
        "cohesion_wide": len(lexical.WIDE_STEPS),
        "below_usual": len(BELOW_STEPS),
        "topics_kept": 6,
        "topics_known": 6,
        "names_shared": len(lexical.NAME_STEPS),
    },
    {"headline_before_near": 8, "headline_near": 8, "headline_before_wide": 12, "headline_wide": 12},
    {"pair_resembles_after": 12, "pair_resembles_before": 12},
    {"after_tail": 1, "tail_unlike": 10},
    {"tail_in_story": 8, "tail_in_lead": 8, "tail_above": 8},
)


def reach(units: Units, k: int, window: int = WINDOW) -> tuple[int, int]:
    """The units wholly within the window of the gap before unit k, as a half-open range."""
    line = units.first[k]
    low = max(bisect_left(units.first, line - window), k - lexical.MAX_UNITS)
    high = min(bisect_left(units.last, line + window), k + lexical.MAX_UNITS)
    return low, max(k, high)


def _unit_cues(units: Units, k: int, head: Head, high: int, usual: Profile, found: Cues) -> None:
    lead = head.headline
    text, size, kind = units.text[lead], units.size[lead], units.kind(k)
    headed = units.light[lead] and units.kind(lead) not in ("bullet", *CREDITS)
    found["headline"] = int(headed)
    found["label"] = int(lead > k)
    found["deck"], found["deck_usual"] = int(head.deck), int(head.deck and usual.decks > 2)
    found["body_without_head"] = int(not units.light[k] and kind not in ("bullet", "dateline"))
    found["credit_first"] = int(kind in CREDITS)
    found["bullet"] = int(kind == "bullet")
    found["standing"] = int(units.folded(lead) in usual.standing and not (lead + 1 < high and units.repeats(lead + 1)))
    found["question"] = int(headed and text[-1] in "?？؟")
    found["colon"] = int(text[-1] in ":：")
    found["comma"] = int(text[-1] in ",;،，、")
    found["bracket"] = int(headed and text[0] in "([{")
    found["number"] = int(text[0].isdigit())
    found["small_letter"] = int(text[0].islower() and not text[1:2].isupper())
    found["continues"] = int(units.continues(lead))
    if headed:
        found["short"] = min(6, max(0, (40 - size) // 5))
        found["long"] = min(5, max(0, (size - 100) // 20))
    found["second_of_pair"] = int(units.repeats(k))


def _above_cues(units: Units, k: int, tail: int, usual: Profile, found: Cues) -> None:
    above = k - 1
    kind = units.kind(above)
    standing = units.light[above] and units.folded(above) in usual.standing
    found["separator"] = int(units.between(k, Mark.SEPARATOR))
    found["end_mark"] = int(bool(found["separator"]) and units.ended(k))
    found["boilerplate_above"] = int(units.between(k, Mark.BOILERPLATE) or kind == "initials")
    found["standing_above"] = int(standing)
    found["tail_bullet"] = int(tail >= 0 and units.kind(k) == "bullet")
    found["bullet_above"] = int(kind == "bullet" and tail < 0)
    found["credit_above"] = int(kind in CREDITS)
    found["label_above"] = int(kind == "label")
    found["short_above"] = int(not units.light[above] and units.size[above] < 60)
    plain = units.light[above] and kind not in ("bullet", "label", "initials")
    found["open_above"] = int(plain and not standing and tail < 0)


def _tail(units: Units, k: int, low: int) -> int:
    """The second of two like headlines below a body, with only bullets between it and the gap; -1 without one."""
    place = k - 1
    while place > low and k - place < 6 and units.kind(place) == "bullet":
        place -= 1
    return place if place > low + 1 and units.light[place] and units.repeats(place) else -1


def _blank_cues(units: Units, k: int, usual: Profile, found: Cues) -> None:
    blanks = units.blanks(k)
    found["one_blank"] = int(blanks == 1 and usual.blank < 150)
    found["some_blank"] = int(blanks == 1 and 150 <= usual.blank < 600)
    found["two_blanks"] = int(blanks >= 2)
    found["no_blank_where_usual"] = int(blanks == 0 and usual.blank >= 300)
    found["one_blank_where_two"] = int(blanks < 2 and usual.doubles > 0 and usual.blank > 0)


def _below_cues(units: Units, k: int, head: Head, high: int, usual: Profile, found: Cues) -> None:
    lead, body = head.headline, head.body
    credit = any(units.kind(i) in CREDITS for i in range(k, max(body, k + 1)))
    dated = body < high and units.kind(body) == "dateline"
    found["dateline_alone"] = int(units.kind(k) == "dateline" and not units.light[k - 1])
    found["speech"] = int(dated and any(units.kind(i) == "dateline" for i in _beside(body, k, high)))
    found["credit"], found["dateline"] = int(credit), int(dated)
    found["credit_usual"] = int(credit and usual.credits > 2)
    found["dateline_usual"] = int(dated and usual.datelines > 2)
    found["no_credit_where_usual"] = int(not credit and usual.credits >= 2)
    found["no_dateline_where_usual"] = int(not dated and usual.datelines >= 2)
    if body < high:
        found["body_is_light"] = int(units.light[body])
        found["body_is_sentence"] = int(not units.light[body])
        found["body_continues"] = int(units.continues(body))
    else:
        found["no_body"] = 1
    if lead + 1 < high:
        found["repeated"] = int(units.light[lead] and units.repeats(lead + 1))
    if lead + 2 < high:
        found["pair_ahead"] = int(units.light[lead + 1] and units.repeats(lead + 2) and not units.repeats(lead + 1))


def _beside(body: int, k: int, high: int) -> tuple[int, ...]:
    """The paragraphs next to a body: where they open with a dateline as well, these are speakers' names."""
    return tuple(i for i in (k - 1, body + 1) if i < high)


def _run_cues(units: Units, k: int, head: Head, low: int, high: int, found: Cues) -> None:
    found["light_before"] = min(4, sum(units.light[max(low, k - 5) : k]))
    after = [
        i
        for i in range(k + 1, min(high, k + 6))
        if i > head.headline
        and not (head.deck and i < head.body)
        and units.light[i]
        and units.kind(i) not in CREDITS
        and units.folded(i) != units.folded(head.headline)
    ]
    found["light_after"] = min(4, len(after))
    found["nothing_ahead"] = int(all(units.light[k:high]))


def lexical_cues(place: Place, counts: Counts, usual: Profile, plain: Cues) -> Cues:
    """The cues that compare the words before a gap with those after it, from what was counted there."""
    found: Cues = {}
    near = lexical.per_mille(counts.near_both, counts.near_before * counts.near_after)
    found["cohesion_near"] = lexical.step(near, lexical.NARROW_STEPS)
    wide = lexical.per_mille(counts.wide_product, counts.wide_square_before * counts.wide_square_after)
    found["cohesion_wide"] = lexical.step(wide, lexical.WIDE_STEPS)
    found["below_usual"] = lexical.step(usual.wide - wide, BELOW_STEPS) if usual.wide >= 0 else 2
    # Topics and names of six and of some steps; 2 where there is none to tell.
    found["topics_kept"] = lexical.share(counts.topics_kept, counts.topics_before, 6) if counts.topics_before else 2
    found["topics_known"] = lexical.share(counts.topics_known, counts.topics_after, 6) if counts.topics_after else 2
    names = counts.names_before * counts.names_after
    shared = lexical.per_mille(counts.names_both, names)
    found["names_shared"] = lexical.step(shared, lexical.NAME_STEPS) if names else 2
    if place.head >= 0:
        _headline_cues(counts, bool(plain.get("repeated")), found)
    if place.tail >= 0:
        # A headline printed twice right above the gap ends a story that holds its words, or begins the next one.
        found["after_tail"] = int(counts.tail_said > counts.tail_ahead)
        found["tail_unlike"] = lexical.share(max(0, counts.tail_ahead - counts.tail_said), counts.tail, 10)
    if place.below >= 0:
        # A headline printed twice below: its own paragraphs hold its words, those of the story before do not.
        found["tail_in_story"] = lexical.share(counts.below_own, counts.below, 8)
        found["tail_in_lead"] = lexical.share(counts.below_lead, counts.below, 8)
        found["tail_above"] = lexical.share(counts.below_above, counts.below, 8)
    return found


_HEADLINE_WORDS = 4  # a subhead of a word or two is said again below it as a matter of course


def _headline_cues(counts: Counts, repeated: bool, found: Cues) -> None:
    """How many of a headline's words stand before and after it, and how often."""
    enough = max(counts.head, _HEADLINE_WORDS)
    found["headline_before_near"] = lexical.share(counts.head_before_near, counts.head, 8)
    found["headline_near"] = lexical.share(counts.head_after_near, enough, 8)
    found["headline_before_wide"] = lexical.share(counts.head_before_wide, counts.head, 4)
    found["headline_wide"] = lexical.share(counts.head_after_wide, enough, 4)
    if repeated:
        known = counts.head_after_wide - counts.head_before_wide
        found["pair_resembles_after"] = lexical.share(max(0, known), counts.head, 4)
        found["pair_resembles_before"] = lexical.share(max(0, -known), counts.head, 4)
