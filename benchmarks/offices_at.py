"""Offices at a date, held against the register itself: who held an office on a day that is drawn at random.

    python benchmarks/offices_at.py ../shared/corpus/registers/us_officeholders.csv

The register is read into a case. Terms whose beginning and end are known to the day are drawn by a fixed seed, and of
each a day within: the holder of the row must be among the certain ones. As many offices are drawn with a day on which
no row allows a holder: nobody may be certain then. Whoever is called certain must be allowed by some row of that office
for that day. The question is the office in the words of the ledger ("ambassador to Peru"), asked by `palanca.who`.
"""

import argparse
import csv
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import palanca
from palanca.analysis.offices_at import Holder, HolderStanding
from palanca.pipeline import ReadOptions
from palanca.records import Filter, Kind, OfficeDetail, OfficeStatus, Time

_SEED = 20_261
_DAYS_TRIED = 400
_SURE = (HolderStanding.CERTAIN, HolderStanding.CONFLICTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """A row: its office as the ledger words it, and the days that the register gives, as it writes them."""

    person: str
    office: str
    start: str
    end: str

    def allows(self, day: date) -> bool:
        """Whether the row allows that its holder held the office on a day; a coarse date is taken at its widest."""
        told = day.isoformat()
        return (not self.start or self.start <= told) and (not self.end or told[: len(self.end)] <= self.end)

    @property
    def is_known(self) -> bool:
        """Whether both ends are known to the day, the one after the other."""
        return len(self.start) == len(self.end) == len("1781-01-01") and self.start < self.end

    def draw(self, chance: random.Random) -> date:
        """A day between its ends, neither of which it is."""
        first, last = date.fromisoformat(self.start), date.fromisoformat(self.end)
        return first + timedelta(days=chance.randint(0, (last - first).days))


def _terms(case: palanca.Case, table: Path) -> list[_Term]:
    """The rows in which an office was held, with the office as their statement words it."""
    rows: dict[str, dict[str, str]] = {}
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            name = f"us_officeholders-{row['id']}"
            rows[f"{name} (2)" if name in rows else name] = row  # no id stands there three times
    terms = []
    for statement in case.statements(Filter(kinds=(Kind.OFFICE,))):
        found, detail = rows.get(case.document(statement.document).name), statement.detail
        if found and isinstance(detail, OfficeDetail) and detail.status is not OfficeStatus.DESIGNATE:
            start = found["started"] or found["arrived"] or found["appointed"]
            terms.append(_Term(person=found["person"], office=detail.role, start=start, end=found["ended"]))
    return sorted(terms, key=lambda term: (term.office, term.start, term.person))


def _empty_day(terms: Sequence[_Term], chance: random.Random) -> date | None:
    """A day between the first and the last that an office is told of, on which no row allows a holder."""
    days = sorted(day for term in terms for day in (term.start, term.end) if len(day) == len("1781-01-01"))
    if not days or not all(term.is_known for term in terms):
        return None
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    for _ in range(_DAYS_TRIED):
        day = first + timedelta(days=chance.randint(0, (last - first).days))
        if not any(term.allows(day) for term in terms):
            return day
    return None


def _count(counts: Counter[str], found: Sequence[Holder], terms: Sequence[_Term], day: date) -> None:
    sure = {holder.person.text for holder in found if holder.standing in _SURE}
    counts["called certain"] += len(sure)
    counts["called certain, and no row of the office allows it"] += len(
        sure - {term.person for term in terms if term.allows(day)}
    )


def _ask(case: palanca.Case, by_office: Mapping[str, Sequence[_Term]], draws: int) -> Counter[str]:
    chance, counts = random.Random(_SEED), Counter[str]()  # noqa: S311 (a draw, not a secret)
    known = [term for terms in by_office.values() for term in terms if term.is_known]
    for term in chance.sample(known, draws):
        day = term.draw(chance)
        found = palanca.who(case, term.office, Time.day(day), of="United States")
        standing = next((str(one.standing) for one in found if one.person.text == term.person), "not found")
        counts[f"day within a term: its holder {standing}"] += 1
        _count(counts, found, by_office[term.office], day)
    offices = chance.sample(sorted(by_office), len(by_office))
    empty = ((office, free) for office in offices if (free := _empty_day(by_office[office], chance)))
    for (office, drawn), _ in zip(empty, range(draws), strict=False):
        found = palanca.who(case, office, Time.day(drawn), of="United States")
        is_sure = any(holder.standing in _SURE for holder in found)
        counts["day without a holder: " + ("somebody certain" if is_sure else "nobody certain")] += 1
        _count(counts, found, by_office[office], drawn)
    return counts


def main() -> None:
    """Draw, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--draws", type=int, default=200)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.palanca"
        palanca.read(file, [wanted.table], ReadOptions(mapping="us_officeholders"))
        with palanca.open_case(file) as case:
            by_office: dict[str, list[_Term]] = defaultdict(list)
            for term in _terms(case, wanted.table):
                by_office[term.office].append(term)
            for what, count in sorted(_ask(case, by_office, wanted.draws).items()):
                print(f"{count:>8,}  {what}")


if __name__ == "__main__":
    main()
