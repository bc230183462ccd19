"""Lines that stand below a story's last paragraph and head nothing: remarks in brackets, names behind a dash, figures,
who played and who refereed.

`($1 = 0.9251 euros)`, `—JANE DOE`, `Attendance: 11,344`, `Referee: J Doe`. They say something, so they stay in the
text.
"""

from __future__ import annotations

from clean.news.bylines import names_author
from clean.news.headlines import COLONS

_PAIRS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕"}
_DASHES = "—–~"
_PARTICLE = 3  # letters: "van", "pen"
_LABEL_WORDS = 2  # before figures: "PSV haalt uit tegen NEC: 5-0" is a headline

# What reports of matches say below the text, before a colon.
_MATCH = frozenset(
    name.strip()
    for name in """
    referee|referees|umpire|umpires|man of the match|player of the match|woman of the match|attendance|crowd|att|booked
    |sent off|scorers|goals|tries|conversions|penalties|subs|subs not used|substitutes|replacements|brief scores|toss
    |half-time|half time|ht|full-time|ft|aggregate
    |tore|schiedsrichter|schiedsrichterin|sr|zuschauer|gelbe karten|gelb-rote karte|rote karte|aufstellung
    |buts|but|arbitre|arbitres|spectateurs|avertissements|exclusion|mi-temps|essais|transformations
    |goles|gol|árbitro|árbitra|árbitros|público|espectadores|tarjetas amarillas|expulsados|alineaciones|estadio
    |gols|cartões amarelos|cartão vermelho|estádio|renda
    |marcatori|reti|arbitro|ammoniti|espulsi|spettatori|doelpunten|scheidsrechter|toeschouwers|gele kaarten|rode kaart
    |mål|domare|publik|dommer|tilskuere|tuomari|bramki|sędzia|widzów|żółte kartki|branky|rozhodčí|diváci
    |голы|гол|судья|судьи|зрителей|зрители|предупреждения|удаления|удаление|голи|суддя|арбітр|попередження
    |goller|gol|hakem|hakemler|stat|sarı kartlar|kırmızı kart
    """.replace("\n", " ").split("|")
)  # fmt: skip


def is_note(line: str) -> bool:
    """Whether a short line below a paragraph says something of the story above, and heads none."""
    if closing := _PAIRS.get(line[0]):
        return line.find(closing) == len(line) - 1
    if line[0] in _DASHES:
        return True
    if line[0] == "-" and line[1:2].isupper():
        return names_author(line[1:])
    for colon in COLONS:
        label, found, value = line.partition(colon)
        if found:
            known = label.strip().casefold() in _MATCH and not _is_said(value)
            return known or (_is_named(label) and _is_figure(value))
    return False


def _is_named(label: str) -> bool:
    """Whether it is a word or two."""
    words = label.split()
    return 0 < len(words) <= _LABEL_WORDS and "".join(words).replace("-", "").isalpha()


def _is_figure(value: str) -> bool:
    """Whether it is figures, and no words."""
    return any(map(str.isdigit, value)) and not any(map(str.isalpha, value))


def _is_said(value: str) -> bool:
    """Whether it is more than figures and names: `Referee: the loneliest job in sport` is a headline."""
    return any(word.islower() and len(word) > _PARTICLE for word in value.split())
