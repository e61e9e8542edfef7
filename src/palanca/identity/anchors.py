"""The words that a judgement stands on: taken when a person judges, found again in whatever is read later.

Nothing is guessed: where the words are gone, or lead to several things alike, nothing is found, and the judgement asks
again.
"""

from palanca.identity.places import Place, places_of, sentence_span, share
from palanca.identity.told import Agreement, agreement, parties_of, told_of
from palanca.records import Anchor, EntityId, Kind, Mention, Reading, Span, Statement
from palanca.records.errors import UnknownEntity

_HALF = 0.5


def anchor_of_name(reading: Reading, entity: EntityId) -> Anchor:
    """The words that name an entity: its first name that is its caption, else its first name, else what it has.

    Raises UnknownEntity when no mention of the reading is of that entity.
    """
    mentions = [mention for mention in reading.mentions if mention.entity == entity]
    if not mentions:
        raise UnknownEntity(f"document {reading.document.name} names no entity {entity}: give one of its entities")
    captions = {one.caption for one in reading.entities if one.id == entity}
    names = [mention for mention in mentions if mention.form.is_name]
    chosen = next((mention for mention in names if mention.text in captions), (*names, *mentions)[0])
    return _anchor(reading, chosen.span)


def anchor_of_statement(reading: Reading, statement: Statement) -> Anchor:
    """The words that carry a statement, with what it tells of whom.

    A statement that a person has corrected is anchored as it is shown, and found again as what it corrects.
    """
    parties = parties_of(statement)
    return _anchor(reading, statement.span, kind=statement.kind, told=told_of(statement), parties=parties)


def anchor_of_words(reading: Reading, span: Span) -> Anchor:
    """The words at a span, whatever they tell or name."""
    return _anchor(reading, span)


def found_entity(anchor: Anchor, reading: Reading) -> EntityId | None:
    """The entity that the words of an anchor name.

    In order: what is named exactly there; what is named by more than half of the same span; what the same words name
    elsewhere in the sentence. None when the words are gone, name nothing, or name several things.
    """
    for place in places_of(anchor, reading):
        found = _named(anchor, place, reading)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def found_statement(anchor: Anchor, reading: Reading) -> Statement | None:
    """The statement of the anchor's kind at its words that agrees most with what the anchor tells.

    Of equals, the one whose parties and then whose span have most in common; what agrees in nothing but its kind only
    when it is alone and shares more than half of the span. None when there is none, or when two stand alike;
    `told.agreement` tells how far the one found is what was judged.
    """
    for place in places_of(anchor, reading):
        here = [one for one in reading.statements if one.kind is anchor.kind and _shared(place, one.span) > 0]
        if here:
            return _best(anchor, place, here)
    return None


def _anchor(
    reading: Reading, span: Span, *, kind: Kind | None = None, told: str = "", parties: tuple[str, ...] = ()
) -> Anchor:
    text = reading.document.text
    return Anchor(
        document=reading.document.id,
        name=reading.document.name,
        span=span,
        words=span.of(text),
        sentence=sentence_span(reading, span).of(text),
        kind=kind,
        told=told,
        parties=parties,
    )


def _named(anchor: Anchor, place: Place, reading: Reading) -> set[EntityId]:
    inside = [mention for mention in reading.mentions if mention.span.overlaps(place.sentence)]
    exact = {mention.entity for mention in inside if mention.span in place.words}
    return exact or _overlapping(place, inside) or {m.entity for m in inside if m.text.split() == anchor.words.split()}


def _overlapping(place: Place, mentions: list[Mention]) -> set[EntityId]:
    most = max((_shared(place, mention.span) for mention in mentions), default=0)
    return {m.entity for m in mentions if _shared(place, m.span) == most} if most > _HALF else set()


def _best(anchor: Anchor, place: Place, here: list[Statement]) -> Statement | None:
    def rank(statement: Statement) -> tuple[Agreement, int, bool, float]:
        common = len(set(parties_of(statement)) & set(anchor.parties))
        return agreement(anchor, statement), common, told_of(statement) == anchor.told, _shared(place, statement.span)

    ranks = [rank(statement) for statement in here]
    best = max(ranks)
    if best[0] is Agreement.KIND:
        return here[0] if len(here) == 1 and best[-1] > _HALF else None
    if best[0] is not Agreement.ALL and ranks.count(best) > 1:
        return None
    return here[ranks.index(best)]


def _shared(place: Place, span: Span) -> float:
    return max(share(words, span) for words in place.words)
