"""Lines of a dossier as the API shows them: in pieces, each a sentence that a page words in its language."""

import re
from typing import Literal

from palanca.claims.tenures import TENURES
from palanca.exchange.dossier.lines import ACTS, INSTRUMENTS, NOTES, OFFICES, PUT, TIES, TOLD_BY, UNLISTED
from palanca.records import InstrumentKind
from palanca.records.sayings import Sayings
from palanca.web.shapes.sayings import Saying

BARE = Sayings({"when": "{when}", "kind": "{kind}"})
"""Values that stand alone: the time of a claim, the kind of an instrument."""

_BEFORE, _BETWEEN = ": ", "; "
_DATED = re.compile(r"(?P<when>[\dX/.~?%-]{4,}): (?P<rest>.+)", re.DOTALL)
_TITLED = re.compile(rf"(?P<kind>{'|'.join(InstrumentKind)})(?:: (?P<title>.+))?", re.DOTALL)


class Piece(Saying):
    """Part of a line: the family of its code, and what stands between it and the next."""

    family: Literal["line", "tenure"]
    after: str


def pieces_of_line(line: str) -> list[Piece]:
    """What tells a claim: who tells it, when it was, how sources put it, then what it says."""
    by, rest = _led(line, TOLD_BY)
    when, rest = _dated(rest)
    put, rest = _led(rest, PUT)
    return [*by, *when, *put, *_body(rest)]


def pieces_of_note(note: str) -> list[Piece]:
    """What stands beside a line: what is known of its office, its sources, its rivals."""
    if _led(note, TOLD_BY)[0]:
        return pieces_of_line(note)
    is_whole = UNLISTED.read(note) or _BETWEEN not in note or note.startswith(NOTES.say("then", held=""))
    return [_read(note, NOTES, UNLISTED, TENURES)] if is_whole else _parts(note, NOTES, TENURES)


def _led(line: str, table: Sayings) -> tuple[list[Piece], str]:
    """What stands before a colon, if a table has it, and what follows."""
    ends = [found.start() for found in re.finditer(_BEFORE, line)]
    end = next((one for one in ends if table.read(line[:one])), None)
    return ([], line) if end is None else ([_read(line[:end], table, after=_BEFORE)], line[end + len(_BEFORE) :])


def _dated(line: str) -> tuple[list[Piece], str]:
    found = _DATED.fullmatch(line)
    return ([_bare("when", found["when"], _BEFORE)], found["rest"]) if found else ([], line)


def _body(body: str) -> list[Piece]:
    """What a claim says, by the first of the tables that fits; names and words of a source are left as they are."""
    if ACTS.read(body) or OFFICES.read(body):
        return [_read(body, ACTS, OFFICES)]
    lead, rest = _led(body, ACTS)
    if lead:
        return [*lead, _read(rest)]
    if instrument := _instrument(body):
        return instrument
    return [_read(body, TIES) if _BEFORE not in body else _read(body)]


def _instrument(body: str) -> list[Piece]:
    """The kind and title of an instrument, and what follows; nothing of what is none."""
    title, *others = body.split(_BETWEEN)
    found = _TITLED.fullmatch(title)
    if not found and not any(map(INSTRUMENTS.read, others)):
        return []
    after = _BETWEEN if others else ""
    kind = [_bare("kind", found["kind"], _BEFORE if found["title"] else after)] if found else []
    named = found["title"] if found else title
    following = _parts(_BETWEEN.join(others), INSTRUMENTS) if others else []
    return [*kind, *([_read(named, after=after)] if named else []), *following]


def _parts(text: str, *tables: Sayings) -> list[Piece]:
    """Pieces with semicolons between."""
    *first, last = text.split(_BETWEEN)
    return [*(_read(one, *tables, after=_BETWEEN) for one in first), _read(last, *tables)]


def _read(text: str, *tables: Sayings, after: str = "") -> Piece:
    """A sentence by the first of the tables that has it; a code of '' says that none does."""
    found = next(((said, table) for table in tables if (said := table.read(text))), None)
    if found is None:
        return Piece(code="", values={}, text=text, family="line", after=after)
    said, table = found
    family: Literal["line", "tenure"] = "tenure" if table is TENURES else "line"
    return Piece(code=said.code, values=said.values, text=text, family=family, after=after)


def _bare(code: str, value: str, after: str) -> Piece:
    return Piece(code=code, values={code: value}, text=value, family="line", after=after)
