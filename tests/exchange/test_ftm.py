"""A whole case as entities of FollowTheMoney: what goes out, what stays, and that the model allows all of it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from followthemoney import model

import palanca
from palanca.demo import papers
from palanca.exchange.ftm import entities, write
from palanca.exchange.outgoing import Outgoing
from palanca.records import (
    Category,
    EventDetail,
    Filter,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    RoleName,
    TieDetail,
    TieKind,
)
from palanca.settlement import settle
from tests.exchange.ftm_cases import AT, Dispatch, Said, case_of, one, outgoing, properties

MEETING = EventDetail(category=Category.CONSULT, mode="meet")
PAIR = ((RoleName.ACTOR, "Ama Owusu"), (RoleName.ACTOR, "Bruno Keller"))
TEXT = "Ama Owusu met Bruno Keller."


def test_names_of_a_person_that_are_single_words_are_weak(tmp_path: Path) -> None:
    palanca.read(tmp_path / "c.palanca", [_text(tmp_path, "Minister Ama Serwaa Owusu spoke. Owusu then left Accra.")])
    with palanca.open_case(tmp_path / "c.palanca") as case:
        (person,) = properties(Outgoing(case=case), "Person")
    assert (person["name"], person["weakAlias"]) == (["Ama Serwaa Owusu"], ["Owusu"])


def _text(folder: Path, text: str) -> Path:
    file = folder / "accra.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_country_is_a_body_and_a_town_an_address(tmp_path: Path) -> None:
    going = outgoing(tmp_path, Dispatch(text="Ghana and Kumasi."))
    assert properties(going, "PublicBody") == [{"name": ["Ghana"], "country": ["gh"], "classification": ["country"]}]
    assert properties(going, "Address") == [{"full": ["Kumasi"], "country": ["gh"]}]


def test_document_is_an_article_with_who_is_mentioned(tmp_path: Path) -> None:
    going = outgoing(tmp_path, Dispatch(text="Ama Owusu left Kumasi.", more={"title": "Left", "author": "B. Tamm"}))
    assert properties(going, "Article", sources=True) == [
        {"name": ["port"], "title": ["Left"], "publisher": ["Harbour Gazette"], "author": ["B. Tamm"],
         "language": ["eng"], "publishedAt": ["2024-05-03"]}
    ]  # fmt: skip
    assert properties(going, "Mention") == [
        {"document": ["Left"], "name": ["Ama Owusu"], "resolved": ["Ama Owusu"], "detectedSchema": ["Person"]},
        {"document": ["Left"], "name": ["Kumasi"], "detectedSchema": ["Address"]},
    ]


def test_text_goes_out_when_asked_for(tmp_path: Path) -> None:
    going = outgoing(tmp_path, Dispatch(text=TEXT))
    (article,) = [one for one in entities(going, with_text=True) if one.schema.name == "Article"]
    assert article.get("bodyText") == [TEXT]


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_no_source_holds_true_stays_and_is_counted(tmp_path: Path, modality: Modality) -> None:
    going = outgoing(tmp_path, one(TEXT, MEETING, PAIR, modality=modality))
    assert properties(going, "Event") == []
    assert going.left_out == {f"events that are {modality}": 1}


def test_what_readers_doubt_stays_and_is_counted(tmp_path: Path) -> None:
    going = outgoing(tmp_path, one(TEXT, MEETING, PAIR, confidence=0.3))
    assert properties(going, "Event") == []
    assert going.left_out == {"events that readers doubt (below 0.5)": 1}


def test_what_a_person_rejected_stays_and_is_counted(tmp_path: Path) -> None:
    going = outgoing(tmp_path, one(TEXT, MEETING, PAIR))
    (claim,) = going.case.claims(Filter())
    palanca.reject(going.case, claim.id, palanca.Judge(who="Ona", clock=lambda: AT + timedelta(days=1)))
    settle(going.case)
    assert properties(going, "Event") == []
    assert going.left_out == {"events that a person rejected": 1}


def test_denial_of_what_others_tell_is_counted(tmp_path: Path) -> None:
    told = one(TEXT, MEETING, PAIR, time="2024-05-02")
    said = Said(detail=MEETING, roles=PAIR, time="2024-05-02", modality=Modality.DENIED)
    denial = Dispatch(text="Ama Owusu met Bruno Keller: that was denied.", name="quay", outlet="Quay", told=(said,))
    going = outgoing(tmp_path, told, denial)
    if len(list(going.case.claims(Filter()))) == 1:
        assert len(properties(going, "Event")) == 1


def test_tie_between_names_has_no_schema(tmp_path: Path) -> None:
    roles = [(RoleName.SOURCE, "Volta Grid"), (RoleName.TARGET, "Andes Cable")]
    going = outgoing(tmp_path, one("Volta Grid, or Andes Cable.", TieDetail(kind=TieKind.ALIAS_CONFLICT), roles))
    list(entities(going))
    assert going.left_out == {"ties of a kind that FollowTheMoney lacks (alias_conflict)": 1}


def test_decade_is_left_out_and_counted(tmp_path: Path) -> None:
    going = outgoing(tmp_path, one(TEXT, MEETING, PAIR, time="199X"))
    (event,) = properties(going, "Event")
    assert "date" not in event
    assert going.left_out == {"dates that FollowTheMoney cannot write": 1}


def test_post_goes_out_once_for_all_who_hold_it(tmp_path: Path) -> None:
    detail = OfficeDetail(role="mayor", status=OfficeStatus.FORMER)
    told = tuple(
        Said(detail=detail, roles=((RoleName.PERSON, name), (RoleName.BODY, "Kumasi")))
        for name in ("Ama Owusu", "Bruno Keller")
    )
    going = outgoing(tmp_path, Dispatch(text="Ama Owusu and Bruno Keller were mayors of Kumasi.", told=told))
    list(entities(going))
    assert (going.written["Position"], going.written["Occupancy"]) == (1, 2)


def test_model_allows_all_of_the_demo_case(tmp_path: Path) -> None:
    with papers() as folder:
        palanca.read(tmp_path / "c.palanca", [folder])
    with palanca.open_case(tmp_path / "c.palanca") as case:
        written = [json.loads(line) for line in write(Outgoing(case=case))]
    schemata = {entity["id"]: model.schemata[entity["schema"]] for entity in written}
    assert len(schemata) == len(written)
    for entity in written:
        schema = schemata[entity["id"]]
        schema.validate(entity)
        for name, values in entity["properties"].items():
            wanted = schema.properties[name].range
            assert wanted is None or all(schemata[value].is_a(wanted) for value in values), entity


def test_command_tells_what_went_out_and_what_stayed(tmp_path: Path) -> None:
    with case_of(tmp_path, one(TEXT, MEETING, PAIR, modality=Modality.PLANNED)) as case:
        told = palanca.export(case, tmp_path / "out.ftm.json", Filter())
    assert told.written == {"Article": 1, "Mention": 2, "Person": 2}
    assert told.left_out == {"events that are planned": 1}
    assert Kind.EVENT.value not in (tmp_path / "out.ftm.json").read_text(encoding="utf-8")
