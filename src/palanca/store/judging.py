"""Keeping judgements: they are only ever added."""

from collections.abc import Iterable
from datetime import UTC

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from palanca.records import Judgement
from palanca.store.judgement_rows import judgement_to_json
from palanca.store.schema import judgements
from palanca.store.waiting import count_change


def keep_judgements(connection: Connection, given: Iterable[Judgement]) -> int:
    """Add those that do not stand yet; their number."""
    known = set(connection.execute(select(judgements.c.id)).scalars())
    new = {judgement.id: judgement for judgement in given if judgement.id not in known}
    for identifier, judgement in new.items():
        row = {"id": identifier, "at": judgement.at.astimezone(UTC).isoformat(), "record": judgement_to_json(judgement)}
        connection.execute(insert(judgements).values(row))
    if new:
        count_change(connection)
    return len(new)
