"""Names that are kept whole, parted, joined or left out, each by a rule of its own."""

from collections.abc import Callable

import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.grammar.retagging import retag
from palanca.records import Reading, Schema

type Read = Callable[..., Reading]


def schemas(reading: Reading) -> dict[str, Schema]:
    return {entity.caption: entity.schema for entity in reading.entities}


def test_surname_that_is_a_direction_is_a_name(read: Read) -> None:
    reading = read("Senator Adam West spoke. In Oslo, West met the ministers of the West.")
    (west,) = (entity for entity in reading.entities if entity.schema is Schema.PERSON)
    assert (west.caption, len([m for m in reading.mentions if m.entity == west.id])) == ("Adam West", 2)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Senator Ana Trump spoke. Voters know Ana Trump. Trump, meanwhile, rejected the offer.", "NNP"),
        ("Senator Ana Trump spoke. Voters know Ana Trump. Trump, meanwhile, played a trump.", "NN"),
    ],
    ids=["name", "word of the text"],
)
def test_word_that_is_a_name_elsewhere_is_tagged_as_one(reader: DocumentReader, text: str, tag: str) -> None:
    tokens = reader._parse(text, "en").tokens
    retag(tokens)
    assert [t.tag_ for t in tokens if t.text == "Trump"] == ["NNP", "NNP", tag]


def test_name_of_a_person_ends_before_where_he_stands(read: Read) -> None:
    reading = read("Senator Ana Trump spoke. Voters preferred her to Trump in the MarginMeter average.")
    assert [entity.caption for entity in reading.entities if entity.schema is Schema.PERSON] == ["Ana Trump"]


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("The 82nd Airborne Division arrived in Manila.", "82nd Airborne Division", Schema.PUBLIC_BODY),
        ("Members of the 17th Kenyan Parliament met.", "17th Kenyan Parliament", Schema.PUBLIC_BODY),
        ("The court in Nairobi ruled in Otieno v. Wanjala on Friday.", "Otieno v. Wanjala", Schema.LAW),
        ("The mayor met Charles d'Aubigny in Dakar.", "Charles d'Aubigny", Schema.PERSON),
        ("The ministry sued Volta Freight, Ltd. in Accra.", "Volta Freight, Ltd.", Schema.COMPANY),
        ("The Bolivian Amazon burned for weeks.", "Bolivian Amazon", Schema.PLACE),
        ("They reached the Lacandon rainforest on Monday.", "Lacandon rainforest", Schema.PLACE),
        ("Farmers near Wadi Zubaida left on Monday.", "Wadi Zubaida", Schema.PLACE),
        ("The Gdansk Reporter wrote about the harbour.", "Gdansk Reporter", Schema.ORGANIZATION),
    ],
)
def test_name_is_whole(read: Read, text: str, name: str, schema: Schema) -> None:
    assert schemas(read(text)).get(name) is schema


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Centre for Rivers and Centre for Courts sued.", {"Centre for Rivers", "Centre for Courts"}),
        ("The University of Leeds and Apex Tours paid.", {"University of Leeds", "Apex Tours"}),
        ("Chris Fallow of Apex Tours paid the fine.", {"Chris Fallow", "Apex Tours"}),
        ("He met the director of Oxfam Lena Moss in Doha.", {"Oxfam", "Lena Moss"}),
        ("An aide told NPR Ana Ruiz was ill.", {"NPR", "Ana Ruiz"}),
        ("First Minister of Scotland Nora Sturgess spoke.", {"Scotland", "Nora Sturgess"}),
        ("He ran for the Senate against Ted Cruz.", {"Senate", "Ted Cruz"}),
        ("U.S.-led forces left Chad.", {"U.S.", "Chad"}),
    ],
)
def test_names_side_by_side_are_two(read: Read, text: str, names: set[str]) -> None:
    assert names <= {form for e in read(text).entities for form in (e.caption, *e.names)}
    assert not [caption for caption in schemas(read(text)) if " and " in caption or caption.endswith("-led")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Families of ethnic Ndebele fled to Botswana.", "Ndebele"),
        ("She turned to the Greek Orthodox church.", "Orthodox"),
        ("The Princess's lawyer agreed in Oslo.", "Princess"),
        ("It was sold with Tambor inside.", "Tambor"),
        ("The judge signed the Order in Accra.", "Order"),
        ("Each Member State of the union voted in Accra.", "State"),
        ("Her Majesty agreed in Accra.", "Majesty"),
        ("The pro-Beijing camp left Accra.", "Beijing"),
    ],
)
def test_word_in_capitals_that_names_nothing_is_left_out(read: Read, text: str, word: str) -> None:
    assert word not in schemas(read(text))


def test_name_that_acts_is_kept_though_nothing_tells_its_sort(read: Read) -> None:
    assert "Zrenjani" in schemas(read("Zrenjani paid the minister."))


@pytest.mark.parametrize(
    ("text", "country", "form"),
    [
        ("The Government of Iraq protested.", "Iraq", "Government of Iraq"),
        ("The Nigerian Federal Government protested.", "Nigeria", "Nigerian Federal Government"),
        ("The Somali federal government protested.", "Somalia", "Somali federal government"),
    ],
)
def test_government_written_as_a_name_is_its_country(read: Read, text: str, country: str, form: str) -> None:
    found = read(text)
    assert [(e.caption, e.names) for e in found.entities] == [(country, (form,))]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The 17th Congress of Ghana met. The 17th Ghanaian Congress voted.", 2),
        ("The Energy and Mines Committee met. The Energy Committee voted.", 2),
        ("US SouthCom sent ships. The US Southern Command denied it.", 2),
        ("The House of Commons Library wrote it. The House of Commons met.", 1),
        ("The Water and Mines Committee met. The Energy Committee voted.", 1),
    ],
)
def test_forms_of_one_body_are_one(read: Read, text: str, forms: int) -> None:
    assert max(1 + len(e.names) for e in read(text).entities if e.schema is Schema.PUBLIC_BODY) == forms


def test_those_who_are_of_a_firm_or_a_band_make_no_person_of_it(read: Read) -> None:
    found = schemas(read("Bright Path co-founder Lena Moss met Grateful Stones drummer Mickey Hart in Accra."))
    assert found["Bright Path"] is Schema.ORGANIZATION
    assert found["Grateful Stones"] is Schema.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Jan Berg of the liberal Land and Freedom Party left.", "Land and Freedom Party", Schema.ORGANIZATION),
        ("The present President of the European Council, Ana Ruiz, wrote.", "European Council", Schema.PUBLIC_BODY),
        ("He died in General Santos City in 2019.", "General Santos City", Schema.PLACE),
        ("Bishop Emeritus Dinualdo Vega of Marbel died.", "Dinualdo Vega", Schema.PERSON),
        ("Ex-Prime Minister Ana Ruiz wrote to Gdynia.", "Ana Ruiz", Schema.PERSON),
        ("The brothers Tomasz and Marek Sobczak filmed it.", "Tomasz", Schema.PERSON),
    ],
)
def test_title_takes_no_word_of_a_name_and_a_name_none_of_a_title(
    read: Read, text: str, name: str, schema: Schema
) -> None:
    found = schemas(read(text))
    assert found.get(name) is schema
    assert not {"Council", "Party", "Santos City", "Emeritus Dinualdo Vega", "Ex-Prime"} & set(found)


@pytest.mark.parametrize("word", ["Roman Catholic", "Congressional", "US$"])
def test_adjectives_of_faiths_and_offices_and_money_are_no_names(read: Read, word: str) -> None:
    text = "A Roman Catholic priest spoke. The Congressional limits cost US$30."
    assert word not in schemas(read(text))


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Planned Parenthood, along with a union, sued the state.", "Planned Parenthood", Schema.ORGANIZATION),
        ("She praised Parliamentarians for Open Borders.", "Parliamentarians for Open Borders", Schema.ORGANIZATION),
        ("It was quoted by Greek Reporter.", "Greek Reporter", Schema.ORGANIZATION),
        ("A Marine Corps veteran died in Ohio.", "Marine Corps", Schema.PUBLIC_BODY),
        ("Andes Salt won the contract in Arica.", "Andes Salt", Schema.COMPANY),
        ("Constantinople fell.", "Constantinople", Schema.PLACE),
        ("Tropical Storm Barry came near.", "Tropical Storm Barry", Schema.EVENT),
        ("The road to Jefferson Parish closed.", "Jefferson Parish", Schema.PLACE),
        ("He died in Richard Donovan Correctional Facility.", "Richard Donovan Correctional Facility", Schema.PLACE),
        ("He debated Brexit in Leeds.", "Brexit", Schema.EVENT),
    ],
)
def test_name_tells_its_sort_by_its_words_and_its_deeds(read: Read, text: str, name: str, schema: Schema) -> None:
    assert schemas(read(text)).get(name) is schema


@pytest.mark.parametrize("text", ['"[I]t is late," Ana Ruiz said in Oslo.', "The State voted in Oslo."])
def test_changed_words_and_bare_states_are_no_names(read: Read, text: str) -> None:
    assert not {"I]t", "[I]t", "It", "State"} & set(schemas(read(text)))


def test_leader_behind_a_party_of_two_words_is_not_called_after_it(read: Read) -> None:
    found = schemas(read("The leader of New Harvest Ana Ruiz spoke."))
    assert {"New Harvest", "Ana Ruiz"} <= set(found)


@pytest.mark.parametrize(
    ("text", "caption", "forms"),
    [
        (
            "Ana Ibsen ran. Ibsen won. Ibsen spoke. Ibesn was tired.",
            "Ana Ibsen",
            {"Ibsen", "Ibesn"},
        ),
        ("Hamza Aladin left. Hamza Aladen was ill.", "Hamza Aladin", {"Hamza Aladen"}),
        ("The Liberal Party lost. Many Liberals wept. A Liberal left.", "Liberal Party", {"Liberals", "Liberal"}),
        ("The Amazon rainforest burns. The Amazon is dry.", "Amazon rainforest", {"Amazon"}),
    ],
)
def test_slips_members_and_short_forms_are_forms_of_one_name(
    read: Read, text: str, caption: str, forms: set[str]
) -> None:
    found = {entity.caption: set(entity.names) for entity in read(text).entities}
    assert found == {caption: forms}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("UN Under-Secretary-General for Political and Peacebuilding Affairs Rosemary Dale spoke.", "Rosemary Dale"),
        ("US Assistant Secretary of State for Near Eastern Affairs David Stone met him.", "David Stone"),
        ("In Accra ex-Muslim Omar Haddad spoke.", "Omar Haddad"),
    ],
)
def test_a_field_of_office_is_no_part_of_its_holder(read: Read, text: str, person: str) -> None:
    assert [name for name, schema in schemas(read(text)).items() if schema is Schema.PERSON] == [person]


@pytest.mark.parametrize("given", ["Min-soon", "Jae-well"])
def test_a_family_name_in_front_is_told_by_the_hyphen_behind_it(read: Read, given: str) -> None:
    reading = read(f"Park {given}, the mayor of Busan, was ill. Nurses saw Park. Park was elected in 2011.")
    assert schemas(reading)[f"Park {given}"] is Schema.PERSON
    assert "Park" not in schemas(reading)
