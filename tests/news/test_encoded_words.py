"""Encoded words of RFC 2047 in what an export tells of a story: negatives first."""

from __future__ import annotations

import pytest

from clean.news.layouts.encoded_words import _LONGEST, decode_words
from clean.settings import Settings
from tests.support import check, clean

AS_THEY_ARE = [
    "",
    "Harbour wall falls",
    "x =? y, asks council",
    "=?UTF-8?X?w7w=?=",
    "=?UTF-8?B?w7w=",
    "=?no-such-charset?Q?caf=E9?=",
    "=?rot13?Q?abc?=",
    "=?é?Q?abc?=",
    "=?UTF-8?Q?caf=E9?=",  # Latin-1, whatever it says
    "=?UTF-8?B?w?=",
    "=?UTF-7?Q?+2AA-?=",  # half a surrogate pair
    "=?UTF-8?Q?" + "a" * _LONGEST + "?=",
]

DECODED = [
    ("=?UTF-8?B?w7w=?=", "ü"),
    ("=?utf-8?q?caf=C3=A9_opens?=", "café opens"),
    ("=?ISO-8859-1?Q?caf=E9?=", "café"),
    ("=?koi8-r?B?7c/TxcrSzw==?=", "Мосейро"),
    ("=?ISO-2022-JP?B?GyRCRWxALxsoQg==?=", "東政"),
    ("=?GB2312?B?ueO2qw==?=", "广东"),
    ("=?UTF-8?B?Z8O8bg==?= opens =?ISO-8859-1?Q?caf=E9_in_the?= =?UTF-8?Q?_harbour?=", "gün opens café in the harbour"),
    ("Re: =?UTF-8?Q?=C3=A9t=C3=A9?=", "Re: été"),
    ("=?UTF-8?B?5p2x5Lo=?= =?UTF-8?B?rA==?=", "東京"),  # a character cut in two, as many programs do
    ("=?UTF-8?Q?two=0Alines?=", "two lines"),
    ("=?UTF-8?Q??=", ""),
]


@pytest.mark.parametrize("value", AS_THEY_ARE, ids=lambda value: value[:40])
def test_what_stays(value: str) -> None:
    assert decode_words(value) == value


@pytest.mark.parametrize(("value", "text"), DECODED)
def test_what_is_decoded(value: str, text: str) -> None:
    assert decode_words(value) == text


MESSAGES = """\
From desk@example.org Mon Mar  4 10:00:00 2024
Return-Path: <desk@example.org>
Received: from mail.example.org
\tby mx.example.org; Mon, 4 Mar 2024 10:00:00 +0000
From: =?UTF-8?B?SmFuZSDDiXhhbXBsZQ==?= <jane@example.org>
Subject: =?UTF-8?Q?Gu=CC=88l?= opens =?ISO-8859-1?Q?caf=E9_in_the?=
 =?UTF-8?Q?_harbour?=
Date: Mon, 4 Mar 2024 10:00:00 +0000
Organization: =?UTF-8?Q?Le_Caf=C3=A9?=

The café opened on Monday.

From desk@example.org Tue Mar  5 10:00:00 2024
From: "Sample, Omar" <omar@example.org>
Subject: Bridge closes for
\tthe winter
Date: Tue, 5 Mar 2024 10:00:00 +0000

The bridge closed on Tuesday.
"""


def test_messages_give_plain_headlines_and_names_and_are_restored() -> None:
    sources = {"box.txt": MESSAGES.encode()}
    result = clean(sources)
    assert [(row["headline"], row["byline"], row["text"]) for row in result.rows] == [
        ("Gül opens café in the harbour", "Jane Éxample", "The café opened on Monday."),
        ("Bridge closes for the winter", "Sample, Omar", "The bridge closed on Tuesday."),
    ]
    assert result.rows[0]["metadata"] == {"publication": "Le Café"}
    check(result, sources)


def test_without_normalize_the_letters_stay_as_they_were_sent() -> None:
    result = clean({"box.txt": MESSAGES.encode()}, Settings(skip=frozenset({"normalize"})))
    assert result.rows[0]["headline"] == "Gu\u0308l opens café in the harbour"
