"""Claims in plain words: who, what, when, and whether sources assert it or only report, plan, suppose or deny it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from palanca.analysis.belongings import Belonging
from palanca.analysis.tables import HeldThen, shown_role
from palanca.claims.telling import Days
from palanca.claims.tenures import Tenure
from palanca.exchange.dossier.lines import ACTS, INSTRUMENTS, NOTES, OFFICES, PUT, TIES
from palanca.lexicon.channels import channel_of
from palanca.lexicon.countries import country
from palanca.records import (
    Claim,
    Dispute,
    EventDetail,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    QuotationDetail,
    RoleName,
    Statement,
    TieDetail,
)

_MOST_STRETCHES = 3
_UNNAMED = "somebody who is not named"


def counted(number: int, noun: str) -> str:
    """ "1 document", "3,000 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def told(claim: Claim, lead: Statement) -> str:
    """A claim in one line, its day first. `lead` is the statement that says most of it."""
    put = _put(claim, lead) if claim.modality is not Modality.ASSERTED else ""
    # The days of an office stand behind it, see `office_days`.
    when = str(claim.time) if claim.time and claim.kind is not Kind.OFFICE else ""
    return ": ".join(filter(None, (when, put, _SAYS[claim.kind](claim, lead))))


def _put(claim: Claim, lead: Statement) -> str:
    if lead.speaker and claim.kind is not Kind.QUOTATION:
        return PUT.say(f"{claim.modality}_by", speaker=lead.speaker.text)
    return PUT.say(claim.modality)


def office_days(tenure: Tenure | None) -> str:
    """The days of an office: those that are certain, and those that are no more than possible."""
    if tenure is None:
        return NOTES.say("no_day")
    certain = _listed("certain", _joined(tenure.throughout))
    sometime = _listed("sometime", sorted(set(tenure.sometime)))
    possible = NOTES.say("possible", days=_days(tenure.possible))
    return "; ".join(filter(None, (certain, sometime, possible, tenure.told)))


def _listed(code: str, stretches: Sequence[Days]) -> str:
    if not stretches:
        return ""
    """Some of many; one alone would be counted in the room that it needs."""
    if len(stretches) <= _MOST_STRETCHES + 1:
        return NOTES.say(code, stretches=", ".join(map(_days, stretches)))
    listed = ", ".join(map(_days, stretches[:_MOST_STRETCHES]))
    return NOTES.say(f"{code}_more", stretches=listed, more=len(stretches) - _MOST_STRETCHES)


def _joined(stretches: Iterable[Days]) -> list[Days]:
    """Stretches in order, those that overlap as one."""
    found: list[Days] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def then(held: Iterable[HeldThen]) -> str:
    """What those who took part in an event held then: "Ama Owusu (minister of transport, Ghana)"."""
    several = (f"{one.person} ({'' if one.is_certain else 'possibly '}{one.office})" for one in held)
    return NOTES.say("then", held="; ".join(several))


def acts_for(belonging: Belonging) -> str:
    """Whose the holder of an office is, by the rules of `analysis.belongings`."""
    land = country(belonging.country).name if belonging.country else ""
    return NOTES.say("acts_for", whose=", ".join(filter(None, (land, belonging.branch))))


def disagreement(dispute: Dispute) -> str:
    """A dispute in words, with its sides where they may be told."""
    if not dispute.values:
        return NOTES.say(f"untold_{dispute.kind}")
    return NOTES.say(f"dispute_{dispute.kind}", sides=" or ".join(dispute.values))


def _days(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _names(claim: Claim, *roles: RoleName) -> str:
    names = [party.text for party in claim.of(*roles)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _event(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, EventDetail):
        return ""
    whom, place = _names(claim, RoleName.RECIPIENT), claim.place.text if claim.place else ""
    return ACTS.say(
        f"event{'_towards' if whom else ''}{'_in' if place else ''}",
        who=_names(claim, RoleName.ACTOR) or _UNNAMED, whom=whom, place=place,
        act=detail.mode.replace("_", " ") if detail.mode else detail.category.lower(),
        category=detail.category.lower(), channel=channel_of(detail.contexts),
    )  # fmt: skip


def _office(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, OfficeDetail):
        return ""
    body = _names(claim, RoleName.BODY)
    office = f"{shown_role(detail.role)}{f', {body}' if body else ''}"
    who = _names(claim, RoleName.PERSON) or _UNNAMED
    is_told = detail.status is not OfficeStatus.UNKNOWN
    return OFFICES.say(detail.status.name.lower(), who=who, office=office) if is_told else f"{who}: {office}"


def _tie(claim: Claim, _lead: Statement) -> str:
    if not isinstance(claim.detail, TieDetail):
        return ""
    who, whom = (_names(claim, role) or _UNNAMED for role in (RoleName.SOURCE, RoleName.TARGET))
    return TIES.say(claim.detail.kind, who=who, whom=whom)


def _instrument(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, InstrumentDetail):
        return ""
    number = INSTRUMENTS.say("number", number=detail.number) if _is_left_out(detail) else ""
    issuer, parties = _names(claim, RoleName.ISSUER), _names(claim, RoleName.PARTY)
    title = detail.title if detail.title == detail.kind else f"{detail.kind}: {detail.title}"
    parts = (
        title, number, issuer and INSTRUMENTS.say("issued", issuer=issuer),
        parties and INSTRUMENTS.say("parties", parties=parties),
        INSTRUMENTS.say("valid", valid=detail.valid) if detail.valid else "", detail.effect or "",
    )  # fmt: skip
    return "; ".join(filter(None, parts))


def _is_left_out(detail: InstrumentDetail) -> bool:
    """Whether the title lacks the number."""
    return detail.number is not None and detail.number not in detail.title


def _quantity(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, QuantityDetail):
        return ""
    upper = f" to {detail.value_max:,.15g}" if detail.value_max is not None else ""
    subject = _names(claim, RoleName.SUBJECT)
    of = f" ({detail.of})" if detail.of else ""
    return f"{f'{subject}: ' if subject else ''}{detail.value:,.15g}{upper} {detail.unit}{of}"


def _quotation(claim: Claim, lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, QuotationDetail):
        return ""
    speaker = lead.speaker.text if lead.speaker else _UNNAMED
    return ACTS.say("direct" if detail.direct else "indirect", speaker=speaker, cue=detail.cue)


_SAYS: Mapping[Kind, Callable[[Claim, Statement], str]] = {
    Kind.EVENT: _event, Kind.OFFICE: _office, Kind.TIE: _tie, Kind.INSTRUMENT: _instrument, Kind.QUANTITY: _quantity,
    Kind.QUOTATION: _quotation, Kind.ANOMALY: lambda _claim, _lead: "",
}  # fmt: skip
