"""Find, window and matrix, on a case of dispatches of which every answer is known, traps included."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import palanca
from palanca.analysis.matrix import TOTAL, Columns
from palanca.questions.matrices import cell_query
from palanca.questions.windows import Stretch
from palanca.records import Category, EntityId, RoleName
from palanca.records.query import Branch

TEXTS = {
    "radar": "Peru's defence minister, Rosa Quispe, met the Norwegian ambassador, Lars Moe, in Lima on 3 March 2025.",
    "radar-copied": "Peru's defence minister, Rosa Quispe, met Norwegian ambassador Lars Moe in Lima on 3 March 2025.",
    "congress": (
        "The president of the Congress of Peru, Julio Salcedo, met the Kenyan ambassador, Amina Otieno, in Lima on "
        "11 March 2025."
    ),
    "ports": "Kenya and Peru signed an agreement on ports on 14 March 2025.",
    "coarse": "The Turkish ambassador, Emre Aksoy, met Peru's foreign minister, Ana Paredes, in 2025.",
    "denied": "Norway's ambassador, Lars Moe, did not meet Peru's foreign minister, Ana Paredes, on 12 March 2025.",
    "planned": "Kenya's foreign minister, Peter Kamau, will visit Peru on 16 March 2025.",
    "condemned": "Norway condemned Peru over the port law on 24 May 2025.",
    "ended": (
        "Ines Rojas was a senator of Peru from 2001 to 2006. Ines Rojas met the Norwegian ambassador, Lars Moe, in "
        "Lima on 15 March 2025."
    ),
    "backwards": "Peru expelled the Norwegian consul, Nils Berg, on 20 July 2025.",
    "elsewhere": "Kenya's ambassador, Amina Otieno, met the president of Togo, Paul Agbeko, in Lomé on 12 March 2025.",
}  # fmt: skip
MARCH = Stretch(first=date(2025, 3, 1), last=date(2025, 3, 31))
MAY = Stretch(first=date(2025, 5, 1), last=date(2025, 5, 31))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator["palanca.Case"]:
    folder: Path = tmp_path_factory.mktemp("influence")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(folder / "c.palanca", [folder])
    with palanca.open_case(folder / "c.palanca") as opened:
        yield opened


def found(case: "palanca.Case", line: str) -> list[str]:
    """The documents that lead the events that a line finds, in order of time."""
    answer = palanca.find(case, palanca.query_of(f"kind:event {line}"))
    names = {one.id: one.name for one in case.documents()}
    return [names[claim.evidence[0].document] for claim in answer.claims]


def test_branch_finds_who_acts_for_it(case: "palanca.Case") -> None:
    assert found(case, "with:congress of:Peru") == ["congress"]


def test_both_parties_of_a_meeting_are_asked_apart(case: "palanca.Case") -> None:
    assert found(case, 'who:"Amina Otieno" with:* of:Peru') == ["congress"]
    assert found(case, 'who:"Amina Otieno"') == ["congress", "elsewhere"]


def test_two_names_in_a_line_are_looked_up_each_by_itself(case: "palanca.Case") -> None:
    assert found(case, 'who:"Rosa Quispe" with:"Lars Moe"') == ["radar"]
    assert found(case, 'who:"Rosa Quispe" with:"Amina Otieno"') == []
    assert found(case, '"defence minister" "Norwegian ambassador"') == ["radar"]


def test_country_finds_its_officials_and_its_name_the_state_alone(case: "palanca.Case") -> None:
    assert found(case, "who:Norway during:2025-05") == ["condemned"]
    assert set(found(case, "of:Norway modality:asserted")) == {"radar", "ended", "condemned", "backwards"}


def test_coarse_date_can_fall_in_a_month_and_is_not_certain_to(case: "palanca.Case") -> None:
    assert "coarse" in found(case, "time:2025-03")
    assert "coarse" not in found(case, "during:2025-03")


def test_not_and_or_are_heeded(case: "palanca.Case") -> None:
    assert found(case, "of:Kenya and (place:Lima or category:AGREE) not of:Togo") == ["congress"]


def test_words_of_the_sentence_are_found(case: "palanca.Case") -> None:
    assert set(found(case, "ports")) == {"ports"}


def test_name_that_nobody_bears_finds_nothing_in_so_many_documents(case: "palanca.Case") -> None:
    answer = palanca.find(case, palanca.query_of('who:"Zoe Lindqvist"'))
    assert (answer.claims, answer.scope.claims, answer.scope.searched) == ((), 0, case.counts().documents)


def test_senator_of_2006_acts_for_no_branch_in_2025(case: "palanca.Case") -> None:
    assert found(case, "who:Rojas branch:legislature") == []
    assert found(case, "who:Rojas of:Peru") == ["ended"]


def test_belonging_says_why(case: "palanca.Case") -> None:
    thing = palanca.show(case, "Rosa Quispe").thing.id
    first = case.belongings([EntityId(thing)])[EntityId(thing)][0]
    assert (first.country, first.branch, first.reason) == ("PER", Branch.EXECUTIVE, "defence minister, Peru")


def test_window_parts_certain_from_possible_and_counts_no_copy_denial_or_plan(case: "palanca.Case") -> None:
    answer = palanca.window(case, MARCH, query=palanca.query_of("of:Peru"))
    named = {one.id: one.name for one in case.documents()}
    certain = [named[claim.evidence[0].document] for claim in answer.certain]
    assert certain == ["radar", "congress", "ports", "ended"]
    assert [named[claim.evidence[0].document] for claim in answer.possible] == ["coarse"]
    unseen = {one.what: one.number for one in answer.scope.unseen}
    assert unseen["events that pass and are only denied, whatever their date"] == 1
    assert unseen["events that pass and are only planned, whatever their date"] == 1


def test_window_is_held_against_its_baseline(case: "palanca.Case") -> None:
    baseline = Stretch(first=date(2025, 4, 1), last=date(2025, 5, 31))
    answer = palanca.window(case, MARCH, query=palanca.query_of("of:Peru"), baseline=baseline)
    assert (answer.by_days.one.number, answer.by_days.other.number) == (4, 1)
    assert (answer.by_days.one.exposure, answer.by_days.other.exposure) == (31, 61)
    assert answer.by_days.ratio == pytest.approx(4 / 31 / (1 / 61))


def test_matrix_counts_each_claim_once(case: "palanca.Case") -> None:
    asked = palanca.MatrixAsked(host="PER", columns=Columns.BRANCH)
    answer = palanca.matrix(case, asked)
    cells = {key: (cell.cooperation, cell.conflict) for key, cell in answer.cells.items()}
    assert cells["KEN", TOTAL] == (2, 0)
    assert cells["KEN", Branch.LEGISLATURE] == (1, 0)
    assert cells["NOR", TOTAL] == (2, 1)
    assert cells["NOR", ""] == (1, 0)
    assert cells["TUR", TOTAL] == (1, 0)
    assert ("TGO", TOTAL) not in cells


def test_what_the_host_does_to_a_power_is_not_counted_as_what_the_power_does(case: "palanca.Case") -> None:
    answer = palanca.matrix(case, palanca.MatrixAsked(host="PER", query=palanca.query_of("during:2025-07")))
    assert answer.powers == ()
    unseen = {one.what: one.number for one in answer.scope.unseen}
    assert unseen["events of Peru in which no other country is known to act"] == 1


def test_cell_opens_at_the_claims_that_it_counts(case: "palanca.Case") -> None:
    asked = palanca.MatrixAsked(host="PER")
    answer = palanca.matrix(case, asked)
    for power, column in answer.cells:
        opened = palanca.find(case, cell_query(asked, power, column))
        assert opened.scope.claims == answer.cells[power, column].claims


def test_weights_are_applied_and_change_is_between_periods(case: "palanca.Case") -> None:
    asked = palanca.MatrixAsked(host="PER", weights={Category.CONSULT: 0.5}, then=MARCH, since=MAY)
    answer = palanca.matrix(case, asked)
    assert answer.cells["NOR", TOTAL].weighed == 2
    assert answer.change(("NOR", TOTAL)) == -1


def test_rejected_claim_counts_nowhere(case: "palanca.Case") -> None:
    claim = next(one for one in case.found(palanca.query_of("who:Rojas kind:event")))
    assert [party.text for party in claim.of(RoleName.ACTOR, RoleName.RECIPIENT)] != []
    before = palanca.matrix(case, palanca.MatrixAsked(host="PER")).cells["NOR", TOTAL].claims
    judgement = palanca.reject(case, claim.id, palanca.Judge(who="Ada"))
    after = palanca.matrix(case, palanca.MatrixAsked(host="PER")).cells["NOR", TOTAL].claims
    palanca.undo(case, judgement.id, palanca.Judge(who="Ada"))
    assert (before, after) == (3, 2)
