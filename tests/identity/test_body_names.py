"""Pairs of names of bodies, and how well they agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity.body_names import BodyMatch, blocks, compare, core, country_in, is_acronym

_PAIRS = {
    BodyMatch.SAME: [("Volta Grid", "VOLTA GRID"), ("U.S. Embassy", "US Embassy"), ("Grain & Port", "Grain and Port")],
    BodyMatch.FORM: [
        ("Cosco Shipping Ports Ltd", "Cosco Shipping Ports Limited"),
        ("Odebrecht S.A.C.", "Odebrecht"),
        ("The Volta Grid Company", "Volta Grid"),
        ("Gazneft PJSC", "Gazneft"),
    ],
    BodyMatch.ORDER: [
        ("Health Ministry", "Ministry of Health"),
        ("Kenya Ports Authority", "Ports Authority of Kenya"),
        ("Kenyan Ports Authority", "Kenya Ports Authority"),
        ("Congress of Peru", "Peruvian Congress"),
        ("Department of State", "State Department"),
        ("Ministerio de Defensa", "Defense Ministry"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Autoridad Portuaria Nacional", "National Port Authority"),
    ],
    BodyMatch.SPELLING: [
        ("Huntington Shipbuilding", "Huntingten Shipbuilding"),
        ("Meridian Terminals", "Meridean Terminals"),
    ],
    BodyMatch.ACRONYM: [
        ("APN", "Autoridad Portuaria Nacional"),
        ("UN", "United Nations"),
        ("I.M.F.", "International Monetary Fund"),
        ("MFA", "Ministry of Foreign Affairs"),
    ],
    BodyMatch.DIFFERENT: [
        ("Bank of Korea", "Bank of Kenya"),
        ("7th Fleet", "5th Fleet"),
        ("First Fleet", "Fifth Fleet"),
        ("Bank of China", "Bank of China Peru"),
        ("Ministry of Health", "Deputy Ministry of Health"),
        ("Peruvian Ministry of Health", "Ministry of Health of Chile"),
        ("North Sea Oil", "South Sea Oil"),
        ("Apn", "Autoridad Portuaria Nacional"),
        ("Ministry of Justice", "Ministry of Interior"),
        ("IMF", "United Nations"),
        ("Embassy of Ghana", "Ghana"),
    ],
}


@pytest.mark.parametrize(
    ("one", "other", "match"), [(*pair, match) for match, pairs in _PAIRS.items() for pair in pairs]
)
def test_names_agree_as_well_as_bodies_are_written(one: str, other: str, match: BodyMatch) -> None:
    assert compare(one, other) is match
    assert compare(other, one) is match
    if match:
        assert set(blocks(one)) & set(blocks(other))


def test_core_leaves_article_and_legal_form_out() -> None:
    assert core("the Volta Grid Co., Ltd.") == "volta grid"


@pytest.mark.parametrize(
    ("name", "country"),
    [("Peruvian Ministry of Health", "PER"), ("Bank of Ghana", "GHA"), ("Volta Grid", None), ("Peru-China Fund", None)],
)
def test_the_one_country_in_a_name_is_found(name: str, country: str | None) -> None:
    assert country_in(name) == country


@pytest.mark.parametrize(
    ("name", "acronym"), [("UN", True), ("I.M.F.", True), ("Minsa", False), ("UNITED NATIONS", False)]
)
def test_capitals_without_a_space_are_initials(name: str, acronym: bool) -> None:
    assert is_acronym(name) is acronym


_words = st.sampled_from(
    ["Ministry", "of", "Health", "the", "Ghana", "Ghanaian", "Kenya", "Ltd", "S.A.", "Port", "Authority", "PA", "MH",
     "7th", "Huntington", "Huntingten", "Ministerio", "de", "Salud", "Bank"]
)  # fmt: skip
_names = st.lists(_words, min_size=1, max_size=5).map(" ".join)


@given(_names, _names)
@settings(max_examples=600, deadline=None)
def test_names_that_agree_meet_in_a_block(one: str, other: str) -> None:
    match = compare(one, other)
    assert compare(other, one) is match
    assert not match or set(blocks(one)) & set(blocks(other))
