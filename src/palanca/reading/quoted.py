"""Direct speech: which quotation marks hold somebody's words, whose, and by which cue."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.quote_marks import Quoted
from palanca.reading.quote_stretches import Stretch
from palanca.reading.sayings import (
    READER,
    Saying,
    cue_text,
    is_adjectival,
    is_finite,
    is_reporting,
    is_telling,
    nominals,
    nominals_behind,
    speaker_of_cue,
    takes,
)
from palanca.reading.speakers import issuing_subject, named_before_colon, speaker_behind, stated_issuer
from palanca.records import Filler, Span

_REACH_AFTER = 40  # tokens; longer attributions name titles and places
_REACH_BEFORE = 60
_BREAKS = {".", "!", "?", ";"}
_JOINING = {"and", "but"}
_CONJUNCTIONS = {"that", *_JOINING}
_WHEN_OR_WHERE = {"on", "in", "at", "during", "after"}
_SHOWING = "read"
_LONGEST_PHRASE = 6  # tokens
_LONGEST_LISTENER = 12
_PERSONAL = {"he", "she", "they"}
_NEAR = 300  # characters between the words of somebody without a name and those that "she" said too
_DASHES = {"—", "–"}
_NOT_AFTER = {"ADP", "SCONJ", "CCONJ", "PART", "AUX"}
_WH = {"which", "who", "whom", "whose", "where", "when", "that"}


@dataclass(frozen=True, slots=True)
class _Cue:
    token: Token
    text: str
    speaker: Filler
    confidence: float


@dataclass(slots=True)
class QuotedSpeech:
    """One walk over the marks of a page, in order; it remembers who spoke last."""

    page: Page
    marks: list[Quoted]
    offsets: list[int] = field(default_factory=list)
    last_cue: _Cue | None = None
    last_end: int = -1
    floor: int = 0  # where the last stretch ended, spoken or not
    outer: int = 0
    goes_on: bool = False

    def sayings(self) -> Iterator[Saying]:
        """The direct quotations of the page, in order; fragments in quotation marks are left to reported speech."""
        self.offsets = [t.idx for t in self.page.doc]
        for quoted in self.marks:
            stretch = self._stretch(quoted) if quoted.depth <= 1 else None
            if stretch is None:
                continue
            cue = self._cue_of(stretch)
            if quoted.depth == 0:
                self.floor = quoted.end
            self.page.trace.note(
                READER,
                Span(quoted.start, quoted.end),
                f"{cue.speaker.text}: {cue.text}" if cue else "quotation marks without a speaker",
                fired=cue is not None,
            )
            if cue is None:
                continue
            if quoted.depth == 0:
                self.last_cue, self.last_end, self.goes_on = cue, quoted.end, quoted.goes_on
            yield self._saying(stretch, cue)

    def _stretch(self, quoted: Quoted) -> Stretch | None:
        text = self.page.document.text
        first = bisect_left(self.offsets, quoted.first)
        last = bisect_left(self.offsets, quoted.last)
        before = text[max(0, quoted.start - 40) : quoted.start].rstrip(
            " \t\u00a0‘“'\"(" if quoted.depth else " \t\u00a0"
        )
        inner = text[quoted.first : quoted.last].rstrip()
        after = text[quoted.end : quoted.end + 10].lstrip(" \t\u00a0")
        if first >= last or not inner:
            return None
        outer = self.outer if quoted.depth else 0
        if quoted.depth == 0:
            self.outer = quoted.first
        behind = "" if self._is_joined_on(quoted.end) else after[:1]
        return Stretch(self.page.doc[first:last], quoted, before[-1:], inner[-1], behind, outer)

    def _is_joined_on(self, end: int) -> bool:
        """Whether a conjunction alone leads on to more words between marks."""
        i = bisect_left(self.offsets, end)
        return [t.norm_ in _JOINING or t.is_quote for t in self.page.doc[i : i + 2]] == [True, True]

    def _saying(self, stretch: Stretch, cue: _Cue) -> Saying:
        text = self.page.document.text
        first, last = stretch.quoted.first, stretch.quoted.last
        while text[first].isspace():
            first += 1
        while last > first + 1 and (text[last - 1].isspace() or text[last - 1] == ","):
            last -= 1
        return Saying(
            first=stretch.first,
            last=stretch.last,
            span=Span(first, last),
            cue=cue.token,
            cue_text=cue.text,
            speaker=cue.speaker,
            direct=True,
            confidence=cue.confidence,
        )

    def _cue_of(self, stretch: Stretch) -> _Cue | None:
        before_first = self._segment_before(stretch)
        introduced = self._is_introduced(stretch)
        if introduced and (cue := self._cue_before(stretch, before_first)):
            return cue
        if stretch.quoted.depth:
            return None
        if introduced and self._is_second_part(stretch):
            return self._last_again()
        if self._may_be_followed(stretch) and (cue := self._cue_after(stretch)):
            return cue
        if self._stands_alone(stretch):
            return self._continued(stretch)
        return None

    # What stands before.

    def _segment_before(self, stretch: Stretch) -> int:
        """The first token of the sentence part before the marks: back to its start or to an earlier quotation."""
        floor = self.floor if stretch.quoted.depth == 0 else stretch.outer
        i = stretch.first - 1
        while i >= 0 and stretch.first - i < _REACH_BEFORE:
            token = self.page.doc[i]
            if token.idx < floor or "\n" in token.text or (token.text in _BREAKS and token.idx < stretch.quoted.start):
                return i + 1
            i -= 1
        return i + 1

    def _is_introduced(self, stretch: Stretch) -> bool:
        """Whether the words before lead up to the marks: by a comma, a colon, a reporting word or "that"."""
        if stretch.before in {",", ":"}:
            return stretch.is_speech()
        if stretch.before in _DASHES:
            return stretch.is_whole_clause()
        previous = self._token_before(stretch)
        if previous is None:
            return False
        if previous.norm_ in _CONJUNCTIONS or is_reporting(previous):
            exclaims = previous.tag_ != "VBN" and is_reporting(previous) and stretch.is_exclaimed()
            return exclaims or stretch.is_whole_clause()
        if not stretch.is_capital() or not stretch.is_whole_clause():
            return False
        return self._follows_place_or_time(previous) or self._follows_listener(previous)

    def _follows_listener(self, previous: Token) -> bool:
        """Whether who is told stands between a cue and the marks: "told THE PAPER AFTER THE VERDICT "We …"."""
        for token in reversed(self.page.doc[max(previous.i - _LONGEST_LISTENER, 0) : previous.i + 1]):
            if is_reporting(token):
                return takes(token, Complement.OBJECT_INFINITIVE) and is_finite(token)
            if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PRON", "PART"}:
                return False
        return False

    def _follows_place_or_time(self, previous: Token) -> bool:
        """Whether a phrase of place or time alone stands between a cue and the marks: "said ON FRIDAY "We …"."""
        for token in reversed(self.page.doc[max(previous.i - _LONGEST_PHRASE, 1) : previous.i + 1]):
            if token.pos_ == "ADP":
                plain = token.norm_ != "on" or token.nbor().pos_ == "PROPN"  # not "reported ON THE film"
                return plain and token.norm_ in _WHEN_OR_WHERE and is_reporting(token.nbor(-1))
            if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}:
                return False
        return False

    def _token_before(self, stretch: Stretch) -> Token | None:
        i = bisect_left(self.offsets, stretch.quoted.start) - 1
        return self.page.doc[i] if i >= 0 else None

    def _cue_before(self, stretch: Stretch, first: int) -> _Cue | None:
        doc, end = self.page.doc, self._before_aside(stretch, first)
        if stretch.before == ":" and (cue := self._noun_cue(first, end)):
            return cue
        if (
            stretch.before == ","
            and doc[first].norm_ == "in"
            and (cue := self._noun_cue(first, end))
            and cue.text == "words"
        ):
            return cue
        if cue := self._read_out(first, end):
            return cue
        verbs = [t for t in doc[first:end] if t.idx < stretch.quoted.start and is_reporting(t) and not is_adjectival(t)]
        for verb in reversed(verbs):
            if not is_telling(self.page, verb):
                return None
            speaker = self._speaker(verb, range(first, end), stretch, inverted=False)
            if speaker := speaker or self._earlier_speaker(verb, first) or self._pronoun(verb, stretch):
                return _Cue(verb, cue_text(self.page, verb), speaker, 0.9)
        if stretch.before == ":" and (named := named_before_colon(self.page, first, end)):
            return _Cue(doc[end - 1], stretch.before, named, 0.75)
        return self._plain_clause(first, end, stretch) if stretch.before in {",", ":"} else None

    def _before_aside(self, stretch: Stretch, first: int) -> int:
        """The end of what leads up to the marks, without an aside between dashes: "said — as X reported — "…"."""
        if stretch.before not in _DASHES:
            return stretch.first
        dashes = [t.i for t in self.page.doc[first : stretch.first] if t.text in _DASHES]
        return dashes[-2] if len(dashes) > 1 else stretch.first

    def _pronoun(self, verb: Token, stretch: Stretch) -> Filler | None:
        """ "The head of the unit told the court "…". SHE also said "…": the speaker before, whom no name tells."""
        subjects = self.page.grammar.arguments(verb).subjects
        bare = [s for s in subjects if s.norm_ in _PERSONAL and self.page.cast.at(s) is None]
        if not bare or self.last_cue is None or stretch.quoted.start - self.last_end > _NEAR:
            return None
        return self.last_cue.speaker if self.last_cue.speaker.entity is None else None

    def _earlier_speaker(self, verb: Token, first: int) -> Filler | None:
        """ "Ruiz said the port was "ready," and ADDED: …": the subject of an earlier cue of the sentence."""
        earlier = (t for t in verb.sent if t.i < first and is_finite(t) and is_reporting(t))
        return next((f for cue in earlier if (f := speaker_of_cue(self.page, cue))), None)

    def _noun_cue(self, first: int, last: int) -> _Cue | None:
        """ "The following words from the queen: …"."""
        for token in reversed(self.page.doc[first:last]):
            if token.lemma_.lower() in reporting_words().documents:
                issuer = stated_issuer(self.page, token) or issuing_subject(self.page, token)
                if issuer and (issuer.entity or token.nbor().text == ":"):
                    return _Cue(token, token.text, issuer, 0.8)
            if token.norm_ == "words":
                authors = (o.token for o in self.page.grammar.prepositional(token) if o.preposition == "of")
                if speaker := next((f for a in authors if (f := speaker_behind(self.page, a))), None):
                    return _Cue(token, token.text, speaker, 0.8)
        return None

    def _read_out(self, first: int, last: int) -> _Cue | None:
        """ "The family's statement READ: …": the document speaks for whoever issued it, whatever its tag."""
        words = [t for t in self.page.doc[first:last] if not t.is_punct and not t.is_space]
        if not words or words[-1].lemma_.lower() != _SHOWING:
            return None
        for token in words:
            if token.lemma_.lower() in reporting_words().documents and token.pos_ == "NOUN":
                speaker = speaker_behind(self.page, token)
                return _Cue(words[-1], words[-1].text, speaker, 0.85) if speaker else None
        return None

    def _plain_clause(self, first: int, last: int, stretch: Stretch) -> _Cue | None:
        """A whole sentence between marks behind a clause without a reporting verb: "Ruiz defended it, "It is …"."""
        opening = self.page.document.text[stretch.quoted.first]
        if not opening.isupper() or not stretch.is_whole_sentence():
            return None
        for verb in self.page.doc[first:last]:
            if verb.idx < stretch.quoted.start and is_finite(verb) and verb.pos_ == "VERB":
                speaker = self._speaker(verb, range(first, last), stretch, inverted=False)
                if speaker and speaker.entity:
                    return _Cue(verb, cue_text(self.page, verb), speaker, 0.6)
        return None

    # What stands behind.

    def _may_be_followed(self, stretch: Stretch) -> bool:
        """A comma (or ! ? —) at the end of the words, inside or outside the marks, before the attribution."""
        if not (stretch.inner_end in ",!?…—–-]" or stretch.after in {",", "—", "–"} or stretch.after.islower()):
            return False
        return stretch.before not in {"(", "["} and (
            not stretch.before or stretch.before in '.!?:;,—–…)]”"’»\n' or stretch.is_whole_clause()
        )

    def _cue_after(self, stretch: Stretch) -> _Cue | None:
        doc = self.page.doc
        begin = bisect_left(self.offsets, stretch.quoted.end)
        while begin < len(doc) and doc[begin].text in {",", "-", "—", "–"}:
            begin += 1
        if begin >= len(doc):
            return None
        ceiling = self._next_mark(stretch.quoted.end)
        opening = doc[begin]
        if opening.norm_ == "according":
            return self._according(begin)
        if opening.norm_ in _WH or (opening.pos_ in _NOT_AFTER and not is_reporting(opening)):
            return None
        for i in range(begin, min(begin + _REACH_AFTER, len(doc))):
            token = doc[i]
            if token.idx >= ceiling or token.text in _BREAKS or "\n" in token.text:
                return None
            if is_reporting(token) and not is_adjectival(token):
                return self._attribution(token, range(begin, self._attribution_end(i, ceiling)), stretch)
            if is_finite(token) and token.pos_ == "VERB" and not self._in_relative(token):
                return None
        return None

    def _attribution(self, verb: Token, segment: range, stretch: Stretch) -> _Cue | None:
        """The cue behind the words, unless it breaks up a sentence of which they are only the opening phrase."""
        broken = stretch.is_phrase() and self.page.doc[segment.stop - 1].text == ","
        if broken or not is_telling(self.page, verb):
            return None
        speaker = self._speaker(verb, segment, stretch, inverted=verb.i == segment.start)
        return _Cue(verb, cue_text(self.page, verb), speaker, 0.95) if speaker else None

    def _next_mark(self, offset: int) -> int:
        i = bisect_left(self.marks, offset, key=lambda quoted: quoted.start)
        return self.marks[i].start if i < len(self.marks) else len(self.page.document.text)

    def _in_relative(self, verb: Token) -> bool:
        return any(t.norm_ in _WH for t in self.page.doc[max(0, verb.i - 4) : verb.i])

    def _attribution_end(self, i: int, ceiling: int) -> int:
        doc = self.page.doc
        while i < len(doc) and doc[i].idx < ceiling and doc[i].text not in _BREAKS and "\n" not in doc[i].text:
            i += 1
        return i

    def _according(self, begin: int) -> _Cue | None:
        """ "…", according to a tweet by Ruiz: the document is the cue, its author the speaker."""
        doc = self.page.doc
        noun = next(nominals_behind(self.page, begin + 1), None)
        if noun is None:
            return None
        speaker = speaker_behind(self.page, noun)
        if speaker is None:
            return None
        if noun.lemma_.lower() in reporting_words().documents and not self.page.cast.at(noun):
            return _Cue(doc[begin], noun.text, speaker, 0.8)
        return _Cue(doc[begin], doc[begin : begin + 2].text, speaker, 0.85)

    # Who speaks.

    def _speaker(self, verb: Token, segment: range, stretch: Stretch, *, inverted: bool) -> Filler | None:
        """The subject of the cue by grammar where it stands in the segment, else by its place around the verb."""
        for subject in self.page.grammar.arguments(verb).subjects:
            if subject.i in segment and subject.i not in stretch.tokens and (f := speaker_behind(self.page, subject)):
                return f
        ahead = list(nominals(self.page, verb.i + 1, segment.stop))
        behind = list(nominals(self.page, segment.start, verb.i))[::-1]
        for noun in ahead if inverted or not behind else behind:
            if noun.i not in stretch.tokens and (found := speaker_behind(self.page, noun)):
                return found
        return None

    # Nobody named beside it.

    def _stands_alone(self, stretch: Stretch) -> bool:
        """Whole sentences between marks, with nothing before or behind in their own sentence."""
        opening = self.page.document.text[stretch.quoted.first]
        starts = not stretch.before or stretch.before in '.!?…\n"”’»:' or stretch.before == ","
        return starts and not opening.islower() and stretch.is_speech()

    def _continued(self, stretch: Stretch) -> _Cue | None:
        text = self.page.document.text
        if self.last_cue is not None:
            between = text[self.last_end : stretch.quoted.start]
            is_near = "\n" not in between.strip(" \t") or stretch.is_paragraph_behind(text, between)
            if self.goes_on or (is_near and self._same_voice(between)):
                return self._last_again()
        return self._judged_before(stretch)

    def _is_second_part(self, stretch: Stretch) -> bool:
        """ "… said "We asked him" AND "He refused."": only a conjunction stands between the two."""
        begin = bisect_left(self.offsets, self.last_end)
        between = self.page.doc[begin : max(begin, bisect_left(self.offsets, stretch.quoted.start))]
        return self.last_end == self.floor and [t.norm_ in _JOINING for t in between] == [True]

    def _last_again(self) -> _Cue | None:
        return _Cue(self.last_cue.token, self.last_cue.text, self.last_cue.speaker, 0.8) if self.last_cue else None

    def _same_voice(self, between: str) -> bool:
        """Only the attribution itself, one sentence long, stands between the two quotations."""
        return len(between) < 300 and between.count(". ") <= 1  # characters

    def _judged_before(self, stretch: Stretch) -> _Cue | None:
        """ "Ruiz criticized the law on Monday. "It is …": a quotation after the judgement that it words."""
        previous = self._token_before(stretch)
        while previous is not None and previous.is_space and "\n" not in previous.text and previous.i:
            previous = self.page.doc[previous.i - 1]
        if previous is None or previous.is_space or previous.i == 0:
            return None
        words = reporting_words()
        for verb in previous.sent:
            lemma = verb.lemma_.lower()
            if verb.i < stretch.first and is_finite(verb) and (lemma in words.judging or lemma in words.verbs):
                speaker = speaker_of_cue(self.page, verb)
                if speaker and speaker.entity and is_telling(self.page, verb):
                    return _Cue(verb, verb.text, speaker, 0.6)
        return None
