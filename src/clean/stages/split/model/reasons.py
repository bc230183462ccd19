"""What spoke for a boundary and against it: each cue's share of the score, and the cues in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from clean.stages.split.block.columns import Column


class Share(NamedTuple):
    """What a cue adds to a score: its value times its weight."""

    cue: str
    value: int
    points: int


def shares(found: Mapping[str, int], weights: Mapping[str, int]) -> list[Share]:
    """The shares that are not 0, the one that counts most first."""
    known = [Share(cue, value, weights.get(cue, 0) * value) for cue, value in found.items()]
    return sorted((share for share in known if share.points), key=lambda share: (-abs(share.points), share.cue))


def in_favour(names: Sequence[str], cues: Column, weights: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Of gaps with cues of these names, a row each, those that spoke for a boundary, the strongest first; all that were
    seen where none did.

    Those against it are left to the review: with them nearly every boundary has a set of its own, 160 bytes each, where
    ten or twenty sets say what speaks for all boundaries of a file (400 stories of each development pool).
    """
    alphabetic = sorted(range(len(names)), key=names.__getitem__)
    told = [column for column in alphabetic if weights.get(names[column], 0) > 0 and cues[:, column].any()]
    points = cues[:, told] * [weights[names[column]] for column in told]
    ranked = np.array([names[column] for column in told], dtype=object)[np.argsort(-points, axis=1, kind="stable")]
    found = [tuple(row[:count]) for row, count in zip(ranked.tolist(), (points > 0).sum(axis=1).tolist(), strict=True)]
    return [some or tuple(compress(names, row)) for some, row in zip(found, cues, strict=True)]


WORDS: dict[str, str] = {
    "bias": "every gap starts from this",
    # for
    "headline": "the line below has the shape of a headline",
    "after_tail": "the line above repeats its own story's headline, at its end",
    "separator": "a separator stands between",
    "boilerplate_above": "a formulaic line or sentence stands between",
    "standing_above": "the line above recurs through the source",
    "one_blank": "a blank line stands between, which is rare here",
    "some_blank": "a blank line stands between, which is not usual here",
    "two_blanks": "two blank lines or more stand between",
    "body_is_sentence": "below the headline a paragraph follows",
    "credit": "a byline or date follows the headline",
    "dateline": "the first paragraph has a dateline",
    "opened": "below the headline, or its deck, stands a byline, or a dateline with an agency or a date",
    "signed": "below the headline, or its deck, stand a byline and a date",
    "repeated": "the headline is printed twice",
    "pair_resembles_after": "the headline printed twice says what the text below says",
    "dateline_alone": "a paragraph with a dateline, no headline above",
    "below_usual": "the texts above and below are less alike than is usual here",
    "hidden": "a paragraph that may begin a story whose headline stands below it",
    "tail_in_story": "the headline below the story says what these paragraphs say",
    "tail_in_lead": "the headline below the story says what this paragraph says",
    "tail_in_opening": "the headline below the story says what this paragraph and the next say",
    "headed_above": "a short line stands above, which may be the headline of the text above",
    "no_cohesion_share": "in this source most headings stand between unlike texts",
    "headline_near": "words of the headline come again right below",
    "headline_wide": "words of the headline come again often below",
    "body_without_head": "a paragraph, no headline above",
    "label": "a section label stands above the headline",
    "end_mark": "the story above ends in an end mark",
    "again": "the paragraph that follows stood above before, word for word",
    "separated_head": "a separator stands right above a headline",
    "credit_usual": "a byline or date follows, as is usual here",
    "dateline_usual": "a dateline follows, as is usual here",
    "deck_usual": "a deck follows the headline, as is usual here",
    "after_tail_usual": "the headline above stands below its own story, and the source begins without one",
    "closed_above": "the paragraph above ends with what stands below a story",
    "text_above": "so much text stands above without a short line between",
    "text_below": "so much text stands below without a short line between",
    "least_alike": "the texts above and below are less alike than at the headings near by, on a page of many",
    "headline_gain": "a word of the headline stands often below, and not above",
    "wire_mark": "a wire's mark begins the headline, as UPDATE 1 or BRIEF does",
    "headings_cut": "in this source most headings begin a story",
    "credit_in_style": "a byline or date follows, as with other stories found here",
    "place_in_style": "a dateline follows, as with other stories found here",
    "blank_in_style": "a blank line stands between, as with other stories found here",
    "closing_in_style": "a separator or formulaic line stands between, as with other stories found here",
    "pair_in_style": "the headline is printed twice, as with other stories found here",
    "tail_in_style": "a headline printed twice stands below its story, as with other stories found here",
    # against
    "credit_first": "a byline or date comes first",
    "bullet": "the line below is a bullet",
    "standing": "the line below recurs through the source",
    "tail_unlike": "the headline above says what the text below says",
    "tail_bullet": "the line below is a bullet of the headline above",
    "no_blank_where_usual": "no blank line stands between, though one is usual here",
    "one_blank_where_two": "fewer than two blank lines stand between, though two occur here",
    "open_above": "the line above is a heading with no text of its own",
    "bullet_above": "the line above is a bullet",
    "short_above": "the line above is a short sentence",
    "credit_above": "the line above is a byline or date",
    "body_is_light": "no full sentence follows the headline",
    "body_continues": "the paragraph below goes on from something",
    "no_dateline_where_usual": "no dateline follows, though they are usual here",
    "no_credit_where_usual": "no byline or date follows, though they are usual here",
    "second_of_pair": "the line below repeats the line above",
    "pair_ahead": "a headline printed twice follows right below",
    "question": "the line below is a question",
    "colon": "the line below ends in a colon",
    "comma": "the line below ends in a comma",
    "number": "the line below begins with a number",
    "short": "the line below is short for a headline",
    "long": "the line below is long for a headline",
    "continues": "the line below goes on from something",
    "light_before": "short lines stand above",
    "light_after": "short lines stand below",
    "cohesion_near": "the paragraphs right above and below share words",
    "cohesion_wide": "the texts above and below share words",
    "last_kept": "words of the last paragraphs above are said below",
    "lead_known": "words of the first paragraphs below were said above",
    "headline_whole": "all words of the line below, however few, are said again, as those of a subhead are",
    "longer": "the line below is long among the headings of this source",
    "more_alike": "the texts above and below are more alike than at another heading near by, on a page of many",
    "dateline_once": "no other paragraph of the source has a dateline",
    "pair_where_below": "the headline is printed twice, where the source begins without one: it stands below a story",
    "headline_before_wide": "words of the headline stand often above",
    "source_cohesion": "in this source texts above and below a heading are alike",
    "pair_resembles_before": "the headline printed twice says what the text above says",
    "nothing_ahead": "nothing but short lines follows",
    "no_body": "no paragraph follows within reach",
    "source_wide": "in this source texts above and below a heading share many words",
    "bracket": "the line below begins with a bracket",
    "tail_above": "the headline below the story says what the text above says",
    "label_above": "the line above is a section label",
    "deck": "a deck follows the headline",
    "small_letter": "the line below begins with a small letter",
    "enumerated": "the line below is one of a series: a numbered item, a question after questions",
    "twice": "the line below stands twice in the source",
    "short_body": "no more than a short sentence follows",
    "signature": "the line below is a name and a place, or another list of short parts",
    "speech": "a paragraph beside it has a dateline as well: they may be speakers' names",
    "style_known": "a first pass found other stories here",
    "credit_missing": "no byline or date follows the headline, as with other stories found here",
    "place_missing": "no dateline follows the headline, as with other stories found here",
    "blank_missing": "no blank line stands above the headline, as with other stories found here",
    "closing_missing": "no separator or formulaic line stands above, as with other stories found here",
    "pair_missing": "the headline is not printed twice, as with other stories found here",
    "tail_missing": "no headline printed twice stands below its story, as with other stories found here",
    "headline_missing": "no headline is below, as with other stories found here",
    "unlike_first": "the headline is not printed twice, or has no byline and date, as the first one and most others",
    "short_piece": "the text on one side of it would be shorter than stories here are",
    # no cue
    "implied": "a headline printed twice ends a story below, and the text up to there begins with another headline",
    # certain
    "alone": "nothing but blank lines and furniture for a long way above",
    "topic": "the words above and below are of two topics",
}
"""What a cue says of the gap, where it holds. A cue with steps says it more strongly the higher its value."""


def in_words(cue: str) -> str:
    """A cue in words."""
    return WORDS.get(cue, cue.replace("_", " "))
