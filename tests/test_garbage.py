"""While a case is settled, Python looks for dead cycles less often."""

import gc

from palanca.garbage import rarely_collecting
from tests.collecting import collecting_often


def test_garbage_is_collected_as_often_as_before_once_all_is_settled() -> None:
    with collecting_often():
        before = gc.get_threshold()
        with rarely_collecting():
            assert gc.get_threshold()[0] > before[0]
        assert gc.get_threshold() == before
