import pytest

from palanca.lexicon.spanish import _phrases, spanish, title_in_english
from palanca.records.errors import LexiconError


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("embajador", "ambassador"),
        ("embajadoras", "ambassador"),
        ("naciones", "nation"),
        ("jueces", "judge"),
        ("xyz", None),
    ],
)
def test_noun_is_found_by_any_of_its_forms(word: str, english: str | None) -> None:
    assert spanish().noun(word) == english


@pytest.mark.parametrize(
    ("plural", "english"), [("acciones", "share"), ("acción", "action"), ("cargos", "charge"), ("cargo", "post")]
)
def test_plural_with_a_sense_of_its_own_is_another_word(plural: str, english: str) -> None:
    assert spanish().noun(plural) == english


def test_verb_with_se_has_its_own_sense() -> None:
    found = spanish()
    assert (found.verb("negar"), found.verb("negar", reflexive=True)) == ("deny", "refuse")
    assert (found.verb("firmar", reflexive=True), found.verb("reunirse")) == ("sign", "meet")


@pytest.mark.parametrize(("word", "verb"), [("detenidas", "arrest"), ("vendido", "sell"), ("lado", None)])
def test_participle_leads_to_its_verb(word: str, verb: str | None) -> None:
    assert spanish().participle_of(word) == verb


def test_longest_phrase_wins() -> None:
    words = ["el", "ex", "primer", "ministro"]
    assert (spanish().phrase_at(words, 1), spanish().phrase_at(words, 2), spanish().phrase_at(words, 0)) == (
        ("ex", "prime", "minister"),
        ("prime", "minister"),
        None,
    )


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("meet", ("met", "met", "meets")),
        ("deny", ("denied", "denied", "denies")),
        ("be", ("was", "been", "is")),
        ("urge", ("urged", "urged", "urges")),
    ],
)
def test_forms_of_an_english_verb(verb: str, forms: tuple[str, str, str]) -> None:
    found = spanish()
    assert (found.past(verb), found.participle(verb), found.third(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("embassy", "embassies"), ("person", "people"), ("businessman", "businessmen"), ("coup", "coups")],
)
def test_plural_of_an_english_noun(noun: str, plural: str) -> None:
    assert spanish().plural(noun) == plural


def test_form_leads_back_to_its_word() -> None:
    assert [spanish().lemma(form) for form in ("ministers", "became", "signed", "Lima")] == [
        "minister",
        "become",
        "sign",
        "Lima",
    ]


def test_phrase_of_another_length_is_refused() -> None:
    with pytest.raises(LexiconError, match="as many"):
        dict(_phrases({"a lo largo de": "along"}))


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("vendieron", "vender"),
        ("pagaría", "pagar"),
        ("cierra", "cerrar"),
        ("pidió", "pedir"),
        ("mantuvo", "mantener"),
        ("redujo", "reducir"),
        ("apliquen", "aplicar"),
        ("construyó", "construir"),
        ("cayó", "caer"),
        ("suscrito", "suscribir"),
        ("abcdió", "guess"),
        ("es", "guess"),
    ],
)
def test_infinitive_is_found_by_any_form(form: str, infinitive: str) -> None:
    assert spanish().infinitive(form, "guess") == infinitive


def test_guess_is_kept_where_the_form_may_be_of_it() -> None:
    assert spanish().infinitive("siente", "sentir") == "sentir"


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("ministra de defensa", "minister of defence"),
        ("alcaldesa", "mayor"),
        ("primer ministro", "prime minister"),
        ("mayor", "mayor"),
        ("minister of defence", "minister of defence"),
        ("general manager", "general manager"),
    ],
)
def test_title_is_compared_in_english(title: str, english: str) -> None:
    assert title_in_english(title) == english
