"""A ledger that goes out as FollowTheMoney and is read into a new case goes out the same again."""

import json
from pathlib import Path

import pytest

import palanca
from palanca.exchange.ftm import write
from palanca.exchange.outgoing import Outgoing
from palanca.records import (
    Category,
    Context,
    Detail,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    OfficeDetail,
    OfficeStatus,
    QuantityDetail,
    RoleName,
    TieDetail,
    TieKind,
    Time,
)
from tests.exchange.ftm_cases import Dispatch, Properties, Said, outgoing, properties

ACTOR, RECIPIENT, ISSUER, PARTY = RoleName.ACTOR, RoleName.RECIPIENT, RoleName.ISSUER, RoleName.PARTY
PERSON, BODY, SOURCE, TARGET = RoleName.PERSON, RoleName.BODY, RoleName.SOURCE, RoleName.TARGET
VISIT = EventDetail(category=Category.CONSULT, mode="visit", contexts=(Context.TRADE,))
ENVOY = OfficeDetail(role="ambassador to chile", status=OfficeStatus.CURRENT, start=Time.parse("2021-03"))
EVERYBODY = "Ama Owusu, Bruno Keller, Ghana, Chile, Kumasi, Volta Grid, Andes Cable, Dockers Union, Green Corridor."
_OF_SOURCES = {"Article", "Mention", "Table"}


def said(detail: Detail, *roles: tuple[RoleName, str], time: str | None = None, place: str | None = None) -> Said:
    return Said(detail=detail, roles=roles, time=time, place=place)


TOLD = (
    said(ENVOY, (PERSON, "Ama Owusu"), (BODY, "Ghana"), time="2024-05-03"),
    said(OfficeDetail(role="mayor", status=OfficeStatus.FORMER), (PERSON, "Ama Owusu"), (BODY, "Kumasi")),
    said(OfficeDetail(role="chairwoman", status=OfficeStatus.CURRENT), (PERSON, "Ama Owusu"), (BODY, "Volta Grid")),
    said(OfficeDetail(role="adviser", status=OfficeStatus.CURRENT), (PERSON, "Ama Owusu"), (BODY, "Green Corridor")),
    said(TieDetail(kind=TieKind.OWNS), (SOURCE, "Ghana"), (TARGET, "Volta Grid"), time="2020/2023"),
    said(TieDetail(kind=TieKind.SUBSIDIARY_OF), (SOURCE, "Volta Grid"), (TARGET, "Andes Cable")),
    said(TieDetail(kind=TieKind.CLIENT_OF), (SOURCE, "Volta Grid"), (TARGET, "Bruno Keller")),
    said(TieDetail(kind=TieKind.SPOUSE), (SOURCE, "Ama Owusu"), (TARGET, "Bruno Keller")),
    said(TieDetail(kind=TieKind.LOCATED_IN), (SOURCE, "Volta Grid"), (TARGET, "Kumasi")),
    said(VISIT, (ACTOR, "Ama Owusu"), (RECIPIENT, "Chile"), time="2024-05-02/2024-05-04", place="Chile"),
    said(VISIT, (ACTOR, "Ama Owusu"), (RECIPIENT, "Kumasi"), time="2024-05"),
    said(VISIT, (ACTOR, "Bruno Keller"), (RECIPIENT, "Volta Grid"), time="2022", place="Kumasi"),
    said(InstrumentDetail(kind=InstrumentKind.LAW, title="Ports Act", number="12"), (ISSUER, "Ghana"), time="2023"),
    said(InstrumentDetail(kind=InstrumentKind.AGREEMENT, title="port pact"), (PARTY, "Ghana"), (PARTY, "Chile")),
    said(InstrumentDetail(kind=InstrumentKind.LAWSUIT, title="suit"), (PARTY, "Volta Grid"), (PARTY, "Ghana")),
    said(InstrumentDetail(kind=InstrumentKind.LAWSUIT, title="Mensah v Wayo"), (PARTY, "Mensah"), (PARTY, "Wayo")),
    said(VISIT, (ACTOR, "dockers"), (RECIPIENT, "Chile"), time="2021"),
    said(QuantityDetail(value=5e6, unit="EUR", of="grant"), (SOURCE, "Chile"), (TARGET, "Ghana"), time="2023"),
)


type Trip = tuple[dict[str, list[Properties]], dict[str, list[Properties]]]
"""What goes out of a case by schema, and what goes out of the case that is read from that."""


def entities_of(going: Outgoing) -> dict[str, list[Properties]]:
    list(write(going))
    schemata = [schema for schema in going.written if schema not in _OF_SOURCES]
    return {schema: sorted(properties(going, schema), key=repr) for schema in schemata}


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Trip:
    folder = tmp_path_factory.mktemp("trip")
    going = outgoing(folder, Dispatch(text=EVERYBODY, told=TOLD))
    file = folder / "out.ftm.json"
    file.write_text("".join(write(going)), encoding="utf-8")
    palanca.read(folder / "again.palanca", [file])
    with palanca.open_case(folder / "again.palanca") as case:
        return entities_of(going), entities_of(Outgoing(case=case, wanted=going.wanted))


@pytest.mark.parametrize(
    "schema",
    ["Person", "Company", "Organization", "PublicBody", "Address", "Project", "Position", "Occupancy", "Directorship",
     "ProjectParticipant", "Ownership", "Representation", "Family", "Event", "Document", "Contract", "CourtCase",
     "CourtCaseParty", "UnknownLink", "Payment"],
)  # fmt: skip
def test_schema_goes_out_the_same_again(trip: Trip, schema: str) -> None:
    first, again = trip
    assert again[schema] == first[schema]


def test_no_schema_comes_or_goes_on_the_way(trip: Trip) -> None:
    first, again = trip
    assert again.keys() == first.keys()


def read_again(folder: Path, *told: tuple[str, str, Properties]) -> dict[str, list[Properties]]:
    """What goes out of a case into which these entities were read."""
    file = folder / "in.ftm.json"
    lines = (json.dumps({"id": i, "schema": schema, "properties": props}) for i, schema, props in told)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    palanca.read(folder / "in.palanca", [file])
    with palanca.open_case(folder / "in.palanca") as case:
        return entities_of(Outgoing(case=case))


AMA, FIRM = ("p", "Person", {"name": ["Ama Owusu"]}), ("c", "Company", {"name": ["Andes Cable"]})


@pytest.mark.parametrize(
    "dates",
    [
        {"startDate": ["2019-03-01"], "percentage": ["25"]},
        {"startDate": ["2019-03-01", "2020-04"], "endDate": ["2019-05", "2022-06-30"]},
        {"date": ["2018-05-02", "2019-07-08"]},
        {"date": ["2015"], "startDate": ["2019-03"], "endDate": ["2021-05"]},
    ],
)
def test_each_date_of_a_tie_goes_out_again(tmp_path: Path, dates: Properties) -> None:
    tie = {"owner": ["p"], "asset": ["c"]} | dates
    again = read_again(tmp_path, AMA, FIRM, ("o", "Ownership", tie))
    assert again["Ownership"] == [{"owner": ["Ama Owusu"], "asset": ["Andes Cable"]} | dates]


def test_each_end_of_an_office_goes_out_again(tmp_path: Path) -> None:
    post = ("m", "Position", {"name": ["mayor, Andes Cable"], "organization": ["c"]})
    ends = {"startDate": ["2019-03-01"], "endDate": ["2021-01-05", "2021-08"], "status": ["former"]}
    held = ("h", "Occupancy", {"holder": ["p"], "post": ["m"]} | ends)
    again = read_again(tmp_path, AMA, FIRM, post, held)
    assert again["Occupancy"] == [{"holder": ["Ama Owusu"], "post": ["mayor, Andes Cable"]} | ends]


def test_two_ownerships_of_one_file_stay_two(tmp_path: Path) -> None:
    tie = {"owner": ["p"], "asset": ["c"]}
    again = read_again(tmp_path, AMA, FIRM, ("o1", "Ownership", tie), ("o2", "Ownership", tie))
    assert again["Ownership"] == [{"owner": ["Ama Owusu"], "asset": ["Andes Cable"]}] * 2


def test_country_is_called_as_its_file_calls_it(tmp_path: Path) -> None:
    country = {"name": ["Türkiye"], "country": ["tr"], "classification": ["country"]}
    assert read_again(tmp_path, ("t", "PublicBody", country))["PublicBody"] == [country]


def test_law_keeps_its_other_names(tmp_path: Path) -> None:
    law = {"name": ["Lake Charter"], "title": ["Lake Charter"], "fileName": ["Lake Charter"],
           "alias": ["Charter of Puno"], "keywords": ["thing:law"]}  # fmt: skip
    assert read_again(tmp_path, ("l", "Document", law))["Document"] == [law]


def test_thing_keeps_the_id_that_it_came_with(tmp_path: Path) -> None:
    file = tmp_path / "in.ftm.json"
    person = {"id": "NK-7", "schema": "Person", "properties": {"name": ["Ama Owusu"]}}
    file.write_text(json.dumps(person) + "\n", encoding="utf-8")
    palanca.read(tmp_path / "in.palanca", [file])
    with palanca.open_case(tmp_path / "in.palanca") as case:
        (again,) = [json.loads(line) for line in write(Outgoing(case=case)) if '"Person"' in line]
    assert again["id"] == "NK-7"
