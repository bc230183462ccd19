"""The stage `split`: where stories begin, and what their lines are."""

from clean.stages.split.boundaries import Profile, find_boundaries, profile
from clean.stages.split.read import read_story

__all__ = ["Profile", "find_boundaries", "profile", "read_story"]
