"""A real server of real cases, for a real browser."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import randrange
from socket import create_connection, create_server
from threading import Thread
from time import sleep
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"http://[\d.]+:\d+")
_TRIES = 300
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a server listens, and the program, to be stopped or killed in a test."""

    address: str
    path: Path
    program: subprocess.Popen[str]

    def at(self, path: str = "") -> str:
        """The address of a page of the case: `at("/matrix?host=Kenya")`."""
        return f"{self.address}/c/{self.path.stem}{path}"


@contextmanager
def serving(case: Path, port: int = 0) -> Iterator[Site]:
    """Serve a case as its user would, at a free port if none is given."""
    command = [sys.executable, "-m", "palanca", "serve", str(case), "--port", str(port)]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        yield Site(address=_address(program), path=case, program=program)
    finally:
        program.terminate()
        program.wait(timeout=120)
        if program.stderr:
            program.stderr.close()


def lasting_port() -> int:
    """A free port that the system gives to nobody who asks for any: a server can stop and come back at it."""
    for _ in range(_TRIES):
        port = randrange(20_000, 30_000)  # noqa: S311  # no secret
        with suppress(OSError), create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free from 20,000 to 30,000")


def _address(program: subprocess.Popen[str]) -> str:
    """The address that the server prints; what it prints after is read away."""
    assert program.stderr
    said = []
    for line in program.stderr:
        said.append(line)
        if found := _ADDRESS.search(line):
            Thread(target=program.stderr.read, daemon=True).start()
            _wait_for(found[0])
            return found[0]
    raise AssertionError(f"the server did not start: {''.join(said)}")


def _wait_for(address: str) -> None:
    """Wait until the server takes a connection: it prints its address a moment before."""
    parts = urlsplit(address)
    for _ in range(_TRIES):
        with suppress(OSError), create_connection((parts.hostname or "", parts.port or 0), timeout=5):
            return
        sleep(0.1)
    raise AssertionError(f"the server does not listen at {address}")
