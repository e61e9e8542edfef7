"""What the Spanish grammar answers, on sentences of our own. Each test asks one question."""

import pytest

from palanca.reading.grammar import Relation, Spanish
from palanca.reading.grammar.freezing import frozen
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.language import Languages

pytestmark = pytest.mark.skipif(not Languages().reads("es"), reason="the Spanish pipeline is not installed")

GRAMMAR = Spanish()


def parsed(text: str) -> Doc:
    return frozen(Languages().load("es")(text))


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Perú firmó un acuerdo.", "firmó", ["Perú"], ["acuerdo"]),
        ("El acuerdo fue firmado por la ministra Rosa Paz.", "firmado", ["ministra"], ["acuerdo"]),
        ("El acuerdo fue firmado en Quito.", "firmado", [], ["acuerdo"]),
        ("Se firmó un acuerdo en Quito.", "firmó", [], ["acuerdo"]),
        ("Ruiz y Sosa visitaron Chile y Perú.", "visitaron", ["Ruiz", "Sosa"], ["Chile", "Perú"]),
        ("El ministro se reunió con Ruiz.", "reunió", ["ministro"], []),
        ("La policía acusó a Pedro Sosa.", "acusó", ["policía"], ["Pedro"]),
        ("La fiscalía lo denunció en Lima.", "denunció", ["fiscalía"], ["lo"]),
        ("La empresa que construyó el puerto pagó sobornos.", "construyó", ["empresa"], ["puerto"]),
        ("El senador, quien negó los cargos, viajó a Chile.", "negó", ["senador"], ["cargos"]),
        ("Las tropas enviadas por Rusia llegaron a Caracas.", "enviadas", ["Rusia"], ["tropas"]),
        ("El ministro visitó Panamá y firmó un acuerdo.", "firmó", ["ministro"], ["acuerdo"]),
        ("El presidente nombró ministra a Laura Paz.", "nombró", ["presidente"], ["ministra", "Laura"]),
        ("Hubo protestas en Bolivia.", "Hubo", [], ["protestas"]),
        ("No firmó un acuerdo, sino una carta.", "firmó", ["firmó"], ["carta"]),
        ("Acordaron una tregua.", "Acordaron", ["Acordaron"], ["tregua"]),
        ("La decisión de vender el puerto fue criticada por la oposición.", "criticada", ["oposición"], ["decisión"]),
    ],
)  # fmt: skip
def test_the_subject_does_and_the_object_undergoes(
    text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    found = GRAMMAR.arguments(word(parsed(text), verb))
    assert (texts(found.subjects), texts(found.objects)) == (subjects, objects)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("El ministro dijo que no participa en el caso.", "participa", ["ministro"]),
        ("El ministro dijo que hay un acuerdo.", "hay", []),
        ("México pidió a China que retire sus barcos.", "retire", ["China"]),
        ("El tribunal ordenó a la empresa pagar una multa.", "pagar", ["empresa"]),
        ("El gobierno quiere vender el puerto.", "vender", ["gobierno"]),
        ("Tras reunirse con Ruiz, el enviado salió de Lima.", "reunirse", ["enviado"]),
    ],
)
def test_a_subject_that_is_left_out_is_that_of_the_verb_above(text: str, verb: str, subjects: list[str]) -> None:
    found = GRAMMAR.arguments(word(parsed(text), verb))
    assert (texts(found.subjects), found.inherited) == (subjects, bool(subjects))


@pytest.mark.parametrize(
    ("text", "verb", "pronoun"),
    [
        ("Acordaron ejercicios conjuntos.", "Acordaron", "they"),
        ("Añadió que viajará a Chile.", "Añadió", "he"),
        ("Se reunió con Ruiz.", "reunió", "he"),
        ("El ministro dijo que negocian con Chile.", "negocian", "they"),
        ("Ruiz añadió que viajará a Chile.", "viajará", ""),
        ("Se firmó un acuerdo.", "firmó", ""),
        ("Es posible que renuncie.", "Es", ""),
        ("Hay un acuerdo.", "Hay", ""),
    ],
)
def test_which_pronoun_a_verb_leaves_out(text: str, verb: str, pronoun: str) -> None:
    assert GRAMMAR.left_out(word(parsed(text), verb)) == pronoun


@pytest.mark.parametrize(
    ("text", "verb", "obliques"),
    [
        ("El ministro se reunió con el embajador y con Ruiz.", "reunió", [("with", "embajador"), ("with", "Ruiz")]),
        ("El canciller viajará a Pekín la próxima semana.", "viajará", [("to", "Pekín"), ("", "semana")]),
        ("Chile enviará ayuda a Haití.", "enviará", [("to", "Haití")]),
        ("La empresa pagó sobornos al ministro.", "pagó", [("to", "ministro")]),
        ("Brasil votó en contra de la resolución.", "votó", [("against", "resolución")]),
        ("Una firma construirá el cable por 180 millones.", "construirá", [("for", "millones")]),
    ],
)
def test_obliques_have_the_prepositions_of_the_word_lists(
    text: str, verb: str, obliques: list[tuple[str, str]]
) -> None:
    found = GRAMMAR.arguments(word(parsed(text), verb)).obliques
    assert [(o.preposition, o.token.text) for o in found] == obliques


def test_whom_the_preposition_of_a_relative_clause_means() -> None:
    found = GRAMMAR.arguments(word(parsed("El funcionario con el que se reunió Ruiz renunció."), "reunió"))
    assert [(o.preposition, o.token.text) for o in found.obliques] == [("with", "funcionario")]


@pytest.mark.parametrize(
    ("text", "verb", "auxiliaries"),
    [
        ("El canciller viajará a Pekín.", "viajará", ("will",)),
        ("El gobierno va a firmar el tratado.", "firmar", ("will",)),
        ("Dijo que su país rompería relaciones.", "rompería", ("would",)),
        ("La empresa habría pagado sobornos.", "pagado", ("may", "have")),
        ("La empresa habría pagado si hubiera dinero.", "pagado", ("would", "have")),
        ("El diputado ha sido acusado de corrupción.", "acusado", ("have", "be")),
        ("El contrato debe ser aprobado por el Congreso.", "aprobado", ("must", "be")),
        ("Rivas podría viajar a Chile.", "viajar", ("could",)),
        ("El gobierno quiere vender el puerto.", "vender", ("to",)),
        ("Firmó un contrato para construir una planta.", "construir", ("to",)),
        ("Rusia está construyendo una base.", "construyendo", ("be",)),
        ("Ruiz exigió que el gobierno retire las tropas.", "retire", ("to",)),
        ("El ministro firmó el acuerdo.", "firmó", ()),
    ],
)
def test_auxiliaries_are_told_as_english_has_them(text: str, verb: str, auxiliaries: tuple[str, ...]) -> None:
    assert GRAMMAR.arguments(word(parsed(text), verb)).auxiliaries == auxiliaries


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("El gobierno no firmó el tratado.", "firmó", True),
        ("El canciller nunca visitó Cuba.", "visitó", True),
        ("El juez tampoco recibió dinero.", "recibió", True),
        ("Nadie firmó el tratado.", "firmó", True),
        ("Salió sin hacer declaraciones.", "hacer", True),
        ("No firmó un acuerdo, sino una carta.", "firmó", False),
        ("El gobierno firmó el tratado.", "firmó", False),
    ],
)
def test_what_is_negated(text: str, verb: str, negated: bool) -> None:
    assert GRAMMAR.arguments(word(parsed(text), verb)).negated is negated


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("El acuerdo fue firmado en Quito.", "firmado", True),
        ("Se firmó un acuerdo en Quito.", "firmó", True),
        ("Ruiz ha firmado el acuerdo.", "firmado", False),
        ("Ruiz se reunió con Sosa.", "reunió", False),
    ],
)
def test_what_is_passive(text: str, verb: str, passive: bool) -> None:
    assert GRAMMAR.arguments(word(parsed(text), verb)).passive is passive


@pytest.mark.parametrize(
    ("text", "verb", "relation", "head", "marker"),
    [
        ("Ruiz dijo que Perú firmó el acuerdo.", "firmó", Relation.CONTENT, "dijo", "that"),
        ("El gobierno quiere vender el puerto.", "vender", Relation.CONTROLLED, "quiere", ""),
        ("La firma que construyó el puerto quebró.", "construyó", Relation.RELATIVE, "firma", ""),
        ("Las tropas enviadas por Rusia llegaron a Caracas.", "enviadas", Relation.PARTICIPLE, "tropas", ""),
        ("Ruiz visitó Panamá y firmó un acuerdo.", "firmó", Relation.CONJUNCT, "visitó", ""),
        ("Si el Congreso aprueba la ley, la empresa recibirá dinero.", "aprueba", Relation.ADVERBIAL, "recibirá", "if"),
        ("Después de firmar el acuerdo, Ruiz regresó a Quito.", "firmar", Relation.PREPOSITIONAL, "regresó", "after"),
        ("El senador acusó al gobierno de ocultar el texto.", "ocultar", Relation.PREPOSITIONAL, "acusó", "of"),
        ("El ministro trató de ocultar el texto.", "ocultar", Relation.CONTROLLED, "trató", ""),
        ("Perú firmó el acuerdo.", "firmó", Relation.ROOT, None, ""),
    ],
)  # fmt: skip
def test_how_a_clause_hangs_on_what_is_above_it(
    text: str, verb: str, relation: Relation, head: str | None, marker: str
) -> None:
    found = GRAMMAR.governor(word(parsed(text), verb))
    assert (found.relation, found.head.text if found.head else None, found.marker) == (relation, head, marker)


def test_a_noun_has_what_follows_its_prepositions() -> None:
    found = GRAMMAR.arguments(word(parsed("La firma del contrato por la ministra Rosa Paz fue breve."), "firma"))
    assert (texts(found.subjects), texts(found.objects)) == (["ministra"], ["contrato"])


def test_who_acts_against_another_is_told_by_de() -> None:
    found = GRAMMAR.arguments(word(parsed("El ataque de Rusia contra Ucrania dejó diez muertos."), "ataque"))
    assert (texts(found.subjects), texts(found.objects)) == (["Rusia"], [])


def test_predicates_are_the_verbs_that_head_a_clause() -> None:
    doc = parsed("Ruiz ha dicho que el acuerdo será firmado por quienes quieren vender.")
    assert texts(tuple(GRAMMAR.predicates(doc[:]))) == ["dicho", "firmado", "quieren", "vender"]


def test_nouns_are_the_heads_of_their_phrases() -> None:
    doc = parsed("El ministro Ramiro Choque Mamani visitó el puerto de Ilo.")
    assert texts(tuple(GRAMMAR.nouns(doc[:]))) == ["ministro", "Ramiro", "puerto", "Ilo"]


def test_a_phrase_has_no_relative_clause() -> None:
    noun = word(parsed("La empresa china que opera el puerto pagó."), "empresa")
    assert GRAMMAR.phrase(noun).text == "La empresa china"


def test_a_personal_a_is_no_part_of_the_phrase() -> None:
    noun = word(parsed("La fiscalía acusó a la empresa china."), "empresa")
    assert GRAMMAR.phrase(noun).text == "la empresa china"


def test_a_clause_ends_before_the_next() -> None:
    verb = word(parsed("Ruiz visitó Panamá el martes y firmó un acuerdo."), "visitó")
    assert GRAMMAR.clause(verb).text == "Ruiz visitó Panamá el martes"


def test_a_subtree_is_all_that_hangs_on_a_word() -> None:
    noun = word(parsed("La empresa que opera el puerto de Ilo quebró."), "puerto")
    assert GRAMMAR.subtree(noun).text == "el puerto de Ilo"


def test_conjuncts_are_told_in_order() -> None:
    assert texts(GRAMMAR.conjuncts(word(parsed("Chile, Perú y Brasil firmaron."), "Perú"))) == [
        "Chile",
        "Perú",
        "Brasil",
    ]


@pytest.mark.parametrize(
    ("text", "noun", "others"),
    [
        ("La ministra de Salud, Rosa Paz, renunció.", "ministra", ["Rosa"]),
        ("Rosa Paz, ministra de Salud, renunció.", "Rosa", ["ministra"]),
        ("La empresa china Orient Lines opera un puerto.", "empresa", ["Orient"]),
        ("El ministro de Defensa, Pedro Sosa, y su par de Brasil, Ana Lima, firmaron.", "par", ["Ana"]),
    ],
)
def test_appositions_rename_a_noun(text: str, noun: str, others: list[str]) -> None:
    assert texts(GRAMMAR.appositions(word(parsed(text), noun))) == others


def test_what_a_noun_names_behind_de() -> None:
    head = GRAMMAR.head_of_phrase(word(parsed("El puerto de Ilo cerró."), "Ilo"))
    assert head is not None
    assert head.text == "puerto"


@pytest.mark.parametrize(
    ("text", "said", "subjects"),
    [
        ("Rosa Paz es la dueña de la empresa.", "dueña", ["Rosa"]),
        ("El canal es panameño.", "panameño", ["canal"]),
        ("Rosa Paz y Ana Lima son socias de la firma.", "socias", ["Rosa", "Ana"]),
        ("La dueña llegó tarde.", "dueña", []),
    ],
)
def test_of_whom_a_copula_says_it(text: str, said: str, subjects: list[str]) -> None:
    assert texts(GRAMMAR.predicated_of(word(parsed(text), said))) == subjects


def test_a_copula_may_say_something_of_a_clause() -> None:
    assert GRAMMAR.is_said(word(parsed("Vender el puerto es un error."), "error"))


def test_what_a_copula_says_of_a_noun() -> None:
    assert texts(GRAMMAR.said_of(word(parsed("Minera Sur es una filial de Grupo Norte."), "Minera"))) == ["filial"]


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Rosa Paz fue nombrada ministra de Salud.", "ministra", "nombrada"),
        ("Rosa Paz es ministra de Salud.", "ministra", "es"),
        ("La ministra renunció.", "ministra", None),
    ],
)
def test_the_verb_that_a_noun_completes(text: str, noun: str, verb: str | None) -> None:
    found = GRAMMAR.complemented(word(parsed(text), noun))
    assert (found.text if found is not None else None) == verb


@pytest.mark.parametrize(
    ("text", "noun", "owners"),
    [
        ("La ministra vendió su empresa.", "empresa", ["su"]),
        ("Rosa Paz, cuya empresa quebró, viajó a Chile.", "empresa", ["Rosa"]),
        ("La ministra vendió la empresa.", "empresa", []),
    ],
)
def test_who_owns_a_noun(text: str, noun: str, owners: list[str]) -> None:
    assert texts(GRAMMAR.possessors(word(parsed(text), noun))) == owners


def test_modifiers_stand_on_both_sides() -> None:
    noun = word(parsed("La nueva empresa china quebró."), "empresa")
    assert texts(GRAMMAR.modifiers(noun)) == ["nueva", "china"]


def test_what_is_joined_to_a_noun_by_prepositions() -> None:
    noun = word(parsed("La embajadora de Rusia en Bolivia asistió."), "embajadora")
    assert [(o.preposition, o.token.text) for o in GRAMMAR.prepositional(noun)] == [("of", "Rusia"), ("in", "Bolivia")]


def test_no_subject_is_empty() -> None:
    assert not GRAMMAR.is_empty(word(parsed("Es posible que ella renuncie."), "ella"))


@pytest.mark.parametrize(("noun", "subject"), [("ministra", True), ("acuerdo", False)])
def test_what_is_a_subject(noun: str, subject: bool) -> None:
    assert GRAMMAR.is_subject(word(parsed("La ministra firmó el acuerdo."), noun)) is subject


@pytest.mark.parametrize(
    ("text", "noun", "agent"),
    [
        ("La ministra firmó el acuerdo.", "ministra", True),
        ("El acuerdo fue firmado por la ministra.", "ministra", True),
        ("El acuerdo fue firmado por la ministra.", "acuerdo", False),
        ("La ministra es abogada.", "ministra", False),
    ],
)
def test_who_does_what_the_verb_says(text: str, noun: str, agent: bool) -> None:
    assert GRAMMAR.is_agent(word(parsed(text), noun)) is agent


def test_pronouns_stand_for_nouns() -> None:
    doc = parsed("Ella vendió la empresa.")
    assert (GRAMMAR.is_pronoun(word(doc, "Ella")), GRAMMAR.is_pronoun(word(doc, "empresa"))) == (True, False)


def test_words_before_a_blank_line_do_not_lose_the_next_paragraph_its_subject() -> None:
    found = GRAMMAR.arguments(word(parsed("Ruiz visitó Panamá.\n\nChina criticó la visita."), "criticó"))
    assert texts(found.subjects) == ["China"]


@pytest.mark.parametrize(
    ("text", "token", "tag"),
    [
        ("Ruiz firmó el acuerdo.", "firmó", "VBD"),
        ("Ruiz firma el acuerdo.", "firma", "VBZ"),
        ("Ruiz firmará el acuerdo.", "firmará", "MD"),
        ("Ruiz quiere firmar el acuerdo.", "firmar", "VB"),
        ("Ruiz fue acusada de firmar el acuerdo.", "firmar", "VBG"),
        ("Ruiz ha firmado el acuerdo.", "firmado", "VBN"),
        ("Los acuerdos llegaron.", "acuerdos", "NNS"),
        ("Ruiz vendió su empresa.", "su", "PRP$"),
        ("Ruiz vendió la empresa que quebró.", "que", "WDT"),
        ("Ruiz dijo que renuncia.", "que", "IN"),
        ("La empresa nueva quebró en Chile.", "nueva", "JJ"),
        ("Ruiz viajó a Chile.", "Chile", "NNP"),
    ],
)
def test_tags_are_those_of_penn(text: str, token: str, tag: str) -> None:
    assert word(parsed(text), token).tag_ == tag
