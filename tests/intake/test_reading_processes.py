"""Reading in several processes."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext

import pytest

from palanca.intake import reading_processes
from palanca.intake.reading_processes import Unread, Way, read_in_processes
from palanca.reading.language import Languages
from palanca.reading.late import LateReader
from palanca.records import Document, Origin
from palanca.registers.readers import Readers
from palanca.store.reading_rows import ReadingRows

_NEWS = "Foreign Minister Liv Hamre met Foreign Minister Juan Ruiz in Oslo."


def _document(name: str) -> Unread:
    origin = Origin(path=f"{name}.txt", bytes_sha256="", media_type="text/plain")
    return Unread(Document(name=name, text=_NEWS, origin=origin, language="en"), Way.WHOLE)


def test_processes_give_way_to_new_ones_and_results_stay_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    pools: list[int] = []

    def counted(processes: int, mp_context: BaseContext) -> ProcessPoolExecutor:
        pools.append(processes)
        return ProcessPoolExecutor(processes, mp_context=mp_context)

    monkeypatch.setattr(reading_processes, "ProcessPoolExecutor", counted)
    monkeypatch.setattr(reading_processes, "_MOST_OF_POOL", 2)
    monkeypatch.setattr(reading_processes, "TEXTS_IN_BATCH", 1)
    names = [f"wire {number}" for number in range(5)]
    found = list(read_in_processes(map(_document, names), Readers(LateReader(languages=Languages()), ()), 1))
    assert [one.document.name for one in found if isinstance(one, ReadingRows)] == names
    assert pools == [1, 1, 1]
