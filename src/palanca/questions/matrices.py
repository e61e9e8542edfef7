"""What each power does towards a host, by channel or by branch of its state, over time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from palanca.analysis.asking.fields import ACTED_ON, ACTING
from palanca.analysis.matrix import TOTAL, Cell, Columns, Key, Told, Weights, cells_of
from palanca.analysis.scope import Scope, Unseen
from palanca.claims.event_groups import JOURNEYS, MUTUAL
from palanca.lexicon.channels import channels
from palanca.lexicon.countries import country
from palanca.questions.windows import HAPPENED, Stretch
from palanca.records import Category
from palanca.records.query import (
    ANYBODY,
    EVERYTHING,
    All,
    Branch,
    Either,
    Field,
    Not,
    Parties,
    PartyTest,
    Query,
    When,
    Words,
)
from palanca.settlement import settle
from palanca.store import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAsked:
    """What a matrix is of. `host` is ISO 3166-1 alpha-3; `powers` empty stands for all; `weights` not given weigh 1.

    `then` and `since` are two periods: with both, `Matrix.change` tells how they differ.
    """

    host: str
    columns: Columns = Columns.CHANNEL
    powers: tuple[str, ...] = ()
    query: Query = EVERYTHING
    weights: Weights = field(default_factory=dict)
    then: Stretch | None = None
    since: Stretch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Cells by power (most claims first) and column, those of whole rows under `TOTAL`.

    An absent cell is none found in the documents of `scope`. `before` and `after` hold the cells of the two periods
    asked for; both are empty without them.
    """

    asked: MatrixAsked
    powers: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Key, Cell]
    before: Mapping[Key, Cell]
    after: Mapping[Key, Cell]
    scope: Scope

    def change(self, key: Key) -> int:
        """How many claims more (or less) a cell has in the second period than in the first."""
        then, since = self.before.get(key), self.after.get(key)
        return (since.claims if since else 0) - (then.claims if then else 0)


def matrix(case: Case, asked: MatrixAsked) -> Matrix:
    """What each power does towards a host, by channel or branch: each claim once in each cell that it belongs to.

    Denied, planned and supposed events are left out and counted. `cell_query` finds the claims of a cell.
    """
    settle(case)
    wanted = All(parts=(HAPPENED, asked.query))
    told = list(case.tally(wanted, asked.host, asked.columns))
    cells = _cells(told, asked)
    powers = sorted({power for power, _ in cells}, key=lambda power: (-cells[power, TOTAL].claims, power))
    counted = case.count_found(All(parts=(wanted, _met(asked.host))))
    foreign = len({one.claim for one in told})
    return Matrix(
        asked=asked,
        powers=tuple(powers),
        columns=_columns(asked.columns, cells),
        cells=cells,
        before=_cells(_during(case, asked, asked.then), asked),
        after=_cells(_during(case, asked, asked.since), asked),
        scope=Scope(
            claims=foreign,
            documents=counted.documents,
            sources=counted.sources,
            searched=case.count_documents(),
            unseen=tuple(one for one in _unseen(case, asked, foreign) if one.number),
        ),
    )


def likely_host(case: Case, query: Query = EVERYTHING) -> str | None:
    """The country (alpha-3) to begin with: that towards which others act most. None where none acts on another."""
    settle(case)
    return case.most_acted_on(All(parts=(HAPPENED, query)))


def cell_query(asked: MatrixAsked, power: str, column: str) -> Query:
    """The query that finds the claims of a cell: each cell opens at its sentences."""
    branch = Branch(column) if asked.columns is Columns.BRANCH and column not in (TOTAL, "") else None
    theirs = PartyTest(name=ANYBODY, country=power, roles=ACTING)
    ours = PartyTest(name=ANYBODY, country=asked.host, branch=branch, roles=ACTED_ON)
    acting = Parties(tests=(replace(ours, roles=ACTING),))
    parties = Either(
        parts=(
            Parties(tests=(theirs, ours)),
            All(parts=(Parties(tests=(theirs,)), acting, _TOGETHER)),
            All(parts=(Parties(tests=(replace(theirs, roles=ACTED_ON),)), acting, _MEETING)),
        )
    )
    by_channel = asked.columns is Columns.CHANNEL and column != TOTAL
    channel = (Words(field=Field.CHANNEL, values=(column,)),) if by_channel else ()
    return All(parts=(HAPPENED, asked.query, parties, *channel))


_TOGETHER = Either(
    parts=(
        Not(part=Parties(tests=(PartyTest(name=ANYBODY, roles=ACTED_ON),))),
        Words(field=Field.CATEGORY, values=tuple(sorted(MUTUAL))),
    )
)
_MEETING = All(
    parts=(
        Words(field=Field.CATEGORY, values=(Category.CONSULT,)),
        Not(part=Words(field=Field.MODE, values=tuple(sorted(JOURNEYS)))),
    )
)


def _cells(told: Iterable[Told], asked: MatrixAsked) -> dict[Key, Cell]:
    return cells_of((one for one in told if not asked.powers or one.power in asked.powers), asked.weights)


def _during(case: Case, asked: MatrixAsked, stretch: Stretch | None) -> Iterable[Told]:
    if stretch is None:
        return ()
    within = When(first=stretch.first, last=stretch.last, is_certain=True)
    return case.tally(All(parts=(HAPPENED, asked.query, within)), asked.host, asked.columns)


def _met(host: str) -> Query:
    return Parties(tests=(PartyTest(name=ANYBODY, country=host), PartyTest(name=ANYBODY, is_other=True)))


def _columns(columns: Columns, cells: Mapping[Key, Cell]) -> tuple[str, ...]:
    """The columns in which there is something, in the order of the lexicon; those of no known branch stand last."""
    there = {column for _, column in cells}
    order = [one.name for one in channels()] if columns is Columns.CHANNEL else [*Branch, ""]
    return tuple(column for column in order if column in there)


def _unseen(case: Case, asked: MatrixAsked, foreign: int) -> list[Unseen]:
    host = Parties(tests=(PartyTest(name=ANYBODY, country=asked.host),))
    events = All(parts=(Words(field=Field.KIND, values=("event",)), asked.query, host))
    told, modal = case.count_parts(events, (HAPPENED, Not(part=HAPPENED)))
    name = country(asked.host).name
    return [
        Unseen(number=told - foreign, what=f"events of {name} in which no other country is known to act"),
        Unseen(number=modal, what=f"events of {name} that are only denied, planned or supposed"),
    ]
