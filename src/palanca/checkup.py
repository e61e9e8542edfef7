"""What this installation is made of: `palanca doctor`."""

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from palanca.lexicon.digest import lexicon_digest
from palanca.reading.language import SPANISH_REMEDY, Languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One part of the installation, in words."""

    part: str
    state: str


def doctor(languages: Languages | None = None) -> Iterator[Finding]:
    """Versions and licences of all that reading stands on, loading each pipeline once.

    Raises PipelineNotFound when a pipeline of the settings cannot be loaded.
    """
    languages = languages or Languages()
    yield Finding(part="palanca", state=version("palanca"))
    yield Finding(part="python", state=platform.python_version())
    yield Finding(part="spacy", state=version("spacy"))
    for language in sorted(languages.pipelines):
        facts = languages.facts(language)
        state = f"{facts.name} {facts.version}, licence {facts.licence}, from {facts.source}"
        yield Finding(part=f"pipeline {language}", state=state)
    if not languages.reads("es"):
        yield Finding(part="pipeline es", state=f"none, Spanish texts are kept unread: {SPANISH_REMEDY}")
    yield Finding(part="word lists", state=f"digest {lexicon_digest()}")
    yield Finding(part="sqlite", state=f"{sqlite3.sqlite_version}, full-text search {'yes' if _has_fts5() else 'NO'}")


def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options
