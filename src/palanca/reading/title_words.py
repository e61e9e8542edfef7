"""Words of titles as they are listed: in lower case, plural heads in the singular."""

from palanca.lexicon.bodies import heads_no_family, schema_of_head
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.lexicon.spanish import spanish
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Doc, Token
from palanca.records import Schema

_SHORTEST = 2
_LONGEST_OF_PERSON = 3  # words of the name that a site has from a person
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


def cuts_body(doc: Doc, first: int, last: int) -> bool:
    """Whether a title would end inside the name of a body: "agents of the BORDER Protection Agency".

    So would a rank: "the Lagos GENERAL Research Institute".
    """
    is_rank = last == first + 1 and first > 0 and titles().is_rank(doc[first].norm_) and doc[first - 1].is_title
    if not doc[last - 1].is_title or not (is_rank or "of" in {token.norm_ for token in doc[first:last]}):
        return False
    stop = last
    while stop < len(doc) and doc[stop].is_title and not doc[stop].is_sent_start:
        stop += 1
    return stop > last and heads_no_family(doc[stop - 1].norm_)


def is_middle_name(doc: Doc, i: int, end: int) -> bool:
    """Whether the honorific from `i` to `end` stands between a given name and another: "Omar SHEIKH Farah"."""
    if not i > 0 or end != i + 1 or end >= len(doc) or doc[i].norm_ not in titles().middle_names:
        return False
    before, behind = doc[i - 1], doc[end]
    named = is_given_name(before.text) and before.is_title and not titles().may_start(before.norm_)
    named = named and before.norm_ not in titles().titles_first
    return named and behind.is_title and not behind.is_sent_start


def owns_body(doc: Doc, i: int, end: int) -> bool:
    """Whether the title is of people in the plural, by whom a body is named: "Andean BISHOPS' Conference".

    "Foreign Ministers' Meeting" is none.
    """
    owner, behind = doc[end - 1], doc[end : end + 2]
    owned = len(behind) > 1 and behind[0].text in {"'", "’"} and behind[1].is_title
    if not owned or not doc[i].is_title or owner.norm_ not in particles().owners:
        return False
    schema = schema_of_head(behind[1].norm_)
    return schema is not None and (schema is not Schema.EVENT or owner.norm_ not in particles().hosts)


def names_members(doc: Doc, i: int, end: int) -> bool:
    """Whether the title is of the members by whom a body is called: "Court of AUDITORS", "Conference of BISHOPS"."""
    is_one = end == i + 1 and i > 1 and doc[i].is_title and singular(doc[i]) != doc[i].norm_
    if not is_one or doc[i - 1].norm_ != "of" or not doc[i - 2].is_title:
        return False
    return schema_of_head(doc[i - 2].norm_) in {Schema.PUBLIC_BODY, Schema.ORGANIZATION, Schema.EVENT}


def opens_site(doc: Doc, i: int, end: int) -> bool:
    """Whether an honorific or a rank begins the name of a site or an institution that is called after a person.

    "The GENERAL Ruiz base", "the SHEIKH Omar Hospital"; not "General Ruiz's hospital".
    """
    last = end
    while last < len(doc) and doc[last].is_title and doc[last].is_alpha and not doc[last].is_sent_start:
        last += 1
    word = doc[i].norm_.rstrip(".")
    is_rank = end == i + 1 and (titles().is_rank(word) or word in titles().honorifics)
    if not is_rank or not doc[i].is_title or last <= end or doc[i - 1 : i].text.lower() != "the":
        return False
    closes = last - end > 1 and doc[last - 1].norm_ in titles().called_after
    return closes or (doc[last : last + 1].text in titles().called_after and last - end <= _LONGEST_OF_PERSON)
