import pytest
from spacy.tokens import Doc

from palanca.reading.language import Languages

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")


def parsed(text: str) -> Doc:
    doc: Doc = Languages().load("es")(text)
    return doc


def norms(text: str) -> list[str]:
    return [token.norm_ for token in parsed(text)]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Los ministros firmaron el acuerdo.", "the ministers signed the agreement ."),
        ("El primer ministro se negó.", "the prime minister oneself refused ."),
        ("La embajadora fue expulsada.", "the ambassador was expelled ."),
        ("Vendieron las acciones del banco.", "sold the shares of bank ."),
    ],
)
def test_each_word_stands_under_its_english_one(text: str, english: str) -> None:
    assert " ".join(norms(text)) == english


def test_words_of_the_text_stay() -> None:
    doc = parsed("Los ministros firmaron el acuerdo.")
    assert (doc.text, doc[1].text, doc[1].lemma_, doc[2].lemma_) == (
        "Los ministros firmaron el acuerdo.",
        "ministros",
        "minister",
        "sign",
    )


def test_word_without_an_entry_stays_itself() -> None:
    assert "salar" in norms("Construyó una planta en el salar.")


@pytest.mark.parametrize(
    ("number", "english"),
    [
        ("1.200", "1,200"),
        ("2,5", "2.5"),
        ("3.400.000", "3,400,000"),
        ("1.300,5", "1,300.5"),
        ("2.5", "2.5"),
        ("45", "45"),
    ],
)
def test_number_has_english_signs(number: str, english: str) -> None:
    assert norms(f"Envió {number} toneladas.")[1] == english


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("el exministro de Salud", ["el", "ex", "ministro", "de", "Salud"]),
        ("la expresidenta", ["la", "ex", "presidenta"]),
        ("un experto extranjero", ["un", "experto", "extranjero"]),
        ("el 40% del banco", ["el", "40", "%", "del", "banco"]),
        ("LIMA (Red Sur).- Cayó", ["LIMA", "(", "Red", "Sur", ")", ".-", "Cayó"]),
    ],
)
def test_text_is_cut_as_readers_know_it(text: str, tokens: list[str]) -> None:
    assert [token.text for token in parsed(text)] == tokens


@pytest.mark.parametrize("name", ["Óscar Guerra", "Marta Reyes", "Julio Paz"])
def test_name_is_no_noun(name: str) -> None:
    assert norms(f"La jueza citó a {name} en Quito.")[4:6] == name.lower().split()


def test_body_keeps_its_head_in_front() -> None:
    assert norms("El Banco Central lo negó.")[1:3] == ["bank", "central"]


def test_labels_are_those_of_the_english_pipelines() -> None:
    labels = {span.text: span.label_ for span in parsed("La senadora Ana Torres llegó a Quito.").ents}
    assert labels == {"Ana Torres": "PERSON", "Quito": "GPE"}


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Tropas de Ruanda entraron en Goma.", 0, "NOUN"),
        ("Costa dijo que no.", 0, "PROPN"),
        ("«Cumpliremos», dijo.", 1, "VERB"),
        ("El ministro salió — tarde.", 3, "PUNCT"),
    ],
)
def test_part_of_a_word_that_opens_a_sentence(text: str, word: int, part: str) -> None:
    assert parsed(text)[word].pos_ == part


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("«Firmaremos el acuerdo», dijo.", "Tense=Fut"),
        ("«Cumpliremos», dijo.", "Tense=Fut"),
        ("El banco pagaría la deuda.", "Mood=Cnd"),
    ],
)
def test_tense_of_a_verb_ahead(text: str, feature: str) -> None:
    assert [token.text for token in parsed(text) if feature in str(token.morph)] != []


def test_surname_by_itself_is_no_noun_where_a_full_name_has_it() -> None:
    assert norms("La senadora Ana Torres votó. Torres firmó.")[-3] == "torres"
