"""What the checks of an audit read of a case: so few claims as hold all that they can find."""

from collections.abc import Iterable

from palanca.analysis.audit.rule import Reads
from palanca.analysis.audit.words import words
from palanca.records import Category, Kind, Review
from palanca.records.query import TOLD, All, Comparison, Either, Field, Measure, Not, Number, Query, Said, Words, surely


def _said(phrases: Iterable[str]) -> Query:
    """That a sentence holds the longest word of one of these phrases; the check looks for the phrase."""
    return Either(parts=tuple(Said(words=one) for one in sorted({max(p.split(), key=len) for p in phrases})))


def _kinds(*kinds: Kind) -> Query:
    return Words(field=Field.KIND, values=kinds)


_OFFICES = _kinds(Kind.OFFICE)
_VIOLENCE = Words(field=Field.CATEGORY, values=(Category.ASSAULT,))
_IN_PERSON = Words(field=Field.MODE, values=("meet", "visit", "host"))
_SURE = surely(0.6)
_UNCONFIRMED = Not(part=Words(field=Field.REVIEW, values=(Review.CONFIRMED, Review.CORRECTED, Review.REJECTED)))
_COUNTED = All(parts=(
    _kinds(Kind.EVENT, Kind.OFFICE, Kind.TIE, Kind.INSTRUMENT, Kind.QUANTITY), TOLD, _SURE, _UNCONFIRMED,
))  # fmt: skip


def _documents(comparison: Comparison, value: int) -> Query:
    return Number(measure=Measure.DOCUMENTS, comparison=comparison, value=value)


DISPUTES = Reads(query=Words(field=Field.DISPUTED, values=("yes",)))
TENURES = Reads(query=Either(parts=(_OFFICES, _VIOLENCE)))
"""Offices, and what tells of deaths."""
DEADLY = All(parts=(Either(parts=(_OFFICES, _VIOLENCE)), _said((*words().dying, *words().killing))))
"""Those of them that may tell of one."""
MOVES = Reads(query=Either(parts=(_IN_PERSON, _said((*words().leaving, *words().returning)))))
LAWS = Reads(
    query=Either(
        parts=(
            _kinds(Kind.INSTRUMENT, Kind.ANOMALY),
            All(parts=(_kinds(Kind.EVENT), _said(words().applying))),
        )
    )
)
"""Instruments, what is told to rest on some, and what readers found odd in single documents."""
FIGURES = Reads(query=_kinds(Kind.QUANTITY))
NEWS = Reads(query=All(parts=(_COUNTED, _documents(Comparison.EQUAL, 1))), is_news=True)
COPIED = Reads(
    query=All(
        parts=(
            _COUNTED,
            _documents(Comparison.MORE, 1),
            Number(measure=Measure.SOURCES, comparison=Comparison.EQUAL, value=1),
        )
    )
)
