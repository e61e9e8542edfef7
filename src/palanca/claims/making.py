"""From a group of statements to the claim that they support, report or deny."""

from collections.abc import Sequence

from palanca.claims import parties
from palanca.claims.disputes import disputes_within
from palanca.claims.occupancies import most_precise, shown_from_to, united
from palanca.claims.telling import Told, days_of, overlap
from palanca.claims.voices import voices
from palanca.records import (
    BY_STRENGTH,
    STANCE_OF,
    Claim,
    Detail,
    Evidence,
    Filler,
    Kind,
    Party,
    Review,
    RoleName,
    Time,
)

_MOST_SURE = 0.99
_SAID_DIGITS = 6  # of a confidence, so that the order of multiplication does not show


def claim_of(group: Sequence[Told], review: Review) -> Claim:
    """The claim of these statements, which are in order of documents and places."""
    lead = _lead(group)
    number = voices(group)
    return Claim(
        kind=lead.statement.kind,
        detail=_detail(lead, group),
        lead=lead.id,
        parties=_parties(lead, group),
        evidence=tuple(_evidence(one, voice) for one, voice in zip(group, number, strict=True)),
        time=_time(lead, group),
        modality=min((one.statement.modality for one in group), key=BY_STRENGTH.index),
        confidence=_confidence(group, number),
        disputes=disputes_within(group),
        review=review,
    )


def _evidence(one: Told, voice: int) -> Evidence:
    stance = STANCE_OF[one.statement.modality]
    return Evidence(statement=one.id, document=one.statement.document, stance=stance, voice=voice)


def _lead(group: Sequence[Told]) -> Told:
    """The statement that says most: how strongly, of how many, how precisely when, how surely; else the first."""
    if len(group) == 1:
        return group[0]

    def says(one: Told) -> tuple[int, int, int, float]:
        time = one.statement.time
        return (
            -BY_STRENGTH.index(one.statement.modality),
            len(one.known),
            time.precision.value if time else 0,
            one.statement.confidence,
        )

    most = max(map(says, group))
    return next(one for one in group if says(one) == most)


def _detail(lead: Told, group: Sequence[Told]) -> Detail:
    return united(lead.statement, group) if lead.statement.kind is Kind.OFFICE else lead.statement.detail


def _time(lead: Told, group: Sequence[Told]) -> Time | None:
    """The most precise time compatible with that of the lead; of an office, from when to when it is shown."""
    if lead.statement.kind is Kind.OFFICE:
        return shown_from_to(group)
    times = [one.statement.time for one in group if one.statement.time]
    stated = days_of(lead.statement.time)
    return most_precise(time for time in times if stated is None or overlap(stated, days_of(time) or stated))


def _parties(lead: Told, group: Sequence[Told]) -> tuple[Party, ...]:
    """Those of the lead, then those that only others name, each once in a role; the place last.

    Others add things of the case that no role of the claim shows yet, and no government beside its country.
    """
    shown: dict[tuple[RoleName, parties.Party], Party] = {}
    for one in (lead, *group):
        for role in one.statement.roles:
            party = one.cast.party(role.filler)
            if one is lead or (party.is_known and not any(party.is_like(other) for _, other in shown)):
                shown.setdefault((role.name, party), _party(role.name, role.filler, one))
    place = next((one for one in (lead, *group) if one.statement.place), None)
    return (*shown.values(), *([_party(None, place.statement.place, place)] if place and place.statement.place else []))


def _party(role: RoleName | None, filler: Filler, one: Told) -> Party:
    thing = one.cast.thing(filler)
    return Party(role=role, text=thing.caption if thing else filler.text, identity=thing.id if thing else None)


def _confidence(group: Sequence[Told], voice: Sequence[int]) -> float:
    """That at least one voice is right, each being as sure as the surest of its pieces: voices err apart."""
    best: dict[int, float] = {}
    for one, number in zip(group, voice, strict=True):
        best[number] = max(best.get(number, 0.0), one.statement.confidence)
    strongest, wrong = max(best.values()), 1.0
    for number in sorted(best):
        wrong *= 1 - best[number]
    return strongest if len(best) == 1 else max(strongest, round(min(_MOST_SURE, 1 - wrong), _SAID_DIGITS))
