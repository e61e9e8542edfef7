"""How findings are worded: plainly, with counts, and without saying who is right."""

import re
from collections.abc import Iterable, Sequence

from palanca.analysis.audit.ledger import Ledger
from palanca.analysis.tables import shown_role
from palanca.records import (
    Bound,
    Claim,
    InstrumentDetail,
    Moment,
    OfficeDetail,
    Party,
    QuantityDetail,
    RoleName,
    TieDetail,
    Time,
)
from palanca.records.sayings import counted

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_NUMBERS_BEFORE = re.compile(r"^(?:\D*\d[\d.,]*\s+)+")  # "just 20 seats" is the number of "seats"
_LONGEST_QUOTE = 110  # characters


def dated(time: Time) -> str:
    """A time in English words: "12 May 2019", "about June 2019", "since 2019", "2 May 2019 to 5 May 2019".

    A finding keeps these words; a dossier words its times itself, in its language.
    """
    start, end = time.start, time.end
    if end is None:
        return _moment(start) if isinstance(start, Moment) else ""
    if isinstance(start, Bound):
        return f"until {_moment(end)}" if isinstance(end, Moment) else ""
    if isinstance(end, Bound):
        return f"since {_moment(start)}"
    return f"{_moment(start)} to {_moment(end)}"


def _moment(moment: Moment) -> str:
    year = f"{str(moment.year)[: 4 - moment.masked]}{'0' * moment.masked}{'s' if moment.masked else ''}"
    words = [str(moment.day)] if moment.day else []
    if moment.month:
        words.append(_SEASONS.get(moment.month) or _MONTHS[moment.month - 1])
    doubt = "perhaps " if moment.uncertain else "about " if moment.approximate else ""
    return doubt + " ".join([*words, year])


def by(documents: int, voices: int) -> str:
    """Who says so: "1 document", "3 documents (2 independent)"."""
    return counted(documents, "document") + (f" ({voices} independent)" if documents > 1 else "")


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def quoted(words: str) -> str:
    """Words of a source between quotation marks, on one line, a long one cut at a word."""
    line = " ".join(words.split())
    if len(line) > _LONGEST_QUOTE:
        line = line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    return f"“{line}”"


def number(value: float) -> str:
    """A number as it is read: "1,200", "0.5"."""
    return f"{value:,.10g}"


def about(claim: Claim, ledger: Ledger) -> str:
    """What a claim is about, in a few words; an event or a number by the words that say most of it."""
    match claim.detail:
        case OfficeDetail() as office:
            return office_of(names(claim.of(RoleName.PERSON)), office.role, names(claim.of(RoleName.BODY)))
        case TieDetail() as tie:
            source, target = names(claim.of(RoleName.SOURCE)), names(claim.of(RoleName.TARGET))
            return f"{source} – {tie.kind.replace('_', ' ')} – {target}"
        case InstrumentDetail() as instrument:
            return titled(instrument)
    return quoted(ledger.words(ledger.statements[claim.lead]))


def measured(claim: Claim) -> str:
    """What a number is of, without the number: "seats (Liberal Party)"."""
    detail, subject = claim.detail, names(claim.of(RoleName.SUBJECT))
    thing = _NUMBERS_BEFORE.sub("", detail.of or "") or detail.unit if isinstance(detail, QuantityDetail) else ""
    return f"{thing}{f' ({subject})' if subject else ''}"


def office_of(person: str, role: str, body: str) -> str:
    """ "Ana Ruiz as minister of defence (Chile)"."""
    return f"{person} as {shown_role(role)}{f' ({body})' if body else ''}"


def titled(instrument: InstrumentDetail) -> str:
    """The title of an instrument, with its number where the title leaves it out."""
    number_missing = instrument.number and instrument.number not in instrument.title
    return f"{instrument.title} {instrument.number}" if number_missing else instrument.title


def names(parties: Iterable[Party]) -> str:
    """The names of parties, in order."""
    return ", ".join(party.text for party in parties)
