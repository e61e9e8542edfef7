"""Runs that are killed once they have begun to write."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import palanca

_TIMEOUT_S = 300


def killed_while_writing(words: list[str], case: Path) -> int:
    """Run Python with these words, kill it when a document stands in the case, and count those that do then."""
    running = subprocess.Popen([sys.executable, *words], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + _TIMEOUT_S
    while not documents_in(case):
        assert running.poll() is None, "the run ended and had written no document"
        assert time.monotonic() < deadline, "the run never wrote a document"
        time.sleep(0.02)
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
