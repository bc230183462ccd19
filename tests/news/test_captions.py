"""Captions: words that end in who made the picture; credits alone and sentences about pictures are none."""

from __future__ import annotations

import pytest

from clean.news.captions import is_caption

CAPTIONS = [
    "The harbour on Sunday evening (Image: Coast Courier)",
    "The mayor opens the bridge (AP Photo/Jane Example)",
    "A lorry on the quay. Photo: Jane Example",
    "People queue outside. Photograph: Jane Example/Coast Courier",
    "Der Markt am Sonntagabend. Foto: Jörg Beispiel",
    "Blick auf das Rathaus (Bild: Küstenbote)",
    "Le port, dimanche soir. Photo : Luc Exemple",
    "La place du marché (Photo Le Courrier)",
    "La estación, el domingo. Foto: Raúl Ejemplo",
    "Köy meydanı (Fotoğraf: Kıyı Postası)",
    "Набережная в воскресенье. Фото: Иван Примеров",
    "Мария ПРИМЕРОВА. Фото автора",
]


@pytest.mark.parametrize(
    "line",
    [
        "Police release photo: man wanted",
        "She took a picture. Photo: it shows how the town looked before the war",
        "He has it (the photo of the year)",
        "Ferry to run again (photos)",
        "Photo: Jane Example",
        "(Photo: Jane Example)",
        "Фото автора",
        ". Фото автора",
        "The vote was close (see picture: page 4)",
        "Harbour wall to be rebuilt after the storm",
        "",
    ],
)
def test_no_captions(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(line: str) -> None:
    assert is_caption(line)
