"""What this installation is made of: `palanca doctor`."""

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from palanca.lexicon.digest import lexicon_digest
from palanca.reading.language import SPANISH_REMEDY, Languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the installation, in words."""

    name: str
    state: str


def doctor(languages: Languages | None = None) -> Iterator[Part]:
    """Versions and licences of all that reading stands on, loading each pipeline once.

    Raises PipelineNotFound when a pipeline of the settings cannot be loaded.
    """
    languages = languages or Languages()
    yield Part(name="palanca", state=version("palanca"))
    yield Part(name="python", state=platform.python_version())
    yield Part(name="spacy", state=version("spacy"))
    for language in sorted(languages.pipelines):
        facts = languages.facts(language)
        state = f"{facts.name} {facts.version}, licence {facts.licence}, from {facts.source}"
        yield Part(name=f"pipeline {language}", state=state)
    if not languages.reads("es"):
        yield Part(name="pipeline es", state=f"none, Spanish texts are kept unread: {SPANISH_REMEDY}")
    yield Part(name="word lists", state=f"digest {lexicon_digest()}")
    yield Part(name="sqlite", state=f"{sqlite3.sqlite_version}, full-text search {'yes' if _has_fts5() else 'NO'}")


def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options
