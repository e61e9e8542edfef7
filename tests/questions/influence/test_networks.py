"""Networks: the dispatches of 2019, in which two circles of three are joined by one woman."""

from datetime import date

import palanca
from palanca.analysis.networks.paths import Search
from palanca.questions.networks import Asked
from palanca.records import Filter
from tests.questions.influence.known import called

IN_2019 = Filter(since=date(2019, 1, 1), until=date(2019, 12, 31))
PEOPLE = Asked(wanted=IN_2019, without_places=True)
HALVES = Asked(wanted=IN_2019, without_places=True, before=date(2019, 5, 1))
SHORTEST = ["Abla Mensah", "Kofi Lawson", "Nadia Fall", "Sena Dossou", "Yao Tossou"]


def test_paths_lead_over_her_the_shortest_first_and_not_over_the_denied_meeting(case: "palanca.Case") -> None:
    (side,) = palanca.paths(case, "Abla Mensah", "Yao Tossou", PEOPLE).sides
    ways = [called(case, one.things) for one in side.found]
    round_edem, round_ife = [*SHORTEST[:1], "Edem Agbo", *SHORTEST[1:]], [*SHORTEST[:-1], "Ife Bello", SHORTEST[-1]]
    round_both = [*round_edem[:-1], "Ife Bello", SHORTEST[-1]]
    assert [ways[0], sorted(ways[1:3]), ways[3:]] == [SHORTEST, sorted([round_edem, round_ife]), [round_both]]


def test_path_in_order_of_time_leads_one_way_only(case: "palanca.Case") -> None:
    in_order = Search(in_order=True)
    (there,) = palanca.paths(case, "Abla Mensah", "Yao Tossou", PEOPLE, in_order).sides
    (back,) = palanca.paths(case, "Yao Tossou", "Abla Mensah", PEOPLE, in_order).sides
    assert (called(case, there.found[0].things), back.found) == (SHORTEST, ())


def test_shared_neighbour_is_who_met_both(case: "palanca.Case") -> None:
    (side,) = palanca.shared(case, "Kofi Lawson", "Sena Dossou", PEOPLE).sides
    assert [called(case, one.things) for one in side.found] == [["Nadia Fall"]]


def test_broker_is_who_joins_the_circles(case: "palanca.Case") -> None:
    (side,) = palanca.brokers(case, PEOPLE).sides
    # of the ways between two others nine lead over Nadia Fall, eight over each of those whom she met
    assert sorted((one.rank, *called(case, [one.thing])) for one in side.found) == [
        (1, "Nadia Fall"), (2, "Kofi Lawson"), (2, "Sena Dossou"),
    ]  # fmt: skip


def test_communities_are_the_circles_and_she_stands_with_whom_she_met_twice(case: "palanca.Case") -> None:
    (side,) = palanca.communities(case, PEOPLE).sides
    assert [sorted(called(case, one.things)) for one in side.found] == [
        ["Ife Bello", "Nadia Fall", "Sena Dossou", "Yao Tossou"], ["Abla Mensah", "Edem Agbo", "Kofi Lawson"],
    ]  # fmt: skip


def test_day_parts_what_was_from_what_is(case: "palanca.Case") -> None:
    answer = palanca.paths(case, "Abla Mensah", "Nadia Fall", HALVES)
    assert [[called(case, one.things) for one in side.found] for side in answer.sides] == [
        [["Abla Mensah", "Kofi Lawson", "Nadia Fall"], ["Abla Mensah", "Edem Agbo", "Kofi Lawson", "Nadia Fall"]], [],
    ]  # fmt: skip
