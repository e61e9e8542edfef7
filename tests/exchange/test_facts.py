"""Facts in the shape in which annotated documents have them, one test a layer."""

from palanca.exchange.facts import facts_of
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

TEXT = "Ghana's minister, Ama Owusu, met Rajiv Menon in Accra."
DOCUMENT = Document(
    name="port", text=TEXT, origin=Origin(path="port.txt", bytes_sha256="", media_type="text/plain"), language="en"
)
WHOLE = Span(0, len(TEXT))
OWUSU, MENON, GHANA = (Filler(text=name) for name in ("Ama Owusu", "Rajiv Menon", "Ghana"))


def statement(kind: Kind, detail: Detail, *roles: tuple[RoleName, Filler], **more: object) -> Statement:
    return Statement(
        document=DOCUMENT.id, kind=kind, detail=detail, span=WHOLE, reader="toy", reader_version="1",
        roles=tuple(Role(name=name, filler=filler) for name, filler in roles), confidence=0.75, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def fact(one: Statement) -> dict[str, object]:
    (found,) = facts_of(Reading(document=DOCUMENT, version="1", statements=(one,)))
    return dict(found)


FRAME = {"doc": "port", "span": [0, len(TEXT)], "quote": TEXT, "confidence": 0.75}


def test_event() -> None:
    one = statement(
        Kind.EVENT,
        EventDetail(category=Category.CONSULT, mode="meet", contexts=(Context.DIPLOMATIC,)),
        (RoleName.ACTOR, OWUSU), (RoleName.RECIPIENT, MENON),
        time=Time.parse("2024-05-03"), place=Filler(text="Accra"), modality=Modality.REPORTED, speaker=GHANA,
    )  # fmt: skip
    assert fact(one) == FRAME | {
        "layer": "event", "category": "CONSULT", "mode": "meet", "contexts": ["diplomatic"], "actors": ["Ama Owusu"],
        "recipients": ["Rajiv Menon"], "time": "2024-05-03", "place": "Accra", "status": "reported", "speaker": "Ghana",
    }  # fmt: skip


def test_office() -> None:
    detail = OfficeDetail(role="minister", status=OfficeStatus.DE_FACTO, start=Time.parse("2021-06"))
    one = statement(Kind.OFFICE, detail, (RoleName.PERSON, OWUSU), (RoleName.BODY, GHANA), time=Time.parse("2022/2024"))
    assert fact(one) == FRAME | {
        "layer": "office", "person": "Ama Owusu", "role": "minister", "body": "Ghana", "status": "de facto",
        "start": "2021-06", "end": None, "as_of": "2022/2024",
    }  # fmt: skip


def test_tie() -> None:
    one = statement(Kind.TIE, TieDetail(kind=TieKind.SPOUSE), (RoleName.SOURCE, OWUSU), (RoleName.TARGET, MENON))
    assert fact(one) == FRAME | {
        "layer": "tie", "kind": "spouse", "source": "Ama Owusu", "target": "Rajiv Menon", "time": None,
        "status": "asserted",
    }  # fmt: skip


def test_instrument() -> None:
    detail = InstrumentDetail(
        kind=InstrumentKind.DECREE,
        title="Decree 021-2023",
        number="021-2023",
        valid=Time.parse("2023/.."),
        effect="bans",
    )
    one = statement(
        Kind.INSTRUMENT, detail, (RoleName.ISSUER, GHANA), (RoleName.PARTY, OWUSU), time=Time.parse("2023-06-04")
    )
    assert fact(one) == FRAME | {
        "layer": "instrument", "kind": "decree", "title": "Decree 021-2023", "number": "021-2023", "issuer": "Ghana",
        "parties": ["Ama Owusu"], "date": "2023-06-04", "valid": "2023/..", "effect": "bans",
    }  # fmt: skip


def test_quantity_is_whole_where_it_can_be() -> None:
    detail = QuantityDetail(value=36_700_000_000.0, unit="USD", of="trade")
    assert fact(statement(Kind.QUANTITY, detail, (RoleName.SUBJECT, GHANA))) == FRAME | {
        "layer": "quantity", "value": 36_700_000_000, "unit": "USD", "of": "trade", "subject": "Ghana", "time": None,
    }  # fmt: skip


def test_range_has_an_upper_end() -> None:
    found = fact(statement(Kind.QUANTITY, QuantityDetail(value=16, value_max=17.5, unit="percent")))
    assert (found["value"], found["value_max"]) == (16, 17.5)


def test_words_of_a_quotation_are_its_content() -> None:
    one = statement(Kind.QUOTATION, QuotationDetail(cue="said", direct=True), speaker=OWUSU)
    found = fact(one)
    assert found == {
        "layer": "quotation", "doc": "port", "speaker": "Ama Owusu", "cue": "said", "direct": True, "time": None,
        "span": [0, len(TEXT)], "content": TEXT, "confidence": 0.75,
    }  # fmt: skip


def test_anomaly() -> None:
    one = statement(Kind.ANOMALY, AnomalyDetail(kind=AnomalyKind.DATE_CONFLICT, detail="May or June?"))
    assert fact(one) == FRAME | {"layer": "anomaly", "kind": "date_conflict", "detail": "May or June?"}


def test_entity_has_every_mention_by_name_and_comes_first() -> None:
    spans = Span(0, 5), Span(18, 27)
    ids = [entity_id(DOCUMENT.id, span) for span in spans]
    entities = (
        Entity(id=ids[0], document=DOCUMENT.id, schema=Schema.PLACE, caption="Ghana", country="GHA"),
        Entity(id=ids[1], document=DOCUMENT.id, schema=Schema.PERSON, caption="Ama Owusu", names=("Owusu",)),
    )
    mentions = tuple(
        Mention(document=DOCUMENT.id, span=span, text=span.of(TEXT), form=form, entity=identifier)
        for span, identifier, form in ((spans[0], ids[0], Form.PRONOUN), (spans[1], ids[1], Form.NAME))
    )
    one = statement(Kind.ANOMALY, AnomalyDetail(kind=AnomalyKind.NAME_VARIANT, detail="?"))
    reading = Reading(document=DOCUMENT, version="1", entities=entities, mentions=mentions, statements=(one,))
    first, second = facts_of(reading)
    assert second["layer"] == "anomaly"
    assert first == {
        "layer": "entity", "doc": "port", "name": "Ama Owusu", "aliases": ["Owusu"], "schema": "Person",
        "country": None, "mentions": [[18, 27]], "confidence": 1.0,
    }  # fmt: skip
