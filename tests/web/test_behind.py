"""What is worked out behind: in which order, and what is given up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event

import pytest

from palanca.records.errors import CaseError
from palanca.web.apart import Apart, Reply
from palanca.web.behind import Behind


@dataclass
class Process:
    """Stands in for the process: each answer waits until the test lets it go, or until it is ended."""

    begun: Queue[str] = field(default_factory=Queue)
    let_go: Queue[Reply | CaseError | None] = field(default_factory=Queue)
    is_there: bool = True
    is_given_up: Callable[[], bool] = bool

    def answer(self, address: str, _tell: object, is_given_up: Callable[[], bool]) -> Reply | None:
        """The reply that the test puts."""
        self.is_given_up = is_given_up
        self.begun.put(address)
        reply = self.let_go.get(timeout=300)
        if isinstance(reply, CaseError):
            raise reply
        return reply

    def end(self) -> None:
        """Let an answer go without a reply."""
        self.let_go.put(None)


@dataclass
class Desk:
    """A case that is settled or not, and what is worked out for it."""

    process: Process = field(default_factory=Process)
    is_settled: Event = field(default_factory=Event)
    done: list[str] = field(default_factory=list)
    behind: Behind = field(init=False)

    def __post_init__(self) -> None:
        self.is_settled.set()
        apart: Apart = self.process  # type: ignore[assignment]  # it has what is used of one
        self.behind = Behind(apart, self.is_settled.is_set, lambda one, _: self.done.append(one), print, quiet_s=0)

    def begun(self) -> str:
        """What was begun with next."""
        return self.process.begun.get(timeout=300)


REPLY = Reply(200, "application/json", b"{}", changed=1, seconds=2.0)


@pytest.fixture
def desk() -> Iterator[Desk]:
    one = Desk()
    yield one
    one.behind.close()


def test_one_answer_at_a_time_is_worked_out_the_last_asked_for_first(desk: Desk) -> None:
    futures, order = [desk.behind.ask("/map")], [desk.begun()]
    futures += [desk.behind.ask(one) for one in ("/audit", "/network", "/map")]
    assert desk.process.begun.empty()
    for _ in range(2):
        desk.process.let_go.put(REPLY)
        order.append(desk.begun())
    desk.process.let_go.put(REPLY)
    assert [one.result(300) for one in futures] == [REPLY] * 4
    assert order == desk.done == ["/map", "/network", "/audit"]


def test_change_of_the_case_drops_what_runs_and_what_waits(desk: Desk) -> None:
    futures = [desk.behind.ask("/map")]
    desk.begun()
    futures.append(desk.behind.ask("/audit"))
    desk.behind.give_up()
    assert ([one.result(300) for one in futures], desk.done) == ([None, None], [])


def test_nothing_is_begun_before_the_case_is_settled(desk: Desk) -> None:
    desk.is_settled.clear()
    future = desk.behind.ask("/map")
    assert not future.done()
    assert desk.process.begun.empty()
    desk.is_settled.set()
    assert desk.begun() == "/map"
    desk.process.let_go.put(REPLY)
    assert future.result(300) == REPLY


def test_what_is_worked_out_ahead_makes_way_and_is_begun_again(desk: Desk) -> None:
    desk.behind.work_ahead(["/audit", "/map"])
    assert desk.begun() == "/audit"
    future = desk.behind.ask("/network")
    assert desk.begun() == "/network"
    desk.process.let_go.put(REPLY)
    assert future.result(300) == REPLY
    assert desk.begun() == "/audit"


def test_what_is_worked_out_ahead_is_given_up_when_something_is_asked_elsewhere(desk: Desk) -> None:
    desk.behind.work_ahead(["/audit"])
    desk.begun()
    assert (desk.behind.is_at_hand("/audit"), desk.behind.is_at_hand("/map")) == (True, False)
    desk.behind.make_way("/audit")
    desk.behind.make_way("/map")
    assert (desk.begun(), desk.done) == ("/audit", [])


def test_page_that_asks_again_and_again_does_not_put_off_its_own_answer(desk: Desk) -> None:
    desk.behind.work_ahead(["/audit"])
    desk.begun()
    desk.process.let_go.put(REPLY)
    assert desk.behind.ask("/audit").result(60) == REPLY
    desk.behind.quiet_s = 600
    for _ in range(2):
        desk.behind.make_way("/map")
        future = desk.behind.ask("/map")
    assert desk.process.begun.get(timeout=10) == "/map"
    desk.process.let_go.put(REPLY)
    assert future.result(60) == REPLY


def test_what_is_worked_out_ahead_is_put_off_by_who_asks_elsewhere(desk: Desk) -> None:
    desk.behind.quiet_s = 600
    desk.behind.make_way("/map")
    desk.behind.work_ahead(["/audit"])
    with pytest.raises(Empty):
        desk.process.begun.get(timeout=1)


def test_what_makes_way_before_its_process_has_started_is_given_up(desk: Desk) -> None:
    desk.behind.work_ahead(["/audit"])
    desk.begun()
    was_given_up, desk.behind.quiet_s = desk.process.is_given_up(), 600
    desk.behind.make_way("/map")
    assert (was_given_up, desk.process.is_given_up()) == (False, True)


def test_what_is_asked_for_while_it_is_worked_out_ahead_goes_on(desk: Desk) -> None:
    desk.behind.work_ahead(["/audit"])
    desk.begun()
    future = desk.behind.ask("/audit")
    desk.process.let_go.put(REPLY)
    assert (future.result(300), desk.process.begun.empty()) == (REPLY, True)


def test_what_is_soon_there_is_not_waited_for_from_a_process_that_works_ahead(desk: Desk) -> None:
    desk.behind.work_ahead(["/map", "/audit"])
    desk.begun()
    desk.behind.make_way("/map", is_soon=True)
    assert not desk.behind.is_at_hand("/map")
    assert (desk.begun(), desk.done) == ("/audit", [])
    desk.process.let_go.put(REPLY)
    with pytest.raises(Empty):
        desk.process.begun.get(timeout=1)


def test_what_somebody_waits_for_is_not_given_up_for_who_would_have_it_soon(desk: Desk) -> None:
    future = desk.behind.ask("/map")
    desk.begun()
    desk.behind.make_way("/map", is_soon=True)
    assert desk.behind.is_at_hand("/map")
    desk.process.let_go.put(REPLY)
    assert future.result(300) == REPLY


def test_only_so_many_wait(desk: Desk) -> None:
    futures = [desk.behind.ask(f"/{number}") for number in range(18)]
    assert [one.done() for one in futures].count(True) >= 1
    desk.behind.give_up()
    assert {one.result(300) for one in futures} == {None}


def test_who_no_longer_waits_takes_the_answer_from_nobody(desk: Desk) -> None:
    futures = [desk.behind.ask("/map"), desk.behind.ask("/map")]
    desk.begun()
    assert not futures[0].cancel()
    desk.process.let_go.put(REPLY)
    assert futures[1].result(300) == REPLY


def test_process_that_died_is_told_to_who_waits(desk: Desk) -> None:
    future = desk.behind.ask("/map")
    desk.begun()
    desk.process.let_go.put(CaseError("it has ended"))
    with pytest.raises(CaseError, match="it has ended"):
        future.result(300)


def test_page_of_a_list_is_at_hand_where_another_was_worked_out(desk: Desk) -> None:
    seen = [desk.behind.is_at_hand("/audit")]
    future = desk.behind.ask("/audit?limit=20")
    desk.begun()
    desk.process.let_go.put(REPLY)
    assert future.result(300) == REPLY
    seen.append(desk.behind.is_at_hand("/audit"))
    desk.behind.ask("/map")
    desk.begun()
    seen.append(desk.behind.is_at_hand("/audit"))  # it would wait for the map
    desk.behind.give_up()
    seen.append(desk.behind.is_at_hand("/audit"))
    assert seen == [False, True, False, False]
