"""Rows of tables go into a case by their cells, and their prose is read behind: to the same as in one pass."""

from pathlib import Path

import pytest

import palanca
from palanca.intake import prose as reading_prose
from palanca.pipeline import ReadOptions, Summary, rebuild
from palanca.reading.late import LateReader
from palanca.records import Document, Kind, Reading
from palanca.registers.mapping_loading import load_mapping
from palanca.registers.readers import Readers
from palanca.settlement import settle
from palanca.store import Outcome, open_case
from tests.pipeline.killing import killed_while_writing
from tests.registers.making import documents, read_file
from tests.registers.test_shipped import FIXTURES
from tests.store.making import AT, Dump, dump

WITH_PROSE = ("us_travels_abroad", "visits_to_us")
REGISTERS = (*WITH_PROSE, "us_officeholders")


def table_of(register: str) -> Path:
    return FIXTURES / f"{register}.csv"


def read(case: Path, register: str | None, **more: object) -> Summary:
    """The table of a shipped register into the case; without one, what is left."""
    paths = [table_of(register)] if register else []
    return palanca.read(case, paths, ReadOptions(mapping=register, clock=lambda: AT, **more))  # type: ignore[arg-type]


def content(case: Path) -> Dump:
    """All that a case holds, without how many changes it took, and the order in which an index of names was filled."""
    inner = [f"names_fts_{part}" for part in ("config", "data", "docsize", "idx")]
    return dump(case, without=("progress", *inner))


def unread(case: Path) -> dict[str, int]:
    with open_case(case) as opened:
        return opened.unread_prose()


def rows_of(register: str) -> list[Document]:
    return documents(read_file(table_of(register), load_mapping(register).text))


@pytest.fixture(scope="module", params=REGISTERS)
def at_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Dump]:
    """A register, and the case in which each of its rows was put with its prose."""
    register = load_mapping(request.param).register
    case = tmp_path_factory.mktemp("whole") / "c.palanca"
    with open_case(case, create=True) as opened:
        opened.enter(register, at=AT)
        for reading in Readers(LateReader(), [register]).read_all(rows_of(request.param)):
            assert isinstance(reading, Reading)
            opened.put(reading, at=AT)
        settle(opened)
    return request.param, content(case)


def test_two_passes_come_to_what_one_does(at_once: tuple[str, Dump], tmp_path: Path) -> None:
    register, whole = at_once
    summary = read(tmp_path / "c.palanca", register)
    assert bool(summary.prose_read) == (register in WITH_PROSE)
    assert content(tmp_path / "c.palanca") == whole


def test_prose_that_another_run_reads_comes_to_the_same(at_once: tuple[str, Dump], tmp_path: Path) -> None:
    register, whole = at_once
    case = tmp_path / "c.palanca"
    left = read(case, register, prose=False).prose_unread
    assert bool(left) == (register in WITH_PROSE)
    assert unread(case) == ({register: left} if left else {})
    assert read(case, None).prose_read == left
    assert unread(case) == {}
    assert content(case) == whole


def test_a_run_that_was_stopped_in_its_prose_goes_on(
    at_once: tuple[str, Dump], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, whole = at_once
    if register not in WITH_PROSE:
        pytest.skip("it has no prose")
    case = tmp_path / "c.palanca"
    monkeypatch.setattr(reading_prose, "_ROWS_IN_PART", 1)
    of = len(rows_of(register))

    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(case, register, prose_progress=stop)
    with open_case(case) as opened:
        assert opened.counts().documents == of
        assert opened.count_statements()[Kind.EVENT] >= of
        (left,) = opened.unread_prose().values()
    summary = read(case, register)
    assert (summary.outcomes[Outcome.UNCHANGED], summary.prose_read) == (of, left)
    assert content(case) == whole


@pytest.mark.slow
def test_a_run_that_was_killed_in_its_prose_goes_on(tmp_path: Path) -> None:
    whole, case = tmp_path / "whole.palanca", tmp_path / "c.palanca"
    read(whole, "us_travels_abroad")
    script = (
        "import palanca, time; from datetime import datetime; from palanca.intake import prose;"
        "from palanca.pipeline import ReadOptions;"
        "prose._ROWS_IN_PART = 1;"
        f"options = ReadOptions(clock=lambda: datetime.fromisoformat({AT.isoformat()!r}),"
        " mapping='us_travels_abroad', prose_progress=lambda done, of: time.sleep(done));"
        f"palanca.read({str(case)!r}, [{str(table_of('us_travels_abroad'))!r}], options)"
    )
    assert killed_while_writing(["-c", script], case) == len(rows_of("us_travels_abroad"))
    assert unread(case)
    read(case, "us_travels_abroad")
    assert unread(case) == {}
    assert content(case) == content(whole)


def test_several_processes_read_the_prose_that_one_does(tmp_path: Path) -> None:
    one, two = tmp_path / "one.palanca", tmp_path / "two.palanca"
    read(one, "visits_to_us")
    read(two, "visits_to_us", processes=2)
    assert content(one) == content(two)


def test_how_far_the_prose_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_prose, "_ROWS_IN_PART", 2)
    told: list[tuple[int, int]] = []
    summary = read(tmp_path / "c.palanca", "us_travels_abroad", prose_progress=lambda *far: told.append(far))
    assert told[0] == (0, summary.prose_read)
    assert told[-1] == (summary.prose_read, summary.prose_read)
    assert told == sorted(told)


def test_a_row_with_unread_prose_is_found_by_its_words(tmp_path: Path) -> None:
    case = tmp_path / "c.palanca"
    read(case, "us_travels_abroad", prose=False)
    with open_case(case) as opened:
        assert [hit.text for hit in opened.search("olmedo paz")] == [
            "Met with President Olmedo and Foreign Minister Paz."
        ]
        reading = opened.reading(next(iter(opened.search("olmedo"))).document.id)
        assert reading is not None
        assert reading.prose_unread
        assert "Olmedo" not in {one.caption for one in reading.entities}


def test_prose_that_was_read_stays_while_a_row_is_read_again(tmp_path: Path) -> None:
    case, table = tmp_path / "c.palanca", tmp_path / "us_travels_abroad.csv"
    table.write_text(table_of("us_travels_abroad").read_text("utf-8"), "utf-8")
    mapping = tmp_path / "m.yaml"
    mapping.write_text(load_mapping("us_travels_abroad").text, "utf-8")
    palanca.read(case, [table], ReadOptions(mapping=mapping))
    before = unread_of(case)
    mapping.write_text(f"{mapping.read_text('utf-8')}\n# another edition\n", "utf-8")
    palanca.read(case, [table], ReadOptions(mapping=mapping, prose=False))
    assert unread_of(case) == before


def unread_of(case: Path) -> tuple[dict[str, int], int]:
    with open_case(case) as opened:
        return opened.unread_prose(), sum(opened.count_statements().values())


def test_a_case_with_unread_prose_is_rebuilt_whole(tmp_path: Path) -> None:
    case, whole = tmp_path / "c.palanca", tmp_path / "whole.palanca"
    read(whole, "visits_to_us")
    read(case, "visits_to_us", prose=False)
    rebuild(case, ReadOptions(clock=lambda: AT))
    assert content(case) == content(whole)


def test_a_long_table_is_settled_before_its_prose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "c.palanca"
    monkeypatch.setattr(palanca.pipeline, "_SHOWN_BEFORE_PROSE", 1)
    claims: list[int] = []

    def look(_done: int, _of: int) -> None:
        with open_case(case) as opened:
            claims.append(opened.counts().claims[Kind.EVENT])

    read(case, "us_travels_abroad", prose_progress=look)
    whole = tmp_path / "whole.palanca"
    monkeypatch.setattr(palanca.pipeline, "_SHOWN_BEFORE_PROSE", 10_000)
    read(whole, "us_travels_abroad")
    assert claims[0]
    assert content(case) == content(whole)
