"""Statements: ids are hashes of what they say, as their fields are written."""

from palanca.records import Filler, Role, RoleName, Span
from palanca.records.ids import EntityId


def test_a_role_is_written_as_its_fields_are() -> None:
    role = Role(name=RoleName.ACTOR, filler=Filler(text="Oto's firm", entity=EntityId("e1"), span=Span(3, 13)))
    filler = "Filler(text=\"Oto's firm\", entity='e1', span=Span(start=3, end=13))"
    assert str((role,)) == f"(Role(name=<RoleName.ACTOR: 'actor'>, filler={filler}),)"
