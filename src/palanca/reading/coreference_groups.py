"""Words that stand for several named before: "the two leaders", "both sides", "they" behind a coordinated subject.

What may be meant is whoever the text last named together: coordinated, or joined by a verb of meeting or agreeing. No
group is guessed: its members must be of the sort that the noun says, and as many as its number says.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from palanca.lexicon.groups import group_words
from palanca.lexicon.nouns import classes_of_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.coreference_governments import only_two_states_before, two_states_told_of
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.reading.states import is_state, state_of
from palanca.records import Entity, EntityId, Schema

_REACH_SENTENCES = 3
_REACH_NUMBERED = 8  # "the three countries" says how many to look for
_PARTY = "party"
_SIDES = {"side", _PARTY}
_STATES = {"country", "nation", "state", "government", "capital", "neighbour", "neighbor"}
_EITHER = {"each", "either", "neither"}
_THEY = {"they", "them", "their"}
_PLURAL = {"NNS", "NNPS"}
_LONGEST_PHRASE = 5
_JOINING_POS = {"NOUN", "PROPN", "PRON", "ADJ", "VERB", "AUX"}
_WITH = {"with", "and"}
_VISITS = {"visit", "trip", "tour", "journey", "stay"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Together:
    """Whom a text named together: in which sentence, up to which token, of which sort, and whether as its subject."""

    sentence: int
    last: int
    members: tuple[Entity, ...]
    schema: Schema
    subject: bool


def groups_of(page: Page) -> Mapping[int, tuple[EntityId, ...]]:
    """Token → the entities that it stands for, in order of the text; at least two."""
    named: list[_Together] = []
    times: Counter[frozenset[EntityId]] = Counter()  # how often these were named together
    found: dict[int, tuple[EntityId, ...]] = {}
    for number, sentence in enumerate(page.doc.sents):
        told = list(_named_together(page, sentence, number))
        times.update(list(dict.fromkeys(map(_ids, told))))
        here = [*named[-8:], *told]
        for token in sentence:
            if members := _meant(page, token, number, _likely(token, here, times)):
                found[token.i] = tuple(e.id for e in members)
                here.append(_again(page, token, number, members))
                page.trace.note(
                    "coreference",
                    page.span_of(token),
                    f"{token.text} → {', '.join(e.caption for e in members)}",
                    fired=True,
                )
        named = here
    return found


def _likely(token: Token, named: list[_Together], times: Counter[frozenset[EntityId]]) -> list[_Together]:
    """Those who may be meant; for "the sides" and "the parties" only whom the text named together most often.

    Of two named as often those whom it named first: an article opens with whom it is about.
    """
    if _lemma(token) not in _SIDES or not named or not times:
        return named
    first = next(iter(times))
    most = max(named, key=lambda together: times[_ids(together)] + (_ids(together) == first))
    return [together for together in named if _ids(together) == _ids(most)]


def _ids(together: _Together) -> frozenset[EntityId]:
    return frozenset(e.id for e in together.members)


def _again(page: Page, token: Token, number: int, members: tuple[Entity, ...]) -> _Together:
    subject = page.grammar.is_subject(token)
    return _Together(sentence=number, last=token.i, members=members, schema=members[0].schema, subject=subject)


def _named_together(page: Page, sentence: TokenSpan, number: int) -> Iterator[_Together]:
    for token in sentence:
        if token.pos_ not in _JOINING_POS or not token.n_rights:  # nothing is joined to it
            continue
        for members, last in (*_coordinated(page, token), *_joined(page, token)):
            for schema, of_sort in _sorts(page, members):
                yield _Together(
                    sentence=number,
                    last=last,
                    members=of_sort,
                    schema=schema,
                    subject=page.grammar.is_subject(token) or token.pos_ == "VERB",
                )


def _coordinated(page: Page, token: Token) -> Iterator[tuple[list[Entity], int]]:
    """ "Ana Ruiz and Bo Lin", "Kenyan and Ugandan troops"."""
    if token.pos_ in {"VERB", "AUX"}:
        return
    joined = page.grammar.conjuncts(token)
    if len(joined) < 2 or joined[0] != token:
        return
    behind = [found[0] for t in joined if (found := entity_behind(page, t))]
    if len(behind) == len(joined):
        yield behind, joined[-1].i


def _joined(page: Page, token: Token) -> Iterator[tuple[list[Entity], int]]:
    """ "Ana Ruiz met Bo Lin", "Ruiz's talks with Lin"."""
    if token.lemma_ not in group_words().joining and (token.pos_ != "NOUN" or not token.n_lefts):
        return
    arguments = page.grammar.arguments(token)
    subjects = arguments.subjects
    ways = _WITH | {"to", "in"} if _lemma(token) in _VISITS else _WITH
    others = [o.token for o in arguments.obliques if o.preposition in ways]
    if token.pos_ in {"VERB", "AUX"}:
        others += arguments.objects
        for noun in arguments.objects:
            others += [o.token for o in page.grammar.prepositional(noun) if o.preposition in _WITH]
    if not subjects or not others:
        return
    behind = [found[0] for t in (*subjects, *others) if (found := entity_behind(page, t))]
    if len(behind) > 1:
        yield behind, max(t.i for t in (*subjects, *others))


def _sorts(page: Page, members: list[Entity]) -> Iterator[tuple[Schema, tuple[Entity, ...]]]:
    """The members of each sort that has at least two of them, and the states of people of different ones."""
    once = tuple(dict.fromkeys(members))
    for schema in dict.fromkeys(e.schema for e in once):
        of_sort = tuple(e for e in once if e.schema is schema and (schema is not Schema.PLACE or is_state(e)))
        if len(of_sort) > 1:
            yield schema, of_sort
        if len(of_sort) > 1 and schema in {Schema.PERSON, Schema.PUBLIC_BODY}:
            states = tuple(dict.fromkeys(s for e in of_sort if (s := state_of(page, e.country))))
            if len(states) == len(of_sort):
                yield Schema.PLACE, states
    if len({e.schema for e in once}) > 1:  # "Ruiz's visit to TOGO": her country and Togo
        states = tuple(dict.fromkeys(e if is_state(e) else s for e in once if (s := state_of(page, e.country))))
        if len(states) == len(once) > 1:
            yield Schema.PLACE, states


def _meant(page: Page, token: Token, sentence: int, named: list[_Together]) -> tuple[Entity, ...]:
    words = group_words()
    if (token.norm_ in _THEY and token.tag_ in {"PRP", "PRP$"}) or page.grammar.left_out(token) == "they":
        return _they(page, token, sentence, named)
    noun = words.schemata.get(_lemma(token)) if token.tag_ in _PLURAL or token.norm_ in words.numbers else None
    if noun is not None and (number := _number(page, token)) is not None:
        schemata, states = noun, _lemma(token) in words.of_states
        nearest = _nearest_first(page, token, named)
        return (
            _latest(sentence, token, nearest, schemata, number)
            or (_latest(sentence, token, nearest, frozenset({Schema.PLACE}), number) if states else ())
            or (_two_states(page, token) if number == 2 else ())
        )
    if _lemma(token) in _SIDES and token.i and page.doc[token.i - 1].norm_ in _EITHER:
        return _latest(sentence, token, named, frozenset({Schema.PLACE}), 2) or _two_states(page, token)
    if token.norm_ in {"both", "two", "three", "pair", "duo", "trio"} and _stands_alone(page, token):
        nearest = _nearest_first(page, token, named)
        return _latest(sentence, token, nearest, frozenset(Schema), words.numbers[token.norm_])
    return ()


def _two_states(page: Page, noun: Token) -> tuple[Entity, ...]:
    """The two states that may be meant where the text has not joined them: "recalled its envoy to Togo … BOTH SIDES".

    None where the sentence tells of a third that does not act itself.
    """
    if _lemma(noun) not in _STATES | _SIDES:
        return ()
    told = two_states_told_of(page) or only_two_states_before(page, noun, _REACH_SENTENCES)
    others = (page.cast.at(t) for t in noun.sent if not page.grammar.is_subject(t))
    return told if all(e in told for e in others if e is not None and is_state(e)) else ()


def _lemma(token: Token) -> str:
    """Its lemma; a Spanish "parte" is a party where there are several."""
    lemma = token.lemma_.lower()
    return _PARTY if lemma == "part" and token.doc.lang_ == "es" else lemma


def _number(page: Page, noun: Token) -> int | None:
    """How many the phrase says that they are, 0 for any; None if it is no phrase that points back."""
    words, phrase = group_words(), page.grammar.phrase(noun)
    before = [t.norm_ for t in phrase if t.i < noun.i and t.pos_ != "ADP"]  # "a las dos partes"
    if not before or len(before) >= _LONGEST_PHRASE or any(page.cast.mention_at(t) for t in phrase):
        return None
    numbers = [words.numbers[w] for w in before if w in words.numbers]
    if any(w not in words.plain and w not in words.numbers for w in before) or page.grammar.appositions(noun):
        return None
    if any(
        page.cast.mention_at(o.token) for o in page.grammar.prepositional(noun) if o.preposition in {"of", "from", "in"}
    ):
        return None
    if not numbers and before[0] not in {"the", "these", "those"}:
        return None
    return numbers[0] if numbers else 0


def _stands_alone(page: Page, token: Token) -> bool:
    """ "BOTH agreed", "the TWO met", "the PAIR": no noun behind, and no "of"."""
    after = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    before = page.doc[token.i - 1] if token.i else None
    if after is None or after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or after.norm_ in {"of", "the", "-", "sides"}:
        return False
    defined = token.norm_ == "both" or (before is not None and before.norm_ == "the")
    return defined and (page.grammar.is_subject(token) or token.norm_ == "both")


def _they(page: Page, token: Token, sentence: int, named: list[_Together]) -> tuple[Entity, ...]:
    """Those who were the subject of this or the last sentence, unless somebody unnamed came in between."""
    for together in reversed(named):
        if sentence - together.sentence > 1:
            return ()
        if together.last >= token.i or (together.schema is Schema.PLACE and together.subject):
            continue
        if not together.subject:
            if token.norm_ == "them" and together.sentence == sentence and token.tag_ == "PRP":
                return together.members  # "summoned the envoys of CHAD AND TOGO and accused THEM of spying"
            continue
        between = page.doc[together.last + 1 : token.i]
        unnamed = any(t.tag_ in _PLURAL and page.grammar.is_subject(t) and not page.cast.at(t) for t in between)
        return () if unnamed else together.members
    return ()


def _nearest_first(page: Page, token: Token, named: list[_Together]) -> list[_Together]:
    """The latest first; for a subject, of one sentence those who acted.

    "Ruiz met Paz at the villa of Addo and Owusu. BOTH left": Ruiz and Paz.
    """
    acts = page.grammar.is_subject(token)
    return sorted(named, key=lambda together: (-together.sentence, acts and not together.subject, -together.last))


def _latest(
    sentence: int, token: Token, named: list[_Together], schemata: frozenset[Schema], number: int
) -> tuple[Entity, ...]:
    far = number > 2 or _lemma(token) in _SIDES
    for together in named:
        if sentence - together.sentence > (_REACH_NUMBERED if far else _REACH_SENTENCES if number else 1):
            return ()
        if together.last < token.i and together.schema in schemata and number in (0, len(together.members)):
            return together.members
    return ()


def are_counted_people(noun: Token) -> bool:
    """Whether a plural noun counts people whom the text does not name: "arrested ELEVEN STUDENTS"."""
    is_people = Schema.PERSON in classes_of_nouns().get(noun.lemma_.lower(), ())
    return is_people and any(child.like_num for child in noun.children)
