"""The command line: thin doors to the library's functions of the same names.

Words enter, tables leave. Errors of the user become one line and an exit code: 1 for what cannot be done, 2 for a
command that cannot be understood, 3 for a run that went on past inputs it could not read.
"""

import sys


def main() -> None:
    """Run the command line; `python -m palanca` and the `palanca` script start here."""
    from palanca.cli.app import app
    from palanca.records.errors import PalancaError

    try:
        app()
    except PalancaError as error:
        sys.stderr.write(f"palanca: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our lines has had enough
        sys.exit(0)
