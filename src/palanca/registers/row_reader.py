"""From a row to its statements, by what the mapping says: the words of a row are its cells, and nothing else is read.

A case keeps the mapping with the register and the cells in the text of the row's document, so that it can be read anew
without the table.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import batched

from palanca.reading.late import TextReader
from palanca.records import Document, Failure, Mention, Reading, Register, Statement
from palanca.records.ids import content_hash
from palanca.registers.mapping import RegisterMapping
from palanca.registers.mapping_loading import parse_mapping
from palanca.registers.row_statements import read_row
from palanca.registers.row_things import RowReading

_VERSION = 2
_BATCH = 128


class RowReader:
    """Reads the rows of one register. Prose in them is read by `reader`, when the mapping asks for it."""

    def __init__(self, register: Register, reader: TextReader) -> None:
        """Raises InvalidMapping when the register's mapping is not one that this version reads."""
        self.register = register
        self.mapping: RegisterMapping = parse_mapping(register.mapping, place=f"the mapping of {register.name}")
        self._reader = reader

    @cached_property
    def version(self) -> str:
        """Changes whenever the engine or the mapping does, and with prose whenever a reader does."""
        from palanca.lexicon.digest import lexicon_digest

        prose = self._reader.version if self.mapping.prose else lexicon_digest()
        return content_hash("registers", _VERSION, self.register.mapping, prose)

    def read_all(self, documents: Iterable[Document], *, prose: bool = True) -> Iterator[Reading | Failure]:
        """Read a stream of rows, in order; one that breaks the engine gives a Failure.

        Without `prose` the cells alone are read, which is quick: what has prose that may tell more is marked so.
        """
        for batch in batched(documents, _BATCH):
            yield from self._read_batch(batch, prose=prose)

    def _read_batch(self, batch: Sequence[Document], *, prose: bool) -> Iterator[Reading | Failure]:
        rows = [self._row(document) for document in batch]
        if self.mapping.prose:
            read = self._read_prose if prose else self._leave_prose
            read([row for row in rows if isinstance(row, RowReading)])
        for row in rows:
            yield row if isinstance(row, Failure) else self._reading(row)

    def _row(self, document: Document) -> RowReading | Failure:
        try:
            return read_row(document, self.mapping)
        except Exception as error:  # the stage runner: one row must not end the run
            return Failure(document=document, reason=f"{type(error).__name__}: {error}")

    def _read_prose(self, rows: Sequence[RowReading]) -> None:
        from palanca.registers.prose import read_prose

        stretches = [(row, prose) for row in rows for prose in row.prose]
        for (row, _), parts in zip(stretches, read_prose([prose for _, prose in stretches], self._reader), strict=True):
            row.add(parts)

    def _leave_prose(self, rows: Sequence[RowReading]) -> None:
        """Each cell stands as one sentence meanwhile, so that its words are found."""
        from palanca.registers.prose import tells

        for row in rows:
            row.sentences.extend(prose.span for prose in row.prose)
            row.prose_unread = any(map(tells, row.prose))

    def _reading(self, row: RowReading) -> Reading:
        return Reading(
            document=row.document,
            version=self.version,
            entities=tuple(row.entities.values()),
            mentions=tuple(sorted(row.mentions.values(), key=_place)),
            sentences=tuple(sorted(row.sentences)),
            statements=tuple(sorted(_each_once(row.statements), key=_order)),
            prose_unread=row.prose_unread,
        )


def _each_once(statements: Sequence[Statement]) -> Iterable[Statement]:
    """Without those that are the same; to compare whole statements takes longer than to see that they stand apart."""
    return statements if len(set(map(_order, statements))) == len(statements) else dict.fromkeys(statements)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _order(statement: Statement) -> tuple[int, int, str]:
    return statement.span.start, statement.span.end, statement.kind.value
