"""What quoted and reported speech have in common: a stretch of words, the word that tells it, and who says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.speakers import speaker_behind
from palanca.records import Filler, Schema, Span

READER = "quotations"

_FINITE = {"VBD", "VBZ", "VBP"}
_UNSAID = {"would", "'d", "’d", "could", "should", "may", "might", "must", "will", "'ll", "’ll", "wo", "can", "ca"}
_NOT_SAYING = {"of", "for", "from", "without", "about", "before", "against"}  # "suspected of asking"
_NEGATIONS = {"not", "n't", "n’t", "never"}
_MAX_CLIMB = 5
_PASSING_ON = {"quote", "cite"}
_SOURCES = {"according", "per"}
_SHORTEST_SOURCE = 5  # tokens
_GOING_ON = {"go", "continue", "proceed", "rush"}  # "went on to say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words that somebody says: tokens from `first` up to `last` (left out), at `span`; `cue` tells of them."""

    first: int
    last: int
    span: Span
    cue: Token
    cue_text: str
    speaker: Filler
    direct: bool
    confidence: float
    predicate: Token | None = None  # the head of the content, where grammar gave it


def is_reporting(token: Token) -> bool:
    """Whether the token is a verb that can tell somebody's words."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    words, lemma = reporting_words(), token.lemma_.lower()
    return lemma in words.verbs or (lemma in words.phrases and _following(token) == words.phrases[lemma])


def _following(token: Token) -> str:
    return token.doc[token.i + 1].norm_ if token.i + 1 < len(token.doc) else ""


def is_telling(page: Page, verb: Token) -> bool:
    """Whether a reporting verb tells that words were said: not negated, only possible, meant or still to come.

    What a law, a constitution or an agreement stipulates is nobody's words either.
    """
    arguments = page.grammar.arguments(verb)
    if _is_negated(verb, arguments.negated) or _UNSAID.intersection(arguments.auxiliaries):
        return False
    if any(s.lemma_.lower() in reporting_words().binding for s in arguments.subjects):
        return False
    if verb.tag_ == "VBG" and page.grammar.governor(verb).marker in _NOT_SAYING:
        return False
    if verb.tag_ != "VB" or "to" not in arguments.auxiliaries:
        return verb.tag_ != "VB" or "do" in arguments.auxiliaries
    above = page.grammar.governor(verb).head
    return above is not None and above.lemma_ in _GOING_ON


def _is_negated(verb: Token, negated: bool) -> bool:
    """Negation of the cue itself; not of words said that the parser took for its subject: "No comment," he said."""
    return negated and (any(c.norm_ in _NEGATIONS for c in verb.children) or not any(t.is_quote for t in verb.sent))


def takes(verb: Token, complement: Complement) -> bool:
    """Whether the reporting verb takes that complement."""
    return complement in reporting_words().verbs.get(verb.lemma_.lower(), ())


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb or a modal."""
    return token.tag_ in _FINITE or token.tag_ == "MD"


def cue_text(page: Page, verb: Token, preposition: Token | None = None) -> str:
    """The cue as written: the verb with its particle, or with the preposition of what it asks for."""
    if preposition is not None and 0 < preposition.i - verb.i <= 2:  # "called strongly for"
        return " ".join(t.text for t in page.doc[verb.i : preposition.i + 1])
    particles = (*page.grammar.arguments(verb).particles, reporting_words().phrases.get(verb.lemma_.lower()))
    following = _following(verb)
    return f"{verb.text} {following}" if following and following in particles else verb.text


def speaker_of_cue(page: Page, verb: Token, outside: range | None = None) -> Filler | None:
    """Who is the subject of the cue. Subjects inside the tokens `outside` are parts of the words said, and left out."""
    if passed_on := _quoted_as(page, verb) or _renamed_behind_source(page, verb):
        return passed_on
    subjects = page.grammar.arguments(_leading_cue(page, verb)).subjects
    said_by = (s for s in subjects if outside is None or s.i not in outside)
    found = [(subject, filler) for subject in said_by if (filler := speaker_behind(page, subject))]
    if not found:
        return None if subjects else _name_before(page, verb)
    subject, first = found[0]
    if subject.pos_ in {"NOUN", "PROPN"}:
        return first
    return next((filler for _, filler in found if filler.entity), first)  # "ONE of these groups, the Front, said"


def passes_on_words(verb: Token) -> bool:
    """ "QUOTED the minister as saying": the words are told by what stands behind "as"."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    pairs = pairwise(behind)
    return verb.lemma_.lower() in _PASSING_ON and any(a.norm_ == "as" and b.tag_ == "VBG" for a, b in pairs)


def _quoted_as(page: Page, verb: Token) -> Filler | None:
    """Whoever is passed on: "state media quoted THE MINISTER as saying", "the minister was cited as saying"."""
    if verb.tag_ != "VBG" or not verb.i or verb.nbor(-1).norm_ != "as":
        return None
    above = verb.nbor(-1).head
    if above.lemma_.lower() not in _PASSING_ON:
        return None
    return next((f for o in page.grammar.arguments(above).objects if (f := speaker_behind(page, o))), None)


def _renamed_behind_source(page: Page, verb: Token) -> Filler | None:
    """ "According to the paper, the mayor of Quito, ANA RUIZ, SAID …", where the parser joined her to the paper."""
    start = verb.sent.start
    if page.doc[start].norm_ not in _SOURCES or verb.i - start < _SHORTEST_SOURCE or verb.nbor(-1).text != ",":
        return None
    entity, mention = page.cast.at(verb.nbor(-2)), page.cast.mention_at(verb.nbor(-2))
    if entity is None or mention is None or entity.schema is not Schema.PERSON:
        return None
    first = page.cast.tokens[mention].start
    return page.filler(entity, verb.nbor(-2)) if page.doc[first - 1].text == "," else None


def _name_before(page: Page, verb: Token) -> Filler | None:
    """The name right before a finite cue that the parser left without a subject: "Ruiz CLAIMS he won"."""
    if not is_finite(verb) or verb.i == verb.sent.start:
        return None
    entity = page.cast.at(verb.nbor(-1))
    return page.filler(entity, verb.nbor(-1)) if entity else None


def _leading_cue(page: Page, verb: Token) -> Token:
    """The cue whose subject a second one shares, where the parser joined that to the words: "said A but DENIED B"."""
    if not page.grammar.arguments(verb).inherited:
        return verb
    here = page.grammar.governor(verb)
    for _ in range(_MAX_CLIMB):
        if here.head is None or here.relation not in {Relation.CONJUNCT, Relation.CONTENT}:
            return verb
        if here.relation is Relation.CONTENT and here.head.tag_ == verb.tag_ and is_reporting(here.head):
            return here.head
        here = page.grammar.governor(here.head)
    return verb


def nominals(page: Page, first: int, last: int) -> Iterator[Token]:
    """The heads of the noun phrases among these tokens that stand behind no preposition, in order."""
    for token in page.doc[max(first, 0) : last]:
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.head.pos_ != "ADP" and not _is_inner(token):
            yield token


def _is_inner(token: Token) -> bool:
    """A noun right before the noun that it describes or names: "prime MINISTER Ruiz"."""
    return token.head.pos_ in {"NOUN", "PROPN"} and token.i < token.head.i and token.tag_ != "PRP"


def nominals_behind(page: Page, preposition: int) -> Iterator[Token]:
    """The noun that a preposition leads to, by grammar, else the next noun."""
    doc = page.doc
    if preposition >= len(doc):
        return
    for child in doc[preposition].children:
        if child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and child.i > preposition:
            yield child
    yield from (t for t in doc[preposition + 1 : preposition + 8] if t.pos_ in {"NOUN", "PROPN"})


def is_adjectival(verb: Token) -> bool:
    """A participle before a noun, or behind one: "reported losses", "remarks broadcast by …"."""
    if verb.tag_ == "VBN":
        return not any(c.lemma_ in {"have", "be"} or c.pos_ in {"NOUN", "PROPN", "PRON"} for c in verb.lefts)
    return False
