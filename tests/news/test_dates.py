"""What stands on a line of its own above a date, and says what it is the date of."""

from __future__ import annotations

import pytest

from clean.news.dates import heads_date


@pytest.mark.parametrize(
    "line",
    ["", ":", "Date", "On", "Published by Example House", "Update", "Le", "Erschienen ist es nie", "4 March 2019"],
)
def test_heads_no_date(line: str) -> None:
    assert not heads_date(line)


WORDS = "Published PUBLISHED Updated: Pubblicato Опубликовано 发布时间： 公開日 입력 Güncelleme".split()
PHRASES = ["Last modified", "Publié le", "Mis à jour le :", "Veröffentlicht am", "Publicado el", "نشر في"]


@pytest.mark.parametrize("line", WORDS + PHRASES)
def test_heads_a_date(line: str) -> None:
    assert heads_date(line)
