"""Words with which a story goes on and none begins: pronouns, conjunctions, titles before a name known by now."""

from __future__ import annotations

_WORDS = """
but however he she they his her their it it's its also meanwhile this these such that and mr mrs ms we i you then yet so
addition although still
mais il elle ils elles cette ce ces cet sa son ses leur
pero él ella ellos esta este estos su sus además también
er sie aber auch dies diese dieser dabei zudem seine ihr ihre
ma egli lui lei questo inoltre mas ele ela eles também seu sua
но он она они это при также кроме его её их
ancak bu bunun hij zij maar ook dit deze men han hun
"""
OPENERS = frozenset(_WORDS.split())
_EASTERN = tuple("また しかし 一方 なお 同 さらに この その これ 他 她 但 此外 据 该 그 또 하지만 이어".split())
_ARABIC_AND = "و"
# Words that begin with this letter of their own, in openings of stories: minister, Washington, agency, arrived, signed.
_OWN = "وزير وزار وزراء واشنطن وكال وصل وصف وجه وجّه وضع وقع وقّع وافق واصل واكب واجه وفد وفاة ولاي وسائل وسط ورش وثائق"
_ARABIC_OWN = tuple(_OWN.split())
_IL = "il"
# What follows the pronoun in French; in Italian it is an article.
_VERBS = (
    "est a y ne se lui en les leur me nous vous avait était sera aura fait va doit peut faut vient reste dit fut eut"
)
_BEHIND_IL = frozenset(_VERBS.split())
_ELIDED = ("n'", "s'", "l'", "n’", "s’", "l’")


def continues(text: str) -> bool:
    """Whether a paragraph begins with a word that points back; in Arabic, with `and` written to the word."""
    words = text.split(None, 1)
    if not words:  # white space that no rule took for a blank line
        return False
    first = words[0].strip("“\"'‘«(").lower()
    if first == _IL:
        return _is_said_of_him(words[-1])
    if first in OPENERS or text[0].isascii():
        return first in OPENERS
    return text.startswith(_EASTERN) or (
        text[0] == _ARABIC_AND and len(first) > 3 and not first.startswith(_ARABIC_OWN)
    )


def _is_said_of_him(text: str) -> bool:
    """Whether what stands behind `il` is said of somebody, in French."""
    return text.startswith(_ELIDED) or text.split(None, 1)[0] in _BEHIND_IL
