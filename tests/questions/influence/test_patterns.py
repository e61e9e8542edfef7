"""Patterns: every motif that comes with Palanca, told once in dispatches, with what each finds beside it."""

import pytest

import palanca
from tests.questions.influence.known import told_in

RUNS = "deploys to Peru, or runs something there"
NO_LAW = "no instrument between them that could be in force was found."
MET = "and Peru met, or one visited the other; within 180 days Peru issued a law, decree or concession."
ANSWERS = {
    "authorised presence": {f"Peru made an instrument with or for Norway; Norway {RUNS}, within its dates.": 1},
    "contact before event": {
        "Luis Cardenas met Ines Rojas; within 30 days Luis Cardenas acted towards Baobab Air.": 2,
    },
    "family tie": {
        "Luis Cardenas holds an office of Peru; Carla Prado, of the family, stands for Austral Lines, with which they "
        "deal.": 1,
    },
    "gift then purchase": {
        "Turkey gave to Peru; within two years Peru concluded a contract or agreement with Turkey.": 1,
    },
    "guard and owner": {
        "National Port Authority watches Chala Terminals; Felipe Duarte held an office of National Port Authority and "
        "later holds, runs or serves Chala Terminals.": 1,
    },
    "presence outside its authorisation": {
        f"Peru made an instrument with or for Norway; Norway {RUNS}, outside its dates.": 1,
        f"Peru made an instrument with or for Turkey; Turkey {RUNS}, outside its dates.": 3,
    },
    "revolving door": {
        "Hugo Lazo held an office of Peru, which dealt with Deccan Ports; later Hugo Lazo has a post or a share "
        "there.": 1,
        "Felipe Duarte held an office of National Port Authority, which dealt with Chala Terminals; later Felipe "
        "Duarte has a post or a share there.": 1,
    },
    "suit then retreat": {
        "Indus Shipping sued Peru; within two years Peru gave way or withdrew.": 1,
    },
    "presence without authorisation": {
        f"India {RUNS}; {NO_LAW}": 1,
        f"Norway {RUNS}; {NO_LAW}": 1,
        f"Pakistan {RUNS}; {NO_LAW}": 2,
        f"Turkey {RUNS}; {NO_LAW}": 1,
    },
    "visit then law": {
        f"Bolivia {MET}": 1,
        f"India {MET}": 2,
        f"Kenya {MET}": 1,
        f"Norway {MET}": 1,
        f"Turkey {MET}": 1,
    },
}


@pytest.mark.parametrize("name", ANSWERS)
def test_pattern_finds(case: "palanca.Case", name: str) -> None:
    found = palanca.patterns(case, [name]).findings
    assert {one.reads: one.number for one in found} == ANSWERS[name]


def test_every_pattern_that_comes_with_palanca_is_told(case: "palanca.Case") -> None:
    assert {one.name for one in palanca.patterns(case).patterns} == ANSWERS.keys()


def test_finding_holds_all_instances_each_with_its_sentences(case: "palanca.Case") -> None:
    (found,) = palanca.patterns(case, ["contact before event"]).findings
    told = [told_in(case, [leg.claim for leg in one.legs]) for one in found.instances]
    assert sorted(told) == [["again", "airline"], ["lobbyist", "airline"]]
    assert all(one.is_certain for one in found.instances)


def test_coarse_visit_may_have_come_before_the_law_and_stands_after_those_that_did(case: "palanca.Case") -> None:
    *before, last = palanca.patterns(case, ["visit then law"]).findings
    assert (last.parties["guest"], last.is_certain) == ("Turkey", False)
    assert before
    assert all(one.is_certain for one in before)


def test_soldiers_who_came_after_the_month_that_a_resolution_allowed_are_outside_of_it(case: "palanca.Case") -> None:
    found = palanca.patterns(case, ["presence outside its authorisation"]).findings
    told = [told_in(case, [leg.claim for leg in each.legs]) for one in found for each in one.instances]
    assert ["resolution", "soldiers"] in told
