"""Names that are taken whole: laws, firms, parties and bodies with their places, fields and short forms."""

from collections.abc import Callable

import pytest

from palanca.records import Entity, Kind, Reading, Schema

type Read = Callable[..., Reading]


def named(reading: Reading, caption: str) -> Entity:
    return next(entity for entity in reading.entities if entity.caption == caption)


@pytest.mark.parametrize(
    "law", ["Mines and Minerals (Amendment) Act", "Finance (Amendment) Bill", "Mines and Water Act"]
)
def test_a_law_keeps_its_whole_name(read: Read, law: str) -> None:
    assert named(read(f"Malawi passed the {law} on Wednesday."), law).schema is Schema.LAW


def test_a_country_whose_government_alone_is_told_has_its_own_name(read: Read) -> None:
    assert [e.caption for e in read("The government of Chile chose a route.").entities] == ["Chile"]


@pytest.mark.parametrize("firm", ["China Bohai Dredging", "Doha LNG", "Kenya Airways"])
def test_a_firm_keeps_the_place_in_its_name(read: Read, firm: str) -> None:
    assert named(read(f"The port paid {firm} on Wednesday."), firm).schema is Schema.COMPANY


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("The trader Glarus AG left.", Schema.COMPANY),
        ("Prado & Costa left.", Schema.COMPANY),
        ("The Special Operations Command South met in Lomé.", Schema.PUBLIC_BODY),
        ("The Movement toward Renewal won.", Schema.ORGANIZATION),
        ("The Foreign Agents Registration Act was passed.", Schema.LAW),
        ("Togo signed the Central Trade Agreement.", Schema.LAW),
        ("Soldiers left the Soto Cano air base.", Schema.PLACE),
    ],
)
def test_a_name_is_whole_and_of_what_its_words_tell(read: Read, text: str, schema: Schema) -> None:
    (found,) = (e for e in read(text).entities if e.caption not in {"Togo", "Lomé"})
    assert (found.schema, found.caption in text) == (schema, True)
    assert len(found.caption.split()) > 1


def test_a_noun_in_capitals_names_nothing(read: Read) -> None:
    assert read("An NGO measured the GDP with a UAV.").entities == ()


def test_a_firms_branch_abroad_is_not_the_firm(read: Read) -> None:
    reading = read("Rui Lim runs Volta Shipping Ports Lamu Kenya, whose owner is the Chinese company Volta Shipping.")
    assert {"Volta Shipping Ports Lamu Kenya", "Volta Shipping"} <= {e.caption for e in reading.entities}


def test_a_word_in_parentheses_is_the_short_form_of_the_body_before_it(read: Read) -> None:
    assert named(read("The Centre for Fair Courts (Cefa) sued."), "Centre for Fair Courts").names == ("Cefa",)


@pytest.mark.parametrize(
    "text",
    [
        "New Harvest leader Davit Kvelidze met farmers on Tuesday.",
        "The leader of New Harvest, Maria Duarte, met farmers on Tuesday.",
    ],
)
def test_what_has_a_leader_is_no_person(read: Read, text: str) -> None:
    assert named(read(text), "New Harvest").schema is Schema.ORGANIZATION


def test_trade_that_opens_a_sentence_is_no_part_of_a_name(read: Read) -> None:
    reading = read("Officials refused to attend. Lobbyist Ann Price told reporters that they would.")
    assert "Ann Price" in {entity.caption for entity in reading.entities}


def test_noun_of_a_body_before_a_small_title_is_the_bodys(read: Read) -> None:
    reading = read("The Public Accounts Committee chair, Peter Kamau, demanded papers.")
    assert named(reading, "Public Accounts Committee").schema is Schema.PUBLIC_BODY


def test_short_form_in_brackets_opens_a_sentence_later(read: Read) -> None:
    text = "The National Roads Council (Conavi) signed a contract. Conavi director Laura Quesada said it was clean."
    assert named(read(text), "National Roads Council").names == ("Conavi",)


def test_bank_is_called_after_its_town(read: Read) -> None:
    assert named(read("The Royal Bank of Leeds lent the money."), "Royal Bank of Leeds").schema is Schema.COMPANY


def test_firm_of_a_country_and_a_metal_is_one(read: Read) -> None:
    assert named(read("Auditors said that Ghana Gold paid $4 million."), "Ghana Gold").schema is Schema.COMPANY


def test_name_told_alone_is_no_field_of_a_ministry(read: Read) -> None:
    reading = read("It paid the Ministry of Health and Delta Roads, auditors said. Peter Mensah owns Delta Roads.")
    assert {"Ministry of Health", "Delta Roads"} <= {entity.caption for entity in reading.entities}


def test_a_nickname_stands_inside_a_name_and_calls_the_same_person(read: Read) -> None:
    reading = read("Former deputy Jan Erik “Nils” Holm left. Nils Holm was seen in Togo on Monday.")
    assert named(reading, "Jan Erik “Nils” Holm").names == ("Nils Holm",)
    assert not [s for s in reading.statements if s.kind is Kind.ANOMALY]


@pytest.mark.parametrize(
    ("text", "caption", "schema"),
    [
        ("Agents of the Border Control Administration left.", "Border Control Administration", Schema.PUBLIC_BODY),
        ("It is owned by the Lomé General Institute of Art.", "Lomé General Institute of Art", Schema.ORGANIZATION),
        ("The Kara Economic Zone opened.", "Kara Economic Zone", Schema.PLACE),
        ("He was trained by Battalion 4-12, a unit of the army.", "Battalion 4-12", Schema.PUBLIC_BODY),
    ],
)  # fmt: skip
def test_a_title_or_a_number_cuts_no_name(read: Read, text: str, caption: str, schema: Schema) -> None:
    assert named(read(text), caption).schema is schema


def test_a_name_between_commas_behind_a_small_title_is_a_persons(read: Read) -> None:
    text = "Only in 2013 did the minister of mines, Yamfwa Mukanga, revoke the licence of the firm."
    assert named(read(text), "Yamfwa Mukanga").schema is Schema.PERSON


def test_a_name_behind_a_spanish_secretary_of_state_keeps_no_word_of_the_title(read: Read) -> None:
    reading = read("El secretario de Estado Juan Ruiz firmó el pacto en Lima.", language="es")
    assert named(reading, "Juan Ruiz").schema is Schema.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Omar Sheikh Farah met the senate of Chad.", "Omar Sheikh Farah"),
        ("The ruling was read by the Andean Bishops' Conference of Peru.", "Andean Bishops' Conference of Peru"),
        ("Ten people were hurt, CNN Chile reported.", "CNN Chile"),
        ("Officers train at the General Gordon base in Lomé.", "General Gordon base"),
        ("Norway closed the Sheikh Zayed Hospital in Lomé.", "Sheikh Zayed Hospital"),
    ],
)
def test_a_word_that_is_a_title_or_a_place_elsewhere_is_part_of_a_name(read: Read, text: str, name: str) -> None:
    assert name in {entity.caption for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Paz attended the CARICOM Foreign Ministers' Meeting.", "CARICOM"),
        ("Ana Paz met Amir Sheikh Isa bin Salman al-Sabri.", "Isa bin Salman al-Sabri"),
    ],
)
def test_a_title_beside_a_name_is_no_part_of_it(read: Read, text: str, name: str) -> None:
    assert name in {entity.caption for entity in read(text).entities}


def test_who_is_told_something_is_not_part_of_the_name_behind(read: Read) -> None:
    assert "CNN Chile" not in {entity.caption for entity in read("Rosa Lima told CNN Chile would pay.").entities}


def test_a_surname_that_is_a_common_noun_is_the_person_told_before(read: Read) -> None:
    told = "Singer Rosa Day died on Monday. The Day family wept. Day sang in Oslo, and Day acted. Day was 97."
    assert named(read(told), "Rosa Day").schema is Schema.PERSON
    assert "Day" not in {entity.caption for entity in read(told).entities}


def test_a_country_that_begins_as_an_honorific_does_keeps_it(read: Read) -> None:
    text = "The prime minister of Saint Lucia, Paul Marchand, flew to Saint Vincent. Sister Lucia Paz stayed."
    captions = {entity.caption for entity in read(text).entities}
    assert captions == {"Saint Lucia", "Paul Marchand", "Saint Vincent", "Lucia Paz"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The KDRP-FUN, led by Omar Salas, won. The KDRP-FUN will govern.", {"KDRP-FUN", "Omar Salas"}),
        ("US-EU relations froze.", {"US", "EU"}),
        ("The head of the SOE resigned, said Omar Salas.", {"Omar Salas"}),
    ],
)
def test_two_acronyms_with_a_hyphen_are_one_name_unless_both_are_known(read: Read, text: str, found: set[str]) -> None:
    names = {entity.caption for entity in read(text).entities}
    assert names == found


def test_an_armed_group_with_a_small_article_is_one_group_and_no_person(read: Read) -> None:
    reading = read("Fighters of al Shabaab fled. Police fought al-Shabaab; Al Shabaab said nothing.")
    assert [entity.schema for entity in reading.entities] == [Schema.ORGANIZATION]


def test_who_goes_by_his_first_name_is_one_person(read: Read) -> None:
    text = "Somchai Thavin leads Thailand. Somchai, a property developer, stepped down as minister in May."
    assert [e.caption for e in read(text).entities if e.schema is Schema.PERSON] == ["Somchai Thavin"]
