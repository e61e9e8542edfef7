"""Events and instruments as entities of FollowTheMoney."""

from pathlib import Path

import pytest

from palanca.records import (
    Category,
    Context,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    RoleName,
    Time,
)
from tests.exchange.ftm_cases import one, outgoing, properties

ACTOR, RECIPIENT, ISSUER, PARTY = RoleName.ACTOR, RoleName.RECIPIENT, RoleName.ISSUER, RoleName.PARTY
VISIT = EventDetail(category=Category.CONSULT, mode="visit", contexts=(Context.MILITARY, Context.TRADE))
KEYWORDS = ["PLOVER:CONSULT", "mode:visit", "context:military", "context:trade"]


def test_event_names_who_acted_on_whom_and_where(tmp_path: Path) -> None:
    said = one(
        "Ama Owusu visited Chile by way of Kumasi.", VISIT, [(ACTOR, "Ama Owusu"), (RECIPIENT, "Chile")],
        time="2024-05-02/2024-05-04", place="Kumasi",
    )  # fmt: skip
    assert properties(outgoing(tmp_path, said), "Event") == [
        {"name": ["visit: Ama Owusu → Chile"], "startDate": ["2024-05-02"], "endDate": ["2024-05-04"],
         "keywords": KEYWORDS, "organizer": ["Ama Owusu"], "involved": ["Chile"], "location": ["Kumasi"],
         "country": ["gh"], "addressEntity": ["Kumasi"]}
    ]  # fmt: skip


def test_town_takes_part_by_a_link(tmp_path: Path) -> None:
    said = one("Ama Owusu visited Kumasi.", VISIT, [(ACTOR, "Ama Owusu"), (RECIPIENT, "Kumasi")])
    going = outgoing(tmp_path, said)
    assert properties(going, "Event") == [
        {"name": ["visit: Ama Owusu → Kumasi"], "keywords": KEYWORDS, "organizer": ["Ama Owusu"],
         "namesMentioned": ["Kumasi"]}
    ]  # fmt: skip
    assert properties(going, "UnknownLink") == [
        {"role": ["recipient"], "subject": ["Kumasi"], "object": ["visit: Ama Owusu → Kumasi"]}
    ]


def test_words_that_name_nobody_are_keywords(tmp_path: Path) -> None:
    said = one("Dockers greeted Ama Owusu.", VISIT, [(ACTOR, "dockers"), (RECIPIENT, "Ama Owusu")])
    (event,) = properties(outgoing(tmp_path, said), "Event")
    assert event["keywords"] == [*KEYWORDS, "actor:dockers"]
    assert event["name"] == ["visit: dockers → Ama Owusu"]


def test_event_carries_what_proves_it(tmp_path: Path) -> None:
    said = one("Ama Owusu visited Chile.", VISIT, [(ACTOR, "Ama Owusu"), (RECIPIENT, "Chile")])
    going = outgoing(tmp_path, said)
    (claim,) = going.case.claims(going.wanted)
    (event,) = properties(going, "Event", sources=True)
    assert {name: event[name] for name in ("proof", "recordId", "summary")} == {
        "proof": [going.case.document("port").id], "recordId": [claim.id], "summary": ["Ama Owusu visited Chile."]
    }  # fmt: skip


def instrument(kind: InstrumentKind, **more: object) -> InstrumentDetail:
    return InstrumentDetail(kind=kind, title="the paper", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "schema", "written"),
    [
        (InstrumentKind.CONTRACT, "Contract",
         {"name": ["the paper"], "title": ["the paper"], "type": ["contract"], "noticeId": ["12/B"],
          "contractDate": ["2024-05"], "authority": ["Ghana"]}),
        (InstrumentKind.CONCESSION, "License",
         {"name": ["the paper"], "title": ["the paper"], "type": ["concession"], "noticeId": ["12/B"],
          "contractDate": ["2024-05"], "authority": ["Ghana"]}),
        (InstrumentKind.LAW, "Document",
         {"name": ["the paper"], "title": ["the paper"], "fileName": ["the paper"], "author": ["Ghana"],
          "date": ["2024-05"], "keywords": ["instrument:law", "number:12/B"], "namesMentioned": ["Ghana"]}),
    ],
)  # fmt: skip
def test_instrument_is_what_comes_nearest(
    tmp_path: Path, kind: InstrumentKind, schema: str, written: dict[str, list[str]]
) -> None:
    said = one("Ghana issued it.", instrument(kind, number="12/B"), [(ISSUER, "Ghana")], time="2024-05-02/2024-05-09")
    assert properties(outgoing(tmp_path, said), schema) == [written]


def test_parties_of_a_lawsuit_are_parties_to_the_case(tmp_path: Path) -> None:
    said = one(
        "Volta Grid sued Ghana.", instrument(InstrumentKind.LAWSUIT), [(PARTY, "Volta Grid"), (PARTY, "Ghana")]
    )  # fmt: skip
    going = outgoing(tmp_path, said)
    assert properties(going, "CourtCase") == [{"name": ["the paper"]}]
    assert properties(going, "CourtCaseParty") == [
        {"role": ["party"], "party": [name], "case": ["the paper"]} for name in ("Volta Grid", "Ghana")
    ]


def test_parties_of_an_agreement_are_linked(tmp_path: Path) -> None:
    detail = instrument(InstrumentKind.AGREEMENT, valid=Time.parse("2024/2034"), effect="doubles the toll")
    said = one("Ghana and Chile signed.", detail, [(PARTY, "Ghana"), (PARTY, "Chile")])
    going = outgoing(tmp_path, said)
    (contract,) = properties(going, "Contract")
    assert (contract["description"], contract["keywords"]) == (["doubles the toll"], ["valid:2024/2034"])
    assert properties(going, "UnknownLink") == [
        {"role": ["party"], "subject": [name], "object": ["the paper"]} for name in ("Ghana", "Chile")
    ]
