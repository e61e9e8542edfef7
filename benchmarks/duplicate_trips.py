"""Whether claims find the trips that a register tells twice, through the way that every register goes.

    python benchmarks/duplicate_trips.py [--register ../shared/corpus/registers/us_travels_abroad.csv] [--case FILE]

The register is read with its mapping into a case, or `--case` is one that holds it. Rows whose visits stand under one
claim are taken for one trip. Of the pairs of rows of one traveller in one country on overlapping days, those in
`_TWICE` were judged by hand to tell one stay twice; the rest are legs of journeys. Then the meetings that the prose of
the doubled rows tells: those of one pair with the same people ought to be one claim each.
"""

import argparse
import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import palanca
from palanca.pipeline import ReadOptions
from palanca.records import Claim, DocumentId, EventDetail, Kind, StatementId
from palanca.records.filter import Filter
from palanca.store import Case

type Row = Mapping[str, str]
type Pair = tuple[str, str]

_REGISTER = "us_travels_abroad"
# Ids of rows. A month of 2021 was entered twice, once with another last day; one summit has two rows.
_TWICE = frozenset({("3992", "4019"), ("3993", "4020"), ("3994", "4021"), ("4118", "4119")})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=Path, default=Path(f"../shared/corpus/registers/{_REGISTER}.csv"))
    parser.add_argument("--case", type=Path, help="A case that holds the register.")
    wanted = parser.parse_args()
    with wanted.register.open(encoding="utf-8") as file:
        by_id = {row["id"]: row for row in csv.DictReader(file)}
    with tempfile.TemporaryDirectory() as folder:
        where = wanted.case or Path(folder) / "register.palanca"
        if not wanted.case:
            palanca.read(where, [wanted.register], ReadOptions(mapping=_REGISTER))
        with palanca.open_case(where) as case:
            _print(case, by_id)


def _print(case: Case, by_id: Mapping[str, Row]) -> None:
    rows = {document.id: document.name.removeprefix(f"{_REGISTER}-") for document in case.documents()}
    claims = [one for one in case.claims(Filter(kinds=(Kind.EVENT,))) if isinstance(one.detail, EventDetail)]
    visits = _visits(case, claims)
    found = {pair for claim in claims for pair in _pairs(claim, rows, visits)}
    right = found & _TWICE
    print(f"{len(by_id)} rows, {len(found)} pairs taken for one trip, {len(right)} of {len(_TWICE)} known ones")
    for pair in sorted(found ^ _TWICE):
        print("found, not known:" if pair in found else "known, not found:")
        for row in (by_id[one] for one in pair):
            print("  ", row["id"], row["traveller"], row["start_date"], row["end_date"], row["locale"], row["remarks"])
    for pair in sorted(_TWICE):
        told = _meetings(claims, rows, visits, pair)
        both = sum(len(who) > 1 for who in told)
        print(f"{' and '.join(pair)}: {len(told)} claims of their prose, {both} told by both rows")


def _visits(case: Case, claims: Sequence[Claim]) -> frozenset[StatementId]:
    """The statements by which rows tell their own visit."""
    told = case.evidence(evidence.statement for claim in claims for evidence in claim.evidence)
    return frozenset(
        identifier
        for identifier, one in told.items()
        if one.reader == "registers" and isinstance(one.detail, EventDetail) and one.detail.mode == "visit"
    )


def _pairs(claim: Claim, rows: Mapping[DocumentId, str], visits: frozenset[StatementId]) -> Iterator[Pair]:
    ids = sorted({rows[one.document] for one in claim.evidence if one.statement in visits})
    yield from combinations(ids, 2)


def _meetings(
    claims: Sequence[Claim], rows: Mapping[DocumentId, str], visits: frozenset[StatementId], pair: Pair
) -> list[set[str]]:
    """For each claim that prose of these rows tells, which of the two rows tell it."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for one in claim.evidence:
            if one.statement not in visits and rows[one.document] in pair:
                told[claim.id].add(rows[one.document])
    return list(told.values())


if __name__ == "__main__":
    main()
