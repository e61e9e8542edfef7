import io
import zipfile
from pathlib import Path

import pytest

from palanca.records import Time
from palanca.sources import Limits, SourceOptions
from tests.sources.making import (
    STORY,
    archive,
    document,
    documents,
    packed,
    read,
    reason,
    rejections,
    workbook,
    written,
)


def test_members_of_every_kind_are_read_in_sorted_order(tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "sheet.xlsx", {"A": [["text"], ["Cell"]]}).read_bytes()
    inner = packed({"deep.txt": "Deep"})
    path = archive(
        tmp_path / "pack.zip",
        {"b/two.txt": "Two", "a.csv": "text\nRow\n", "c.xlsx": sheet, "d.zip": inner, "e.html": f"<p>{STORY}</p>"},
    )
    assert [(d.name, d.text, d.origin.place.removeprefix(f"{tmp_path}/")) for d in documents(read(path))] == [
        ("a-0", "Row", "pack.zip!a.csv, row 2"),
        ("two", "Two", "pack.zip!b/two.txt"),
        ("c-0", "Cell", "pack.zip!c.xlsx, row 2"),
        ("deep", "Deep", "pack.zip!d.zip!deep.txt"),
        ("e", STORY, "pack.zip!e.html"),
    ]


def test_index_in_an_archive_speaks_of_its_members(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.zip", {"a/lease.txt": "Words", "z/index.jsonl": '{"doc": "lease", "published": "2020-05"}\n'}
    )
    assert document(path).published == Time.parse("2020-05")


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "..\\out.txt", "a/../../out.txt", "C:\\out.txt", "C:/out.txt"]
)
def test_member_that_leads_out_of_the_archive_is_rejected(tmp_path: Path, name: str) -> None:
    found = read(archive(tmp_path / "a.zip", {name: "Evil", "good.txt": "Good"}))
    assert [d.text for d in documents(found)] == ["Good"]
    assert ["leads out of the archive" in r.reason for r in rejections(found)] == [True]


def test_link_in_an_archive_is_rejected(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packing:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        packing.writestr(link, "/etc/passwd")
    assert "is a link" in reason(tmp_path / "a.zip")


def test_locked_member_is_rejected(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": "Secret"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in reason(written(tmp_path / "a.zip", bytes(content)))


def test_bomb_is_left_packed_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(archive(tmp_path / "a.zip", {"bomb.txt": bytes(30 << 20), "good.txt": "Good"}))
    assert [d.text for d in documents(found)] == ["Good"]
    assert ["as archive bombs do" in r.reason for r in rejections(found)] == [True]


def test_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    content = packed({"bomb.txt": b"a" * (30 << 20)})
    lying = content.replace((30 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != content
    assert "cannot be unpacked" in reason(written(tmp_path / "a.zip", lying))


def test_nested_archives_share_one_allowance(tmp_path: Path) -> None:
    inner = {f"{n}.zip": packed({f"{n}.txt": "words " * 1_000}) for n in range(4)}
    options = SourceOptions(limits=Limits(max_archive_bytes=15_000))
    found = read(archive(tmp_path / "a.zip", inner), options=options)
    assert [d.name for d in documents(found)] == ["0", "1"]
    assert {"unpacks to more than 15,000 bytes" in r.reason for r in rejections(found)} == {True}


def test_archives_are_opened_to_a_limited_depth(tmp_path: Path) -> None:
    content = packed({"a.txt": "Words"})
    for _ in range(4):
        content = packed({"a.zip": content})
    assert "nested more than 3 deep" in reason(written(tmp_path / "a.zip", content))


def test_archive_of_too_many_files_is_rejected(tmp_path: Path) -> None:
    options = SourceOptions(limits=Limits(max_archive_members=2))
    assert "holds 3 files" in reason(archive(tmp_path / "a.zip", {f"{n}.txt": "x" for n in range(3)}), options=options)


def test_damaged_member_does_not_stop_the_run(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packing:
        packing.writestr("a.txt", "First words")
        packing.writestr("b.txt", "Other words")
    found = read(written(tmp_path / "a.zip", buffer.getvalue().replace(b"First", b"Worst")))
    assert [d.text for d in documents(found)] == ["Other words"]
    assert ["cannot be unpacked" in r.reason for r in rejections(found)] == [True]


def test_archive_that_is_cut_short_is_rejected(tmp_path: Path) -> None:
    assert "damaged or cut short" in reason(written(tmp_path / "a.zip", packed({"a.txt": STORY})[:-30]))


def test_what_file_managers_leave_in_archives_is_passed_over(tmp_path: Path) -> None:
    litter: dict[str, str | bytes] = {
        "__MACOSX/._a.txt": b"\0\1",
        "b/.DS_Store": b"\0",
        "b/Thumbs.db": b"\0",
        "a.txt": "Words",
    }
    assert document(archive(tmp_path / "a.zip", litter)).text == "Words"


def test_empty_archive_is_rejected(tmp_path: Path) -> None:
    assert "holds no files" in reason(archive(tmp_path / "a.zip", {}))
