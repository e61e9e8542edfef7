"""Whether a ledger that goes out as FollowTheMoney comes back the same.

    python benchmarks/round_trip.py [--corpus ../shared/corpus] [--only demo] [--show 5]

The demo case, the articles and the real registers are read, exported, read from the export into a new case, and
exported again. Entities are compared by what they say: ids give way to what they refer to is called, and what only
tells where something was read (articles, tables, mentions; proof, record, sentence, address, publisher) is left away.
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from followthemoney import model

import palanca
from palanca.demo import papers
from palanca.exporting import Exported
from palanca.pipeline import ReadOptions
from palanca.records import Filter

_REGISTERS = ("visits_to_us", "us_travels_abroad", "us_officeholders")
_LEAST = 0.5
_OF_SOURCES = frozenset({"Article", "Table", "Mention"})
_ABOUT_SOURCES = frozenset({"proof", "recordId", "summary", "publisher", "sourceUrl"})

type Said = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]


@dataclass(frozen=True, kw_only=True)
class Trip:
    """One case out, in, and out again: entities by what they say, and what stayed behind."""

    first: Counter[Said]
    second: Counter[Said]
    left_out: dict[str, int]
    notes: dict[str, int] = field(default_factory=dict)
    seconds: tuple[float, float]


def _said(file: Path) -> Counter[Said]:
    entities = [json.loads(line) for line in file.open(encoding="utf-8")]
    called = {entity["id"]: _called(entity) for entity in entities}
    return Counter(_saying(entity, called) for entity in entities if entity["schema"] not in _OF_SOURCES)


def _called(entity: dict[str, object]) -> str:
    proxy = model.get_proxy(entity)
    return f"{proxy.schema.name} {proxy.caption} {','.join(proxy.get('country', quiet=True))}"


def _saying(entity: dict[str, object], called: dict[str, str]) -> Said:
    proxy = model.get_proxy(entity)
    values = (
        (prop.name, tuple(sorted(called.get(value, value) for value in proxy.get(prop))))
        for prop in proxy.iterprops()
        if prop.name not in _ABOUT_SOURCES
    )
    return proxy.schema.name, tuple(sorted(values))


def _read(folder: Path, name: str, corpus: Path) -> Path:
    case = folder / f"{name}.palanca"
    if name == "demo":
        with papers() as texts:
            palanca.read(case, [texts])
    elif name == "articles":
        palanca.read(case, [corpus / "wikinews_2019.csv"])
    else:
        palanca.read(case, [corpus / "registers" / f"{name}.csv"], ReadOptions(mapping=name))
    return case


def _export(case: Path, file: Path) -> tuple[Exported, float]:
    started = time.monotonic()
    with palanca.open_case(case) as opened:
        told = palanca.export(opened, file, Filter(least_confidence=_LEAST))
    return told, time.monotonic() - started


def _trip(case: Path) -> Trip:
    out, back = case.with_suffix(".ftm.json"), case.with_suffix(".back.palanca")
    told, out_s = _export(case, out)
    started = time.monotonic()
    summary = palanca.read(back, [out])
    in_s = time.monotonic() - started
    again = case.with_suffix(".again.ftm.json")
    _export(back, again)
    return Trip(
        first=_said(out),
        second=_said(again),
        left_out=dict(told.left_out),
        notes={str(kind): count for kind, count in summary.remarks.items() if count},
        seconds=(out_s, in_s),
    )


def _rows(trip: Trip) -> Iterator[tuple[str, int, int, int]]:
    """Schema, entities out, entities that came back, and those on either side that the other lacks."""
    missing, new = trip.first - trip.second, trip.second - trip.first
    for schema in sorted({schema for schema, _ in (*trip.first, *trip.second)}):
        out, back, lost, more = (
            sum(count for (one, _), count in counted.items() if one == schema)
            for counted in (trip.first, trip.second, missing, new)
        )
        yield schema, out, back, lost + more


def _print(name: str, trip: Trip, shown: int) -> None:
    out_s, in_s = trip.seconds
    print(f"{name}: {trip.first.total():,} entities out in {out_s:.1f} s, read in {in_s:.1f} s, {trip.notes}")
    print(f"  {'schema':20} {'out':>7} {'again':>7} {'differing':>9}")
    for schema, out, back, differing in _rows(trip):
        print(f"  {schema:20} {out:7,} {back:7,} {differing:9,}")
    for what, count in trip.left_out.items():
        print(f"  left out: {count:,} {what}")
    for sign, counted in (("-", trip.first - trip.second), ("+", trip.second - trip.first)):
        for said, count in sorted(counted.items())[:shown]:
            print(f"  {sign} {count} {said}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--only", action="append", choices=("demo", "articles", *_REGISTERS))
    parser.add_argument("--show", type=int, default=0, help="How many of the differing entities to print.")
    options = parser.parse_args()
    for name in options.only or ("demo", "articles", *_REGISTERS):
        with tempfile.TemporaryDirectory() as folder:
            _print(name, _trip(_read(Path(folder), name, options.corpus)), options.show)


if __name__ == "__main__":
    main()
