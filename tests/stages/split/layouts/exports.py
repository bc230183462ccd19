"""Export files made after the descriptions of the layouts: invented stories, furniture at random, parts left out."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

from tests.stages.split.layouts.export_documents import MONTHS, WORDS, Doc


def nexis_uni(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    if rng.random() < 0.7:
        lines += [
            "Date and Time: Tuesday, 25 October 2022 20:01:00 CEST",
            "Job Number: 182934",
            f"Documents ({len(docs)})",
            "",
        ]
        for number, doc in enumerate(docs, 1):
            lines += [f"{number}. {doc.headline}", "Client/Matter: -None-", "Search Terms: harbour and wall"]
            lines += ["Search Type: Terms and Connectors", "Narrowed by:", "Content Type", "Narrowed by", "News"]
            lines += ["Geography: Exampleland; Timeline: Jan 01, 2010 to Dec 31, 2020", ""]
    for doc in docs:
        month = MONTHS[doc.month - 1]
        lines += [] if "headline" in doc.drop else [doc.headline]
        lines += [f"{doc.paper} (Exampleland)", f"{month} {doc.day}, {doc.year} Friday 11:20 AM EST"][
            : 1 if "date" in doc.drop else 2
        ]
        lines += ["", ""]
        lines += [] if "copyright" in doc.drop else [f"Copyright {doc.year} {doc.paper} All Rights Reserved"]
        lines += ["Section: NEWS; Pg. 4"] if "section" not in doc.drop else []
        lines += [f"Length: {doc.words} words"]
        lines += [f"Byline: {doc.byline}"] if "byline" not in doc.drop else []
        lines += ["Highlight: The wall fell and will stand again."] if rng.random() < 0.2 else []
        lines += [f"Dateline: {doc.place}"] if "dateline" not in doc.drop else []
        if "body" not in doc.drop:
            lines += ["Body", "", "", *(f" {text}" for text in doc.paragraphs), ""]
            if rng.random() < 0.2:
                lines.insert(-2, f"Page {rng.randint(2, 9)} of 14")
        lines += ["Graphic", " ", "Jane Example/The harbour wall.", ""] if "graphic" not in doc.drop else []
        lines += ["Notes", "", "Corrected in print.", ""] if rng.random() < 0.1 else []
        if rng.random() < 0.2:
            lines += [
                "Classification",
                "",
                "Language: ENGLISH",
                "",
                "Publication-Type: Newspaper",
                "",
                "Subject: HARBOURS (90%)",
                "",
            ]
        lines += (
            [f"Load-Date:\u00a0{month} {doc.day}, {doc.year}", "", ""]
            if "load" not in doc.drop or "end" in doc.drop
            else []
        )
        lines += [] if "end" in doc.drop else ["End of Document", "", ""]
    return lines


LEXIS = {
    "en": (
        "{} of {} DOCUMENTS",
        "BYLINE SECTION LENGTH DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "words",
        "ENGLISH",
    ),
    "de": (
        "Dokument {} von {}",
        "AUTOR RUBRIK LÄNGE DATELINE UPDATE SPRACHE PUBLICATION-TYPE",
        "Wörter",
        "GERMAN; DEUTSCH",
    ),
    "fr": (
        "Document {} de {}",
        "AUTEUR RUBRIQUE LONGUEUR DATELINE DATE-CHARGEMENT LANGUE TYPE-PUBLICATION",
        "mots",
        "FRENCH",
    ),
    "nl": (
        "{} van {} DOCUMENTEN",
        "AUTEUR RUBRIEK LENGTE DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "woorden",
        "DUTCH",
    ),
    "es": (
        "{} de {} DOCUMENTOS",
        "AUTOR SECCIÓN LONGITUD DATELINE LOAD-DATE LANGUAGE PUBLICATION-TYPE",
        "palabras",
        "SPANISH",
    ),
}
DATES = {
    "en": "March {day}, {year} Tuesday", "de": "{day}. März {year} Dienstag", "fr": "{day} mars {year} mardi",
    "nl": "{day} maart {year} dinsdag", "es": "{day} de marzo de {year} martes",
}  # fmt: skip


def lexisnexis(docs: list[Doc], rng: random.Random) -> list[str]:
    language = rng.choice(list(LEXIS))
    start, labels, words, name = LEXIS[language]
    byline, section, length, dateline, load, tongue, kind = labels.split()
    lines = []
    if rng.random() < 0.5:
        dutch = ["Printopdracht: Alle documenten", "Zoektermen: (harbour"]
        other = [
            "Download Request: All Documents: 1-240",
            "Time Of Request: Monday, 1:00:00",
            "Terms: (harbour OR wall",
        ]
        cover = dutch if language == "nl" else other
        lines += ["", *cover, "  OR storm OR council)", "", "Project ID: none", ""]
    number, top = 0, rng.random() < 0.3
    for doc in docs:
        doc.month = 3
        if rng.random() < 0.2:
            doc.headline += ";\nCouncil votes nine to two"
        number += rng.choice([1, 1, 1, 2])
        date = DATES[language].format(day=doc.day, year=doc.year)
        rights = (
            [f"Copyright {doc.year} Coast Courier Ltd", "All Rights Reserved"] if "copyright" not in doc.drop else []
        )
        above = rights if top else []
        centred = [start.format(number, 240), "", "", *above, doc.paper, "", *([] if "date" in doc.drop else [date])]
        centred += ["FIRST Edition"] if rng.random() < 0.4 and "date" not in doc.drop else []
        lines += [text.center(78).rstrip() for text in centred] + [""]
        lines += (
            []
            if "headline" in doc.drop
            else [*(line for part in doc.headline.split("\n") for line in textwrap.wrap(part, 78)), ""]
        )
        lines += [f"{byline}: {doc.byline}", ""] if "byline" not in doc.drop else []
        lines += [f"{section}: NEWS; Pg. 4", ""] if "section" not in doc.drop else []
        lines += [f"{length}: {doc.words} {words}", ""]
        lines += [f"{dateline}: {doc.place}", ""] if "dateline" not in doc.drop else []
        for text in [] if "body" in doc.drop else doc.paragraphs:
            lines += [*textwrap.wrap(text, 78), ""]
        lines += ["GRAPHIC: PHOTO: The harbour wall.", ""] if "graphic" not in doc.drop else []
        if "end" not in doc.drop:
            lines += [f"{load}: {date}", "", f"{tongue}: {name}", "", f"{kind}: Newspaper", ""]
            lines += ["ACC-NO: 123456", ""] if rng.random() < 0.2 else []
            lines += [text.center(78).rstrip() for text in ([] if top else rights)] + ["", ""]
    return lines


def proquest(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    gap = [""] * rng.randint(0, 1)
    for number, doc in enumerate(docs, 1):
        month = MONTHS[doc.month - 1][:3]
        lines += ["_" * 60, ""]
        lines += [f"Document {number} of {len(docs)}", ""] if rng.random() < 0.8 else []
        lines += [] if "headline" in doc.drop else [doc.headline, ""]
        lines += [
            f"Publication info: {doc.paper} ; Port Example [Port Example]. {doc.day:02} {month} {doc.year}: A1.",
            "",
        ]
        lines += ["https://example.org/docview/1234?accountid=1", "", "Abstract: None available.", ""]
        lines += ["Links: https://example.org/links", ""]
        if "body" not in doc.drop:
            lines += [f"Full text: {doc.paragraphs[0]}"]
            lines += [line for text in doc.paragraphs[1:] for line in (*gap, text)]
            lines += ["CAPTION: The harbour wall."] if "graphic" not in doc.drop else []
            lines += [f"CREDIT: {doc.byline}"] if "byline" not in doc.drop else []
            lines += [""]
        if "end" not in doc.drop:
            lines += ["Subject: Harbors; Storms", ""] if rng.random() < 0.8 else []
            lines += ["Location: Exampleland", "", "Company / organization: Name: Coast Ltd; NAICS: 511110", ""]
            lines += [f"Title: {doc.headline}", ""] if "headline" not in doc.drop else []
            lines += [f"Publication title: {doc.paper}; Port Example", "", f"Publication year: {doc.year}", ""]
            lines += [
                f"Publication date: {month} {doc.day}, {doc.year}",
                "",
                "First page: A1",
                "",
                "Publisher: Coast Ltd",
                "",
            ]
            lines += ["Source type: Newspapers", "", "Language of publication: English", "", "Document type: News", ""]
            lines += [
                "ProQuest document ID: 1234",
                "",
                "Document URL: https://example.org",
                "",
                "Copyright: Coast Ltd 2022",
                "",
            ]
            lines += ["Last updated: 2022-03-08", "", "Database: Global Newsstream", ""]
    if rng.random() < 0.7:
        lines += ["_" * 60, "", "Contact us at: https://example.org/go/contact", ""]
        lines += [
            "Database copyright © 2022 ProQuest LLC. All rights reserved.",
            "",
            "Terms and Conditions: https://example.org",
        ]
    return lines


def identity(rng: random.Random) -> str:
    return "CCOUR000" + "".join(rng.choice("0123456789abcdefghijklmnopqrstuvwxyz") for _ in range(17))


def search_summary(rng: random.Random) -> list[str]:
    lines = ["Search Summary", "Text harbour and wall", "Date All Dates", "Source All Sources", "Results Found 240"]
    return lines if rng.random() < 0.7 else []


def factiva(docs: list[Doc], rng: random.Random) -> list[str]:
    own_line, width, gap = rng.random() < 0.5, rng.choice([3, 4]), [""] * (rng.random() < 0.3)
    lines: list[str] = []

    def say(label: str, *values: str) -> None:
        lines.extend([label, *values] if own_line else [f"{label:<{width}}{values[0]}", *values[1:]])
        lines.extend(gap)

    for doc in docs:
        if "section" not in doc.drop:
            say("SE", "News")
        if "headline" not in doc.drop:
            say("HD", doc.headline)
        if "byline" not in doc.drop:
            say("BY", f"By {doc.byline}")
        say("WC", f"{doc.words} words")
        if "date" not in doc.drop:
            say("PD", f"{doc.day} {MONTHS[doc.month - 1]} {doc.year}")
        say("ET", "09:15")
        say("SN", doc.paper)
        say("SC", "CCOUR")
        say("LA", "English")
        say("CY", f"Copyright {doc.year} {doc.paper}")
        if "body" not in doc.drop:
            say("LP", doc.paragraphs[0])
            lines += [""]
            say("TD", *[line for text in doc.paragraphs[1:] for line in (text, "")])
        say("CO", "ccorp : Coast Corporation | hwall : Harbour Wall Ltd")
        say("NS", "gstorm : Storms | gcat : Political/General News")
        say("RE", "exl : Exampleland")
        say("PUB", "Coast Courier Ltd")
        if "end" not in doc.drop:
            say("AN", f"Document {identity(rng)}")
        lines += ["", ""]
    return lines + search_summary(rng)


def factiva_free(docs: list[Doc], rng: random.Random) -> list[str]:
    lines: list[str] = []
    for doc in docs:
        doc.drop -= {"end"}
        lines += ["News"] if "section" not in doc.drop else []
        lines += [doc.headline] if "headline" not in doc.drop else []
        opener = "By " if "headline" in doc.drop else rng.choice(["By ", ""])
        lines += [opener + doc.byline] if "byline" not in doc.drop else []
        lines += [f"{doc.words} words", f"{doc.day} {MONTHS[doc.month - 1]} {doc.year}"]
        lines += ["09:15"] if rng.random() < 0.6 else []
        lines += [doc.paper, "CCOUR", "English", f"Copyright {doc.year} {doc.paper}. All Rights Reserved", ""]
        lines += [line for text in ([] if "body" in doc.drop else doc.paragraphs) for line in (text, "")]
        lines += [f"Document {identity(rng)}", "", ""]
    return lines + search_summary(rng)


def europresse(docs: list[Doc], rng: random.Random) -> list[str]:
    lines, number = [], 0
    for doc in docs:
        doc.drop -= {"headline"}
        doc.month = 11
        number += rng.choice([1, 1, 2])
        date = rng.choice(["vrijdag {} november {}", "{} november {}", "vendredi {} novembre {}"]).format(
            doc.day, doc.year
        )
        page = ", p. 6" if "section" not in doc.drop else ""
        lines += [f"{number}. {doc.headline}", "", f"{doc.paper}, {date}{page}, {doc.words}w.", ""]
        lines += [line for text in ([] if "body" in doc.drop else doc.paragraphs) for line in (text, "")] + [""]
    return lines


def wire(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    for doc in docs:
        doc.drop -= {"headline", "body", "end"}
        lines += ["a0123"] if rng.random() < 0.4 else []
        lines += [f"BC-EXAMPLE-{rng.choice(WORDS).upper()}{rng.choice(['', ' (UPDATE 2)'])}", ""]
        lines += ["URGENT"] if rng.random() < 0.2 else []
        lines += ["(Adds details, quotes)"] if rng.random() < 0.3 else []
        lines += [doc.headline]
        lines += [f"By {doc.byline}"] if "byline" not in doc.drop else []
        lines += ["", *doc.paragraphs, "(Reporting by Jane Example in Port Example; Editing by Omar Sample)", ""]
        lines += [rng.choice(["-30-", "NNNN", "(END)", "ENDS", "###"])]
        lines += ["AP-NY-03-07-22 0915EST"] if rng.random() < 0.3 else []
        lines += [""]
    return lines


# Headline, date, byline, publication and text, as programs of many countries call them.
LABELS = (
    "Title: Date: Author: Source: Text:",
    "HEADLINE: PUBLISHED: BYLINE: PUBLICATION: BODY:",
    "title: date: author: source: content:",
    "Titel: Datum: Autor: Quelle: Text:",
    "Titre\u00a0: Date\u00a0: Auteur\u00a0: Source\u00a0: Texte\u00a0:",
    "Título: Fecha: Autor: Fuente: Texto:",
    "Titolo: Data: Autore: Fonte: Testo:",
    "Başlık: Tarih: Yazar: Kaynak: Metin:",
    "Заголовок: Дата: Автор: Источник: Текст:",
    "标题：日期：作者：来源：正文：".replace("：", "： ").strip(),
    "العنوان: التاريخ: الكاتب: المصدر: النص:",
)


def labels(docs: list[Doc], rng: random.Random) -> list[str]:
    lines: list[str] = []
    rule = rng.choice("-=*_") * rng.randint(5, 60) if rng.random() < 0.4 else ""
    title, date, author, source, text = (label.strip("_") for label in rng.choice(LABELS).split(" "))
    number, gap, below = rng.random() < 0.3, [""] * (rng.random() < 0.5), rng.choice(["", "same line", "own line"])
    for n, doc in enumerate(docs):
        doc.drop -= {"headline"}
        lines += [rule] if rule else []
        lines += [f"ID: {n}"] if number else []
        lines += [f"{title} {doc.headline}", f"{date} {doc.iso}"]
        lines += [f"{author} {doc.byline}"] if "byline" not in doc.drop else []
        lines += ["Wordcount: 300", f"{source} {doc.paper}"]
        first, *others = [""] if "body" in doc.drop else doc.paragraphs
        lines += [f"{text} {first}".strip()] if below == "same line" else [text, first] if below else ["", first]
        lines += [line for paragraph in others for line in (*gap, paragraph)]
        lines += [""] if rule or gap else []
    return lines


def front_matter(docs: list[Doc], rng: random.Random) -> list[str]:
    lines, quote = [], rng.choice(["", '"', "'"])
    for doc in docs:
        doc.drop -= {"headline"}
        headline = f'"{doc.headline}"' if ": " in doc.headline else f"{quote}{doc.headline}{quote}"
        lines += ["---", f"title: {headline}", f"date: {doc.iso}", f"source: {doc.paper}"]
        lines += ["layout: post", "categories:", "  - news", "  - harbour"] if rng.random() < 0.5 else []
        lines += [f"author: [{doc.byline}]"] if "byline" not in doc.drop else []
        lines += ["---", ""]
        for text in [] if "body" in doc.drop else doc.paragraphs:
            lines += [text, ""]
    return lines


def mbox(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    for doc in docs:
        doc.drop -= {"headline", "byline"}
        lines += [
            f"From desk@example.org Mon Mar  7 09:15:{rng.randint(10, 59)} 2022",
            f"From: {doc.byline}",
            "To: all@example.org",
        ]
        lines += [
            f"Date: Mon, {doc.day:02} {MONTHS[doc.month - 1][:3]} {doc.year} 09:15:00 +0000",
            f"Subject: {doc.headline}",
        ]
        lines += ["X-Mailer: none", "", *([] if "body" in doc.drop else doc.paragraphs), ""]
    return lines


def front_matter_toml(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    for doc in docs:
        doc.drop -= {"headline"}
        lines += ["+++", f'title = "{doc.headline}"', f"date = {doc.iso}T10:32:00Z", "draft = false"]
        lines += ["tags = [", '  "news",', "]"] if rng.random() < 0.5 else ['tags = ["news", "harbour"]']
        lines += [f'authors = ["{doc.byline}"]'] if "byline" not in doc.drop else []
        lines += ["[params]", f"  words = {doc.words}"] if rng.random() < 0.5 else []
        lines += ["+++", ""]
        for text in [] if "body" in doc.drop else doc.paragraphs:
            lines += [text, ""]
    return lines


def warc(docs: list[Doc], rng: random.Random) -> list[str]:
    lines = []
    if rng.random() < 0.7:
        lines += ["WARC/1.0", "WARC-Type: warcinfo", "WARC-Date: 2024-03-05T21:48:08Z", "WARC-Filename: a.warc.wet.gz"]
        lines += ["WARC-Record-ID: <urn:uuid:0>", "Content-Type: application/warc-fields", "Content-Length: 370", ""]
        lines += [
            "Software-Info: example 1.1",
            "Extracted-Date: Fri, 15 Mar 2024 09:40:00 GMT",
            "operator: Jane Sample",
        ]
        lines += ["description: Pages of some papers", "publisher: Example Library", "", "", ""]
    for number, doc in enumerate(docs, 1):
        doc.drop -= {"headline", "body"}
        doc.headline = doc.headline.replace("\n", " ")
        lines += ["WARC/1.0", "WARC-Type: conversion", f"WARC-Target-URI: https://example.org/{number}"]
        lines += ["WARC-Date: 2024-03-04T10:32:00Z", f"WARC-Record-ID: <urn:uuid:{number}>", "Content-Type: text/plain"]
        lines += ["WARC-Identified-Content-Language: eng"] if rng.random() < 0.5 else []
        lines += [f"Content-Length: {doc.words}", "", doc.headline]
        lines += [*doc.paragraphs, "", ""]
    return lines


MAKERS: dict[str, Callable[[list[Doc], random.Random], list[str]]] = {
    "nexis-uni": nexis_uni,
    "lexisnexis": lexisnexis,
    "proquest": proquest,
    "factiva": factiva,
    "factiva-free": factiva_free,
    "europresse": europresse,
    "wire": wire,
    "labels": labels,
    "front-matter": front_matter,
    "mbox": mbox,
    "front-matter-toml": front_matter_toml,
    "warc": warc,
}
