"""Waiting for what others do: a server, a thread, a process."""

from collections.abc import Callable
from time import monotonic, sleep

_LONGEST_S = 300
_BETWEEN_S = 0.05


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait until something is so. Fails with `what` was waited for after five minutes."""
    deadline = monotonic() + _LONGEST_S
    while not is_so():
        assert monotonic() < deadline, f"waited {_LONGEST_S} s in vain: {what}"
        sleep(_BETWEEN_S)
