"""Fewer collections of garbage while texts are read, a case is settled, and questions are answered.

Parses make many objects and no circles, and settling holds hundreds of thousands of records that live until a part is
written: to look through them for circles, again and again as they grow in number, took nearly a third of its time. So
it did of an answer about a large case: a matrix took 1.8 seconds in a server, and takes 1.1.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS_BETWEEN_COLLECTIONS = 1_000_000


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Collect garbage seldom, and afterwards as often as before."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _ALLOCATIONS_BETWEEN_COLLECTIONS) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
