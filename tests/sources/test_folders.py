import os
from pathlib import Path

import pytest

from palanca.records import Document, Rejection, Time
from palanca.sources import count_files, read_sources
from tests.sources.making import archive, document, documents, json_lines, pdf, read, reason, rejections, written


def test_folder_is_read_in_sorted_order_under_the_name_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.md", ".hidden/x.txt", ".x.txt", "Thumbs.db", "a/.DS_Store", "~$note.docx"):
        written(tmp_path / "news" / name, name)
    monkeypatch.chdir(tmp_path)
    assert [(d.name, d.origin.path) for d in documents(read(Path("news")))] == [
        ("c", "news/a/c.md"),
        ("z", "news/a/z.txt"),
        ("b", "news/b.txt"),
    ]
    assert list(rejections(read(Path("news")))) == []


def test_file_of_another_kind_is_rejected_with_what_can_be_read(tmp_path: Path) -> None:
    written(tmp_path / "song.mp3", b"ID3")
    written(tmp_path / "README", "words")
    assert [r.reason.partition(":")[0] for r in rejections(read(tmp_path))] == [
        "a file without an ending is not a kind of file that Palanca reads",
        ".mp3 is not a kind of file that Palanca reads",
    ]


def test_index_speaks_of_files_beside_and_below_it(tmp_path: Path) -> None:
    json_lines(
        tmp_path / "index.jsonl",
        {
            "doc": "a",
            "title": "Dock",
            "published": "2020-05",
            "outlet": "El Faro",
            "language": "en",
            "url": "https://example.org",
        },
        {"doc": "b.txt", "author": "Ana Ríos"},
        {"doc": "gone", "title": "Not here"},
    )
    written(tmp_path / "a.txt", "---\ntitle: Own title\nauthor: Bo Wu\n---\nWords")
    written(tmp_path / "below" / "b.txt", "More")
    found = list(documents(read(tmp_path)))
    assert [(d.name, d.title, d.published, d.outlet, d.author) for d in found] == [
        ("a", "Dock", Time.parse("2020-05"), "El Faro", "Bo Wu"),
        ("b", None, None, None, "Ana Ríos"),
    ]


def test_index_speaks_of_files_that_are_named_one_by_one(tmp_path: Path) -> None:
    index = json_lines(tmp_path / "index.jsonl", {"doc": "a", "title": "Dock"})
    text = written(tmp_path / "a.txt", "Words")
    assert document(text).title == document(text, index).title == "Dock"


def test_broken_line_of_an_index_is_reported(tmp_path: Path) -> None:
    written(tmp_path / "index.jsonl", '{"doc": "a", "title": "Dock"}\n{"doc"\n{"title": "Whose?"}\n')
    written(tmp_path / "a.txt", "Words")
    found = read(tmp_path)
    assert [d.title for d in documents(found)] == ["Dock"]
    assert [(r.origin.row, r.reason[:15]) for r in rejections(found)] == [
        (2, "line 2 is not v"),
        (3, "line 3 of the i"),
    ]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "secret" / "s.txt", "Secret")
    written(tmp_path / "news" / "a.txt", "Words")
    (tmp_path / "news" / "out.txt").symlink_to(tmp_path / "secret" / "s.txt")
    (tmp_path / "news" / "away").symlink_to(tmp_path / "secret")
    (tmp_path / "news" / "loop").symlink_to(tmp_path / "news")
    assert document(tmp_path / "news").text == "Words"


def test_link_in_a_circle_is_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", "Words")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    found = read(tmp_path)
    assert [d.name for d in documents(found)] == ["a"]
    assert [(r.origin.place, "cannot be opened" in r.reason) for r in rejections(found)] == [
        ((tmp_path / "circle.txt").as_posix(), True)
    ]


@pytest.mark.parametrize("given", [".", "a.txt"])
def test_index_that_is_a_link_says_nothing(tmp_path: Path, given: str) -> None:
    outside = json_lines(tmp_path / "secret" / "list.jsonl", {"doc": "a", "title": "Secret"})
    written(tmp_path / "news" / "a.txt", "Words")
    (tmp_path / "news" / "index.jsonl").symlink_to(outside)
    assert document(tmp_path / "news" / given).title is None


def test_name_that_is_not_utf_8_is_read_as_windows_1252(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"informe a\xf1o.txt")).write_text("Words", encoding="utf-8")
    (tmp_path / os.fsdecode(b"caf\xe9.mp3")).write_bytes(b"ID3")
    found = read(tmp_path)
    assert [(d.name, d.origin.path) for d in documents(found)] == [
        ("informe año", f"{tmp_path.as_posix()}/informe año.txt")
    ]
    assert [r.origin.path for r in rejections(found)] == [f"{tmp_path.as_posix()}/café.mp3"]


def test_missing_path_is_a_rejection(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "gone.txt")
    assert "File name too long" in reason(tmp_path / ("x" * 5_000))


def test_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in reason(tmp_path / "pipe.txt")


def test_empty_folder_is_a_rejection(tmp_path: Path) -> None:
    assert "holds no files" in reason(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"%PDF-1.7\n", "holds a PDF: rename it to .pdf"),
        ("a.txt", b"<!DOCTYPE html><html></html>", "holds a web page: rename it to .html"),
        ("a.docx", b"Only words", "does not hold a Word document"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "holds a picture"),
        ("a.zip", b"Rar!\x1a\x07", "holds a RAR archive"),
        ("a.pdf", b"", "is empty"),
    ],
)
def test_name_that_misleads_is_rejected_with_the_right_one(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    assert expected in reason(written(tmp_path / name, content))


def test_fault_in_a_reader_is_a_rejection_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_: object) -> tuple[object, str]:
        raise KeyError("bug")

    paths = [written(tmp_path / "a.txt", "Words"), pdf(tmp_path / "b.pdf", [["Words"]])]
    monkeypatch.setattr("palanca.sources.plain.split_front_matter", faulty)
    first, second = read_sources(paths)
    assert isinstance(first, Rejection)
    assert "could not be read (KeyError: 'bug')" in first.reason
    assert isinstance(second, Document)


def test_interruption_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> tuple[object, str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("palanca.sources.plain.split_front_matter", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read(written(tmp_path / "a.txt", "Words"))


def test_files_are_counted_without_being_read(tmp_path: Path) -> None:
    written(tmp_path / "a" / "a.txt", "Words")
    archive(tmp_path / "a" / "b.zip", {"c.txt": "x", "d.txt": "y"})
    json_lines(tmp_path / "a" / "index.jsonl", {"doc": "a"})
    assert count_files([tmp_path / "a", tmp_path / "gone.txt"]) == 3


def test_importing_the_room_loads_no_heavy_library() -> None:
    import subprocess
    import sys

    heavy = "{'trafilatura', 'lxml', 'docx', 'openpyxl', 'pypdfium2', 'yaml', 'pycountry'}"
    script = f"import sys, palanca.sources; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_case_that_lies_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    for name in ("news.palanca", "news.palanca-wal", "news.palanca-shm", "news.palanca-unread"):
        (tmp_path / name).write_bytes(b"SQLite format 3\x00")
    (tmp_path / "news.txt").write_text("Ghana met Togo.", encoding="utf-8")
    assert [item.origin.path for item in read_sources([tmp_path])] == [str(tmp_path / "news.txt")]
