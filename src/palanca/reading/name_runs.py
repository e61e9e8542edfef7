"""Runs of words that may be names: capitalised words with the small words, marks and numbers inside them."""

import re
from collections.abc import Iterator, Sequence

from palanca.lexicon.bodies import is_legal_form, schema_of_head
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.lexicon.spanish import spanish
from palanca.lexicon.titles import titles
from palanca.reading.gazetteer import Sort
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_capitals import Capitals
from palanca.reading.name_edges import (
    HYPHENS,
    NUMBER_SIGNS,
    PLURAL_POSSESSIVES,
    POSSESSIVES,
    beginning,
    end_of_small_law,
    is_double_acronym,
    is_number_sign,
    is_place,
    name_follows,
)
from palanca.reading.name_hyphens import JOINED, are_two_sides, is_of_syllables
from palanca.records import Schema

INSTITUTIONAL = frozenset(Schema) - {Schema.PERSON, Schema.VEHICLE}
_AGAINST = {"v", "v.", "vs", "vs."}  # between the parties of a case: "Otieno v. Wanjala"
_ELIDED = re.compile(r"(?:d|l|dell|dall|nell)['’][A-ZÀ-Þ]")  # "d'Aubigny", "dell'Orto"
_STATIONS = {"channel", "canal"}
_IN_BRACKETS = 3  # tokens of "(Amendment)"
_BEFORE_LAWS = {"the", "a", "'s", "’s", "its", "new", "draft"}
_LINKS = particles().personal
_UNIVERSITIES = {"university", "universidad"}
_LOOK_AHEAD = 4
_FULL_NAME = 2  # words
_UNITS = {"battalion", "brigade", "regiment", "battery", "batallón", "brigada"}
_NICKNAMING = {"“", "”", '"'}
_FEWEST_APART = 2  # words: "Finance" alone is a field of many ministries
_LONGEST_LIST = 8  # tokens of the fields of a ministry


def runs(capitals: Capitals) -> Iterator[tuple[int, int]]:
    """First token and the token after the last of every run, in order; titles are no part of runs."""
    doc, i = capitals.doc, 0
    while i < len(doc):
        if (end := end_of_small_law(doc, i)) is not None:
            yield i, end
            i = end
            continue
        if (
            not capitals.is_name(doc[i])
            or is_number_sign(doc, i)
            or _is_gerund_before_country(capitals, i)
            or _is_status(capitals, i)
        ):
            i += 1
            continue
        first = i
        i = _end_of_run(capitals, first)
        yield beginning(capitals, first, i), i


def _is_gerund_before_country(capitals: Capitals, i: int) -> bool:
    """ "Containing China": a heading's first word, no name."""
    return bool(capitals.doc[i].is_sent_start) and capitals.doc[i].text.endswith("ing") and i + 1 in capitals.known_at


def _is_status(capitals: Capitals, i: int) -> bool:
    """ "ACTING Spanish Foreign Minister": how an office is held, before its country and its title."""
    match = capitals.known_at.get(i + 1)
    if match is None or i in capitals.known_at or match.known.sort is not Sort.DEMONYM:
        return False
    return match.last in capitals.titles and titles().status_at([capitals.doc[i].norm_], 0) is not None


def _end_of_run(capitals: Capitals, first: int) -> int:
    doc = capitals.doc
    last = first + 1
    while last < len(doc) and not doc[last].is_sent_start:
        step = _step(capitals, first, last)
        if not step:
            break
        last += step
    return last


def _step(capitals: Capitals, first: int, last: int) -> int:
    """How many tokens from `last` belong to the run that began at `first`; 0 where it ends."""
    doc, token = capitals.doc, capitals.doc[last]
    inside = capitals.known_at.get(last)
    if capitals.is_name(token) or (inside and inside.first < last):
        return 0 if capitals.is_small_demonym(last) else 1
    word = token.norm_
    if (token.is_upper and schema_of_head(word)) or _ELIDED.match(token.text):  # "Marmara TV", whose head is no name
        return 1
    if token.text in HYPHENS and not doc[last - 1].whitespace_ and not token.whitespace_:
        return _hyphen_step(capitals, last)
    if token.text in POSSESSIVES:
        return _possessive_step(capitals, first, last)
    if _is_personal(capitals, token) and name_follows(capitals, last + 1, through=_LINKS):
        return 1
    if word == "&" and name_follows(capitals, last + 1):
        return 1
    if _is_war(doc, first, last) or (last - first == 1 and _is_of_common_noun(capitals, last)):
        return 1
    if word in particles().institutional or (
        word in {"in", "and"} and _one_entity(doc, last) and not _stands_apart(doc, last + 1)
    ):
        return _institutional_step(capitals, first, last)
    if word == "and" and any(
        goes_on(capitals, first, last) for goes_on in (_portfolio_goes_on, _law_goes_on, _agency_goes_on)
    ):
        return 1
    return _sign_step(capitals, first, last) or _number_step(capitals, first, last)


def _is_war(doc: Doc, first: int, last: int) -> bool:
    """ "The War IN Bosnia", "the War ON Drugs": in capitals, a name."""
    is_named = first > 0 and doc[first - 1].norm_ == "the" and doc[last - 1].text == "War"
    return is_named and doc[last].norm_ in {"in", "on"} and doc[last + 1 : last + 2].text[:1].isupper()


def _is_of_common_noun(capitals: Capitals, last: int) -> bool:
    """ "Puertos DEL Istmo": a Spanish noun in capitals that another one behind it names, which is no place."""
    doc, behind = capitals.doc, last + 1
    if doc.lang_ != "es" or doc[last].lower_ != "del" or not name_follows(capitals, behind):
        return False
    named = doc[last - 1].lower_
    common = (spanish().noun(named) or spanish().adjective(named)) is not None
    return common and last - 1 not in capitals.titles and behind not in capitals.known_at


def _sign_step(capitals: Capitals, first: int, last: int) -> int:
    """Past "(Amendment)" before "Act", "v." of a case, ", Inc." of a firm and the listed fields of a ministry."""
    sign = capitals.doc[last].text
    if sign in _NICKNAMING and last - first <= _FULL_NAME:
        return _nickname_step(capitals, first, last)
    if sign.casefold() in _AGAINST:
        return 2 if name_follows(capitals, last + 1, anew=True) else 0
    if sign == "(" and _closes_as_law(capitals.doc, last):
        return _IN_BRACKETS
    if sign != ",":
        return 0
    if last + 1 < len(capitals.doc) and is_legal_form(capitals.doc[last + 1].text):
        return 2
    return _listed_portfolios(capitals, first, last)


def _nickname_step(capitals: Capitals, first: int, last: int) -> int:
    """ "Juan “TITO” Paz": past what somebody is called, in quotation marks between his given name and his surname."""
    doc = capitals.doc
    called = doc[last + 1 : last + 4]
    closed = len(called) > 2 and called[0].is_title and called[1].text in _NICKNAMING and called[2].is_title
    return 3 if closed and is_given_name(doc[first].text) and capitals.is_name(called[2]) else 0


def _is_personal(capitals: Capitals, token: Token) -> bool:
    """Whether a small word may stand inside a person's name: "Luis DE LA Torre", "Muqtada AS-Sadr"."""
    if token.lower_ == "as" and token.whitespace_:
        return False  # "to Golan AS Moscow protests"
    inside = token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and token.lower_ in particles().personal
    return token.norm_ in particles().personal or (inside and token.i + 1 not in capitals.known_at)


def _number_step(capitals: Capitals, first: int, last: int) -> int:
    """ "Decree 12-2020", "Law No. 30", "Channel 4": instruments, stations, and what the parser closes with a number."""
    doc = capitals.doc
    if any(schema_of_head(t.norm_) is Schema.LAW for t in doc[first:last]):
        step = 1 if doc[last].norm_.rstrip(".") in NUMBER_SIGNS else 0
        if last + step < len(doc) and doc[last + step].text[0].isdigit():
            return step + 1
    if doc[last - 1].norm_ in _UNITS and doc[last].text[0].isdigit() and _is_whole_number(doc, last):
        return 1
    if last - first == 1 and doc[first].lower_ in _STATIONS and doc[last].is_digit:
        return 1
    return 1 if doc[last].like_num and _one_entity(doc, last, before_only=True) else 0


def _is_whole_number(doc: Doc, i: int) -> bool:
    """Whether the token is a number with a mark inside, as those of units are: "3-16", "601/2"."""
    return any(mark in doc[i].text for mark in "-–/") or (i + 2 < len(doc) and doc[i + 1].text in HYPHENS)


def _hyphen_step(capitals: Capitals, last: int) -> int:
    doc = capitals.doc
    if last + 1 >= len(doc) or not doc[last + 1].text[:1].isalnum():
        return 0
    if is_of_syllables(doc, last):
        return 2
    if are_two_sides(doc, last):
        return 0
    before, after = capitals.known_at.get(last - 1), capitals.known_at.get(last + 1)
    both_given = is_given_name(doc[last - 1].text) and is_given_name(doc[last + 1].text)
    if (
        before is not after
        and not both_given
        and not any(schema_of_head(t.norm_) for t in doc[last + 2 : last + 4] if t.text[0].isupper())
    ):
        return 0
    if (
        doc[last - 1].is_upper
        and doc[last + 1].is_upper
        and doc[last + 1].is_alpha
        and doc[last].ent_type_ != "PRODUCT"
    ):
        return 2 if is_double_acronym(capitals, last) else 0
    if capitals.is_name(doc[last + 1]) or doc[last + 1].text[0].isdigit():
        return 2
    follows = doc[last + 1]
    continues = (
        follows.ent_type_ == "PERSON" or (last + 2 < len(doc) and doc[last + 2].text in HYPHENS) or len(follows) <= 3
    )
    return 2 if continues and follows.norm_ not in JOINED else 0


def _possessive_step(capitals: Capitals, first: int, last: int) -> int:
    doc = capitals.doc
    owner = doc[last - 1].norm_
    if not name_follows(capitals, last + 1) or last - 1 in capitals.known_at:
        return 0
    ahead = doc[last + 1 : last + 1 + _LOOK_AHEAD]
    heads = {schema_of_head(t.norm_) for t in ahead if t.text[0].isupper()}
    if owner in particles().owners and heads & INSTITUTIONAL:
        return 1
    if doc[last].text in PLURAL_POSSESSIVES and Schema.ORGANIZATION in heads:  # "the SHIPOWNERS' Association"
        return 1
    return 1 if _one_entity(doc, last) and doc[last].ent_type_ in {"ORG", "LAW", "FAC"} and last - first == 1 else 0


def _institutional_step(capitals: Capitals, first: int, last: int) -> int:
    """ "of", "for" go on after a word such as Ministry, Strait or Act, through articles, up to the next name."""
    doc = capitals.doc
    heads = {schema_of_head(t.norm_) or schema_of_head(t.lower_) for t in doc[first:last] if t.text[0].isupper()}
    word = doc[last].norm_
    of_people = word == "for" and last - first == 1 and capitals.opens_people(first)
    if not heads & INSTITUTIONAL and not _one_entity(doc, last) and not of_people:
        return 0
    if word == "and" and (_begins_body(capitals, first, last) or _closes_organ(doc, first, last)):
        return 0
    if word == "of" and last - first == _FULL_NAME and _is_persons_name(doc, first) and not heads & INSTITUTIONAL:
        return 0  # "Chris Fallow of Apex Tours"
    if (
        word not in {"of", "and"}
        and not of_people
        and not _one_entity(doc, last)
        and not heads & {Schema.PUBLIC_BODY, Schema.ORGANIZATION}
    ):
        return 0
    loose = word == "in" and last - first == 1 and not heads & INSTITUTIONAL  # "the lead over RUIZ in the Barometer"
    if loose or not _links(word, heads):
        return 0
    if word == "to" and not (_one_entity(doc, last) and heads & {Schema.PUBLIC_BODY, Schema.ORGANIZATION}):
        return 0  # "a stake in Severny Gold to Meridian Group" is of two firms
    if word == "of" and doc[last - 1].ent_type_ == "PERSON" and last + 1 in capitals.known_at:
        return 0  # "John Park of South Korea" is called John Park
    of_firm = last - first > 1 and heads <= {Schema.COMPANY, None} and doc[last - 1].norm_ not in particles().placed
    if word == "of" and of_firm and last + 1 in capitals.known_at:
        return 0
    step = 1
    while last + step < len(doc) and doc[last + step].norm_ in {"the", "their", "its"}:
        step += 1
    return step if name_follows(capitals, last + step) else 0


def _links(word: str, heads: set[Schema | None]) -> bool:
    """Whether names with these heads go on through the word: not "Senate AGAINST Ruiz", nor "Volta Bank ON Monday"."""
    if word == "against":
        return not heads <= {Schema.PUBLIC_BODY, None}
    return word != "on" or bool(heads & {Schema.PUBLIC_BODY, Schema.LAW, Schema.EVENT})


def _is_persons_name(doc: Doc, first: int) -> bool:
    return is_given_name(doc[first].text) and doc[first + 1].is_title


def _closes_organ(doc: Doc, first: int, link: int) -> bool:
    """Whether an organ's name is whole before "and", and another begins: "the Defence MINISTRY and Volta Lines"."""
    is_whole = link - first > 1 and schema_of_head(doc[link - 1].norm_) is Schema.PUBLIC_BODY
    is_plain = all(token.text[0].isupper() for token in doc[first:link])
    behind = doc[link + 1 : link + 3]
    return is_whole and is_plain and len(behind) > 1 and all(token.text[0].isupper() for token in behind)


def _begins_body(capitals: Capitals, first: int, link: int) -> bool:
    """Whether another name begins behind "and": "Centre for Rivers and CENTRE FOR Courts"."""
    doc = capitals.doc
    behind = doc[link + 1 : link + 3]
    heads_another = len(behind) == 2 and behind[1].norm_ in {"of", "for"}
    if heads_another and schema_of_head(behind[0].norm_) in INSTITUTIONAL:
        return True
    of_town = doc[first].norm_ in _UNIVERSITIES and link - 1 in capitals.known_at
    return of_town and link + 1 not in capitals.known_at


def _portfolio_goes_on(capitals: Capitals, first: int, last: int) -> bool:
    """ "Ministry of Trade AND Industry": a short list inside the name of one state organ."""
    doc = capitals.doc
    if not name_follows(capitals, last + 1) or last + 1 in capitals.known_at or _stands_apart(doc, last + 1):
        return False
    inside = [t.norm_ for t in doc[first:last]]
    ministry = any(
        word in {"ministry", "department", "committee", "commission", "institute", "bureau", "secretariat"}
        for word in inside
    )
    follows = schema_of_head(doc[last + 1].norm_)
    return (
        ministry and bool({"of", "on", "for"} & set(inside)) and follows is None and doc[last + 1].ent_type_ != "PERSON"
    )


def _stands_apart(doc: Doc, first: int) -> bool:
    """Whether the words behind "and" are a name by themselves elsewhere: "Delta Roads denied it"."""
    end = first
    while end < len(doc) and doc[end].is_title and not (end > first and doc[end].is_sent_start):
        end += 1
    words = [token.text for token in doc[first:end]]
    starts = (i for i in range(1, len(doc) - len(words)) if i != first and doc[i].text == words[0])
    return len(words) >= _FEWEST_APART and any(_stands_alone(doc, i, words) for i in starts)


def _stands_alone(doc: Doc, i: int, words: Sequence[str]) -> bool:
    """Whether these words stand at `i` with no further part of a name before or behind them."""
    before, behind = doc[i - 1], doc[i + len(words)]
    closed = before.norm_ not in {"and", "of", ","} and not before.is_title and not behind.is_title
    return closed and [t.text for t in doc[i : i + len(words)]] == words


def _law_goes_on(capitals: Capitals, first: int, last: int) -> bool:
    """ "The Mines AND Minerals (Amendment) Act", of one law: so its article tells."""
    doc, i = capitals.doc, last + 1
    while i < len(doc) and doc[i].is_title and schema_of_head(doc[i].norm_) is not Schema.LAW:
        i += 1
    is_law = i < len(doc) and (doc[i].is_title or (doc[i].text == "(" and _closes_as_law(doc, i)))
    return is_law and last + 1 < i <= last + _LONGEST_LIST and first > 0 and doc[first - 1].norm_ in _BEFORE_LAWS


def _agency_goes_on(capitals: Capitals, first: int, last: int) -> bool:
    """ "The Patents AND Companies Agency", one organ of two fields: so its article and the head at its end tell."""
    doc, i = capitals.doc, last + 1
    before = doc[first - 1] if first else None
    first += first in capitals.known_at and last - first == _FULL_NAME  # "the LOME Ports and Roads Authority"
    field = doc[first]
    is_field = titles().is_portfolio(field.norm_)
    named = field.ent_type_ in {"PERSON", "GPE", "NORP"} and not is_field
    if before is None or last - first > 1 or first in capitals.known_at or named:
        return False
    while i < len(doc) and doc[i].is_title and not is_place(capitals, i) and i <= last + _LOOK_AHEAD:
        i += 1
    if i <= last + 2 or schema_of_head(field.norm_) is Schema.PUBLIC_BODY:
        return False
    if is_field and doc[i - 1].norm_ == "party":
        return before.pos_ in {"ADJ", "DET"}  # "the conservative Law and Justice Party"
    return before.norm_ in _BEFORE_LAWS and schema_of_head(doc[i - 1].norm_) is Schema.PUBLIC_BODY


def _closes_as_law(doc: Doc, bracket: int) -> bool:
    """ "Finance (Amendment) Act": whether a word in brackets stands before the noun of a law."""
    inside = doc[bracket + 1 : bracket + 1 + _IN_BRACKETS]
    return (
        len(inside) == _IN_BRACKETS
        and inside[0].is_title
        and inside[1].text == ")"
        and inside[2].is_title
        and schema_of_head(inside[2].norm_) is Schema.LAW
    )


def _listed_portfolios(capitals: Capitals, first: int, last: int) -> int:
    """ "Ministry of Health, Labour AND Welfare": steps past the fields and "and"; 0 where it is no such list."""
    doc, i = capitals.doc, last
    while i + 1 < len(doc) and doc[i].text == "," and doc[i + 1].is_title and i - last < _LONGEST_LIST:
        i += 2
        while i < len(doc) and doc[i].is_title and not is_place(capitals, i):
            i += 1
    if i >= len(doc) or i == last or doc[i].norm_ not in {"and", "&"} or not name_follows(capitals, i + 1):
        return 0
    if any(is_place(capitals, j) for j in range(last, i + 2)):
        return 0
    end = i + 1
    while end < len(doc) and doc[end].is_title:
        end += 1
    headed = schema_of_head(doc[end - 1].norm_) in INSTITUTIONAL - {Schema.COMPANY} and last - first > 1
    return i + 1 - last if headed or _portfolio_goes_on(capitals, first, i) else 0


def _one_entity(doc: Doc, i: int, *, before_only: bool = False) -> bool:
    """Whether the parser's name finder holds the token and its neighbours to be one name."""
    if (
        not doc[i].ent_type_
        or doc[i].ent_iob_ != "I"
        or doc[i].ent_type_ in {"DATE", "CARDINAL", "MONEY", "PERCENT", "TIME"}
    ):
        return False
    return before_only or (i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I")
