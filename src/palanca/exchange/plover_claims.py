"""Events of a case in PLOVER's categories: lines of JSON, and a table with columns like GDELT's.

One event is one claim, however many reports tell it. PLOVER has no planned or denied acts, and here nothing is folded
into other categories: `status` says how sources put it. The quad class is PLOVER's (Halterman et al. 2023, PLOVER and
POLECAT: A New Political Event Ontology and Dataset): 1 verbal and 2 material cooperation, 3 verbal and 4 material
conflict.
"""

import json
from collections.abc import Iterator, Sequence

from palanca.analysis.networks.joining import is_mutual
from palanca.analysis.tables import Row
from palanca.exchange.facts import Json
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.plover_claim_parties import CodedParty, coded_sides, country_of_place
from palanca.exchange.provenance import provenance
from palanca.exchange.spreadsheets import harmless_text
from palanca.records import Category, EventDetail, Kind, Time

_QUAD_CLASS = {
    **dict.fromkeys((Category.AGREE, Category.CONSULT, Category.SUPPORT, Category.CONCEDE), 1),
    **dict.fromkeys((Category.COOPERATE, Category.AID, Category.RETREAT), 2),
    **dict.fromkeys((Category.REQUEST, Category.ACCUSE, Category.REJECT, Category.THREATEN), 3),
    **dict.fromkeys((Category.PROTEST, Category.SANCTION, Category.MOBILIZE, Category.COERCE, Category.ASSAULT), 4),
}
_ACTOR_COLUMNS = ("Name", "Code", "CountryCode", "Sector", "Office")
_COLUMNS = (
    "GlobalEventID", "SQLDATE", "MonthYear", "Year", "Time",
    *(f"Actor1{name}" for name in _ACTOR_COLUMNS), *(f"Actor2{name}" for name in _ACTOR_COLUMNS),
    "EventCategory", "Mode", "Contexts", "QuadClass", "Status", "Stance", "NumMentions", "NumSources", "NumArticles",
    "Place", "PlaceCountryCode", "Confidence", "SOURCEURL", "Document", "Page", "Sentence",
)  # fmt: skip


def write_lines(outgoing: Outgoing) -> Iterator[str]:
    """One event a line, by time; the names of fields that `palanca code` has too mean the same."""
    for row in outgoing.rows(Kind.EVENT):
        if isinstance(row.claim.detail, EventDetail):
            yield json.dumps(_event(row, row.claim.detail, outgoing), ensure_ascii=False) + "\n"


def write_table(outgoing: Outgoing) -> Iterator[str]:
    """A header and one event a line, by time.

    Cells have no tabs or ends of line and are no formulas; one with quotation marks is quoted, as spreadsheets do.
    """
    yield "\t".join(_COLUMNS) + "\n"
    for row in outgoing.rows(Kind.EVENT):
        if isinstance(row.claim.detail, EventDetail):
            cells = _cells(row, row.claim.detail, outgoing)
            yield "\t".join(map(_cell, cells)) + "\n"


def _cell(told: object) -> str:
    text = harmless_text(" ".join(str(told).split()))
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


def _event(row: Row, detail: EventDetail, outgoing: Outgoing) -> dict[str, Json]:
    actors, recipients = coded_sides(row, outgoing)
    claim, told = row.claim, provenance(row)
    told["status"] = told.pop("modality")
    return {
        "id": told.pop("claim"), "source": _codes(actors), "target": _codes(recipients),
        "event": str(detail.category), "mode": detail.mode, "contexts": [str(context) for context in detail.contexts],
        "quad_class": _QUAD_CLASS[detail.category], "mutual": is_mutual(claim),
        "time": str(claim.time) if claim.time else None, "place": claim.place.text if claim.place else None,
        "place_country": country_of_place(row, outgoing) or None,
        "actors": [_party(party) for party in actors], "recipients": [_party(party) for party in recipients],
        "then": [{"person": held.person, "office": held.office, "certain": held.is_certain} for held in row.held],
        **told, "url": outgoing.document_of(row.lead).url,
    }  # fmt: skip


def _party(party: CodedParty) -> dict[str, Json]:
    return {"name": party.name, "code": str(party.code) or None, "thing": party.thing}


def _codes(parties: Sequence[CodedParty]) -> list[Json]:
    return [*dict.fromkeys(code for party in parties if (code := str(party.code)))]


def _cells(row: Row, detail: EventDetail, outgoing: Outgoing) -> Sequence[object]:
    claim, lead = row.claim, row.lead
    document = outgoing.document_of(lead)
    actors, recipients = coded_sides(row, outgoing)
    return (
        claim.id, *_dates(claim.time), claim.time or "", *_side(actors), *_side(recipients),
        detail.category, detail.mode or "", ";".join(detail.contexts), _QUAD_CLASS[detail.category], claim.modality,
        lead.stance, len(claim.evidence), claim.sources, claim.documents,
        claim.place.text if claim.place else "", country_of_place(row, outgoing), round(claim.confidence, 3),
        document.url or "", lead.document, lead.page or "", lead.sentence,
    )  # fmt: skip


def _side(parties: Sequence[CodedParty]) -> Sequence[str]:
    """The columns of one side: several parties stand in one cell, in the same order in each column."""
    columns = (
        [party.name for party in parties], [str(party.code) for party in parties],
        [party.code.country for party in parties], [party.code.sector or party.code.whole for party in parties],
        [party.office for party in parties],
    )  # fmt: skip
    return [";".join(cells) if any(cells) else "" for cells in columns]


def _dates(time: Time | None) -> tuple[str, str, str]:
    """SQLDATE, MonthYear and Year, each only where the time lies within one day, month or year."""
    first, last = (time.first_day, time.last_day) if time else (None, None)
    if first is None or last is None:
        return "", "", ""
    forms = ("%Y%m%d", "%Y%m", "%Y")
    day, month, year = (f"{first:{form}}" if f"{first:{form}}" == f"{last:{form}}" else "" for form in forms)
    return day, month, year
