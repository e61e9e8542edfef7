"""Which statements are settled together, so that all others may be settled apart from them."""

import tracemalloc
from itertools import batched

import pytest

from palanca.claims.event_reach import Company
from palanca.claims.parting import parted
from palanca.claims.telling import told
from palanca.records import Category
from tests.claims.making import THINGS, Said, act, background, meeting, thing

AMA, BRUNO, CARLA = "Ama Owusu", "Bruno Keller", "Carla Duarte"
LENT = "lent tents and water pumps after the spring flood"


def parts_of(*sayings: Said) -> list[str]:
    """The documents of each part, parts in the order of their first document: `["a b", "c"]`."""
    statements = told([one.statement for one in sayings], background(*sayings))
    return sorted(" ".join(one.statement.document for one in part) for part in parted(statements))


def lent(document: str, giver: str, taker: str, when: str | None = "2024-05-04", words: str = LENT) -> Said:
    return act(document, Category.AID, giver, taker, words, when=when)


def test_two_parties_in_one_month_make_one_part() -> None:
    same = lent("b", "Ghana", "Peru", "2024-05-20", "sent nurses")
    later = lent("c", "Ghana", "Peru", "2024-09-04", "sent nurses")
    assert parts_of(lent("a", "Ghana", "Peru"), same, later) == ["a b", "c"]


def test_what_has_no_time_is_of_one_part_with_all_that_its_parties_do() -> None:
    undated = meeting("c", AMA, BRUNO, published=None)
    first, second = meeting("a", AMA, BRUNO, when="2024-05-04"), meeting("b", AMA, BRUNO, when="2024-09-04")
    other = meeting("d", AMA, CARLA, when="2024-05-04")
    assert parts_of(first, second, undated, other) == ["a b c", "d"]
    assert parts_of(first, second) == ["a", "b"]


def test_bodies_named_alike_make_one_part_beside_a_party_that_both_share() -> None:
    whole, short = lent("a", "Congress of Peru", AMA), lent("b", "Congress", AMA)
    assert parts_of(whole, short) == ["a b"]
    assert parts_of(whole, lent("b", "Volta Grid", AMA)) == ["a", "b"]


def test_bodies_named_alike_make_no_part_where_nobody_else_is_shared() -> None:
    assert parts_of(lent("a", "Congress of Peru", AMA), lent("b", "Congress", BRUNO)) == ["a", "b"]


def test_bodies_named_alike_make_no_part_in_other_words() -> None:
    other = lent("b", "Congress", AMA, words="paid for two bridges of steel")
    assert parts_of(lent("a", "Congress of Peru", AMA), other) == ["a", "b"]


def test_of_parties_that_are_never_told_of_alone_little_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Ama Owusu {n}" for n in range(2_000)]
    for name in names:
        monkeypatch.setitem(THINGS, name, thing(name))
    sayings = [meeting(f"d{one}", one, other, when="2024-05-04") for one, other in batched(names, 2)]
    sayings.append(lent("last", "Ghana", "Ghana"))
    company = Company()
    for number, one in enumerate(told([each.statement for each in sayings], background(*sayings))):
        company.add(one, number)
    tracemalloc.start()
    assert not list(company.meetings(lambda _: [one]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000 * 40
