"""By whom, and when, what stands of claims was decided."""

from collections.abc import Mapping, Sequence

from palanca.records import Claim, ClaimId, DocumentId, Judgement, Kind, Review, Span, Standing, Verdict
from palanca.store import Case

type _Place = tuple[DocumentId, Span, Kind]

_DECIDED_BY: Mapping[Review, frozenset[Verdict]] = {
    Review.CONFIRMED: frozenset({Verdict.CONFIRM, Verdict.STATE}),
    Review.CORRECTED: frozenset({Verdict.CORRECT}),
    Review.REJECTED: frozenset({Verdict.REJECT}),
}


def judged(case: Case, claims: Sequence[Claim]) -> dict[ClaimId, Judgement]:
    """The latest judgement that made each claim what it is; claims that nobody judged are left out."""
    places = _places(case, [one for one in claims if one.review in _DECIDED_BY])
    if not places:
        return {}
    log = list(case.judgement_log(naming={document for document, _, _ in places}))
    states = case.judgement_states([one.id for one in log])
    found: dict[ClaimId, Judgement] = {}
    for judgement in log:
        state = states.get(judgement.id)
        if state is None or state.standing is Standing.UNDONE:
            continue
        for anchor in judgement.anchors:
            claim = places.get((anchor.document, anchor.span, anchor.kind)) if anchor.kind else None
            if claim and judgement.verdict in _DECIDED_BY[claim.review]:
                found.setdefault(claim.id, judgement)
    return found


def _places(case: Case, claims: Sequence[Claim]) -> dict[_Place, Claim]:
    """The claims by where they are told."""
    by_statement = {evidence.statement: claim for claim in claims for evidence in claim.evidence}
    told = case.bare_evidence(by_statement) if by_statement else {}
    return {(one.document, one.span, one.kind): by_statement[one.id] for one in told.values()}
