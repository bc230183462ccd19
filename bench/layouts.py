"""How stories are printed one after the other in a text file: the layouts of the corpus."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from bench.prose import Story

PLAIN = ("before", "after", "byline", "dateline", "blank")
LAYOUTS = (*PLAIN, "footer", "mixed")
"""Headline before; body, headline twice, bullets; byline and date; dateline; blank lines; house lines; any of them."""

CITIES = ("LONDON", "BERLIN", "NAIROBI", "LIMA", "JAKARTA", "OSLO", "PORT ELDEN", "MARLOW", "ANKARA", "MANILA", "DAKAR")
AGENCIES = ("Reuters", "AP", "AFP", "dpa", "Xinhua")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
FIRST = ("Ines", "Tomas", "Amina", "George", "Keiko", "Marta", "Paul", "Samuel")
LAST = ("Okoro", "Brandt", "Laurent", "Shah", "Berg", "Horvat", "Mensah", "Lopez")
SENTENCE_END = re.compile(r"[.”]\s")


class Printed(NamedTuple):
    """A story's lines from the first to the last of its own, and what stands after them.

    `body` is the place of the first paragraph in `lines`, `step` how far each is from the one before.
    """

    lines: list[str]
    body: int
    step: int
    after: list[str]


def printed(story: Story, layout: str, house: list[str], chance: random.Random) -> Printed:
    """A story in a layout; `house` are the lines that the house puts under each, where the layout has them."""
    headline, body = story
    if layout == "mixed":
        layout = chance.choice(PLAIN)
    if layout == "after":
        bullets = [f"- {_bullet(line)}" for line in chance.sample(body, min(len(body), chance.randint(0, 3)))]
        return Printed([*body, headline, headline, *bullets], 0, 1, [])
    if layout == "byline":
        date = f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(1999, 2024)}"
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        return Printed([headline, f"By {name}", date, *body], 3, 1, [])
    if layout == "dateline":
        return Printed([headline, f"{_dateline(chance)}{body[0]}", *body[1:]], 1, 1, [])
    if layout == "blank":
        lines = [headline]
        for line in body:
            lines += ["", line]
        return Printed(lines, 2, 2, [""] * chance.randint(1, 3))
    return Printed([headline, *body], 1, 1, house if layout == "footer" else [])


def _dateline(chance: random.Random) -> str:
    city = chance.choice(CITIES)
    if chance.random() < 0.5:
        return f"{city}: "
    return f"{city}, {chance.choice(MONTHS)} {chance.randint(1, 28)} ({chance.choice(AGENCIES)}) - "


def _bullet(paragraph: str) -> str:
    """A paragraph's first sentence, or as much of it as a bullet has."""
    return " ".join(SENTENCE_END.split(paragraph)[0].split()[:14]).strip("“”.,")


def house_lines(number: int, lines: list[str]) -> list[str]:
    """The lines under each story of house `number`: one of a known kind, and two that no table has."""
    first, second = (" ".join(line.split()[:12]).strip("“”.,") for line in lines[:2])
    return [f"{first}.", f"{second}.", f"© {2000 + number % 25} House {number} Media. All rights reserved."]
