"""Palanca: a ledger of power from what is written about it, each fact at its words.

    import palanca

    palanca.read("influence.palanca", ["articles/"])
    with palanca.open_case("influence.palanca") as case:
        for row in palanca.events(case):
            print(row.cells, row.sentence)

Everything below is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palanca.analysis.asking import query_of as query_of
    from palanca.checkup import doctor as doctor
    from palanca.exchange.annotations import annotate as annotate
    from palanca.exchange.plover import code as code
    from palanca.exporting import export as export
    from palanca.judging import Judge as Judge
    from palanca.judging import Marked as Marked
    from palanca.judging import NewStatement as NewStatement
    from palanca.judging import confirm as confirm
    from palanca.judging import correct as correct
    from palanca.judging import different as different
    from palanca.judging import of_branch as of_branch
    from palanca.judging import of_country as of_country
    from palanca.judging import reject as reject
    from palanca.judging import rename as rename
    from palanca.judging import retype as retype
    from palanca.judging import same as same
    from palanca.judging import state as state
    from palanca.judging import undo as undo
    from palanca.judging.review import queue as queue
    from palanca.pipeline import ReadOptions as ReadOptions
    from palanca.pipeline import Summary as Summary
    from palanca.pipeline import read as read
    from palanca.pipeline import rebuild as rebuild
    from palanca.pipeline import remove as remove
    from palanca.questions import DependenceAsked as DependenceAsked
    from palanca.questions import MatrixAsked as MatrixAsked
    from palanca.questions import NarrativeOptions as NarrativeOptions
    from palanca.questions import PortraitOptions as PortraitOptions
    from palanca.questions import anomalies as anomalies
    from palanca.questions import audit as audit
    from palanca.questions import brokers as brokers
    from palanca.questions import communities as communities
    from palanca.questions import cores as cores
    from palanca.questions import dependence as dependence
    from palanca.questions import documents as documents
    from palanca.questions import events as events
    from palanca.questions import facts as facts
    from palanca.questions import find as find
    from palanca.questions import histogram as histogram
    from palanca.questions import instruments as instruments
    from palanca.questions import likely_host as likely_host
    from palanca.questions import matrix as matrix
    from palanca.questions import most_named as most_named
    from palanca.questions import narratives as narratives
    from palanca.questions import offices as offices
    from palanca.questions import offices_at as offices_at
    from palanca.questions import paths as paths
    from palanca.questions import patterns as patterns
    from palanca.questions import people as people
    from palanca.questions import portrait as portrait
    from palanca.questions import quantities as quantities
    from palanca.questions import quotations as quotations
    from palanca.questions import reconciliation as reconciliation
    from palanca.questions import shared as shared
    from palanca.questions import show as show
    from palanca.questions import standing as standing
    from palanca.questions import ties as ties
    from palanca.questions import who as who
    from palanca.questions import window as window
    from palanca.reading.document import DocumentReader as DocumentReader
    from palanca.reading.language import Languages as Languages
    from palanca.records import Filter as Filter
    from palanca.records import PalancaError as PalancaError
    from palanca.records import Time as Time
    from palanca.sources import SourceOptions as SourceOptions
    from palanca.store import Case as Case
    from palanca.store import open_case as open_case

_HOMES = {
    "read": "palanca.pipeline",
    "rebuild": "palanca.pipeline",
    "remove": "palanca.pipeline",
    "ReadOptions": "palanca.pipeline",
    "Summary": "palanca.pipeline",
    "open_case": "palanca.store",
    "Case": "palanca.store",
    "people": "palanca.questions",
    "events": "palanca.questions",
    "offices": "palanca.questions",
    "ties": "palanca.questions",
    "instruments": "palanca.questions",
    "quantities": "palanca.questions",
    "quotations": "palanca.questions",
    "anomalies": "palanca.questions",
    "offices_at": "palanca.questions",
    "who": "palanca.questions",
    "show": "palanca.questions",
    "histogram": "palanca.questions",
    "most_named": "palanca.questions",
    "documents": "palanca.questions",
    "portrait": "palanca.questions",
    "PortraitOptions": "palanca.questions",
    "narratives": "palanca.questions",
    "NarrativeOptions": "palanca.questions",
    "facts": "palanca.questions",
    "find": "palanca.questions",
    "window": "palanca.questions",
    "likely_host": "palanca.questions",
    "matrix": "palanca.questions",
    "MatrixAsked": "palanca.questions",
    "query_of": "palanca.analysis.asking",
    "patterns": "palanca.questions",
    "dependence": "palanca.questions",
    "DependenceAsked": "palanca.questions",
    "standing": "palanca.questions",
    "paths": "palanca.questions",
    "shared": "palanca.questions",
    "brokers": "palanca.questions",
    "cores": "palanca.questions",
    "communities": "palanca.questions",
    "annotate": "palanca.exchange.annotations",
    "code": "palanca.exchange.plover",
    "export": "palanca.exporting",
    "doctor": "palanca.checkup",
    "Judge": "palanca.judging",
    "same": "palanca.judging",
    "different": "palanca.judging",
    "rename": "palanca.judging",
    "retype": "palanca.judging",
    "of_country": "palanca.judging",
    "of_branch": "palanca.judging",
    "reject": "palanca.judging",
    "confirm": "palanca.judging",
    "correct": "palanca.judging",
    "undo": "palanca.judging",
    "state": "palanca.judging",
    "NewStatement": "palanca.judging",
    "Marked": "palanca.judging",
    "queue": "palanca.judging.review",
    "audit": "palanca.questions",
    "reconciliation": "palanca.questions",
    "SourceOptions": "palanca.sources",
    "Languages": "palanca.reading.language",
    "DocumentReader": "palanca.reading.document",
    "Filter": "palanca.records",
    "Time": "palanca.records",
    "PalancaError": "palanca.records",
}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604  # the table is the one list


def __getattr__(name: str) -> object:
    if name == "__version__":
        return version("palanca")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'palanca' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
