"""Words of titles as they are listed: in lower case, plural heads in the singular."""

from spacy.tokens import Token

from palanca.lexicon.titles import titles

_PLURALS = {"NNS", "NNPS"}


def singular(token: Token) -> str:
    """The word in lower case; of a plural title ("Presidents", "spokesmen") the singular.

    Taggers miss plurals in front of names, so a capital before a capital counts as one ("Senators Lee and Fox").
    """
    word = token.lower_
    if word[-1] not in "sn":
        return word
    if token.tag_ in _PLURALS or (token.is_title and token.i + 1 < len(token.doc) and token.nbor().is_title):
        return titles().singular(word) or word
    return word
