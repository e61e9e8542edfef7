"""Reading into a case: what is new is read, what is known is not, and a killed run goes on."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

import palanca
from palanca.intake import taking_in
from palanca.pipeline import ReadOptions
from palanca.reading.document import DocumentReader
from palanca.records import Document, Reading
from palanca.store import Outcome
from palanca.store.reading_rows import ReadingRows
from palanca.store.sqlite import SqliteCase
from tests.pipeline.killing import killed_while_writing

TEXTS = {
    "accra.txt": "Ghana's president, Akua Boadi, met the Indian ambassador in Accra on 3 May 2024.",
    "sucre.txt": "Bolivia sued Chile on 4 May 2024. Chile rejected the claim.",
    "hanoi.txt": "Vietnam expelled two Russian diplomats on Monday.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    return texts


def outcomes(summary: "palanca.Summary") -> dict[str, int]:
    return {str(outcome): count for outcome, count in summary.outcomes.items() if count}


def facts_of(case: Path) -> list[object]:
    with palanca.open_case(case) as opened:
        return list(palanca.facts(opened))


def test_second_run_reads_nothing_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "c.palanca"
    assert outcomes(palanca.read(case, [folder])) == {"added": 3}
    monkeypatch.setattr(DocumentReader, "_read_batch", lambda *_: pytest.fail("a known document was read again"))
    assert outcomes(palanca.read(case, [folder])) == {"unchanged": 3}


def test_changed_file_supersedes_its_older_text(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.palanca"
    palanca.read(case, [folder])
    (folder / "hanoi.txt").write_text("Vietnam expelled three Russian diplomats on Monday.", encoding="utf-8")
    assert outcomes(palanca.read(case, [folder])) == {"superseded": 1, "unchanged": 2}
    with palanca.open_case(case) as opened:
        assert "three" in opened.document("hanoi").text


def test_date_that_becomes_known_dates_what_it_anchors(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.palanca"
    palanca.read(case, [folder / "hanoi.txt"])
    later = ReadOptions(sources=palanca.SourceOptions(published=palanca.Time.parse("2024-05-08")))
    assert outcomes(palanca.read(case, [folder / "hanoi.txt"], later)) == {"reread": 1}
    with palanca.open_case(case) as opened:
        assert [row.cells[0] for row in palanca.events(opened)] == ["2024-05-06"]


def test_two_processes_read_what_one_reads(folder: Path, tmp_path: Path) -> None:
    palanca.read(tmp_path / "one.palanca", [folder])
    palanca.read(tmp_path / "two.palanca", [folder], ReadOptions(processes=2))
    assert facts_of(tmp_path / "one.palanca") == facts_of(tmp_path / "two.palanca")


def test_broken_reader_costs_one_document_and_is_reported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = DocumentReader._reading

    def breaking(self: DocumentReader, page: object) -> object:
        if page.document.name == "sucre":  # type: ignore[attr-defined]
            raise ZeroDivisionError("a defect")
        return whole(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(DocumentReader, "_reading", breaking)
    summary = palanca.read(tmp_path / "c.palanca", [folder])
    assert outcomes(summary) == {"added": 2}
    assert [(r.origin.place.endswith("sucre.txt"), "a defect" in r.reason) for r in summary.rejections] == [
        (True, True)
    ]


def test_clock_is_passed_in(folder: Path, tmp_path: Path) -> None:
    told: list[datetime] = []

    def clock() -> datetime:
        told.append(datetime(2024, 5, 9, tzinfo=UTC))
        return told[-1]

    palanca.read(tmp_path / "c.palanca", [folder], ReadOptions(clock=clock))
    assert told


@pytest.mark.parametrize(("words", "together"), [(1, [1, 1, 1]), (20, [2, 1]), (10_000, [3])])
def test_texts_are_written_together_up_to_so_many_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: int, together: list[int]
) -> None:
    written: list[int] = []
    put_all = SqliteCase.put_all

    def counted(self: SqliteCase, readings: Sequence[Reading | ReadingRows], *, at: datetime) -> list[Outcome]:
        written.append(len(readings))
        return put_all(self, readings, at=at)

    monkeypatch.setattr(SqliteCase, "put_all", counted)
    monkeypatch.setattr(taking_in, "_WORDS_IN_TRANSACTION", words)
    palanca.read(tmp_path / "c.palanca", [folder])
    assert written == together


def test_case_is_asked_about_many_texts_at_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    new_among = SqliteCase.new_among

    def counted(self: SqliteCase, documents: Sequence[Document]) -> set[str]:
        asked.append(len(documents))
        return new_among(self, documents)

    monkeypatch.setattr(SqliteCase, "new_among", counted)
    palanca.read(tmp_path / "c.palanca", [folder])
    assert asked == [len(TEXTS)]


@pytest.mark.slow
def test_killed_run_goes_on_without_loss_or_double(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(60):
        text = f"Minister Ana Ruiz of Chile met ambassador Juan Paz {number} times in Quito on 4 May 2024."
        (texts / f"d{number:02}.txt").write_text(text, encoding="utf-8")
    case = tmp_path / "killed.palanca"
    script = (
        "import palanca; from palanca.intake import taking_in; taking_in._WORDS_IN_TRANSACTION = 100;"
        f"palanca.read({str(case)!r}, [{str(texts)!r}])"
    )
    assert killed_while_writing(["-c", script], case) > 0  # the first of several transactions is written
    palanca.read(case, [texts])
    palanca.read(tmp_path / "whole.palanca", [texts])
    assert facts_of(case) == facts_of(tmp_path / "whole.palanca")
    assert outcomes(palanca.read(case, [texts])) == {str(Outcome.UNCHANGED): 60}
