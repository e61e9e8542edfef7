"""One digest over every word list, so that a changed word re-reads what was read without it."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from palanca.records.ids import content_hash


@cache
def lexicon_digest() -> str:
    """The hash of all YAML files of this package, in order of their paths."""
    return content_hash(*(part for path, text in sorted(_texts(files("palanca.lexicon"), "")) for part in (path, text)))


def _texts(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield f"{prefix}{entry.name}", entry.read_text(encoding="utf-8")
