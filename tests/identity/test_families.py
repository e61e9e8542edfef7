"""Entities fall into families that are resolved one by one, and come to the same as all together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity import Profile, Rulings, blocks_of_sign, is_of_names, resolve, signs
from palanca.identity.families import Families
from palanca.records import EntityId, Schema
from tests.identity.making import body, office, profile


def families(profiles: Sequence[Profile], rulings: Rulings | None = None) -> list[list[Profile]]:
    found = Families(rulings or Rulings())
    in_block: dict[str, set[str]] = defaultdict(set)
    for one in profiles:
        found.add(one)
        for sign in filter(is_of_names, signs(one)):
            for block in blocks_of_sign(sign):
                in_block[block].add(sign)

    def meetings(beginning: str) -> Iterator[list[str]]:
        return (sorted(met) for block, met in in_block.items() if block.startswith(beginning) and len(met) > 1)

    found.join_alike(meetings)
    return [[profiles[number] for number in family] for family in found.families()]


def ids(profiles: Sequence[Profile], rulings: Rulings | None = None) -> list[str]:
    return [" ".join(one.entity for one in family) for family in families(profiles, rulings)]


def test_names_that_agree_make_a_family_and_others_do_not() -> None:
    names = ("James Okwera", "Ana Rey", "J. Okwera", "James Peter Okwera", "Anna Reyes")
    assert ids([profile(name, entity) for name, entity in zip(names, "abcde", strict=True)]) == ["a c d", "b", "e"]


def test_among_many_of_one_family_name_those_that_agree_are_found() -> None:
    people = [profile(f"Ana {letter}. Ruiz{number}", f"{letter}{number}") for letter in "BCFG" for number in range(9)]
    people.append(profile("Ana Carla Ruiz7", "whole"))
    assert [one for one in ids(people) if " " in one] == ["C7 whole"]


def test_an_identifier_and_a_ruling_make_a_family_of_other_names() -> None:
    shown = [profile("Ana Rey", "a", identifiers=("lei:A",)), body("Volta Grid", "b", identifiers=("lei:A",)),
             profile("Lisa Selby", "c"), body("Tema Port", "d")]  # fmt: skip
    assert ids(shown) == ["a b", "c", "d"]
    assert ids(shown, Rulings(different=((EntityId("c"), EntityId("d")),))) == ["a b", "c d"]


def test_an_acronym_and_a_surname_are_of_the_family_of_those_that_they_may_stand_for() -> None:
    shown = [body("Volta Grid", "a"), body("VG", "b"), profile("Lisa Selby", "c"), profile("Selby", "d")]
    assert ids(shown) == ["a b", "c d"]


def test_places_of_one_name_are_a_family_though_their_countries_differ() -> None:
    shown = [profile("San José", entity, schema=Schema.PLACE, country=country)
             for entity, country in (("a", "CRI"), ("b", "USA"), ("c", None))]  # fmt: skip
    assert ids(shown) == ["a b c"]


_people = st.sampled_from(
    ["Juan González", "Juan Carlos González", "J. González", "González", "Lisa Selby", "Selby", "L. Selby", "Ana Rey",
     "Reyes, Ana", "Ana García Rey", "García"]
)  # fmt: skip
_bodies = st.sampled_from(["Volta Grid", "Volta Grid Ltd", "VG", "Ministry of Health", "Health Ministry", "Ana Rey"])
_places = st.sampled_from(["San José", "San Jose", "Georgia", "Law 7", "Peru"])
_identifiers = st.sampled_from([(), (), ("ftm:NK-1",), ("ftm:NK-2",), ("ftm:NK-1", "lei:A"), ("lei:B",)])
_long_ago = office("envoy", "", "PER", 1900)
_offices = st.sampled_from([(), (office("adviser", "white house", "USA"),), (office("envoy", "peru"),), (_long_ago,)])
_countries = st.sampled_from([None, None, "CRI", "USA", "GEO", "PER"])
_rulings = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.booleans()), max_size=2)


@given(
    st.lists(st.tuples(_people, _offices, _identifiers), max_size=12),
    st.lists(st.tuples(_bodies, _identifiers, _countries), max_size=5),
    st.lists(st.tuples(_places, st.sampled_from([Schema.PLACE, Schema.LAW]), _countries), max_size=5), _rulings,
)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_families_resolved_one_by_one_come_to_what_all_come_to_together(
    people: list[tuple[str, tuple, tuple]], bodies: list[tuple[str, tuple, str | None]],  # type: ignore[type-arg]
    places: list[tuple[str, Schema, str | None]], ruled: list[tuple[int, int, bool]],
) -> None:  # fmt: skip
    profiles = [profile(name, f"p{i}", offices=o, identifiers=known) for i, (name, o, known) in enumerate(people)]
    profiles += [body(name, f"b{i}", identifiers=known, country=c) for i, (name, known, c) in enumerate(bodies)]
    profiles += [profile(name, f"q{i}", schema=sort, country=c) for i, (name, sort, c) in enumerate(places)]
    of = sorted(one.entity for one in profiles)
    profiles.sort(key=lambda one: one.entity)
    pairs = [(of[a % len(of)], of[b % len(of)], same) for a, b, same in ruled if of and a % len(of) != b % len(of)]
    rulings = Rulings(
        same=tuple((a, b) for a, b, same in pairs if same), different=tuple((a, b) for a, b, same in pairs if not same)
    )
    whole = resolve(profiles, rulings)
    parts = [resolve(family, rulings) for family in families(profiles, rulings)]
    assert {entity: one for part in parts for entity, one in part.identity.items()} == whole.identity
    proposed = [one for part in parts for one in part.proposals]
    assert sorted(proposed, key=lambda one: (-one.points, one.one, one.other)) == list(whole.proposals)
