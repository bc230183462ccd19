"""Words that tell what a text is about: none for what every story says, in any language; negatives first."""

from __future__ import annotations

import pytest

from clean.news.words import topic_words

NOTHING = {
    "English": "They said on Tuesday that there would be more of these",
    "German": "Außerdem sagte sie am Dienstag, dass es inzwischen",
    "Dutch": "Volgens hem zijn er inmiddels minder, zei hij dinsdag",
    "Indonesian": "Menurut dia, hal tersebut telah dilakukan sejak Selasa",
    "Vietnamese": "Theo ông, trong những ngày này người được nhận nhiều hơn",
    "Ukrainian": "Після цього вона розповіла, що також було менше",
    "Greek": "Όπως δήλωσε, μετά από αυτό είναι περισσότερα",
    "Persian": "همچنین گفته شده است که برای این مورد باید",
    "Hindi": "उन्होंने बताया कि इसके बाद लगातार करीब पांच",
    "Bengali": "এ সময় তাঁরা বলেছেন, বিভিন্ন কারণে প্রতিদিন আরও বেশি",
    "Tamil": "இதனால் அவர்கள் நேற்று தெரிவித்துள்ளனர், மேலும் இந்த ஆண்டில்",
    "Chinese": "他们，已经，开始",
    "Korean": "까지 라고 말했",
    "of short words alone": "It is to be at 7 or so",
    "empty": "",
}
TOPICS = [
    ("The harbour board voted on Monday", ["harbou", "board", "voted"]),
    ("Gemeinderat lehnt Brücke ab", ["gemein", "lehnt", "brücke"]),
    ("Jembatan baru dibuka untuk warga kampung", ["jembat", "dibuka", "kampun"]),
    ("Cầu Long Biên xuống cấp", ["biên", "xuống", "biên xuống", "xuống cấp"]),
    ("Cháy lớn, chợ Bến Thành  đóng cửa", ["cháy", "đóng", "chợ bến", "đóng cửa"]),
    ("北京市开始表示", ["北京", "京市", "市开", "始表"]),
    ("東京の橋", ["東京", "京の", "の橋"]),
    ("서울시장 선거", ["서울", "울시", "시장", "선거"]),
    ("ตลาดปลา", ["ตลาดป", "ลาดปล", "าดปลา"]),
    ("ຕະຫຼາດ PM2 ปลา", ["ຕະຫຼາ", "ະຫຼາດ"]),
    ("စျေးကွက်", ["စျေးက", "ျေးကွ", "ေးကွက", "းကွက်"]),
]


@pytest.mark.parametrize("text", NOTHING.values(), ids=list(NOTHING))
def test_nothing_is_told(text: str) -> None:
    assert topic_words(text) == []


@pytest.mark.parametrize(("text", "words"), TOPICS)
def test_topic_words(text: str, words: list[str]) -> None:
    assert topic_words(text) == words
