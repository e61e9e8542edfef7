from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from tests.sources.making import document, read, reason, repacked, word, written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    f"]><w:document {W}><w:body><w:p><w:r><w:t>&b;&b;&b;</w:t></w:r></w:p></w:body></w:document>"
)


def test_headings_lists_and_tables_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Lease of the dock", 1)
    made.add_paragraph("The union rejected it.")
    table = made.add_table(2, 2)
    for row, cells in enumerate([("Crane", "2"), ("Berth", "9")]):
        table.cell(row, 0).text, table.cell(row, 1).text = cells
    made.add_paragraph("Wages", style="List Bullet")
    made.add_paragraph("")
    made.save(str(tmp_path / "a.docx"))
    assert document(tmp_path / "a.docx").text == (
        "Lease of the dock\n\nThe union rejected it.\n\nCrane\t2\n\nBerth\t9\n\nWages"
    )


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> minister</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>signed.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    path = repacked(
        word(tmp_path / "a.docx"), {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    )
    assert document(path).text == "The new minister\n\nsigned."


def test_word_properties_are_kept_but_the_making_of_the_file_is_no_publication(tmp_path: Path) -> None:
    path = word(
        tmp_path / "a.docx",
        "Text.",
        title="Lease",
        author="Ana Ríos",
        language="es-CL",
        created=datetime(2020, 1, 1, tzinfo=UTC),
    )
    found = document(path)
    assert (found.title, found.author, found.language, found.published) == ("Lease", "Ana Ríos", "es-CL", None)


def test_properties_left_by_programs_say_nothing(tmp_path: Path) -> None:
    found = document(word(tmp_path / "a.docx", "Text."))
    assert (found.title, found.author) == (None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_word_file_that_defines_entities_is_refused(tmp_path: Path, encoding: str) -> None:
    path = repacked(word(tmp_path / "a.docx"), {"word/document.xml": LAUGHS.encode(encoding)})
    assert "entities" in reason(path)


@pytest.mark.parametrize("hiding", ["<!-- <w:document> -->", "<?note <w:document> ?>", f"<!-- {'x' * 70_000} -->"])
def test_entities_behind_a_comment_are_found(tmp_path: Path, hiding: str) -> None:
    hidden = LAUGHS.replace("?><!", f"?>{hiding}<!", 1)
    assert "defines XML entities" in reason(repacked(word(tmp_path / "a.docx"), {"word/document.xml": hidden}))


def test_comment_above_a_document_does_no_harm(tmp_path: Path) -> None:
    written_as = f'<?xml version="1.0"?>\n<!-- <made> by hand -->\n<w:document {W}><w:body/></w:document>'
    assert "no text" in reason(repacked(word(tmp_path / "a.docx"), {"word/document.xml": written_as}))


def test_word_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = repacked(word(tmp_path / "a.docx"), {"word/document.xml": b" " * (40 << 20)})
    assert "archive bomb" in reason(path)


def test_old_or_locked_word_file_asks_for_another_form(tmp_path: Path) -> None:
    assert "save it as .docx" in reason(written(tmp_path / "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))


def test_damaged_word_file_does_not_stop_the_run(tmp_path: Path) -> None:
    whole = word(tmp_path / "whole.docx", "Text.").read_bytes()
    cut = written(tmp_path / "cut.docx", whole[: len(whole) // 2])
    broken = repacked(word(tmp_path / "broken.docx"), {"word/document.xml": "<w:document"})
    found = read(cut, broken, tmp_path / "whole.docx")
    assert [getattr(each, "reason", "read")[:30] for each in found] == [
        "the file is damaged or cut sho",
        "the Word document is damaged (",
        "read",
    ]
