"""Claims in plain words: who, what, when, and whether sources assert it or only report, plan, suppose or deny it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from palanca.analysis.belongings import Belonging
from palanca.analysis.tables import HeldThen, shown_role
from palanca.analysis.tenures import Tenure
from palanca.claims.telling import Days
from palanca.lexicon.channels import channel_of
from palanca.lexicon.countries import country
from palanca.records import (
    Claim,
    Dispute,
    DisputeKind,
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
    TieKind,
)

_PUT = {
    Modality.ASSERTED: "", Modality.REPORTED: "said to be so", Modality.PLANNED: "planned",
    Modality.HYPOTHETICAL: "supposed", Modality.DENIED: "denied",
}  # fmt: skip
_TIED = {
    TieKind.SPOUSE: "is the spouse of", TieKind.FAMILY: "is family of", TieKind.OWNS: "owns",
    TieKind.CONTROLS: "controls", TieKind.SUBSIDIARY_OF: "is a subsidiary of", TieKind.PART_OF: "is part of",
    TieKind.MEMBER_OF: "is a member of", TieKind.EMPLOYEE_OF: "works for", TieKind.CLIENT_OF: "is a client of",
    TieKind.REPRESENTS: "represents", TieKind.PARTNER_OF: "is a partner of", TieKind.FUNDS: "funds",
    TieKind.LOCATED_IN: "is in", TieKind.ALIAS_CONFLICT: "bears the name of",
}  # fmt: skip
_ON = {
    DisputeKind.DENIED: "whether it is so", DisputeKind.TIME: "when", DisputeKind.VALUE: "how much",
    DisputeKind.START: "when it began", DisputeKind.END: "when it ended", DisputeKind.HOLDER: "who holds it",
}  # fmt: skip
_MOST_STRETCHES = 3
_UNNAMED = "somebody who is not named"


def counted(number: int, noun: str) -> str:
    """ "1 document", "3,000 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def told(claim: Claim, lead: Statement) -> str:
    """A claim in one line, its day first. `lead` is the statement that says most of it."""
    put = _PUT[claim.modality]
    speaker = f" by {lead.speaker.text}" if put and lead.speaker and claim.kind is not Kind.QUOTATION else ""
    # The days of an office stand behind it, see `office_days`.
    when = str(claim.time) if claim.time and claim.kind is not Kind.OFFICE else ""
    return ": ".join(filter(None, (when, f"{put}{speaker}", _SAYS[claim.kind](claim, lead))))


def office_days(tenure: Tenure | None) -> str:
    """The days of an office: those that are certain, and those that are no more than possible."""
    if tenure is None:
        return "no day of it is known"
    certain = _listed("certain", _joined(tenure.throughout))
    sometime = _listed("at some time in", sorted(set(tenure.sometime)))
    return "; ".join(filter(None, (certain, sometime, f"possible {_days(tenure.possible)}", tenure.told)))


def _listed(what: str, stretches: Sequence[Days]) -> str:
    more = len(stretches) - _MOST_STRETCHES
    listed = ", ".join(map(_days, stretches[:_MOST_STRETCHES]))
    return f"{what} {listed}{f' and {more} stretches more' if more > 0 else ''}" if stretches else ""


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
    return "; ".join(f"{one.person} ({'' if one.is_certain else 'possibly '}{one.office})" for one in held)


def acts_for(belonging: Belonging) -> str:
    """Whose the holder of an office is, by the rules of `analysis.belongings`."""
    land = country(belonging.country).name if belonging.country else ""
    return f"acts for {', '.join(filter(None, (land, belonging.branch)))}"


def disagreement(dispute: Dispute) -> str:
    """A dispute in words, with its sides where they may be told."""
    sides = " or ".join(dispute.values) or "the sides are not told, for one of them may be a withheld source's"
    return f"sources disagree ({_ON[dispute.kind]}): {sides}"


def _days(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _names(claim: Claim, *roles: RoleName) -> str:
    names = [party.text for party in claim.of(*roles)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _event(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, EventDetail):
        return ""
    towards = _names(claim, RoleName.RECIPIENT)
    act = detail.mode.replace("_", " ") if detail.mode else detail.category.lower()
    place = f", in {claim.place.text}" if claim.place else ""
    who = _names(claim, RoleName.ACTOR) or _UNNAMED
    return f"{who}{f' towards {towards}' if towards else ''}: {act} ({_sort(detail)}){place}"


def _sort(detail: EventDetail) -> str:
    return f"{detail.category.lower()}, {channel_of(detail.contexts)} channel"


def _office(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, OfficeDetail):
        return ""
    body = _names(claim, RoleName.BODY)
    status = "" if detail.status is OfficeStatus.UNKNOWN else f" ({detail.status})"
    office = f"{shown_role(detail.role)}{f', {body}' if body else ''}{status}"
    return f"{_names(claim, RoleName.PERSON) or _UNNAMED}: {office}"


def _tie(claim: Claim, _lead: Statement) -> str:
    joined = _TIED[claim.detail.kind] if isinstance(claim.detail, TieDetail) else ""
    return f"{_names(claim, RoleName.SOURCE) or _UNNAMED} {joined} {_names(claim, RoleName.TARGET) or _UNNAMED}"


def _instrument(claim: Claim, _lead: Statement) -> str:
    detail = claim.detail
    if not isinstance(detail, InstrumentDetail):
        return ""
    number = f"no. {detail.number}" if detail.number and detail.number not in detail.title else ""
    issuer, parties = _names(claim, RoleName.ISSUER), _names(claim, RoleName.PARTY)
    title = detail.title if detail.title == detail.kind else f"{detail.kind}: {detail.title}"
    parts = (
        title, number, issuer and f"issued by {issuer}", parties and f"parties: {parties}",
        f"valid {detail.valid}" if detail.valid else "", detail.effect or "",
    )  # fmt: skip
    return "; ".join(filter(None, parts))


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
    form = "direct speech" if detail.direct else "reported speech"
    speaker = lead.speaker.text if lead.speaker else _UNNAMED
    return f"{speaker} ({detail.cue}, {form})"


_SAYS: Mapping[Kind, Callable[[Claim, Statement], str]] = {
    Kind.EVENT: _event, Kind.OFFICE: _office, Kind.TIE: _tie, Kind.INSTRUMENT: _instrument, Kind.QUANTITY: _quantity,
    Kind.QUOTATION: _quotation, Kind.ANOMALY: lambda _claim, _lead: "",
}  # fmt: skip
