"""What a change can reach, so that the rest need not be looked at."""

from collections.abc import Collection, Iterable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity import OfficeShown, Profile, Rulings, blocks, resolve
from palanca.identity.neighbours import Neighbourhood
from palanca.records import EntityId
from tests.identity.making import body, office, profile


def neighbourhood(profiles: list[Profile], rulings: Collection[tuple[EntityId, EntityId, str]] = ()) -> Neighbourhood:
    def some(entities: Collection[EntityId]) -> Iterator[Profile]:
        return (one for one in profiles if one.entity in entities)

    def in_blocks(wanted: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
        known = set(wanted)
        return ((one.entity, block) for one in profiles for block in blocks(one) if block in known)

    return Neighbourhood(profiles=some, in_blocks=in_blocks, rulings=rulings)


def reach(profiles: list[Profile], start: int, rulings: Collection[tuple[EntityId, EntityId, str]] = ()) -> set[str]:
    return set(neighbourhood(profiles, rulings).of([profiles[start]]))


def test_other_names_are_out_of_reach() -> None:
    assert reach([profile("Lisa Selby", "a"), profile("Ana Rey", "b")], 0) == {"a"}


def test_names_lead_on_from_one_to_the_next() -> None:
    profiles = [profile("J. Okwera", "a"), profile("James Okwera", "b"), profile("James Peter Okwera", "c")]
    assert reach(profiles, 0) == {"a", "b", "c"}


def test_a_surname_leads_on_only_with_something_else_in_common() -> None:
    envoy = (office("envoy", "peru", "PER"),)
    profiles = [profile("Lisa Selby", "a", offices=envoy), profile("Selby", "b")]
    assert set(neighbourhood(profiles).of((), ruled=[EntityId("a")])) == {"a"}
    profiles[1] = profile("Selby", "b", offices=envoy)
    assert set(neighbourhood(profiles).of((), ruled=[EntityId("a")])) == {"a", "b"}


def test_an_identifier_leads_to_another_name_and_on() -> None:
    profiles = [
        body("Volta Grid", "a", identifiers=("gha_company:77",)),
        body("Accra Light and Power", "b", identifiers=("gha_company:77",)),
        body("Accra Light & Power", "c"),
        body("Tema Shipping", "d", identifiers=("gha_company:78",)),
    ]
    assert reach(profiles, 0) == {"a", "b", "c"}


def test_a_surname_leads_on_to_whoever_an_identifier_may_lend_evidence() -> None:
    envoy = (office("envoy", "peru", "PER"),)
    profiles = [
        profile("Lisa Selby", "a", identifiers=("ftm:NK-1",)),
        profile("Selby", "b", offices=envoy),
        profile("Ana Rey", "c", offices=envoy, identifiers=("ftm:NK-1",)),
    ]
    assert reach(profiles, 0) == {"a", "b", "c"}


def test_a_ruling_leads_to_another_name() -> None:
    profiles = [profile("Lisa Selby", "a"), profile("Ana Rey", "b")]
    assert reach(profiles, 0, [(EntityId("a"), EntityId("b"), "same")]) == {"a", "b"}


type _Person = tuple[str, tuple[OfficeShown, ...], tuple[str, ...]]
type _Body = tuple[str, tuple[str, ...]]

_names = st.sampled_from(
    ["Juan González", "Juan Carlos González", "J. González", "González", "Lisa Selby", "Selby", "L. Selby", "Ana Rey"]
)
_bodies = st.sampled_from(["Volta Grid", "Volta Grid Ltd", "VG", "Ministry of Health", "Health Ministry", "Ana Rey"])
_identifiers = st.sampled_from([(), (), ("ftm:NK-1",), ("ftm:NK-2",), ("ftm:NK-1", "lei:A"), ("lei:B",)])
_offices = st.sampled_from([(), (office("adviser", "white house", "USA"),), (office("envoy", "peru", "PER"),)])


@given(
    st.lists(st.tuples(_names, _offices, _identifiers), max_size=10),
    st.lists(st.tuples(_bodies, _identifiers), max_size=5), st.integers(0, 14),
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14), st.sampled_from(["same", "different"])), max_size=2),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_resolving_what_is_reached_alone_gives_the_same(
    people: list[_Person], bodies: list[_Body], start: int, ruled: list[tuple[int, int, str]]
) -> None:
    profiles = [profile(name, f"p{i}", offices=o, identifiers=known) for i, (name, o, known) in enumerate(people)]
    profiles += [body(name, f"b{i}", identifiers=known) for i, (name, known) in enumerate(bodies)]
    if not profiles:
        return
    of = [one.entity for one in profiles]
    pairs = [(of[a % len(of)], of[b % len(of)], verdict) for a, b, verdict in ruled if a % len(of) != b % len(of)]
    rulings = Rulings(
        same=tuple((a, b) for a, b, verdict in pairs if verdict == "same"),
        different=tuple((a, b) for a, b, verdict in pairs if verdict == "different"),
    )
    whole = resolve(profiles, rulings)
    inside = neighbourhood(profiles, pairs).of([profiles[start % len(profiles)]])
    part = resolve([one for one in profiles if one.entity in inside], rulings)
    assert part.identity == {entity: one for entity, one in whole.identity.items() if entity in inside}
    assert part.proposals == tuple(one for one in whole.proposals if one.one in inside or one.other in inside)


@given(
    st.lists(st.tuples(_names, _offices, _identifiers), min_size=1, max_size=10),
    st.lists(st.tuples(_bodies, _identifiers), max_size=5), st.integers(0, 14)
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_what_is_gone_reaches_all_that_it_held_together(people: list[_Person], bodies: list[_Body], which: int) -> None:
    profiles = [profile(name, f"p{i}", offices=o, identifiers=known) for i, (name, o, known) in enumerate(people)]
    profiles += [body(name, f"b{i}", identifiers=known) for i, (name, known) in enumerate(bodies)]
    gone = profiles[which % len(profiles)]
    before = resolve(profiles)
    left = [one for one in profiles if one != gone]
    inside = neighbourhood(left).of([gone])
    after = resolve(left)
    part = resolve([one for one in left if one.entity in inside])
    assert part.identity == {entity: one for entity, one in after.identity.items() if entity in inside}
    outside = {one.entity for one in left} - inside
    assert {entity: before.identity[entity] for entity in outside} == {e: after.identity[e] for e in outside}
