"""What an instrument does, whom it allows something, and for how long.

"Resolution 7, which AUTHORISES Togolese troops to enter". The effect is told in the words of the text: from the verb
that says it ("a decree BANNING veils", "Thai law FORBIDS it", "a pact TO SHARE data") to the end of its clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from palanca.lexicon.instruments import allowing_verbs, effect_verbs
from palanca.reading.actors import all_of
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Filler, Time

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_PRONOUNS = {"which", "that"}
_AIMS = {"aim", "goal", "purpose", "object", "intention", "view"}
_ENDS = {";", ":", "—", "–", '"', "“", "”", "(", "[", "\n"}
_NEXT_CLAUSE = {
    "but",
    "while",
    "after",
    "before",
    "although",
    "though",
    "which",
    "who",
    "saying",
    "amid",
    "despite",
    "as",
}
_REACH, _LONGEST, _TO_VERB = 25, 30, 10  # tokens
_SHORTEST = 2
_SMALL = {"ADP", "DET", "PART", "CCONJ", "SCONJ", "AUX"}  # a clause that ends so goes on in a quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Who may do something by an instrument, and the days for which it is told; None where no stretch is."""

    parties: tuple[Filler, ...] = ()
    valid: Time | None = None


def allowed_by(page: Page, instrument: Token) -> Allowed:
    """What the clauses say of which the instrument is the subject; nothing where none of them allows anything."""
    for verb in _allowing(page, instrument):
        arguments = page.grammar.arguments(verb)
        doing = [noun for clause in arguments.complements for noun in page.grammar.arguments(clause).subjects]
        parties = all_of(page, (noun for noun in (*arguments.objects, *doing) if noun is not instrument))
        return Allowed(
            parties=tuple(one for one in parties if not _is_it(page, one, instrument)), valid=_for(page, verb)
        )
    return Allowed()


def _allowing(page: Page, instrument: Token) -> Iterator[Token]:
    for token in instrument.sent:
        if token.pos_ == "VERB" and token.lemma_.lower() in allowing_verbs():
            arguments = page.grammar.arguments(token)
            if instrument in arguments.subjects and not (arguments.passive or arguments.negated):
                yield token


def _is_it(page: Page, filler: Filler, instrument: Token) -> bool:
    named = page.cast.at(instrument)
    return named is not None and filler.entity == named.id


def _for(page: Page, verb: Token) -> Time | None:
    """The first stretch of days that its clause tells."""
    clause = page.grammar.subtree(verb)
    told = (one.time for one in page.times if clause.start <= one.first and one.last <= clause.end)
    return next((time for time in told if time.end is not None), None)


def effect_of(page: Page, instrument: Token) -> str | None:
    """What the instrument does, as its sentence words it; None where the sentence does not say."""
    first = _ruling(page, instrument)
    first = first if first is not None else _behind(page, instrument)
    if first is None:
        return None
    stop = _end(page, first)
    is_whole = stop - first >= _SHORTEST and page.doc[stop - 1].pos_ not in _SMALL
    return " ".join(page.doc[first:stop].text.split()).rstrip(" ,.") if is_whole else None


def _ruling(page: Page, instrument: Token) -> int | None:
    """The verb of which the instrument is the subject: "Thai law FORBIDS it", "the decree WOULD BAN it"."""
    for token in page.doc[instrument.i + 1 : instrument.sent.end]:
        if token.pos_ != "VERB" or token.lemma_ not in effect_verbs():
            continue
        arguments = page.grammar.arguments(token)
        if instrument in arguments.subjects and not arguments.passive and not arguments.negated:
            return _with_auxiliaries(page, token.i, instrument.i)
    return None


def _behind(page: Page, instrument: Token) -> int | None:
    """The first word of the effect behind the instrument, its parties and its date, before any other finite verb."""
    doc, sentence = page.doc, instrument.sent
    is_open = instrument.head.norm_ != "by"  # "the vote required BY the law TO impeach"
    first = next(
        (i for i in range(instrument.i + 1, sentence.end) if not _is_of_name(page, i, instrument)), sentence.end
    )
    for i in range(first, min(first + _REACH, sentence.end - 1)):
        token = doc[i]
        if token.norm_ in _PRONOUNS and token.tag_ != "DT":
            verb = next((t for t in doc[i + 1 : i + _TO_VERB] if t.pos_ == "VERB"), None)
            does = verb is not None and verb.lemma_ in effect_verbs() and verb.tag_ != "VBN"
            return _with_auxiliaries(page, verb.i, i) if verb is not None and does else None
        if token.tag_ == "VBG" and (token.lemma_ in effect_verbs() or _is_aimed_at(doc[i - 1])):
            return i
        if (
            is_open
            and token.norm_ == "to"
            and doc[i + 1].tag_ == "VB"
            and (i == first or doc[i + 1].lemma_ in effect_verbs())
        ):
            return i + 1
        if token.tag_ in _FINITE or token.text in _ENDS:
            return None
    return None


def _is_of_name(page: Page, i: int, instrument: Token) -> bool:
    own, other = page.cast.mention_at(instrument), page.cast.mention_at(page.doc[i])
    return own is not None and own == other


def _is_aimed_at(before: Token) -> bool:
    """ "With the AIM OF reinforcing", "a bill FOR banning"."""
    return before.norm_ == "for" or (before.norm_ in {"of", "at", "to"} and before.nbor(-1).lemma_ in {*_AIMS, "aim"})


def _with_auxiliaries(page: Page, verb: int, after: int) -> int:
    """Where the verb's own words begin: "WOULD allow"."""
    first = verb
    while first - 1 > after and page.doc[first - 1].pos_ in {"AUX", "ADV"}:
        first -= 1
    return first


def _end(page: Page, first: int) -> int:
    """Where the clause of the effect ends."""
    doc, last = page.doc, min(page.doc[first].sent.end, first + _LONGEST)
    for i in range(first + 1, last):
        if doc[i].text in _ENDS or (doc[i].is_space and "\n" in doc[i].text):
            return i
        if (
            doc[i].text == ","
            and i + 1 < last
            and (doc[i + 1].norm_ in _NEXT_CLAUSE or doc[i + 1].tag_ in {"VBG", "VBD"})
        ):
            return i
    return last
