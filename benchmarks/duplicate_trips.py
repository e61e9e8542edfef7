"""Whether claims find the trips that a register tells twice.

    python benchmarks/duplicate_trips.py [--register ../shared/corpus/registers/us_travels_abroad.csv]

The register is one document; each row tells one visit: the traveller, the country, the towns as they are written, the
days. Rows that become one claim are taken for one trip. Of the pairs of rows of one traveller in one country on
overlapping days, those in `_TWICE` were judged by hand to tell one stay twice; the rest are legs of journeys.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from palanca.claims import Background, Telling, claims_of
from palanca.records import (
    Category,
    DocumentId,
    EntityId,
    EventDetail,
    Filler,
    Identity,
    Kind,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Time,
)

type Row = Mapping[str, str]

_REGISTER = DocumentId("register")

# Ids of rows. A month of 2021 was entered twice, once with another last day; one summit has two rows.
_TWICE = frozenset({("3992", "4019"), ("3993", "4020"), ("3994", "4021"), ("4118", "4119")})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=Path, default=Path("../shared/corpus/registers/us_travels_abroad.csv"))
    with parser.parse_args().register.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = _joined(rows)
    right = found & _TWICE
    print(f"{len(rows)} rows, {len(found)} pairs taken for one trip, {len(right)} of {len(_TWICE)} known ones")
    by_id = {row["id"]: row for row in rows}
    for pair in sorted(found ^ _TWICE):
        print("found, not known:" if pair in found else "known, not found:")
        for row in (by_id[one] for one in pair):
            print("  ", row["id"], row["traveller"], row["start_date"], row["end_date"], row["locale"], row["remarks"])


def _joined(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """The pairs of ids of rows that stand under one claim."""
    told = {_statement(number, row): row for number, row in enumerate(rows)}
    of_statement = {statement.id: row for statement, row in told.items()}
    claims = claims_of(
        told,
        Background(
            identities={one.id: one for row in rows for one in _things(row)},
            documents={_REGISTER: Telling(name=_REGISTER, voice=_REGISTER)},
            words=lambda statement: told[statement]["remarks"],
        ),
    )
    groups = (sorted(of_statement[one.statement]["id"] for one in claim.evidence) for claim in claims)
    return {(one, other) for group in groups for one, other in combinations(group, 2)}


def _things(row: Row) -> Iterator[Identity]:
    for schema, name in (
        (Schema.PERSON, row["traveller"]), (Schema.PUBLIC_BODY, row["country"]), (Schema.PLACE, row["locale"]),
    ):  # fmt: skip
        identifier = EntityId(f"{schema}:{name}")
        yield Identity(id=identifier, schema=schema, caption=name, names=(), members=(identifier,), documents=1)


def _statement(number: int, row: Row) -> Statement:
    traveller, country, place = (Filler(text=one.caption, entity=one.id) for one in _things(row))
    days = row["start_date"] if row["start_date"] == row["end_date"] else f"{row['start_date']}/{row['end_date']}"
    return Statement(
        document=_REGISTER,
        kind=Kind.EVENT,
        detail=EventDetail(category=Category.CONSULT, mode="visit"),
        span=Span(number, number + 1),
        reader="register",
        reader_version="1",
        roles=(Role(name=RoleName.ACTOR, filler=traveller), Role(name=RoleName.RECIPIENT, filler=country)),
        time=Time.parse(days),
        place=place if place.text else None,
    )


if __name__ == "__main__":
    main()
