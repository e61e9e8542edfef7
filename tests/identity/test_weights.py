"""What may be proposed is told without weighing, and never wrongly that it may not."""

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity.person_names import NameMatch, compare
from palanca.identity.sketch import Sketch
from palanca.identity.weights import PROPOSED, at_odds, may_be_proposed, points_of
from tests.identity.making import office, profile

_NAMES = st.sampled_from(
    ["Kofi Mensah", "K. Mensah", "Mensah", "Kofi Mensa", "Kofi Adu Mensah", "Jose Garcia", "J. Garcia"]
)


@st.composite
def _sketches(draw: st.DrawFn) -> Sketch:
    name = draw(_NAMES)
    sketch = Sketch(is_person=True, is_common=draw(st.booleans()), forms=frozenset({name}))
    offices = draw(st.lists(st.builds(
        office, st.sampled_from(["minister", "president"]), st.sampled_from(["", "senate", "bank"]),
        st.sampled_from([None, "GHA", "TGO"]), st.sampled_from([1990, 2001]),
    ), max_size=2))  # fmt: skip
    companions = draw(st.lists(st.sampled_from(["ama", "yaw", "esi", "efua"]), max_size=4))
    country = draw(st.sampled_from([None, "GHA", "TGO"]))
    sketch.show(profile(name, "1", country=country, offices=tuple(offices), companions=tuple(companions)), 0)
    return sketch


@given(_sketches(), _sketches())
def test_what_weighs_enough_may_be_proposed(one: Sketch, other: Sketch) -> None:
    forms = min(one.forms), min(other.forms)
    match = compare(*forms)
    if match and points_of(one, other, match, forms) >= PROPOSED:
        assert may_be_proposed(one, other, match)


@given(_sketches(), _sketches())
def test_names_that_agree_put_nothing_at_odds(one: Sketch, other: Sketch) -> None:
    if compare(min(one.forms), min(other.forms)):
        assert at_odds(one, other, do_names_agree=True) is at_odds(one, other)


def test_initials_with_nothing_in_common_are_not_weighed() -> None:
    one, other = (Sketch(is_person=True, forms=frozenset({name})) for name in ("Kofi Mensah", "K. Mensah"))
    assert not may_be_proposed(one, other, NameMatch.INITIALS)
    assert may_be_proposed(one, other, NameMatch.SPELLING)
