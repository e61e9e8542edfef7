"""The Penn tag of a Spanish token, from its part of speech and its morphology: readers tell forms of verbs by it.

A future or a conditional in one word ("viajará", "pagaría") has the tag of the modal that English would put before it.
"""

import spacy.tokens

from palanca.reading.grammar.parse import Token

type AnyToken = Token | spacy.tokens.Token  # asked of a parse at rest, and while it is redrawn

_MODALS = {"poder", "deber"}
_PRESENT_PERSONS = {("Sing", "3"): "VBZ"}
_MOODS_AHEAD = {("Ind", "Fut"), ("Cnd", "")}
_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", "…": ".", ",": ",", "(": "-LRB-", ")": "-RRB-", "«": "``", "»": "''",
}  # fmt: skip
_PLAIN = {
    "ADJ": "JJ", "ADV": "RB", "ADP": "IN", "SCONJ": "IN", "CCONJ": "CC", "NUM": "CD", "INTJ": "UH", "SYM": "SYM",
    "PART": "RP", "X": "FW", "SPACE": "_SP",
}  # fmt: skip
_PRONOUNS = {"que": "WDT", "cual": "WDT", "cuales": "WDT", "quien": "WP", "quienes": "WP"}
_WHOSE = {"cuyo", "cuya", "cuyos", "cuyas"}
_WHERE = {"donde", "cuando", "dónde", "cuándo", "cómo"}


def penn_tag(token: AnyToken) -> str:
    """The tag of one token, by itself, before its lemma is changed.

    What depends on its neighbours ("de OCULTAR") the redrawing of the tree mends.
    """
    word, part = token.lower_, token.pos_
    if word in _WHERE and part in {"ADV", "PRON", "SCONJ"}:
        return "WRB"
    if part == "AUX" and token.lemma_ in _MODALS and form(token) == "Fin":
        return "MD"
    if part in {"VERB", "AUX"}:
        return tag_of_verb(token)
    if part in {"DET", "PRON"}:
        return _tag_of_pronoun(token)
    if part in {"NOUN", "PROPN"}:
        return _tag_of_noun(token)
    if part == "PUNCT":
        return _PUNCTUATION.get(token.text, "''" if token.is_quote else ":")
    return _PLAIN.get(part, "XX")


def is_ahead(token: AnyToken) -> bool:
    """Whether the verb itself stands in the future or the conditional."""
    return (_feature(token, "Mood"), _feature(token, "Tense")) in _MOODS_AHEAD


def is_conditional(token: AnyToken) -> bool:
    """Whether the verb stands in the conditional: "pagaría"."""
    return _feature(token, "Mood") == "Cnd"


def is_subjunctive(token: AnyToken) -> bool:
    """Whether the verb stands in the subjunctive: "que RETIRE"."""
    return _feature(token, "Mood") == "Sub"


def is_attribute(token: AnyToken) -> bool:
    """Whether the pipeline hangs an adjective on a noun, in the tree that is not redrawn yet."""
    return token.dep_ == "amod"


def form(token: AnyToken) -> str:
    """The form of a verb as Universal Dependencies call it: Fin, Inf, Part, Ger; "" for other words."""
    return _feature(token, "VerbForm")


def tag_of_verb(token: AnyToken) -> str:
    """The tag of a verb that is no modal, by its form."""
    match form(token):
        case "Inf":
            return "VB"
        case "Part":
            return "VBN"
        case "Ger":
            return "VBG"
    if is_ahead(token):
        return "MD"
    if _feature(token, "Mood") == "Imp":
        return "VB"
    if _feature(token, "Tense") in {"Past", "Imp"}:
        return "VBD"
    return _PRESENT_PERSONS.get((_feature(token, "Number"), _feature(token, "Person")), "VBP")


def _tag_of_pronoun(token: AnyToken) -> str:
    word = token.lower_
    if word in _WHOSE:
        return "WP$"
    if token.pos_ == "PRON" and word in _PRONOUNS:
        return _PRONOUNS[word]
    if _feature(token, "Poss") == "Yes":
        return "PRP$"
    if token.pos_ == "DET":
        return "DT"
    if _feature(token, "PronType") == "Prs":
        return "PRP"
    return "DT" if _feature(token, "PronType") == "Dem" else "NN"


def _tag_of_noun(token: AnyToken) -> str:
    if token.pos_ == "PROPN":
        return "NNP"
    return "NNS" if _feature(token, "Number") == "Plur" else "NN"


def _feature(token: AnyToken, name: str) -> str:
    found = token.morph.get(name, [])
    return found[0] if found else ""
