"""XML as a table: every element at a given path is a row. It is streamed; document types and entities are refused."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from palanca.records.errors import UnreadableInput
from palanca.sources.files import SourceFile
from palanca.sources.kinds import FileKind
from palanca.sources.options import SourceOptions
from palanca.sources.rows import Row, Table

_PEEKED_ROWS = 100
_BYTES_FACTOR = 16  # bytes of XML for a character of text, at the most
_BETWEEN_VALUES = "; "


def xml_table(file: SourceFile, options: SourceOptions) -> Iterator[Table]:
    """The one table of an XML file. `options.rows` is the path of the elements that are rows: "visits/visit".

    Their columns are the paths of what they hold: `host/name` for a child's child, `@id` for an attribute. An element
    that stands several times in a row gives its values behind one another, with a semicolon between. Name spaces are
    left out. Raises UnreadableInput when no path is given and for XML that is broken or declares entities.
    """
    if not options.rows:
        raise UnreadableInput("XML is read as a table: give a mapping that says under rows which elements are its rows")
    path = tuple(part for part in options.rows.split("/") if part)
    with file.open() as stream:
        rows = _rows(_Metered(stream, _BYTES_FACTOR * options.limits.max_text_chars), path)
        peeked = list(islice(rows, _PEEKED_ROWS))
        if not peeked:
            raise UnreadableInput(f"the file has no element at {options.rows}: mend the path under rows in the mapping")
        columns = tuple(dict.fromkeys(name for row in peeked for name in row.cells))
        yield Table(file=file, media_type=FileKind.XML.value, columns=columns, rows=chain(peeked, rows))


class _Metered:
    """A stream that refuses to give more than so many bytes between two rows."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self._stream, self._limit, self._given = stream, limit, 0

    def read(self, size: int = -1) -> bytes:
        """As a stream's. Raises UnreadableInput past the limit."""
        found = self._stream.read(size)
        self._given += len(found)
        if self._given > self._limit:
            raise UnreadableInput("one element is too large to be a row: mend the path under rows in the mapping")
        return found

    def restart(self) -> None:
        """Count anew: a row has ended."""
        self._given = 0


def _rows(stream: _Metered, path: tuple[str, ...]) -> Iterator[Row]:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    above: list[Element] = []
    number = 0
    try:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                above.append(element)
                continue
            names = tuple(_local(one.tag) for one in above)
            above.pop()
            if names[-len(path) :] == path:
                yield Row(number=number, line=number + 1, cells=_cells(element))
                number += 1
                stream.restart()
            if not _within(names[:-1], path) and above:
                above[-1].remove(element)
    except DefusedXmlException:
        raise UnreadableInput("the XML declares a document type or entities: save it without them") from None
    except ParseError as problem:
        reason = f"row {number + 1} and all that follow could not be read ({problem}): the XML is broken there"
        yield Row(number=number, line=number + 1, cells={}, problem=reason)


def _within(names: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Whether an element with these above it stands inside a row, which still needs it."""
    size = len(path)
    return any(names[end - size : end] == path for end in range(size, len(names) + 1))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _cells(row: Element) -> dict[str, object]:
    cells: dict[str, list[str]] = {}
    for name, value in _values(row, ""):
        cells.setdefault(name, []).append(value)
    return {name: _BETWEEN_VALUES.join(filter(None, values)) for name, values in cells.items()}


def _values(element: Element, path: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        yield f"{path}/@{_local(name)}".lstrip("/"), value.strip()
    text = (element.text or "").strip()
    if path and (text or not len(element)):
        yield path, text
    for child in element:
        yield from _values(child, f"{path}/{_local(child.tag)}".lstrip("/"))
