"""The stage `split`: where stories begin, and what their lines are."""

from clean.stages.split.boundaries import Gap, judge_gaps, read_weights
from clean.stages.split.profile import Profile, profile
from clean.stages.split.read import read_story
from clean.stages.split.several import Seen, learn, see

__all__ = [
    "Gap",
    "Profile",
    "Seen",
    "judge_gaps",
    "learn",
    "profile",
    "read_story",
    "read_weights",
    "see",
]
