"""Which profiles become one thing, which wait, and which never meet."""

import tracemalloc
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity import Profile, Rulings, blocks, drawing, resolve
from palanca.identity.resolution import Groups
from palanca.records import EntityId, Schema
from tests.identity.making import body, office, profile

ENVOY = office("ambassador", "united states", "USA", 2022)
ADVISER = office("adviser", "white house", "USA", 2022)
FARMER = office("president", "farmers union", "CRI", 2022)


def groups(profiles: Sequence[Profile], rulings: Rulings | None = None) -> set[str]:
    """The things found, each as the sorted ids of its entities."""
    found: dict[str, list[str]] = {}
    for entity, identity in resolve(profiles, rulings).identity.items():
        found.setdefault(identity, []).append(entity)
    return {" ".join(sorted(members)) for members in found.values()}


def waiting(profiles: Sequence[Profile], rulings: Rulings | None = None) -> list[tuple[str, str]]:
    return [(one.one, one.other) for one in resolve(profiles, rulings).proposals]


def ids(*names: str) -> tuple[EntityId, ...]:
    return tuple(map(EntityId, names))


def test_a_rare_full_name_is_one_person_in_two_documents() -> None:
    assert groups([profile("Lisa Selby", "a"), profile("LISA SELBY", "b")]) == {"a b"}


def test_a_common_name_alone_waits() -> None:
    profiles = [profile("Juan González", "a"), profile("Juan González", "b")]
    assert groups(profiles) == {"a", "b"}
    (proposal,) = resolve(profiles).proposals
    assert (proposal.reasons_for, proposal.reasons_against) == (("the same name",), ("many bear this name",))


def test_a_common_name_in_the_same_office_is_one_person() -> None:
    same = [profile("Juan González", one, country="USA", offices=(ADVISER,)) for one in "ab"]
    assert groups(same) == {"a b"}


def test_the_adviser_and_another_of_the_same_name_stay_two() -> None:
    profiles = [
        profile("Juan González", "a", country="USA", offices=(ADVISER,)),
        profile("Juan González", "b", country="CRI", offices=(FARMER,)),
    ]
    assert groups(profiles) == {"a", "b"}


def test_title_and_surname_find_the_holder_of_the_office() -> None:
    profiles = [
        profile("Lisa Selby", "a", country="USA", offices=(ENVOY,)),
        profile("Ambassador Selby", "b", country="USA", offices=(ENVOY,)),
    ]
    assert groups(profiles) == {"a b"}


def test_a_surname_alone_waits_or_stays_alone() -> None:
    assert groups([profile("Lisa Selby", "a"), profile("Selby", "b")]) == {"a", "b"}


def test_a_surname_alone_waits_beside_who_holds_the_same_office_of_one_holder() -> None:
    profiles = [
        profile("Pedro Salcedo", "a", offices=(office("president"),)),
        profile("Salcedo", "b", offices=(office("president"),)),
        profile("Ana Ruiz", "c", offices=(office("envoy"),)),
        profile("Ruiz", "d", offices=(office("envoy"),)),
    ]
    assert groups(profiles) == {"a", "b", "c", "d"}
    assert waiting(profiles) == [("a", "b")]


def test_a_mothers_surname_may_be_left_out_with_a_country_in_common() -> None:
    profiles = [profile("Gabriel Boric", "a", country="CHL"), profile("Gabriel Boric Font", "b", country="CHL")]
    assert groups(profiles) == {"a b"}


def test_a_common_name_without_the_mothers_surname_waits() -> None:
    profiles = [profile("Pedro Romero", "a", country="PER"), profile("Pedro Romero Tarazona", "b", country="PER")]
    assert groups(profiles) == {"a", "b"}
    assert waiting(profiles) == [("a", "b")]


def test_whoever_could_be_either_of_two_is_neither() -> None:
    profiles = [
        profile("Gabriel Boric", "a", country="CHL"),
        profile("Gabriel Boric Font", "b", country="CHL"),
        profile("Gabriel Boric Ruiz", "c", country="CHL"),
    ]
    assert groups(profiles) == {"a", "b", "c"}
    assert set(waiting(profiles)) == {("a", "b"), ("a", "c")}


def test_of_two_that_exclude_each_other_the_clearly_better_is_taken() -> None:
    mayor = office("mayor", "cajabamba", "PER")
    profiles = [
        profile("Pedro Romero", "a", country="PER", offices=(mayor,)),
        profile("Pedro Romero Tarazona", "b", country="PER", offices=(mayor,)),
        profile("Pedro Romero Ruiz", "c", country="PER"),
    ]
    assert groups(profiles) == {"a b", "c"}


def test_people_a_lifetime_apart_are_two() -> None:
    old, new = office("envoy", "denmark", "DNK", 1861), office("envoy", "denmark", "DNK", 1999)
    profiles = [profile("Axel Winther", "a", offices=(old,)), profile("Axel G. Winther", "b", offices=(new,))]
    assert groups(profiles) == {"a", "b"}


def test_a_junior_waits() -> None:
    profiles = [profile("Axel Winther", "a", country="DNK"), profile("Axel Winther Jr.", "b", country="DNK")]
    assert groups(profiles) == {"a", "b"}


def test_another_country_makes_a_rare_name_wait() -> None:
    profiles = [profile("Lisa Selby", "a", country="USA"), profile("Lisa Selby", "b", country="PER")]
    assert groups(profiles) == {"a", "b"}
    assert waiting(profiles) == [("a", "b")]


def test_ministries_of_two_governments_never_meet() -> None:
    profiles = [body("Ministry of Health", "a", country="PER"), body("Health Ministry", "b", country="CHL")]
    assert groups(profiles) == {"a", "b"}
    assert waiting(profiles) == []


def test_ministry_of_one_government_is_one_in_any_order_of_words() -> None:
    profiles = [body("Ministry of Health", "a", country="PER"), body("Health Ministry", "b", country="PER")]
    assert groups(profiles) == {"a b"}


def test_a_generic_name_without_its_country_waits() -> None:
    profiles = [body("Ministry of Health", "a", country="PER"), body("Ministry of Health", "b")]
    assert groups(profiles) == {"a", "b"}
    assert waiting(profiles) == [("a", "b")]


def test_a_proper_name_is_one_body_whatever_sort_readers_took_it_for() -> None:
    profiles = [body("Volta Grid", "a", schema=Schema.COMPANY), body("Volta Grid Ltd", "b", country="GHA")]
    assert groups(profiles) == {"a b"}


def test_a_company_without_country_is_neither_of_two_namesakes() -> None:
    profiles = [body("Volta Grid", "a"), body("Volta Grid", "b", country="GHA"), body("Volta Grid", "c", country="TGO")]
    assert groups(profiles) == {"a", "b", "c"}


def test_an_acronym_meets_its_name_through_a_text_that_gives_both() -> None:
    profiles = [
        body("National Port Authority", "a", names=("APN",), country="PER"),
        body("APN", "b", country="PER"),
    ]
    assert groups(profiles) == {"a b"}


def test_a_country_its_government_its_embassy_and_its_army_are_four() -> None:
    profiles = [
        body("Ghana", "a", country="GHA", schema=Schema.PLACE),
        body("Government of Ghana", "b", country="GHA"),
        body("Embassy of Ghana", "c", country="GHA"),
        body("Ghana Army", "d", country="GHA"),
    ]
    assert groups(profiles) == {"a", "b", "c", "d"}
    assert waiting(profiles) == []


def test_a_country_is_one_thing_under_all_its_names() -> None:
    profiles = [
        body("Ivory Coast", "a", country="CIV", schema=Schema.PLACE),
        body("Côte d'Ivoire", "b", country="CIV", schema=Schema.PLACE),
    ]
    assert groups(profiles) == {"a b"}


def test_judged_the_same_is_one_whatever_the_evidence_says() -> None:
    profiles = [profile("Ana Rey", "a", country="ESP"), profile("Madame X", "b", country="FRA")]
    assert groups(profiles, Rulings(same=(ids("a", "b"),))) == {"a b"}  # type: ignore[arg-type]


def test_judged_different_is_two_whatever_the_evidence_says() -> None:
    profiles = [profile("Lisa Selby", "a", offices=(ENVOY,)), profile("Lisa Selby", "b", offices=(ENVOY,))]
    assert groups(profiles, Rulings(different=(ids("a", "b"),))) == {"a", "b"}  # type: ignore[arg-type]
    assert waiting(profiles, Rulings(different=(ids("a", "b"),))) == []  # type: ignore[arg-type]


def test_a_third_of_the_name_of_two_judged_different_joins_neither_unasked() -> None:
    profiles = [profile("Lisa Selby", one) for one in "abc"]
    assert groups(profiles, Rulings(different=(ids("a", "b"),))) == {"a", "b", "c"}  # type: ignore[arg-type]


def test_different_rules_over_same_where_rulings_contradict_each_other() -> None:
    profiles = [profile("Lisa Selby", "a"), profile("L. Selby", "b"), profile("Lisa M. Selby", "c")]
    rulings = Rulings(same=(ids("a", "b"), ids("b", "c")), different=(ids("a", "c"),))  # type: ignore[arg-type]
    identity = resolve(profiles, rulings).identity
    assert identity[profiles[0].entity] != identity[profiles[2].entity]


def test_names_judged_apart_stay_so_where_the_words_are_gone() -> None:
    profiles = [profile("Lisa Selby", "a", country="USA"), profile("Lisa Maria Selby", "b", country="USA")]
    assert groups(profiles) == {"a b"}
    assert groups(profiles, Rulings(apart=frozenset({("lisa maria selby", "lisa selby")}))) == {"a", "b"}


def test_one_name_judged_to_be_of_two_is_taken_for_common() -> None:
    profiles = [profile("Lisa Selby", "a"), profile("Lisa Selby", "b")]
    assert groups(profiles, Rulings(apart=frozenset({("lisa selby", "lisa selby")}))) == {"a", "b"}


@pytest.mark.parametrize("schema", list(Schema))
@pytest.mark.parametrize("name", ["Law 512", "…", "Law", "Lisa Selby"])
def test_everything_has_a_block(schema: Schema, name: str) -> None:
    assert blocks(profile(name, "a", schema=schema))


def test_blocks_are_shared_by_spellings_and_by_no_other_name() -> None:
    assert set(blocks(profile("Volodymyr Zelensky", "a"))) & set(blocks(profile("Volodymyr Zelenskyy", "b")))
    assert not set(blocks(profile("Lisa Selby", "a"))) & set(blocks(profile("Ana Rey", "b")))


_people = st.builds(
    lambda name, country, offices: (name, country, offices),
    st.sampled_from(
        ["Juan González", "Juan Carlos González", "J. González", "González", "Lisa Selby", "Selby", "Ana Rey"]
    ),
    st.sampled_from([None, "USA", "CRI"]),
    st.sampled_from([(), (ADVISER,), (FARMER,), (ENVOY,)]),
)
_cases = st.lists(_people, min_size=1, max_size=12).map(
    lambda people: [
        profile(name, f"{number:02}", country=country, offices=offices)
        for number, (name, country, offices) in enumerate(people)
    ]
)


@given(_cases, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_order_changes_nothing(profiles: list[Profile], random: st.DataObject) -> None:
    shuffled = list(profiles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found, again = resolve(profiles), resolve(shuffled)
    assert (again.identity, again.proposals) == (found.identity, found.proposals)


@given(_cases, st.data())
@settings(max_examples=150, deadline=None)
def test_rulings_hold_in_every_case(profiles: list[Profile], data: st.DataObject) -> None:
    entities = [one.entity for one in profiles]
    pairs = st.tuples(st.sampled_from(entities), st.sampled_from(entities)).filter(lambda pair: pair[0] != pair[1])
    if len(entities) > 1:
        one, other = data.draw(pairs)
        apart = resolve(profiles, Rulings(different=((one, other),))).identity
        assert apart[one] != apart[other]
        together = resolve(profiles, Rulings(same=((one, other),))).identity
        assert together[one] == together[other]


@pytest.mark.parametrize("number", [3, 30])
def test_a_name_in_many_documents_is_one_thing_with_the_smallest_id(number: int) -> None:
    profiles = [profile("Lisa Selby", f"{i:02}", companions=(f"companion {i}",)) for i in range(number)]
    assert set(resolve(profiles).identity.values()) == {"00"}


def test_generic_names_without_a_country_are_drawn_together_by_nobody() -> None:
    profiles = [body("Senate", one) for one in "abc"]
    assert groups(profiles) == {"a", "b", "c"}
    assert waiting(profiles) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_short_generic_name_beside_a_full_one_joins_nothing() -> None:
    profiles = [
        body("Orinoco Assembly", "a", names=("Assembly",), country="VEN"),
        body("Assembly", "b", country="VEN"),
    ]
    assert groups(profiles) == {"a", "b"}


def test_a_name_shown_in_two_countries_tells_nobody_apart_by_itself() -> None:
    profiles = [profile("Lisa Selby", f"{country}{i}", country=country) for country in ("PER", "USA") for i in range(2)]
    profiles += [profile("Lisa Selby", f"bare{i}") for i in range(2)]
    assert groups(profiles) == {"PER0 PER1", "USA0 USA1", "bare0", "bare1"}


def test_one_slip_in_a_country_parts_no_others_though_they_wait() -> None:
    profiles = [profile("Lisa Selby", f"a{i}", country="USA") for i in range(3)]
    profiles += [profile("Lisa Selby", "b", country="PER"), profile("Lisa Selby", "c"), profile("Lisa Selby", "d")]
    assert groups(profiles) == {"a0 a1 a2", "b", "c d"}


def test_initials_of_two_bodies_with_other_names_join_nothing() -> None:
    profiles = [
        body("Federation of Health Workers", "a", names=("FHW",), country="PRT"),
        body("Federation of Highland Workers", "b", names=("FHW",), country="PRT"),
    ]
    assert groups(profiles) == {"a", "b"}


def test_senates_of_two_countries_or_states_stay_apart_and_a_bare_one_waits_for_its_country() -> None:
    chilean, peruvian = body("Senate", "a", country="CHL"), body("Senate", "b", country="PER")
    texan, ohioan = body("Texas Senate", "c", country="USA"), body("Ohio Senate", "d", country="USA")
    assert groups([chilean, peruvian, texan, ohioan, body("Senate", "e")]) == {"a", "b", "c", "d", "e"}


def test_supreme_court_is_neither_its_state_nor_that_of_another() -> None:
    state = profile("Ghana", "a", schema=Schema.PLACE, country="GHA")
    courts = body("Supreme Court of Ghana", "b", country="GHA"), body("Supreme Court of Togo", "c", country="TGO")
    assert groups([state, *courts]) == {"a", "b", "c"}


def test_a_surname_told_long_before_the_full_name_waits() -> None:
    president = office("president", "syria", "SYR", 2005, 2010)
    before = office("president", "syria", "SYR", 1974, 2006)
    profiles = [
        profile("Karim Saleh", "a", country="SYR", offices=(president,), companions=("jane roe", "amr adel")),
        profile("Saleh", "b", country="SYR", offices=(before,), companions=("jane roe", "amr adel")),
    ]
    assert groups(profiles) == {"a", "b"}
    assert waiting(profiles) == [("a", "b")]


def test_a_surname_alone_is_of_whoever_of_two_held_the_office_in_its_term() -> None:
    def president(name: str, entity: str, *years: int) -> Profile:
        return profile(name, entity, country="GHA", offices=(office("president", "ghana", "GHA", *years),))

    profiles = [
        *(president("Kofi Adjei", f"a{year}", year) for year in (1980, 1984)),
        *(president("Yaw Adjei", f"b{year}", year) for year in (1996, 2000)),
        *(president("Adjei", f"c{year}", year) for year in (1981, 1983, 1997, 1999, 2019)),
    ]
    assert groups(profiles) == {"a1980 a1984 c1981 c1983", "b1996 b2000 c1997 c1999", "c2019"}


def test_a_surname_alone_without_a_year_stays_with_the_term_that_is_told_of_most() -> None:
    profiles = [
        profile("Adjei", f"a{year}", country="GHA", offices=(office("president", "ghana", "GHA", *years),))
        for year, years in ((1981, (1981,)), (1982, (1982,)), (1999, (1999,)), (0, ()))
    ]
    assert groups(profiles) == {"a0 a1981 a1982", "a1999"}


def test_of_things_that_show_one_name_alone_little_is_held() -> None:
    def assemblies(number: int) -> Iterator[Profile]:
        return (body("Assembly", f"{n:024x}") for n in range(number))

    Groups(assemblies(30), Rulings())  # what is worked out of a name once
    tracemalloc.start()
    groups = Groups(assemblies(4_000), Rulings())
    proposals = sum(1 for _ in groups.proposals())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert proposals == 3_999  # each waits with the next
    assert len(set(groups.first())) == 4_000
    assert peak < 4_000 * 350


_lone = st.lists(st.sampled_from(["González", "Juan González", "Lisa Selby", "Selby", "Assembly"]), max_size=8).map(
    lambda names: [(profile if " " in name else body)(name, f"l{number}") for number, name in enumerate(names)]
)


@given(_cases, _lone, st.data())
def test_one_sketch_of_many_comes_to_what_one_of_each_does(
    profiles: list[Profile], lone: list[Profile], data: st.DataObject
) -> None:
    shown = [*profiles, *lone]
    one, other, third = (data.draw(st.sampled_from([each.entity for each in shown])) for _ in range(3))
    rulings = Rulings(same=((one, other),), different=((other, third),) if other != third else ())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "_shows_a_name_alone", lambda _: False)
        apart = resolve(shown, rulings)
    found = resolve(shown, rulings)
    assert (found.identity, found.proposals) == (apart.identity, apart.proposals)
