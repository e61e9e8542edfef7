"""Countries are found by the words of news, and only by those."""

from collections import defaultdict

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.lexicon.countries import (
    Country,
    CountryPhrase,
    PhraseKind,
    Status,
    countries,
    country,
    country_named,
    country_of_capital,
    country_of_demonym,
    country_of_seat,
    country_phrases,
)
from palanca.lexicon.demonyms import english_forms, spanish_forms
from palanca.records.errors import LexiconError


def code(found: Country | None) -> str | None:
    return found.alpha3 if found else None


def test_assigned_codes_are_exactly_those_of_iso_3166() -> None:
    assigned = {c.alpha3 for c in countries() if c.status is Status.ASSIGNED}
    assert assigned == {c.alpha_3 for c in pycountry.countries}


def test_former_states_keep_their_withdrawn_codes() -> None:
    former = {c.alpha3 for c in countries() if c.status is Status.FORMER}
    assert former == {"SUN", "YUG", "CSK", "DDR", "SCG", "ANT"}


def test_kosovo_is_marked_as_user_assigned() -> None:
    assert country("XKX").status is Status.USER_ASSIGNED


def test_whole_record_of_a_country() -> None:
    assert country("LVA") == Country(
        alpha3="LVA",
        name="Latvia",
        name_es="Letonia",
        names=("Latvia", "Letonia"),
        demonyms=("Latvian", "Latvians", "letón", "letona", "letones", "letonas"),
        capitals=("Riga",),
        seats=("Riga",),
    )


def test_unknown_code_says_which_codes_are_known() -> None:
    with pytest.raises(LexiconError, match="no country has the code 'XXX': use an ISO 3166-1"):
        country("XXX")


def test_two_countries_share_only_weak_phrases() -> None:
    claims: defaultdict[str, list[CountryPhrase]] = defaultdict(list)
    for phrase in country_phrases():
        claims[phrase.phrase].append(phrase)
    shared = [rivals for rivals in claims.values() if len({r.alpha3 for r in rivals}) > 1]
    assert shared
    assert all(r.weak for rivals in shared for r in rivals)


def test_every_country_has_a_name_among_its_phrases() -> None:
    named = {p.alpha3 for p in country_phrases() if p.kind is PhraseKind.NAME}
    assert named == {c.alpha3 for c in countries()}


def test_weak_entries_of_the_file_are_phrases() -> None:
    weak = {p.phrase for p in country_phrases() if p.weak}
    assert {"Georgia", "Jordan", "Chad", "America", "Congo", "Victoria", "Male", "Persians"} <= weak
    assert not {"Peru", "Turkey", "Niger", "US", "British", "Dutch", "Moscow"} & weak


def test_phrase_tells_who_writes_it_so() -> None:
    found = {(p.phrase, p.kind): p.languages for p in country_phrases() if p.alpha3 == "KEN"}
    assert found["Kenya", PhraseKind.NAME] == ("en", "es")
    assert found["Kenia", PhraseKind.NAME] == ("es",)
    assert found["Kenyans", PhraseKind.DEMONYM] == ("en",)
    assert found["Nairobi", PhraseKind.CAPITAL] == ("en", "es")


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [
        ("US", "USA"), ("U.S.", "USA"), ("USA", "USA"), ("EE.UU.", "USA"), ("UK", "GBR"), ("Great Britain", "GBR"),
        ("UAE", "ARE"), ("DRC", "COD"), ("DR Congo", "COD"), ("Burma", "MMR"), ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"), ("Cote d'Ivoire", "CIV"), ("Holland", "NLD"), ("the Netherlands", "NLD"),
        ("Russian Federation", "RUS"), ("PRC", "CHN"), ("Syrian Arab Republic", "SYR"), ("Republic of Korea", "KOR"),
        ("DPRK", "PRK"), ("Reino Unido", "GBR"), ("los Países Bajos", "NLD"), ("Turquía", "TUR"), ("Turkiye", "TUR"),
        ("PERU", "PER"), ("Soviet Union", "SUN"), ("El Salvador", "SLV"), ("Holy See", "VAT"), ("Viet Nam", "VNM"),
    ],
)  # fmt: skip
def test_name_or_abbreviation_finds_its_country(text: str, alpha3: str) -> None:
    assert code(country_named(text)) == alpha3


@pytest.mark.parametrize("text", ["us", "Us", "uk", "uae", "turkey", "chad", "china", "Atlantis", "", "the", "Congo"])
def test_common_words_and_shared_names_find_no_country(text: str) -> None:
    assert country_named(text) is None


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [
        ("Peruvian", "PER"), ("Peruvians", "PER"), ("Dutch", "NLD"), ("Dutchmen", "NLD"), ("Briton", "GBR"),
        ("British", "GBR"), ("Filipino", "PHL"), ("Philippine", "PHL"), ("Burmese", "MMR"), ("Saudi", "SAU"),
        ("Saudi Arabian", "SAU"), ("Emirati", "ARE"), ("Palestinians", "PSE"), ("Czechs", "CZE"), ("Nigerien", "NER"),
        ("Nigerian", "NGA"), ("peruana", "PER"), ("estadounidenses", "USA"), ("francesas", "FRA"), ("iraníes", "IRN"),
        ("españolas", "ESP"), ("alemana", "DEU"), ("belgas", "BEL"), ("Soviet", "SUN"),
    ],
)  # fmt: skip
def test_demonym_finds_its_country(text: str, alpha3: str) -> None:
    assert code(country_of_demonym(text)) == alpha3


@pytest.mark.parametrize("text", ["polish", "turk", "Congolese", "Martian"])
def test_verbs_and_shared_demonyms_find_no_country(text: str) -> None:
    assert country_of_demonym(text) is None


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [("Lima", "PER"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Moscú", "RUS"), ("La Habana", "CUB"), ("Bruselas", "BEL"),
     ("Washington, D.C.", "USA"), ("Bogota", "COL"), ("Dar es Salaam", "TZA")],
)  # fmt: skip
def test_capital_finds_its_country(text: str, alpha3: str) -> None:
    assert code(country_of_capital(text)) == alpha3


def test_seat_may_be_another_city_than_the_capital() -> None:
    assert code(country_of_seat("Tel Aviv")) == "ISR"
    assert code(country_of_seat("La Haya")) == "NLD"
    assert code(country_of_seat("Beijing")) == "CHN"
    assert country_of_seat("Brussels") is None


def test_english_plurals() -> None:
    assert english_forms("Kenyan") == ("Kenyan", "Kenyans")
    assert english_forms("Irishman") == ("Irishman", "Irishmen")
    assert english_forms("German") == ("German", "Germans")
    assert english_forms("Chinese") == ("Chinese",)


def test_spanish_genders_and_plurals() -> None:
    assert spanish_forms("cubano") == ("cubano", "cubana", "cubanos", "cubanas")
    assert spanish_forms("letón") == ("letón", "letona", "letones", "letonas")
    assert spanish_forms("marroquí") == ("marroquí", "marroquíes", "marroquís")
    assert spanish_forms("canadiense") == ("canadiense", "canadienses")


@given(st.sampled_from([p for p in country_phrases() if not p.weak]))
def test_every_strong_phrase_is_found_as_written(phrase: CountryPhrase) -> None:
    look_up = {
        PhraseKind.NAME: country_named,
        PhraseKind.DEMONYM: country_of_demonym,
        PhraseKind.CAPITAL: country_of_capital,
        PhraseKind.SEAT: country_of_seat,
    }[phrase.kind]
    assert code(look_up(phrase.phrase)) == phrase.alpha3
