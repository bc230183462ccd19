"""The names of all cues, and which way each speaks.

A cue's name says what was seen. Its sign is known beforehand (FOR, AGAINST), so that fitting on few sources cannot turn
it round by accident; how much it weighs is in `model/weights.json`.
"""

from __future__ import annotations

from clean.stages.split.block.columns import Column
from clean.stages.split.usual.style import STYLE_AGAINST, STYLE_FOR

SHORT_PIECE = "short_piece"  # the one cue that the model finds itself (`model/pieces.py`)
FOR = (
    *"headline after_tail separator boilerplate_above standing_above one_blank some_blank two_blanks body_is_sentence"
    " credit dateline opened signed repeated pair_resembles_after dateline_alone below_usual hidden tail_in_story"
    " tail_in_lead tail_in_opening headed_above no_cohesion_share headline_near headline_wide headline_gain"
    " body_without_head label end_mark credit_usual dateline_usual deck_usual separated_head wire_mark again"
    " after_tail_usual text_above text_below closed_above least_alike".split(),
    *STYLE_FOR,
)
AGAINST = (
    *"credit_first bullet standing tail_unlike tail_bullet no_blank_where_usual one_blank_where_two open_above"
    " bullet_above short_above credit_above body_is_light body_continues no_dateline_where_usual no_credit_where_usual"
    " second_of_pair pair_ahead question colon comma number short long continues light_before light_after cohesion_near"
    " cohesion_wide last_kept lead_known headline_before_wide headline_whole source_cohesion"
    " pair_resembles_before nothing_ahead no_body source_wide bracket tail_above"
    " label_above deck small_letter speech enumerated twice signature short_body longer pair_where_below"
    " dateline_once more_alike".split(),
    *STYLE_AGAINST,
    SHORT_PIECE,
)
NAMES = (*FOR, *AGAINST)

Cues = dict[str, Column]
"""Columns of small integers or flags by name of the cue, a value a gap; a cue that is not there is 0 at every gap."""
