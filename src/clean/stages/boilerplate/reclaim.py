"""Headlines that look like a pointer: `Video: Harbour wall falls into the sea` at the top of a story.

Line rules judge a line alone, and within a page such a line points to another story. Where it is the first line of all
and a paragraph follows, it is the headline of what it stands above.
"""

from __future__ import annotations

from itertools import islice

from clean.document import BLANKS, BODY, Document
from clean.news.bylines import names_author
from clean.news.headlines import headline_shape

RULES = frozenset({"read-more", "photo-credit"})
# What such a headline says it is; `Read more` and `Related` head none.
MEDIA = frozenset(
    """video|watch|listen|audio|podcast|gallery|photo|photos|picture|pictures|in pictures|in photos|slideshow|bilder
    foto|bilderstrecke|fotostrecke|bildergalerie|fotos|vidéo|en vidéo|en images|diaporama|vídeo|galería|fotogalería
    en imágenes|galeria|assista|ouça|guarda|ascolta|fotogallery|galleria|видео|фото|відео|فيديو|بالفيديو|صور|بالصور
    動画|写真|视频|영상|포토""".replace("\n    ", "|").split("|")
)
FEWEST = 3  # words behind it; "Photo: Jane Doe" has two, and credits of more are names all through


def reclaim_headline(story: Document) -> None:
    """Make the first of a story's lines text again where it is its headline."""
    lines, marks = story.lines, story.marks
    held = list(islice((i for i, mark in enumerate(marks) if mark not in BLANKS), 2))
    if len(held) < 2 or story.rules.get(held[0]) not in RULES or marks[held[1]] != BODY:
        return
    line, below = lines[held[0]].strip(), lines[held[1]].strip()
    label, colon, rest = line.partition(":")
    titled = colon and label.casefold() in MEDIA and len(rest.split()) >= FEWEST and not names_author(rest.strip())
    if titled and headline_shape(line) and not headline_shape(below):
        story.put_back(held[:1])
