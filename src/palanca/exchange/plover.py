"""Events as PLOVER codes them: one sentence in, its events with country and sector codes out.

A code is an ISO 3166-1 alpha-3 code with a sector ("RUSREB"), the code of a body between states ("IGOUNO"), or a bare
sector where no country is told. PLOVER has no planned or refused acts: a friendly act still ahead is AGREE, a hostile
one THREATEN, one refused REJECT. The main event of the sentence comes first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.exchange.plover_act_parties import codes_of_act
from palanca.exchange.requests import TextRequest, read_pages, read_request
from palanca.lexicon.frames import frames
from palanca.reading.event_acts import Act, Outlook, acts_of, depth
from palanca.reading.event_contexts import contexts_of
from palanca.reading.language import Languages
from palanca.reading.modality import modality_of
from palanca.reading.page import Layer, Page
from palanca.reading.times import time_of
from palanca.records import Category, Time

_HOSTILE = {
    Category.SANCTION,
    Category.COERCE,
    Category.ASSAULT,
    Category.MOBILIZE,
    Category.PROTEST,
    Category.THREATEN,
}
_VERBAL = {Category.REQUEST, Category.ACCUSE, Category.REJECT, Category.THREATEN, Category.AGREE}
_NEEDED = {Layer.NAMES, Layer.COREFERENCE, Layer.TIMES, Layer.QUOTATIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One event as PLOVER writes it; `start` and `end` are code points of the sentence."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    event: Category
    mode: str | None
    contexts: tuple[str, ...]
    time: Time | None
    status: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The events of one request, the main one first."""

    id: str
    events: tuple[CodedEvent, ...]


def code(lines: Iterable[TextRequest], languages: Languages | None = None) -> Iterator[Coded]:
    """Code sentences in their order; nothing accumulates. English only. Raises PipelineNotFound."""
    for line, page in read_pages(lines, _NEEDED, languages):
        yield Coded(id=line.id, events=tuple(_events(page)))


def code_line(line: str, languages: Languages | None = None) -> str:
    """Code one line of JSON, `{"id", "text", "date"}`, into another: `{"id", "events": […]}`.

    Raises UnreadableInput if the line is not such an object.
    """
    return json_line(next(iter(code([read_request(line)], languages))))


def json_line(coded: Coded) -> str:
    """One coded sentence as a line of JSON."""
    return json.dumps({"id": coded.id, "events": [_plain(event) for event in coded.events]}, ensure_ascii=False)


def _plain(event: CodedEvent) -> dict[str, str | int | list[str] | None]:
    return {
        "source": list(event.source),
        "target": list(event.target),
        "event": str(event.event),
        "mode": event.mode,
        "contexts": list(event.contexts),
        "time": str(event.time) if event.time else None,
        "status": str(event.status),
        "start": event.start,
        "end": event.end,
    }


def _events(page: Page) -> Iterator[CodedEvent]:
    """The events of a page, the main one of each sentence first."""
    reports = frames().reports
    for sentence in page.doc.sents:
        acts = acts_of(page, sentence)
        coded = [(depth(page, act, reports) - act.strength, act, _coded(page, act)) for act in acts]
        ranked = sorted(coded, key=lambda c: (c[0] - 0.4 * bool(c[2].source) - 0.3 * bool(c[2].target), c[1].word.i))
        seen = set()
        for _, _, event in ranked:
            key = (event.event, event.source, event.target)
            if (event.source or event.target) and key not in seen:
                seen.add(key)
                yield event


def _coded(page: Page, act: Act) -> CodedEvent:
    parties = codes_of_act(page, act)
    span = page.span_of(page.grammar.clause(act.anchor))
    return CodedEvent(
        source=parties.source,
        target=parties.target,
        event=_category(act),
        mode=act.frame.mode,
        contexts=tuple(map(str, contexts_of(page, act))),
        time=time_of(page, act.anchor),
        status=str(modality_of(page, act.anchor)),
        start=span.start,
        end=span.end,
    )


def _category(act: Act) -> Category:
    """The category with what PLOVER folds into it: acts that are ahead, and acts that are refused."""
    if act.category in _VERBAL or act.outlook is Outlook.DONE:
        return act.category
    if act.outlook is Outlook.LEFT:
        return Category.REJECT if act.category not in _HOSTILE else Category.AGREE
    return Category.THREATEN if act.category in _HOSTILE else Category.AGREE
