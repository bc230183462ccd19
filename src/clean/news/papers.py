"""Names of newspapers, as they stand at the head of a page."""

from __future__ import annotations

PAPER_WORDS = 6  # words in a newspaper's name
_SMALL = 3  # letters: longer words of a name are capitalised, `of` and `and` need not be
# The words that end a newspaper's name, or begin it in Romance languages. Those that end headlines of round-ups as well
# ("Morning News, 4 March 2020") are not here.
_PAPERS = frozenset(
    """times post herald gazette tribune chronicle courier journal observer telegraph guardian mirror echo examiner
    inquirer enquirer sentinel dispatch argus mercury advertiser independent zeitung nachrichten anzeiger tageblatt
    bote tagblatt rundschau kurier dagblad dagbladet nieuwsblad courant krant tidning avis gazetesi газета
    известия""".split()
)
_OPENING_PAPERS = frozenset(
    "diario diário jornal gazeta correio gaceta gazette corriere gazzetta giornale dziennik".split()
)
_EASTERN_PAPERS = ("日报", "晚报", "晨报", "时报", "日報", "晚報", "時報", "新聞", "신문", "일보")
_ARTICLES = frozenset("the le la el il die der das de o a".split())


def is_paper(words: list[str]) -> bool:
    """Whether words are surely a newspaper's name, or a broadcaster's news: `CBS News`."""
    own = words[1:] if words and words[0].casefold() in _ARTICLES else words
    if (
        not own
        or len(words) > PAPER_WORDS
        or not all(word[0].isupper() or word.upper() == word.lower() or len(word) <= _SMALL for word in words)
    ):
        return False
    if own[-1].endswith(_EASTERN_PAPERS):
        return True
    sent = own[-1] == "News" and len(own) == 2 and own[0].isupper() and len(own[0]) > 1
    opened = len(own) > 1 and own[0].casefold() in _OPENING_PAPERS
    return sent or opened or (len(words) > 1 and own[-1].casefold() in _PAPERS)
