from palanca.records import Document, Origin, cells_of, row_text


def cells(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    origin = Origin(path="votes.csv", bytes_sha256="00", media_type="text/csv", row=0)
    document = Document(name="votes-0", text=row_text("votes", pairs), origin=origin, register="votes")
    return [(cell.column, cell.span.of(document.text)) for cell in cells_of(document)]


def test_cells_come_back_with_their_columns() -> None:
    assert cells(("country", "Peru"), ("vote", "yes")) == [("country", "Peru"), ("vote", "yes")]


def test_empty_cell_is_left_out() -> None:
    assert cells(("country", "Peru"), ("vote", "  ")) == [("country", "Peru")]


def test_breaks_within_a_value_become_spaces() -> None:
    assert cells(("reason", "Talks\non trade\r\nand fish")) == [("reason", "Talks on trade and fish")]


def test_colon_in_a_column_or_a_value_does_not_part_them_wrongly() -> None:
    assert cells(("time: in", "at: noon")) == [("time in", "at: noon")]


def test_document_that_is_no_row_has_no_cells() -> None:
    origin = Origin(path="a.txt", bytes_sha256="00", media_type="text/plain")
    assert cells_of(Document(name="a", text="x\ncountry: Peru", origin=origin)) == ()
