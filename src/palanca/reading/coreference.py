"""Coreference within a document: pronouns, and nouns that point back to a name ("the minister", "the airline").

Good enough for news prose and no more: the nearest fitting name wins, subjects before others. A noun points only to an
entity that the text itself has called so, or whose name has it as head.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace

from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.people import also_called, gendered_names, gendered_words
from palanca.lexicon.titles import titles
from palanca.reading.coreference_callings import descriptions, holder_meant, holder_told_of, may_be, serves
from palanca.reading.coreference_governments import government_meant, names_government, organ_of, state_told_of
from palanca.reading.coreference_groups import are_counted_people, groups_of
from palanca.reading.coreference_nouns import (
    goes_on_with_unnamed,
    is_bare,
    is_called_central,
    is_central_bank,
    is_company,
    is_complemented,
    is_definite,
    is_group,
    is_league,
    is_told_of,
    same_field,
    sits_elsewhere,
    undergoes_with_unnamed,
    was_introduced,
    word_before,
)
from palanca.reading.coreference_sayers import accusers, is_denied, sayers
from palanca.reading.coreference_sexes import feminine, tells_no_sex
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.quote_marks import find_quoted
from palanca.reading.states import is_state
from palanca.records import Entity, EntityId, Form, Mention, Schema
from palanca.records.entity import BODIES
from palanca.records.names import fold

_HE, _SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
_IT, _THEY = {"it", "its", "itself"}, {"they", "them", "their", "theirs", "themselves"}
_REFERRING = {"PRON", "DET", "NOUN", "PROPN", "ADJ", "VERB", "AUX"}  # a verb, where it leaves its subject out
_GENDERED = _HE | _SHE
_PERSONAL = _GENDERED | _IT | _THEY
_REFLEXIVE = {"himself", "herself", "itself", "themselves"}
_UNDERGOING, _GOING_ON = {"him", "her"}, {Relation.ADVERBIAL, Relation.CONJUNCT}
_GROUPS, _COUNTRIES = {"group", "organization", "organisation", "movement"}, {"country", "nation"}
_WHERE = {"in", "at", "near", "inside", "across"}
_REACH_SENTENCES, _NOUN_REACH_SENTENCES, _REACH_TOKENS, _LAST_SEEN = 3, 8, 60, 12
_SUBJECT_BONUS, _SEXED_BONUS = 1.5, 1.0  # the second: known to be a man, or a woman, as the pronoun says
_SENTENCE_COST, _WHERE_COST = 1.0, 0.5
_DEPUTIES = {"vice", "deputy", "assistant", "under", "associate", "shadow", "former", "new", "other", "next"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """One earlier mention: whom, in which sentence, at which token, and whether it was a subject."""

    entity: Entity
    sentence: int
    token: int
    subject: bool
    where: bool = False  # "in Togo": where something is, and hardly what "it" goes on about


def read_coreference(page: Page) -> Page:
    """Add to the cast what points back to its names."""
    page = replace(page, cast=page.cast.with_groups(groups_of(page)))
    walk = _Walk(page)
    links = list(walk.links())
    return replace(page, cast=page.cast.with_mentions(links))


class _Walk:
    """One pass through the text, remembering whom it named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[_Seen] = []
        self.ruled: Entity | None = state_told_of(page)
        self.organs: dict[str, Entity] = {}
        self.acting: frozenset[EntityId] = frozenset()
        self.quoted = find_quoted(page.document.text)
        self.women: set[EntityId] = set()
        self.men: set[EntityId] = set()
        self.called = descriptions(page)
        for entity, nouns in self.called.items():
            first = fold(page.cast.entity(entity).caption).split(" ")[0]
            if nouns & gendered_words().women or first in gendered_names().women:
                self.women.add(entity)
            elif nouns & gendered_words().men or first in gendered_names().men:
                self.men.add(entity)
        women = feminine(page)
        self.women, self.men = self.women | women, self.men - women

    def links(self) -> Iterator[tuple[Mention, range]]:
        """Mentions of pronouns and nouns, in order."""
        page = self.page
        for number, sentence in enumerate(page.doc.sents):
            for token in sentence:
                if page.cast.group_at(token):
                    continue
                named = page.cast.mention_at(token)
                if named is not None:
                    self._remember(page.cast.entity(named.entity), number, token)
                    continue
                if state := organ_of(page, token):
                    self.organs[token.lemma_.lower()] = state
                found = self._behind(token, number) if token.pos_ in _REFERRING else None
                if found is None:
                    continue
                entity, tokens, form = found
                self._remember(entity, number, token)
                span = page.span_of(page.doc[tokens.start : tokens.stop])
                told = span.of(page.document.text)
                page.trace.note(COREFERENCE.name, span, f"{told} → {entity.caption}", fired=True)
                yield Mention(document=page.document.id, span=span, text=told, form=form, entity=entity.id), tokens

    def _remember(self, entity: Entity, sentence: int, token: Token) -> None:
        renamed = (t for t in self.page.grammar.appositions(token) if t.i == token.i - 1)  # "the AIRLINE Condoravia"
        subject = any(self.page.grammar.is_subject(word) for word in (token, *renamed)) or is_told_of(self.page, token)
        where = not subject and word_before(self.page, token) in _WHERE
        self.seen.append(_Seen(entity, sentence, token.i, subject, where))
        if is_state(entity) and names_government(token.head, token):
            self.ruled = entity

    def _acting_on(self, token: Token) -> frozenset[EntityId]:
        """Who acts on what a pronoun stands for, and is hence not meant by it: "Ruiz accused HIM"."""
        if token.tag_ != "PRP" or token.norm_ in _REFLEXIVE or self.page.grammar.is_subject(token):
            return frozenset()
        verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        subjects = self.page.grammar.arguments(verb).subjects if verb is not None else ()
        # "the chief, ANA RUIZ, urged him"
        places = {t.i for s in subjects for t in (s, *self.page.grammar.appositions(s))}
        return frozenset(seen.entity.id for seen in self.seen[-_LAST_SEEN:] if seen.token in places)

    def _saying(self, token: Token) -> frozenset[EntityId]:
        """Who says a quoted "he", and is hence not meant by it: "HE ignores the law," Ruiz said."""
        gendered = token.norm_ in _GENDERED and token.norm_ not in _REFLEXIVE
        return sayers(self.page, self.quoted, token) | accusers(self.page, token) if gendered else frozenset()

    def _behind(self, token: Token, sentence: int) -> tuple[Entity, range, Form] | None:
        word = token.norm_
        self.acting = self._acting_on(token) | self._saying(token)
        if word in _PERSONAL and token.tag_ in {"PRP", "PRP$"}:
            owner = self._joined_owner(word, token) or self._owner_behind(word, token)
            entity = owner or self._pronoun(word, token, sentence)
            unnamed = word in _GENDERED and goes_on_with_unnamed(self.page, token)
            if unnamed and not self._acted(entity, sentence):
                return None
            return (entity, range(token.i, token.i + 1), Form.PRONOUN) if entity else None
        if self.page.grammar.left_out(token):
            entity = self._left_out(token, sentence)
            return (entity, range(token.i, token.i + 1), Form.PRONOUN) if entity else None
        is_noun = token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "ADJ" and self.page.grammar.is_subject(token))
        return self._noun(token, sentence) if is_noun else None

    def _left_out(self, verb: Token, sentence: int) -> Entity | None:
        """Who goes on acting where a verb leaves its subject out: the last named subject, if no other came between."""
        if self.page.grammar.left_out(verb) != "he":
            return None
        subjects = [s for s in self.seen if s.token < verb.i and self._acts(s)]
        if not subjects or sentence - subjects[-1].sentence > 1:
            return None
        last = subjects[-1]
        between = self.page.doc[last.token + 1 : verb.i]
        unnamed = (t for t in between if t.pos_ == "NOUN" and self.page.grammar.is_subject(t))
        if any(not self._names_beside(t) for t in unnamed):
            return None
        return last.entity if last.entity.schema is Schema.PERSON or _can_be_it(last, plural=False) else None

    def _acts(self, seen: _Seen) -> bool:
        """Whether what was named is a subject, or renames one: "the mayor, ANA RUIZ, left"."""
        token = self.page.doc[seen.token]
        return seen.subject or any(self.page.grammar.is_subject(t) for t in self.page.grammar.appositions(token))

    def _names_beside(self, noun: Token) -> bool:
        """Whether a noun is renamed or points back: "el MINISTRO, Juan Paz"."""
        return any(self.page.cast.at(t) is not None for t in (noun, *self.page.grammar.appositions(noun)))

    def _joined_owner(self, word: str, token: Token) -> Entity | None:
        """ "Ana Ruiz and HER son": the one joined to what is owned owns it."""
        if token.tag_ != "PRP$" or word not in _GENDERED:
            return None
        first = self.page.grammar.conjuncts(token.head)[0]
        entity = self.page.cast.at(first) if first.i < token.i else None
        return entity if entity and entity.schema is Schema.PERSON else None

    def _owner_behind(self, word: str, token: Token) -> Entity | None:
        """ "In HER speech, ANA RUIZ spoke of peace": whose the thing is follows as the subject."""
        sentence, phrase = token.sent, self.page.grammar.phrase(token.head)
        if token.tag_ != "PRP$" or word not in _GENDERED or not sentence.start < phrase.start <= sentence.start + 1:
            return None
        others = self.men if word in _SHE else self.women
        behind = (s for s in self.page.grammar.arguments(sentence.root).subjects if s.i > token.i)
        entity = next((e for s in behind if (e := self.page.cast.at(s))), None)
        return entity if entity and entity.schema is Schema.PERSON and entity.id not in others else None

    def _pronoun(self, word: str, token: Token, sentence: int) -> Entity | None:
        if word in _HE and tells_no_sex(token):
            return self._owner(sentence, 0) or self._owner(sentence, _REACH_SENTENCES)
        if (undergoing := self._undergoing_above(word, token)) is not None:
            return undergoing
        if word in _HE:
            entity = self._nearest(
                sentence,
                lambda s: s.entity.schema is Schema.PERSON and s.entity.id not in self.women,
                sexed=frozenset(self.men),
            )
            if entity:
                self.men.add(entity.id)
            return entity
        if word in _SHE:
            entity = self._nearest(sentence, lambda s: _is_person(s, self.men), sexed=frozenset(self.women))
            if entity:
                self.women.add(entity.id)
            return entity
        if word in _IT and (self.page.grammar.is_empty(token) or is_denied(self.page, token)):
            return None
        if word in _IT and self._is_thing_before(token):
            return None
        plural = word in _THEY
        if plural and (self._unnamed_plural(token) or undergoes_with_unnamed(self.page, token)):
            return None
        where = self._described_by(token)
        return self._nearest(sentence, lambda s: _can_be_it(s, plural=plural) and s.entity != where, reach=1)

    def _undergoing_above(self, word: str, token: Token) -> Entity | None:
        """Who undergoes an act undergoes what it comes to, or the next: "fined Senator Ruiz, barring HIM from it"."""
        undergoing = self.page.grammar.arguments(token.head)
        if word not in _UNDERGOING or token not in (*undergoing.objects, *undergoing.indirect):
            return None
        above = self.page.grammar.governor(token.head)
        if above.relation not in _GOING_ON or above.marker or above.head is None:
            return None
        if above.relation is Relation.CONJUNCT and not undergoing.inherited:  # "and Ana Ruiz thanked him"
            return None
        others = self.men if word in _SHE else self.women
        before = self.page.grammar.arguments(above.head).objects[:1]
        named = (self.page.cast.at(t) for one in before for t in (one, *self.page.grammar.appositions(one)))
        entity = next(filter(None, named), None)
        return entity if entity and entity.schema is Schema.PERSON and entity.id not in others else None

    def _described_by(self, token: Token) -> Entity | None:
        """What a clause describes is named in it by no pronoun: "the State Department, where THEY met"."""
        above = self.page.grammar.governor(token.head)
        return self.page.cast.at(above.head) if above.relation is Relation.RELATIVE and above.head is not None else None

    def _owner(self, sentence: int, reach: int) -> Entity | None:
        """Whose something is by a word that tells no sex: somebody's, or a body's."""
        people = frozenset(seen.entity.id for seen in self.seen if seen.entity.schema is Schema.PERSON)
        return self._nearest(
            sentence, lambda s: s.entity.id in people or _can_be_it(s, plural=False), reach=reach, sexed=people
        )

    def _is_thing_before(self, it: Token) -> bool:
        """Whether "it" rather is the thing that its sentence spoke of last: "The STATEMENT was odd and IT did harm"."""
        subjects = (t for t in self.page.doc[it.sent.start : it.i] if self.page.grammar.is_subject(t))
        last = max(subjects, key=lambda t: t.i, default=None)
        if last is None or last.tag_ != "NN" or self.page.cast.at(last) or last.head == it.head:
            return False
        acting = self.page.grammar.arguments(it.head)  # "the court ruled and ORDERED IT": nobody orders himself
        return not (last in acting.subjects and it in acting.objects)

    def _unnamed_plural(self, pronoun: Token) -> bool:
        """Whether "they" rather stand for people without a name: "Officials met Ana Ruiz. THEY said"."""
        since = max((s.token for s in self.seen if s.subject), default=-1)
        between = self.page.doc[max(since + 1, pronoun.i - _REACH_TOKENS) : pronoun.i]
        plural = (t for t in between if t.tag_ == "NNS" and not self.page.cast.at(t))
        return any(self.page.grammar.is_subject(t) or are_counted_people(t) for t in plural)

    def _acted(self, entity: Entity | None, sentence: int) -> bool:
        """Whether it was a subject in the sentence or the one before."""
        return any(s.subject and s.entity == entity and sentence - s.sentence <= 1 for s in self.seen[-_LAST_SEEN:])

    def _nearest(
        self,
        sentence: int,
        fits: Callable[[_Seen], bool],
        reach: int = _REACH_SENTENCES,
        sexed: Container[EntityId] = frozenset(),
    ) -> Entity | None:
        """The most salient earlier entity that fits; None where two are equally salient."""
        best: dict[EntityId, tuple[float, Entity]] = {}
        for order, seen in enumerate(reversed(self.seen)):
            if sentence - seen.sentence > reach:
                break
            if not fits(seen) or seen.entity.id in self.acting:
                continue
            score = _SUBJECT_BONUS * seen.subject - _SENTENCE_COST * (sentence - seen.sentence) - 0.01 * order
            score += _SEXED_BONUS * (seen.entity.id in sexed) - _WHERE_COST * seen.where
            if seen.entity.id not in best or best[seen.entity.id][0] < score:
                best[seen.entity.id] = (score, seen.entity)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        return ranked[0][1] if ranked else None

    def _noun(self, noun: Token, sentence: int) -> tuple[Entity, range, Form] | None:
        """ "The ministry", "the president": a definite noun without a name of its own."""
        lemma = noun.lemma_.lower()
        if not (titles().is_title_word(lemma) or lemma in classes_of_nouns()):
            return None
        phrase = self.page.grammar.phrase(noun)
        if holder := holder_meant(self.page, self.called, phrase):
            return holder, range(noun.i, noun.i + 1), Form.NOMINAL
        if (
            not (is_definite(phrase) or is_bare(phrase))
            or any(self.page.cast.mention_at(t) for t in phrase)
            or len(phrase) > 3
        ):
            return None
        if self.page.grammar.appositions(noun) or is_complemented(self.page, noun):
            return None
        entity = government_meant(self.page, noun, None) or self._called(lemma, noun, sentence)
        entity = entity or government_meant(self.page, noun, self.ruled) or self.organs.get(lemma)
        if entity is None or self._is_anothers(entity, noun, phrase) or self._is_of_other_sort(entity, noun):
            return None
        is_here = not sits_elsewhere(self.page, noun, entity)
        return (entity, range(phrase.start, noun.i + 1), Form.NOMINAL) if is_here else None

    def _is_of_other_sort(self, entity: Entity, noun: Token) -> bool:
        """Whether the noun's form is that of a man and the text knows a woman, or the reverse; so of central banks."""
        if is_central_bank(self.page, noun) and not is_called_central(entity):
            return True
        gender = noun.morph.get("Gender", []) if entity.schema is Schema.PERSON else []
        return entity.id in (self.women if gender == ["Masc"] else self.men if gender == ["Fem"] else ())

    def _is_anothers(self, entity: Entity, noun: Token, phrase: TokenSpan) -> bool:
        """ "HIS vice president", "ITS subsidiary": nobody is his own, and a deputy is not his chief."""
        ranked = {t.norm_ for t in phrase if t.norm_ in _DEPUTIES} - self.called.get(entity.id, set())
        owner = self.page.grammar.possessors(noun)
        whose = next((s.entity for s in reversed(self.seen) if owner and s.token == owner[0].i), None)
        if whose and not ranked and serves(self.called, whose, entity, noun.lemma_.lower()):
            return False
        owns = entity.schema is Schema.PERSON or phrase[0].norm_ == "its"
        return bool(ranked) or (bool(owner) and owns and phrase[0].tag_ == "PRP$")

    def _called(self, lemma: str, noun: Token, sentence: int) -> Entity | None:
        plural = noun.tag_ == "NNS"
        fields = {m.norm_ for m in self.page.grammar.modifiers(noun) if titles().is_portfolio(m.norm_)}
        if plural:
            return None
        near = [s for s in reversed(self.seen) if sentence - s.sentence <= _NOUN_REACH_SENTENCES]
        others = also_called().get(lemma, frozenset())
        for words in (frozenset({lemma}), others):
            fitting = [s for s in near if self._is_called(s.entity, words, fields, others=words is others)]
            fitting = [s for s in fitting if may_be(s.entity, lemma, self.called[s.entity.id])]
            if fitting:
                return max(fitting, key=lambda s: (s.sentence, s.subject and s.sentence < sentence, s.token)).entity
        if fields:
            return None
        return self._only_one(noun, sentence, near) or holder_told_of(self.page, self.called, lemma)

    def _is_called(self, entity: Entity, words: frozenset[str], fields: set[str], *, others: bool) -> bool:
        """Whether the text has called the entity so; by `others`, that only people are called too."""
        called = self.called.get(entity.id, set())
        return bool(words & called) and same_field(fields, called) and (not others or entity.schema is Schema.PERSON)

    def _only_one(self, noun: Token, sentence: int, near: Sequence[_Seen]) -> Entity | None:
        """ "The company", "the country", "the group": the one that the last sentences named."""
        lemma = noun.lemma_.lower()
        schemata = classes_of_nouns().get(lemma, ())
        fits: Callable[[Entity], bool]
        if lemma in _COUNTRIES:
            fits = is_state
        elif schemata and schemata[0] is Schema.COMPANY and not is_central_bank(self.page, noun):
            fits = is_company
        elif lemma in _GROUPS:
            fits = is_group
        elif lemma in {"alliance", "bloc"}:
            fits = is_league
        else:
            return None
        if was_introduced(self.page, noun):
            return None
        found = {s.entity for s in near if fits(s.entity) and sentence - s.sentence <= _REACH_SENTENCES}
        return found.pop() if len(found) == 1 else None


def _is_person(seen: _Seen, others: Container[EntityId]) -> bool:
    return seen.entity.schema is Schema.PERSON and seen.entity.id not in others


def _can_be_it(seen: _Seen, *, plural: bool) -> bool:
    """A body, or a country that acted; "they" are no country that is only somebody's ("China's vice premier")."""
    if seen.entity.schema in BODIES:
        return True
    return is_state(seen.entity) and (seen.subject or not plural)


COREFERENCE = Reader(
    name="coreference",
    version="8",
    needs=frozenset({Layer.NAMES}),
    gives=frozenset({Layer.COREFERENCE}),
    read=read_coreference,
)
