"""Reads one document from its text to its statements."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import batched
from typing import TYPE_CHECKING

from palanca.reading.grammar import English, Grammar, Spanish
from palanca.reading.grammar.freezing import frozen
from palanca.reading.grammar.parse import Doc
from palanca.reading.grammar.retagging import retag
from palanca.reading.language import SPANISH_REMEDY, Languages, primary
from palanca.reading.order import READERS, check_order
from palanca.reading.page import Page, Reader
from palanca.reading.trace import SILENT, Note, Recording, Trace
from palanca.records import Document, Failure, Reading, Span, Statement
from palanca.records.errors import PalancaError
from palanca.records.ids import content_hash

if TYPE_CHECKING:
    import spacy.tokens

_BATCH = 16
_EXPECTED = ("en", "es")
_MARGIN, _TIE = 18.0, 8.0  # differences of log-probabilities
_ENOUGH = 1500  # code points that tell a language: more cost time and tell no more
_GRAMMARS: dict[str, type[Grammar]] = {"en": English, "es": Spanish}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One token of an explained sentence: its parse, and the entity that it belongs to."""

    text: str
    lemma: str
    tag: str
    relation: str
    head: str
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What each reader saw in one sentence. `number` counts sentences from 1."""

    document: Document
    number: int
    span: Span
    words: tuple[Word, ...]
    notes: tuple[Note, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True)
class DocumentReader:
    """Reads documents with one set of pipelines and readers. It may be used from one thread at a time."""

    languages: Languages = field(default_factory=Languages)
    readers: tuple[Reader, ...] = READERS

    def __post_init__(self) -> None:
        check_order(self.readers)

    @cached_property
    def version(self) -> str:
        """Changes whenever a pipeline, a reader or a word list does."""
        from palanca.lexicon.digest import lexicon_digest

        pipelines = (f"{language}={setting}" for language, setting in sorted(self.languages.pipelines.items()))
        readers = (f"{reader.name}-{reader.version}" for reader in self.readers)
        return content_hash(*pipelines, *readers, lexicon_digest())

    def read(self, document: Document) -> Reading:
        """Read one document. A language without a pipeline gives a reading that says so and holds nothing else."""
        language = document.language or guess_language(document.text)
        if not self._can_read(language):
            return Reading(document=document, version=self.version, skipped=_no_pipeline(language))
        return self._read(document, self._parse(document.text, language))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading | Failure]:
        """Read a stream of documents, in order, a batch at a time; one that breaks a reader gives a Failure."""
        for batch in batched(documents, _BATCH):
            yield from self._read_batch(batch)

    def explain(self, document: Document, sentence: int) -> Explanation:
        """What every reader saw in one sentence, counted from 1.

        Raises PalancaError if the document has no such sentence or cannot be read.
        """
        language = document.language or guess_language(document.text)
        if not self._can_read(language):
            raise PalancaError(f"{document.name}: {_no_pipeline(language)}")
        doc = self._parse(document.text, language)
        page = self._page(document, doc, trace := Recording())
        spans = _sentences(page)
        if not 1 <= sentence <= len(spans):
            raise PalancaError(f"{document.name} has {len(spans)} sentences: give a number from 1 to {len(spans)}")
        span = spans[sentence - 1]
        return Explanation(
            document=document,
            number=sentence,
            span=span,
            words=tuple(_word(page, i) for i in range(len(doc)) if _in(doc, i, span) and not doc[i].is_space),
            notes=tuple(note for note in trace.notes or () if note.span.overlaps(span)),
            statements=tuple(s for s in page.statements if s.span.overlaps(span)),
        )

    def _read_batch(self, batch: Sequence[Document]) -> Iterator[Reading | Failure]:
        """Parse the batch language by language, since a pipeline is fastest on a stream, then read in order."""
        languages = [document.language or guess_language(document.text) for document in batch]
        parses: dict[int, spacy.tokens.Doc] = {}
        for language in dict.fromkeys(filter(self._can_read, languages)):
            places = [i for i, one in enumerate(languages) if one == language]
            texts = (batch[i].text for i in places)
            parses.update(zip(places, self.languages.load(language).pipe(texts), strict=True))
        for i, document in enumerate(batch):
            parsed = parses.pop(i, None)
            if parsed is None:
                yield Reading(document=document, version=self.version, skipped=_no_pipeline(languages[i]))
                continue
            try:
                yield self._read(document, frozen(parsed))
            except Exception as error:  # the stage runner: one document must not end the run
                yield Failure(document=document, reason=f"{type(error).__name__}: {error}")

    def _can_read(self, language: str) -> bool:
        return self.languages.reads(language) and primary(language) in _GRAMMARS

    def _parse(self, text: str, language: str) -> Doc:
        return frozen(self.languages.load(language)(text))

    def _read(self, document: Document, doc: Doc) -> Reading:
        """Read a parse that nobody needs afterwards."""
        try:
            return self._reading(self._page(document, doc, SILENT))
        finally:
            doc.let_go()

    def _page(self, document: Document, doc: Doc, trace: Trace) -> Page:
        retag(doc.tokens)
        page = Page(document=document, doc=doc, grammar=_GRAMMARS[doc.lang_](), trace=trace)
        for reader in self.readers:
            page = reader.read(page)
        return page

    def _reading(self, page: Page) -> Reading:
        return Reading(
            document=page.document,
            version=self.version,
            entities=page.cast.entities,
            mentions=page.cast.mentions,
            sentences=_sentences(page),
            statements=tuple(sorted(dict.fromkeys(page.statements), key=lambda s: (s.span.start, s.span.end, s.kind))),
        )


def guess_language(text: str) -> str:
    """The most likely language of a text, as a BCP 47 tag; English where nothing can be told.

    A few foreign names in a short text outweigh its small words, so that a language which is expected here wins where
    it comes close (sentences of other languages lie twice as far off), or where the words without capitals, which
    name nobody, speak for it.
    """
    scores = _scores(text[:_ENOUGH])
    if not scores:
        return _EXPECTED[0]
    best, nearest = max(scores, key=_of(scores)), max(_EXPECTED, key=_of(scores))
    is_far = scores[best] - _of(scores)(nearest) >= _MARGIN
    if is_far and not _is_ahead(nearest, best, _scores(_without_names(text[:_ENOUGH]))):
        return best
    return next(language for language in _EXPECTED if scores[nearest] - _of(scores)(language) < _TIE)


def _scores(text: str) -> dict[str, float]:
    """The log-probability of each language; nothing for a text without letters."""
    import py3langid

    if not any(c.isalpha() for c in text):
        return {}
    return {str(language): float(score) for language, score in py3langid.rank(text)}


def _of(scores: dict[str, float]) -> Callable[[str], float]:
    return lambda language: scores.get(language, -math.inf)


def _is_ahead(one: str, other: str, scores: dict[str, float]) -> bool:
    return bool(scores) and _of(scores)(one) > _of(scores)(other)


def _without_names(text: str) -> str:
    return " ".join(word for word in text.split() if not word[:1].isupper())


def _no_pipeline(language: str) -> str:
    if primary(language) == "es":
        return f"no pipeline reads {language!r} here; the text is kept: run {SPANISH_REMEDY!r} and read again"
    return f"no pipeline reads {language!r} yet; the text is kept and will be read when there is one"


def _sentences(page: Page) -> tuple[Span, ...]:
    return tuple(page.sentence_span(sent[0]) for sent in page.doc.sents if not all(t.is_space for t in sent))


def _in(doc: Doc, i: int, span: Span) -> bool:
    return span.start <= doc[i].idx < span.end


def _word(page: Page, i: int) -> Word:
    token = page.doc[i]
    entity = page.cast.at(token)
    return Word(
        text=token.text,
        lemma=token.lemma_,
        tag=token.tag_,
        relation=token.dep_,
        head=token.head.text,
        entity=entity.caption if entity else None,
    )
