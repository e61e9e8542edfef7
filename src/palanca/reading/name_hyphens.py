"""What a hyphen joins inside a run of capitals: syllables of a given name, or two who are named apart."""

from palanca.lexicon.people import is_family_first
from palanca.reading.grammar.parse import Doc
from palanca.reading.name_edges import HYPHENS

_LONGEST_SYLLABLE = 6  # letters
JOINED = {"led", "run", "era", "old", "day", "up", "in", "based", "born", "owned", "made", "held", "style"}
"""Small words behind a name and a hyphen that are no part of it."""


def are_two_sides(doc: Doc, hyphen: int) -> bool:
    """ "The PAZ-RUIZ debate": two whom the text names apart, before what is between them."""
    pair = (doc[hyphen - 1].text, doc[hyphen + 1].text)
    behind = doc[hyphen + 2 : hyphen + 3].text
    before = doc[hyphen - 2 : hyphen - 1].text
    if not behind.islower() or (before[:1].isupper() and before != "The") or not all(map(str.istitle, pair)):
        return False
    apart = {t.text for t in doc[1:-1] if t.nbor(-1).text not in HYPHENS and t.nbor().text not in HYPHENS}
    return apart.issuperset(pair)


def is_of_syllables(doc: Doc, hyphen: int) -> bool:
    """Whether a given name goes on behind the hyphen: "Park Min-SOON"; the syllable may read as a common word."""
    if hyphen < 2 or doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_ or not doc[hyphen - 1].text.istitle():
        return False
    syllable = doc[hyphen + 1].text
    is_one = syllable.islower() and syllable.isalpha() and len(syllable) <= _LONGEST_SYLLABLE
    return is_one and syllable not in JOINED and is_family_first(doc[hyphen - 2].text)
