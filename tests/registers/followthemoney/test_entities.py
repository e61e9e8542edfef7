"""What each entity of FollowTheMoney becomes, and what is said of those that cannot come in."""

from pathlib import Path

import pytest

from palanca.records import Register, Schema
from palanca.registers.rows import Remark, RemarkKind
from tests.registers.followthemoney.making import COMPANY, MINISTRY, PERSON, Told, items_of, said, things
from tests.registers.making import documents, reasons


@pytest.mark.parametrize(
    ("schema", "properties", "stated"),
    [
        ("Ownership", {"owner": "p", "asset": "c"}, ["tie | kind=owns | source:Ama Serwaa | target:Volta Grid Ltd"]),
        (
            "Ownership",
            {"owner": "p", "asset": "c", "role": "subsidiary_of", "startDate": "2019", "endDate": "2021-05"},
            ["tie | kind=subsidiary_of | source:Volta Grid Ltd | target:Ama Serwaa | 2019/2021-05"],
        ),
        (
            "Membership",
            {"member": "c", "organization": "m", "role": "part of", "date": "2020-02-03"},
            ["tie | kind=part_of | source:Volta Grid Ltd | target:Ministry of Energy of Ghana | 2020-02-03"],
        ),
        (
            "Employment",
            {"employee": "p", "employer": "c", "startDate": "2018"},
            ["tie | kind=employee_of | source:Ama Serwaa | target:Volta Grid Ltd | 2018/"],
        ),
        (
            "Representation",
            {"agent": "p", "client": "c"},
            ["tie | kind=represents | source:Ama Serwaa | target:Volta Grid Ltd"],
        ),
        (
            "Representation",
            {"agent": "p", "client": "c", "role": "client_of"},
            ["tie | kind=client_of | source:Volta Grid Ltd | target:Ama Serwaa"],
        ),
        ("Family", {"person": "p", "relative": "q"}, ["tie | kind=family | source:Ama Serwaa | target:Yaw Owusu"]),
        (
            "Family",
            {"person": "p", "relative": "q", "relationship": "husband"},
            ["tie | kind=spouse | source:Ama Serwaa | target:Yaw Owusu"],
        ),
        (
            "Associate",
            {"person": "p", "associate": "q"},
            ["tie | kind=partner_of | source:Ama Serwaa | target:Yaw Owusu"],
        ),
        (
            "UnknownLink",
            {"subject": "m", "object": "c", "role": "controls"},
            ["tie | kind=controls | source:Ministry of Energy of Ghana | target:Volta Grid Ltd"],
        ),
        (
            "UnknownLink",
            {"subject": "p", "object": "m", "role": "guest", "status": "former"},
            ["office | role=guest | status=former | person:Ama Serwaa | body:Ministry of Energy of Ghana"],
        ),
        (
            "Directorship",
            {"director": "p", "organization": "c", "role": "Chair", "status": "current", "startDate": "2020"},
            ["office | role=chair | status=current | start=2020 | person:Ama Serwaa | body:Volta Grid Ltd | 2020"],
        ),
        (
            "Payment",
            {"payer": "m", "beneficiary": "c", "amount": "1200.50", "currency": "GHS", "purpose": "poles",
             "date": "2021"},
            ["quantity | value=1200.5 | unit=GHS | of=poles | source:Ministry of Energy of Ghana | "
             "target:Volta Grid Ltd | 2021"],
        ),
        (
            "Contract",
            {"title": "Poles for Tamale", "authority": "m", "noticeId": "7/21", "contractDate": "2021-03-01",
             "type": "concession", "description": "until 2030", "keywords": "valid:2022/2030"},
            ["instrument | kind=concession | title=Poles for Tamale | number=7/21 | valid=2022/2030 | "
             "effect=until 2030 | issuer:Ministry of Energy of Ghana | 2021-03-01"],
        ),
        (
            "CourtCase",
            {"name": "Republic v Volta", "caseNumber": "E 4", "court": "High Court", "fileDate": "2022-01-02"},
            ["instrument | kind=lawsuit | title=Republic v Volta | number=E 4 | issuer:High Court | 2022-01-02"],
        ),
        (
            "Document",
            {"title": "Energy Act", "keywords": ["instrument:law", "number:Act 9"], "author": "Parliament",
             "date": "2019"},
            ["instrument | kind=law | title=Energy Act | number=Act 9 | issuer:Parliament | 2019"],
        ),
        (
            "Event",
            {"name": "visit", "keywords": ["context:trade", "PLOVER:CONSULT", "mode:visit", "context:energy"],
             "organizer": "p", "involved": "m", "startDate": "2021-03-01", "endDate": "2021-03-04", "location": "Ho"},
            ["event | category=CONSULT | mode=visit | contexts=trade+energy | actor:Ama Serwaa | "
             "recipient:Ministry of Energy of Ghana | 2021-03-01/2021-03-04 | @Ho"],
        ),
        (
            "Event",
            {"name": "arrest", "keywords": ["PLOVER:COERCE", "mode:arrest"], "involved": "p", "date": "2021-03-01"},
            ["event | category=COERCE | mode=arrest | recipient:Ama Serwaa | 2021-03-01"],
        ),
        (
            "Event",
            {"name": "strike", "keywords": ["PLOVER:PROTEST", "actor:dockers", "actor:pilots", "recipient:the port"],
             "date": "2021-03-01"},
            ["event | category=PROTEST | actor:dockers | actor:pilots | recipient:the port | 2021-03-01"],
        ),
        (
            "CourtCase",
            {"name": "Mensah v Wayo", "court": "a judge", "keywords": ["party:Mensah", "party:Wayo", "issuer:a judge"]},
            ["instrument | kind=lawsuit | title=Mensah v Wayo | issuer:a judge | party:Mensah | party:Wayo"],
        ),
        (
            "Sanction",
            {"entity": "c", "authority": "Treasury", "listingDate": "2022-02-02"},
            ["event | category=SANCTION | actor:Treasury | recipient:Volta Grid Ltd | 2022-02-02"],
        ),
    ],
)  # fmt: skip
def test_a_schema_becomes_what_the_ledger_calls_it(
    tmp_path: Path, schema: str, properties: dict[str, object], stated: list[str]
) -> None:
    relative = ("q", "Person", {"name": "Yaw Owusu"})
    assert said(tmp_path, ("x", schema, properties), PERSON, COMPANY, MINISTRY, relative) == stated


def test_an_occupancy_is_the_office_that_its_post_names(tmp_path: Path) -> None:
    post = ("o", "Position", {"name": "Deputy Minister, Ministry of Energy of Ghana", "organization": "m"})
    held = ("h", "Occupancy", {"holder": "p", "post": "o", "startDate": "2017-02", "endDate": "2021"})
    assert said(tmp_path, held, post, PERSON, MINISTRY) == [
        "office | role=deputy minister | status=unknown | start=2017-02 | end=2021 | person:Ama Serwaa | "
        "body:Ministry of Energy of Ghana | 2017-02/2021"
    ]


def test_a_post_without_a_body_is_of_its_country(tmp_path: Path) -> None:
    post = ("o", "Position", {"name": "Senator", "country": "ke"})
    shown = ("h", "Occupancy", {"holder": "p", "post": "o", "date": ["2018-01-01", "2019-05-05"]})
    assert said(tmp_path, PERSON, post, shown) == [
        "office | role=senator | status=unknown | person:Ama Serwaa | body:Kenya | 2018-01-01/2019-05-05"
    ]


def test_several_owners_are_told_with_their_own_ids_and_countries(tmp_path: Path) -> None:
    owner = ("q", "Company", {"name": "Tema; Sons & Co", "leiCode": "529900T8BM49AURSDO55"})
    owned = ("x", "Ownership", {"owner": ["p", "q"], "asset": "c"})
    row = things(tmp_path, owned, PERSON, owner, COMPANY)[:3]
    assert [(one.schema, one.caption, one.country, one.identifiers) for one in row] == [
        (Schema.COMPANY, "Volta Grid Ltd", "GHA", ("ftm:c",)),
        (Schema.PERSON, "Ama Serwaa", "GHA", ("ftm:p",)),
        (Schema.COMPANY, "Tema; Sons & Co", None, ("ftm:q",)),
    ]


def test_a_thing_comes_with_its_names_and_the_identifiers_that_are_its_alone(tmp_path: Path) -> None:
    told = {"name": ["Volta Grid Ltd", "VGL"], "alias": "Volta", "jurisdiction": "gh", "taxNumber": "C0001",
            "leiCode": "529900T8BM49AURSDO55", "registrationNumber": "77"}  # fmt: skip
    (thing,) = things(tmp_path, ("c", "Company", told))
    assert (thing.caption, thing.names) == ("Volta Grid Ltd", ("VGL", "Volta"))
    assert thing.identifiers == ("ftm:c", "lei:529900T8BM49AURSDO55", "tax:GHA/C0001")


def test_a_public_body_called_like_its_country_is_the_country(tmp_path: Path) -> None:
    (thing,) = things(tmp_path, ("gh", "PublicBody", {"name": "Ghana", "country": "gh"}))
    assert (thing.schema, thing.country, thing.identifiers) == (Schema.PLACE, "GHA", ("ftm:gh",))


def test_a_country_that_followthemoney_has_no_code_for_is_told_by_its_classification(tmp_path: Path) -> None:
    told = {"name": "Netherlands Antilles", "classification": "country"}
    (thing,) = things(tmp_path, ("an", "PublicBody", told))
    assert (thing.schema, thing.country, thing.identifiers) == (Schema.PLACE, "ANT", ("ftm:an",))


def test_parties_by_links_of_their_own_stand_in_the_row_of_what_they_take_part_in(tmp_path: Path) -> None:
    case = ("k", "CourtCase", {"name": "Republic v Volta"})
    party = ("y", "CourtCaseParty", {"party": "c", "case": "k"})
    deal = ("d", "Contract", {"title": "Poles"})
    award = ("a", "ContractAward", {"contract": "d", "supplier": "c"})
    event = ("e", "Event", {"name": "visit", "keywords": "PLOVER:CONSULT", "organizer": "p"})
    link = ("l", "UnknownLink", {"subject": "v", "object": "e", "role": "recipient"})
    ship = ("v", "Vehicle", {"name": "MV Tano"})
    assert said(tmp_path, party, link, award, case, deal, event, ship, COMPANY, PERSON) == [
        "instrument | kind=lawsuit | title=Republic v Volta | party:Volta Grid Ltd",
        "instrument | kind=contract | title=Poles | party:Volta Grid Ltd",
        "event | category=CONSULT | actor:Ama Serwaa | recipient:MV Tano",
    ]


def test_an_event_that_is_not_coded_is_a_thing(tmp_path: Path) -> None:
    (thing,) = things(tmp_path, ("e", "Event", {"name": "Tano Summit", "country": "gh"}))
    assert (thing.schema, thing.caption, thing.country) == (Schema.EVENT, "Tano Summit", "GHA")


def test_a_fact_opens_at_the_names_of_its_row(tmp_path: Path) -> None:
    row, *_ = documents(items_of(tmp_path, ("x", "Ownership", {"owner": "p", "asset": "c"}), PERSON, COMPANY))
    assert row.name == "ftm_ghana-x"
    assert row.text.split("\n") == [
        "ftm_ghana", "schema: Ownership", "id: x", "owner/name: Ama Serwaa", "owner/schema: Person",
        "owner/country: Ghana", "owner/id: p", "asset/name: Volta Grid Ltd", "asset/schema: Company",
        "asset/country: Ghana", "asset/id: c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (("x", "Persn", {"name": "A"}), "line 1: schema 'Persn' is none of FollowTheMoney's; is Person meant?"),
        (("x", "Thing", {"name": "A"}), "line 1: schema 'Thing' is none of FollowTheMoney's"),
        ('{"id": "x", "schema": "Person"', "line 1 is not valid JSON (Expecting ',' delimiter"),
        ('{"id": "", "schema": "Person", "properties": {}}', "line 1 has no id: give each entity one"),
        ('{"id": "x", "properties": {}}', "line 1 has no schema: name one of FollowTheMoney's"),
        ('{"id": "x", "schema": "Person", "properties": 5}', "line 1 has no properties: write them as an object"),
        (("x", "Person", {}), "line 1 names nobody: it has no name, nor what it has"),
        (
            ("x", "Company", {"parent": "p"}),
            "it names nobody: all of name, actor/name, addressEntity/name, agent/name, asset/name, "
            "associate/name, … are empty",
        ),
    ],
)
def test_an_entity_that_cannot_come_in_is_told_with_its_line(tmp_path: Path, told: Told | str, reason: str) -> None:
    items = items_of(tmp_path, told, PERSON)
    (found,) = reasons(items)
    assert found.startswith(reason)
    assert [one.name for one in documents(items)] == ["ftm_ghana-p"]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (("x", "Person", {"name": "A B", "hat": "red"}), "line 1, property hat: Person has none such"),
        (("x", "Person", {"name": "A B", "birthDate": "soon"}), "line 1, property birthDate: 'soon' is no date that"),
        (("x", "Family", {"person": "p", "relative": "z"}), "line 1, property relative: it refers to 'z', which the"),
        (
            ("x", "UnknownLink", {"subject": "p", "object": "c", "role": "kin"}),
            "line 1, property role: 'kin' is no tie",
        ),
    ],
)
def test_what_is_wrong_within_an_entity_is_a_warning_and_the_rest_goes_in(
    tmp_path: Path, told: Told, reason: str
) -> None:
    items = items_of(tmp_path, told, PERSON, COMPANY)
    (found,) = reasons(items)
    assert found.startswith(reason)
    assert [one.name for one in documents(items)] == ["ftm_ghana-x", "ftm_ghana-p", "ftm_ghana-c"]


def test_what_the_ledger_has_no_place_for_is_passed_over_and_counted(tmp_path: Path) -> None:
    article = ("a", "Article", {"title": "News"})
    account = ("b", "BankAccount", {"iban": "GB33BUKB20201555555555"})
    passed = [one for one in items_of(tmp_path, article, account, PERSON) if isinstance(one, Remark)]
    assert [(one.kind, one.reason) for one in passed] == [
        (RemarkKind.SKIPPED, "the ledger has no place for an Article"),
        (RemarkKind.SKIPPED, "the ledger has no place for a BankAccount"),
    ]


@pytest.mark.parametrize("name", ["ghana.ftm.json", "ghana.ijson", "ghana.jsonl", "ghana.json-lines", "ghana.json"])
def test_entities_are_told_by_what_they_hold_and_not_by_name(tmp_path: Path, name: str) -> None:
    assert [one.name for one in documents(items_of(tmp_path, PERSON, name=name))] == ["ftm_ghana-p"]


def test_other_json_is_no_table(tmp_path: Path) -> None:
    (reason,) = reasons(items_of(tmp_path, '{"a": 1}', name="a.json"))
    assert reason.startswith("a .json file is read where it holds FollowTheMoney's entities, one a line")


def test_each_file_is_a_register_of_its_own_named_after_its_folder_if_all_are_called_so(tmp_path: Path) -> None:
    (tmp_path / "Lake Data 7").mkdir()
    items = items_of(tmp_path / "Lake Data 7", PERSON, name="entities.ftm.json")
    (register,) = (one for one in items if isinstance(one, Register))
    assert (register.name, register.title) == ("ftm_lake_data_7_entities", "Lake Data 7 entities (FollowTheMoney)")
