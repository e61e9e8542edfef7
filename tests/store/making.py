"""Documents, a toy reader, arbitrary records, and the logical content of a case file."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import strategies as st

from palanca.records import (
    AnomalyDetail,
    AnomalyKind,
    Category,
    Context,
    Detail,
    Document,
    Entity,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    InstrumentKind,
    Kind,
    Mention,
    Modality,
    OfficeDetail,
    OfficeStatus,
    Origin,
    QuantityDetail,
    QuotationDetail,
    Reading,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    TieDetail,
    TieKind,
    Time,
)
from palanca.records.entity import entity_id
from palanca.records.statement import DETAIL_OF_KIND

AT = datetime(2024, 5, 1, 12, tzinfo=UTC)
LATER = datetime(2024, 5, 2, 12, tzinfo=UTC)


def document(
    text: str, name: str = "harbour.txt", *, published: str | None = None, title: str | None = None
) -> Document:
    origin = Origin(path=name, bytes_sha256="00" * 32, media_type="text/plain")
    when = Time.parse(published) if published else None
    return Document(name=name, text=text, origin=origin, published=when, title=title)


def read(read_document: Document, version: str = "toy 1") -> Reading:
    """Each sentence that names two things is a meeting of them, on the day of the document."""
    text, identifier = read_document.text, read_document.id
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"[^.]*[^.\s][^.]*\.?", text))
    spans = [Span(*match.span()) for match in re.finditer(r"[A-ZÁÉÍÓÚÑ]\w+(?: [A-ZÁÉÍÓÚÑ]\w+)*", text)]
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.of(text), span)
    entities = tuple(
        Entity(
            id=entity_id(identifier, span),
            document=identifier,
            schema=Schema.PERSON if " " in name else Schema.ORGANIZATION,
            caption=name,
        )
        for name, span in first.items()
    )
    ids = {entity.caption: entity.id for entity in entities}
    mentions = [
        Mention(document=identifier, span=span, text=span.of(text), form=Form.NAME, entity=ids[span.of(text)])
        for span in spans
    ]
    meetings = [_meeting(read_document, sentence, mentions) for sentence in sentences]
    return Reading(
        document=read_document,
        version=version,
        entities=entities,
        mentions=tuple(mentions),
        sentences=sentences,
        statements=tuple(replace(one, reader_version=version) for one in meetings if len(one.roles) > 1),
    )


def _meeting(of: Document, sentence: Span, mentions: Iterable[Mention]) -> Statement:
    """The meeting of all whom a sentence names."""
    named = [mention for mention in mentions if sentence.contains(mention.span)]
    return Statement(
        document=of.id,
        kind=Kind.EVENT,
        detail=EventDetail(category=Category.CONSULT, mode="meet", contexts=(Context.DIPLOMATIC,)),
        span=sentence,
        reader="meetings",
        reader_version="1",
        roles=tuple(role(RoleName.ACTOR, found.text, found) for found in named),
        time=of.published,
    )


def role(name: RoleName, text: str, found: Mention | None = None) -> Role:
    entity, span = (found.entity, found.span) if found else (None, None)
    return Role(name=name, filler=Filler(text=text, entity=entity, span=span))


# Arbitrary records. Times are built by parsing, so that they are as EDTF can write them.

_LENGTH = 40
signs = st.characters()  # half UTF-16 pairs too: file names hold them
words = st.text(signs, min_size=1, max_size=12)
maybe_words = st.none() | words
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)).map(date.isoformat)
moments = (
    days | days.map(lambda day: day[:7]) | days.map(lambda day: f"{day[:4]}?") | st.just("199X") | st.just("2020-22~")
)
times = st.one_of(moments, moments.map("../{}".format), moments.map("{}/".format), moments.map("{}/..".format)).map(
    Time.parse
)
maybe_times = st.none() | times
spans = st.integers(0, _LENGTH - 1).flatmap(
    lambda start: st.integers(start + 1, _LENGTH).map(lambda end: Span(start, end))
)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)

details: dict[Kind, st.SearchStrategy[Detail]] = {
    Kind.EVENT: st.builds(
        EventDetail,
        category=st.sampled_from(Category),
        mode=maybe_words,
        contexts=st.lists(st.sampled_from(Context), max_size=3).map(tuple),
    ),
    Kind.OFFICE: st.builds(
        OfficeDetail, role=words, status=st.sampled_from(OfficeStatus), start=maybe_times, end=maybe_times
    ),
    Kind.TIE: st.builds(TieDetail, kind=st.sampled_from(TieKind)),
    Kind.INSTRUMENT: st.builds(
        InstrumentDetail,
        kind=st.sampled_from(InstrumentKind),
        title=words,
        number=maybe_words,
        valid=maybe_times,
        effect=maybe_words,
    ),
    Kind.QUANTITY: st.builds(QuantityDetail, value=numbers, unit=words, value_max=st.none() | numbers, of=maybe_words),
    Kind.QUOTATION: st.builds(QuotationDetail, cue=words, direct=st.booleans()),
    Kind.ANOMALY: st.builds(AnomalyDetail, kind=st.sampled_from(AnomalyKind), detail=words),
}
assert details.keys() == DETAIL_OF_KIND.keys()

origins = st.builds(
    Origin,
    path=words,
    bytes_sha256=words,
    media_type=words,
    member=maybe_words,
    row=st.none() | st.integers(0, 99),
)
documents = st.builds(
    Document,
    name=words,
    text=st.text(signs, min_size=_LENGTH, max_size=_LENGTH),
    origin=origins,
    title=maybe_words,
    published=maybe_times,
    outlet=maybe_words,
    author=maybe_words,
    url=maybe_words,
    language=maybe_words,
    page_starts=st.lists(st.integers(0, _LENGTH), max_size=3).map(lambda starts: tuple(sorted(starts))),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Whatever records allow: spans anywhere, names of any sign, fillers without entity."""
    of = draw(documents)
    fixed = st.just(of.id)
    entities = st.builds(
        Entity,
        id=spans.map(lambda span: entity_id(of.id, span)),
        document=fixed,
        schema=st.sampled_from(Schema),
        caption=words,
        names=st.lists(words, max_size=2).map(tuple),
        country=st.sampled_from([None, "KEN", "CHL"]),
        confidence=st.floats(0, 1),
    )
    found = tuple(draw(st.lists(entities, max_size=3, unique_by=lambda entity: entity.id)))
    ids = st.sampled_from([None, *(entity.id for entity in found)])
    fillers = st.builds(Filler, text=words, entity=ids, span=st.none() | spans)
    mentions = st.builds(
        Mention,
        document=fixed,
        span=spans,
        text=words,
        form=st.sampled_from(Form),
        entity=spans.map(lambda span: entity_id(of.id, span)),
    )
    return Reading(
        document=of,
        version=draw(words),
        entities=found,
        mentions=tuple(sorted(draw(st.lists(mentions, max_size=3, unique_by=lambda m: m.span)), key=lambda m: m.span)),
        sentences=tuple(sorted(draw(st.sets(spans, max_size=3)))),
        statements=tuple(draw(st.lists(_statements(fixed, fillers), max_size=3))),
        skipped=draw(maybe_words),
    )


@st.composite
def _statements(draw: st.DrawFn, fixed: st.SearchStrategy[str], fillers: st.SearchStrategy[Filler]) -> Statement:
    kind = draw(st.sampled_from(Kind))
    roles = st.lists(st.builds(Role, name=st.sampled_from(RoleName), filler=fillers), max_size=3).map(tuple)
    return draw(
        st.builds(
            Statement,
            document=fixed,
            kind=st.just(kind),
            detail=details[kind],
            span=spans,
            reader=words,
            reader_version=words,
            roles=roles,
            time=maybe_times,
            place=st.none() | fillers,
            modality=st.sampled_from(Modality),
            speaker=st.none() | fillers,
            confidence=st.floats(0, 1),
        )
    )


def once(statements: Iterable[Statement]) -> dict[str, Statement]:
    """By id; the first of those with the same id."""
    found: dict[str, Statement] = {}
    for statement in statements:
        found.setdefault(statement.id, statement)
    return found


# The logical content of a file: no times of writing, no numbers of rows, and so nothing of the index by number.

_LEFT_OUT = {"added_at", "read_at", "rejected_at", "key"}
_TOKENS = """
  SELECT term, s.document, s.start, "offset" FROM temp.tokens AS t LEFT JOIN sentences AS s ON s."key" = t.doc
  ORDER BY 2, 3, 4
"""

type Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path, *, without: Iterable[str] = ()) -> Dump:
    connection = sqlite3.connect(path)
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.tokens USING fts5vocab (main, sentences_fts, instance)")
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sentences_fts%' "
                "AND name NOT LIKE 'indexed_%' AND name NOT LIKE 'words_fts%' ORDER BY name"
            )
            if name not in without
        ]
        rows = {name: _rows(connection, name) for name in names}
        return rows | {"tokens": connection.execute(_TOKENS).fetchall()}
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})") if row[1] not in _LEFT_OUT]
    chosen = ", ".join(f'"{column}"' for column in columns)
    return sorted(connection.execute(f"SELECT {chosen} FROM {table}").fetchall(), key=repr)  # noqa: S608  # own names


def renamed(of: Document, name: str) -> Document:
    return replace(of, name=name)
