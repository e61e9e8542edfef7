"""What readers doubt stays out of an answer, unless the question is about that."""

from palanca.analysis.asking.parsing import query_of
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.records.query import All, Either, Measure, Not, Number, Query, surely


def sure_query_of(line: str, least: float | None = None) -> Query:
    """The query of a line without what readers doubt, unless the line itself asks about their confidence.

    `least`, from 0 to 1, is asked for beside whatever the line asks. Raises UnreadableQuery.
    """
    asked = query_of(line)
    if least is None and asks_about_confidence(asked):
        return asked
    return All(parts=(asked, surely(LEAST_CONFIDENCE if least is None else least)))


def asks_about_confidence(query: Query) -> bool:
    """Whether some part of a query says how sure readers are to be."""
    match query:
        case All() | Either():
            return any(map(asks_about_confidence, query.parts))
        case Not():
            return asks_about_confidence(query.part)
        case Number():
            return query.measure is Measure.CONFIDENCE
        case _:
            return False
