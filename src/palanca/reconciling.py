"""The question that holds registers and press against each other. `import palanca` offers it."""

from palanca.analysis.reconciliation import Reconciled, Surroundings, reconcile
from palanca.questions import offices_then
from palanca.records import Filter, Kind
from palanca.settlement import settle
from palanca.store import Case

_KINDS = (Kind.EVENT, Kind.OFFICE, Kind.QUANTITY, Kind.TIE)


def reconciliation(case: Case) -> list[Reconciled]:
    """Every claim that a register covers: told by both, by one, or by each otherwise; conflicts first."""
    settle(case)
    rows = {document.id: document.register for document in case.documents()}
    countries = {thing.id: thing.country for thing in case.things()}
    claims = list(case.claims(Filter(kinds=_KINDS)))
    offices = offices_then(case)
    offices.prepare(claim for claim in claims if claim.kind is Kind.EVENT)
    known = Surroundings(
        registers={register.name: register for register in case.registers()},
        register_of=rows.get,
        country_of=countries.get,
        held=lambda claim: {one.office.partition(",")[0].casefold() for one in offices.of(claim) if one.is_certain},
    )
    return reconcile(claims, known)
