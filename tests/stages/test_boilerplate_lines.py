"""Line rules: what is taken for a separator, an end mark or a formulaic line, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clean.document import Document, Mark
from clean.news.formulaic import END_MARKS, FORMULAS
from clean.settings import Boilerplate
from clean.stages.boilerplate import mark_lines
from clean.stages.boilerplate.shapes import KEY, fold, pieces_of, rule_of, table, written

# Lines of stories that begin or end like formulas, or hold their words.
STORY = """\
Follow the money, the auditor said.
Follow these steps to renew a passport
“Follow us,” the guide shouted over the wind.
"Read more," the minister told pupils, "and scroll less."
Read more books, the minister told pupils in Port Example on Monday, and leave the telephone at home
Reading between the lines of the budget
Related charges against two officers were dropped in May.
More from the front line than from any desk, he reported for thirty years and never missed a deadline. He has retired.
More than 50 people were hurt.
Watch prices rise as exports fall
Watch out for black ice
Subscribe or perish: local papers and their readers
Subscribers to the scheme will be paid by March, the liquidator said.
Sign up for the census by Friday, residents are told
Sign here, the clerk told him
Share prices fell again on Monday.
Share and share alike
Shares in the port operator fell 3 percent.
Copyright law must change, authors say
Copyright infringement cost the studio 4 million dollars in 2019.
The rights of all reserved seats lapse at midnight.
Photo shows minister with banned lobbyist
Photographs of the wall show cracks from top to bottom.
Image problem dogs candidate
Contact with the ship was lost on Monday.
Contact sports banned in schools
Email from minister leaked
Emails show that the port knew of the cracks.
Advertising revenue fell by a third.
Advertisement boards will be taken down in Harbour Street.
Reporting restrictions were lifted on Monday.
Editing by hand took years
Updated 07 March 2022
March 7, 2022
Search for missing crew called off
Search engine firm releases trial tool
Comment is free, the editor used to say
Comments by the minister drew laughter
Home
World
Sport
Menu prices up by a tenth
Print journalism has a future, says survey
The end of the affair
Ends meet for fewer families
An end to the strike
End of the road for the night ferry
Anzeigen gegen drei Beamte
Werbung wirkt, sagt die Studie
Lesen Sie auch das Kleingedruckte, rät der Anwalt.
Foto zeigt Minister mit Lobbyisten
Teilen der Stadt droht Überflutung
Publicité mensongère : le groupe condamné
Lire aussi vite que possible, tel est le défi
Partager la route avec les vélos
Publicidad engañosa: multan a la empresa
Más información pidió el fiscal antes de decidir.
Leia o contrato antes de assinar, diz o advogado.
Реклама пива вернётся на стадионы
Читать далее ему запретили врачи, сказал он.
広告費が3年ぶりに増加した。
写真は事故の瞬間をとらえていた。
共有地の売却をめぐり住民が提訴した。
广告收入下降三分之一。
分享经济走到尽头
إعلان الطوارئ في ثلاث محافظات
Dr. Jane Example, a surgeon
(1) The wall is to be rebuilt.
1. The wall is to be rebuilt.
$5 million for the harbour
50 die in ferry fire
3-2
- The council voted nine to two.
• Work begins in May
@courier
…
...
(…)
[...]
}
});
()
Q: And then?
A."""

FORMULAIC = {
    "read-more": """\
Read more: Harbour wall to be rebuilt
READ MORE
Also read: Storm hits Port Example
» Related: more from the region
Related articles
RELATED STORIES:
Watch: the week in pictures
For more on this story visit www.courier.example
Click here to read the full report
Story continues below advertisement
Mehr zum Thema: Hafen
Lesen Sie auch: Sturm über der Küste
Lire aussi : La digue sera reconstruite
À lire aussi
Lea también: Reconstruirán el muelle
Leia também
Leggi anche: Il molo sarà ricostruito
Lees ook: Havenmuur wordt herbouwd
Czytaj także: Mur portowy
Читайте также: Стену порта восстановят
İlgili Haberler
İLGİLİ HABER: Liman duvarı
اقرأ أيضا: جدار الميناء
関連記事：港の壁を再建へ
【関連記事】港の壁を再建へ
相关阅读：港口围墙将重建
관련기사
Läs också: Hamnmuren byggs upp
Lue myös""",
    "follow-us": """\
Follow us on Twitter @courier
Follow us
Like us on Facebook
Follow Jane Example on Twitter
Folgen Sie uns auf Facebook
Suivez-nous sur Instagram
Síguenos en Facebook y Twitter
Siga-nos no Twitter
Seguici su Facebook
Volg ons op Twitter
Подписывайтесь на наш канал в Telegram
تابعونا على فيسبوك""",
    "subscribe": """\
Sign up for our morning newsletter
Subscribe to our newsletter.
SUBSCRIBE NOW
Get the latest news delivered to your inbox
Already a subscriber? Log in
By signing up you agree to our terms.
Newsletter abonnieren
Abonnez-vous
Suscríbete a nuestro boletín
Iscriviti alla newsletter
この記事は会員限定です""",
    "copyright-line": """\
© 2020 Evening Ledger. All Rights Reserved
(c) 2020 Evening Ledger
Copyright 2018 Coastal Post. For reprint rights contact rights@post.example
Copyright © 2019 Coastal Post
All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Alle Rechte vorbehalten
Tous droits réservés.
Todos los derechos reservados
© RIPRODUZIONE RISERVATA
Все права защищены.
جميع الحقوق محفوظة
無断転載を禁じます
版权所有 海岸邮报""",
    "photo-credit": """\
Photo: Jane Example/Coast Courier
Image credit: Harbour Board
Jane Example / AFP
Jane Example via Getty Images
FILE PHOTO: The harbour wall
Foto: dpa
Crédit photo : Jeanne Exemple
写真：港湾局
图片来源：港务局""",
    "wire-sign-off": """\
(Reporting by Jane Example in Port Example; Editing by John Example)
Reporting by Jane Example. Editing by John Example.
The Associated Press contributed to this report.
With inputs from agencies
AP-NY-03-07-22 0915EST
Quelle: dpa
(Avec AFP)
(Con información de Reuters)
Источник: ТАСС""",
    "contact-line": """\
Contact: Jane Example, 555-0100
Jane Example can be reached at jane@courier.example.
newsdesk@courier.example
Email: newsdesk@courier.example
Got a news tip? Write to tips@courier.example
Kontakt: Hafenamt
Tel: 555 0100""",
    "share-buttons": """\
Share this article
Share on Facebook
Facebook Twitter Email
1.2K Shares
340 shares
5 min read
Teilen
Partager sur Twitter
Compartir en Facebook
Поделиться""",
    "advertisement": """\
Advertisement
- ADVERTISEMENT -
Sponsored content
Anzeige
Publicité
PUBLICIDAD
Pubblicità
Реклама
広告
广告
إعلان""",
    "page-furniture": """\
Skip to main content
Log in
Privacy Policy
We use cookies to improve your visit.
50 Comments
Comments (12)
Page 2 of 14
Tags: harbour, storm
Impressum
Mentions légales
ログイン""",
}

CASES = [(rule, line) for rule, lines in FORMULAIC.items() for line in lines.split("\n")]


def marked(*lines: str, off: frozenset[str] = frozenset()) -> list[tuple[Mark, str]]:
    """What each line is marked as, and by which rule."""
    document = Document(list(lines), [0] * (len(lines) + 1))
    mark_lines(document, Boilerplate(off=off))
    return [(Mark(mark), document.rules.get(i, "")) for i, mark in enumerate(document.marks)]


@pytest.mark.parametrize("line", STORY.split("\n"))
def test_lines_of_stories_stay(line: str) -> None:
    assert marked(line) == [(Mark.BODY, "")]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_formulaic_lines_are_named_by_their_kind(rule: str, line: str) -> None:
    assert marked(line) == [(Mark.BOILERPLATE, rule)]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_a_formula_is_told_in_capitals_with_a_bullet_and_with_spaces_around_it(rule: str, line: str) -> None:
    assert marked(line.upper()) in ([(Mark.BOILERPLATE, rule)], marked("ı"))  # Turkish and German capitals may not fold
    assert marked(f"  • {line} ") == [(Mark.BOILERPLATE, rule)]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_a_rule_that_is_off_takes_nothing(rule: str, line: str) -> None:
    assert all(found != rule for _, found in marked(line, off=frozenset({rule})))


@pytest.mark.parametrize("line", [line for _, line in CASES])
def test_a_paragraph_that_begins_with_a_formula_stays(line: str) -> None:
    text = " ".join([line, *["and so the council went on to vote on the wall"] * 12])
    assert marked(text) == [(Mark.BODY, "")]


@pytest.mark.parametrize(
    "line", ["-----", "***", "* * *", "===", "# # #", "###", "____", "•", "·", "—", "~~~", "+", "»"]
)
def test_what_is_drawn_and_not_written_is_a_separator(line: str) -> None:
    assert marked(line, f"  {line}") == [(Mark.SEPARATOR, ""), (Mark.SEPARATOR, "")]
    assert marked(line, off=frozenset({"separator"})) == [(Mark.BODY, "")]


@pytest.mark.parametrize(
    "line",
    ["-30-", "- 30 -", "—30—", "ENDS", "(END)", "(Ends)", "NNNN", "End", "Ende", "FIN", "(完)", "以上", "-ends-"],
)
def test_end_marks_are_separators_of_their_own_rule(line: str) -> None:
    assert marked(line) == [(Mark.SEPARATOR, "end-mark")]
    assert marked(line, off=frozenset({"end-mark"}))[0][1] != "end-mark"


@pytest.mark.parametrize("line", ["", " ", "\t", "\xa0", "\u3000", "\u200b", "\ufeff", " \u200b ", " " * 900])
def test_blank_lines_are_marked_whatever_is_off(line: str) -> None:
    assert marked(line, off=frozenset({"blank-lines"})) == [(Mark.BLANK, "")]


@given(st.lists(st.sampled_from([*STORY.split("\n"), *(line for _, line in CASES), "", "---"]) | st.text(max_size=60)))
def test_a_line_is_judged_alone(lines: list[str]) -> None:
    assert marked(*lines) == [mark for line in lines for mark in marked(line)]


@given(st.text())
def test_every_line_without_a_letter_or_digit_is_no_formula(text: str) -> None:
    line = "".join(char for char in text if not char.isalnum())
    assert marked(line)[0][0] in {Mark.BODY, Mark.BLANK, Mark.SEPARATOR}


@pytest.mark.parametrize("unit", ["a", " ", "1,", "@", "a@", ".a", "read more ", "…", "((", "© ", "www.", "\u200b"])
def test_long_and_monotonous_lines_are_looked_at_no_more_than_others(unit: str) -> None:
    assert marked(unit * 100_000 + "x") == [(Mark.BODY, "")]


@pytest.mark.parametrize("rule", FORMULAS)
def test_every_shape_of_the_tables_is_found_as_it_stands(rule: str) -> None:
    shapes = table(frozenset(FORMULAS.keys() - {rule}))
    written_lines = [line for text in FORMULAS[rule].shapes.values() for line in written(text)]
    plain = [line.replace("\0", " so ").replace("#", "7").replace("@", "a@b.example") for line in written_lines]
    assert [line for line in plain if not rule_of(line, shapes)] == []


def test_every_shape_can_be_told_by_its_start_or_end() -> None:
    lines = [line for formulas in FORMULAS.values() for text in formulas.shapes.values() for line in written(text)]
    assert [line for line in lines if not (pieces_of(line)[0] or pieces_of(line)[-1])] == []
    assert all(len(key) <= KEY for key in table(frozenset()).starts)


def test_end_marks_are_written_as_they_are_compared() -> None:
    assert [text for text in END_MARKS.values() if text != text.lower()] == []


@given(st.text())
def test_folding_is_idempotent_on_what_it_gives(text: str) -> None:
    assert fold(fold(text)).strip() == fold(fold(fold(text))).strip()
