"""The ledger goes out: a case, or what a filter wants of it, in a format of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from palanca.exchange.dossier.words import Language
from palanca.exchange.formats import Format, format_named, format_of
from palanca.exchange.outgoing import Outgoing
from palanca.exchange.whole_files import written_beside
from palanca.records import Filter, Kind
from palanca.records.errors import UnwritableOutput
from palanca.records.query import Query
from palanca.settlement import settle
from palanca.store import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What went out: the name of the format, records by sort where it tells them, and how much it could not hold."""

    format: str
    left_out: Mapping[str, int]
    written: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The name of a format, None to be told by an ending, and the language of words for people: timelinejs has some."""

    name: str | None = None
    language: Language = Language.ENGLISH


def export(
    case: Case,
    to: Path | str | TextIO,
    wanted: Filter | None = None,
    *,
    query: Query | None = None,
    format: str | Form | None = None,  # noqa: A002
) -> Exported:
    """Write what is wanted of a case to a file or folder, or to an open text.

    A query narrows what the filter wants. The format is told by the ending of the file where it is not named. The
    target is whole or untouched. The same case gives the same bytes. Raises UnknownFormat, or UnwritableOutput.
    """
    form = format if isinstance(format, Form) else Form(name=format)
    chosen = (
        format_named(form.name) if form.name is not None else format_of(str(to) if isinstance(to, Path | str) else "-")
    )
    settle(case)
    outgoing = Outgoing(case=case, wanted=wanted or Filter(), query=query, language=form.language)
    if isinstance(to, Path | str):
        with written_beside(Path(to)) as place:
            _write(chosen, outgoing, place)
    elif chosen.is_text:
        to.writelines(_pieces(chosen, outgoing))
    else:
        raise UnwritableOutput(f"{chosen.name} is no text: name a file that ends in {' or '.join(chosen.endings)}")
    _count_other_kinds(chosen, outgoing)
    left_out, out = (dict(sorted(counted.items())) for counted in (outgoing.left_out, outgoing.written))
    return Exported(format=chosen.name, left_out=left_out, written=out)


def _count_other_kinds(chosen: Format, outgoing: Outgoing) -> None:
    for kind in Kind:
        if kind not in chosen.kinds and (count := sum(1 for _ in outgoing.claims(kind))):
            outgoing.left_out[f"{kind.plural}, which {chosen.name} does not hold"] = count


def _write(chosen: Format, outgoing: Outgoing, place: Path) -> None:
    if not chosen.is_text:
        chosen.file_writer()(outgoing, place)
        return
    with place.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(_pieces(chosen, outgoing))


def _pieces(chosen: Format, outgoing: Outgoing) -> Iterator[str]:
    """The text with halves of UTF-16 pairs, which names of files may hold and UTF-8 cannot write, as "?"."""
    for piece in chosen.text_writer()(outgoing):
        yield piece.encode("utf-8", "replace").decode("utf-8")
