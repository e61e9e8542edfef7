"""Words of titles as they are listed: in lower case, plural heads in the singular."""

from spacy.tokens import Token

from palanca.lexicon.spanish import spanish
from palanca.lexicon.titles import titles

_SHORTEST = 2
_PLURALS = {"NNS", "NNPS"}


def singular(token: Token) -> str:
    """The word in lower case, without the stop of a short form ("Sen."); of a plural title ("Presidents") the singular.

    Taggers miss plurals among names, so a capital beside a capital counts as one ("Senators Lee and Fox", "the Prime
    Ministers of Togo and Chad").
    """
    word = token.norm_
    if len(word) > _SHORTEST and word[-1] == "." and word[:-1].isalpha():
        word = word[:-1]
    if word[-1] not in "sn":
        return word
    if token.tag_ in _PLURALS or (token.is_title and _is_beside_capital(token)):
        return titles().singular(word) or word
    return word


def written_singular(token: Token) -> str:
    """The singular of a plural title in the language of the text: "canciller" of "cancilleres"."""
    return spanish().singular(token.lower_) if token.doc.lang_ == "es" else singular(token)


def _is_beside_capital(token: Token) -> bool:
    around = (token.i - 1, token.i + 1)
    return any(token.doc[i].is_title for i in around if 0 <= i < len(token.doc))
