from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest

from palanca.records import Document, Origin, PalancaError, Time
from palanca.sources import Limits, SourceOptions, read_sources
from tests.sources.making import document, documents, json_lines, read, reason, rejections, written

FULL = """id,title,text,date,url,outlet,language,author
lease,Dock,The lease.,2020-05-04,https://example.org/1,El Faro,en,Ana Ríos
"""


def test_row_becomes_a_document_with_all_that_its_columns_say(tmp_path: Path) -> None:
    path = written(tmp_path / "news.csv", FULL)
    found = document(path)
    assert found == Document(
        name="lease",
        text="The lease.",
        origin=Origin(path=path.as_posix(), bytes_sha256=found.origin.bytes_sha256, media_type="text/csv", row=2),
        title="Dock",
        published=Time.parse("2020-05-04"),
        url="https://example.org/1",
        outlet="El Faro",
        language="en",
        author="Ana Ríos",
    )


def test_row_is_hashed_by_its_cells_in_any_order(tmp_path: Path) -> None:
    one = document(written(tmp_path / "a.csv", "text,title\nWords,Dock\n"))
    two = document(json_lines(tmp_path / "b.jsonl", {"title": "Dock", "text": "Words"}))
    canonical = '{"text": "Words", "title": "Dock"}'
    assert one.origin.bytes_sha256 == two.origin.bytes_sha256 == sha256(canonical.encode()).hexdigest()


def test_rows_without_an_id_are_named_by_their_number(tmp_path: Path) -> None:
    found = read(written(tmp_path / "news.csv", 'text\nOne\n\n"Two, with\n\na break"\n'))
    assert [(d.name, d.text, d.origin.row) for d in documents(found)] == [
        ("news-0", "One", 2),
        ("news-1", "Two, with\n\na break", 4),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_are_found_out(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = f"title{delimiter}text\r\nUno{delimiter}Año, señor; \u00abbien\u00bb, dijo; nada\r\n"
    if delimiter in ",;":
        lines = lines.replace("Año", '"Año').replace("nada", 'nada"')
    found = document(written(tmp_path / "a.csv", lines.encode(encoding)))
    assert (found.title, found.text) == ("Uno", "Año, señor; «bien», dijo; nada")


def test_line_by_which_excel_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    assert document(written(tmp_path / "a.csv", "sep=;\ntext;title\nWords;Dock\n")).title == "Dock"


def test_spanish_table_is_read_with_its_own_column_names(tmp_path: Path) -> None:
    path = written(
        tmp_path / "notas.csv", "Título;Cuerpo;Fecha\nMuelle;El contrato.;04/05/2020\nGrúa;Dos.;2020-05-17\n"
    )
    options = SourceOptions(columns={"text": "cuerpo", "title": "Título", "date": "FECHA"}, language="es")
    found = list(documents(read(path, options=options)))
    assert [(d.title, d.text, d.published and str(d.published), d.language) for d in found] == [
        ("Muelle", "El contrato.", None, "es"),
        ("Grúa", "Dos.", "2020-05-17", "es"),
    ]


def test_table_without_text_names_its_columns_and_the_remedy(tmp_path: Path) -> None:
    assert reason(written(tmp_path / "a.csv", "id,body\n1,Words\n2,More\n")) == (
        "the table has no column named text; its columns are: id, body. Name the one with the text: --column text=NAME"
    )
    assert "its columns are: doc, body" in reason(json_lines(tmp_path / "a.jsonl", {"doc": "a"}, {"body": "b"}))


def test_table_without_rows_is_rejected(tmp_path: Path) -> None:
    assert "no rows" in reason(written(tmp_path / "a.csv", "id,text\n"))


def test_row_without_text_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = read(written(tmp_path / "a.csv", "id,text\n1,One\n2,\n3,  \n4,Four\n"))
    assert [d.text for d in documents(found)] == ["One", "Four"]
    assert [(r.origin.row, r.reason[:17]) for r in rejections(found)] == [
        (3, "row 3 has no text"),
        (4, "row 4 has no text"),
    ]


def test_row_with_an_unquoted_comma_is_rejected_rather_than_cut(tmp_path: Path) -> None:
    found = read(written(tmp_path / "a.csv", "id,text\n1,Said yes, then no\n2,Fine\n3,Fine too,,\n"))
    assert [d.text for d in documents(found)] == ["Fine", "Fine too"]
    assert ["row 2 has more cells" in r.reason for r in rejections(found)] == [True]


def test_quotation_mark_that_never_closes_costs_its_row_alone(tmp_path: Path) -> None:
    content = 'id,text\n1,Fine\n2,"Never closed\n' + "3,Words\n" * 2_000
    found = read(written(tmp_path / "a.csv", content), options=SourceOptions(limits=Limits(max_text_chars=10_000)))
    assert [d.text for d in documents(found)] == ["Fine", *["Words"] * 2_000]
    assert ["row 3 could not be read" in r.reason for r in rejections(found)] == [True]


def test_long_table_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w") as stream:
        stream.write("id,text\n")
        stream.writelines(f"{n},Words of row {n}\n" for n in range(200_000))
        stream.write("end\x00" * 100)
    head = list(islice(read_sources([path]), 3))
    assert [d.text for d in documents(head)] == ["Words of row 0", "Words of row 1", "Words of row 2"]


def test_long_texts_fit_into_a_cell(tmp_path: Path) -> None:
    assert len(document(written(tmp_path / "a.csv", f"text\n{'word ' * 60_000}\n")).text) == 300_000


def test_broken_json_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = '{"text": "One"}\n\n{"text": "Tw\n[1, 2]\n{"text": 7}\n' + "[" * 100_000 + '\n{"text": "Six \\ud800"}\n'
    found = read(written(tmp_path / "a.jsonl", lines))
    assert [(d.name, d.text) for d in documents(found)] == [("a-0", "One"), ("a-5", "Six ")]
    assert [(r.origin.row, r.reason[:28]) for r in rejections(found)] == [
        (3, "line 3 is not valid JSON (Un"),
        (4, "line 4 is not a JSON object:"),
        (5, "row 5 has something else tha"),
        (6, "line 6 is not valid JSON (ma"),
    ]


def test_json_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "One"}\n{"text": "' + "x" * 5_000 + '"}\n{"text": "Three"}\n')
    found = read(path, options=SourceOptions(limits=Limits(max_text_chars=100)))
    assert [d.text for d in documents(found)] == ["One", "Three"]
    assert [r.reason for r in rejections(found)] == ["line 2 is too long to be a document: split it"]


def test_json_values_are_read_loosely(tmp_path: Path) -> None:
    path = json_lines(
        tmp_path / "a.jsonl", {"text": "Words", "id": 7, "author": ["Ana", "Bo"], "language": "Spanish", "date": 2020}
    )
    found = document(path)
    assert (found.name, found.author, found.language, str(found.published)) == ("7", "Ana, Bo", "es", "2020")


def test_unknown_column_is_refused_at_once() -> None:
    with pytest.raises(PalancaError, match="no column 'body'; use one of text, id"):
        SourceOptions(columns={"body": "text"})


def test_binary_table_is_refused(tmp_path: Path) -> None:
    assert "binary content" in reason(written(tmp_path / "a.csv", b"text\n" + bytes(3_000)))
