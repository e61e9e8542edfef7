"""What a text calls those whom it names, by which nouns point back to them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.particles import particles
from palanca.lexicon.sole_offices import sole_offices
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.records import Entity, EntityId, Form, Schema
from palanca.records.entity import BODIES

_LONGEST_TITLE = 5
DEPUTIES = frozenset({"vice", "deputy", "assistant", "under", "associate"})
_AHEAD_OF_NEXT = 2  # of two presidents the one that is named twice as often is "the president"


def descriptions(page: Page) -> Mapping[EntityId, set[str]]:
    """The nouns by which the text calls each entity: titles before it, appositions, the head of its name."""
    found: dict[EntityId, set[str]] = defaultdict(set)
    doc = page.doc
    for mention, tokens in page.cast.tokens.items():
        if mention.form is not Form.NAME:
            continue
        words = found[mention.entity]
        i = tokens.start - 1
        while i >= max(0, tokens.start - _LONGEST_TITLE) and _describes(doc[i]):
            words.add(doc[i].lemma_.lower())
            words.add(doc[i].norm_)
            i -= 1
        head = doc[tokens.start : tokens.stop].root
        words.update(_ends_of(doc[tokens.start : tokens.stop]))
        words.update(_head_of(doc[tokens.start : tokens.stop]))
        for noun in page.grammar.appositions(head):
            words.add(noun.lemma_.lower())
            words.update(_one_of(page, noun))
            beside = page.grammar.modifiers(noun)
            words.update(m.norm_ for m in beside if titles().is_portfolio(m.norm_) or m.norm_ in DEPUTIES)
        words.update(t.norm_ for t in page.grammar.modifiers(head) if t.norm_ in classes_of_nouns())
    return found


def is_deputy(called: Collection[str], lemma: str) -> bool:
    """Whether somebody called so is a deputy of whoever "the PRESIDENT" is."""
    return lemma in sole_offices() and not DEPUTIES.isdisjoint(called)


def may_be(entity: Entity, lemma: str, called: Collection[str]) -> bool:
    """Whether a noun can be whom the text calls so: no deputy is "the president", and no person "the opposition".

    Nor is a country a minister, where a headline is read so.
    """
    if is_deputy(called, lemma):
        return False
    sorts = classes_of_nouns().get(lemma, ())
    if titles().is_head(lemma) and not sorts:
        return entity.schema is Schema.PERSON
    if not sorts or entity.schema in sorts:
        return True
    return entity.schema is not Schema.PERSON and any(sort is not Schema.PERSON for sort in sorts)


def serves(called: Mapping[EntityId, Collection[str]], whose: Entity, entity: Entity, title: str) -> bool:
    """Whether somebody's "HIS minister" can be one whom the text calls so: no other but himself is called so."""
    so = {e for e, words in called.items() if title in words and e != whose.id}
    return whose.schema is Schema.PERSON and so == {entity.id} and titles().is_head(title)


def holder_told_of(page: Page, called: Mapping[EntityId, Collection[str]], lemma: str) -> Entity | None:
    """The one person whom a text calls by the title of an office that one holds at a time ("the QUEEN").

    Of two (the presidents of two states) the one that it names far oftener; else None.
    """
    if lemma not in sole_offices():
        return None
    holders = {e for e, words in called.items() if lemma in words and not is_deputy(words, lemma)}
    times = Counter(m.entity for m in page.cast.mentions if m.form is Form.NAME and m.entity in holders)
    ranked = times.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _AHEAD_OF_NEXT * ranked[1][1]):
        return None
    entity = page.cast.entity(ranked[0][0])
    return entity if entity.schema is Schema.PERSON else None


def holder_meant(page: Page, called: Mapping[EntityId, set[str]], phrase: TokenSpan) -> Entity | None:
    """Whom a title with more than an article means, whoever was told last: of a state, of a body, or of many words."""
    return _holder_of_state(page, called, phrase) or _holder_so_called(page, called, phrase)


def _holder_of_state(page: Page, called: Mapping[EntityId, set[str]], phrase: TokenSpan) -> Entity | None:
    """Whom "the GREEK foreign minister" or "Greece's president" means: the one of that state whom the text calls so.

    He may be named only behind it. None where the office has many holders, or the text names two.
    """
    states = {e for t in phrase if (e := page.cast.at(t)) is not None}
    title = [t.norm_ for t in phrase if page.cast.at(t) is None and t.pos_ not in {"DET", "PART"}]
    state = states.pop() if len(states) == 1 else None
    behind = page.doc[phrase.end : phrase.end + 1]  # "the Greek president, NIKOS PAZ", "Greek President NIKOS PAZ"
    if any(page.cast.at(t) for t in behind) or page.grammar.appositions(phrase.root):
        return None
    if state is None or not is_state(state) or " ".join(title) not in sole_offices():
        return None
    fitting = (e for e, words in called.items() if words.issuperset(title) and DEPUTIES.isdisjoint(words))
    holders = [e for e in map(page.cast.entity, fitting) if e.schema is Schema.PERSON and _is_of(page, e, state)]
    return holders[0] if len(holders) == 1 else None


def _holder_so_called(page: Page, called: Mapping[EntityId, set[str]], phrase: TokenSpan) -> Entity | None:
    """Whom "the RADICAL FRONT leader" or "the lord mayor candidate" means: the one person whom the text calls all that.

    A body that stands in the phrase must stand before his title, or behind it, where he is named.
    """
    bodies = {e for t in phrase if (e := page.cast.at(t)) is not None}
    title = [t for t in phrase if page.cast.at(t) is None and t.pos_ not in {"DET", "PART"}]
    behind = page.doc[phrase.end : phrase.end + 1]
    if phrase[0].norm_ != "the" or any(page.cast.at(t) for t in behind) or page.grammar.appositions(phrase.root):
        return None
    is_sole = " ".join(t.norm_ for t in title) in sole_offices()  # "the prime minister" of now or of before
    is_told = len(title) > 1 and not is_sole
    if bodies:
        is_told = len(bodies) == 1 and next(iter(bodies)).schema in BODIES
    if not is_told or not title or not titles().is_head(phrase.root.norm_):
        return None
    words = {t.norm_ for t in title}
    fitting = (e for e, own in called.items() if own >= words and (words & DEPUTIES or DEPUTIES.isdisjoint(own)))
    holders = [e for e in map(page.cast.entity, fitting) if e.schema is Schema.PERSON]
    holders = [e for e in holders if all(_is_of(page, e, body) for body in bodies)]
    return holders[0] if len(holders) == 1 else None


def _is_of(page: Page, holder: Entity, state: Entity) -> bool:
    """Whether the text names somebody with a state before his title, or renames him by what he is of it."""
    for mention, tokens in page.cast.tokens.items():
        if mention.entity != holder.id or mention.form is not Form.NAME:
            continue
        before = tokens.start - 1
        while before > 0 and (_describes(page.doc[before]) or page.doc[before].pos_ in {"PART", "PUNCT"}):
            before -= 1
        renamed = page.grammar.appositions(page.doc[tokens.start : tokens.stop].root)
        beside = [m for noun in renamed for m in (*page.grammar.modifiers(noun), *page.grammar.possessors(noun))]
        beside += [o.token for noun in renamed for o in page.grammar.prepositional(noun) if o.preposition == "of"]
        if any(page.cast.at(t) == state for t in (page.doc[max(before, 0)], *beside)):
            return True
    return False


def _one_of(page: Page, noun: Token) -> Iterator[str]:
    """What somebody is who is one of several: "Radio Sur, ONE of the last independent BROADCASTERS"."""
    if noun.norm_ == "one":
        yield from (o.token.lemma_.lower() for o in page.grammar.prepositional(noun) if o.preposition == "of")


def _ends_of(name: TokenSpan) -> Iterator[str]:
    """The last word, which heads an English name, but not behind "of"; the first of a Spanish one ("PALACIO Real")."""
    if len(name) == 1 or name[-2].norm_ != "of":
        yield name[-1].norm_
    if name[0].norm_ != name[0].lower_:
        yield name[0].norm_


def _head_of(name: TokenSpan) -> Iterator[str]:
    """The noun of "Ministry of Energy of Ghana", before its first "of"."""
    link = next((t.i - name.start for t in name if t.norm_ in particles().institutional), 0)
    if link and schema_of_head(name[link - 1].norm_) is not None:
        yield name[link - 1].norm_


def _describes(token: Token) -> bool:
    """Whether a word right before a name says who it is: a title, or a noun such as "airline"."""
    lower = token.norm_
    if lower in DEPUTIES:
        return True
    return titles().is_title_word(lower) or titles().is_portfolio(lower) or token.lemma_.lower() in classes_of_nouns()
