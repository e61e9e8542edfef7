"""The readers, in the one order in which they run."""

from collections.abc import Sequence

from palanca.reading.anomalies import ANOMALIES
from palanca.reading.coreference import COREFERENCE
from palanca.reading.events import EVENTS
from palanca.reading.instruments import INSTRUMENTS
from palanca.reading.names import NAMES
from palanca.reading.offices import OFFICES
from palanca.reading.page import Layer, Reader
from palanca.reading.quantities import QUANTITIES
from palanca.reading.quotations import QUOTATIONS
from palanca.reading.ties import TIES
from palanca.reading.times import TIMES
from palanca.records.errors import PalancaError

READERS: tuple[Reader, ...] = (
    NAMES,
    COREFERENCE,
    TIMES,
    QUANTITIES,
    QUOTATIONS,
    OFFICES,
    EVENTS,
    TIES,
    INSTRUMENTS,
    ANOMALIES,
)


def check_order(readers: Sequence[Reader]) -> None:
    """Raise PalancaError if a reader needs a layer that none before it gives."""
    given: set[Layer] = set()
    for reader in readers:
        missing = reader.needs - given
        if missing:
            raise PalancaError(f"reader {reader.name} needs {', '.join(sorted(missing))}: move it behind their readers")
        given |= reader.gives
