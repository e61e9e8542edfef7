"""How fast questions are answered on a ledger of a million claims, and in how much memory.

    python benchmarks/questions.py --claims 1000000 --things 200000 --documents 300000

Makes the case (see `generated_ledger`), then asks each question many times in a process of its own, with other
arguments each time; the first of a kind, which loads code, is asked once before. Times are processor seconds, which
other work on the machine does not change, and the peak is that of the process that asks.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from generated_ledger import Size, thing_id, write_ledger
from palanca import open_case, query_of
from palanca.analysis.matrix import Columns
from palanca.analysis.patterns import shipped_patterns
from palanca.lexicon.countries import countries
from palanca.questions import documents, find, histogram, matrix, most_named, patterns, show, window
from palanca.questions.matrices import MatrixAsked
from palanca.questions.windows import days_around
from palanca.store import Case, DocumentsAsked, Page

_LANDS = [one for one in countries() if one.status == "assigned"]
_SHOWN = 50  # rows of a list
_SHOWN_OF_KIND = 20  # rows of each kind on the page of one entity

type Question = tuple[str, Callable[[], object]]


def questions(case: Case, rounds: int, chance: random.Random) -> Iterator[Question]:
    """Every question with arguments drawn anew."""
    things = case.counts().identities
    for _ in range(rounds):
        rank = int(things ** chance.random()) - 1
        yield "entity page", partial(show, case, thing_id(rank), limit=_SHOWN_OF_KIND)
        yield "filter query", partial(find, case, query_of(_line(things, chance)), limit=_SHOWN)
        spoken = query_of(f"by:Surname{chance.randrange(things // 7)}")
        yield "filter query by speaker", partial(find, case, spoken, limit=_SHOWN)
        day = date(2001, 1, 1) + timedelta(days=chance.randrange(23 * 365))
        around = days_around(day, before_days=14, after_days=30)
        yield "window", partial(window, case, around, query=query_of(f"of:{_land(chance)} with:*"), most=_SHOWN)
        yield "claims a year of a country", partial(histogram, case, query_of(f"of:{_land(chance)}"))
        yield "who is named most with a country", partial(most_named, case, query_of(f"of:{_land(chance)}"))
        yield (
            "page of documents of an outlet",
            partial(documents, case, DocumentsAsked(outlet=f"outlet {chance.randrange(400)}"), Page(limit=_SHOWN)),
        )
        yield (
            "page of documents that hold a word",
            partial(documents, case, DocumentsAsked(words=str(chance.randrange(things))), Page(limit=_SHOWN)),
        )
    for land in (_LANDS[0].alpha3, *(_land(chance) for _ in range(max(2, rounds // 10)))):
        name = "matrix of the country named most" if land == _LANDS[0].alpha3 else "matrix"
        for columns in Columns:
            yield name, partial(matrix, case, MatrixAsked(host=land, columns=columns))
    for pattern in shipped_patterns():
        yield f"pattern: {pattern.name}", partial(patterns, case, [pattern.name])


def _line(things: int, chance: random.Random) -> str:
    year = chance.randrange(2000, 2025)
    return chance.choice(
        (
            f"of:{_land(chance)} with:* of:{_land(chance)} kind:event time:{year}",
            f"kind:tie tie:owns of:{_land(chance)} sources:>=2",
            f"channel:military time:{year}-03..{year}-04 branch:legislature",
            f"who:Surname{chance.randrange(things // 7)} kind:event",
        )
    )


def _land(chance: random.Random) -> str:
    return chance.choice(_LANDS).alpha3


def ask(path: Path, rounds: int) -> None:
    """Print the times of every question."""
    seconds: dict[str, list[float]] = {}
    first, then = random.Random(0), random.Random(1)  # noqa: S311  # no secret
    with open_case(path) as case:
        for _, question in questions(case, 1, first):
            question()
        for name, question in questions(case, rounds, then):
            started = time.process_time()
            question()
            seconds.setdefault(name, []).append(time.process_time() - started)
    for name, taken in seconds.items():
        worst = quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]
        print(f"{name:42} {len(taken):4} asked   median {median(taken):.3f} s   p95 {worst:.3f} s")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def main() -> None:
    """Make a case and ask it, or ask the one given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--things", type=int, default=200_000)
    parser.add_argument("--documents", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--case", type=Path, help="ask this case, made before")
    parser.add_argument("--keep", type=Path, help="make the case here and keep it")
    given = parser.parse_args()
    if given.case:
        ask(given.case, given.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "ledger.palanca"
        started = time.perf_counter()
        write_ledger(path, Size(claims=given.claims, things=given.things, documents=given.documents))
        print(f"made in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 2**20:.0f} MiB", flush=True)
        command = [sys.executable, __file__, "--case", str(path), "--rounds", str(given.rounds)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
