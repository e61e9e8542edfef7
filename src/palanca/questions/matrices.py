"""What each power does towards a host, by channel or by branch of its state, over time."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from palanca.analysis.asking.fields import ACTED_ON, ACTING
from palanca.analysis.matrix import TOTAL, Cell, Columns, Key, Told, Weights, cells_of, counts_between
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
    Words,
)
from palanca.settlement import settle
from palanca.store import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAsked:
    """What a matrix is of. `host` is ISO 3166-1 alpha-3; `powers` empty stands for all; `weights` not given weigh 1.

    With `most` only so many powers are shown, those of most claims. `then` and `since` are two periods: with both,
    `Matrix.change` tells how they differ.
    """

    host: str
    columns: Columns = Columns.CHANNEL
    powers: tuple[str, ...] = ()
    most: int | None = None
    query: Query = EVERYTHING
    weights: Weights = field(default_factory=dict)
    then: Stretch | None = None
    since: Stretch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Cells by power (most claims first) and column, those of whole rows under `TOTAL`.

    `powers` are shown of `all_powers`; the scope is of all that act on the host. An absent cell is none found in its
    documents. `before` and `after` tell how many claims each cell has of the two periods asked for; both are empty
    without them.
    """

    asked: MatrixAsked
    powers: tuple[str, ...]
    all_powers: int
    columns: tuple[str, ...]
    cells: Mapping[Key, Cell]
    before: Mapping[Key, int]
    after: Mapping[Key, int]
    scope: Scope

    def change(self, key: Key) -> int:
        """How many claims more (or less) a cell has in the second period than in the first."""
        return self.after.get(key, 0) - self.before.get(key, 0)


def matrix(case: Case, asked: MatrixAsked) -> Matrix:
    """What each power does towards a host, by channel or branch: each claim once in each cell that it belongs to.

    Denied, planned and supposed events are left out and counted. `cell_query` finds the claims of a cell.
    """
    settle(case)
    most = None if asked.powers else asked.most
    tally = case.tally(All(parts=(HAPPENED, asked.query)), asked.host, asked.columns, most=most)
    powers = [power for power in tally.powers if not asked.powers or power in asked.powers]
    shown = tuple(powers[: asked.most])
    told = [one for one in tally.told if one.power in shown]
    cells = cells_of(told, asked.weights)
    return Matrix(
        asked=asked,
        powers=shown,
        all_powers=len(powers),
        columns=_columns(asked.columns, tally.columns),
        cells=cells,
        before=_counts(told, asked.then),
        after=_counts(told, asked.since),
        scope=Scope(
            claims=tally.claims,
            documents=tally.documents,
            sources=tally.sources,
            searched=case.count_documents(),
            unseen=tuple(one for one in _unseen(case, asked, tally.claims) if one.number),
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


def _counts(told: Iterable[Told], stretch: Stretch | None) -> dict[Key, int]:
    return counts_between(told, stretch.first, stretch.last) if stretch else {}


def _columns(columns: Columns, there: Collection[str]) -> tuple[str, ...]:
    """The columns in which there is something, in the order of the lexicon; those of no known branch stand last."""
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
