"""At whom a word about an act is aimed: who condemns "the raid" condemns whoever the text says raided.

A definite noun without a doer of its own points back: to an act told by the same word ("the CALL" to "called"), to one
of the kind that it names ("the raid"), or, where it names any deed ("the move", "the decision"), to what the text tells
last before it that is no word about others itself.
"""

from collections.abc import Iterator, Sequence

from palanca.lexicon.branches import branch_of_body, branch_of_office
from palanca.lexicon.frames import frames
from palanca.reading.actors import entity_behind
from palanca.reading.event_acts import Act
from palanca.reading.event_demands import demanded_of, sanctioned
from palanca.reading.frames import noun_pattern
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import state_of
from palanca.records import (
    Category,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    Modality,
    OfficeDetail,
    OfficeStatus,
    RoleName,
    Schema,
    Statement,
)
from palanca.records.query import Branch

_REACTIONS = {Category.ACCUSE, Category.SUPPORT, Category.PROTEST}
_AIMED = _REACTIONS | {Category.REJECT, Category.CONCEDE}
_ASKED = {Category.REJECT, Category.CONCEDE}  # of whoever asked for it, and of nobody else
_DEFINITE = {"the", "this", "that", "these", "those"}
_ASKING = {
    Category.REJECT: frozenset({Category.REQUEST, Category.ACCUSE}),
    Category.CONCEDE: frozenset({Category.REQUEST}),
}
_SAID = {Category.ACCUSE, Category.REQUEST, Category.THREATEN, Category.SUPPORT}
_WRITTEN = {
    "statement",
    "declaration",
    "letter",
    "message",
    "speech",
    "report",
    "note",
    "tweet",
    "article",
    "video",
    "post",
}
_RELEASE = "release"
_TOWARDS = {"for", "to", "of", "against", "with", "over", "on", "at", "about"}
_REACH_OF_PAPERS = 3
_REACH = 15  # acts told before; further back stand other stories
_HAPPENINGS = {Schema.EVENT, Schema.PROJECT}
_NOBODY_ELSES = {"by", "between", "of"}  # "the decision BY Togo"
_STEM, _LONGEST_STEM = 4, 6  # letters that "decision" and "decided", "withdrawal" and "withdrew" share
_NO_DEEDS = {"president", "government", "candidacy", "war", "record", "view", "idea", "agenda", "legacy", "attitude"}


def aimed_at(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Who did what an act of blame, praise or refusal is about; empty where nothing says.

    `told` are the events before it, in order of the text.
    """
    acting = [found[0] for t in act.sides.actors if (found := entity_behind(page, t))]
    own = {one.id for one in acting} | {state.id for one in acting for state in _governed(page, one)}
    others = [s for s in told[-_REACH:] if s.modality is not Modality.DENIED and _is_of_others(s, own)]
    if act.category is Category.REQUEST:
        return _holding(page, act, others) or demanded_of(page, act, told) or _told_again(page, act, told)
    if act.category is Category.SANCTION:
        return _told_again(page, act, told) or sanctioned(page, act, told)
    if act.category not in _AIMED or act.frame.symmetric:
        return _told_again(page, act, told)
    for noun in _nouns(page, act):
        if points_back(page, noun, act.word) and (done := _meant(page, noun, act, others)):
            return done.fillers(RoleName.ACTOR)
    return _answered(page, act, others, own) or _told_again(page, act, told)


def _governed(page: Page, actor: Entity) -> Iterator[Entity]:
    """The state in whose government somebody is: what it does he does not blame it for."""
    if actor.schema is Schema.PUBLIC_BODY:
        told = branch_of_body(actor.caption)
        codes = [actor.country] if told is not None and told[0] is Branch.EXECUTIVE else []
    else:
        holding = [s for s in page.of_kind(Kind.OFFICE) if _is_in_government(s, actor)]
        bodies = (page.cast.entity(f.entity) for s in holding for f in s.fillers(RoleName.BODY) if f.entity)
        codes = [*([actor.country] if holding else []), *(body.country for body in bodies)]
    yield from filter(None, (state_of(page, code) for code in codes))


def _is_in_government(holding: Statement, person: Entity) -> bool:
    office, people = holding.detail, {f.entity for f in holding.fillers(RoleName.PERSON)}
    if not isinstance(office, OfficeDetail) or person.id not in people or office.status is OfficeStatus.FORMER:
        return False
    branch = branch_of_office(office.role)
    return branch is not None and branch[0] is Branch.EXECUTIVE


def _told_again(page: Page, act: Act, told: Sequence[Statement]) -> tuple[Filler, ...]:
    """Whom an act concerns that a definite noun tells again: "sued Togo. THE LAWSUIT was filed by Ana Ruiz"."""
    for noun in (act.word, *page.grammar.arguments(act.anchor).objects):
        if not points_back(page, noun):
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


def told_before(page: Page, noun: Token, told: Sequence[Statement]) -> Statement | None:
    """The last act that somebody did and that a noun of its kind tells again: "banned the paper … THE BAN"."""
    pattern = noun_pattern(page, noun)
    if pattern is None:
        return None
    kind = (pattern.frame.category, pattern.frame.mode)
    details = ((s, s.detail) for s in told[-_REACH:] if s.fillers(RoleName.ACTOR))
    alike = [s for s, d in details if isinstance(d, EventDetail) and (d.category, d.mode) == kind]
    return alike[-1] if alike else None


def points_back(page: Page, noun: Token, called: Token | None = None) -> bool:
    """Whether a noun is one that was told of before: "THE ban", "THAT decision"; not one with an owner or a doer.

    `called` is what the noun is called, which parsers hang on it: "calificó la medida DE ATROPELLO".
    """
    named = page.cast.at(noun)
    if noun.pos_ != "NOUN" or (named and named.schema not in _HAPPENINGS) or page.grammar.possessors(noun):
        return False
    if not any(child.norm_ in _DEFINITE for child in noun.children):
        return False
    joined = (o for o in page.grammar.prepositional(noun) if o.token != called)
    return not any(o.preposition in _NOBODY_ELSES for o in joined)


def _meant(page: Page, noun: Token, act: Act, told: Sequence[Statement]) -> Statement | None:
    """The telling that a noun points back to: by its word, by its kind, or as a deed of any kind; `told` of others."""
    kind = _category_of(page, noun)
    if kind is None and noun.lemma_.lower() in _WRITTEN and act.category in _REACTIONS:
        said = [s for s in told[-_REACH_OF_PAPERS:] if s.category in _SAID]  # "called the LETTER a provocation"
        return said[-1] if said else None
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
