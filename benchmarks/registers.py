"""How fast tables go into a case, and in how much memory.

    python benchmarks/registers.py --rows 1000000 --shape trade
    python benchmarks/registers.py --real ../shared/corpus/registers

    python benchmarks/registers.py --rows 1000000 --shape travels --unsettled --no-prose --processes 2

Rows are generated in the shapes of the mappings that come with Palanca. Those of travels and of stays (of foreign
leaders, as guests) have cells of prose, which take as long as other texts do, see `benchmarks/reading.py`: they are
read behind all cells, and both passes are timed apart.
Each shape is read in a process of its own, so that its peak of memory is its own; the time of `csv.reader` on the same
file stands beside it, since machines differ.
Reading and settling are timed apart: a table is in the case when it is read, and settled by whoever asks first.
Processor time is that of all processes together, and so is the peak of memory, looked at four times a second: each
page of memory that processes share is counted once (`Pss` of Linux).
`--shape visits --form xlsx|jsonl|xml` writes the same rows in another form.
"""

import argparse
import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from palanca.lexicon.countries import countries

_SEED = 20_262
_BETWEEN_LOOKS_S = 0.25
_NAMES = ("Ana", "Bo", "Cyril", "Dora", "Emeka", "Farida", "Goran", "Hana", "Ivo", "Julia", "Kofi", "Lucia")
_SURNAMES = ("Ruiz", "Teye", "Moser", "Lund", "Okoro", "Salcedo", "Berg", "Dahl", "Quispe", "Tamm", "Wa", "Ili")
_LANDS = tuple(country.name for country in countries() if country.status == "assigned")


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_NAMES)} {chance.choice(_NAMES)[0]}. {chance.choice(_SURNAMES)}{chance.randrange(400)}"


def _day(chance: random.Random, first: int = 2015, last: int = 2025) -> str:
    return f"{chance.randrange(first, last)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def _trade(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["Reporter", "Partner", "Year", "Flow", "Value"]
    for _ in range(rows):
        one, other = chance.sample(_LANDS, 2)
        flow = chance.choice(("Export", "Import"))
        yield [one, other, chance.randrange(1990, 2025), flow, round(chance.random() * 1e6, 2)]


def _votes(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["date", "resolution", "title", "body", "country", "vote"]
    for number in range(rows):
        resolution = number // len(_LANDS)
        day = f"{1990 + resolution % 34}-{1 + resolution % 12:02}-{1 + resolution % 28:02}"
        vote = chance.choice(("Yes", "Yes", "No", "Abstain", "Absent"))
        title = f"Question {resolution} of the agenda"
        yield [day, f"R/{resolution}", title, "Assembly", _LANDS[number % len(_LANDS)], vote]


def _visits(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["date", "visitor", "entity", "official", "post", "body", "entry", "exit", "lobbying"]
    for _ in range(rows):
        day = _day(chance)
        entity, post = f"Company {chance.randrange(5000)} SA", f"Director {chance.randrange(40)}"
        yield [day, _person(chance), entity, _person(chance), post, f"Ministry {chance.randrange(30)}",
               f"{day} 09:00", f"{day} 10:00", chance.choice(("yes", "no"))]  # fmt: skip


def _meetings(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["date", "host", "position", "cabinet", "organisations", "location", "subject"]
    hosts = [_person(chance) for _ in range(500)]
    for _ in range(rows):
        host = chance.randrange(len(hosts))
        guests = "; ".join(f"Association {chance.randrange(8000)} of growers" for _ in range(chance.choice((1, 1, 2))))
        yield [_day(chance), hosts[host], f"Adviser {host % 40}", f"Cabinet {host % 30}", guests,
               chance.choice(("Brussels", "Nairobi", "Online")), f"Exchange {chance.randrange(900)}"]  # fmt: skip


def _arms(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["supplier", "recipient", "designation", "ordered", "delivered", "number"]
    for _ in range(rows):
        one, other = chance.sample(_LANDS, 2)
        year = chance.randrange(1960, 2024)
        weapon = f"Model {chance.randrange(900)} launch"
        yield [one, other, weapon, year, year + chance.randrange(5), chance.randrange(1, 300)]


def _owners(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["owner", "owner type", "owner country", "company", "company country", "share", "from", "to"]
    for number in range(rows):
        is_person = chance.random() < 0.5
        owner = _person(chance) if is_person else f"Holding {chance.randrange(rows // 4 + 1)} AG"
        sort, start = "person" if is_person else "company", _day(chance)
        yield [owner, sort, chance.choice(_LANDS), f"Works {number // 3} Ltd", chance.choice(_LANDS),
               chance.randrange(1, 101), start, f"2026{start[4:]}" if chance.random() < 0.3 else ""]  # fmt: skip


def _officeholders(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["id", "person", "aliases", "role", "territory", "appointed", "arrived", "started", "ended", "note"]
    slugs = [name.casefold().replace(" ", "-") for name in _LANDS]
    for number in range(rows):
        person, year = _person(chance), chance.randrange(1950, 2020)
        role = chance.choice(("Ambassador Extraordinary and Plenipotentiary", "Minister Resident"))
        note = "Did not serve under this appointment." if chance.random() < 0.1 else ""
        yield [number, person, person.replace(".", ""), role, chance.choice(slugs), _day(chance, year, year + 1), "",
               _day(chance, year + 1, year + 2), _day(chance, year + 4, year + 5), note]  # fmt: skip


def _remarks(chance: random.Random) -> str:
    told = (
        f"Met with President {_person(chance)} and Foreign Minister {_person(chance)}.",
        f"Attended the {chance.randrange(1, 90)}th session of the Council of Ports.",
        f"Signed an agreement on fisheries with Prime Minister {_person(chance)}.",
        f"Addressed the parliament on {chance.randrange(1, 28)} May.",
        "Private visit.",
    )
    return " ".join(chance.sample(told, chance.choice((1, 1, 2))))


def _travels(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["id", "role", "traveller", "start_date", "end_date", "country", "locale", "remarks"]
    travellers = [_person(chance) for _ in range(60)]
    for number in range(rows):
        role, day = chance.choice(("president", "secretary")), _day(chance)
        yield [number, role, chance.choice(travellers), day, day, chance.choice(_LANDS), "", _remarks(chance)]


def _stays(rows: int, chance: random.Random) -> Iterator[list[object]]:
    yield ["id", "start_date", "end_date", "visitor", "from_country", "description"]
    for number in range(rows):
        day, visitor = _day(chance), f"{chance.choice(('President', 'Prime Minister', 'King'))} {_person(chance)}"
        yield [number, day, day, visitor, chance.choice(_LANDS), _remarks(chance)]


_SHAPES: dict[str, tuple[str, Callable[[int, random.Random], Iterator[list[object]]]]] = {
    "trade": ("bilateral_trade", _trade),
    "votes": ("votes", _votes),
    "visits": ("visitor_register", _visits),
    "meetings": ("lobby_meetings", _meetings),
    "arms": ("arms_transfers", _arms),
    "owners": ("company_ownership", _owners),
    "officeholders": ("us_officeholders", _officeholders),
    "travels": ("us_travels_abroad", _travels),
    "stays": ("visits_to_us", _stays),
}


def _write_csv(table: Path, rows: Iterator[list[object]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


def _write_jsonl(table: Path, rows: Iterator[list[object]]) -> None:
    names = list(map(str, next(rows)))
    with table.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(dict(zip(names, row, strict=True))) + "\n" for row in rows)


def _write_xml(table: Path, rows: Iterator[list[object]]) -> None:
    names = list(map(str, next(rows)))
    with table.open("w", encoding="utf-8") as stream:
        stream.write("<rows>\n")
        for row in rows:
            cells = (f"<{name}>{escape(str(cell))}</{name}>" for name, cell in zip(names, row, strict=True))
            stream.write(f"<row>{''.join(cells)}</row>\n")
        stream.write("</rows>\n")


def _write_xlsx(table: Path, rows: Iterator[list[object]]) -> None:
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("rows")
    for row in rows:
        sheet.append(row)
    workbook.save(table)


_FORMS: dict[str, Callable[[Path, Iterator[list[object]]], None]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "xml": _write_xml,
    "xlsx": _write_xlsx,
}


def _read(table: Path, mapping: str, case: Path, wanted: argparse.Namespace) -> dict[str, Any]:
    """Read in this process; what became of the rows, the seconds of each stage, and the peak of memory in MiB."""
    from palanca import pipeline
    from palanca.store import open_case

    timed = _Timed(_Memory())
    pipeline.take_in = timed("cells", pipeline.take_in)  # type: ignore[attr-defined]
    pipeline.read_prose = timed("prose", pipeline.read_prose)  # type: ignore[attr-defined]
    settle: Callable[..., bool] = (lambda _case: False) if wanted.unsettled else pipeline.settle  # type: ignore[attr-defined]
    pipeline.settle = timed("settling", settle)  # type: ignore[attr-defined]
    options = pipeline.ReadOptions(
        mapping=_mapping(mapping, table), processes=wanted.processes, prose=not wanted.no_prose
    )
    summary = pipeline.read(case, [table], options)
    with open_case(case) as opened:
        statements = {str(kind): count for kind, count in opened.count_statements().items() if count}
    return {
        "added": sum(summary.outcomes.values()), "rejected": len(summary.rejections), "statements": statements,
        "remarks": {str(kind): count for kind, count in summary.remarks.items() if count},
        "prose": summary.prose_read, "unread": summary.prose_unread, "stages": timed.stages,
    }  # fmt: skip


class _Timed:
    """What each stage takes: its seconds, the seconds of processors, and the peak of memory in MiB by its end."""

    def __init__(self, memory: "_Memory") -> None:
        self._memory = memory
        self.stages: dict[str, tuple[float, float, float]] = {}

    def __call__[**P, R](self, name: str, stage: Callable[P, R]) -> Callable[P, R]:
        def run(*given: P.args, **named: P.kwargs) -> R:
            before = _spent()
            result = stage(*given, **named)
            after, former = _spent(), self.stages.get(name, (0.0, 0.0, 0.0))
            peak = self._memory.peak
            self.stages[name] = (former[0] + after[0] - before[0], former[1] + after[1] - before[1], peak)
            return result

        return run


def _mapping(name: str, table: Path) -> Path | str:
    """The mapping; for XML a copy that says which elements are rows."""
    from palanca.registers.mapping_loading import mapping_text

    if table.suffix != ".xml":
        return name
    file = table.with_suffix(".yaml")
    file.write_text(f"{mapping_text(name)}\nrows: rows/row\n", encoding="utf-8")
    return file


class _Memory:
    """The most memory, in MiB, that this process and its children have taken together so far."""

    def __init__(self) -> None:
        self.peak = 0.0
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        own = os.getpid()
        children = Path(f"/proc/{own}/task/{own}/children")
        while True:
            pids = [str(own), *children.read_text().split()]
            self.peak = max(self.peak, sum(map(_taken, pids)))
            time.sleep(_BETWEEN_LOOKS_S)


def _taken(pid: str) -> float:
    """MiB of a process; 0 for one that has ended."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss: +(\d+) kB", told, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def _spent() -> tuple[float, float]:
    """Seconds of the clock and seconds of processors, of this process and of those that it has ended."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic(), own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _bare(table: Path) -> float:
    """Seconds of `csv.reader` alone; of other forms none."""
    if table.suffix != ".csv":
        return 0.0
    started = time.monotonic()
    with table.open(encoding="utf-8", newline="") as stream:
        for _ in csv.reader(stream):
            pass
    return time.monotonic() - started


def _measure(table: Path, mapping: str, wanted: argparse.Namespace) -> None:
    bare = _bare(table)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "c.palanca"
        command = [sys.executable, __file__, "--one", str(table), mapping, str(case)]
        command += ["--processes", str(wanted.processes)] + ["--unsettled"] * wanted.unsettled
        command += ["--no-prose"] * wanted.no_prose
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(done.stderr)
            raise SystemExit(done.returncode)
        found = json.loads(done.stdout)
        size = case.stat().st_size / 2**20
    print(f"{mapping}: {found['added']:,} rows, {found['rejected']} rejected, {found['remarks'] or 'no remarks'}")
    print(f"  {found['statements']}")
    print(f"  cells {_told(found, 'cells', found['added'])}; csv.reader alone {bare:.2f} s")
    if found["prose"]:
        print(f"  prose of {found['prose']:,} rows {_told(found, 'prose', found['prose'])}")
    if found["unread"]:
        print(f"  prose unread in {found['unread']:,} rows")
    settling, _, peak = found["stages"]["settling"]
    print(f"  settling {settling:.1f} s, peak {peak:.0f} MiB; case {size:.0f} MiB")


def _told(found: dict[str, Any], stage: str, rows: int) -> str:
    seconds, processor, peak = found["stages"][stage]
    return (
        f"{seconds:.1f} s ({rows / seconds:,.0f} rows/s), of processors {processor:.1f} s "
        f"({processor / rows * 1e3:.2f} ms a row), peak {peak:.0f} MiB"
    )


def main() -> None:
    """Measure what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--shape", choices=_SHAPES, action="append")
    parser.add_argument("--form", choices=_FORMS, default="csv")
    parser.add_argument("--real", type=Path, help="The folder of the real registers.")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--unsettled", action="store_true", help="Read, and leave settling to whoever asks.")
    parser.add_argument("--no-prose", action="store_true", help="Read the cells, and leave their prose unread.")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(_read(Path(wanted.one[0]), wanted.one[1], Path(wanted.one[2]), wanted)))
        return
    if wanted.real:
        for name in ("visits_to_us", "us_travels_abroad", "us_officeholders"):
            _measure(wanted.real / f"{name}.csv", name, wanted)
        return
    for shape in wanted.shape or _SHAPES:
        mapping, rows = _SHAPES[shape]
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / f"{shape}.{wanted.form}"
            _FORMS[wanted.form](table, rows(wanted.rows, random.Random(_SEED)))  # noqa: S311
            _measure(table, mapping, wanted)


if __name__ == "__main__":
    main()
