"""The same questions asked of Palanca, of DuckDB over exported tables, and of networkx over the exported graph.

    python benchmarks/compared.py --case ledger.palanca --rounds 20

Needs requirements/benchmarks.txt. Each is asked in a process of its own, on one thread. The numbers that an engine
finds are printed, so that they can be held against each other. Palanca gives claims with their evidence, and a matrix
with its documents and sources; the others give numbers and ids.
"""

import argparse
import csv
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from palanca import open_case, query_of
from palanca.lexicon.countries import countries
from palanca.questions import matrix
from palanca.questions.matrices import MatrixAsked
from palanca.records import EntityId, Identity, Kind, Schema

_TABLES = {
    "claims": "SELECT key, id, kind, category, channel, modality, first, last, at AS placed FROM indexed_claims",
    "parties": "SELECT claim, ordinal, role, thing, country FROM indexed_parties WHERE thing IS NOT NULL",
    "evidence": "SELECT e.claim, e.document, d.source FROM indexed_evidence AS e JOIN indexed_documents AS d "
    "ON d.key = e.document",
}
_PAGE, _FIRST = 20, 50
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE")
_HAPPENED = ("asserted", "reported")
_LANDS = [one.alpha3 for one in countries() if one.status == "assigned"]
_ENGINES = ("palanca", "duckdb", "networkx")


class Engine(Protocol):
    """Whom the questions are asked of; each answer is a number that all must agree on."""

    def entity(self, thing: str) -> int:
        """Number of the first claims of each kind in which a thing takes part, by time."""
        ...

    def between(self, one: str, other: str, year: int) -> int:
        """Number of events between two countries that may lie in a year."""
        ...

    def powers(self, host: str) -> int:
        """Number of claims in all cells of the matrix of a host by channel."""
        ...


class AskedPalanca:
    """The case itself."""

    def __init__(self, case: Path, _: Path) -> None:
        self._case = open_case(case)

    def entity(self, thing: str) -> int:
        """See `Engine`."""
        whole = Identity(
            id=EntityId(thing), schema=Schema.PERSON, caption="", names=(), members=(EntityId(thing),), documents=1
        )
        return sum(len(list(self._case.claims_concerning(whole, kind, limit=_PAGE))) for kind in Kind)

    def between(self, one: str, other: str, year: int) -> int:
        """See `Engine`."""
        query = query_of(f"of:{one} with:* of:{other} kind:event time:{year}")
        list(self._case.found(query, limit=_FIRST))
        return self._case.count_found(query).claims

    def powers(self, host: str) -> int:
        """See `Engine`."""
        cells = matrix(self._case, MatrixAsked(host=host)).cells
        return sum(cell.claims for (_, column), cell in cells.items() if column != "all")


class AskedDuckDB:
    """Columns in memory, as it reads them from the tables."""

    def __init__(self, _: Path, tables: Path) -> None:
        import duckdb

        self._base = duckdb.connect(config={"threads": 1})
        for name in _TABLES:
            file = tables / f"{name}.csv"
            self._base.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{file}', header = true)")  # noqa: S608

    def entity(self, thing: str) -> int:
        """See `Engine`."""
        wanted = """
            SELECT id FROM (SELECT DISTINCT id, kind, placed FROM claims JOIN parties ON claim = key
                            WHERE thing = $1 AND role <> 'place')
            QUALIFY row_number() OVER (PARTITION BY kind ORDER BY placed, id) <= $2"""
        return len(self._base.execute(wanted, [thing, _PAGE]).fetchall())

    def between(self, one: str, other: str, year: int) -> int:
        """See `Engine`."""
        passing = """
            FROM claims WHERE kind = 'event' AND first <= $4 AND last >= $3 AND first > 0 AND key IN (
              SELECT p.claim FROM parties AS p JOIN parties AS q ON q.claim = p.claim
              WHERE p.country = $1 AND q.country = $2 AND p.thing <> q.thing
              AND p.role <> 'place' AND q.role <> 'place')"""
        given = [one, other, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()]
        self._base.execute(f"SELECT id {passing} ORDER BY placed, id LIMIT {_FIRST}", given).fetchall()
        counted = f"""SELECT count(DISTINCT claim), count(DISTINCT document), count(DISTINCT source) FROM evidence
                      WHERE claim IN (SELECT key {passing})"""  # noqa: S608  # fixed words
        found = self._base.execute(counted, given).fetchone()
        return int(found[0]) if found else 0

    def powers(self, host: str) -> int:
        """See `Engine`."""
        cells = self._base.execute(
            """SELECT q.country, channel, count(DISTINCT key), count(DISTINCT document), count(DISTINCT source)
               FROM parties AS p JOIN parties AS q ON q.claim = p.claim JOIN claims ON key = p.claim
               JOIN evidence AS e ON e.claim = key
               WHERE p.country = $1 AND p.role <> 'place' AND q.country <> $1 AND q.role <> 'place' AND kind = 'event'
               AND modality IN ('asserted', 'reported')
               AND (q.role = 'actor' OR category IN ('CONSULT', 'AGREE', 'COOPERATE')) GROUP BY ALL""",
            [host],
        ).fetchall()
        return sum(cell[2] for cell in cells)


class AskedNetworkx:
    """A multigraph of things, an edge for each two parties of a claim; countries are looked up in a dictionary."""

    def __init__(self, _: Path, tables: Path) -> None:
        import networkx

        self._graph = networkx.MultiGraph()
        self._of: dict[str, set[str]] = {}
        claims = {row["key"]: row for row in _rows(tables, "claims")}
        for key, group in groupby(_rows(tables, "parties"), key=itemgetter("claim")):
            told, parties = claims[key], [one for one in group if one["role"] != "place"]
            for party in parties:
                self._of.setdefault(party["country"], set()).add(party["thing"])
            for at, one in enumerate(parties):
                for other in parties[at + 1 :]:
                    self._graph.add_edge(one["thing"], other["thing"], key=key, told=told, ends=(one, other))

    def entity(self, thing: str) -> int:
        """See `Engine`."""
        told = {row["key"]: row for _, _, row in self._graph.edges(thing, data="told")} if thing in self._graph else {}
        ordered = sorted(told.values(), key=lambda row: (row["kind"], int(row["placed"]), row["id"]))
        return sum(min(_PAGE, len(list(group))) for _, group in groupby(ordered, key=itemgetter("kind")))

    def between(self, one: str, other: str, year: int) -> int:
        """See `Engine`."""
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        found = {
            told["key"]: told
            for told, ends in self._near(one)
            if told["kind"] == "event" and 0 < int(told["first"]) <= last and int(told["last"]) >= first
            if any(p["country"] == one and q["country"] == other and p["thing"] != q["thing"] for p, q in _both(ends))
        }
        sorted(found.values(), key=lambda row: (int(row["placed"]), row["id"]))[:_FIRST]
        return len(found)

    def powers(self, host: str) -> int:
        """See `Engine`."""
        cells: Counter[tuple[str, str]] = Counter()
        for _, told, power in {
            (told["key"], told["channel"], q["country"])
            for told, ends in self._near(host)
            if told["kind"] == "event" and told["modality"] in _HAPPENED
            for p, q in _both(ends)
            if p["country"] == host != q["country"] and (q["role"] == "actor" or told["category"] in _MUTUAL)
        }:
            cells[power, told] += 1
        return cells.total()

    def _near(self, country: str) -> Iterator[tuple[dict[str, str], tuple[dict[str, str], dict[str, str]]]]:
        for _, _, edge in self._graph.edges(self._of.get(country, ()), data=True):
            yield edge["told"], edge["ends"]


def _both(ends: tuple[dict[str, str], dict[str, str]]) -> tuple[tuple[dict[str, str], dict[str, str]], ...]:
    return ends, ends[::-1]


def _rows(tables: Path, name: str) -> Iterator[dict[str, str]]:
    with (tables / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def export(case: Path, tables: Path) -> None:
    """Write the tables that the others read."""
    with closing(sqlite3.connect(case)) as base:
        for name, wanted in _TABLES.items():
            rows = base.execute(f"{wanted} ORDER BY 1, 2")
            with (tables / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow([column[0] for column in rows.description])
                writer.writerows(rows)


def ask(name: str, case: Path, tables: Path, rounds: int) -> None:
    """Print the times of one engine, and what it found."""
    started = time.process_time()
    made: dict[str, Callable[[Path, Path], Engine]] = {
        "palanca": AskedPalanca, "duckdb": AskedDuckDB, "networkx": AskedNetworkx
    }  # fmt: skip
    engine = made[name](case, tables)
    print(f"{name:9} ready after {time.process_time() - started:.1f} s", flush=True)
    chance = random.Random(3)  # noqa: S311  # no secret
    asked: dict[str, list[Callable[[], int]]] = {"entity": [], "between": [], "matrix": [], "matrix of the first": []}
    for _ in range(rounds):
        thing = f"e{int(200_000 ** chance.random()) - 1:07}"
        pair = chance.sample(_LANDS, 2)
        year = 2000 + chance.randrange(25)
        asked["entity"].append(lambda thing=thing: engine.entity(thing))  # type: ignore[misc]
        asked["between"].append(lambda p=pair, year=year: engine.between(p[0], p[1], year))  # type: ignore[misc]
    for host in chance.sample(_LANDS, 3):
        asked["matrix"].append(lambda host=host: engine.powers(host))  # type: ignore[misc]
    asked["matrix of the first"].append(lambda: engine.powers(_LANDS[0]))
    engine.entity("e0000100")
    for question, several in asked.items():
        taken, found = _timed(several)
        print(f"{name:9} {question:20} median {taken[len(taken) // 2]:.3f} s  most {taken[-1]:.3f} s  found {found}")
    print(f"{name:9} peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB", flush=True)


def _timed(several: list[Callable[[], int]]) -> tuple[list[float], int]:
    taken, found = [], 0
    for question in several:
        started = time.process_time()
        found += question()
        taken.append(time.process_time() - started)
    return sorted(taken), found


def main() -> None:
    """Export a case and ask each engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--engine", choices=_ENGINES)
    parser.add_argument("--tables", type=Path)
    given = parser.parse_args()
    if given.engine:
        ask(given.engine, given.case, given.tables, given.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        export(given.case, Path(folder))
        for name in _ENGINES:
            command = [sys.executable, __file__, "--case", str(given.case), "--rounds", str(given.rounds)]
            subprocess.run([*command, "--engine", name, "--tables", folder], check=True)


if __name__ == "__main__":
    main()
