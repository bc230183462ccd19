"""The stage `split`: where stories begin, and what their lines are."""

from clean.stages.split.boundaries import Gap, holds_one, judge_gaps, read_weights
from clean.stages.split.profile import Profile, profile
from clean.stages.split.read import read_story
from clean.stages.split.reasons import in_favour

__all__ = [
    "Gap",
    "Profile",
    "holds_one",
    "in_favour",
    "judge_gaps",
    "profile",
    "read_story",
    "read_weights",
]
