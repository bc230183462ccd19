"""Boilerplate: formulaic lines, separators and blank lines; page furniture; lines repeated over the corpus.

`mark_lines` judges each line of a document alone, `mark_pointed`, `mark_contacts`, `mark_notes` and `mark_mastheads`
those beside some, `judge_paragraphs` those of a hard-wrapped one together, `mark_page` the lines of one story
(`reclaim_headline` its first one), `find_repeated` and `strip` the articles of a corpus. Nothing is taken out here:
what goes is named, with the rule that says why.
"""

from __future__ import annotations

from clean.stages.boilerplate.contacts import mark_contacts
from clean.stages.boilerplate.learned import Learned
from clean.stages.boilerplate.lines import mark_emptied, mark_lines
from clean.stages.boilerplate.masthead import mark_mastheads
from clean.stages.boilerplate.newsroom_notes import mark_notes
from clean.stages.boilerplate.page import mark_page
from clean.stages.boilerplate.pointed import mark_pointed
from clean.stages.boilerplate.reclaim import reclaim_headline
from clean.stages.boilerplate.repeated import Lines, find_copies, find_repeated, learn, strip
from clean.stages.boilerplate.template import Template, find_template, story_of_page
from clean.stages.boilerplate.wrapped import judge_paragraphs

__all__ = [
    "Learned",
    "Lines",
    "Template",
    "find_copies",
    "find_repeated",
    "find_template",
    "judge_paragraphs",
    "learn",
    "mark_contacts",
    "mark_emptied",
    "mark_lines",
    "mark_mastheads",
    "mark_notes",
    "mark_page",
    "mark_pointed",
    "reclaim_headline",
    "story_of_page",
    "strip",
]
