"""What a user would write without `clean`: ftfy on each story, near duplicates by datasketch, the first one kept.

Run as `python plain.py STORIES.jsonl OUT.jsonl`. The stories come already cut, one a line: it cannot split a file.
"""

from __future__ import annotations

import json
import sys

import ftfy
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]


def main(stories: str, out: str) -> None:
    """Write the stories that are like none before them."""
    index = MinHashLSH(threshold=0.7, num_perm=128)
    with open(stories, encoding="utf-8") as rows, open(out, "w", encoding="utf-8") as kept:
        for number, row in enumerate(rows):
            story = json.loads(row)
            story["text"] = ftfy.fix_text(story["text"])
            words = story["text"].lower().split()
            signature = MinHash(num_perm=128)
            signature.update_batch([" ".join(words[i : i + 3]).encode() for i in range(max(1, len(words) - 2))])
            if not index.query(signature):
                index.insert(str(number), signature)
                kept.write(json.dumps(story, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
