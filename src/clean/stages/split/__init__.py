"""The stage `split`: where stories begin, and what their lines are."""

from clean.stages.split.boundaries import Gap, judge_gaps, read_weights, survey
from clean.stages.split.profile import Profile, profile
from clean.stages.split.read import read_story

__all__ = [
    "Gap",
    "Profile",
    "judge_gaps",
    "profile",
    "read_story",
    "read_weights",
    "survey",
]
