"""What the pages of a large case open on, worked out before anybody opens it: where it has just been read."""

from collections.abc import Callable
from concurrent.futures import wait
from pathlib import Path

from palanca.store import open_case
from palanca.web.analyses import is_large

_BETWEEN_LOOKS_S = 0.5

type Tell = Callable[[str, tuple[int, int], tuple[int, int]], None]
"""Is told which page is being worked out, how many before it are of how many, and its own steps of steps."""


def work_ahead(case: Path, tell: Tell) -> None:
    """Work out what the pages of a large case open on, and keep the answers in it; of a small one, nothing.

    What is kept already is not worked out again. Each answer is kept as soon as it is there: whoever stops this, by any
    means, has those before it. When another program changes the case, the rest is left to the next server. Raises
    CaseError when the case cannot be opened, or when there is not enough memory.
    """
    with open_case(case, settled_elsewhere=True) as opened:
        if not is_large(opened):
            return
    from palanca.web.desk import open_desk  # the server takes half a second to load, which a small case has no need of

    desk = open_desk(case)
    try:
        wanted = desk.wanted_ahead()
        for number, address in enumerate(wanted):
            page, answer = address.partition("?")[0].rpartition("/")[2], desk.behind.ask(address)
            while desk.is_settled and not answer.done():
                tell(page, (number, len(wanted)), desk.progress.get(page, (0, 0)))
                wait({answer}, _BETWEEN_LOOKS_S)
            if not desk.is_settled or answer.result() is None:
                return
    finally:
        desk.close()
