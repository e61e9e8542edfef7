"""Indirect speech: reporting verbs and nouns with the clause, infinitive or gerund that tells what was said."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.page import Page
from palanca.reading.quote_marks import Quoted
from palanca.reading.quoted import nominals_behind
from palanca.reading.sayings import READER, Saying, cue_text, is_finite, is_telling, speaker_of_cue, takes
from palanca.reading.speakers import issuer_of, speaker_behind
from palanca.records import Filler, Span

_VERBAL = {"VERB", "AUX"}
_ENDS = {";"}
_REASONS = {"because", "as", "since", "if", "unless", "although", "though", "so", "until", "once"}
_TRIMMED = {",", ".", ";", ":", "-", "—", "–", "!", "?"}
_OPENING = {'"', "“", "«", "„"}
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "person", "people", "ity", "service", "team", "group")
_CLOSING = {'"', "”", "»", "?", "!"}
_CLAUSE_OPENERS = {"CD", "DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX"}
_SHORTEST_PART = 4  # tokens; a shorter remainder beside a parenthesis is an adverbial, no part of what was said
_LONGEST_SOURCE = 16
_REACH_OF_PARTICIPLE = 12
_OBJECTS_OF_BLAME = {"of", "for"}
_ADDRESSEES = {"on", "upon", "to"}


@dataclass(frozen=True, slots=True)
class _Content:
    """Tokens of the content (half-open), its predicate, and how sure the pattern is."""

    first: int
    last: int
    predicate: Token | None
    confidence: float
    preposition: Token | None = None


class ReportedSpeech:
    """Looks at every word that can report; keeps nothing from one to the next."""

    def __init__(self, page: Page, direct: list[Saying], marks: list[Quoted]) -> None:
        self.page = page
        self._speakers = {saying.cue.i: saying.speaker for saying in direct}
        self._marks = [(quoted.start, quoted.end) for quoted in marks if quoted.depth == 0]
        self._spoken = frozenset(i for saying in direct for i in range(saying.first, saying.last))

    def sayings(self) -> Iterator[Saying]:
        """The indirect quotations outside of direct speech, in the order of their cues."""
        words = reporting_words()
        for token in self.page.doc:
            lemma = token.lemma_.lower()
            if token.i in self._spoken:
                continue
            if token.pos_ in _VERBAL and (lemma in words.verbs or lemma in words.finding):
                yield from self._by_verb(token)
            elif token.lower_ == "according":
                yield from self._according(token)
            elif token.pos_ == "NOUN" and lemma in words.clause_nouns:
                yield from self._by_noun(token)

    # Verbs.

    def _by_verb(self, verb: Token) -> Iterator[Saying]:
        if not is_telling(self.page, verb):
            self._let_be(verb, "a reporting verb, but negated or not yet done")
            return
        contents = list(self._contents(verb))
        if not contents:
            return
        speaker = speaker_of_cue(self.page, verb, self._range_of(contents)) or self._speaker_before(verb)
        if speaker is None:
            self._let_be(verb, "a reporting verb whose subject cannot be told")
            return
        if not self._can_find(verb):
            return
        for content in contents:
            yield self._saying(verb, content, speaker, cue_text(self.page, verb, content.preposition))

    def _speaker_before(self, verb: Token) -> Filler | None:
        """ "…", she said, ASKING Chad to leave: who has just spoken."""
        if verb.tag_ != "VBG":
            return None
        near = range(verb.i - 1, max(verb.i - _REACH_OF_PARTICIPLE, -1), -1)
        return next((self._speakers[i] for i in near if i in self._speakers), None)

    def _range_of(self, contents: list[_Content]) -> range | None:
        return range(contents[0].first, contents[0].last) if len(contents) == 1 else None

    def _can_find(self, verb: Token) -> bool:
        """What things do as well as people reports only where somebody, a body or a document is the subject."""
        words = reporting_words()
        if verb.lemma_.lower() in words.verbs and verb.lemma_.lower() not in words.evidential:
            return True
        for subject in self.page.grammar.arguments(verb).subjects:
            entity = self.page.cast.at(subject)
            if entity is not None or subject.lemma_.lower() in words.documents | words.anonymous:
                return True
            if any(subject.lemma_.lower().endswith(ending) for ending in _PEOPLE):
                return True
        return False

    def _contents(self, verb: Token) -> Iterator[_Content]:
        arguments = self.page.grammar.arguments(verb)
        found = [c for predicate in arguments.complements for c in self._complement(verb, arguments, predicate)]
        asked = None if found or not takes(verb, Complement.FOR_INFINITIVE) else self._for_infinitive(verb)
        yield from found
        if found:
            return
        if asked:
            yield asked
        elif takes(verb, Complement.OBJECT_GERUND):
            yield from self._object_gerund(verb, arguments)
        elif takes(verb, Complement.CLAUSE):
            yield from self._parenthesis(verb)

    def _complement(self, verb: Token, arguments: Arguments, predicate: Token) -> Iterator[_Content]:
        told = self.page.grammar.arguments(predicate)
        to = self._particle_to(predicate)
        if to is not None:
            yield from self._infinitive(verb, arguments, predicate, to)
        elif predicate.tag_ == "VBG" and not told.auxiliaries:
            if takes(verb, Complement.GERUND) and predicate.i > verb.i:
                yield self._up_to_end(verb, predicate.left_edge.i, predicate, 0.75)
        elif self._is_clause(verb, predicate):
            yield from self._clause(verb, predicate)

    def _is_clause(self, verb: Token, predicate: Token) -> bool:
        if not takes(verb, Complement.CLAUSE) and verb.lemma_.lower() not in reporting_words().finding:
            return False
        told = self.page.grammar.arguments(predicate)
        finite = is_finite(predicate) or any(is_finite(c) and c.i < predicate.i for c in predicate.children)
        governor = self.page.grammar.governor(predicate)
        if governor.marker in {"if", "whether"} and not finite:
            return False
        first = self.page.doc[predicate.left_edge.i]
        if first.tag_ in {"WP", "WRB", "WP$"} or first.lower_ in {"whether", "what", "how", "why"}:
            return False  # an open question tells no words
        return finite or (predicate.tag_ in {"VB", "VBN"} and bool(told.subjects) and not told.inherited)

    def _particle_to(self, predicate: Token) -> Token | None:
        return next((c for c in predicate.children if c.tag_ == "TO" and c.i < predicate.i), None)

    def _infinitive(self, verb: Token, arguments: Arguments, predicate: Token, to: Token) -> Iterator[_Content]:
        """ "Vowed to leave" and "urged Peru to leave"; what is asked of whom begins with "to"."""
        if predicate.i < verb.i:
            return
        between = [t for t in self.page.doc[verb.i + 1 : to.i] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
        if arguments.passive and not arguments.subjects:
            return
        asked = self._for_infinitive(verb) if takes(verb, Complement.FOR_INFINITIVE) else None
        if asked:
            yield asked
            return
        wanted = Complement.OBJECT_INFINITIVE if between or arguments.passive else Complement.INFINITIVE
        if not takes(verb, wanted):
            return
        first = to.i - 1 if self.page.doc[to.i - 1].lower_ == "not" else to.i
        yield self._up_to_end(verb, first, predicate, 0.85)

    def _for_infinitive(self, verb: Token) -> _Content | None:
        """ "Called for Peru to leave" (from "Peru"), "called on Peru to leave" (from "to")."""
        doc, end = self.page.doc, verb.right_edge.i + 1
        preposition = next((t for t in doc[verb.i + 1 : verb.i + 4] if t.lower_ in {"for", *_ADDRESSEES}), None)
        if preposition is None or (preposition.tag_ == "TO" and doc[preposition.i + 1].tag_ == "VB"):
            return None
        to = next(
            (
                t
                for t in doc[preposition.i + 1 : end]
                if t.tag_ == "TO" and any(n.tag_ == "VB" for n in doc[t.i + 1 : min(t.i + 4, end)])
            ),
            None,
        )
        if to is None or any(
            is_finite(t) or (t.is_punct and t.text in {",", ";"}) for t in doc[preposition.i + 1 : to.i]
        ):
            return None
        first = preposition.i + 1 if preposition.lower_ == "for" else to.i
        content = self._up_to_end(verb, first, to.head, 0.8)
        return _Content(content.first, content.last, content.predicate, content.confidence, preposition)

    def _object_gerund(self, verb: Token, arguments: Arguments) -> Iterator[_Content]:
        """ "Accused Peru of leaving": what stands behind the preposition."""
        for oblique in arguments.obliques:
            gerund = oblique.token
            if oblique.preposition in _OBJECTS_OF_BLAME and gerund.tag_ == "VBG" and gerund.pos_ in _VERBAL:
                yield self._up_to_end(verb, gerund.left_edge.i, gerund, 0.7)
                return

    def _clause(self, verb: Token, predicate: Token) -> Iterator[_Content]:
        """A content clause behind the verb, before it, or around it."""
        first, last = predicate.left_edge.i, predicate.right_edge.i + 1
        if first > verb.i:
            first = self._without_that(self._with_subject(verb, predicate, first))
            yield self._up_to_end(verb, first, predicate, 0.9)
            return
        before, behind = self._cue_clause(verb)
        if self.page.doc[before].text != "," and self.page.doc[before - 1].text not in _CLOSING:
            return
        if not self._is_relative(before):
            yield _Content(first, before, predicate, 0.85)
        if last > behind and last - behind >= _SHORTEST_PART and self._has_verb(behind, last):
            yield _Content(behind, last, None, 0.7)

    def _parenthesis(self, verb: Token) -> Iterator[_Content]:
        """ "The port, the ministry said, will close": a reporting clause between commas, or at the end."""
        before, behind = self._cue_clause(verb)
        start, end = self._sentence(verb)
        doc = self.page.doc
        if before <= start or before == verb.i or doc[before].text != ",":
            return
        if not (behind >= end or doc[behind - 1].text == "," or doc[behind].text in {",", ".", ";"}):
            return
        subjects = self.page.grammar.arguments(verb).subjects
        if verb.i + 1 < end and not doc[verb.i + 1].is_punct and not any(s.i > verb.i for s in subjects):
            return
        if not any(before < s.i < behind for s in subjects):
            return
        if self._has_verb(start, before) and not self._is_relative(before):
            yield _Content(start, before, None, 0.75)
        if end - behind >= _SHORTEST_PART and self._has_verb(behind, end):
            yield _Content(behind, end, None, 0.7)

    def _with_subject(self, verb: Token, predicate: Token, first: int) -> int:
        """The clause with a subject that the parser took for the object of the cue: "said the port "was closed"."""
        told = self.page.grammar.arguments(predicate)
        if ((told.subjects or told.objects) and not told.inherited) or takes(verb, Complement.OBJECT_INFINITIVE):
            return first
        between = self.page.doc[verb.i + 1 : first]
        return verb.i + 1 if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in between) else first

    def _is_relative(self, before: int) -> bool:
        """ "Camps which, the ministry said, it had closed": only what follows is said."""
        return self.page.doc[before - 1].tag_ in {"WDT", "WP", "WRB"}

    def _cue_clause(self, verb: Token) -> tuple[int, int]:
        """Where the reporting clause begins (at its comma) and where it ends (behind its comma)."""
        start, end = self._sentence(verb)
        doc = self.page.doc
        subjects = [s for s in self.page.grammar.arguments(verb).subjects if s.i < verb.i]
        first = min([verb.i, *(self.page.grammar.subtree(s).start for s in subjects if verb.i - s.i < 12)])
        before = first - 1 if first > start and doc[first - 1].text == "," else first
        behind = verb.i + 1
        while behind < end and doc[behind].text not in {",", ";", "."}:
            behind += 1
        return before, min(behind + 1, end)

    # Nouns.

    def _by_noun(self, noun: Token) -> Iterator[Saying]:
        """ "Its claim that the port closed", "voiced concern that …", "issued a statement to the effect …"."""
        arguments = self.page.grammar.arguments(noun)
        clauses = [c for c in arguments.complements if self._is_that_clause(noun, c)]
        if not clauses:
            return
        source = self._source_of(noun)
        if source is None:
            self._let_be(noun, "words are told, but not whose")
            return
        cue, text, speaker = source
        first = clauses[0].left_edge.i
        yield self._saying(cue, self._up_to_end(noun, self._without_that(first), clauses[0], 0.7), speaker, text)

    def _is_that_clause(self, noun: Token, predicate: Token) -> bool:
        governor = self.page.grammar.governor(predicate)
        if governor.relation not in {Relation.CONTENT, Relation.PARTICIPLE} or predicate.i < noun.i:
            return False
        finite = is_finite(predicate) or any(is_finite(c) and c.i < predicate.i for c in predicate.children)
        return finite and (
            self.page.doc[predicate.left_edge.i].lower_ == "that"
            or bool(self.page.grammar.arguments(predicate).subjects)
        )

    def _source_of(self, noun: Token) -> tuple[Token, str, Filler] | None:
        """The cue, its words and the speaker: the possessor of the noun, or the subject of the verb that utters it."""
        head = self.page.grammar.governor(noun).head
        for _ in range(3):
            if head is None or head.pos_ in _VERBAL:
                break
            head = self.page.grammar.governor(head).head
        if head is not None and head.pos_ in _VERBAL and head.lemma_ in reporting_words().uttering and head.i < noun.i:
            speaker = speaker_of_cue(self.page, head)
            return (
                (head, self.page.doc[head.i : noun.i + 1].text, speaker)
                if speaker and is_telling(self.page, head)
                else None
            )
        for token in self.page.grammar.possessors(noun):
            if speaker := speaker_behind(self.page, token):
                return noun, noun.text, speaker
        by = [o.token for o in self.page.grammar.prepositional(noun) if o.preposition in {"by", "from"}]
        return next(((noun, noun.text, f) for t in by if (f := speaker_behind(self.page, t))), None)

    def _according(self, word: Token) -> Iterator[Saying]:
        doc = self.page.doc
        if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "to":
            return
        noun = next(nominals_behind(self.page, word.i + 1), None)
        if noun is None or (noun.lemma_.lower() in reporting_words().standards and not self.page.cast.at(noun)):
            return
        speaker = issuer_of(self.page, noun) if noun.lemma_.lower() in reporting_words().documents else None
        speaker = self._named(noun) or speaker or speaker_behind(self.page, noun)
        content = self._around(word, noun)
        if speaker and content:
            yield self._saying(word, content, speaker, doc[word.i : word.i + 2].text)

    def _named(self, noun: Token) -> Filler | None:
        entity = self.page.cast.at(noun)
        return self.page.filler(entity, noun) if entity else None

    def _around(self, word: Token, noun: Token) -> _Content | None:
        """The clause that goes "according to": behind the phrase where that opens the sentence, else before it."""
        start, end = self._sentence(word)
        doc = self.page.doc
        behind = self._phrase_end(noun, end)
        opens = not self._has_verb(start, word.i)  # "But according to", "Since May, according to"
        joined = doc[word.i - 1].text == "," and doc[word.i - 2].pos_ == "CCONJ" if word.i - 2 >= start else False
        if opens or joined:
            return _Content(behind, end, None, 0.85) if behind < end else None
        return _Content(start, word.i, None, 0.85) if word.i > start else None

    def _phrase_end(self, noun: Token, end: int) -> int:
        doc = self.page.doc
        last = max(noun.i + 1, min(self.page.grammar.subtree(noun).end, end))
        if last < end and doc[last].text == ",":
            return last + 1
        for i in range(noun.i + 1, min(noun.i + _LONGEST_SOURCE, end)):
            if doc[i].text == ",":
                return i + 1
            if i >= last and is_finite(doc[i]):
                return last
        return last

    # Where the content ends.

    def _sentence(self, token: Token) -> tuple[int, int]:
        """The sentence around a token, cut at semicolons."""
        sentence = token.sent
        start, end = sentence.start, sentence.end
        for t in sentence:
            if t.text in _ENDS:
                if t.i < token.i:
                    start = t.i + 1
                elif t.i > token.i:
                    end = t.i
                    break
        return start, end

    def _up_to_end(self, cue: Token, first: int, predicate: Token, confidence: float) -> _Content:
        """From `first` to the end of the content: its own subtree, and what follows it without a comma."""
        last = max(predicate.right_edge.i + 1, predicate.i + 1)
        _, end = self._sentence(cue)
        doc = self.page.doc
        last = min(last, end)
        while last < end and self._goes_on(cue, last):
            nxt = doc[last] if doc[last].text != "," else doc[last + 1]
            last = max(self._child_end(cue, nxt), last + 1)
        return _Content(first, self._cut(cue, first, min(last, end), predicate), predicate, confidence)

    def _cut(self, cue: Token, first: int, last: int, predicate: Token) -> int:
        """An earlier end, where the same speaker's next cue begins: "said A but denied B", "said A, adding B"."""
        doc = self.page.doc
        for other in self.page.grammar.conjuncts(predicate):
            if predicate.i < other.i < last and self._leaves(cue, predicate, other):
                at = other.i
                while at > first + 1 and doc[at].pos_ != "CCONJ":
                    at -= 1
                return at if at > first + 1 else last
        for i in range(first + 1, last - 1):
            if (doc[i].text == "," and self._adds(i + 1)) or (
                doc[i].pos_ == "CCONJ" and self._reports_again(cue, i + 1)
            ):
                return i
        return last

    def _reports_again(self, cue: Token, at: int) -> bool:
        """Whether a second cue of the same speaker begins here: "said A but denied B"."""
        for token in self.page.doc[at : at + 3]:
            if token.pos_ == "VERB":
                arguments = self.page.grammar.arguments(token)
                return (
                    token.tag_ == cue.tag_
                    and takes(token, Complement.CLAUSE)
                    and arguments.inherited
                    and any(c.i > token.i for c in arguments.complements)
                )
            if token.pos_ not in {"ADV", "AUX"}:
                return False
        return False

    def _adds(self, at: int) -> bool:
        """Whether a participle that reports begins here: "…, adding that", "…," further saying"."""
        for token in self.page.doc[at : at + 4]:
            if token.tag_ == "VBG":
                return token.lemma_ in reporting_words().verbs and token.lemma_ not in reporting_words().evidential
            if not token.is_punct and token.pos_ != "ADV":
                return False
        return False

    def _leaves(self, cue: Token, predicate: Token, other: Token) -> bool:
        """Whether a verb coordinated with what was said is rather coordinated with the cue."""
        if not is_finite(other) or any(self.page.grammar.is_subject(c) for c in other.children):
            return False
        if predicate.tag_ == "VB" and self._particle_to(predicate) is not None:
            return True
        return other.lemma_.lower() in reporting_words().verbs and other.tag_ == cue.tag_

    def _goes_on(self, cue: Token, at: int) -> bool:
        """Whether what stands at `at`, hung on the cue by the parser, still belongs to what was said."""
        doc = self.page.doc
        token = doc[at]
        if token.text == "," and at + 1 < len(doc):
            return doc[at + 1].lower_ in _REASONS and doc[at + 1].i <= cue.right_edge.i
        if token.is_punct or token.is_space or token.i > cue.right_edge.i:
            return False
        return token.pos_ != "CCONJ" and not is_finite(token)

    def _child_end(self, cue: Token, token: Token) -> int:
        while token.head is not cue and token.head is not token and token.head.i > cue.i:
            token = token.head
        return token.right_edge.i + 1

    def _without_that(self, first: int) -> int:
        doc = self.page.doc
        while first + 1 < len(doc) and (
            (doc[first].is_punct and doc[first].text not in _OPENING) or self._is_that(first)
        ):
            first += 1
        return first

    def _is_that(self, i: int) -> bool:
        """Whether "that" opens a clause; "that day …" is part of it."""
        token = self.page.doc[i]
        following = self.page.doc[i + 1]
        return token.lower_ == "that" and (token.tag_ in {"IN", "WDT"} or following.tag_ in _CLAUSE_OPENERS)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(is_finite(t) for t in self.page.doc[first:last])

    def _saying(self, cue: Token, content: _Content, speaker: Filler, text: str) -> Saying:
        first, last = self._trimmed(content.first, content.last)
        span = self._closed(Span(self.page.doc[first].idx, self.page.doc[last - 1].idx + len(self.page.doc[last - 1])))
        self.page.trace.note(READER, span, lambda: f"{speaker.text} {text}", fired=True)
        return Saying(
            first=first,
            last=last,
            span=span,
            cue=cue,
            cue_text=text,
            speaker=speaker,
            direct=False,
            confidence=content.confidence,
            predicate=content.predicate,
        )

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        doc = self.page.doc
        while first < last - 1 and (
            doc[first].is_space or doc[first].text in _TRIMMED or doc[first].lower_ in {"and", "but"}
        ):
            first += 1
        while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].text in _TRIMMED):
            last -= 1
        return first, last

    def _closed(self, span: Span) -> Span:
        """The span up to the closing mark of a fragment that opens within it, which may hold several sentences."""
        i = bisect_left(self._marks, (span.end,)) - 1
        if i >= 0 and span.start <= self._marks[i][0] and span.end <= self._marks[i][1]:
            span = Span(span.start, self._marks[i][1])
        i = bisect_left(self._marks, (span.start,)) - 1
        if i >= 0 and self._marks[i][0] == span.start - 1 and span.end >= self._marks[i][1]:
            return Span(span.start - 1, span.end)
        return span

    def _let_be(self, token: Token, why: str) -> None:
        self.page.trace.note(READER, self.page.span_of(token), why, fired=False)
