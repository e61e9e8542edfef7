"""Offices at a date, held against the register itself: who held an office on a day that is drawn at random.

    python benchmarks/offices_at.py ../shared/corpus/registers/us_officeholders.csv

The register is read into a case; then terms whose beginning and end are known to the day are drawn by a fixed seed, and
of each a day within. The question is put in the words of the register (title, and where the holder is sent), and the
answer is right when the holder of the register is among the certain ones. What else is called certain must be in the
register for that day too. A day outside every term of an office is drawn as often: nobody may be certain then.
"""

import argparse
import csv
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import palanca
from palanca.holding import offices_at
from palanca.pipeline import ReadOptions
from palanca.records import Time

_SEED = 20_261
_GAPS_TRIED = 200


@dataclass(frozen=True, slots=True)
class _Term:
    person: str
    role: str
    territory: str
    start: date
    end: date


def _terms(table: Path) -> Iterator[_Term]:
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            try:
                start, end = date.fromisoformat(row["started"]), date.fromisoformat(row["ended"])
            except ValueError:
                continue
            if start < end:
                yield _Term(row["person"], row["role"], row["territory"], start, end)


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _may_hold(row: dict[str, str], day: date) -> bool:
    """Whether the register allows that the holder of a row held the office on a day."""
    first = row["started"] or row["arrived"] or row["appointed"]
    return (not first or first <= f"{day}~") and (
        not row["ended"] or row["ended"][: len(row["ended"])] >= str(day)[: len(row["ended"])]
    )


def main() -> None:
    """Draw, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--draws", type=int, default=200)
    wanted = parser.parse_args()
    chance = random.Random(_SEED)  # noqa: S311 (a draw, not a secret)
    rows, drawn = _rows(wanted.table), chance.sample(list(_terms(wanted.table)), wanted.draws)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.palanca"
        palanca.read(file, [wanted.table], ReadOptions(mapping="us_officeholders"))
        with palanca.open_case(file) as case:
            for term in drawn:
                day = term.start + timedelta(days=chance.randint(0, (term.end - term.start).days))
                found = offices_at(case, Time.day(day))
                mine = {h.person.text: str(h.standing) for h in found if term.person == h.person.text}
                counts["inside a term: " + (mine.get(term.person) or "not found")] += 1
                names = {h.person.text for h in found if h.standing in ("certain", "conflicting")}
                allowed = {row["person"] for row in rows if _may_hold(row, day)}
                counts["certain holders on those days"] += len(names)
                counts["certain holders that the register does not have on that day"] += len(names - allowed)
    for what, count in sorted(counts.items()):
        print(f"{count:>8,}  {what}")


if __name__ == "__main__":
    main()
