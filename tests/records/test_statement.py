"""Statements: ids are hashes of what they say, as their fields are written."""

from dataclasses import replace

from palanca.records import Filler, Kind, Role, RoleName, Span, Statement, TieDetail, TieKind
from palanca.records.ids import DocumentId, EntityId


def test_a_role_is_written_as_its_fields_are() -> None:
    role = Role(name=RoleName.ACTOR, filler=Filler(text="Oto's firm", entity=EntityId("e1"), span=Span(3, 13)))
    filler = "Filler(text=\"Oto's firm\", entity='e1', span=Span(start=3, end=13))"
    assert str((role,)) == f"(Role(name=<RoleName.ACTOR: 'actor'>, filler={filler}),)"


def test_what_is_told_otherwise_has_another_id_though_the_first_is_known() -> None:
    one = Statement(
        document=DocumentId("d"), kind=Kind.TIE, detail=TieDetail(kind=TieKind.OWNS), span=Span(0, 9), reader="ties",
        reader_version="1",
    )  # fmt: skip
    first = one.id
    assert replace(one, span=Span(0, 8)).id != first
    assert replace(one, reader="others").id == first
