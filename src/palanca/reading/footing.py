"""On what footing an act stands: followed upwards from the word that tells it, through all that governs it.

"Peru may decide to begin building": building stands as "begin" does, that as "decide" puts it, and that as "may" does.
The first word on the way up that is not neutral decides; a negation on the way turns a plan or an act into nothing.
"""

from dataclasses import dataclass

from palanca.lexicon.modality import Footing, modal_words
from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.grammar import Arguments, Governor, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page

_MAX_CLIMB = 8  # deeper chains come from wrong parses
_UNTIL = {"before", "until"}
_INSTEAD = {"instead", "rather", "without"}
_ABLE = "able"
_VERBAL = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found on the way up: the footing, and whether somebody's report was passed."""

    footing: Footing | None = None
    reported: bool = False


def standing_of(page: Page, predicate: Token) -> Standing:
    """The footing of the act told by a verb or a noun, and whether a reporting clause stands above it."""
    here, own, reported, ahead = predicate, True, False, False
    for _ in range(_MAX_CLIMB):
        if own:
            footing = _own_footing(page, here) or (Footing.UNDONE if _is_denied(page, here) else None)
            if footing:
                return Standing(footing, reported)
            ahead = ahead or _looks_ahead(page, here)
        step = _step(page, here)
        if step.footing or step.to is None:
            footing = step.footing or (Footing.PLANNED if ahead else None) or _of_sentence(page, here, step)
            return Standing(footing, reported or step.reported)
        here, own, reported = step.to, step.own, reported or step.reported
    return Standing(Footing.PLANNED if ahead else None, reported)


@dataclass(frozen=True, slots=True)
class _Step:
    """One step up: decided by `footing`, or going on `to` a word, whose `own` footing may count."""

    footing: Footing | None = None
    to: Token | None = None
    own: bool = True
    reported: bool = False
    main: bool = False


_STOP = _Step()


def _own_footing(page: Page, here: Token) -> Footing | None:
    """What negation, auxiliaries and modifiers right at the word make of it."""
    words = modal_words()
    arguments = page.grammar.arguments(here)
    if arguments.negated:
        return Footing.UNDONE
    for auxiliary in arguments.auxiliaries:
        if auxiliary in {"would", "'d", "’d"}:
            if "have" in arguments.auxiliaries or _is_conditional(here):
                return Footing.SUPPOSED
        elif footing := words.auxiliaries.get(auxiliary):
            return footing
    for child in here.children:
        if (
            child.pos_ in {"ADV", "ADJ", "VERB"}
            and child.i < here.i + 3
            and (footing := words.modifiers.get(child.norm_))
        ):
            return footing if child.pos_ == "ADV" or here.pos_ not in _VERBAL else None
    return None


def _looks_ahead(page: Page, here: Token) -> bool:
    """ "Would" without a condition: the future as seen from the past."""
    return any(a in {"would", "'d", "’d"} for a in page.grammar.arguments(here).auxiliaries)


def _is_conditional(here: Token) -> bool:
    conditions = modal_words().conditions
    return any(t.norm_ in conditions for t in here.sent)


def _step(page: Page, here: Token) -> _Step:
    above = page.grammar.governor(here)
    head = above.head
    if head is None or head is here:
        return _Step(main=above.relation is Relation.ROOT)
    match above.relation:
        case Relation.CONJUNCT:
            return _Step(to=head, own=False)
        case Relation.CONTENT if not _is_bare(page, here):
            return _content(page, head)
        case Relation.CONTENT | Relation.CONTROLLED:
            return _governed(page, here, head)
        case Relation.PARTICIPLE:
            return _governed(page, here, head) if _is_infinitive(page, here) else _STOP
        case Relation.RELATIVE if head.lemma_.lower() in reporting_words().charging and _says_what(here):
            return _Step(Footing.SAID)
        case Relation.ADVERBIAL:
            return _adverbial(page, here, above)
        case Relation.PREPOSITIONAL:
            return _prepositional(page, head, above.marker)
        case Relation.OTHER if here.pos_ not in _VERBAL:
            return _noun_step(page, here, head)
        case _:
            return _STOP


def _says_what(clause: Token) -> bool:
    """Whether a clause behind a noun is what the noun says: "a report THAT Moscow had left", not "that it read"."""
    return any(child.norm_ == "that" and child.tag_ == "IN" for child in clause.children)


def _governed(page: Page, here: Token, head: Token) -> _Step:
    """An infinitive or a gerund below a verb, noun or adjective."""
    words, lemma = modal_words(), head.lemma_.lower()
    if lemma == "be" or (lemma == "go" and head.tag_ == "VBG"):
        return _Step(Footing.PLANNED) if _is_infinitive(page, here) else _Step(to=head)
    if lemma == "have" and _is_infinitive(page, here):
        return _Step(Footing.WISHED)
    if lemma == _ABLE and _is_past(page, head):
        return _Step(to=page.grammar.governor(head).head or head.head, own=True)
    if footing := words.infinitives.get(lemma):
        return _turned(page, head, footing)
    if lemma in reporting_words().believing or Complement.CLAUSE in reporting_words().verbs.get(lemma, ()):
        return _Step(to=head, own=False, reported=True)
    return _Step(to=head) if lemma in words.implicatives else _STOP


def _is_past(page: Page, adjective: Token) -> bool:
    """ "WAS ABLE to leave": he left."""
    copula = page.grammar.governor(adjective).head or adjective.head
    return copula.lemma_ == "be" and copula.tag_ == "VBD"


def _content(page: Page, head: Token) -> _Step:
    """A clause that somebody says, thinks or wants; what he fails to say is none the less so."""
    lemma = head.lemma_.lower()
    if lemma in modal_words().factives and standing_of(page, head).footing is Footing.UNDONE:
        return _STOP
    if footing := modal_words().contents.get(lemma):
        return _turned(page, head, footing)
    return _Step(
        to=head, own=False, reported=lemma in reporting_words().verbs and lemma not in reporting_words().vouching
    )


def _is_denied(page: Page, clause: Token) -> bool:
    """Whether a clause is what words say that somebody denies: "rejected claims that it had PRESSED Togo"."""
    noun = page.grammar.governor(clause).head
    if noun is None or noun.pos_ != "NOUN" or not _says_what(clause):
        return False
    verb = page.grammar.governor(noun).head or noun.head
    told = page.grammar.arguments(verb)
    return verb.lemma_.lower() in reporting_words().denying and noun in told.objects and not told.negated


def _adverbial(page: Page, here: Token, above: Governor) -> _Step:
    if above.marker in modal_words().conditions:
        return _Step(Footing.SUPPOSED)
    if above.head is not None and _goes_on(above.head):
        return _Step(to=above.head)
    is_to_come = above.marker in _UNTIL and here.tag_ in {"VBP", "VBZ"}  # "days BEFORE both BEGIN their exercise"
    return _Step(Footing.PLANNED) if is_to_come or _is_infinitive(page, here) else _STOP


def _goes_on(verb: Token) -> bool:
    """ "WENT ON to serve": he served."""
    return verb.lemma_ == "go" and verb.i + 1 < len(verb.doc) and verb.nbor().norm_ == "on"


def _prepositional(page: Page, head: Token, preposition: str) -> _Step:
    """A gerund behind a preposition: "accused of leaving", "aimed at leaving", "instead of leaving"."""
    lemma = head.lemma_.lower()
    if lemma in _INSTEAD or preposition in _INSTEAD:
        return _Step(Footing.UNDONE)
    if lemma in reporting_words().charging:
        return _Step(Footing.SAID)
    if preposition not in {"for", "after", "before", "by", "since", "while"} and (
        footing := modal_words().infinitives.get(lemma)
    ):
        return _turned(page, head, footing)
    return _STOP


def _noun_step(page: Page, noun: Token, head: Token) -> _Step:
    """A noun that tells an act: what its verb, or the noun that it belongs to, makes of it."""
    preposition = ""
    if head.pos_ in {"ADP", "SCONJ"}:
        preposition, head = head.norm_, head.head
    words, lemma = modal_words(), head.lemma_.lower()
    if preposition == "" and head.pos_ in _VERBAL and page.grammar.is_agent(noun) and lemma not in words.occurrences:
        return _STOP
    footing = words.objects.get(lemma)
    if footing and preposition in words.prepositions.get(lemma, frozenset({""})):
        return _turned(page, head, footing)
    if head.pos_ in _VERBAL and lemma in words.occurrences and preposition in {"", "for", "into", "to"}:
        return _Step(to=head)
    return _STOP


def _turned(page: Page, head: Token, footing: Footing) -> _Step:
    """A footing as the negation of its own word leaves it: "does not plan to" is undone, "did not deny" is open."""
    if not page.grammar.arguments(head).negated:
        return _Step(footing)
    return _Step(to=head, own=False) if footing is Footing.UNDONE else _Step(Footing.UNDONE)


def _of_sentence(page: Page, here: Token, step: _Step) -> Footing | None:
    """Questions and commands: nothing in them is told to have happened."""
    sentence = here.sent
    if any(t.text == "?" for t in sentence[-3:]):
        return Footing.WISHED
    if step.main and here.tag_ == "VB" and _is_command(page.grammar.arguments(here)):
        return Footing.WISHED
    return None


def _is_command(arguments: Arguments) -> bool:
    return not arguments.subjects and not arguments.auxiliaries and not arguments.passive


def _is_infinitive(page: Page, verb: Token) -> bool:
    return verb.tag_ in {"VB", "VBN", "VBG"} and "to" in page.grammar.arguments(verb).auxiliaries


def _is_bare(page: Page, verb: Token) -> bool:
    """Whether a clause below a verb is no sentence of its own: an infinitive or a gerund."""
    if verb.tag_ == "VBG":
        return not page.grammar.arguments(verb).auxiliaries
    return _is_infinitive(page, verb)
