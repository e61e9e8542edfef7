"""How often Python collects garbage, for the tests of who has it do so rarely."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OFTEN = 700


@contextmanager
def collecting_often() -> Iterator[int]:
    """So many allocations are between collections within, whatever was set outside."""
    before = gc.get_threshold()
    gc.set_threshold(_OFTEN, *before[1:])
    try:
        yield _OFTEN
    finally:
        gc.set_threshold(*before)
