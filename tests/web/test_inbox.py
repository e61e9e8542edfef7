"""The folder beside a case in which sent files wait."""

from collections.abc import Collection
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from palanca.records import Time
from palanca.sources import SourceOptions
from palanca.web.inbox import Inbox, Note, Reading, number_of, unread_of

_BEGUN = datetime(2025, 5, 7, 9, tzinfo=UTC)


def _note(folder: Path) -> Note:
    said = SourceOptions(outlet="Volta Post", published=Time.parse("2025-05"))
    return Note(reading=Reading(folder=folder, sources=said, mapping="votes"), begun=_BEGUN, state="waiting")


def test_what_a_server_left_undone_is_found_whole_by_the_next(tmp_path: Path) -> None:
    before = Inbox(tmp_path / "lome.palanca")
    note = _note(before.make())
    before.keep(note)
    assert list(Inbox(tmp_path / "lome.palanca").left()) == []  # the other server lives, and has it
    before.close()
    assert list(Inbox(tmp_path / "lome.palanca").left()) == [(1, note)]


def test_files_that_had_not_all_come_when_the_server_ended_are_removed(tmp_path: Path) -> None:
    before = Inbox(tmp_path / "lome.palanca")
    (before.make() / "letter.txt").write_text("To the minister", encoding="utf-8")
    before.close()
    assert list(Inbox(tmp_path / "lome.palanca").left()) == []
    assert list(tmp_path.iterdir()) == []


def test_folder_goes_with_the_last_job_and_no_number_is_given_twice(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "lome.palanca")
    one, two = inbox.make(), inbox.make()
    for folder in (one, two):
        inbox.drop(number_of(folder))
    assert list(tmp_path.iterdir()) == []
    assert [number_of(one), number_of(two), number_of(inbox.make())] == [1, 2, 3]


def test_folder_that_only_looks_like_an_inbox_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine" / "1").mkdir(parents=True)
    (tmp_path / "lome.palanca-unread").symlink_to(tmp_path / "mine")
    assert list(Inbox(tmp_path / "lome.palanca").left()) == []
    assert (tmp_path / "mine" / "1").is_dir()


def test_file_is_unread_until_the_case_knows_its_bytes_or_refused_its_place(tmp_path: Path) -> None:
    for name in ("a.txt", "news/b.txt", "news/c.txt", "scan.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")

    def known(marks: Collection[str]) -> set[str]:
        return {sha256(b"news/b.txt").hexdigest(), "scan.pdf"} & set(marks)

    assert unread_of(tmp_path, known) == ["a.txt", "news/c.txt"]
