"""Penn tags, by which readers tell forms of words, from the features of Universal Dependencies.

Source: https://universaldependencies.org/u/feat/ and the Penn Treebank's tags that en_core_web pipelines give.
"""

from spacy.tokens import Token

_PLAIN = {
    "ADP": "IN",
    "SCONJ": "IN",
    "ADV": "RB",
    "CCONJ": "CC",
    "NUM": "CD",
    "INTJ": "UH",
    "PROPN": "NNP",
    "ADJ": "JJ",
    "SYM": "SYM",
    "PART": "RP",
    "SPACE": "_SP",
    "X": "FW",
}
_MODALS = {"poder", "deber"}


def penn_tag(token: Token) -> str:
    """The Penn tag of a token that a Universal Dependencies pipeline analysed, before its lemma is changed."""
    match token.pos_:
        case "VERB":
            return verb_tag(token)
        case "AUX":
            return "MD" if token.lemma_ in _MODALS and _has(token, "VerbForm", "Fin") else verb_tag(token)
        case "NOUN":
            return "NNS" if _has(token, "Number", "Plur") else "NN"
        case "PRON" | "DET":
            return _pronoun_tag(token)
        case "PUNCT":
            return token.text if token.text in {",", ":", "."} else ":" if token.text in {";", "—", "–", "-"} else "''"
    return _PLAIN.get(token.pos_, "XX")


def verb_tag(token: Token) -> str:
    """VBD, VBZ, VBP, VBN, VBG or VB; a future or a conditional is VB, which its grammar gives "will" or "would"."""
    form = token.morph.get("VerbForm", [])
    if form != ["Fin"]:
        return {"Part": "VBN", "Ger": "VBG"}.get(form[0] if form else "", "VB")
    if _has(token, "Mood", "Imp") or _has(token, "Mood", "Cnd") or _has(token, "Tense", "Fut"):
        return "VB"
    if _has(token, "Tense", "Past") or _has(token, "Tense", "Imp"):
        return "VBD"
    return "VBZ" if _has(token, "Person", "3") and _has(token, "Number", "Sing") else "VBP"


def _pronoun_tag(token: Token) -> str:
    if _has(token, "Poss", "Yes"):
        return "PRP$"
    kinds = set(token.morph.get("PronType", []))
    if token.pos_ == "DET":
        return "WDT" if kinds & {"Rel", "Int"} else "DT"
    if kinds & {"Rel", "Int"} or {"Int,Rel", "Rel,Int"} & kinds:
        return "WP" if token.lower_.startswith(("quien", "quién")) else "WDT"
    return "PRP" if "Prs" in kinds else "DT" if kinds & {"Dem", "Art"} else "NN"


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])
