"""Mending what a Spanish pipeline takes for names and tenses: capitals that only open a sentence, futures unseen."""

from spacy.tokens import Doc, Token

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.people import is_given_name
from palanca.lexicon.spanish import spanish
from palanca.reading.grammar.spanish_tags import is_attribute

_QUOTES = {"«", "“"}
_AHEAD = {  # what stands behind the whole infinitive in the future and the conditional
    **dict.fromkeys(("á", "án", "emos", "é", "ás"), "Tense=Fut"),
    **dict.fromkeys(("ía", "ían", "íamos", "ías"), "Mood=Cnd"),
}
# Endings of verbs that few names have, with the features that the pipeline misses where it takes the verb for a name.
_VERBS = {
    "remos": "Mood=Ind|Number=Plur|Person=1|Tense=Fut|VerbForm=Fin",
    "rán": "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin",
    "rá": "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin",
    "ron": "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
    "ió": "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "ó": "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
}
_PRETERITE = "ó"  # no other word that a dictionary of news knows ends so: "el presidente DESIGNÓ"


def names_of_people(doc: Doc) -> frozenset[int]:
    """The tokens of people's names, though they may spell a noun: "Óscar GUERRA", and "REYES" by itself after that."""
    full = {i for i in range(len(doc)) if _is_in_name(doc, i)}
    known = {doc[i].text for i in full}
    return frozenset(i for i in range(len(doc)) if i in full or doc[i].text in known)


def mend_parts(doc: Doc, names: frozenset[int]) -> None:
    """Give marks, and the nouns and verbs that open sentences, the part that the pipeline missed for their capital.

    Verbs that stand in the future or the conditional are told to.
    """
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and _opens_name(token):
            token.pos_ = "PROPN"
            token.set_morph("")  # type: ignore[attr-defined]
        elif token.pos_ in {"VERB", "AUX"}:
            _mend_tense(token)
        elif token.lower_.endswith(_PRETERITE) and token.i not in names:
            _mend(token)
        elif token.pos_ == "ADJ" and not is_attribute(token) and _is_noun(token):
            _make_noun(token)
        if token.pos_ not in {"PROPN", "NOUN"} or token.i in names:
            continue
        if not any(c.isalnum() for c in token.text):
            token.pos_ = "PUNCT"
        elif _may_be_common(token):
            _mend(token)


def _opens_name(token: Token) -> bool:
    """Whether a given name with a name behind it was taken for an infinitive: "nombró ministro a ÓSCAR González"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    return token.is_title and not token.is_sent_start and is_given_name(token.text) and behind.text.istitle()


def _is_noun(token: Token) -> bool:
    """Whether a word that stands alone is only known as a noun: "es DUEÑA de", "es ACCIONISTA de"."""
    word, lemma = token.lower_, token.lemma_.lower()
    return spanish().adjective(word, lemma) is None and spanish().noun(word, lemma) is not None


def _make_noun(token: Token) -> None:
    """Tell that a word is a noun, though it may end as participles do: "es CUÑADO de"."""
    token.pos_ = "NOUN"
    kept = (one for one in str(token.morph).split("|") if not one.startswith("VerbForm"))
    token.set_morph("|".join(kept))  # type: ignore[attr-defined]


def _mend_tense(token: Token) -> None:
    """Tell the future and the conditional of regular verbs, which the pipeline takes for other tenses now and then."""
    infinitive = spanish().infinitive(token.lower_, "")
    feature = _AHEAD.get(token.lower_.removeprefix(infinitive)) if infinitive else None
    if feature is None or feature in str(token.morph):
        return
    kept = [one for one in str(token.morph).split("|") if one.partition("=")[0] not in {"Tense", "Mood", "VerbForm"}]
    mood = [] if feature.startswith("Mood") else ["Mood=Ind"]
    token.set_morph("|".join(sorted((*filter(None, kept), *mood, feature, "VerbForm=Fin"))))  # type: ignore[attr-defined]


def _mend(token: Token) -> None:
    words = spanish()
    ending = next((one for one in _VERBS if token.lower_.endswith(one)), None)
    if ending and words.verb(words.infinitive(token.lower_, "")):
        token.pos_ = "VERB"
        token.set_morph(_VERBS[ending])  # type: ignore[attr-defined]
    elif token.lower_.endswith("s") and not words.is_singular(token.lower_) and words.noun(token.lower_):
        token.pos_ = "NOUN"


def _may_be_common(token: Token) -> bool:
    """Whether the word opens a sentence or a quotation, and heads no name that goes on."""
    before, behind = token.doc[max(0, token.i - 1)], token.doc[token.i + 1 : token.i + 2]
    opens = token.is_sent_start or before.is_quote or before.text in _QUOTES
    is_name = behind.text.istitle() or is_given_name(token.text) or schema_of_head(token.lower_) is not None
    return bool(opens) and token.is_title and not is_name


def _is_in_name(doc: Doc, i: int) -> bool:
    """Whether a word is in the name of somebody: a given name, or what stands capitalised behind one."""
    token, before = doc[i], doc[i - 1] if i else None
    if not (token.is_title and token.pos_ == "PROPN"):
        return False
    if is_given_name(token.text):
        return True
    if before is None or not before.is_title or token.is_sent_start:
        return False
    if is_given_name(before.text):
        return True
    found_in_one = token.ent_type_ == before.ent_type_ == "PER" and token.ent_iob_ == "I"
    return before.pos_ == "PROPN" and (_is_in_name(doc, i - 1) or found_in_one)
