"""Gives each document to the reader of its kind: rows of registers to their mapping, the rest to readers of text."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

from palanca.reading.late import TextReader
from palanca.records import Document, Failure, Reading, Register
from palanca.records.errors import InvalidMapping
from palanca.registers.row_reader import RowReader


class Readers:
    """The readers of a case. Rows of a register that the case does not hold, or cannot read, give a Failure each."""

    def __init__(self, reader: TextReader, registers: Iterable[Register]) -> None:
        self.reader = reader
        self.registers: dict[str, Register] = {register.name: register for register in registers}
        self._row_readers: dict[str, RowReader | InvalidMapping] = {}

    def enter(self, register: Register) -> None:
        """Take in a register, or a new mapping of a known one."""
        if self.registers.get(register.name) != register:
            self.registers[register.name] = register
            self._row_readers.pop(register.name, None)

    @cached_property
    def _version(self) -> str:
        return self.reader.version

    def version_of(self, document: Document) -> str:
        """The version of the reader that would read this document."""
        if document.register is None:
            return self._version
        reader = self._of(document.register)
        return reader.version if isinstance(reader, RowReader) else ""

    def read_all(self, documents: Iterable[Document], *, prose: bool = True) -> Iterator[Reading | Failure]:
        """Read a stream of documents, in order; the rows of one register that stand together are read together.

        Without `prose` that in rows of registers is left unread.
        """
        for register, several in groupby(documents, key=lambda document: document.register):
            if register is None:
                yield from self.reader.read_all(several)
                continue
            reader = self._of(register)
            if isinstance(reader, RowReader):
                yield from reader.read_all(several, prose=prose)
            else:
                yield from (Failure(document=document, reason=str(reader)) for document in several)

    def _of(self, register: str) -> RowReader | InvalidMapping:
        if register not in self._row_readers:
            self._row_readers[register] = self._made(register)
        return self._row_readers[register]

    def _made(self, name: str) -> RowReader | InvalidMapping:
        if name not in self.registers:
            return InvalidMapping(f"the case does not hold the register {name}: read its table again with its mapping")
        try:
            return RowReader(self.registers[name], self.reader)
        except InvalidMapping as problem:
            return problem
