"""Instruments: laws, resolutions, decrees, agreements, contracts, lawsuits and concessions, by number or by words.

A number is identity and is kept as written. Without a name or number, a noun counts if a verb makes, changes or ends
what it names, if it is somebody's and rules something, or if its parties stand beside it ("an agreement between …").
"""

import re
from collections.abc import Iterator

from palanca.lexicon.instruments import (
    declared_nouns,
    handling_verbs,
    hearing_verbs,
    instrument_nouns,
    keeping_verbs,
    making_verbs,
    naming_verbs,
    proposing_verbs,
    siding_verbs,
    signing_verbs,
    weak_instrument_nouns,
)
from palanca.reading.actors import all_of, who
from palanca.reading.event_headlines import headline_end
from palanca.reading.grammar.parse import Token
from palanca.reading.instrument_dates import dated_as
from palanca.reading.instrument_deeds import is_undone, joining_words, made_behind, parties_beside, pleaded_in
from palanca.reading.instrument_effects import allowed_by, effect_of
from palanca.reading.instrument_marks import is_dated
from palanca.reading.instrument_nouns import (
    AGREE,
    DECLARING,
    HOLDING,
    NAMED,
    SUE,
    SUING,
    FoundInstrument,
    agreed_with,
    binds,
    instruments_in,
    is_plain,
)
from palanca.reading.instrument_numbers import numbered_instruments
from palanca.reading.instrument_trades import traded_with
from palanca.reading.instrument_weak import is_told_fully
from palanca.reading.modality import modality_of, speaker_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.times import time_of
from palanca.records import (
    Filler,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Modality,
    Role,
    RoleName,
    Schema,
    Statement,
    Time,
)
from palanca.records.names import fold

_NAME, _VERSION = "instruments", "12"
_POINTERS, _POINTING = {"the", "this", "that"}, {"this", "that"}
_BILATERAL = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.CONTRACT, InstrumentKind.LAWSUIT})
_OUTSIDERS_DO = {
    "cite", "invoke", "challenge", "overturn", "mention", "criticize", "criticise", "reject", "veto", "block", "vote",
}  # fmt: skip
_MEDIATING, _NEGOTIATE, _ACCUSE = {"broker", "mediate"}, "negotiate", "accuse"
_VERSUS = re.compile(r" (?:vs?\.?|versus) ")
_PASSED = frozenset({InstrumentKind.LAW, InstrumentKind.RESOLUTION, InstrumentKind.DECREE})
_FARTHEST_NAME = 4  # tokens from a noun to the participle that gives its name, and on to that
_UNREAL = {Modality.DENIED, Modality.HYPOTHETICAL}


def read_instruments(page: Page) -> Page:
    """Give the page its instruments, each once: by number, else by kind and title, where it is told most fully."""
    told: dict[str, Statement] = {}
    numbered, end = list(numbered_instruments(page)), headline_end(page)
    taken = {i for _, tokens in numbered for i in tokens}
    for sentence in page.doc.sents:
        own = [found for found, _ in numbered if found.noun.sent.start == sentence.start]
        free = [t for t in sentence if t.i not in taken and not _is_numbered_beside(page, t, taken)]
        for found in (*own, *instruments_in(page, free)):
            if _points_back(page, found, {key: one for key, one in told.items() if one.span.start >= end}):
                continue
            statement = _statement(page, found)
            if reason := _refused(page, found, statement):
                page.trace.note(_NAME, statement.span, f"{found.kind}: {found.title}: {reason}", fired=False)
                continue
            page.trace.note(_NAME, statement.span, f"{found.kind}: {found.title}", fired=True)
            key = _key(found, statement, told)
            is_below = key in told and told[key].span.start < end <= statement.span.start
            if key not in told or is_below or _fullness(statement) > _fullness(told[key]):
                told[key] = statement
    return page.with_statements(_without_headline(page, told))


def _without_headline(page: Page, told: dict[str, Statement]) -> Iterator[Statement]:
    """All but one without a name that a headline tells where the text below tells one of its kind: that is the same."""
    end = headline_end(page)
    below = {key.split(" ")[0] for key, statement in told.items() if statement.span.start >= end}
    for key, statement in told.items():
        is_named = statement.confidence >= NAMED
        if statement.span.start >= end or key.split(" ")[0] not in below or is_named:
            yield statement


def _is_numbered_beside(page: Page, noun: Token, taken: set[int]) -> bool:
    """ "The new CODE, Law 14": what its number stands beside is told with that."""
    if not taken or noun.pos_ != "NOUN":
        return False
    behind = page.doc[noun.i + 1 : noun.i + 1 + _FARTHEST_NAME]  # "the data LAW, known as Law 30-2018"
    named = next((t.i for t in behind if t.tag_ == "VBN" and t.lemma_ in naming_verbs()), None)
    is_called = named is not None and any(t.i in taken for t in page.doc[named : named + _FARTHEST_NAME])
    return is_called or any(t.i in taken for t in page.grammar.appositions(noun))


def _points_back(page: Page, found: FoundInstrument, told: dict[str, Statement]) -> bool:
    """ "The deal", "this agreement": a bare noun with an article, for what was told before."""
    if is_plain(page, found.noun):  # a constitution stands for itself, unless one was told
        return any(key.startswith(f"{found.kind} ") and key.endswith(fold(found.title)) for key in told)
    first = page.grammar.phrase(found.noun)[0].norm_
    if fold(found.title) in declared_nouns():  # "the martial law" points back to no other decree
        return any(key.startswith(f"{found.kind} {fold(found.title)}") for key in told)
    is_sided = first not in _POINTING and bool(parties_beside(page, found.noun, found.kind))
    is_sided = is_sided or is_dated(page, found.noun)  # "replaced the protocol OF 1977"
    if fold(found.title) not in instrument_nouns() or is_sided:
        return False
    return first in _POINTERS and any(key.startswith(f"{found.kind} ") for key in told)


def _refused(page: Page, found: FoundInstrument, statement: Statement) -> str | None:
    """Why a noun without name or number tells of no instrument after all."""
    if found.is_named:
        return None
    if found.noun is found.verb and statement.modality is Modality.PLANNED:
        return "only planned"  # "said it WOULD SUE"
    if statement.modality in _UNREAL:
        return f"{statement.modality}"
    if _is_none(page, found.noun):
        return "denied"
    if not statement.roles and found.kind is InstrumentKind.POLICY:
        return "nobody's"
    is_signed = found.verb is not None and found.verb.lemma_ in signing_verbs() and statement.time is not None
    is_dated = is_signed or dated_as(page, found) is not None
    if (
        not is_dated
        and not statement.roles
        and found.kind in _BILATERAL
        and found.noun.lemma_.lower() in weak_instrument_nouns()
        and not is_told_fully(page, found.noun, found.kind, found.verb)
    ):
        return "without parties"
    return None


def _is_none(page: Page, noun: Token) -> bool:
    """ "It is NOT the first LAWSUIT": others were told, or are not told here."""
    copula = page.grammar.complemented(noun)
    said_of = page.grammar.predicated_of(noun) if copula is not None else ()
    return copula is not None and bool(said_of) and page.grammar.arguments(copula).negated


def _key(found: FoundInstrument, statement: Statement, told: dict[str, Statement]) -> str:
    """What tells one instrument from another; one with the parties of another and no name of its own is that one."""
    parties = {role.filler.entity for role in statement.roles}
    for key, other in told.items():
        same_kind = key.startswith(f"{found.kind} ") and fold(found.title) in instrument_nouns()
        others = {role.filler.entity for role in other.roles}
        is_sided = len(others) > 1 or (others and key.removeprefix(f"{found.kind} ") in instrument_nouns())
        if same_kind and _at_other_times(statement, other):
            continue
        if same_kind and parties and (parties <= others or (is_sided and others <= parties)):
            return key
    key = f"{found.kind} {found.number or fold(found.title)}"
    if found.number is not None or key not in told or fold(found.title) not in instrument_nouns():
        return key
    if _at_other_times(statement, told[key]):  # "signed A MEMORANDUM in January", and one in March
        return f"{key} {statement.time}"
    others = {role.filler.entity for role in told[key].roles}
    if min(len(parties), len(others)) > 1 and parties.isdisjoint(others):  # of other parties
        return f"{key} {sorted(map(str, parties))}"
    return key


def _at_other_times(one: Statement, other: Statement) -> bool:
    """Whether both are dated, and neither date lies in the other."""
    if one.time is None or other.time is None:
        return False
    first, second = one.time, other.time
    return not (first.within(second.first_day, second.last_day) or second.within(first.first_day, first.last_day))


def _fullness(statement: Statement) -> tuple[bool, int, float]:
    return statement.time is not None, len(statement.roles), statement.confidence


def _statement(page: Page, found: FoundInstrument) -> Statement:
    anchor = found.verb if found.verb is not None else found.noun
    allowed = allowed_by(page, found.noun)
    return Statement(
        document=page.document.id,
        kind=Kind.INSTRUMENT,
        detail=InstrumentDetail(
            kind=found.kind,
            title=found.title,
            number=found.number,
            valid=allowed.valid,
            effect=effect_of(page, found.noun),
        ),
        span=page.sentence_span(found.noun),
        reader=_NAME,
        reader_version=_VERSION,
        roles=tuple(_with(allowed.parties, _roles(page, found))),
        time=_time(page, found),
        modality=_modality(page, found),
        speaker=speaker_of(page, anchor),
        confidence=found.confidence,
    )


def _modality(page: Page, found: FoundInstrument) -> Modality:
    """How it stands: a bill that is proposed is made only if it is passed."""
    told = modality_of(page, found.verb if found.verb is not None else found.noun)
    is_bill = found.kind in _PASSED and found.verb is not None and found.verb.lemma_ in proposing_verbs()
    return Modality.PLANNED if is_bill and told in {Modality.ASSERTED, Modality.REPORTED} else told


def _with(parties: tuple[Filler, ...], roles: Iterator[Role]) -> Iterator[Role]:
    """The roles, and as parties those whom the instrument allows something, who have none yet."""
    told = [*roles]
    yield from told
    named = {role.filler.entity for role in told}
    yield from (Role(name=RoleName.PARTY, filler=one) for one in parties if one.entity not in named)


def _time(page: Page, found: FoundInstrument) -> Time | None:
    """The time of the act that made it; what was only used or ended then, or done under it, does not date it."""
    told = dated_as(page, found)
    if is_plain(page, found.noun):  # "bound by A constitution in 1956" dates it, "against THE constitution" does not
        is_new = page.grammar.phrase(found.noun)[0].norm_ in {"a", "an"}
        told = told or _signed_at(page, found)
        return told or (time_of(page, found.verb) if is_new and found.verb is not None else None)
    if found.verb is None:
        return told or (None if binds(found.noun) else time_of(page, found.noun))
    makes = _is_made_by(page, found, found.verb) or found.verb.lemma_ in SUING
    made = _signed_at(page, found) or (time_of(page, found.verb) if makes else None)
    is_finer = told is not None and made is not None and made.within(told.first_day, told.last_day)
    return made if is_finer else told or made


def _signed_at(page: Page, found: FoundInstrument) -> Time | None:
    """When its own participle tells: "ratified the accord SIGNED in May", "began a plan DUBBED Iron Gate in 2017"."""
    if (signed := made_behind(page, found.noun)) is not None and signed is not found.verb:
        return time_of(page, signed)
    behind = page.doc[found.noun.i + 1 : found.noun.i + 3]
    dubbed = next((token for token in behind if token.tag_ == "VBN" and token.lemma_ in naming_verbs()), None)
    return time_of(page, dubbed) if dubbed is not None else None


def _roles(page: Page, found: FoundInstrument) -> Iterator[Role]:
    """Who issued it; of what has two sides, who the parties are."""
    doers, beside = _doers(page, found), parties_beside(page, found.noun, found.kind)
    owner = next((who(page, token) for token in page.grammar.possessors(found.noun)), None)
    if found.kind in _BILATERAL:
        owners = (owner,) if owner else ()
        sides = beside if _is_between(page, found) and len(beside) > 1 else (*doers, *owners, *beside)
        parties = {one.entity or one.text: one for one in reversed((*sides, *_sides(page, found)))}
        for party in reversed(parties.values()):
            if not _is_where(page, party):
                yield Role(name=RoleName.PARTY, filler=party)
        return
    modifier = next(iter(all_of(page, (m for m in page.grammar.modifiers(found.noun) if page.cast.at(m)))), None)
    if found.kind is InstrumentKind.CONCESSION:
        behind = (o.token for o in page.grammar.prepositional(found.noun) if o.preposition == "of")
        holders = (owner,) if owner else all_of(page, behind)
        subjects = page.grammar.arguments(found.verb).subjects if found.verb is not None and doers else ()
        issuers = all_of(page, subjects)
        issuer, beside = next(iter(issuers), None), (beside or holders or tuple(d for d in doers if d not in issuers))
        if found.verb is not None and found.verb.lemma_ in HOLDING:
            beside = (*beside, *all_of(page, page.grammar.arguments(found.verb).subjects))
        if found.verb is not None:  # "granted VOLTA a licence"
            beside = tuple(dict.fromkeys((*beside, *all_of(page, page.grammar.arguments(found.verb).indirect))))
    else:
        issuer, beside = owner or (doers[0] if doers else _maker(page, found)) or modifier, ()
    if issuer and not _is_instrument(page, issuer):
        yield Role(name=RoleName.ISSUER, filler=issuer)
    for party in beside:
        yield Role(name=RoleName.PARTY, filler=party)


def _is_instrument(page: Page, issuer: Filler) -> bool:
    """Whether the words of the instrument itself were taken for who issued it: "PRESIDENTIAL PROCLAMATION 98"."""
    is_law = issuer.entity is not None and page.cast.entity(issuer.entity).schema is Schema.LAW
    return is_law or issuer.text.split()[-1].lower() in instrument_nouns()


def _maker(page: Page, found: FoundInstrument) -> Filler | None:
    """Who made it by its own participle, whatever else is told of it: "the order, SIGNED by President Ruiz, halts"."""
    signed = made_behind(page, found.noun)
    subjects = page.grammar.arguments(signed).subjects if signed is not None else ()
    return next(iter(all_of(page, subjects)), None)


def _is_made_by(page: Page, found: FoundInstrument, verb: Token) -> bool:
    """Whether a verb tells that it was made: "signed", and "declared" for what is declared, but not "struck down"."""
    is_declared = verb.lemma_ in DECLARING and found.kind is InstrumentKind.DECREE
    return (verb.lemma_ in making_verbs() or is_declared) and not is_undone(page, verb)


def _sides(page: Page, found: FoundInstrument) -> Iterator[Filler]:
    """Both of a case that is called by them: "RUIZ v. VOLTA LINES"; who "LOST a lawsuit brought by" another."""
    is_suit = found.kind is InstrumentKind.LAWSUIT
    verb = page.grammar.complemented(found.noun) if is_suit else None
    if verb is None and is_suit and found.noun in page.grammar.arguments(found.noun.head).subjects:
        verb = found.noun.head
    if verb is not None and verb.lemma_ in siding_verbs():
        yield from all_of(page, page.grammar.arguments(verb).subjects)
    if found.kind is InstrumentKind.LAWSUIT and (pleaded := pleaded_in(page, found.noun)) is not None:
        told = page.grammar.arguments(pleaded)
        yield from all_of(page, (*told.subjects, *(told.objects if pleaded.lemma_ == _ACCUSE else ())))
    if verb is not None and verb.lemma_ == _ACCUSE:  # "the suit ACCUSES Volta Lines of fraud"
        yield from all_of(page, page.grammar.arguments(verb).objects)
    sides = _VERSUS.split(found.title)
    for side in sides if len(sides) > 1 else ():
        entity = page.cast.by_name.get(side)
        yield page.filler(entity) if entity else Filler(text=side)


def _is_where(page: Page, party: Filler) -> bool:
    """A place that stands behind "in" is where somebody sues, and does not sue: "brought by drivers IN NAIROBI"."""
    entity = page.cast.entity(party.entity) if party.entity else None
    words = page.doc.char_span(party.span.start, party.span.end) if party.span and entity else None
    is_place = entity is not None and entity.schema is Schema.PLACE
    return is_place and words is not None and words.start > 0 and page.doc[words.start - 1].norm_ in {"in", "at"}


def _doers(page: Page, found: FoundInstrument) -> tuple[Filler, ...]:
    """Who makes it, and with whom; whoever only breaks or ends it is no party to it."""
    if found.verb is None:
        return ()
    arguments = page.grammar.arguments(found.verb)
    if found.noun is found.verb:
        partners = (*agreed_with(page, found.verb), *traded_with(page, found.verb))
        others = {SUE: arguments.objects, AGREE: partners}.get(found.verb.lemma_, ())
        return (*all_of(page, arguments.subjects), *all_of(page, others))
    made = _is_made_by(page, found, found.verb)
    if found.kind in _BILATERAL and found.verb.lemma_ in _OUTSIDERS_DO:
        return ()
    if found.kind in _BILATERAL and made_behind(page, found.noun) not in {None, found.verb}:
        return ()  # whoever approves what others signed
    if found.kind is InstrumentKind.POLICY and found.verb.lemma_ in keeping_verbs():
        return all_of(page, arguments.subjects)
    if found.kind is InstrumentKind.LAWSUIT and found.verb.lemma_ in hearing_verbs():
        return ()
    handled = found.verb.lemma_ in handling_verbs() | HOLDING | siding_verbs()
    if not made and (found.kind not in _BILATERAL or not handled):
        return ()
    joined = all_of(page, (o.token for o in arguments.obliques if o.preposition in joining_words(found.kind)))
    return (*(() if _mediates(page, found, found.verb) else all_of(page, arguments.subjects)), *joined)


def _mediates(page: Page, found: FoundInstrument, verb: Token) -> bool:
    """ "BROKERED a truce", "NEGOTIATED a deal BETWEEN the union and Volta": no side of it."""
    return verb.lemma_ in _MEDIATING or (verb.lemma_ == _NEGOTIATE and _is_between(page, found))


def _is_between(page: Page, found: FoundInstrument) -> bool:
    """ "An accord BETWEEN Ghana and Togo": whoever ratifies, announces or signs it for them is no side of it."""
    return any(o.preposition == "between" for o in page.grammar.prepositional(found.noun))


INSTRUMENTS = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.INSTRUMENTS}),
    read=read_instruments,
)
