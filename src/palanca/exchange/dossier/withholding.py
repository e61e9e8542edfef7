"""Sources that may not be told: what of a claim is left when the statements of some documents are not there.

A claim is built up again from the statements that may be told: neither words nor names nor dates that only a withheld
source gives are left in it. Where a side of a dispute may be such a source's, no side is told.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from palanca.exchange.dossier.content import Dossier
from palanca.records import (
    BY_STRENGTH,
    Claim,
    ClaimId,
    Dispute,
    Document,
    DocumentId,
    EntityId,
    Party,
    Statement,
    StatementId,
)
from palanca.records.errors import UnknownDocument
from palanca.records.names import fold, nearest_names

type Statements = Mapping[StatementId, Statement]


def documents_named(names: Collection[str], documents: Iterable[Document]) -> frozenset[DocumentId]:
    """The documents that bear one of these names, or are of an outlet or a register of one of them.

    Case and accents do not matter. Raises UnknownDocument for a name that nothing bears: a slip would tell a source.
    """
    wanted = {fold(name): name for name in names}
    found: set[DocumentId] = set()
    met: set[str] = set()
    near: set[str] = set()
    for document in documents:
        called = [name for name in (document.name, document.outlet, document.register) if name]
        borne = {fold(name) for name in called} & wanted.keys()
        near.update(called)
        met |= borne
        if borne:
            found.add(document.id)
    for missing in sorted(wanted.keys() - met):
        raise UnknownDocument(_not_there(wanted[missing], near))
    return frozenset(found)


def _not_there(name: str, there: Collection[str]) -> str:
    near = nearest_names(name, there, 5)
    hint = f"did you mean {', '.join(near)}?" if near else "`palanca documents` lists names and outlets"
    return f"no document, outlet or register to withhold is called {name!r}: {hint}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What is withheld, and what telling claims without it needs to look up.

    `claim_of` gives None for a claim that may not be shown.
    """

    documents: frozenset[DocumentId]
    claim_of: Callable[[ClaimId], Claim | None]
    identity_of: Callable[[EntityId], EntityId | None]

    def covers(self, document: DocumentId) -> bool:
        """Whether a document may not be told."""
        return document in self.documents

    def seen(self, claim: Claim, known: Statements) -> Claim | None:
        """The claim as the sources that may be told have it; None when there is no such source.

        `known` are the statements under it. The evidence of what is given is of such sources only.
        """
        if not self.documents:
            return claim
        evidence = tuple(one for one in claim.evidence if not self.covers(one.document))
        told = [known[one.statement] for one in evidence if one.statement in known]
        if not told:
            return None
        disputes = tuple(self._without_sides(dispute, claim) for dispute in claim.disputes)
        first = min(told, key=lambda one: (one.id != claim.lead, BY_STRENGTH.index(one.modality)))
        if len(evidence) == len(claim.evidence):
            return replace(claim, parties=self._parties(first, told), disputes=disputes)
        first = min(told, key=lambda one: BY_STRENGTH.index(one.modality))
        return replace(
            claim, detail=first.detail, lead=first.id, parties=self._parties(first, told), evidence=evidence,
            time=first.time, modality=first.modality, disputes=disputes,
        )  # fmt: skip

    def _without_sides(self, dispute: Dispute, claim: Claim) -> Dispute:
        """The dispute, without its sides where one of them may be a withheld source's."""
        sides = [claim, *map(self.claim_of, dispute.rivals)]
        may_tell = all(side and not any(self.covers(one.document) for one in side.evidence) for side in sides)
        return dispute if may_tell else replace(dispute, values=(), rivals=())

    def _parties(self, first: Statement, told: Sequence[Statement]) -> tuple[Party, ...]:
        """Who these statements name, as they name them: those of the first, then those that only others do."""
        found: dict[tuple[str | None, str], Party] = {}
        for one in (first, *told):
            for party in self._named(one):
                found.setdefault((party.role, party.identity or fold(party.text)), party)
        return tuple(found.values())

    def _named(self, statement: Statement) -> Iterator[Party]:
        for role in statement.roles:
            filler = role.filler
            identity = self.identity_of(filler.entity) if filler.entity else None
            yield Party(role=role.name, text=filler.text, identity=identity)
        if statement.place:
            place = statement.place
            identity = self.identity_of(place.entity) if place.entity else None
            yield Party(role=None, text=place.text, identity=identity)


def naming(names: Collection[str], dossier: Dossier) -> tuple[int, ...]:
    """The footnotes that may be told and yet hold one of these names: other sources name a withheld one.

    Those of a source that does so in its title, author or address are among them.
    """
    wanted = [f" {fold(name)} " for name in names]

    def is_named(*texts: str) -> bool:
        told = f" {fold(' '.join(texts))} "
        return any(name in told for name in wanted)

    quoted = (one.number for one in dossier.footnotes if is_named(one.sentence, one.place))
    listed = (number for one in dossier.sources.entries if is_named(one.text, *one.notes) for number in one.footnotes)
    return tuple(sorted({*quoted, *listed}))
