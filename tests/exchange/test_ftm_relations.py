"""Offices, ties and payments as edges of FollowTheMoney."""

from pathlib import Path

import pytest

from palanca.records import OfficeDetail, OfficeStatus, QuantityDetail, RoleName, TieDetail, TieKind, Time
from tests.exchange.ftm_cases import Dispatch, Said, one, outgoing, properties

PERSON, BODY, SOURCE, TARGET = RoleName.PERSON, RoleName.BODY, RoleName.SOURCE, RoleName.TARGET


def office(role: str, **ends: str) -> OfficeDetail:
    times = {name: Time.parse(end) for name, end in ends.items()}
    return OfficeDetail(role=role, status=OfficeStatus.CURRENT, **times)


def test_office_is_a_post_and_who_holds_it(tmp_path: Path) -> None:
    said = one(
        "Ama Owusu, the envoy of Ghana, spoke.", office("ambassador to chile", start="2021-03"),
        [(PERSON, "Ama Owusu"), (BODY, "Ghana")], time="2024-05-03",
    )  # fmt: skip
    going = outgoing(tmp_path, said)
    assert properties(going, "Position") == [
        {"name": ["ambassador to Chile, Ghana"], "country": ["gh"], "organization": ["Ghana"]}
    ]
    assert properties(going, "Occupancy") == [
        {"holder": ["Ama Owusu"], "post": ["ambassador to Chile, Ghana"], "startDate": ["2021-03"],
         "date": ["2024-05-03"], "status": ["current"]}
    ]  # fmt: skip


def test_town_has_no_organization_but_its_address(tmp_path: Path) -> None:
    said = one("Ama Owusu is mayor of Kumasi.", office("mayor"), [(PERSON, "Ama Owusu"), (BODY, "Kumasi")])
    assert properties(outgoing(tmp_path, said), "Position") == [
        {"name": ["mayor, Kumasi"], "country": ["gh"], "subnationalArea": ["Kumasi"], "addressEntity": ["Kumasi"]}
    ]


def test_posts_of_unknown_bodies_are_not_one(tmp_path: Path) -> None:
    told = tuple(Said(detail=office("minister"), roles=((PERSON, name),)) for name in ("Ama Owusu", "Bruno Keller"))
    going = outgoing(tmp_path, Dispatch(text="Ama Owusu met Bruno Keller, a minister like her.", told=told))
    assert properties(going, "Position") == [{"name": ["minister"]}, {"name": ["minister"]}]


@pytest.mark.parametrize(("role", "schema"), [("chairwoman", "Directorship"), ("spokeswoman", "Occupancy")])
def test_only_who_directs_a_company_has_a_directorship(tmp_path: Path, role: str, schema: str) -> None:
    said = one(f"Ama Owusu is {role} of Volta Grid.", office(role), [(PERSON, "Ama Owusu"), (BODY, "Volta Grid")])
    going = outgoing(tmp_path, said)
    assert len(properties(going, schema)) == 1
    assert going.written["Directorship"] + going.written["Occupancy"] == 1


def test_both_told_ends_of_an_office_are_written(tmp_path: Path) -> None:
    dispatches = [
        Dispatch(
            name=name, outlet=name, text=f"Ama Owusu left the board of ports of Ghana, wrote {name}.",
            told=(Said(detail=office("director", start="2019-02", end=end),
                       roles=((PERSON, "Ama Owusu"), (BODY, "Ghana"))),),
        )
        for name, end in (("Coast Observer", "2022-03-01"), ("Volta Times", "2022-06-30"))
    ]  # fmt: skip
    (occupancy,) = properties(outgoing(tmp_path, *dispatches), "Occupancy")
    assert (occupancy["startDate"], occupancy["endDate"]) == (["2019-02"], ["2022-03-01", "2022-06-30"])


@pytest.mark.parametrize(
    ("kind", "source", "target", "schema", "ends"),
    [
        (TieKind.OWNS, "Ghana", "Volta Grid", "Ownership", {"owner": ["Ghana"], "asset": ["Volta Grid"]}),
        (TieKind.SUBSIDIARY_OF, "Volta Grid", "Andes Cable", "Ownership",
         {"asset": ["Volta Grid"], "owner": ["Andes Cable"], "role": ["subsidiary_of"]}),
        (TieKind.SPOUSE, "Ama Owusu", "Bruno Keller", "Family",
         {"person": ["Ama Owusu"], "relative": ["Bruno Keller"], "relationship": ["spouse"]}),
        (TieKind.MEMBER_OF, "Ama Owusu", "Dockers Union", "Membership",
         {"member": ["Ama Owusu"], "organization": ["Dockers Union"]}),
        (TieKind.CLIENT_OF, "Andes Cable", "Bruno Keller", "Representation",
         {"client": ["Andes Cable"], "agent": ["Bruno Keller"], "role": ["client_of"]}),
        (TieKind.PARTNER_OF, "Ghana", "Chile", "UnknownLink",
         {"subject": ["Ghana"], "object": ["Chile"], "role": ["partner_of"]}),
        (TieKind.OWNS, "Ama Owusu", "Dockers Union", "UnknownLink",
         {"subject": ["Ama Owusu"], "object": ["Dockers Union"], "role": ["owns"]}),
        (TieKind.LOCATED_IN, "Volta Grid", "Kumasi", "UnknownLink",
         {"subject": ["Volta Grid"], "object": ["Kumasi"], "role": ["located_in"]}),
    ],
)  # fmt: skip
def test_tie_is_the_edge_that_its_parties_fit(  # noqa: PLR0917  # one parameter a column
    tmp_path: Path, kind: TieKind, source: str, target: str, schema: str, ends: dict[str, list[str]]
) -> None:
    said = one(f"{source} and {target} were named.", TieDetail(kind=kind), [(SOURCE, source), (TARGET, target)])
    assert properties(outgoing(tmp_path, said), schema) == [ends]


def test_share_is_the_percentage_of_an_ownership(tmp_path: Path) -> None:
    roles = ((SOURCE, "Ghana"), (TARGET, "Volta Grid"))
    share = QuantityDetail(value=51, unit="percent", of="shares")
    told = (
        Said(detail=TieDetail(kind=TieKind.OWNS), roles=roles, time="2020"),
        Said(detail=share, roles=roles, time="2020"),
    )
    going = outgoing(tmp_path, Dispatch(text="Ghana holds 51 per cent of Volta Grid.", told=told))
    assert properties(going, "Ownership") == [
        {"owner": ["Ghana"], "asset": ["Volta Grid"], "percentage": ["51"], "date": ["2020"]}
    ]
    assert not going.left_out


def test_grant_is_a_payment(tmp_path: Path) -> None:
    grant = QuantityDetail(value=2_000_000, unit="EUR", of="grant for ports")
    said = one("Chile gave Ghana a grant.", grant, [(SOURCE, "Chile"), (TARGET, "Ghana")], time="2023")
    assert properties(outgoing(tmp_path, said), "Payment") == [
        {"payer": ["Chile"], "beneficiary": ["Ghana"], "amount": ["2000000"], "currency": ["EUR"],
         "purpose": ["grant for ports"], "date": ["2023"]}
    ]  # fmt: skip


def test_exports_are_not_paid_by_who_exports(tmp_path: Path) -> None:
    worth = QuantityDetail(value=2_000_000, unit="EUR", of="exports")
    said = one("Chile sold copper to Ghana.", worth, [(SOURCE, "Chile"), (TARGET, "Ghana")])
    going = outgoing(tmp_path, said)
    assert properties(going, "Payment") == []
    assert going.left_out == {"quantities that are no payment or share of another": 1}
