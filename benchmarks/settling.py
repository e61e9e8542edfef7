"""What it costs to settle one change in a large case, beside settling it whole, and whether both come to the same.

    python benchmarks/settling.py CASE [--document article.txt]
    python benchmarks/settling.py --corpus ../shared/corpus

CASE is copied and stays as it is. `--corpus` makes one of the articles and the real registers of that folder first,
which takes minutes. Each change is settled alone, in processor seconds and as a share of settling whole; last, all that
is settled is dropped and settled whole, and every row is held against what stood.
"""

import argparse
import csv
import hashlib
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import palanca
from palanca import judging, pipeline, settlement
from palanca.judging import deciding, pointing, review, stating
from palanca.pipeline import ReadOptions
from palanca.records import Field, Filter, Kind, Verdict
from palanca.store import Case
from palanca.store.schema import SETTLED

_REGISTERS = ("visits_to_us", "us_travels_abroad", "us_officeholders")
_ARTICLE = (
    "2019-05-06\n\nMinisters meet in Oslo\n\nForeign Minister Liv Hamre met Secretary of State Mike Pompeo in Oslo on "
    "Monday. Norway and the United States signed a fisheries agreement."
)
_JUDGE = judging.Judge(who="benchmark", clock=lambda: datetime(2024, 5, 1, tzinfo=UTC))


def main() -> None:
    """Measure and print; ends with 1 if what was settled bit by bit is not what is settled whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--document", type=Path, help="a small text to add; by default an invented one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "c.palanca"
        if options.case:
            shutil.copy(options.case, case)
        elif options.corpus:
            _make(case, options.corpus)
        else:
            parser.error("give a case, or --corpus to make one")
        document = options.document or Path(folder) / "one.txt"
        if not options.document:
            document.write_text(_ARTICLE, encoding="utf-8")
        is_same = _measure(case, document)
    sys.exit(0 if is_same else 1)


def _make(case: Path, corpus: Path) -> None:
    folder = case.parent / "articles"
    folder.mkdir()
    with (corpus / "wikinews_2019.csv").open(encoding="utf-8") as file:
        for article in csv.DictReader(file):
            text = f"{article['date']}\n\n{article['title']}\n\n{article['text']}"
            (folder / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.txt").write_text(text, encoding="utf-8")
    palanca.read(case, [folder])
    for name in _REGISTERS:
        palanca.read(case, [corpus / "registers" / f"{name}.csv"], ReadOptions(mapping=name))


def _measure(path: Path, document: Path) -> bool:
    clock = _Clock()
    for caller in (deciding, pointing, review, stating, pipeline):
        caller.settle = clock.settle  # type: ignore[attr-defined]  # what they call is timed
    with palanca.open_case(path) as case:
        settlement.settle(case)
        for name, judge in _judgements(case).items():
            judge()
            clock.name(name)
        known = {one.name for one in case.documents()}
    palanca.read(path, [document])
    clock.name("document")
    stood = _rows(path)
    with palanca.open_case(path) as case:
        case.remove(next(one.name for one in case.documents() if one.name not in known))
        clock.settle(case)
        clock.name("removal")
    palanca.read(path, [document])
    whole, is_same = _whole(path, stood)
    for name, seconds in clock.seconds.items():
        print(f"{name:<10} {seconds * 1000:8,.0f} ms  {seconds / whole:7.4f} of whole")
    print(f"{'whole':<10} {whole * 1000:8,.0f} ms  every row {'as' if is_same else 'NOT as'} settled bit by bit")
    return is_same


def _judgements(case: Case) -> dict[str, Callable[[], object]]:
    """One judgement of each sort, on what the case holds."""
    proposal = next(case.proposals())
    act = next(iter(case.claims(Filter(kinds=(Kind.EVENT,))))).evidence[0].statement
    offices = case.claims(Filter(kinds=(Kind.OFFICE,)))
    held = max(offices, key=lambda claim: len(claim.evidence)).evidence[0].statement
    return {
        "same": lambda: judging.judge_proposal(case, Verdict.SAME, (proposal.one, proposal.other), _JUDGE),
        "reject": lambda: judging.reject(case, act, _JUDGE),
        "correct": lambda: judging.correct(case, act, Field.TIME, "2001-05-04", _JUDGE),
        "office": lambda: judging.reject(case, held, _JUDGE),
    }


def _whole(path: Path, stood: dict[str, list[str]]) -> tuple[float, bool]:
    """Seconds of settling the case whole, and whether it comes to the rows that stood."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE progress SET everything = 1, changed = changed + 1")
    started = time.process_time()
    with palanca.open_case(path) as case:
        settlement.settle(case)
    return time.process_time() - started, _rows(path) == stood


def _rows(path: Path) -> dict[str, list[str]]:
    with sqlite3.connect(path) as connection:
        return {table.name: sorted(map(repr, connection.execute(_query(table.name)))) for table in SETTLED}


def _query(table: str) -> str:
    return "SELECT thing, folded FROM thing_names" if table == "thing_names" else f"SELECT * FROM {table}"  # noqa: S608


class _Clock:
    """The processor time of settling, by what was settled."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = 0.0

    def settle(self, case: Case) -> bool:
        """Settle, and keep the time if anything waited."""
        started = time.process_time()
        waited = settlement.settle(case)
        if waited:
            self._last = time.process_time() - started
        return waited

    def name(self, change: str) -> None:
        """Tell what was settled last."""
        self.seconds[change] = self._last


if __name__ == "__main__":
    main()
