"""Events on a timeline: the JSON of TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS needs a beginning: an event without a time, or of which only the end is known, is left out. It reads headline
and text as HTML, so that all that documents say is escaped there, and sentences are set apart (`bdi`) so that marks of
direction in them turn nothing else round. It passes over `claim`, which is for programs.
"""

import json
from collections.abc import Iterator
from datetime import date
from html import escape

from palanca.analysis.tables import Row, columns
from palanca.exchange.dossier.notes import then
from palanca.exchange.dossier.times import said_time
from palanca.exchange.dossier.words import Words, words_of
from palanca.exchange.facts import Json
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.provenance import provenance
from palanca.records import Bound, Kind, Modality, Moment, Precision, Time


def write(outgoing: Outgoing) -> Iterator[str]:
    """The events that have a beginning, by time, grouped by channel."""
    yield '{"events": ['
    between = "\n"
    for row in outgoing.rows(Kind.EVENT):
        time = row.claim.time
        if time is None or isinstance(time.start, Bound):
            outgoing.left_out[f"events without a {'time' if time is None else 'beginning'}"] += 1
            continue
        yield between + json.dumps(_slide(row, time, time.start, words_of(outgoing.language)), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _slide(row: Row, time: Time, start: Moment, words: Words) -> dict[str, Json]:
    cells = dict(zip(columns(Kind.EVENT), row.cells, strict=True))
    slide: dict[str, Json] = {
        "unique_id": row.claim.id,
        "start_date": _first(start),
        "display_date": said_time(time, words),
        "group": words.named("channel", cells["channel"]),
        "text": {"headline": escape(_headline(cells, words)), "text": _text(row, words)},
        "claim": provenance(row),
    }
    end = _last(time, start)
    return slide | {"end_date": end} if end else slide


def _headline(cells: dict[str, str], words: Words) -> str:
    """ "Denied: Ama Owusu → Rajiv Menon, meeting or talk, Accra": what is not asserted says so first."""
    status = cells["status"]
    mark = "" if status == Modality.ASSERTED else f"{words.named('modality', status).capitalize()}: "
    sides = " → ".join(filter(None, (cells["actors"], cells["recipients"])))
    return mark + ", ".join(filter(None, (sides, words.named("category", cells["category"]), cells["place"])))


def _text(row: Row, words: Words) -> str:
    claim, lead = row.claim, row.lead
    page = words.say("source.page", page=lead.page) if lead.page else ""
    place = ", ".join(filter(None, (lead.document, page)))
    told = f"{place} · {words.counted('count.source', claim.sources)} · {claim.id}"
    held = f"<p>{escape(then(row.held, words))}</p>" if row.held else ""
    return f"<p><bdi>{escape(lead.sentence)}</bdi></p>{held}<p><small>{escape(told)}</small></p>"


def _first(moment: Moment) -> dict[str, Json]:
    """The parts of a date that are known; of a season its first month, of a decade its first year."""
    return _parts(moment.first_day, moment.precision)


def _last(time: Time, start: Moment) -> dict[str, Json] | None:
    """The end of an interval, or of a moment that is longer than its parts say; None where it is open or the same."""
    end = start if time.end is None else time.end
    if isinstance(end, Bound):
        return None
    parts = _parts(end.last_day, end.precision)
    return None if parts == _first(start) else parts


def _parts(day: date, precision: Precision) -> dict[str, Json]:
    parts: dict[str, Json] = {"year": day.year}
    if precision.value > Precision.YEAR.value:
        parts["month"] = day.month
    return parts | {"day": day.day} if precision is Precision.DAY else parts
