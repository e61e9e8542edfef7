"""The command line: thin doors to the library's functions of the same names.

Words enter, tables leave. Errors of the user become one line and an exit code: 1 for what cannot be done, 2 for a
command that cannot be understood, 3 for a run that went on past inputs it could not read.
"""

import os
import sys
from errno import EDQUOT, ENOSPC, EPIPE

_NO_ROOM = frozenset({ENOSPC, EDQUOT})


def main() -> None:
    """Run the command line; `python -m palanca` and the `palanca` script start here."""
    from palanca.cli.app import app
    from palanca.records.errors import PalancaError

    try:
        try:
            app()
        finally:
            print(end="", flush=True)  # here, and not when nothing can be told any more
    except PalancaError as error:
        sys.stderr.write(f"palanca: {error}\n")
        sys.exit(1)
    except OSError as error:
        if error.errno in _NO_ROOM:
            remedy = "free some space, or send it elsewhere"
            sys.stderr.write(f"palanca: what is printed found no room ({error.strerror}): {remedy}\n")
        elif error.errno != EPIPE:  # of that, whoever read our lines has had enough
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would fail again at the end
        sys.exit(1)
