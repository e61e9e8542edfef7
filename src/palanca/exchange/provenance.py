"""What stands beside every fact that goes out: which claim it is, how it is put, who tells it and where."""

from palanca.analysis.tables import HeldThen, Row
from palanca.exchange.facts import Json

PROVENANCE = (
    "claim", "modality", "stance", "statements", "documents", "sources", "disputed", "review", "confidence",
    "document", "page", "sentence",
)  # fmt: skip
"""The fields of `provenance`, in order."""


def provenance(row: Row) -> dict[str, Json]:
    """The fields of PROVENANCE. Stance, document, page and sentence are those of the statement that says most.

    `modality` is the strongest that any source gives the claim. `statements`, `documents` and `sources` count: what
    is independent of the rest is a source.
    """
    claim, lead = row.claim, row.lead
    disputes = (f"{one.kind}: {' or '.join(one.values)}" for one in claim.disputes)
    told = (
        claim.id, str(claim.modality), str(lead.stance), len(claim.evidence), claim.documents, claim.sources,
        "; ".join(disputes), str(claim.review), round(claim.confidence, 3), lead.document, lead.page, lead.sentence,
    )  # fmt: skip
    return dict(zip(PROVENANCE, told, strict=True))


def held_then(row: Row) -> str:
    """The offices that the parties of an event held then: "Ama Owusu (minister of transport, Ghana)".

    One that is not certain carries a question mark, as `palanca events` shows it.
    """
    return "; ".join(map(_held, row.held))


def _held(held: HeldThen) -> str:
    return f"{held.person} ({held.office}{'' if held.is_certain else '?'})"
