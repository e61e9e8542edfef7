"""Pairs of names of bodies, and how well they agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palanca.identity import body_names
from palanca.identity.body_names import BodyMatch, blocks, compare, core, country_in, is_acronym

_PAIRS = {
    BodyMatch.SAME: [
        ("Volta Grid", "VOLTA GRID"),
        ("U.S. Embassy", "US Embassy"),
        ("United States Embassy", "US Embassy"),
        ("Grain & Port", "Grain and Port"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Labour Organisation", "Labor Organization"),
        ("Lloyd's Register", "Lloyds Register"),
        ("Petróleos del Norte", "Petroleos del Norte"),
    ],
    BodyMatch.FORM: [
        ("Cosco Shipping Ports Ltd", "Cosco Shipping Ports Limited"),
        ("Odebrecht S.A.C.", "Odebrecht"),
        ("The Volta Grid Company", "Volta Grid"),
        ("Gazneft PJSC", "Gazneft"),
        ("OAO Gazneft", "PJSC Gazneft"),
        ("ООО Ромашка", "Ромашка"),
        ("Nordvik A/S", "Nordvik"),
        ("Rhenus GmbH & Co. KG", "Rhenus"),
        ("Alcor S.A. de C.V.", "Alcor"),
        ("Tallis N.V.", "Tallis"),
    ],
    BodyMatch.ORDER: [
        ("Health Ministry", "Ministry of Health"),
        ("Kenya Ports Authority", "Ports Authority of Kenya"),
        ("Kenyan Ports Authority", "Kenya Ports Authority"),
        ("Congress of Peru", "Peruvian Congress"),
        ("Department of State", "State Department"),
        ("Ministerio de Defensa", "Defense Ministry"),
        ("Fiscalía General", "Prosecutor General's Office"),
        ("Contraloría General", "Comptroller General's Office"),
        ("Cancillería", "Foreign Ministry"),
        ("Ministerio de Relaciones Exteriores", "Ministry of Foreign Affairs"),
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
        ("Corte Suprema", "Supreme Court"),
        ("Tribunal Constitucional", "Constitutional Court"),
        ("Ministerio de Salud del Perú", "Peruvian Ministry of Health"),
        ("Partido Comunista de China", "Chinese Communist Party"),
        ("Banco Mundial", "World Bank"),
        ("Coast Guard of Sudan", "Sudanese Coast Guard"),
        ("Kenya's Ministry of Health", "Kenyan Health Ministry"),
        ("Autoridad Portuaria Nacional", "National Port Authority"),
    ],
    BodyMatch.SPELLING: [
        ("Huntington Shipbuilding", "Huntingten Shipbuilding"),
        ("Meridian Terminals", "Meridean Terminals"),
        ("Gazneftbank", "Gazneftbnak"),
        ("Norvik", "Norrvik"),
        ("Ministry of Agriculture", "Ministry of Agricultrue"),
    ],
    BodyMatch.ACRONYM: [
        ("APN", "Autoridad Portuaria Nacional"),
        ("UN", "United Nations"),
        ("I.M.F.", "International Monetary Fund"),
        ("MFA", "Ministry of Foreign Affairs"),
        ("the IMF", "International Monetary Fund"),
        ("MoD", "Ministry of Defence"),
        ("PLA", "People's Liberation Army"),
        ("CHEC", "China Harbour Engineering Company Ltd"),
        ("USAF", "U.S. Air Force"),
        ("FMI", "Fondo Monetario Internacional"),
        ("KPA", "Kenya Ports Authority"),
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
        ("Embassy of Ghana in Togo", "Embassy of Togo in Ghana"),
        ("US Embassy in Lima", "US Embassy in Quito"),
        ("US Embassy in Lima", "US Embassy"),
        ("Ghana's embassy in Togo", "Ghana"),
        ("Niger Bank", "Nigeria Bank"),
        ("Bank of Mauritius", "Bank of Mauritania"),
        ("Slovakia Rail", "Slovenia Rail"),
        ("Supreme Court", "Constitutional Court"),
        ("Brigade 101", "Brigade 102"),
        ("Electric Union", "Electronic Union"),
        ("Ministry of Commerce", "Minister of Commerce"),
        ("North Korea", "South Korea"),
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
    [
        ("Peruvian Ministry of Health", "PER"), ("Bank of Ghana", "GHA"), ("Volta Grid", None),
        ("Peru-China Fund", None), ("Kenya's Ministry of Health", "KEN"),
        ("Army of the Democratic Republic of the Congo", "COD"), ("Ghana and Togo Line", None),
    ],
)  # fmt: skip
def test_the_one_country_in_a_name_is_found(name: str, country: str | None) -> None:
    assert country_in(name) == country


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("US Embassy in Lima", "USA"), ("Embajada de Estados Unidos en Perú", "USA"),
        ("Russian Embassy to Ghana", "RUS"), ("Peru's embassy in China", "PER"),
    ],
)  # fmt: skip
def test_an_embassy_is_of_the_country_that_sends_it(name: str, sender: str) -> None:
    assert country_in(name) == sender


@pytest.mark.parametrize(
    ("name", "acronym"),
    [("UN", True), ("I.M.F.", True), ("MoD", True), ("Minsa", False), ("UNITED NATIONS", False), ("A", False)],
)
def test_capitals_without_a_space_are_initials(name: str, acronym: bool) -> None:
    assert is_acronym(name) is acronym


_lists = body_names._lists()
_known = st.sampled_from(
    sorted(_lists.read_as) + sorted(_lists.legal_forms | _lists.small) + sorted(_lists.same_phrase)
    + ["Ghana", "Ghanaian", "US", "United States", "Sudan", "Kenya's", "Embassy", "7th", "Huntington", "& Co.", "A/S"]
)  # fmt: skip


@st.composite
def _two_names(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and its words again: translated, with a slip, left out, in another order, or as initials."""
    words = draw(st.lists(_known, min_size=1, max_size=5))
    others = [draw(st.sampled_from(_written_otherwise(word))) for word in words]
    order = draw(st.one_of(st.just(others), st.permutations(others)))
    initials = "".join(word[0] for word in " ".join(words).split()).upper()
    return " ".join(words), draw(st.sampled_from([" ".join(order), initials]))


def _written_otherwise(word: str) -> list[str]:
    mates = [other for other, first in _lists.read_as.items() if first == _lists.read_as.get(word)]
    middle = len(word) // 2
    return [word, "", word[:middle] + word[middle - 1] + word[middle:], *mates]


@given(_two_names())
@settings(max_examples=1000, deadline=None)
def test_names_that_agree_meet_in_a_block(names: tuple[str, str]) -> None:
    one, other = names
    match = compare(one, other)
    assert compare(other, one) is match
    assert not match or set(blocks(one)) & set(blocks(other))
