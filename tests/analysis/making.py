"""Small cases of hand-made claims."""

from collections.abc import Iterable

from palanca.analysis.tables import Library
from palanca.records import (
    STANCE_OF,
    Claim,
    Document,
    EntityId,
    Evidence,
    Filler,
    Identity,
    Kind,
    OfficeDetail,
    OfficeStatus,
    Origin,
    Party,
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


def person(name: str, identifier: str, *names: str, documents: int = 1) -> Identity:
    return Identity(
        id=EntityId(identifier), schema=Schema.PERSON, caption=name, names=names, members=(EntityId(identifier),),
        documents=documents,
    )  # fmt: skip


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


def claim(*statements: Statement) -> Claim:
    """One claim with these statements as evidence, the first as its lead."""
    lead = statements[0]
    return Claim(
        kind=lead.kind, detail=lead.detail, lead=lead.id, time=lead.time, modality=lead.modality,
        parties=tuple(
            Party(role=role.name, text=role.filler.text, identity=role.filler.entity) for role in lead.roles
        ),
        evidence=tuple(
            Evidence(statement=one.id, document=one.document, stance=STANCE_OF[one.modality], voice=0)
            for one in statements
        ),
    )  # fmt: skip


def library(*statements: Statement) -> Library:
    known = {statement.id: statement for statement in statements}

    def some(ids: Iterable[str]) -> dict[str, Statement]:
        return {identifier: known[identifier] for identifier in ids if identifier in known}  # type: ignore[index]

    return Library(lambda wanted: dict.fromkeys(wanted, (DOCUMENT, SENTENCES)), some)  # type: ignore[arg-type]
