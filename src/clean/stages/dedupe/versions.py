"""Which version of a wire story an article says it is: UPDATE 2, WRAPUP, 3rd Ld-Writethru, CORRECTED.

Agencies send a story again as it grows, and mark it at the head of its headline, or with a note at the head of the
text. The marks are those of Reuters, AP, AFP, dpa, EFE, ANSA, Lusa and others, as their subscribers see them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clean.patterns import lazy

# Marks of a version, with the rank of their kind: a wrap-up takes in the updates before it. A number may follow or, as
# an ordinal, go before. Casefolded.
UPDATE_WORDS = (
    "update", "updated", "updates", "lead", "ld", "ld writethru", "writethru", "recast", "recasts",  # English
    "aktualisiert", "aktualisierung", "neu",  # German
    "actualisation", "actualise", "actualisé", "mise à jour",  # French
    "actualización", "actualizacion", "actualiza", "ampliación", "ampliacion", "amplía", "amplia",  # Spanish
    "atualização", "atualizacao", "atualiza", "atualizada", "atualizado",  # Portuguese
    "aggiornamento", "aggiornato",  # Italian
    "обновление", "обновлено", "дополнено",  # Russian
)  # fmt: skip
WRAP_WORDS = (
    "wrapup", "wrap up", "wrap", "roundup", "round up",  # English, and German agencies
    "zusammenfassung", "gesamtzusammenfassung",  # German
    "synthèse", "synthese", "papier général", "papier general",  # French
    "resumen", "resumo",  # Spanish, Portuguese
    "riepilogo", "punto",  # Italian
)  # fmt: skip
CORRECTION_WORDS = (
    "corrected", "correction", "corrects", "correct", "refile", "refiled", "clarification",  # English
    "korrektur", "korrigiert", "berichtigung",  # German
    "rectificatif", "correctif", "corrigé", "corrige",  # French
    "corrección", "correccion", "corrige", "rectificación", "rectificacion",  # Spanish
    "correção", "correcao", "corrigido", "corrigida",  # Portuguese
    "correzione", "rettifica",  # Italian
    "исправление", "исправлено", "уточнение",  # Russian
)  # fmt: skip
# What stands at the head of a text that was changed: "(Adds quotes, background)", "Eds: Updates with details".
NOTE = lazy(
    r"(?:\(|\beds: |^)(?:(adds|updates|recasts|rewrites|changes|new throughout)|(corrects|refiles|clarifies))\b"
    r"[^()\n]{0,200}(?:\)|$)",
    re.IGNORECASE | re.MULTILINE,
)
# One of these is in every note: far quicker to look for.
NOTE_WORDS = "adds updates recasts rewrites changes throughout corrects refiles clarifies".split()
NOTE_REACH = 400  # characters of the text in which a note is looked for: dateline and byline may stand before it
HEAD_REACH = 80  # characters of a headline that marks may fill, from either end

_WORDS = "|".join(sorted((*UPDATE_WORDS, *WRAP_WORDS, *CORRECTION_WORDS), key=len, reverse=True)).replace(" ", "[ -]")
_MARK = rf"(?:(\d{{1,2}})(?:st|nd|rd|th|er|e|ème|\.|ª|º|-я)?[ -])?({_WORDS})(?:[ -]?(\d{{1,2}}))?"
# At the head: UPDATE 2-, CORRECTED (OFFICIAL)-, 2nd Ld:, ROUNDUP 3/, (Lead).
HEAD = lazy(rf"\s*[(\[]?{_MARK}(?: ?\([a-z ]{{1,20}}\))? ?([-–—:/|)\]])+\s*", re.IGNORECASE)
# At the end: (Update 2), a comma and 3rd Ld-Writethru, a dash and Zusammenfassung.
TAIL = lazy(rf"(?:[(\[]{_MARK}[)\]]|(?:,|\s[-–—]) {_MARK})\s*+$", re.IGNORECASE)


class Version(NamedTuple):
    """The later version is the greater: kind (0 none, 1 update, 2 wrap-up), its number, and how often corrected."""

    kind: int = 0
    number: int = 0
    corrected: int = 0


def version(headline: str, text: str) -> tuple[Version, str]:
    """The version that headline and text tell of, and the headline without the marks."""
    found = Version()
    head = headline[:HEAD_REACH]
    place = 0
    while (match := HEAD.match(head, place)) and _is_mark(match):
        found = _add(found, match[2], match[1] or match[3])
        place = match.end()
    rest = headline[place:]
    if match := TAIL.search(rest, max(len(rest) - HEAD_REACH, 0)):
        before, word, after, before2, word2, after2 = match.groups()
        found = _add(found, word or word2, before or after or before2 or after2)
        rest = rest[: match.start()].rstrip()
    opening = text[:NOTE_REACH]
    folded = opening.casefold()
    if any(word in folded for word in NOTE_WORDS) and (match := NOTE.search(opening)):
        found = max(found, found._replace(kind=1)) if match[1] else _add(found, "corrected", None)
    return found, rest


def _is_mark(match: re.Match[str]) -> bool:
    """Not `Lead-free petrol`: before a plain hyphen, a mark has a number or stands in capitals."""
    return bool(match[4] != "-" or match[1] or match[3] or match[2].isupper())


def _add(found: Version, word: str, number: str | None) -> Version:
    """The version with one more mark."""
    plain = word.casefold().replace("-", " ")
    if plain in CORRECTION_WORDS:
        return found._replace(corrected=found.corrected + 1)
    return max(found, Version(2 if plain in WRAP_WORDS else 1, int(number or 1), found.corrected))
