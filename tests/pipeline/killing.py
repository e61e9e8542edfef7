"""Runs that are killed once they have begun to write."""

import signal
import subprocess
import sys
from pathlib import Path

import palanca
from tests.waiting import wait_until


def killed_while_writing(words: list[str], case: Path) -> int:
    """Run Python with these words, kill it when a document stands in the case, and count those that do then."""
    running = subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL)
    wait_until(lambda: documents_in(case) or running.poll() is not None, "a document is written")
    assert documents_in(case), "the run ended and had written no document"
    running.send_signal(signal.SIGKILL)
    running.wait()
    return documents_in(case)


def documents_in(case: Path) -> int:
    """How many documents are in the case by now, as another program sees it."""
    if not case.exists():
        return 0
    try:
        with palanca.open_case(case) as opened:
            return opened.counts().documents
    except palanca.PalancaError:
        return 0
