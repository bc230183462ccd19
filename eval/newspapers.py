"""Splitting judged on nine newspapers and broadcasters that no weights have been fitted on.

`newsarticles.csv.xz` of the development data holds articles of 2017 from nine sites, without their paragraphs: a run of
blanks is all that is left of some. So they are given paragraphs of one to three sentences, now and then in the middle
of a quotation, and keep what the sites print below their stories (sources, contacts, buttons, calls to subscribe). The
articles of each site become a pool, and `score_split.py` makes files of them in every layout and scores the command.

    python eval/newspapers.py [--files N] [--layout plain ...]
"""

from __future__ import annotations

import csv
import json
import lzma
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from development import DATA
from held_out import judge

ARTICLES = DATA / "newsarticles.csv.xz"
SITE = re.compile(r"https?://(?:www\.)?([^/]+)")
# What a conversion made of curly quotes and of blanks that do not break.
BROKEN = (('""?', "’s "), ('""', ""), ('"?', "'"))
HYPHENS = re.compile(r"(?<=[:.,?!])-(?=[\w ])")
BREAKS = re.compile(r"\s{3,}|\n+")
SENTENCES = re.compile(r'(?<=[.!?”"])\s+(?=[A-Z“"])')
LENGTHS = (1, 1, 2, 2, 3)  # sentences of a paragraph: newspapers print one or two
FEWEST = 3  # paragraphs of an article


def paragraphs(text: str, rng: random.Random) -> Iterator[str]:
    """An article's text in paragraphs of some sentences."""
    for broken, whole in BROKEN:
        text = text.replace(broken, whole)
    for run in BREAKS.split(HYPHENS.sub(" ", text)):
        sentences = SENTENCES.split(run.strip())
        while sentences:
            count = rng.choice(LENGTHS)
            if paragraph := " ".join(sentences[:count]).strip():
                yield paragraph
            sentences = sentences[count:]


def write_pools(folder: Path) -> list[str]:
    """Write `SITE.jsonl.xz` for each site, in the form of the development pools; the sites."""
    csv.field_size_limit(sys.maxsize)
    sites = defaultdict[str, list[str]](list)
    with lzma.open(ARTICLES, "rt", encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found = SITE.match(row["article_source_link"])
            held = list(paragraphs(row["text"], random.Random(row["article_id"])))
            if found and len(held) >= FEWEST and row["title"].strip():
                article = {"id": row["article_id"], "headline": row["title"], "paragraphs": held}
                sites[found[1]].append(json.dumps(article, ensure_ascii=False))
    for site, articles in sites.items():
        with lzma.open(folder / f"{site}.jsonl.xz", "wt", encoding="utf-8") as pool:
            pool.writelines(f"{article}\n" for article in articles)
    return sorted(sites)


if __name__ == "__main__":
    sys.exit(judge(str(__doc__), write_pools, ARTICLES))
