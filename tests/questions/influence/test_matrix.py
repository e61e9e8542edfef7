"""Matrix: what each power does towards Peru, by channel and by branch, and how that changes."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import Connection

import palanca
from palanca.analysis.matrix import TOTAL, Columns
from palanca.questions.matrices import Matrix, cell_query
from palanca.questions.windows import Stretch
from palanca.records import Category
from palanca.records.query import Branch, Query
from palanca.store import tallying
from tests.questions.influence.known import told_in

BY_CHANNEL = {
    "TUR": {"diplomatic": (2, 0), "media": (1, 0), "military": (1, 1), "science-and-aid": (1, 0), TOTAL: (5, 1)},
    "IND": {"diplomatic": (3, 0), "military": (1, 0), "science-and-aid": (1, 0), TOTAL: (5, 0)},
    "NOR": {"diplomatic": (2, 1), "military": (1, 1), TOTAL: (3, 2)},
    "PAK": {"diplomatic": (1, 1), "legal": (0, 1), "military": (0, 1), "science-and-aid": (1, 0), TOTAL: (2, 3)},
    "KEN": {"diplomatic": (1, 0), "economic": (1, 0), TOTAL: (2, 0)},
    "BOL": {"diplomatic": (1, 0), TOTAL: (1, 0)},
}
BY_BRANCH = {
    "TUR": {Branch.EXECUTIVE: (3, 1), Branch.LOCAL: (1, 0), Branch.MEDIA: (1, 0), TOTAL: (5, 1)},
    "IND": {Branch.EXECUTIVE: (3, 0), Branch.ARMED_FORCES: (1, 0), Branch.JUDICIARY: (1, 0), TOTAL: (5, 0)},
    "NOR": {Branch.EXECUTIVE: (2, 2), "": (1, 0), TOTAL: (3, 2)},
    "PAK": {Branch.EXECUTIVE: (1, 3), Branch.AUTONOMOUS: (1, 0), TOTAL: (2, 3)},
    "KEN": {Branch.EXECUTIVE: (1, 0), Branch.LEGISLATURE: (1, 0), TOTAL: (2, 0)},
    "BOL": {Branch.LOCAL: (1, 0), TOTAL: (1, 0)},
}
WINTER = Stretch(first=date(2025, 1, 1), last=date(2025, 3, 31))
SPRING = Stretch(first=date(2025, 4, 1), last=date(2025, 6, 30))


def table(answer: Matrix) -> dict[str, dict[str, tuple[int, int]]]:
    rows: dict[str, dict[str, tuple[int, int]]] = {power: {} for power in answer.powers}
    for (power, column), cell in answer.cells.items():
        rows[power][column] = (cell.cooperation, cell.conflict)
    return rows


def test_by_channel(case: "palanca.Case") -> None:
    assert table(palanca.matrix(case, palanca.MatrixAsked(host="PER"))) == BY_CHANNEL


def test_by_branch(case: "palanca.Case") -> None:
    assert table(palanca.matrix(case, palanca.MatrixAsked(host="PER", columns=Columns.BRANCH))) == BY_BRANCH


def test_powers_with_most_claims_stand_first(case: "palanca.Case") -> None:
    assert palanca.matrix(case, palanca.MatrixAsked(host="PER")).powers == ("TUR", "IND", "NOR", "PAK", "KEN", "BOL")


def test_of_many_powers_those_of_most_claims_are_shown_and_all_are_counted(case: "palanca.Case") -> None:
    for columns in Columns:
        whole = palanca.matrix(case, palanca.MatrixAsked(host="PER", columns=columns))
        two = palanca.matrix(case, palanca.MatrixAsked(host="PER", columns=columns, most=2))
        assert (two.powers, two.all_powers, two.columns, two.scope) == (
            whole.powers[:2], 6, whole.columns, whole.scope,
        )  # fmt: skip
        assert two.cells == {key: cell for key, cell in whole.cells.items() if key[0] in two.powers}


def test_of_the_powers_that_are_asked_for_the_first_are_shown(case: "palanca.Case") -> None:
    answer = palanca.matrix(case, palanca.MatrixAsked(host="PER", powers=("BOL", "KEN", "NOR"), most=2))
    assert (answer.powers, answer.all_powers) == (("NOR", "KEN"), 3)


def test_scope_is_of_the_claims_that_are_counted(case: "palanca.Case") -> None:
    asked = palanca.MatrixAsked(host="PER")
    answer = palanca.matrix(case, asked)
    counted = {
        claim.id: claim
        for power in answer.powers
        for claim in palanca.find(case, cell_query(asked, power, TOTAL)).claims
    }
    documents = {one.document for claim in counted.values() for one in claim.evidence}
    sources = case.sources(documents)
    assert (answer.scope.claims, answer.scope.documents, answer.scope.sources) == (
        len(counted), len(documents), len(set(sources.values())),
    )  # fmt: skip


def test_acts_are_looked_for_once_for_the_host_and_its_matrix(
    case: "palanca.Case", monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = Counter[str]()
    find = tallying._acts

    def looked(connection: Connection, query: Query, host: str, columns: Columns) -> list[tallying.Act]:
        looks[host] += 1
        return find(connection, query, host, columns)

    monkeypatch.setattr(tallying, "_acts", looked)
    asked = palanca.query_of("confidence:>=0.01")
    host = palanca.likely_host(case, asked)
    assert host == "PER"
    assert palanca.matrix(case, palanca.MatrixAsked(host=host, query=asked)).powers
    assert looks == {"PER": 1}


def test_change_is_between_two_periods_and_a_coarse_date_is_in_neither(case: "palanca.Case") -> None:
    answer = palanca.matrix(case, palanca.MatrixAsked(host="PER", then=WINTER, since=SPRING))
    assert {power: answer.change((power, TOTAL)) for power in answer.powers} == {
        "TUR": 2, "IND": 2, "NOR": -1, "PAK": 2, "KEN": -2, "BOL": -1,
    }  # fmt: skip


def test_every_cell_opens_at_the_claims_that_it_counts(case: "palanca.Case") -> None:
    for columns in Columns:
        asked = palanca.MatrixAsked(host="PER", columns=columns)
        for (power, column), cell in palanca.matrix(case, asked).cells.items():
            found = palanca.find(case, cell_query(asked, power, column)).claims
            if column != "":  # of no known branch: there is no word that asks for it
                assert len(found) == cell.claims, (power, column)


def test_cell_opens_at_its_sentences(case: "palanca.Case") -> None:
    found = palanca.find(case, cell_query(palanca.MatrixAsked(host="PER"), "PAK", "legal"))
    assert told_in(case, found.claims) == ["suit"]


def test_weights_weigh_and_count_nothing_twice(case: "palanca.Case") -> None:
    answer = palanca.matrix(case, palanca.MatrixAsked(host="PER", weights={Category.CONSULT: 0.5}))
    assert answer.cells["IND", TOTAL].weighed == 3 * 0.5 + 2


def test_what_the_host_does_is_not_what_powers_do(case: "palanca.Case") -> None:
    answer = palanca.matrix(case, palanca.MatrixAsked(host="PER", query=palanca.query_of("during:2025-07")))
    assert answer.powers == ()
    assert {one.what: one.number for one in answer.scope.unseen} == {
        "events of Peru in which no other country is known to act": 1
    }


def test_rejected_claim_counts_nowhere(case: "palanca.Case") -> None:
    assert table(palanca.matrix(case, palanca.MatrixAsked(host="PER"))) == BY_CHANNEL
    (claim,) = palanca.find(case, palanca.query_of('kind:event who:"Lars Moe" with:Rojas')).claims
    judgement = palanca.reject(case, claim.id, palanca.Judge(who="Ada"))
    rejected = table(palanca.matrix(case, palanca.MatrixAsked(host="PER")))["NOR"][TOTAL]
    palanca.undo(case, judgement.id, palanca.Judge(who="Ada"))
    assert rejected == (2, 2)


def test_host_to_begin_with_is_that_on_which_others_act_most(case: "palanca.Case") -> None:
    asked = palanca.query_of("during:2024-02/2024-03")
    assert (palanca.likely_host(case), palanca.likely_host(case, asked)) == ("PER", "PER")
    assert palanca.likely_host(case, palanca.query_of("during:1950")) is None
