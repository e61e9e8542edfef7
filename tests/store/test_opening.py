"""Opening a case: files of earlier and later versions, files that are no cases, and several programs at once."""

import gzip
import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from palanca.identity import blocks
from palanca.records import Filter
from palanca.records.errors import CaseError
from palanca.records.query import EVERYTHING
from palanca.store import Case, open_case
from palanca.store import migrations as steps
from tests.store.counted import forget_pairs
from tests.store.making import AT, document, dump, read
from tests.store.test_index import claim, told, write

_HERE = Path(__file__).parent
_DAYS = ("modality", "confidence", "is_dated", "first", "last")
_FILTERED = {
    "indexed_evidence": ("kind", "channel", "review", *_DAYS),
    "indexed_places": _DAYS,
    "indexed_meetings": _DAYS,
}
_TEXT = "Ruth Wanjala met Daniel Kiprono. Rina Sato waited in Osaka."


def put(case: Case, name: str, text: str = _TEXT) -> None:
    case.put(read(document(text, name, published="2024-05-01")), at=AT)


def answers(case: Case) -> list[object]:
    return [list(case.documents()), list(case.entities()), list(case.mentions()), list(case.statements(Filter()))]


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A file of version 1 that holds one document: `put` of above, by the store of that time."""
    path = tmp_path / "old.palanca"
    path.write_bytes(gzip.decompress((_HERE / "version_1.palanca.gz").read_bytes()))
    assert version_of(path) == 1
    return path


def test_file_of_version_1_opens_with_all_it_held(first_version: Path, tmp_path: Path) -> None:
    with open_case(tmp_path / "new.palanca", create=True) as new:
        put(new, "harbour.txt")
        expected = answers(new)
    with open_case(first_version) as old:
        assert answers(old) == expected
        assert not old.knows(document(_TEXT, "harbour.txt", published="2024-05-01"), "toy 1")  # it is read again
        assert old.pending()
        assert [hit.text for hit in old.search("osaka")] == [" Rina Sato waited in Osaka."]
    assert version_of(first_version) == steps.VERSION


def test_file_of_version_1_goes_on_after_its_migration(first_version: Path) -> None:
    with open_case(first_version) as old:
        put(old, "second.txt", "Ruth Wanjala met Rina Sato.")
        assert [one.name for one in old.documents()] == ["harbour.txt", "second.txt"]
        assert len(list(old.statements(Filter()))) == 3


def test_file_of_version_11_gets_the_indexes_of_speakers_and_days(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_places(connection)
        for index in ("statement_roles_said", "statement_roles_speaker", "indexed_claims_days"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'statement_roles' OR idx = 'indexed_claims_days'")
        _take_back_to_version_12(connection)
        connection.execute("PRAGMA user_version = 11")
    with open_case(path) as old:
        assert answers(old) == expected
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def test_entities_of_a_file_of_version_12_get_their_signs(tmp_path: Path) -> None:
    path = tmp_path / "c.palanca"
    with open_case(path, create=True) as new:
        put(new, "harbour.txt")
        met = met_by_name(new)
    made = schema_of(path), dump(path)
    with sqlite3.connect(path) as connection:
        _forget_places(connection)
        _take_back_to_version_12(connection)
        connection.execute("PRAGMA user_version = 12")
    with open_case(path) as old:
        assert met_by_name(old) == met
    assert (schema_of(path), dump(path)) == made


def _take_back_to_version_12(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE entity_signs")
    connection.execute("DROP TABLE sign_blocks")
    connection.execute(
        "CREATE TABLE entity_blocks (block TEXT, entity TEXT, PRIMARY KEY (block, entity)) WITHOUT ROWID"
    )


def met_by_name(case: Case) -> set[tuple[str, str]]:
    """Each entity with each of its blocks, as they are found."""
    return {found for shown in case.profiles() for found in case.in_blocks(blocks(shown))}


def test_file_of_version_13_gets_the_tables_of_places_and_meetings(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_places(connection)
        connection.execute("PRAGMA user_version = 13")
    with open_case(path) as old:
        assert (answers(old), old.places(EVERYTHING)) == (expected, [])
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def test_file_of_version_14_gets_the_table_of_speeches(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_speeches(connection)
        connection.execute("PRAGMA user_version = 14")
    with open_case(path) as old:
        assert answers(old) == expected
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def test_file_of_version_15_gets_what_filters_are_asked_of(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_filters(connection)
        connection.execute("PRAGMA user_version = 15")
    with open_case(path) as old:
        assert answers(old) == expected
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def test_file_of_version_19_has_claims_of_a_period_found_on_an_index(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_periods(connection)
        connection.execute("PRAGMA user_version = 19")
    with open_case(path) as old:
        assert answers(old) == expected
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def test_file_of_version_21_gets_the_table_of_claims_that_join_nobody(tmp_path: Path) -> None:
    path, made, _ = _filled(tmp_path)
    with open_case(path) as new:
        write(new, *(claim(one, parties=()) for one in told(new)))
        expected = answers(new)
    before = dump(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM indexed_unjoined").fetchone()[0] > 0
        _forget_unjoined(connection)
        connection.execute("PRAGMA user_version = 21")
    with open_case(path) as old:
        assert answers(old) == expected
    assert (version_of(path), schema_of(path), dump(path)) == (steps.VERSION, made, before)


def _filled(folder: Path) -> tuple[Path, set[tuple[str, ...]], list[object]]:
    """A new case, with its schema and what it answers."""
    path = folder / "c.palanca"
    with open_case(path, create=True) as new:
        put(new, "harbour.txt")
        return path, schema_of(path), answers(new)


def _forget_filters(connection: sqlite3.Connection) -> None:
    """Take the tables that filters are asked of back to version 15, with their triggers as they were."""
    _forget_periods(connection)
    _forget_unread_prose(connection)
    connection.execute("DROP TABLE kept_answers")
    connection.execute("DROP TRIGGER indexed_ties_in")
    connection.execute("DROP TRIGGER indexed_ties_out")
    connection.execute("DROP TABLE indexed_ties")
    connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'indexed_ties'")
    old = _schema_of_version(15)
    changed = dict(connection.execute("SELECT name, type FROM sqlite_schema WHERE sql IS NOT NULL AND type != 'table'"))
    now = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    changed = {name: sort for name, sort in changed.items() if now[name] != old.get(name)}
    for name, sort in changed.items():
        connection.execute(f"DROP {sort} {name}")
    for table, columns in _FILTERED.items():
        for column in columns:
            connection.execute(f'ALTER TABLE {table} DROP COLUMN "{column}"')
    for name in changed:
        connection.execute(old[name])


def _forget_unread_prose(connection: sqlite3.Connection) -> None:
    """Take the readings back to version 18."""
    connection.execute("DROP INDEX readings_unread_prose")
    connection.execute("ALTER TABLE readings DROP COLUMN unread_prose")


def test_rows_of_a_file_of_version_18_are_read_whole(tmp_path: Path) -> None:
    path, made, expected = _filled(tmp_path)
    with sqlite3.connect(path) as connection:
        _forget_periods(connection)
        _forget_unread_prose(connection)
        connection.execute("PRAGMA user_version = 18")
    with open_case(path) as old:
        assert answers(old) == expected
        assert old.unread_prose() == {}
        assert all(old.is_read_whole(one.id) for one in old.documents())
    assert (version_of(path), schema_of(path)) == (steps.VERSION, made)


def _forget_unjoined(connection: sqlite3.Connection) -> None:
    """Take back to version 21 what tells which claims join nobody, and the index of claims by kind."""
    forget_pairs(connection)
    for trigger in ("told", "untold", "tied", "untied"):
        connection.execute(f"DROP TRIGGER indexed_unjoined_{trigger}")
    connection.execute("DROP TABLE indexed_unjoined")
    connection.execute("DROP INDEX indexed_claims_kind")
    connection.execute(_schema_of_version(21)["indexed_claims_kind"])
    connection.execute(
        """UPDATE sqlite_stat1 SET stat = '1000000 150000 50000 10000 5000 5000 5000'
             WHERE idx = 'indexed_claims_kind'"""
    )


def _forget_periods(connection: sqlite3.Connection) -> None:
    """Take the indexes of claims by their days, and of parties by their country, back to version 19."""
    _forget_unjoined(connection)
    connection.execute("DROP TABLE tenures")
    old = _schema_of_version(18)
    connection.execute("DROP INDEX indexed_claims_dated")
    connection.execute("DROP INDEX indexed_claims_days")
    connection.execute("DROP INDEX indexed_parties_country")
    connection.execute(
        """DELETE FROM sqlite_stat1
             WHERE idx IN ('indexed_claims_dated', 'indexed_claims_days', 'indexed_parties_country')"""
    )
    for name in ("indexed_claims_last", "indexed_claims_days", "indexed_parties_country"):
        connection.execute(old[name])
    connection.execute(
        """INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
             ('indexed_claims', 'indexed_claims_last', '1000000 100 50'),
             ('indexed_claims', 'indexed_claims_days', '1000000 100000 20 10 8 8 2 1'),
             ('indexed_parties', 'indexed_parties_country', '2000000 8000 2 1 1 1 1 1')"""
    )


def _schema_of_version(version: int) -> dict[str, str]:
    """By name how tables, indexes and triggers were made."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for step in steps.MIGRATIONS[:version]:
            step(connection)
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return dict(map(tuple, made))


def _forget_speeches(connection: sqlite3.Connection) -> None:
    _forget_filters(connection)
    for trigger in ("told", "untold", "said", "unsaid"):
        connection.execute(f"DROP TRIGGER indexed_speeches_{trigger}")
    connection.execute("DROP TABLE indexed_speeches")
    connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'indexed_speeches'")


def _forget_places(connection: sqlite3.Connection) -> None:
    _forget_speeches(connection)
    for trigger in ("indexed_places_in", "indexed_places_out", "claims_disputed"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for trigger in ("in", "placed", "out"):
        connection.execute(f"DROP TRIGGER indexed_meetings_{trigger}")
    for table in ("indexed_places", "indexed_meetings"):
        connection.execute(f"DROP TABLE {table}")
    for index in ("claim_parties_body", "claims_stretch"):
        connection.execute(f"DROP INDEX {index}")
    connection.execute("DELETE FROM sqlite_stat1 WHERE tbl IN ('indexed_places', 'indexed_meetings')")


def schema_of(path: Path) -> set[tuple[str, ...]]:
    """The tables, indexes and triggers of a file, and how its rows are said to be spread."""
    with sqlite3.connect(path) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {*made, *connection.execute("SELECT idx, stat FROM sqlite_stat1")}


def test_migration_that_breaks_off_leaves_the_file_as_it_was(
    first_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = steps.MIGRATIONS

    def broken(connection: Connection) -> None:
        second(connection)
        raise RuntimeError("the power failed")

    with monkeypatch.context() as patch:
        patch.setattr(steps, "MIGRATIONS", (first, broken))
        with pytest.raises(RuntimeError, match="the power failed"):
            open_case(first_version)
    assert version_of(first_version) == 1
    with open_case(first_version) as case:
        assert len(list(case.documents())) == 1


def test_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "later.palanca"
    open_case(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {steps.VERSION + 1}")
    with pytest.raises(CaseError, match=f"is of version {steps.VERSION + 1}.*update Palanca"):
        open_case(path)


def test_new_case_has_large_pages_and_an_older_one_keeps_its_own(first_version: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.palanca"
    for path in (new, first_version):
        open_case(path, create=True).close()
    sizes = [sqlite3.connect(path).execute("PRAGMA page_size").fetchone()[0] for path in (new, first_version)]
    assert sizes == [16_384, 4_096]


def test_database_of_another_program_is_no_case(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(CaseError, match="database of another program"):
        open_case(path)


@pytest.mark.parametrize("content", [b"A text.", b"PK\x03\x04" + b"\x00" * 200])
def test_other_file_is_no_case(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(CaseError, match="is not a case"):
        open_case(path)
    assert path.read_bytes() == content


def test_missing_case_folder_and_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case at"):
        open_case(tmp_path / "none.palanca")
    with pytest.raises(CaseError, match="there is no folder"):
        open_case(tmp_path / "none" / "none.palanca", create=True)
    with pytest.raises(CaseError, match=r"File name too long.*shorten its name"):
        open_case(tmp_path / ("x" * 300), create=True)
    with pytest.raises(CaseError, match="is a folder, not a case"):
        open_case(tmp_path, create=True)


def test_case_whose_making_was_cut_off_can_be_made_again(tmp_path: Path) -> None:
    path = tmp_path / "cut.palanca"
    path.touch()
    with pytest.raises(CaseError, match="its making was cut off"):
        open_case(path)
    with open_case(path, create=True) as case:
        put(case, "harbour.txt")
        assert len(list(case.documents())) == 1


def test_damaged_case_is_told(tmp_path: Path) -> None:
    path = tmp_path / "damaged.palanca"
    with open_case(path, create=True) as case:
        put(case, "harbour.txt")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    with pytest.raises(CaseError, match="is damaged"), open_case(path) as case:
        answers(case)


def _write(path: Path, first: int) -> None:
    with open_case(path, create=True) as case:
        for number in range(first, first + 10):
            put(case, f"{number}.txt", f"Ruth Wanjala met Pilot Number{number}.")


def test_two_programs_write_one_new_case_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "shared.palanca"
    spawn = multiprocessing.get_context("spawn")
    programs = [spawn.Process(target=_write, args=(path, first)) for first in (0, 100)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    with open_case(path) as case:
        assert len(list(case.documents())) == 20
