"""Makes the files that the tests of this room read: every kind, in good order and broken."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import docx
import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from palanca.records import Document, Rejection
from palanca.sources import SourceOptions, read_sources

STORY = (
    "The harbour authority of Valparaíso signed a lease with a shipping firm on Monday. Its director said that the "
    "firm would pay for two new cranes. The union of dock workers rejected the lease and asked the court to stop it."
)
"""A text of our own, long enough for a web page to count as an article."""


def read(*paths: Path, options: SourceOptions | None = None) -> list[Document | Rejection]:
    return list(read_sources(paths, options or SourceOptions()))


def document(*paths: Path, options: SourceOptions | None = None) -> Document:
    """The only thing that is read from the paths."""
    [found] = read(*paths, options=options)
    assert isinstance(found, Document), found.reason
    return found


def reason(*paths: Path, options: SourceOptions | None = None) -> str:
    """Why the only thing in the paths is rejected."""
    [found] = read(*paths, options=options)
    assert isinstance(found, Rejection), found.text
    return found.reason


def documents(found: Iterable[Document | Rejection]) -> Iterator[Document]:
    return (each for each in found if isinstance(each, Document))


def rejections(found: Iterable[Document | Rejection]) -> Iterator[Rejection]:
    return (each for each in found if isinstance(each, Rejection))


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def json_lines(path: Path, *lines: object) -> Path:
    return written(path, "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines))


def archive(path: Path, members: Mapping[str, str | bytes]) -> Path:
    return written(path, packed(members))


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packing:
        for name, content in members.items():
            packing.writestr(name, content)
    return buffer.getvalue()


def pdf(path: Path, pages: Sequence[Sequence[str]], password: str | None = None, **said: str) -> Path:
    """A PDF with one printed line for each string; an empty string leaves a line free. An empty page is a picture."""
    canvas = Canvas(str(path), encrypt=StandardEncryption(password) if password else None)
    canvas.setTitle(said.get("title", ""))
    canvas.setAuthor(said.get("author", ""))
    for lines in pages:
        if not lines:
            canvas.drawInlineImage(_picture(), 72, 300, 300, 300)
        for number, line in enumerate(lines):
            canvas.drawString(72, 720 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def _picture() -> object:
    from PIL import Image

    return Image.new("RGB", (8, 8), "grey")


def word(path: Path, *paragraphs: str, **core: object) -> Path:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    for name, value in core.items():
        setattr(made.core_properties, name, value)
    made.save(str(path))
    return path


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    made = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def repacked(path: Path, changed: Mapping[str, str | bytes]) -> Path:
    """The ZIP at `path` with some members replaced."""
    with zipfile.ZipFile(path) as archive_:
        members = {name: archive_.read(name) for name in archive_.namelist()}
    return written(path, packed({**members, **changed}))
