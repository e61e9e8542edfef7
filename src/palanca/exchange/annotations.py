"""What the lower readers see in a text: time expressions, names and attributed quotations, each at its code points.

Times are valued as TIMEX3 writes them; names carry FollowTheMoney schemata; a quotation has the words that name its
speaker, the cue and the content.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.exchange.requests import TextRequest, read_pages, read_request
from palanca.exchange.timex import TimeExpression, time_expressions
from palanca.reading.language import Languages
from palanca.reading.page import Layer, Page
from palanca.records import Form, Schema, Span

_LAYERS = frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES, Layer.QUOTATIONS})
_OPENING = ('"', "“", "«", "„", "‘")
_RELATIVE = {"who", "which", "that"}
_CLOSING = ('"', "”", "»", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSpan:
    """Words that name something."""

    span: Span
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedQuotation:
    """Words of somebody: where the speaker is named (None where he is not), the cue, and the words.

    As annotated corpora have it, the speaker is the whole noun phrase, and the words come with their quotation marks.
    """

    speaker: Span | None
    cue: Span
    content: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that is seen in one text, each list in order of the text."""

    id: str
    times: tuple[TimeExpression, ...]
    names: tuple[NamedSpan, ...]
    quotations: tuple[AttributedQuotation, ...]


def annotate(lines: Iterable[TextRequest], languages: Languages | None = None) -> Iterator[Annotation]:
    """Annotate texts in their order; nothing accumulates. English only. Raises PipelineNotFound."""
    for line, page in read_pages(lines, _LAYERS, languages):
        yield Annotation(
            id=line.id, times=time_expressions(page), names=tuple(_names(page)), quotations=tuple(_quotations(page))
        )


def annotate_line(line: str, languages: Languages | None = None) -> str:
    """Annotate one line of JSON, `{"id", "text", "date"}`. Raises UnreadableInput if it is not such an object."""
    return json_line(next(iter(annotate([read_request(line)], languages))))


def json_line(found: Annotation) -> str:
    """One annotated text as a line of JSON."""
    return json.dumps(
        {
            "id": found.id,
            "times": [{"start": t.start, "end": t.end, "value": t.value, "type": str(t.type)} for t in found.times],
            "names": [{"start": n.span.start, "end": n.span.end, "schema": str(n.schema)} for n in found.names],
            "quotations": [
                {"speaker": _ends(q.speaker), "cue": _ends(q.cue), "content": _ends(q.content)}
                for q in found.quotations
            ],
        },
        ensure_ascii=False,
    )


def _ends(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _names(page: Page) -> Iterator[NamedSpan]:
    for mention in page.cast.mentions:
        if mention.form is Form.NAME:
            yield NamedSpan(span=mention.span, schema=page.cast.entity(mention.entity).schema)


def _quotations(page: Page) -> Iterator[AttributedQuotation]:
    for voice in page.voices.all:
        speaker = (
            _whole_phrase(page, voice.speaker.span, voice.cue_span) if voice.speaker and voice.speaker.span else None
        )
        yield AttributedQuotation(speaker=speaker, cue=voice.cue_span, content=_with_marks(page, voice.span))


def _whole_phrase(page: Page, named: Span, cue: Span) -> Span:
    """The noun phrase around a name, with its article, title, apposition and relative clause.

    Of a cue within that clause, the relative pronoun is the source: "Ruiz, WHO said …".
    """
    tokens = page.doc.char_span(named.start, named.end, alignment_mode="expand")
    if tokens is None or page.grammar.is_pronoun(tokens.root):
        return named
    phrase = page.grammar.subtree(tokens.root)
    whole = page.doc[min(phrase.start, tokens.start) : max(phrase.end, tokens.end)]
    if not page.span_of(whole).overlaps(cue):
        return page.span_of(whole)
    pronouns = (t for t in reversed(list(whole)) if t.lower_ in _RELATIVE and t.idx < cue.start)
    return next((page.span_of(t) for t in pronouns), named)


def _with_marks(page: Page, content: Span) -> Span:
    """The words with the quotation marks right around them, and the conjunction "that" before them."""
    text = page.document.text
    start, end = content.start, content.end
    if text[:start].endswith(_OPENING) and text[end : end + 2].lstrip(",.").startswith(_CLOSING):
        start, end = start - 1, end + 1 + text[end : end + 2].startswith((",", "."))
    elif text[:start].endswith("that "):
        start -= len("that ")
    return Span(start, end)
