"""At whom a word about an act is aimed: who condemns "the raid" condemns whoever the text says raided.

A definite noun without a doer of its own points back: to an act told by the same word ("the CALL" to "called"), to one
of the kind that it names ("the raid"), or, where it names any deed ("the move", "the decision"), to what the text tells
last before it that is no word about others itself.
"""

from collections.abc import Iterator, Sequence

from palanca.lexicon.frames import frames
from palanca.reading.event_acts import Act
from palanca.reading.frames import noun_pattern
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Category, EntityId, Filler, Modality, RoleName, Schema, Statement

_REACTIONS = {Category.ACCUSE, Category.SUPPORT, Category.PROTEST}
_AIMED = _REACTIONS | {Category.REJECT, Category.CONCEDE}
_ASKED = {Category.REJECT, Category.CONCEDE}  # of whoever asked for it, and of nobody else
_DEFINITE = {"the", "this", "that", "these", "those"}
_ASKING = {
    Category.REJECT: frozenset({Category.REQUEST, Category.ACCUSE}),
    Category.CONCEDE: frozenset({Category.REQUEST}),
}
_RELEASE = "release"
_TOWARDS = {"for", "to", "of", "against", "with", "over", "on", "at", "about"}
_REACH = 15  # acts told before; further back stand other stories
_HAPPENINGS = {Schema.EVENT, Schema.PROJECT}
_NOBODY_ELSES = {"by", "between", "of"}  # "the decision BY Togo"
_STEM, _LONGEST_STEM = 4, 6  # letters that "decision" and "decided", "withdrawal" and "withdrew" share
_NO_DEEDS = {"president", "government", "candidacy", "war", "record", "view", "idea", "agenda", "legacy", "attitude"}


def aimed_at(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Who did what an act of blame, praise or refusal is about; empty where nothing says.

    `told` are the events before it, in order of the text.
    """
    own = {found.id for t in act.sides.actors if (found := page.cast.at(t))}
    others = [s for s in told[-_REACH:] if s.modality is not Modality.DENIED and _is_of_others(s, own)]
    if act.category is Category.REQUEST:
        return _holding(page, act, others) or _told_again(page, act, told)
    if act.category not in _AIMED or act.frame.symmetric:
        return _told_again(page, act, told)
    for noun in _nouns(page, act):
        if _points_back(page, noun) and (done := _meant(page, noun, act, others)):
            return done.fillers(RoleName.ACTOR)
    return _answered(page, act, others, own) or _told_again(page, act, told)


def _told_again(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Whom an act concerns that a definite noun tells again: "sued Togo. THE LAWSUIT was filed by Ana Ruiz"."""
    for noun in (act.word, *page.grammar.arguments(act.anchor).objects):
        if not _points_back(page, noun):
            continue
        same = [s for s in told[-_REACH:] if s.category is act.category and _says(page, s, noun)]
        if same:
            return same[-1].fillers(RoleName.RECIPIENT)
    return ()


def _answered(page: Page, act: Act, told: Sequence[Statement], own: set[EntityId]) -> tuple[Filler, ...]:
    """Who had asked, or blamed, the one who now refuses or gives in: "asked Ruiz to speak. RUIZ REFUSED".

    Who refuses, and nothing is said of what, answers for those who were asked last: "asked the senators. RUIZ REFUSED".
    """
    asking = _ASKING.get(act.category, frozenset())
    asked = (s for s in reversed(told) if s.category in asking)
    to_him = (s for s in asked if own & {f.entity for f in s.fillers(RoleName.RECIPIENT)})
    last = next(to_him, None)
    arguments = page.grammar.arguments(act.anchor)
    if last is None and told and not (arguments.objects or arguments.complements or arguments.obliques):
        last = told[-1] if told[-1].category in asking else None
    return last.fillers(RoleName.ACTOR) if last is not None else ()


def _holding(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Who holds those whose release is demanded: "Chad arrested two men. Togo demanded THEIR RELEASE"."""
    patterns = [noun_pattern(page, noun) for noun in _nouns(page, act)]
    if not any(p and p.frame.category is Category.RETREAT and p.frame.mode == _RELEASE for p in patterns):
        return ()
    held = [s for s in told if s.category in {Category.COERCE, Category.ASSAULT}]
    return held[-1].fillers(RoleName.ACTOR) if held else ()


def _nouns(page: Page, act: Act) -> Iterator[Token]:
    """What an act is about: what is judged, else the objects of its words and what their prepositions lead to."""
    yield from act.sides.about
    if act.spoken:
        return
    objects = page.grammar.arguments(act.anchor).objects
    for word in dict.fromkeys((act.anchor, act.word, *objects)):  # "voiced SUPPORT FOR the plan"
        arguments = page.grammar.arguments(word)
        yield from (o for o in arguments.objects if o != act.word)
        yield from (o.token for o in arguments.obliques if o.preposition in _TOWARDS)


def _points_back(page: Page, noun: Token) -> bool:
    named = page.cast.at(noun)
    if noun.pos_ != "NOUN" or (named and named.schema not in _HAPPENINGS) or page.grammar.possessors(noun):
        return False
    if not any(child.norm_ in _DEFINITE for child in noun.children):
        return False
    return not any(o.preposition in _NOBODY_ELSES for o in page.grammar.prepositional(noun))


def _meant(page: Page, noun: Token, act: Act, told: Sequence[Statement]) -> Statement | None:
    """The telling that a noun points back to: by its word, by its kind, or as a deed of any kind; `told` of others."""
    kind = _category_of(page, noun)
    if kind is None and not _is_deed(noun):
        return None
    wanted = Category.REQUEST if act.category in _ASKED and kind is Category.CONSULT else kind
    alike = [s for s in told if wanted is not act.category and s.category is wanted]
    same = [s for s in told if _says(page, s, noun) and s.category is not wanted]  # "the CALL": who called for it
    about = [m for m in page.grammar.modifiers(noun) if m.pos_ == "NOUN"]  # "the IMPEACHMENT inquiry" is no other
    closer = [s for s in alike if any(_says(page, s, word) for word in about)]
    if about and kind is Category.ACCUSE:
        alike = []
    if found := closer or same or alike:
        return found[-1]
    if act.category in _ASKED or kind is not None:
        return None
    start = page.doc[noun.sent.start].idx
    deeds = [s for s in told if s.category not in _REACTIONS and s.span.start < start]
    return deeds[0 if len(told) < _REACH else -1] if deeds else None  # the lead's, while it is near


def _is_of_others(statement: Statement, own: set[EntityId]) -> bool:
    """Whether a telling has an actor, and none of `own`."""
    actors = {f.entity for f in statement.fillers(RoleName.ACTOR)}
    return bool(actors) and not own & actors


def _says(page: Page, statement: Statement, noun: Token) -> bool:
    """Whether a telling has the word of the noun: "DECIDED", of "the decision"."""
    lemma = noun.lemma_.lower()
    stem = lemma[: max(_STEM, min(_LONGEST_STEM, len(lemma) - _STEM))]
    words = statement.span.of(page.document.text).lower().split()
    return len(stem) >= _STEM and any(word.startswith(stem) for word in words)


def _is_deed(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in frames().classes["policy"] and lemma not in _NO_DEEDS


def _category_of(page: Page, noun: Token) -> Category | None:
    """The category of the act that a noun tells; None where it tells none."""
    if noun.lemma_.lower() in frames().classes["blow"]:
        return Category.ASSAULT
    pattern = noun_pattern(page, noun)
    return pattern.frame.category if pattern else None
