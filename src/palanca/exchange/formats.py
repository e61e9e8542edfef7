"""The formats in which a case goes out: one table. What writes a format is loaded when it is used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from palanca.records import Kind
from palanca.records.errors import UnknownFormat

if TYPE_CHECKING:
    from palanca.exchange.outgoing import Outgoing

type TextWriter = Callable[[Outgoing], Iterator[str]]
"""Gives a text piece by piece."""

type FileWriter = Callable[[Outgoing, Path], None]
"""Writes a file or folder at a path where nothing stands yet."""

JOINING = (Kind.TIE, Kind.OFFICE, Kind.EVENT)
"""The kinds of claim that join two things."""

_OF_FOLLOWTHEMONEY = (*JOINING, Kind.INSTRUMENT, Kind.QUANTITY)

_FOLDER = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: by which endings it is told, what it is for in a few words, and where its writer is.

    The ending `/` stands for a folder. `writer` is `module:function` in this room: a TextWriter where `is_text`, else
    a FileWriter. `kinds` are the kinds of claim that it holds.
    """

    name: str
    endings: tuple[str, ...]
    says: str
    writer: str
    is_text: bool = True
    kinds: tuple[Kind, ...] = tuple(Kind)

    def text_writer(self) -> TextWriter:
        """The writer of a format that is text."""
        return cast("TextWriter", self._load())

    def file_writer(self) -> FileWriter:
        """The writer of a format that is not."""
        return cast("FileWriter", self._load())

    def _load(self) -> object:
        module, _, function = self.writer.partition(":")
        return getattr(import_module(f"palanca.exchange.{module}"), function)


FORMATS = (
    Format(name="csv", endings=(".zip", _FOLDER),
           says="every list as a CSV file, in a folder or an archive",
           writer="csv_lists:write", is_text=False),
    Format(name="xlsx", endings=(".xlsx",),
           says="every list as a sheet of one workbook",
           writer="workbook:write", is_text=False),
    Format(name="timelinejs", endings=(".timeline.json",),
           says="the events on a timeline of TimelineJS",
           writer="timelinejs:write", kinds=(Kind.EVENT,)),
    Format(name="plover", endings=(".plover.jsonl",),
           says="the events in PLOVER's categories, one a line of JSON",
           writer="plover_claims:write_lines", kinds=(Kind.EVENT,)),
    Format(name="plover-tsv", endings=(".plover.tsv", ".tsv"),
           says="the events in PLOVER's categories, as a table with columns like GDELT's",
           writer="plover_claims:write_table", kinds=(Kind.EVENT,)),
    Format(name="geojson", endings=(".geojson",),
           says="the events on a map",
           writer="geojson:write", kinds=(Kind.EVENT,)),
    Format(name="gexf", endings=(".gexf",),
           says="the network over time, for Gephi",
           writer="gexf:write", kinds=JOINING),
    Format(name="graphml", endings=(".graphml",),
           says="the network, for whatever reads graphs",
           writer="graphml:write", kinds=JOINING),
    Format(name="ftm", endings=(".ftm.json", ".ftm.ijson"),
           says="entities of FollowTheMoney, one JSON object a line",
           writer="ftm:write", kinds=_OF_FOLLOWTHEMONEY),
    Format(name="ftm-statements", endings=(".statements.csv",),
           says="statements of FollowTheMoney, each value with its source",
           writer="ftm_statements:write", kinds=_OF_FOLLOWTHEMONEY),
)  # fmt: skip


def format_named(name: str) -> Format:
    """Raises UnknownFormat, with the names that there are."""
    for one in FORMATS:
        if one.name == name.casefold():
            return one
    raise UnknownFormat(f"there is no format {name!r}: choose one of {', '.join(one.name for one in FORMATS)}")


def format_of(path: str) -> Format:
    """The format of files that end so, the longest ending first. Raises UnknownFormat, with all formats and endings."""
    folder = _FOLDER if Path(path).is_dir() and not path.endswith(_FOLDER) else ""
    told = [
        (len(ending), one) for one in FORMATS for ending in one.endings
        if f"{path}{folder}".casefold().endswith(ending)
    ]  # fmt: skip
    if not told:
        listed = "; ".join(f"{one.name} ({' or '.join(one.endings)})" for one in FORMATS)
        raise UnknownFormat(f"the ending of {path!r} tells no format: name one with --format, or use one of {listed}")
    return max(told, key=lambda pair: pair[0])[1]
