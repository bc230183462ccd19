"""Function words: the small words that only sentences need; menus and teasers have few of them.

The most frequent words of running text in each language, content words left out; one set serves all languages, for a
line of one has few of another's. Scripts written without spaces need none: there a full stop says enough.
"""

from __future__ import annotations

WORDS = {
    "en": "the a an of in to and is was were are be been has have had that for on with as at by from it its his her "
    "he she they their this which who will would not but or we you i",
    "de": "der die das und in zu den dem des von mit ist im nicht ein eine einen einer auf für sich es als auch an er "
    "hat sie aus bei dass nach wird war wurde",
    "fr": "le la les de des du et en un une que qui dans pour est au aux sur par pas ne plus se ce il elle avec son sa "
    "ses ont été",
    "es": "el la los las de del y en que un una por con se su sus para es al lo como más fue ha no",
    "pt": "o a os as e do da dos das em que um uma para com não por se no na nos nas foi é ao pela pelo",
    "it": "il lo la gli le e di che un una per con del della dei delle in non si è da al alla nel nella sono ha",
    "nl": "het een de van en in is dat op te voor met zijn niet aan er ook werd die wordt naar bij",
    "pl": "i w z na się nie do to że jest o od po za przez jak ale oraz dla który",
    "cs": "a v na se že je o z do s k ve by za pro jako po při který",
    "ru": "и в на не что с по из к за от для как о у его это был она они который также",
    "uk": "і в на не що з по із до за від для як про у його це був вона вони який також",
    "tr": "ve bir bu da de için ile olarak çok en daha olan gibi kadar sonra",
    "ar": "في من على إلى أن عن مع التي الذي هذا هذه كان كانت قال بعد ما لم لا بين",
    "fa": "و در به از که این با را است برای آن یک بود شد",
    "he": "של את על לא הוא היא זה עם כי גם כל או אבל",
    "sv": "och i att det som en på är av för med till den har inte om ett de var",
    "da": "og i at det som en på er af for med til den har ikke om et de var",
    "fi": "ja on ei se että oli hän joka mutta myös kun ovat",
    "hu": "a az és hogy nem is egy volt meg ez de mint csak",
    "ro": "și de la în a cu pe că o un nu este din pentru să care mai",
    "el": "και το η ο τα την του της τον στο στη με για από που να δεν θα είναι",
    "id": "yang dan di untuk dengan dari pada ini itu dalam tidak akan ke oleh juga",
    "vi": "và của là các có trong cho đã được với không một người này",
    "hi": "के में की है को से का और पर ने कि यह नहीं भी हैं",
}

FUNCTION_WORDS = frozenset(word for words in WORDS.values() for word in words.split())
