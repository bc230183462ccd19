"""Subheads part a story into pieces that are shorter than stories of the source are, and begin none."""

from __future__ import annotations

import numpy as np
import pytest

from clean.settings import Settings
from clean.stages.split.block.columns import Columns
from clean.stages.split.block.units import Units
from clean.stages.split.model.pieces import REACH, short_pieces, usual_sizes
from clean.stages.split.model.scored import Scored
from tests.stages.split.model.scored_gaps import scored_gaps
from tests.stages.split.test_split import HARBOUR, HARBOUR_HEAD, LYNX, LYNX_HEAD, marked
from tests.support import check, clean

FRENCH = """\
À Sainte-Colombe, la fermeture de la piscine municipale divise les habitants
Le bassin construit en 1974 ne rouvrira pas au printemps. La mairie de Sainte-Colombe l'a annoncé mardi soir devant \
deux cents personnes venues à la salle des fêtes, où les chaises ont vite manqué.
Le chauffage coûte à lui seul 310 000 euros par an, soit trois fois plus qu'il y a quatre ans. Les travaux d'isolation \
sont chiffrés à 4,2 millions.
Des nageurs en colère
« On nous enlève le seul endroit où nos enfants apprennent à nager », proteste Odile Marchand, qui préside le club \
depuis onze ans et compte 340 licenciés.
Elle a remis au maire une pétition de 2 600 signatures. Le club devra s'entraîner à Vernay, à trente kilomètres.
Une réponse attendue
La région dira en juin si elle finance un nouveau bassin. Le maire promet une navette gratuite pour les écoles.
Deux autres communes ont proposé de partager les frais.""".split("\n")

GERMAN = """\
Stadtwerke Elmstedt wollen Fernwärme aus dem Fluss gewinnen
Die Stadtwerke Elmstedt planen am alten Hafen eine Großwärmepumpe, die ab 2028 rund 9000 Haushalte versorgen soll. \
Das teilte Geschäftsführerin Petra Lohse am Donnerstag mit.
Die Anlage entzieht dem Wasser Wärme und hebt sie auf 90 Grad an. Sie kostet 46 Millionen Euro, von denen der Bund \
40 Prozent trägt.
Angler fürchten um Bestände
Der Anglerverein sieht das Vorhaben skeptisch. Das zurückgeleitete Wasser sei drei Grad kälter, sagte Vorsitzender \
Heinz Brügmann, das könne laichende Fische vertreiben.
Preise sollen stabil bleiben
Für Kunden werde es nicht teurer, versicherte Lohse. Ein Gutachten zur Ökologie liegt im Herbst vor.
Der Rat entscheidet im November.""".split("\n")

RUSSIAN = """\
В Приозёрске закрывают паромную переправу через Вуоксу
Паром, который сорок лет связывал два берега Вуоксы, с первого ноября перестанет ходить. Об этом в среду сообщила \
администрация Приозёрского района.
Причиной назвали износ судна: на ремонт требуется 58 миллионов рублей, а в бюджете их нет. Объезд по мосту займёт \
сорок минут.
Жители просят отсрочку
«У нас на том берегу школа и аптека, как мы зимой будем добираться?» — спрашивает пенсионерка Нина Гаврилова.
Под обращением к губернатору она собрала 900 подписей за неделю.
Автобус вместо парома
В администрации обещают пустить бесплатный автобус три раза в день. Новый паром могут заказать не раньше 2027 года.
Решение должны утвердить депутаты.""".split("\n")

STORIES = {"fr": FRENCH, "de": GERMAN, "ru": RUSSIAN}
PLAIN = [[HARBOUR_HEAD, *HARBOUR], [LYNX_HEAD, *LYNX]]


def starts(lines: list[str]) -> list[int]:
    files = {"page.txt": "".join(f"{line}\n" for line in lines).encode()}
    result = clean(files, Settings(skip=frozenset({"dedupe"})))
    check(result, files)
    return [row["span"]["start_line"] for row in result.rows]


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("blank", [False, True])
def test_a_story_with_subheads_is_one(language: str, blank: bool) -> None:
    lines = STORIES[language]
    assert starts([part for line in lines for part in ((line, "") if blank else (line,))]) == [1]


@pytest.mark.parametrize("language", STORIES)
def test_and_so_it_is_among_others(language: str) -> None:
    stories = [PLAIN[0], STORIES[language], PLAIN[1]]
    firsts = np.cumsum([1, *map(len, stories)])[:-1].tolist()
    assert starts([line for story in stories for line in story]) == firsts


def test_short_stories_are_cut_where_all_are_short() -> None:
    stories = [story[:2] for story in [*PLAIN, FRENCH, GERMAN, RUSSIAN]]
    assert starts([line for story in stories for line in story]) == [1, 3, 5, 7, 9]


# ------------------------------------------------------------------ how short a piece is

LONG, HEAD = "x" * 199 + ".", "A headline of some words"


def _scored(units: Columns, found: dict[int, int], below: int = -1) -> Scored:
    """Gaps before some units of a source, with their scores."""
    unit, scores = np.array(list(found)), np.array(list(found.values()))
    above = np.full(len(unit), below)
    return scored_gaps(unit=unit, body=unit + 1, below=above, lines=units.first[unit], scores=scores)


def _columns(paragraphs: list[int], blank: int = 0) -> tuple[Columns, list[int]]:
    """Stories of so many paragraphs each, and the units of the headlines of all but the first."""
    lines = [text for count in paragraphs for text in (HEAD, *[LONG] * count)]
    spread = [part for line in lines for part in (line, *[""] * blank)]
    return Columns(Units(spread, marked(spread), 0)), np.cumsum([n + 1 for n in paragraphs])[:-1].tolist()


@pytest.mark.parametrize(
    ("paragraphs", "score", "usual", "steps"),
    [
        ([4, 4, 4], 9, 800, [0, 0]),
        ([4, 1, 4], 9, 800, [6, 6]),  # 224 of 800 letters
        ([4, 1, 4], 9, 200, [0, 0]),  # all stories are short
        ([4, 1, 4], 9, 0, [0, 0]),  # no story is known
        ([4, 1, 4], -9, 800, [0, 0]),  # neither is a boundary, so no piece is short
        ([1, 4, 4], 9, 800, [6, 0]),  # the source begins above
        ([4, 4, 1], 9, 800, [0, 6]),  # and ends below
    ],
)
def test_the_shorter_piece_is_held_against_the_usual_story(
    paragraphs: list[int], score: int, usual: int, steps: list[int]
) -> None:
    units, heads = _columns(paragraphs)
    scored = _scored(units, dict.fromkeys(heads, score))
    assert short_pieces(units, scored, np.array([usual])).tolist() == steps


def test_what_is_far_is_long() -> None:
    units, heads = _columns([8, 1, 8], blank=REACH)
    assert not short_pieces(units, _scored(units, dict.fromkeys(heads, 9)), np.array([800])).any()


def test_nothing_is_told_above_a_headline_below() -> None:
    units, heads = _columns([4, 1, 4])
    assert not short_pieces(units, _scored(units, dict.fromkeys(heads, 9), below=5), np.array([800])).any()


@pytest.mark.parametrize(("paragraphs", "size"), [([4, 1, 4], 824), ([2], 424), ([1, 2], 324)])
def test_the_usual_story_has_the_median_of_letters(paragraphs: list[int], size: int) -> None:
    units, heads = _columns(paragraphs)
    scored = _scored(units, dict.fromkeys(heads or [1], 9 if heads else -9))
    assert usual_sizes(units, scored).tolist() == [size]
