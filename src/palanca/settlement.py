"""Settling a case: readings and judgements → identities, corrections, claims.

What is settled is a function of the documents' readings and of the judgements alone. Identity is worked out anew only
where documents were touched; claims kind by kind. Each part is written only if the case has not changed meanwhile, and
what was cut off is simply worked out again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import batched

from palanca.analysis.belongings import Belonging, Placed, belongings
from palanca.analysis.tenures import Tenure, tenure_of
from palanca.claims import Background, Telling, claims_of
from palanca.identity import Rulings, blocks_of_name, resolve, things_of
from palanca.identity.corrections import corrected
from palanca.identity.judging import Decided, decide
from palanca.identity.neighbours import Neighbourhood
from palanca.records import Anchor, Category, Claim, DocumentId, EntityId, Filter, Kind, Reading, Statement, StatementId
from palanca.records.errors import UnknownDocument
from palanca.store import Case, Pending, Ruling, SettledIdentity

_CLAIMS_AT_ONCE = 500
_TEXTS_AT_HAND = 4_096
_TEXTS_AT_ONCE = 64
_APART = "apart"


def settle(case: Case) -> bool:
    """Bring all that is derived up to date with readings and judgements; tell whether anything waited.

    A case that is settled elsewhere is left as it was last settled.
    """
    if case.settled_elsewhere:
        return False
    waited = False
    while (pending := case.pending()) is not None:
        waited = True
        _Settlement(case, pending).write()
    return waited


@dataclass(slots=True)
class _Settlement:
    """One attempt at what waits."""

    case: Case
    pending: Pending

    def write(self) -> bool:
        """Work out and write part after part. False if the case changed meanwhile, so that it must be done again."""
        decided = decide(self.case.judgements(), self._reading_of)
        changed, documents = self.pending.changed, self._documents()
        return (
            self.case.settle_identity(changed, self._identity(decided))
            and self.case.settle_corrections(changed, list(self._corrected(decided)))
            and self._write_claims(decided, documents)
            and self.case.settle_belongings(changed, self._belongings(decided), _sources(documents))
            and self.case.settle(changed, decided.states)
        )

    def _reading_of(self, anchor: Anchor) -> Reading | None:
        """What is read in the document of an anchor, or in the one that has its name now."""
        found = self.case.reading(anchor.document)
        if found is not None:
            return found
        try:
            return self.case.reading(self.case.document(anchor.name).id)
        except UnknownDocument:
            return None

    def _identity(self, decided: Decided) -> SettledIdentity:
        rulings = _rulings(decided)
        entities = self._touched(frozenset(rulings))
        ruled = Rulings(same=decided.same, different=decided.different, apart=decided.apart)
        found = resolve(self.case.profiles(entities), ruled)
        return SettledIdentity(
            entities=entities,
            identities=tuple(things_of(self.case.profiles(entities), found.identity, decided.names, decided.schemas)),
            proposals=found.proposals,
            rulings=rulings,
        )

    def _touched(self, rulings: frozenset[Ruling]) -> frozenset[EntityId] | None:
        """The entities whose identity may have changed, with all that can be one with them; None for all."""
        if self.pending.touched is None:
            return None
        changed = rulings ^ self.case.rulings()
        ruled = {EntityId(end) for ruling in changed for end in ruling[:2]}
        names = {name for ruling in changed if ruling[2] == _APART for name in ruling[:2]}
        around = Neighbourhood(profiles=self.case.profiles, in_blocks=self.case.in_blocks, rulings=rulings)
        return around.of(self.pending.touched, blocks={b for name in names for b in blocks_of_name(name)}, ruled=ruled)

    def _corrected(self, decided: Decided) -> Iterator[tuple[StatementId, Statement]]:
        originals = self.case.evidence(decided.corrections)
        for identifier, changes in decided.corrections.items():
            original = originals[identifier]
            yield identifier, corrected(original, changes, tuple(self.case.entities(original.document)))

    def _write_claims(self, decided: Decided, documents: Mapping[DocumentId, Telling]) -> bool:
        background = self._background(decided, documents)
        return all(
            self.case.settle_claims(self.pending.changed, kind, category, self._claims(kind, category, background))
            for kind, category in _parts()
        )

    def _claims(self, kind: Kind, category: Category | None, background: Background) -> list[Claim]:
        return claims_of(self.case.statements(Filter(kinds=(kind,), category=category)), background)

    def _belongings(self, decided: Decided) -> list[Belonging]:
        ties = self.case.claims(Filter(kinds=(Kind.TIE,)))
        placed = Placed(countries=decided.countries, branches=decided.branches)
        return belongings(self.case.things(), self._tenures(), ties, placed)

    def _tenures(self) -> Iterator[Tenure]:
        for several in batched(self.case.claims(Filter(kinds=(Kind.OFFICE,))), _CLAIMS_AT_ONCE):
            told = self.case.evidence(one.statement for claim in several for one in claim.evidence)
            for claim in several:
                tenure = tenure_of(claim, (told[one.statement] for one in claim.evidence if one.statement in told))
                if tenure:
                    yield tenure

    def _documents(self) -> dict[DocumentId, Telling]:
        """Who tells what: each current document with its publisher and the text that it is a copy of."""
        from palanca.claims.copies import groups_of_copies

        voices = groups_of_copies(self.case.signatures())
        return {
            one.id: Telling(
                name=one.name,
                published=one.published,
                outlet=one.outlet,
                register=one.register,
                is_record=one.is_record,
                voice=voices.get(one.id, one.id),
            )
            for one in self.case.documents()
        }

    def _background(self, decided: Decided, documents: Mapping[DocumentId, Telling]) -> Background:
        texts = _Texts(self.case, sorted(documents, key=lambda document: documents[document].name))
        return Background(
            identities={entity: thing for thing in self.case.things() for entity in thing.members},
            documents=documents,
            words=lambda statement: statement.span.of(texts.of(statement.document)),
            confirmed=decided.confirmed,
            rejected=decided.rejected,
        )


@dataclass(slots=True)
class _Texts:
    """The texts of current documents. Statements are mostly compared in the order of names, so many are fetched ahead.

    `order` has the documents of the case in the order of their names. A few thousand texts are kept.
    """

    case: Case
    order: list[DocumentId]
    _places: dict[DocumentId, int] = field(default_factory=dict)
    _kept: dict[DocumentId, str] = field(default_factory=dict)

    def of(self, document: DocumentId) -> str:
        """The text of a document. Raises KeyError if the case does not hold it."""
        if document not in self._kept:
            if len(self._kept) >= _TEXTS_AT_HAND:
                self._kept.clear()
            self._kept |= self.case.texts(self._following(document))
        return self._kept[document]

    def _following(self, document: DocumentId) -> list[DocumentId]:
        """The document and those after it."""
        if not self._places:
            self._places = {one: place for place, one in enumerate(self.order)}
        here = self._places[document]
        return self.order[here : here + _TEXTS_AT_ONCE]


def _sources(documents: Mapping[DocumentId, Telling]) -> dict[DocumentId, str]:
    """Who each document speaks for: its register, the text that it is a copy of, its outlet, or itself."""
    copies = Counter(one.voice for one in documents.values())
    copied = {document: one.voice for document, one in documents.items() if copies[one.voice] > 1}
    return {
        document: one.register or copied.get(document) or one.outlet or document for document, one in documents.items()
    }


def _parts() -> Iterator[tuple[Kind, Category | None]]:
    """The parts in which claims are worked out: none reaches into another."""
    for kind in Kind:
        if kind is Kind.EVENT:
            yield from ((kind, category) for category in Category)
        else:
            yield kind, None


def _rulings(decided: Decided) -> list[Ruling]:
    """What people decided on names, as it is kept to tell later what has changed."""
    same = ((one, other, "same") for one, other in decided.same)
    different = ((one, other, "different") for one, other in decided.different)
    names = ((entity, name, "rename") for entity, name in decided.names.items())
    schemas = ((entity, str(schema), "retype") for entity, schema in decided.schemas.items())
    apart = ((one, other, _APART) for one, other in decided.apart)
    told = (*same, *different, *names, *schemas, *apart)
    return sorted({(EntityId(one), EntityId(other), verdict) for one, other, verdict in told})
