"""Registers of a case, and the rows that a table no longer has."""

from collections.abc import Container, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from palanca.records import Register
from palanca.records.document import file_name
from palanca.store.putting import remove_document
from palanca.store.register_rows import register_from_json, register_to_json
from palanca.store.schema import appearances, registers


def enter_register(connection: Connection, register: Register, *, at: str) -> bool:
    """Keep a register in the place of the one of its name; tell whether that changed anything."""
    record = register_to_json(register)
    stands = connection.execute(select(registers.c.record).where(registers.c.name == register.name)).scalar()
    if stands == record:
        return False
    written = insert(registers).values(name=register.name, record=record, entered_at=at)
    changed = {"record": record, "entered_at": at}
    connection.execute(written.on_conflict_do_update(index_elements=["name"], set_=changed))
    return True


def all_registers(connection: Connection) -> Iterator[Register]:
    """By name."""
    for record in connection.execute(select(registers.c.record).order_by(registers.c.name)).scalars():
        yield register_from_json(record)


def drop_rows(connection: Connection, register: str, *, file: str, member: str | None, kept: Container[str]) -> int:
    """Take out the rows that came from a table and are none of those kept; give their number."""
    ours = (appearances.c.register == register) & (appearances.c.current == 1)
    same = appearances.c.origin_member.is_(None) if member is None else appearances.c.origin_member == member
    rows = connection.execute(select(appearances.c.name, appearances.c.origin_path).where(ours & same))
    gone = [row.name for row in rows if file_name(row.origin_path) == file and row.name not in kept]
    for name in gone:
        remove_document(connection, name)
    return len(gone)
