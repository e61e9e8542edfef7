"""What the caller says about the sources, and how much Palanca reads before it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from palanca.records import PalancaError, Time
from palanca.sources.imprint import Imprint

COLUMNS = ("text", "id", "title", "date", "url", "outlet", "language", "author")

_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read before an input is refused.

    Sizes are in bytes, texts in code points. Tables of text (CSV, JSON lines) are streamed, so their limit is far
    above that of a file which has to be held whole. `max_text_chars` is what the language pipelines take at once.
    """

    max_file_bytes: int = 200 * _MIB
    max_page_bytes: int = 20 * _MIB
    max_table_bytes: int = 64 * 1024 * _MIB
    max_part_bytes: int = 64 * _MIB
    max_archive_members: int = 100_000
    max_archive_bytes: int = 4 * 1024 * _MIB
    max_ratio: int = 200
    max_depth: int = 3
    max_pages: int = 5_000
    max_text_chars: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """How tables name their columns, and what is true of every document that does not say otherwise.

    `columns` maps our names (`COLUMNS`) to those of the tables: `{"text": "body"}`. `expected` are the columns of
    tables that have others, and `rows` the path of the elements of XML that are rows, see `xml_table`.

    Raises PalancaError for a column that Palanca does not have.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    rows: str | None = None
    published: Time | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        for ours in self.columns:
            if ours not in COLUMNS:
                raise PalancaError(
                    f"--column {ours}=…: Palanca has no column {ours!r}; use one of {', '.join(COLUMNS)}"
                )

    @property
    def defaults(self) -> Imprint:
        """What holds where a source says nothing itself."""
        return Imprint(
            title=self.title,
            published=self.published,
            outlet=self.outlet,
            author=self.author,
            url=self.url,
            language=self.language,
        )
