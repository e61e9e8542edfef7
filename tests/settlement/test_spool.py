"""Values come back in order, whether they fit into memory together or not."""

from hypothesis import given
from hypothesis import strategies as st

from palanca.settlement.spool import Spool


@given(st.lists(st.lists(st.integers(), max_size=150), max_size=4))
def test_lots_come_back_in_one_order_again_and_again(lots: list[list[int]]) -> None:
    with Spool[int](key=lambda one: -one) as spool:
        for lot in lots:
            spool.add(lot)
        expected = sorted((one for lot in lots for one in lot), reverse=True)
        assert list(spool) == expected
        assert list(spool) == expected
