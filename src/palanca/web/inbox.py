"""Where files that a page sent wait to be read: outside of the case, until the server ends."""

import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "palanca-"


def make_inbox(home: Path | None = None) -> Path:
    """A new folder for the files sent to this server, below `home` or where the system keeps what is temporary.

    Those of servers that were killed are removed: nobody else would ever remove the documents in them.
    """
    home = home or Path(tempfile.gettempdir())
    for folder in home.glob(f"{_PREFIX}*-*"):
        if _is_left_over(folder):
            shutil.rmtree(folder, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=home))


def _is_left_over(folder: Path) -> bool:
    """Whether it is an inbox of this user whose server runs no more."""
    number = folder.name.removeprefix(_PREFIX).partition("-")[0]
    if not number.isdecimal() or folder.is_symlink() or not _is_ours(folder):
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # it runs, for somebody else, or there is no such number
        return False
    return False


def _is_ours(folder: Path) -> bool:
    try:
        return os.name == "posix" and folder.stat().st_uid == os.getuid()
    except OSError:  # another server has removed it
        return False
