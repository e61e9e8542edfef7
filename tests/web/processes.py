"""What a process does in place of answering: for tests of what becomes of those who wait."""

import os
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from palanca.web.apart import Reply


def telling(_case: Path, told: Connection) -> None:
    """Tell how far each answer is, and then give it."""
    while True:
        address = told.recv()
        told.send({"map": (1, 2)})
        told.send(Reply(200, "application/json", address.encode(), changed=1, seconds=2.0))


def never(_case: Path, told: Connection) -> None:
    """Tell that it has begun, and never answer."""
    told.recv()
    told.send({"map": (0, 2)})
    time.sleep(600)


def dying(_case: Path, told: Connection) -> None:
    """End without an answer, as one that has no memory left."""
    told.recv()
    os._exit(3)


def beginning(case: Path, told: Connection) -> None:
    """Leave a file beside the case that tells that it has begun, and tell steps for as long as anybody listens."""
    told.recv()
    case.with_suffix(".begun").touch()
    with suppress(OSError):
        while True:
            told.send({"map": (0, 2)})
            time.sleep(0.1)
