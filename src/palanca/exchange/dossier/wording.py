"""Claims in plain words: when, whether sources assert it or only report, plan, suppose or deny it, who and what."""

from collections.abc import Callable, Mapping

from palanca.analysis.tables import shown_role
from palanca.exchange.dossier.times import said_time
from palanca.exchange.dossier.words import Words
from palanca.lexicon.channels import channel_of
from palanca.records import (
    Claim,
    EventDetail,
    InstrumentDetail,
    Kind,
    Modality,
    OfficeDetail,
    QuantityDetail,
    QuotationDetail,
    RoleName,
    Statement,
    TieDetail,
)

_EXPECTED_WITH_A_DATE = frozenset({Kind.EVENT, Kind.INSTRUMENT})


def told(claim: Claim, lead: Statement, quoted: str, words: Words) -> str:
    """A claim in one line, its day first. `lead` is the statement that says most of it, `quoted` its own words."""
    first = ", ".join(filter(None, (_when(claim, words), _put(claim, lead, words))))
    said = _quotation(claim, lead, quoted, words) or _SAYS[claim.kind](claim, words)
    return ": ".join(filter(None, (first, said)))


def _when(claim: Claim, words: Words) -> str:
    """The day of a claim; those of an office stand behind it, see `notes.office_days`."""
    if claim.kind is Kind.OFFICE:
        return ""
    if claim.time:
        return said_time(claim.time, words)
    return words.say("time.undated") if claim.kind in _EXPECTED_WITH_A_DATE else ""


def _put(claim: Claim, lead: Statement, words: Words) -> str:
    if claim.modality is Modality.ASSERTED:
        return ""
    if lead.speaker and claim.kind is not Kind.QUOTATION:
        return words.say(f"put.{claim.modality}_by", speaker=lead.speaker.text)
    return words.say(f"put.{claim.modality}")


def _names(claim: Claim, words: Words, *roles: RoleName) -> str:
    return words.all_of([party.text for party in claim.of(*roles)])


def _named(claim: Claim, words: Words, *roles: RoleName) -> str:
    return _names(claim, words, *roles) or words.say("act.unnamed")


def _event(claim: Claim, words: Words) -> str:
    detail = claim.detail
    if not isinstance(detail, EventDetail):
        return ""
    whom, place = _names(claim, words, RoleName.RECIPIENT), claim.place.text if claim.place else ""
    act = words.named("mode", detail.mode) if detail.mode else words.say(f"category.{detail.category}")
    return words.say(
        f"act.event{'_towards' if whom else ''}{'_in' if place else ''}", who=_named(claim, words, RoleName.ACTOR),
        whom=whom, place=place, act=act, channel=words.say(f"channel.{channel_of(detail.contexts)}").lower(),
    )  # fmt: skip


def _office(claim: Claim, words: Words) -> str:
    detail = claim.detail
    if not isinstance(detail, OfficeDetail):
        return ""
    office = ", ".join(filter(None, (shown_role(detail.role), _names(claim, words, RoleName.BODY))))
    return words.say(f"office.{detail.status.name.lower()}", who=_named(claim, words, RoleName.PERSON), office=office)


def _tie(claim: Claim, words: Words) -> str:
    if not isinstance(claim.detail, TieDetail):
        return ""
    who, whom = (_named(claim, words, role) for role in (RoleName.SOURCE, RoleName.TARGET))
    return words.say(f"tie.{claim.detail.kind}", who=who, whom=whom)


def _instrument(claim: Claim, words: Words) -> str:
    detail = claim.detail
    if not isinstance(detail, InstrumentDetail):
        return ""
    kind = words.say(f"instrument.{detail.kind}")
    issuer, parties = _names(claim, words, RoleName.ISSUER), _names(claim, words, RoleName.PARTY)
    parts = (
        kind if detail.title.casefold() in (detail.kind, kind) else f"{kind}: {detail.title}",
        words.say("of_instrument.number", number=detail.number) if _is_left_out(detail) else "",
        words.say("of_instrument.issued", issuer=issuer) if issuer else "",
        words.say("of_instrument.parties", parties=parties) if parties else "",
        words.say("of_instrument.valid", valid=said_time(detail.valid, words)) if detail.valid else "",
        detail.effect or "",
    )
    return "; ".join(filter(None, parts))


def _is_left_out(detail: InstrumentDetail) -> bool:
    """Whether the title lacks the number."""
    return detail.number is not None and detail.number not in detail.title


def _quantity(claim: Claim, words: Words) -> str:
    detail = claim.detail
    if not isinstance(detail, QuantityDetail):
        return ""
    unit = words.named("unit", detail.unit)
    value = words.number(detail.value)
    if detail.value_max is not None:
        value = words.say("figure.range", value=value, most=words.number(detail.value_max))
    subject = _names(claim, words, RoleName.SUBJECT)
    of = words.say("figure.of", words=detail.of) if detail.of else ""
    return ": ".join(filter(None, (subject, " ".join(filter(None, (value, unit, of))))))


def _quotation(claim: Claim, lead: Statement, quoted: str, words: Words) -> str:
    detail = claim.detail
    if not isinstance(detail, QuotationDetail):
        return ""
    speaker = lead.speaker.text if lead.speaker else words.say("act.unnamed")
    kind = "direct" if detail.direct else "indirect"
    return words.say(f"act.{kind}", speaker=speaker, cue=detail.cue, words=words.say("source.quote", words=quoted))


_SAYS: Mapping[Kind, Callable[[Claim, Words], str]] = {
    Kind.EVENT: _event, Kind.OFFICE: _office, Kind.TIE: _tie, Kind.INSTRUMENT: _instrument, Kind.QUANTITY: _quantity,
}  # fmt: skip
