"""Web addresses that stand alone on their line: of the story, of a tweet in it."""

from __future__ import annotations

SHAPES = {
    "en": """
        www | {url,link,permalink,source url,article url,original url}: www
    """,
}
