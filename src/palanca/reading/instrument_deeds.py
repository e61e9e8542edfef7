"""What is done with an instrument, as the words around its noun tell: who makes or signs it, whom it is between."""

from palanca.lexicon.instruments import handling_verbs, instrument_nouns, making_verbs, pleading_verbs, signing_verbs
from palanca.reading.actors import all_of
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Filler, InstrumentKind

_PARTIES = frozenset({"between", "with", "among", "to"})
_AGAINST = frozenset({"between", "among", "against", "by"})
_FROM = frozenset({"from"})
_ARTICLES = {"a", "an"}
_DOWN = {"down", "out"}
_LONGEST_PHRASE = 6  # tokens from the article to the noun


def with_behind(noun: Token) -> str:
    """A noun with the two words behind it: "state of emergency"."""
    return " ".join((noun.lemma_.lower(), *(token.norm_ for token in noun.doc[noun.i + 1 : noun.i + 3])))


def verb_over(page: Page, noun: Token) -> Token | None:
    """What makes, changes or ends the instrument: the verb that it is subject or object of, or a noun for its deed.

    "SIGNED a pact", "the SIGNING of a pact", "a pact SIGNED by Togo".
    """
    above = noun.head
    deeds = making_verbs() | handling_verbs()
    if above.norm_ == "of" and above.head.pos_ == "NOUN" and above.head.lemma_.lower() in deeds:
        return above.head
    if above.norm_ == "against" and above.head.lemma_ in making_verbs():
        return participle_behind(page, noun)  # "FILED a suit against the decree" makes none
    if above.pos_ == "ADP":
        above = above.head
    if above.pos_ == "NOUN" and above in page.grammar.appositions(noun) and above is not noun:
        return verb_over(page, above)  # "the new code, LAW 14, was approved"
    direct = above if above.pos_ in {"VERB", "AUX"} and above is not noun else None
    if direct is not None and direct.lemma_ in deeds:
        return direct
    return made_behind(page, noun) or _right_before(noun) or direct


def _right_before(noun: Token) -> Token | None:
    """ "ISSUED a search and seize order": by place, where the parser takes a word before the noun for a verb."""
    before = list(reversed(noun.doc[max(noun.sent.start, noun.i - _LONGEST_PHRASE) : noun.i]))
    article = next((t for t in before if t.pos_ in {"DET", "ADP", "PART", "PUNCT"}), None)
    verb = article.nbor(-1) if article is not None and article.norm_ in _ARTICLES and article.i else None
    return verb if verb is not None and verb.pos_ == "VERB" and verb.lemma_ in making_verbs() else None


def made_behind(page: Page, noun: Token) -> Token | None:
    """What a participle or a relative clause says was done: "a pact SIGNED by Togo", "a pact that Togo SIGNED"."""
    return participle_behind(page, noun) or _relative_behind(page, noun)


def _relative_behind(page: Page, noun: Token) -> Token | None:
    for verb in page.doc[noun.i + 1 : noun.sent.end]:
        if verb.pos_ != "VERB" or verb.lemma_ not in making_verbs():
            continue
        governor, arguments = page.grammar.governor(verb), page.grammar.arguments(verb)
        is_of_it = governor.relation is Relation.RELATIVE and governor.head == noun
        is_made = not arguments.negated and all(t == noun for t in arguments.objects)
        if is_of_it and is_made and noun not in arguments.subjects:
            return verb
    return None


def is_undone(page: Page, verb: Token) -> bool:
    """ "STRUCK DOWN the law": what otherwise makes an instrument ends it."""
    return not _DOWN.isdisjoint(page.grammar.arguments(verb).particles)


def participle_behind(page: Page, noun: Token) -> Token | None:
    """ "A treaty INITIALLED by both": what the noun's own participle says was done with it."""
    below = (c for c in page.grammar.arguments(noun).complements if c.tag_ == "VBN" and c.lemma_ in making_verbs())
    return next((c for c in below if page.grammar.arguments(c).passive), None)


def joining_words(kind: InstrumentKind) -> frozenset[str]:
    """The prepositions before a party: an agreement is with somebody, a contract FROM him, a suit against him."""
    beside = _PARTIES | _FROM if kind is InstrumentKind.CONTRACT else _PARTIES
    return _AGAINST if kind is InstrumentKind.LAWSUIT else beside


def pleaded_in(page: Page, noun: Token) -> Token | None:
    """What somebody does in a lawsuit: "in a LAWSUIT, Oxfam ACCUSED the firm of"; None where nothing is told so."""
    verb = noun.head.head
    is_told = noun.head.norm_ == "in" and verb.lemma_ in pleading_verbs() and verb.pos_ == "VERB"
    return verb if is_told and page.grammar.phrase(noun)[0].norm_ in _ARTICLES else None


def parties_beside(page: Page, noun: Token, kind: InstrumentKind) -> tuple[Filler, ...]:
    """Whom an instrument is between, with or against, as the words beside its noun say."""
    signed = made_behind(page, noun)
    behind = page.grammar.arguments(signed).obliques if signed is not None else ()
    signers = page.grammar.arguments(signed).subjects if signed is not None and signed.lemma_ in signing_verbs() else ()
    title = (noun, *(t for t in page.doc[noun.i + 2 : noun.i + 3] if with_behind(noun) in instrument_nouns()))
    joined = (*(o for t in title for o in page.grammar.prepositional(t)), *behind)
    sides = all_of(page, (o.token for o in joined if o.preposition in joining_words(kind)))
    return sides if len(sides) > 1 else tuple(dict.fromkeys((*all_of(page, signers), *sides)))
