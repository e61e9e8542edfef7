"""A register that calls everyone by one name parts who bears two."""

import pytest

from palanca.identity import Rulings
from palanca.records import Schema
from tests.identity.making import office, profile
from tests.identity.test_resolution import groups, ids, waiting

ENVOY = (office("envoy", "norway", "NOR", 1905),)


def test_two_names_of_one_lister_are_two_people() -> None:
    listed = [
        profile("Edvard Bull", "a", country="NOR", offices=ENVOY, lister="envoys"),
        profile("Edvard Hagerup Bull", "b", country="NOR", offices=ENVOY, lister="envoys"),
    ]
    assert groups(listed) == {"a", "b"}
    assert not waiting(listed)


def test_one_name_of_a_lister_is_one_person() -> None:
    listed = [profile("Edvard Hagerup Bull", one, country="NOR", offices=ENVOY, lister="envoys") for one in "ab"]
    assert groups(listed) == {"a b"}


def test_two_listers_may_call_one_person_by_two_names() -> None:
    listed = [
        profile("Edvard Bull", "a", country="NOR", offices=ENVOY, lister="envoys"),
        profile("Edvard Hagerup Bull", "b", country="NOR", offices=ENVOY, lister="ministers"),
    ]
    assert groups(listed) == {"a b"}


def test_what_nobody_lists_joins_one_of_those_listed_apart_only_by_its_own_name() -> None:
    listed = [
        profile("Edvard Bull", "a", country="NOR", offices=ENVOY, lister="envoys"),
        profile("Edvard Hagerup Bull", "b", country="NOR", offices=ENVOY, lister="envoys"),
        profile("Edvard Hagerup Bull", "c", country="NOR", offices=ENVOY),
    ]
    assert groups(listed) == {"a", "b c"}


def test_a_person_may_join_what_a_register_lists_apart() -> None:
    listed = [
        profile("Edvard Bull", "a", country="NOR", offices=ENVOY, lister="envoys"),
        profile("Edvard H. Bull", "b", country="NOR", offices=ENVOY, lister="envoys"),
    ]
    assert groups(listed, Rulings(same=(ids("a", "b"),))) == {"a b"}  # type: ignore[arg-type]


@pytest.mark.parametrize(("schema", "name"), [(Schema.PUBLIC_BODY, "Assembly"), (Schema.LAW, "R/12")])
def test_a_name_that_fits_many_stands_for_one_thing_of_the_register_that_lists_it(schema: Schema, name: str) -> None:
    listed = [profile(name, one, schema=schema, lister="votes: a.csv") for one in "ab"]
    others = [profile(name, "c", schema=schema, lister="votes: b.csv"), profile(name, "d", schema=schema)]
    assert groups([*listed, *others]) == {"a b", "c", "d"}


@pytest.mark.parametrize(("schema", "name"), [(Schema.PUBLIC_BODY, "Assembly"), (Schema.LAW, "R/12")])
def test_where_a_register_tells_things_by_identifiers_their_names_stand_for_nothing(schema: Schema, name: str) -> None:
    listed = [profile(name, one, schema=schema, lister="acts", identifiers=(f"act:{one}",)) for one in "ab"]
    assert groups(listed) == {"a", "b"}


def test_bodies_that_a_register_lists_under_one_name_wait_for_nobody() -> None:
    assert not waiting([profile("Assembly", one, schema=Schema.PUBLIC_BODY, lister="votes: a.csv") for one in "abc"])


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        (Schema.PERSON, "Hagerup"),
        (Schema.PERSON, "Edvard Hagerup Bull"),
        (Schema.COMPANY, "Bull Shipping AS"),
        (Schema.LAW, "Ports Act 1905"),
    ],
)
def test_two_ids_of_one_file_of_followthemoney_are_two_things(schema: Schema, name: str) -> None:
    listed = [
        profile(
            name, one, schema=schema, country="NOR", offices=ENVOY, lister="ftm_envoys", identifiers=(f"ftm:{one}",)
        )
        for one in "ab"
    ]
    assert groups(listed) == {"a", "b"}
    assert not waiting(listed)


def test_two_files_of_followthemoney_may_give_one_person_two_ids() -> None:
    listed = [
        profile("Edvard Hagerup Bull", one, country="NOR", offices=ENVOY, lister=file, identifiers=(f"ftm:{one}",))
        for one, file in (("a", "ftm_envoys"), ("b", "ftm_ministers"))
    ]
    assert groups(listed) == {"a b"}


def test_a_place_that_a_file_of_followthemoney_enters_under_two_ids_is_one() -> None:
    listed = [
        profile("Bergen", one, schema=Schema.PLACE, country="NOR", lister="ftm_envoys", identifiers=(f"ftm:{one}",))
        for one in "ab"
    ]
    assert groups(listed) == {"a b"}
