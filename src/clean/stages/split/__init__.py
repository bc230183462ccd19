"""The stage `split`: where stories begin, and what their lines are."""

from clean.stages.split.fields.read import read_story
from clean.stages.split.model.boundaries import judge_gaps
from clean.stages.split.model.gap import Gap
from clean.stages.split.model.weights import read_weights
from clean.stages.split.several import Seen, learn, see
from clean.stages.split.usual.profile import Profile, profile

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
