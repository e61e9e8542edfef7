"""Text that commands take from a file and put into one, or into the stream that - stands for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from palanca.exchange.whole_files import written_beside
from palanca.records.errors import UnreadableInput


@contextmanager
def lines_of(path: str) -> Iterator[TextIO]:
    """The lines of a text in UTF-8, of standard input for -.

    Raises UnreadableInput where the file cannot be opened, and in what is done with the lines once one is no UTF-8.
    """
    try:
        stream = sys.stdin if path == "-" else Path(path).open(encoding="utf-8-sig")  # noqa: SIM115  # closed below
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read ({error.strerror}): give a file of JSON lines, or -") from error
    try:
        yield stream
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is no text in UTF-8: save it so") from error
    finally:
        if stream is not sys.stdin:
            stream.close()


@contextmanager
def writing_to(path: str) -> Iterator[TextIO]:
    """Where text goes, in UTF-8: into a file, which is whole or as it was, or to standard output for -.

    Raises UnwritableOutput.
    """
    if path == "-":
        yield sys.stdout
        return
    # Half a UTF-16 pair, which a text of JSON may hold, can be written nowhere.
    with written_beside(Path(path)) as place, place.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        yield out
