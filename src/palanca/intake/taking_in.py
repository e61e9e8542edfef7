"""Taking documents into a case: what is new is read, what is known is not, and all that happens is counted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from palanca.intake.reading_processes import ROWS_IN_BATCH, TEXTS_IN_BATCH, Packed, Result, Unread, Way, read_unread
from palanca.intake.waiting_rows import WaitingRows
from palanca.reading.language import Languages
from palanca.reading.late import LateReader
from palanca.records import Document, Failure, Reading, Register, Rejection
from palanca.registers.readers import Readers
from palanca.registers.rows import Remark, RemarkKind, RowRead, TableEnd
from palanca.registers.tallies import Tallies
from palanca.sources import SourceOptions
from palanca.store import Case, Outcome

if TYPE_CHECKING:
    from palanca.store.reading_rows import ReadingRows

_ROWS_IN_TRANSACTION = 16_384  # of rows that are compared with what stands
_WORDS_IN_TRANSACTION = 4_096  # of texts: a second's reading, which is all that a run loses when it is killed
_REJECTIONS_AT_ONCE = 1_024  # they wait for a merge that goes on
_WARNINGS_KEPT = 1_000


@dataclass(slots=True, kw_only=True)
class Summary:
    """What became of the inputs of one run.

    `outcomes` counts documents, `words` those that were read, `seconds` the whole run. `skipped` are documents that are
    kept unread: their names, each with the reason. `remarks` counts the rows of tables about which there is something
    to know; the first of the warnings are kept in `warnings`. `tallies` counts rejections and warnings by what is
    wrong. `dropped` are the rows that their table no longer has. `prose_read` counts the rows of which the prose was
    read behind their cells, and `prose_unread` those of the case of which it was not.
    """

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    rejections: list[Rejection] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    remarks: dict[RemarkKind, int] = field(default_factory=lambda: dict.fromkeys(RemarkKind, 0))
    warnings: list[Remark] = field(default_factory=list)
    tallies: Tallies = field(default_factory=Tallies)
    dropped: int = 0
    prose_read: int = 0
    prose_unread: int = 0
    words: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. `progress` is called with each document's or rejection's name once it is dealt with.

    `mapping` is the name of a mapping that comes with Palanca, or the path of one: tables are read by it. `processes`
    read at a time; their number changes nothing in what is read. `clock` gives moments with their zone. Without `prose`
    that in rows of registers is left for another run; `prose_progress` is called with how many rows of how many have
    theirs read.
    """

    sources: SourceOptions = field(default_factory=SourceOptions)
    mapping: Path | str | None = None
    languages: Languages = field(default_factory=Languages)
    processes: int = 1
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    progress: Callable[[str], None] = lambda _name: None
    prose: bool = True
    prose_progress: Callable[[int, int], None] = lambda _done, _of: None


def broken(failure: Failure) -> Rejection:
    """What to say of a document that broke a reader."""
    reason = f"a reader broke on it ({failure.reason}): please report this with the text"
    return Rejection(origin=failure.document.origin, reason=reason)


def take_in(case: Case, inputs: Iterable[RowRead], options: ReadOptions) -> Summary:
    """Read all inputs into an open case, rows by their cells. What they tell together is left to be settled."""
    readers = Readers(LateReader(languages=options.languages), case.registers())
    with WaitingRows(case, options.clock) as rows:
        intake = _Intake(case=case, options=options, readers=readers, new_rows=rows)
        intake.read(inputs)
        intake.summary.prose_unread = sum(case.unread_prose().values())
        return intake.summary


@dataclass(slots=True, kw_only=True)
class _Intake:
    """One run of reading: new rows of registers go by `new_rows`, all else is put, many at a time."""

    case: Case
    options: ReadOptions
    readers: Readers
    new_rows: WaitingRows
    summary: Summary = field(default_factory=Summary)
    _to_put: "list[ReadingRows]" = field(default_factory=list)
    _words_to_put: int = 0
    _refused: list[Rejection] = field(default_factory=list)
    _ended: list[tuple[str, TableEnd]] = field(default_factory=list)

    def read(self, inputs: Iterable[RowRead]) -> None:
        """Read all inputs into the case."""
        for result in read_unread(self._unread(inputs), self.readers, self.options.processes):
            self._keep(result)
        self._flush()
        for register, end in self._ended:
            self.summary.dropped += self.case.drop_rows(register, file=end.file, member=end.member, kept=end.names)

    def _unread(self, inputs: Iterable[RowRead]) -> Iterator[Unread]:
        """The documents that have to be read; all else is dealt with at once."""
        register, waiting = "", list[Document]()
        for item in inputs:
            match item:
                case Rejection():
                    self._refuse(item)
                case Remark():
                    self._tell(item)
                case TableEnd():
                    self._ended.append((register, item))
                case Register():
                    register = item.name
                    self._enter(item)
                case Document():
                    register = item.register or register
                    waiting.append(item)
                    if len(waiting) >= (ROWS_IN_BATCH if item.register else TEXTS_IN_BATCH):
                        yield from self._to_read(waiting)
                        waiting.clear()
        yield from self._to_read(waiting)

    def _to_read(self, documents: Sequence[Document]) -> Iterator[Unread]:
        new = self.case.new_among(documents)
        for document in documents:
            if document.name in new:
                yield Unread(document, self._new_way(document))
            elif self.case.knows(document, self.readers.version_of(document)):
                self._count(Outcome.UNCHANGED, document.name)
            else:
                self.new_rows.claim(document)
                yield Unread(self.case.completed(document), self._way_again(document))

    def _new_way(self, document: Document) -> Way:
        is_alone = self.new_rows.claim(document)
        if document.register is None:
            return Way.WHOLE
        return Way.NEW_CELLS if is_alone else Way.CELLS

    def _way_again(self, document: Document) -> Way:
        """A row of which the prose was read is read whole again, so that it loses nothing meanwhile."""
        is_whole = document.register is None or self.case.is_read_whole(document.id)
        return Way.WHOLE if is_whole else Way.CELLS

    def _keep(self, result: Result) -> None:
        match result:
            case Failure():
                self._refuse(broken(result))
            case Packed():
                self._keep_packed(result)
            case _:
                self._keep_rows(result)

    def _keep_rows(self, rows: "ReadingRows") -> None:
        words = len(rows.document.text.split())
        self._to_put.append(rows)
        if rows.document.register is None:
            self._words_to_put += words
        if self._words_to_put >= _WORDS_IN_TRANSACTION or len(self._to_put) >= _ROWS_IN_TRANSACTION:
            self._flush()
        self.summary.words += words
        if rows.skipped:
            self.summary.skipped.append((rows.document.name, rows.skipped))
        self.options.progress(rows.document.name)

    def _keep_packed(self, packed: Packed) -> None:
        self.new_rows.add(packed.image, len(packed.documents))
        self.summary.words += packed.words
        for name in packed.documents:
            self._count(Outcome.ADDED, name)
        for failure in packed.failures:
            self._refuse(broken(failure))

    def _flush(self) -> None:
        """Have all in the case that was read so far."""
        from palanca.store.reading_rows import rows_of

        known = self.new_rows.merge()  # by another program, since they were found to be new
        self.summary.outcomes[Outcome.ADDED] -= len(known)
        readings = self.readers.read_all(map(self.case.completed, known), prose=False)
        self._to_put += (rows_of(one) for one in readings if isinstance(one, Reading))
        for outcome in self.case.put_all(self._to_put, at=self.options.clock()) if self._to_put else ():
            self.summary.outcomes[outcome] += 1
        self._to_put.clear()
        self._words_to_put = 0
        self._write_refused()

    def _enter(self, register: Register) -> None:
        self.new_rows.pause()
        self.case.enter(register, at=self.options.clock())
        self.readers.enter(register)

    def _count(self, outcome: Outcome, name: str) -> None:
        self.summary.outcomes[outcome] += 1
        self.options.progress(name)

    def _refuse(self, rejection: Rejection) -> None:
        self._refused.append(rejection)
        if len(self._refused) >= _REJECTIONS_AT_ONCE:
            self._write_refused()
        self.summary.rejections.append(rejection)
        self.summary.tallies.add(rejection)
        self.options.progress(rejection.origin.place)

    def _write_refused(self) -> None:
        self.new_rows.pause()
        for rejection in self._refused:
            self.case.reject(rejection, at=self.options.clock())
        self._refused.clear()

    def _tell(self, remark: Remark) -> None:
        self.summary.remarks[remark.kind] += 1
        if remark.kind is RemarkKind.WARNED:
            self.summary.tallies.add(remark)
            if len(self.summary.warnings) < _WARNINGS_KEPT:
                self.summary.warnings.append(remark)
