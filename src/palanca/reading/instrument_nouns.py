"""Where a text names an instrument, or tells of one by a noun: "Law No. 12", "signed an accord", "Thai law forbids"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from palanca.lexicon.instruments import (
    binding_prepositions,
    declared_nouns,
    filed_nouns,
    handling_verbs,
    hearing_verbs,
    instrument_nouns,
    keeping_verbs,
    made_words,
    making_verbs,
    plain_nouns,
    ruling_verbs,
    siding_verbs,
    signed_nouns,
    signing_verbs,
    unnamed_title,
    voiding_adjectives,
    weak_instrument_nouns,
)
from palanca.lexicon.places import place_named
from palanca.reading.grammar import Arguments
from palanca.reading.grammar.parse import Token
from palanca.reading.instrument_deeds import made_behind, parties_beside, pleaded_in, verb_over, with_behind
from palanca.reading.instrument_marks import is_any, is_dated, is_marked
from palanca.reading.instrument_titles import (
    given_name,
    is_before_title,
    number_behind,
    number_in,
    number_of_year,
    title_of,
)
from palanca.reading.instrument_trades import trade_behind, traded_with
from palanca.reading.instrument_weak import is_told_fully
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.records import Entity, InstrumentKind, Schema
from palanca.records.entity import BODIES

_SUED_FOR = {"for", "over"}
_VERSUS = re.compile(r" (?:vs?\.?|versus) ")
SUE, AGREE, PETITION = "sue", "agree", "petition"
SUING = {SUE, PETITION}
_COURTS = {"court", "tribunal"}
HOLDING = {"hold", "obtain", "receive"}  # what the holder of a concession does
_FILING = {"file", "lodge"}
DECLARING = {"declare", "proclaim"}
_PART_OF = re.compile(r"(?P<part>(?:Article|Section|Chapter|Clause|Paragraph|Annex|Title) [\dIVXLC]+\w*) of (?:the )?")
_SIDED = {InstrumentKind.AGREEMENT, InstrumentKind.CONTRACT, InstrumentKind.CONCESSION}
_RULES = {InstrumentKind.LAW, InstrumentKind.POLICY, InstrumentKind.DECREE}
_PLURALS = {"NNS", "NNPS"}
_PARTIES = {"party", "parties"}
_LONGEST_NAME = 8
NUMBERED, NAMED, _MADE, _HANDLED, _BESIDE = 0.95, 0.85, 0.75, 0.65, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInstrument:
    """An instrument as found: the noun that names it, the verb it depends on, its title and its number."""

    kind: InstrumentKind
    title: str
    number: str | None
    noun: Token
    verb: Token | None
    confidence: float

    @property
    def is_named(self) -> bool:
        """Whether it has a name or a number of its own."""
        return self.confidence >= NAMED


def instruments_in(page: Page, sentence: list[Token]) -> Iterator[FoundInstrument]:
    """The instruments of one sentence, in order; one named twice comes twice."""
    for token in sentence:
        if kind := _told_by_verb(page, token):
            title = unnamed_title(kind, page.doc.lang_)
            yield FoundInstrument(kind=kind, title=title, number=None, noun=token, verb=token, confidence=_MADE)
            continue
        named = page.cast.at(token)
        if named is not None:
            if not _is_last_of_name(page, token):
                continue
            if named.schema is Schema.LAW and _kind_of_title(named.caption):
                yield from _by_name(page, token, named)
            elif named.caption.split()[-1].lower() in signed_nouns():
                yield from _by_signing(page, token, named)
            if named.schema is Schema.PROJECT:
                yield from _by_programme(page, token, named)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _by_noun(page, token)


def _told_by_verb(page: Page, verb: Token) -> InstrumentKind | None:
    """ "Chile SUED Bolivia", "PETITIONED the court", "Togo AGREED with Volta to open a plant": no noun names it."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {*SUING, AGREE}:
        return None
    arguments = page.grammar.arguments(verb)
    if verb.lemma_ in SUING:
        return InstrumentKind.LAWSUIT if _sues(page, verb, arguments) else None
    behind = page.doc[verb.i + 1 : min(verb.i + _LONGEST_NAME, verb.sent.end)]
    is_told = any(t.tag_ == "VB" and (t in arguments.complements or t.nbor(-1).norm_ == "to") for t in behind)
    is_made = is_told and not arguments.negated
    if is_made and traded_with(page, verb):
        return InstrumentKind.CONTRACT
    return InstrumentKind.AGREEMENT if is_made and agreed_with(page, verb) else None


def _sues(page: Page, verb: Token, arguments: Arguments) -> bool:
    """Whether somebody sues another, or for something; whoever petitions does so where a court is petitioned."""
    if verb.lemma_ == PETITION:
        return any(word.lower_ in _COURTS for noun in arguments.objects for word in page.grammar.phrase(noun))
    is_for = any(o.preposition in _SUED_FOR for o in arguments.obliques)
    return bool(arguments.subjects and (arguments.objects or arguments.complements or is_for))


def agreed_with(page: Page, verb: Token) -> tuple[Token, ...]:
    """The bodies and states with which somebody agrees; a person is only of one mind with him."""
    behind = (o.token for o in page.grammar.arguments(verb).obliques if o.preposition == "with")
    return tuple(t for t in behind if (e := page.cast.at(t)) and (e.schema in BODIES or is_state(e)))


def _is_last_of_name(page: Page, token: Token) -> bool:
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form == "name" and page.cast.tokens[mention].stop == token.i + 1


def _by_name(page: Page, token: Token, named: Entity) -> Iterator[FoundInstrument]:
    part = _PART_OF.match(named.caption)
    title = named.caption[part.end() :] if part else named.caption
    kind = _kind_before(page, token) or _kind_of_title(title)
    if kind is None or _is_of_party(token):
        return
    number = part["part"] if part else number_in(title) or number_of_year(page, token.i + 1)
    if number is None and _says_nothing(title):
        return
    mention = page.cast.mention_at(token)
    first = page.cast.tokens[mention].start if mention else token.i
    head = page.doc[first : token.i + 1].root
    yield FoundInstrument(
        kind=kind, title=title, number=number, noun=head, verb=verb_over(page, head),
        confidence=NUMBERED if number else NAMED,
    )  # fmt: skip


def _kind_before(page: Page, token: Token) -> InstrumentKind | None:
    """What a noun right before a name calls it: "the EU LAW Electronic Commerce Directive"."""
    mention = page.cast.mention_at(token)
    start = page.cast.tokens[mention].start if mention is not None else 0
    before = page.doc[start - 1] if start else None
    is_noun = before is not None and before.pos_ == "NOUN" and page.cast.at(before) is None
    return instrument_nouns().get(before.lemma_.lower()) if before is not None and is_noun else None


def _by_programme(page: Page, token: Token, named: Entity) -> Iterator[FoundInstrument]:
    """ "ADOPTED the National Reform PLAN": a programme that is made is a policy, whatever else it may be elsewhere."""
    mention = page.cast.mention_at(token)
    root = page.doc[page.cast.tokens[mention].start if mention else token.i : token.i + 1].root
    behind = root.head if root.head.pos_ == "NOUN" and root.head.i == token.i + 1 else root
    words = named.caption.lower().split()
    called = {words[0], words[-1], behind.lemma_.lower()}
    is_policy = any(instrument_nouns().get(word) is InstrumentKind.POLICY for word in called)
    verb = verb_over(page, behind)
    is_signed = verb is not None and verb.lemma_ in signing_verbs() and words[-1] in signed_nouns()
    is_policy = is_policy and not is_signed
    if is_policy and verb is not None and verb.lemma_ in making_verbs():
        yield FoundInstrument(
            kind=InstrumentKind.POLICY, title=named.caption, number=None, noun=token, verb=verb, confidence=NAMED
        )


def _by_signing(page: Page, token: Token, named: Entity) -> Iterator[FoundInstrument]:
    """ "Signed the Volta PARTNERSHIP": what is called so is an agreement where somebody signs it."""
    behind = token.head  # "signed the Volta Area (VA) AGREEMENT"
    verb = verb_over(page, behind if behind.lemma_.lower() in instrument_nouns() else token)
    if verb is not None and verb.lemma_ in signing_verbs() and not _is_side(page, token):
        yield FoundInstrument(
            kind=InstrumentKind.AGREEMENT, title=named.caption, number=None, noun=token, verb=verb, confidence=NAMED
        )


def _is_side(page: Page, token: Token) -> bool:
    """ "Signed between the Volta ALLIANCE and Togo": one of those who signed it."""
    mention = page.cast.mention_at(token)
    first = page.cast.tokens[mention].start if mention is not None else token.i
    before = [t.norm_ for t in page.doc[max(0, first - 2) : first]]
    return not {"between", "by", "with"}.isdisjoint(before)


def _kind_of_title(title: str) -> InstrumentKind | None:
    """By its last word or two that name an instrument: "Constitution of Chile", "Law No. 12", "Final Act"."""
    if _VERSUS.search(title):
        return InstrumentKind.LAWSUIT
    words = [word.strip(".,") for word in title.lower().split()]
    pairs = (f"{one} {other}" for one, other in pairwise(["", *words]))
    tried = [word for pair, single in zip(pairs, words, strict=True) for word in (single, pair)]
    noun = next((word for word in reversed(tried) if word in instrument_nouns()), None)
    if noun == "convention" and words[-1] == noun and place_named(" ".join(title.split()[:-1])) is None:
        return None  # a fair or a congress, unless it is on something or of a town: "the Geneva Convention"
    return instrument_nouns()[noun] if noun else None


def _says_nothing(title: str) -> bool:
    """ "Act" alone, and orders without a number, which are mostly decorations and commands of a court."""
    words = title.lower().split()
    return (len(words) == 1 and words[0] not in plain_nouns()) or (words[-1] == "order" and "executive" not in words)


def _by_noun(page: Page, noun: Token) -> Iterator[FoundInstrument]:
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).norm_ if noun.i else ""
    known = instrument_nouns()
    kind = _suit_filed(page, noun) or _signed(page, noun) or known.get(with_behind(noun))
    kind = kind or known.get(f"{before} {lemma}") or known.get(lemma)
    if kind is None or noun.head.norm_ == "into" or _is_of_party(noun):
        return
    if is_any(noun):
        return
    if kind is InstrumentKind.AGREEMENT and trade_behind(noun) is not None:
        kind = InstrumentKind.CONTRACT
    title, number = given_name(page, noun), number_behind(page, noun)
    is_found = noun.i + 1 < len(page.doc) and noun.nbor().norm_ in voiding_adjectives()
    if page.grammar.is_premodifier(noun) and not (number or is_found):
        yield from _by_breach(page, noun, kind)
        return
    verb = made_behind(page, noun) if binds(noun) else verb_over(page, noun)
    is_named = title is not None or _is_of_town(page, noun, kind)
    confidence = NUMBERED if number else NAMED if is_named else _weight(page, noun, kind, verb)
    if confidence:
        whole = f"{title_of(page, noun)} No. {number}" if number else title or title_of(page, noun)
        yield FoundInstrument(kind=kind, title=whole, number=number, noun=noun, verb=verb, confidence=confidence)


def _is_of_party(noun: Token) -> bool:
    """ "The CONSTITUTION and Green parties", "the LAW and Justice party": a word of a party's name."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
    return noun.text[0].isupper() and any(t.lower_ in _PARTIES for t in behind)


def _by_breach(page: Page, noun: Token, kind: InstrumentKind) -> Iterator[FoundInstrument]:
    """ "Provincial water safety LAW violations": which law is told by the words before it."""
    words = [t for t in page.grammar.phrase(noun.head) if t.i <= noun.i and not is_before_title(t)]
    is_breach = (
        noun.head.lemma_.lower() in handling_verbs() and kind is InstrumentKind.LAW and noun.i + 1 == noun.head.i
    )
    if is_breach and len(words) > 1:
        title = page.doc[words[0].i : noun.i + 1].text
        yield FoundInstrument(kind=kind, title=title, number=None, noun=noun, verb=None, confidence=_HANDLED)


def _suit_filed(page: Page, noun: Token) -> InstrumentKind | None:
    """ "A CASE filed by", "brought a CLAIM against": what many nouns are only where somebody files them."""
    if noun.lemma_.lower() not in filed_nouns():
        return None
    verb = verb_over(page, noun)
    is_filed = verb is not None and verb.lemma_ in _FILING and noun in page.grammar.arguments(verb).objects
    return InstrumentKind.LAWSUIT if is_filed else None


def _signed(page: Page, noun: Token) -> InstrumentKind | None:
    """ "Signed a defence PARTNERSHIP", "signed the JOINT COMMUNIQUÉ": an agreement, whatever it is called."""
    names = {noun.lemma_.lower(), f"{noun.nbor(-1).norm_ if noun.i else ''} {noun.lemma_.lower()}"}
    if signed_nouns().isdisjoint(names) or noun.lemma_.lower() in instrument_nouns():
        return None
    verb = verb_over(page, noun)
    return InstrumentKind.AGREEMENT if verb is not None and verb.lemma_ in signing_verbs() else None


def _weight(page: Page, noun: Token, kind: InstrumentKind, verb: Token | None) -> float:
    """How surely a noun without name or number tells of an instrument; 0 where it does not."""
    lemma, weak = verb.lemma_ if verb is not None else "", noun.lemma_.lower() in weak_instrument_nouns()
    owned = _belongs_to_somebody(page, noun)
    if is_plain(page, noun):
        return _HANDLED
    if kind in _RULES and owned and (lemma in ruling_verbs() or binds(noun)):
        return _HANDLED
    if kind is InstrumentKind.LAW and binds(noun) and any(m.tag_ == "JJ" for m in page.grammar.modifiers(noun)):
        return _HANDLED  # "according to ROYAL laws"
    if noun.tag_ in _PLURALS:  # "holds three MINING LICENCES"
        is_held = kind is InstrumentKind.CONCESSION and is_told_fully(page, noun, kind, verb)
        return _HANDLED if is_held else 0
    if _handled_by_kind(page, noun, kind, verb):
        return _HANDLED
    if lemma in making_verbs() or (kind in _SIDED and _is_called_made(page, noun)):
        return _MADE
    is_told_of = (kind is InstrumentKind.CONCESSION and lemma in HOLDING and not weak) or is_marked(page, noun, kind)
    if is_told_of or (kind is not InstrumentKind.LAWSUIT and is_dated(page, noun)):
        return _HANDLED
    if lemma in handling_verbs() and (owned if weak else not _is_the_law(page, noun)):
        return _HANDLED
    if weak:
        return _HANDLED if is_told_fully(page, noun, kind, verb) else 0
    is_new = binds(noun) and kind in _SIDED and page.grammar.phrase(noun)[0].norm_ in {"a", "an"}
    return _BESIDE if is_new or parties_beside(page, noun, kind) else 0


def _is_of_town(page: Page, noun: Token, kind: InstrumentKind) -> bool:
    """ "The KHARTOUM peace agreement": called after the place where it was made, and so known."""
    words = [t for t in page.grammar.phrase(noun) if t.i < noun.i]
    towns = (e for t in words if (e := page.cast.at(t)) and e.schema is Schema.PLACE and not is_state(e))
    is_strong = kind is InstrumentKind.AGREEMENT and noun.lemma_.lower() not in weak_instrument_nouns()
    is_free = is_strong and not page.grammar.possessors(noun) and len(words) > 1
    return is_free and words[0].norm_ == "the" and next(towns, None) is not None


def _handled_by_kind(page: Page, noun: Token, kind: InstrumentKind, verb: Token | None) -> bool:
    """What is told by verbs of one kind: "FACES a lawsuit", "DECLARED a state of emergency", "PURSUES a policy of".

    So a law that a court finds to be something: "found a 2015 LAW UNCONSTITUTIONAL".
    """
    lemma, behind = verb.lemma_ if verb is not None else "", page.doc[noun.i + 1 : noun.i + 4]
    match kind:
        case InstrumentKind.LAWSUIT:
            is_told = lemma in siding_verbs() | hearing_verbs() or pleaded_in(page, noun) is not None
            is_ruled = noun.head.norm_ == "on" and noun.head.head.lemma_ in hearing_verbs()
            return (is_told and not _is_the(page, noun)) or (is_ruled and bool(parties_beside(page, noun, kind)))
        case InstrumentKind.POLICY:
            is_told = len(behind) > 1 and behind[0].norm_ == "of" and any(t.tag_ == "VBG" for t in behind)
            return lemma in keeping_verbs() and is_told
        case InstrumentKind.LAW | InstrumentKind.DECREE if _is_found_to_be(page, noun):
            return not _is_the_law(page, noun)
        case _:
            declared = declared_nouns() & {noun.lemma_.lower(), with_behind(noun)}
            return lemma in DECLARING and bool(declared)


def _is_found_to_be(page: Page, noun: Token) -> bool:
    """ "Found a 2015 LAW UNCONSTITUTIONAL", "found UNCONSTITUTIONAL a 2015 LAW", "the decree is VOID"."""
    before = [t for t in page.grammar.phrase(noun) if t.i < noun.i and t.nbor().pos_ == "DET"]
    beside = [*page.doc[noun.i + 1 : noun.i + 2], *before]
    voids = voiding_adjectives()
    said = (t for t in noun.sent if t.norm_ in voids and noun in page.grammar.predicated_of(t))
    return any(t.norm_ in voids for t in beside) or next(said, None) is not None


def _is_the(page: Page, noun: Token) -> bool:
    """ "The suit", "an appeal": nobody's in particular, and without a word of what it is about."""
    words = [t.norm_ for t in page.grammar.phrase(noun)]
    return words[0] == "the" and len(words) == len(["the", "suit"])


def is_plain(page: Page, noun: Token) -> bool:
    """Whether the noun alone names one instrument: "the CONSTITUTION", "an EXECUTIVE ORDER"; not "his constitution"."""
    lemma = noun.lemma_.lower()
    is_known = not plain_nouns().isdisjoint({lemma, f"{noun.nbor(-1).norm_ if noun.i else ''} {lemma}"})
    owned = any(page.grammar.is_pronoun(token) for token in page.grammar.possessors(noun))
    return is_known and noun.tag_ not in _PLURALS and not owned


def _is_called_made(page: Page, noun: Token) -> bool:
    """ "Paz's NEGOTIATED agreement", "the PROPOSED port deal": of somebody."""
    words = [t.norm_ for t in page.grammar.phrase(noun) if t.i < noun.i]
    return not made_words().isdisjoint(words) and bool(page.grammar.possessors(noun))


def _belongs_to_somebody(page: Page, noun: Token) -> bool:
    """ "Thai law", "NATO's guidelines", "Mahan's permit", "the licence of Volta Lines"."""
    behind = (o.token for o in page.grammar.prepositional(noun) if o.preposition == "of")
    is_held = instrument_nouns().get(noun.lemma_.lower()) is InstrumentKind.CONCESSION
    near = (*page.grammar.modifiers(noun), *page.grammar.possessors(noun), *(behind if is_held else ()))
    return any(page.cast.at(word) is not None for word in near)


def binds(noun: Token) -> bool:
    """ "Under Kenyan law", "according to Thai law"."""
    above = noun.head
    words = {above.norm_, f"{above.head.norm_} {above.norm_}"}
    return bool(words & binding_prepositions())


def _is_the_law(page: Page, noun: Token) -> bool:
    """ "Broke the law": no law in particular."""
    return noun.norm_ == "law" and page.grammar.phrase(noun).text.lower() == "the law"
