"""Giving each Spanish token the English word that readers and word lists know it by.

The last component of a Spanish pipeline. What is shown of a text stays the text's: only `norm_` (the form), `lemma_`
and `tag_` are changed, the labels of the name finder are those of the English pipelines, and the tree is redrawn in
the shape that English is parsed in.
"""

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.countries import country_of_demonym
from palanca.lexicon.people import is_given_name
from palanca.lexicon.spanish import Spanish, spanish
from palanca.lexicon.spanish_times import spanish_time_words
from palanca.reading.grammar.redrawing import redraw
from palanca.reading.grammar.spanish_tags import penn_tag
from palanca.reading.spanish_mending import mend_parts, names_of_people

_SIGNED = re.compile(r"(?P<whole>\d[\d.,]*)[.,](?P<rest>\d+)")  # "1.200", "2,5"
_THOUSANDS = 3  # digits
_LABELS = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}  # MISC says nothing that readers use


def name_spanish_words(doc: Doc) -> Doc:
    """Tag, name and label the tokens of a parsed Spanish text."""
    words, lowered = spanish(), [_phrase_word(doc, i) for i in range(len(doc))]
    names = names_of_people(doc)
    mend_parts(doc, names)
    for token in doc:
        token.tag_ = penn_tag(token)
        token.norm_, token.lemma_ = _own(token) if token.i in names else _named(words, token)
    phrases = []
    for i in range(len(lowered)):
        phrase = words.phrase_at(lowered, i) or ()
        phrases += [range(i, i + len(phrase))] if phrase else []
        for token, word in zip(doc[i:], phrase, strict=False):
            token.norm_, token.lemma_ = word, words.lemma(word)
    doc.ents = (*_labelled(doc), *_dates(doc))
    redraw(doc, phrases, [t.i for t in doc if t.text.islower() and country_of_demonym(t.text) is not None])
    return doc


def _phrase_word(doc: Doc, i: int) -> str:
    """The word by which phrases are looked up; none for a body's name, whose head stays in front: "Banco Central"."""
    is_head = doc[i].is_title and schema_of_head(doc[i].lower_) is not None
    return "" if is_head else doc[i].lower_


def _own(token: Token) -> tuple[str, str]:
    return token.lower_, token.text


def _named(words: Spanish, token: Token) -> tuple[str, str]:
    """Form and lemma in English; both the token's own where the dictionary has no word."""
    if form := words.form(token.lower_):
        return form, form
    if token.text[0].isdigit():
        return _numeral(token.lower_), token.lower_
    lemma = token.lemma_.split(" ")[0].lower()
    match token.pos_:
        case "VERB" | "AUX":
            infinitive = words.infinitive(token.lower_, lemma)
            found = words.verb(
                infinitive, reflexive=any("Yes" in child.morph.get("Reflex", []) for child in token.children)
            )
            return (_verb_form(words, found, token.tag_), found) if found else (token.lower_, infinitive)
        case "NOUN" | "PROPN":
            found = words.noun(token.lower_, lemma) or words.adjective(token.lower_, lemma)
            is_plural = token.lower_.endswith("s") and not words.is_singular(token.lower_)
            return (words.plural(found) if is_plural else found, found) if found else (token.lower_, lemma)
        case "ADJ":
            if found := words.adjective(token.lower_, lemma) or words.noun(token.lower_, lemma):
                return found, found
            found = words.participle_of(token.lower_)
            return (words.participle(found), found) if found else (token.lower_, lemma)
        case "ADV":
            found = words.adverb(token.lower_)
            return (found, found) if found else (token.lower_, lemma)
    return token.lower_, lemma


def _numeral(text: str) -> str:
    """A number with English signs. Countries differ in theirs; three digits behind a sign are thousands in all."""
    parts = _SIGNED.fullmatch(text)
    if parts is None:
        return text
    whole, rest = re.sub("[.,]", ",", parts["whole"]), parts["rest"]
    return f"{whole},{rest}" if len(rest) == _THOUSANDS else f"{whole}.{rest}"


def _verb_form(words: Spanish, verb: str, tag: str) -> str:
    forms: dict[str, Callable[[str], str]] = {"VBD": words.past, "VBN": words.participle, "VBZ": words.third}
    return forms[tag](verb) if tag in forms else verb


def _dates(doc: Doc) -> Sequence[TokenSpan]:
    """The names of months, which English pipelines label as dates: "marzo" is no march."""
    months = {name for names in spanish_time_words().months for name in names}
    found = (token.i for token in doc if token.lower_ in months and token.pos_ == "NOUN" and not token.is_title)
    return [TokenSpan(doc, i, i + 1, label="DATE") for i in found]


def _is_guess(span: TokenSpan) -> bool:
    """Whether the finder takes a single unknown word at the head of a sentence for a person: "Petronova compró"."""
    first = next(token for token in span if token.pos_ == "PROPN")
    alone = len(span) == 1 and bool(first.is_sent_start)
    is_body = schema_of_head(first.lower_) is not None  # "Gobierno", "Comando Sur"
    return span.label_ == "PER" and (alone or is_body) and not is_given_name(first.text)


def _labelled(doc: Doc) -> Sequence[TokenSpan]:
    """The names that the pipeline found, without the small words at their ends, under the English labels."""
    found = []
    for span in doc.ents:
        named = [token.i for token in span if token.pos_ == "PROPN"]
        if named and span.label_ in _LABELS and not _is_guess(span):
            found.append(TokenSpan(doc, named[0], named[-1] + 1, label=_LABELS[span.label_]))
    return found
