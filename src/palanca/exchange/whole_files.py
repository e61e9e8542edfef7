"""Files that are whole or not there: written beside their place, and put into it when they are done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from palanca.records.errors import UnwritableOutput


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A path beside the target to write a file or folder at; without an error it takes the target's place.

    Files of a folder take the place of those of the same name, and whatever else the target folder holds stays.
    Raises UnwritableOutput when the target cannot be written.
    """
    place = target.resolve()
    try:
        if place.exists() and not (place.is_file() or place.is_dir()):
            raise UnwritableOutput(f"{target} is no file or folder: name one, or write text to standard output with -")
        with TemporaryDirectory(prefix=".palanca-", dir=place.parent) as beside:
            written = Path(beside) / place.name
            yield written
            _put(written, place)
    except OSError as error:
        raise UnwritableOutput(f"{target} cannot be written ({error.strerror or error}): name another place") from error


def _put(written: Path, place: Path) -> None:
    if not (written.is_dir() and place.is_dir()):
        written.replace(place)
        return
    for file in sorted(written.iterdir()):
        file.replace(place / file.name)
