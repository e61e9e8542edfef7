"""Small cases of hand-made statements."""

from palanca.records import (
    Document,
    Entity,
    EntityId,
    Filler,
    Kind,
    OfficeDetail,
    OfficeStatus,
    Origin,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Time,
)

TEXT = "Ama Owusu, the minister, spoke.\nAma Owusu left."
DOCUMENT = Document(
    name="port",
    text=TEXT,
    origin=Origin(path="port.pdf", bytes_sha256="", media_type="text/plain"),
    page_starts=(0, 32),
)
SENTENCES = (Span(0, 31), Span(32, 47))


def person(name: str, identifier: str, *names: str) -> Entity:
    return Entity(id=EntityId(identifier), document=DOCUMENT.id, schema=Schema.PERSON, caption=name, names=names)


def office(
    name: str, identifier: str, role: str, body: str | None = None, *, status: OfficeStatus = OfficeStatus.CURRENT,
    time: str | None = None, start: str | None = None, span: Span = SENTENCES[0],
) -> Statement:  # fmt: skip
    roles = [Role(name=RoleName.PERSON, filler=Filler(text=name, entity=EntityId(identifier)))]
    roles += [Role(name=RoleName.BODY, filler=Filler(text=body))] if body else []
    return Statement(
        document=DOCUMENT.id, kind=Kind.OFFICE, span=span, reader="toy", reader_version="1", roles=tuple(roles),
        detail=OfficeDetail(role=role, status=status, start=Time.parse(start) if start else None),
        time=Time.parse(time) if time else None,
    )  # fmt: skip
