"""Statements of FollowTheMoney: each value with the words that give it."""

import csv
import hashlib
import io
from pathlib import Path

import pytest

from palanca.exchange.ftm_statements import Row, rows, slug, write
from palanca.records import Category, EventDetail, Modality, OfficeDetail, OfficeStatus, RoleName, Time
from tests.exchange.ftm_cases import Dispatch, Said, one, outgoing

VISIT = EventDetail(category=Category.CONSULT, mode="visit")
ROLES = ((RoleName.ACTOR, "Ama Owusu"), (RoleName.RECIPIENT, "Chile"))
TEXT = "Ama Owusu visited Chile."


def told(*dispatches: Dispatch, folder: Path, schema: str) -> list[Row]:
    return [row for row in rows(outgoing(folder, *dispatches)) if row.schema == schema]


def test_name_stands_at_its_words(tmp_path: Path) -> None:
    going = outgoing(tmp_path, one(TEXT, VISIT, ROLES))
    (thing,) = [thing for thing in going.things() if thing.caption == "Ama Owusu"]
    (row,) = [row for row in rows(going) if row.schema == "Person"]
    key = f"harbour_gazette.{thing.id}.name.Ama Owusu"
    assert row == Row(
        canonical_id=thing.id, entity_id=thing.id, prop="name", prop_type="name", schema="Person", value="Ama Owusu",
        dataset="harbour_gazette", origin="port#0-9", lang="", original_value="", external="f", first_seen="",
        last_seen="", id=hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    )  # fmt: skip


def test_thing_of_two_documents_has_an_entity_in_each(tmp_path: Path) -> None:
    both = [Dispatch(text=f"Ghana spoke, wrote {name}.", name=name, outlet=name) for name in ("Quay", "Lagoon")]
    found = [row for row in told(*both, folder=tmp_path, schema="PublicBody") if row.prop == "name"]
    assert len({row.canonical_id for row in found}) == 1
    assert len({row.entity_id for row in found}) == 2
    assert sorted((row.dataset, row.origin) for row in found) == [("lagoon", "Lagoon#0-5"), ("quay", "Quay#0-5")]


def test_each_side_of_a_dispute_gives_its_own_date(tmp_path: Path) -> None:
    both = [
        Dispatch(
            name=name, outlet=name, text=f"Ama Owusu left the board of ports of Ghana, wrote {name}.",
            told=(Said(detail=OfficeDetail(role="director", status=OfficeStatus.FORMER, end=Time.parse(end)),
                       roles=((RoleName.PERSON, "Ama Owusu"), (RoleName.BODY, "Ghana"))),),
        )
        for name, end in (("Quay", "2022-03-01"), ("Lagoon", "2022-06-30"))
    ]  # fmt: skip
    found = [row for row in told(*both, folder=tmp_path, schema="Occupancy") if row.prop == "endDate"]
    assert {(row.dataset, row.value) for row in found} == {("quay", "2022-03-01"), ("lagoon", "2022-06-30")}


def test_what_is_denied_states_nothing(tmp_path: Path) -> None:
    assert told(one(TEXT, VISIT, ROLES, modality=Modality.DENIED), folder=tmp_path, schema="Event") == []


def test_no_statement_stands_twice(tmp_path: Path) -> None:
    twice = Dispatch(text=TEXT, told=(Said(detail=VISIT, roles=ROLES), Said(detail=VISIT, roles=ROLES, time="2024")))
    ids = [row.id for row in rows(outgoing(tmp_path, twice))]
    assert len(ids) == len(set(ids))


def test_table_has_the_columns_in_its_first_line(tmp_path: Path) -> None:
    text = "".join(write(outgoing(tmp_path, one(TEXT, VISIT, ROLES))))
    found = list(csv.DictReader(io.StringIO(text), dialect=csv.unix_dialect))
    assert list(found[0]) == list(Row._fields)
    assert {row["schema"] for row in found} == {"Article", "Person", "PublicBody", "Event"}


@pytest.mark.parametrize(
    ("name", "written"), [("Harbour Gazette", "harbour_gazette"), ("N'Djaména-Info", "n_djamena_info")]
)
def test_slug_is_what_data_sets_may_be_called(name: str, written: str) -> None:
    assert slug(name) == written


def test_names_in_other_letters_have_slugs_of_their_own() -> None:
    assert slug("Вечер") != slug("Рассвет")
