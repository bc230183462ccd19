"""Captions of pictures that a text keeps without the picture: told by the credit they end in.

`A lorry on Calder Row. Photo: Jim Ferris`, `The scene on Sunday evening (Image: Courier)`. A credit alone on its line
is formulaic (`photo-credit`); a caption says something, so it stays in the text, but it heads no story and begins none.
"""

from __future__ import annotations

import re

from clean.patterns import lazy

LONGEST = 600  # characters: a caption is a sentence or two
_LONGEST_CREDIT = 80  # characters: three names, an agency and a licence
_WORDS = 40  # characters of what opens a credit, and of what closes the caption before it
END = _LONGEST_CREDIT + _WORDS  # characters at the end of a line in which a credit is looked for
_NAMES = 8  # words of a credit

# Who made the picture stands behind these; a colon may follow.
_PICTURE = (
    "photos?|pictures?|images?|pics?|photographs?|photography|foto(?:s|grafia|grafía|ğraf|graf|grafie)?|bild(?:er)?"
    "|imagen|imagem|immagine|zdjęcie|fot\\.?|fotó|kuva|beeld|afbeelding|grafik|graphic|illustration|file photo"
    "|archiv(?:o|foto|bild)?"
    "|symbol(?:bild|foto)|cr[eé]dits?(?: photo)?|photo credits?|credit|cr[eé]dito|quelle|фото|снимок|світлина"
    "|φωτογραφία|φωτο|צילום|الصورة|تصوير|写真|圖|图|사진"
)
# In brackets, with or without a colon, at the end: "(Image: Courier)", "[Foto: dpa]", "(AP Photo/Jane Doe)".
_IN_BRACKETS = lazy(
    rf"[(（［\[]\s?(?:(?:{_PICTURE})(?=[\s:：/=＝©]|\s?by\b)|(?:AP|AFP|EPA|PA|Reuters|Getty)\s(?:photo|image|foto)s?\b|©)"
    rf"[^()（）\[\]［］]{{1,{_LONGEST_CREDIT}}}[)）］\]]\.?$",
    re.IGNORECASE,
)
# Behind a sentence, a dash or a bar: "… Row. Photo: Jim Ferris", "… Platz | Foto: dpa"; or behind the writer's name.
_BEHIND = lazy(
    rf"[.!?…。)）\"”»|–—/-]\s{{0,3}}(?:{_PICTURE})\s?(?:[:：=＝]|©|by\b)\s?"
    rf"(?P<names>[^:：]{{2,{_LONGEST_CREDIT}}})$",
    re.IGNORECASE,
)
_OWN = ". Фото автора"  # "Anna EXAMPLE. Photo by the author", as papers in Russian sign


def is_caption(line: str) -> bool:
    """Whether a line is a caption: words, and at their end who made the picture."""
    if len(line) > LONGEST:
        return False
    end = line[-END:]
    if end.endswith((")", "）", "]", "］", ").", "].")):
        found = _IN_BRACKETS.search(end)
        return found is not None and (found.start() > 0 or len(line) > len(end))
    if end.endswith(_OWN):
        return len(line) > len(_OWN)
    found = _BEHIND.search(end)
    return found is not None and _are_names(found["names"])


def _are_names(text: str) -> bool:
    """Whether these are names, by their capitals, and no sentence; a script may have no capitals."""
    words = text.replace("/", " ").split()
    small = sum(word[0].islower() for word in words)
    return 0 < len(words) <= _NAMES and small * 2 < len(words)
