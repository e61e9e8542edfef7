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

_HOMES = {
    "read": "palanca.pipeline",
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
    "show": "palanca.questions",
    "around": "palanca.questions",
    "facts": "palanca.questions",
    "code": "palanca.exchange.plover",
    "explain": "palanca.reading.document",
    "doctor": "palanca.checkup",
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
