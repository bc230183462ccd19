"""Turns raw news text dumps into a clean corpus: each story once, with an audit that gives back every byte."""

__version__ = "0.1.0"
