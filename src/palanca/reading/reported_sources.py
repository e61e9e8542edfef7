"""Words told without a reporting verb: by a noun ("its claim that …") or "according to" somebody."""

from dataclasses import dataclass

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.content import Content, has_verb, sentence_bounds, up_to_end, without_that
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.reported_verbs import contents_of
from palanca.reading.sayings import is_finite, is_telling, nominals_behind, speaker_of_cue, takes
from palanca.reading.speakers import issuer_of, speaker_behind
from palanca.records import Filler

_VERBAL = {"VERB", "AUX"}
_LONGEST_SOURCE = 16


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported words with their cue and their speaker."""

    cue: Token
    text: str
    speaker: Filler
    content: Content


def by_noun(page: Page, noun: Token) -> Attribution | None:
    """ "Its claim that the port closed", "voiced concern that …", "issued a statement to the effect …"."""
    arguments = page.grammar.arguments(noun)
    clauses = [c for c in arguments.complements if _is_that_clause(page, noun, c)]
    source = _source_of(page, noun) if clauses else None
    if source is None:
        return None
    cue, text, speaker = source
    first = without_that(page, clauses[0].left_edge.i)
    return Attribution(cue, text, speaker, up_to_end(page, noun, first, clauses[0], 0.7))


def _is_that_clause(page: Page, noun: Token, predicate: Token) -> bool:
    governor = page.grammar.governor(predicate)
    if governor.relation not in {Relation.CONTENT, Relation.PARTICIPLE} or predicate.i < noun.i:
        return False
    finite = is_finite(predicate) or any(is_finite(c) and c.i < predicate.i for c in predicate.children)
    return finite and (
        page.doc[predicate.left_edge.i].norm_ == "that" or bool(page.grammar.arguments(predicate).subjects)
    )


def _source_of(page: Page, noun: Token) -> tuple[Token, str, Filler] | None:
    """The cue, its words and the speaker: the possessor of the noun, or the subject of the verb that utters it."""
    head = page.grammar.governor(noun).head
    for _ in range(3):
        if head is None or head.pos_ in _VERBAL:
            break
        head = page.grammar.governor(head).head
    if head is not None and head.pos_ in _VERBAL and head.lemma_ in reporting_words().uttering and head.i < noun.i:
        speaker = speaker_of_cue(page, head)
        return (head, page.doc[head.i : noun.i + 1].text, speaker) if speaker and is_telling(page, head) else None
    for token in page.grammar.possessors(noun):
        if speaker := speaker_behind(page, token):
            return noun, noun.text, speaker
    by = [o.token for o in page.grammar.prepositional(noun) if o.preposition in {"by", "from"}]
    return next(((noun, noun.text, f) for t in by if (f := speaker_behind(page, t))), None)


def by_according(page: Page, word: Token) -> Attribution | None:
    """ "According to the ministry, …", "…, according to a report by the bank"."""
    doc = page.doc
    last = _last_of_according(word)
    if last is None:
        return None
    noun = next(nominals_behind(page, last), None)
    if noun is not None and word.norm_ != "according" and not _is_source(page, noun):
        return None
    if noun is None or (noun.lemma_.lower() in reporting_words().standards and not page.cast.at(noun)):
        return None
    speaker = issuer_of(page, noun) if noun.lemma_.lower() in reporting_words().documents else None
    speaker = _named(page, noun) or speaker or speaker_behind(page, noun)
    content = _around(page, word, noun)
    if speaker is None or content is None or _is_listing(page, word):
        return None
    named = any(page.cast.at(t) for t in (noun, *page.grammar.appositions(noun)))  # "the NEWSPAPER El Faro"
    passes_on = named or noun.lemma_.lower() not in reporting_words().documents
    if passes_on and _is_told_by_another(page, word, content):
        return None
    return Attribution(word, doc[word.i : last + 1].text, speaker, content)


def _last_of_according(word: Token) -> int | None:
    """The last word of the preposition: "to" behind "according", or itself where one word says both ("según")."""
    if word.norm_ == "per":
        return word.i if word.i == word.sent.start else None
    if word.i + 1 < len(word.doc) and word.nbor().norm_ == "to":
        return word.i + 1
    return word.i if word.tag_ == "IN" else None


def _is_source(page: Page, noun: Token) -> bool:
    """Whether "per" tells a source rather than a rate or a wish: a name, figures, a decree; not "per day"."""
    return page.cast.at(noun) is not None or noun.lemma_.lower() in reporting_words().documents


def _named(page: Page, noun: Token) -> Filler | None:
    entity = page.cast.at(noun)
    return page.filler(entity, noun) if entity else None


def _is_listing(page: Page, word: Token) -> bool:
    """ "Killed many, INCLUDING, according to the army, 54 boys": what goes so is a phrase, and no words."""
    comma = word.i - word.sent.start > 1 and page.doc[word.i - 1].text == ","
    return comma and page.doc[word.i - 2].tag_ in {"IN", "VBG"} and page.doc[word.i - 2].pos_ != "SCONJ"


def _is_told_by_another(page: Page, word: Token, content: Content) -> bool:
    """ "According to the paper, THE MAYOR SAID it would close": the words are the mayor's."""
    told = word.sent.root
    behind = word.i < told.i and content.first <= told.i < content.last
    if not behind or not takes(told, Complement.CLAUSE) or not is_telling(page, told):
        return False
    return any(True for _ in contents_of(page, told)) and speaker_of_cue(page, told) is not None


def _around(page: Page, word: Token, noun: Token) -> Content | None:
    """The clause that goes "according to": behind the phrase where that opens the sentence, else before it."""
    start, end = sentence_bounds(word)
    doc = page.doc
    behind = _phrase_end(page, noun, end)
    start = max([start, *(t.i + 1 for t in doc[start : word.i] if t.text == ":")])
    opens = not has_verb(page, start, word.i)  # "But according to", "Since May, according to"
    opens = opens or (doc[word.i - 1].text == "," and doc[word.i - 2].pos_ == "AUX")  # "has, according to X, killed"
    joined = doc[word.i - 1].text == "," and doc[word.i - 2].pos_ == "CCONJ" if word.i - 2 >= start else False
    if opens or joined:
        return Content(behind, end, None, 0.85) if behind < end else None
    return Content(start, word.i, None, 0.85) if word.i > start else None


def _phrase_end(page: Page, noun: Token, end: int) -> int:
    doc = page.doc
    listed = doc[noun.i + 2 : noun.i + 3] if doc[noun.i + 1 : noun.i + 2].text == "," else None
    if listed and (listed[0].is_currency or listed[0].like_num):  # "according to Ruiz, $3 from X, $2 from Y"
        return noun.i + 2
    last = max(noun.i + 1, min(page.grammar.subtree(noun).end, end))
    if last < end and doc[last].text == ",":
        return last + 1
    for i in range(noun.i + 1, min(noun.i + _LONGEST_SOURCE, end)):
        if doc[i].text == ",":
            return i + 1
        if i >= last and is_finite(doc[i]):
            return last
    return last
