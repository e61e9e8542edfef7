"""Indirect speech: every word that can report, with what it tells and who says it."""

from bisect import bisect_left
from collections.abc import Iterator

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.content import Content, trimmed
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.quote_marks import Quoted
from palanca.reading.reported_sources import by_according, by_noun
from palanca.reading.reported_verbs import contents_of
from palanca.reading.sayings import (
    READER,
    Saying,
    cue_text,
    is_telling,
    passes_on_words,
    speaker_of_cue,
    takes,
)
from palanca.reading.speakers import speaker_behind
from palanca.records import Filler, Span

_VERBAL = {"VERB", "AUX"}
_BY_SOURCE = {"according", "per"}
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "person", "people", "ity", "service", "team", "group")
_PERSONAL = {"he", "she", "they"}
_REACH_OF_PARTICIPLE = 12  # tokens
_REACH_OF_PRONOUN = 60
_REACH_OF_ADDING = 3


class ReportedSpeech:
    """One walk over the words of a page; it remembers who spoke last."""

    def __init__(self, page: Page, direct: list[Saying], marks: list[Quoted]) -> None:
        self.page = page
        self._speakers = {saying.cue.i: saying.speaker for saying in direct}
        self._marks = [(quoted.start, quoted.end) for quoted in marks if quoted.depth == 0]
        self._spoken = frozenset(i for saying in direct for i in range(saying.first, saying.last))
        self._last: tuple[int, Filler] | None = None
        self._end = 0  # the token behind the words told last

    def sayings(self) -> Iterator[Saying]:
        """The indirect quotations outside of direct speech, in the order of their cues."""
        words = reporting_words()
        for token in self.page.doc:
            if token.i in self._spoken:
                continue
            lemma = token.lemma_.lower()
            if token.i in self._speakers:
                self._last = (token.i, self._speakers[token.i])
            if token.pos_ in _VERBAL and (lemma in words.verbs or lemma in words.finding):
                yield from self._by_verb(token)
            elif (by := token.norm_ in _BY_SOURCE) or (token.pos_ == "NOUN" and lemma in words.clause_nouns):
                found = (by_according if by else by_noun)(self.page, token)
                if found and found.content.first < found.content.last:
                    yield self._saying(found.cue, found.content, found.speaker, found.text)

    def _by_verb(self, verb: Token) -> Iterator[Saying]:
        if not is_telling(self.page, verb) or _asks(verb):
            self._let_be(verb, "a reporting verb, but negated, not yet done, or of a rule")
            return
        if self._leaves_to_noun(verb) or passes_on_words(verb):
            return
        contents = [c for c in contents_of(self.page, verb) if c.first < c.last and not self._is_mere_cue(c)]
        if not contents:
            return
        outside = range(contents[0].first, contents[0].last) if len(contents) == 1 else None
        speaker = self._goes_on(verb) or _acting(self.page, verb) or speaker_of_cue(self.page, verb, outside)
        speaker = speaker or self._speaker_before(verb)
        if speaker is None or not self._is_speech(verb):
            self._let_be(verb, "a reporting verb, but nobody who can speak is its subject")
            return
        self._last = (verb.i, speaker)
        for content in contents:
            first, last = trimmed(self.page, content.first, content.last)
            if first < last:  # nothing but marks may be left of a clause that the parse cut wrongly
                self._end = last
                yield self._saying(verb, content, speaker, cue_text(self.page, verb, content.preposition))

    def _is_mere_cue(self, content: Content) -> bool:
        """Whether what is told is only who told it: "…, the paper reported THE MAYOR SAID"."""
        first, last = trimmed(self.page, content.first, content.last)
        closing = self.page.doc[last - 1] if first < last else None
        told = closing is not None and closing.tag_ == "VBD" and takes(closing, Complement.CLAUSE)
        return told and closing is not None and any(s.i == closing.i - 1 for s in closing.children)

    def _leaves_to_noun(self, verb: Token) -> bool:
        """ "Expressed CONCERN that …": the noun tells the words."""
        words = reporting_words()
        if verb.lemma_.lower() not in words.uttering:
            return False
        nouns = (o for o in self.page.grammar.arguments(verb).objects if o.lemma_.lower() in words.clause_nouns)
        return any(by_noun(self.page, noun) is not None for noun in nouns)

    def _goes_on(self, verb: Token) -> Filler | None:
        """Who has said what ends right before a participle that adds to it: "said that it may, ADDING that it must"."""
        if self._last is None or verb.tag_ != "VBG" or not 0 < verb.i - self._end <= _REACH_OF_ADDING:
            return None
        between = self.page.doc[self._end : verb.i]
        joined = between[0].text == "," and all(t.is_punct or t.pos_ == "ADV" for t in between)
        return self._last[1] if joined else None

    def _speaker_before(self, verb: Token) -> Filler | None:
        """Who has just spoken: "…", she said, ASKING Chad to leave; "officials said … . They ADDED that …"."""
        if verb.tag_ == "VBG":
            near = range(verb.i - 1, max(verb.i - _REACH_OF_PARTICIPLE, -1), -1)
            return next((self._speakers[i] for i in near if i in self._speakers), None)
        subjects = self.page.grammar.arguments(verb).subjects
        if self._last is None or verb.i - self._last[0] > _REACH_OF_PRONOUN or not subjects:
            return None
        word = subjects[0].norm_
        plain = word in _PERSONAL and self.page.cast.at(subjects[0]) is None
        return self._last[1] if plain and (word != "they" or self._is_of_many(self._last[1])) else None

    def _is_of_many(self, speaker: Filler) -> bool:
        """Whether a speaker without a name is told in the plural: "officials", "aides of the minister"."""
        if speaker.entity is not None or speaker.span is None:
            return False
        phrase = self.page.doc.char_span(speaker.span.start, speaker.span.end, alignment_mode="expand")
        return phrase is not None and phrase.root.tag_ in {"NNS", "NNPS"}

    def _is_speech(self, verb: Token) -> bool:
        """What things do as well as people reports only where somebody, a body or a document is the subject."""
        words = reporting_words()
        if verb.lemma_.lower() in words.verbs and verb.lemma_.lower() not in words.evidential:
            return True
        return any(self._can_speak(subject) for subject in self.page.grammar.arguments(verb).subjects)

    def _can_speak(self, subject: Token) -> bool:
        words, lemma = reporting_words(), subject.lemma_.lower()
        known = self.page.cast.at(subject) is not None or lemma in words.documents or lemma in words.anonymous
        return known or lemma in _PERSONAL or lemma.endswith(_PEOPLE)

    def _saying(self, cue: Token, content: Content, speaker: Filler, text: str) -> Saying:
        first, last = trimmed(self.page, content.first, content.last)
        doc = self.page.doc
        span = self._closed(Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])))
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


def _acting(page: Page, verb: Token) -> Filler | None:
    """ "VOLTA kept users from sharing it, CLAIMING that": behind a comma whoever acts speaks, not those last told."""
    if verb.tag_ != "VBG" or verb.i < 1 or page.doc[verb.i - 1].text != ",":
        return None
    above = (t for t in verb.ancestors if t.pos_ == "VERB" and t.tag_ not in {"VB", "VBG"})
    main = next((t for t in above if page.grammar.arguments(t).subjects), None)
    subjects = page.grammar.arguments(main).subjects if main is not None else ()
    if not subjects or verb.head in subjects or subjects[0].i > verb.i:
        return None
    return speaker_behind(page, subjects[0])


def _asks(verb: Token) -> bool:
    """Whether the sentence is a question."""
    sentence = verb.sent
    return any(t.text == "?" for t in sentence[-2:]) and not any(t.is_quote for t in sentence)
