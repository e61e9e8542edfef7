"""Instruments: laws, resolutions, decrees, agreements, contracts, lawsuits and concessions, by number or by words.

A number is identity and is kept as written. Without a name or number, a noun counts if a verb makes, changes or ends
what it names, or if its parties stand beside it ("an agreement between …").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.instruments import handling_verbs, instrument_nouns, making_verbs, weak_instrument_nouns
from palanca.reading.actors import all_of, who
from palanca.reading.modality import modality_of, speaker_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.times import time_of
from palanca.records import (
    Entity,
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Role,
    RoleName,
    Schema,
    Statement,
    Time,
)
from palanca.records.names import fold

_NAME, _VERSION = "instruments", "1"
_NUMBER = re.compile(r"\b\d[\d\s./-]*\d\b|\b\d+\b")
_POINTERS = {"the", "this", "that"}
_PARTIES = {"between", "with", "among"}
_BILATERAL = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.CONTRACT, InstrumentKind.LAWSUIT})
_NUMBERED, _NAMED, _MADE, _HANDLED, _BESIDE = 0.95, 0.85, 0.75, 0.65, 0.6
_SUE = "sue"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An instrument as found: the noun that names it, the verb it depends on, its title and its number."""

    kind: InstrumentKind
    title: str
    number: str | None
    noun: Token
    verb: Token | None
    confidence: float


def read_instruments(page: Page) -> Page:
    """Give the page its instruments, each once: by number, else by kind and title, where it is told most fully."""
    told: dict[str, Statement] = {}
    for sentence in page.doc.sents:
        for found in _in_sentence(page, list(sentence)):
            if _points_back(page, found) and any(key.startswith(f"{found.kind} ") for key in told):
                continue
            statement = _statement(page, found)
            key = f"{found.kind} {found.number or fold(found.title)}"
            page.trace.note(_NAME, statement.span, f"{found.kind}: {found.title}", fired=True)
            if key not in told or _fullness(statement) > _fullness(told[key]):
                told[key] = statement
    return page.with_statements(told.values())


def _points_back(page: Page, found: _Found) -> bool:
    """ "The deal", "this agreement": a bare noun with an article, for what was told before."""
    return fold(found.title) in instrument_nouns() and page.grammar.phrase(found.noun)[0].lower_ in _POINTERS


def _fullness(statement: Statement) -> tuple[bool, int, float]:
    return statement.time is not None, len(statement.roles), statement.confidence


def _in_sentence(page: Page, sentence: list[Token]) -> Iterator[_Found]:
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma_ == _SUE and page.grammar.arguments(token).objects:
            yield _Found(
                kind=InstrumentKind.LAWSUIT, title="lawsuit", number=None, noun=token, verb=token, confidence=_MADE
            )
            continue
        named = page.cast.at(token)
        if named is not None:
            if named.schema is Schema.LAW and _is_last_of_mention(page, token):
                yield from _by_name(page, token, named)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _by_noun(page, token)


def _is_last_of_mention(page: Page, token: Token) -> bool:
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form == "name" and page.cast.tokens[mention].stop == token.i + 1


def _by_name(page: Page, token: Token, named: Entity) -> Iterator[_Found]:
    kind = _kind_of_title(named.caption)
    if kind is None:
        return
    number = _number_in(named.caption)
    head = page.doc[_first_token(page, token) : token.i + 1].root
    yield _Found(
        kind=kind, title=named.caption, number=number, noun=head, verb=_verb_over(head),
        confidence=_NUMBERED if number else _NAMED,
    )  # fmt: skip


def _first_token(page: Page, token: Token) -> int:
    mention = page.cast.mention_at(token)
    return page.cast.tokens[mention].start if mention else token.i


def _kind_of_title(title: str) -> InstrumentKind | None:
    """By its last word that names an instrument: "Constitution of Chile", "Law No. 12"."""
    words = [word.strip(".,") for word in title.lower().split()]
    return next((instrument_nouns()[word] for word in reversed(words) if word in instrument_nouns()), None)


def _number_in(title: str) -> str | None:
    match = _NUMBER.search(title)
    return match.group().strip() if match else None


def _by_noun(page: Page, noun: Token) -> Iterator[_Found]:
    kind = instrument_nouns().get(noun.lemma_.lower())
    if kind is None or page.grammar.is_premodifier(noun) or noun.tag_ in {"NNS", "NNPS"}:
        return
    verb = _verb_over(noun)
    lemma = verb.lemma_ if verb is not None else ""
    if lemma in making_verbs():
        confidence = _MADE
    elif noun.lemma_.lower() in weak_instrument_nouns():
        return
    elif lemma in handling_verbs():
        confidence = _HANDLED
    elif _parties_beside(page, noun):
        confidence = _BESIDE
    else:
        return
    yield _Found(kind=kind, title=_title(page, noun), number=None, noun=noun, verb=verb, confidence=confidence)


def _title(page: Page, noun: Token) -> str:
    """The noun with what stands before it, without article or owner."""
    words = [t for t in page.grammar.phrase(noun) if t.i <= noun.i]
    while (
        words and words[0] is not noun and (words[0].pos_ in {"DET", "PRON", "NUM"} or words[0].lower_ in {"'s", "’s"})
    ):
        words.pop(0)
    owners = {t.i for owner in page.grammar.possessors(noun) for t in (*owner.subtree, owner)}
    kept = [t for t in words if t.i not in owners]
    return " ".join("".join(t.text_with_ws for t in kept).split()) or noun.text


def _verb_over(noun: Token) -> Token | None:
    """The verb that makes, changes or ends the instrument: the one it is subject or object of."""
    above = noun.head
    if above.pos_ == "ADP":
        above = above.head
    return above if above.pos_ in {"VERB", "AUX"} and above is not noun else None


def _parties_beside(page: Page, noun: Token) -> tuple[Filler, ...]:
    joined = page.grammar.prepositional(noun)
    return all_of(page, (o.token for o in joined if o.preposition in _PARTIES))


def _statement(page: Page, found: _Found) -> Statement:
    issuer, parties = _sides(page, found)
    roles = [Role(name=RoleName.ISSUER, filler=issuer)] if issuer else []
    roles += [Role(name=RoleName.PARTY, filler=party) for party in parties]
    anchor = found.verb or found.noun
    return Statement(
        document=page.document.id,
        kind=Kind.INSTRUMENT,
        detail=InstrumentDetail(kind=found.kind, title=found.title, number=found.number),
        span=page.sentence_span(found.noun),
        reader=_NAME,
        reader_version=_VERSION,
        roles=tuple(roles),
        time=_time(page, found),
        modality=modality_of(page, anchor),
        speaker=speaker_of(page, anchor),
        confidence=found.confidence,
    )


def _time(page: Page, found: _Found) -> Time | None:
    """The time of the act that made it; what was only used or ended then is not dated by it."""
    if found.verb is None:
        return time_of(page, found.noun)
    makes = found.verb.lemma_ in making_verbs() or found.verb.lemma_ == _SUE
    return time_of(page, found.verb) if makes else None


def _sides(page: Page, found: _Found) -> tuple[Filler | None, tuple[Filler, ...]]:
    """Who issued it; of what has two sides, who the parties are."""
    doers: tuple[Filler, ...] = ()
    if found.verb is not None:
        arguments = page.grammar.arguments(found.verb)
        doers = all_of(page, arguments.subjects)
        if found.verb.lemma_ == _SUE:
            doers = (*doers, *all_of(page, arguments.objects))
        doers += all_of(page, (o.token for o in arguments.obliques if o.preposition in _PARTIES))
    beside = _parties_beside(page, found.noun)
    if found.kind in _BILATERAL:
        return None, tuple(dict.fromkeys((*doers, *beside)))
    owner = next((who(page, token) for token in page.grammar.possessors(found.noun)), None)
    if found.kind is InstrumentKind.CONCESSION:
        return (doers[0] if doers else None), beside
    return (owner or (doers[0] if doers else None)), ()


INSTRUMENTS = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.INSTRUMENTS}),
    read=read_instruments,
)
