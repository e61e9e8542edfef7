"""What a thing is called, and said to be, where its entities disagree."""

from collections import Counter
from dataclasses import replace

from palanca.identity import things_of
from palanca.identity.things import Decided, bare_things_of
from palanca.records import EntityId, Identity, Schema
from tests.identity.making import body, profile


def one_thing(*profiles, **judged) -> Identity:  # type: ignore[no-untyped-def]
    identity = {one.entity: profiles[0].entity for one in profiles}
    (thing,) = things_of(profiles, identity, **judged)
    return thing


def test_the_name_that_most_documents_put_first_is_the_caption() -> None:
    thing = one_thing(profile("Selby", "a"), profile("Lisa Selby", "b"), profile("Lisa Selby", "c", names=("Selby",)))
    assert thing == Identity(
        id=EntityId("a"), schema=Schema.PERSON, caption="Lisa Selby", names=("Selby",),
        members=(EntityId("a"), EntityId("b"), EntityId("c")), documents=3,
    )  # fmt: skip


def test_of_captions_as_frequent_the_longest_is_taken() -> None:
    assert one_thing(profile("Selby", "a"), profile("Lisa Selby", "b")).caption == "Lisa Selby"


def test_a_full_name_is_the_caption_of_a_person_before_a_surname_however_frequent() -> None:
    thing = one_thing(*(profile("Selby", one) for one in "abc"), profile("Lisa Selby", "d"))
    assert (thing.caption, thing.names) == ("Lisa Selby", ("Selby",))


def test_a_body_is_called_as_most_call_it() -> None:
    thing = one_thing(body("Interpol", "a"), body("Interpol", "b"), body("International Police Office", "c"))
    assert thing.caption == "Interpol"


def test_capitals_of_a_dateline_are_no_caption() -> None:
    thing = one_thing(
        *(body("ACCRA", one, schema=Schema.PLACE) for one in "abc"), body("Accra", "d", schema=Schema.PLACE)
    )
    assert (thing.caption, thing.names) == ("Accra", ("ACCRA",))


def test_a_persons_name_for_it_rules_and_the_old_one_stays_a_name() -> None:
    thing = one_thing(profile("Selby", "a"), profile("Selby", "b"), names={EntityId("b"): "Lisa Selby"})
    assert (thing.caption, thing.names) == ("Lisa Selby", ("Selby",))


def test_a_persons_schema_for_it_rules() -> None:
    assert one_thing(body("Accra Port", "a"), schemas={EntityId("a"): Schema.PLACE}).schema is Schema.PLACE


def test_most_entities_tell_schema_and_country() -> None:
    thing = one_thing(
        body("Volta Grid", "a", schema=Schema.COMPANY, country="GHA"),
        body("Volta Grid", "b", schema=Schema.COMPANY, country="GHA"),
        body("Volta Grid", "c", country="TGO"),
    )
    assert (thing.schema, thing.country) == (Schema.COMPANY, "GHA")


def test_a_country_knows_that_it_is_one() -> None:
    assert one_thing(body("Ghana", "a", schema=Schema.PLACE, country="GHA")).is_country
    assert not one_thing(body("Government of Ghana", "a", country="GHA")).is_country


def test_things_without_members_are_the_same_otherwise() -> None:
    profiles = [profile("Selby", "a"), body("Accra Port", "b"), profile("Lisa Selby", "c"), profile("Ida Berg", "d")]
    identity = {one.entity: EntityId("a" if one.entity == "c" else one.entity) for one in profiles}
    decided = Decided({EntityId("c"): "L. Selby"}, {EntityId("b"): Schema.PLACE})

    shown = ((one, identity[one.entity]) for one in profiles)
    found = bare_things_of(shown, Counter(identity.values()).__getitem__, decided)
    bare = sorted(found, key=lambda one: one.id)
    whole = list(things_of(profiles, identity, decided.names, decided.schemas))
    assert [one.members for one in whole] == [("a", "c"), ("b",), ("d",)]
    assert bare == [replace(one, members=()) for one in whole]
