"""Well-known bodies are found by their names, and unknown ones told by their heads."""

from collections import Counter

import pytest

from palanca.lexicon.bodies import Body, bodies, body_named, schema_of_head, schema_of_name
from palanca.lexicon.countries import countries
from palanca.records import Schema


def forms(body: Body) -> tuple[str, ...]:
    return tuple(dict.fromkeys((body.name, *body.aliases)))


def test_bodies_of_many_countries_and_sectors() -> None:
    assert len(bodies()) >= 250
    assert len({b.country for b in bodies()}) >= 60
    assert {"GOV", "MIL", "SPY", "LEG", "JUD", "IGO", "NGO", "PTY", "MED", "BUS"} <= {b.sector for b in bodies()}


def test_no_form_names_two_bodies() -> None:
    counts = Counter(form for body in bodies() for form in forms(body))
    assert not [form for form, n in counts.items() if n > 1]


def test_countries_of_bodies_exist() -> None:
    assert {b.country for b in bodies() if b.country} <= {c.alpha3 for c in countries()}


def test_every_form_finds_its_body() -> None:
    assert not [form for body in bodies() for form in forms(body) if body_named(form) != body]


def test_whole_record_of_a_body() -> None:
    assert body_named("the Rajya Sabha") == Body(
        name="Rajya Sabha", aliases=(), schema=Schema.PUBLIC_BODY, country="IND", sector="LEG"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [("UN", "United Nations"), ("Naciones Unidas", "United Nations"), ("OTAN", "NATO"), ("the Kremlin", "Kremlin"),
     ("Elysee Palace", "Élysée"), ("hizbullah", "Hezbollah"), ("Foggy Bottom", "State Department")],
)  # fmt: skip
def test_other_forms_find_the_body(text: str, name: str) -> None:
    found = body_named(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["un", "who", "Who", "ap", "Ministry of Silly Walks", ""])
def test_words_and_unknown_names_find_no_body(text: str) -> None:
    assert body_named(text) is None


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("Ministry of Fisheries", Schema.PUBLIC_BODY), ("Ghana Water Commission", Schema.PUBLIC_BODY),
        ("Supreme Court of Kenya", Schema.PUBLIC_BODY), ("Ministerio Público", Schema.PUBLIC_BODY),
        ("Volta Mining Ltd.", Schema.COMPANY), ("Aegean Airlines", Schema.COMPANY), ("Nordvik S.A.", Schema.COMPANY),
        ("Unity Party", Schema.ORGANIZATION), ("Danube Tribune", Schema.ORGANIZATION),
        ("Federación de Mineros", Schema.ORGANIZATION), ("Mekong Summit", Schema.EVENT),
        ("Operation Dry Well", Schema.EVENT),
        ("Fisheries Act", Schema.LAW), ("Law No. 118", Schema.LAW), ("Ley 30220", Schema.LAW),
        ("Lake Volta", Schema.PLACE), ("Sea of Azov", Schema.PLACE), ("Río Bravo", Schema.PLACE),
        ("Clean Rivers Initiative", Schema.PROJECT), ("Kwame Mensah", None), ("", None), ("No. 7", None),
    ],
)  # fmt: skip
def test_head_word_tells_the_schema(text: str, schema: Schema | None) -> None:
    assert schema_of_name(text) is schema


def test_persons_first_name_outweighs_a_head() -> None:
    assert schema_of_name("Robert Church") is None
    assert schema_of_name("Robert Foundation") is Schema.ORGANIZATION


def test_head_is_looked_up_without_its_full_stop() -> None:
    assert schema_of_head("inc.") is Schema.COMPANY
    assert schema_of_head("banana") is None
