"""One attempt after another at what waits, until nothing does."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from palanca.garbage import rarely_collecting
from palanca.identity import Profile, Rulings, blocks_of_name, resolve, things_of
from palanca.identity.corrections import corrected
from palanca.identity.judging import Decided, decide
from palanca.identity.neighbours import Neighbourhood
from palanca.records import Anchor, DocumentId, EntityId, Reading, Statement, StatementId
from palanca.records.errors import UnknownDocument
from palanca.settlement.backgrounds import Backgrounds
from palanca.settlement.belonging import settle_belongings
from palanca.settlement.claims import Claiming
from palanca.store import Case, Pending, Ruling, SettledIdentity, Waiting

_APART, _REJECT, _CONFIRM = "apart", "reject", "confirm"
_ON_STATEMENTS = frozenset({_REJECT, _CONFIRM})


def settle(case: Case) -> bool:
    """Bring all that is derived up to date with readings and judgements; tell whether anything waited.

    A case that is settled elsewhere is left as it was last settled.
    """
    if case.settled_elsewhere:
        return False
    waited = False
    with rarely_collecting():
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
        """Work out and write part after part. False if the case changed meanwhile, so that it must be done again.

        What persons state comes first, and is such a change: all else is settled with it.
        """
        decided = decide(self.case.judgements(), self._reading_of)
        changed, whole = self.pending.changed, self.pending.touched is None
        claiming = Claiming(self.case, changed, Backgrounds(self.case, decided))
        return (
            self.case.settle_stated(changed, decided.stated)
            and self.case.settle_documents(changed, self._copies(whole=whole))
            and self.case.settle_identity(changed, self._identity(decided))
            and self.case.settle_corrections(changed, list(self._corrected(decided)))
            and claiming.settle(whole=whole)
            and settle_belongings(self.case, changed, decided, whole=whole)
            and self.case.settle(changed, decided.states)
        )

    def _copies(self, *, whole: bool) -> dict[DocumentId, DocumentId] | None:
        """The documents that are copies of others; None if they are those that were."""
        waiting = self.case.waiting(Waiting.DOCUMENT)
        if not whole and not waiting:
            return None
        signatures = self.case.signatures()
        if not whole and waiting.isdisjoint(signatures) and waiting.isdisjoint(self.case.copies()):
            return None
        from palanca.claims.copies import groups_of_copies

        voices = groups_of_copies(signatures)
        several = {voice for document, voice in voices.items() if document != voice}
        return {document: voice for document, voice in voices.items() if voice in several}

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
        rulings, profiles = _rulings(decided), _Profiles(self.case)
        entities = self._touched(frozenset(rulings), profiles)
        ruled = Rulings(same=decided.same, different=decided.different, apart=decided.apart)
        found = resolve(profiles.of(entities), ruled)
        return SettledIdentity(
            entities=entities,
            identities=tuple(things_of(profiles.of(entities), found.identity, decided.names, decided.schemas)),
            proposals=found.proposals,
            rulings=rulings,
        )

    def _touched(self, rulings: frozenset[Ruling], profiles: "_Profiles") -> frozenset[EntityId] | None:
        """The entities whose identity may have changed, with all that can be one with them; None for all."""
        if self.pending.touched is None:
            return None
        changed = {ruling for ruling in rulings ^ self.case.rulings() if ruling[2] not in _ON_STATEMENTS}
        ruled = {EntityId(end) for ruling in changed for end in ruling[:2]}
        names = {name for ruling in changed if ruling[2] == _APART for name in ruling[:2]}
        around = Neighbourhood(profiles=profiles.of, in_blocks=self.case.in_blocks, rulings=rulings)
        return around.of(self.pending.touched, blocks={b for name in names for b in blocks_of_name(name)}, ruled=ruled)

    def _corrected(self, decided: Decided) -> Iterator[tuple[StatementId, Statement]]:
        originals = self.case.evidence(decided.corrections)
        for identifier, changes in decided.corrections.items():
            original = originals[identifier]
            yield identifier, corrected(original, changes, tuple(self.case.entities(original.document)))


@dataclass(slots=True)
class _Profiles:
    """The profiles of a case. Those of touched entities are asked for again and again, and kept."""

    case: Case
    _kept: dict[EntityId, Profile] = field(default_factory=dict)

    def of(self, entities: Collection[EntityId] | None) -> Iterator[Profile]:
        """What documents show of these entities, or of all, by id."""
        if entities is None:
            yield from self.case.profiles()
            return
        self._kept |= {one.entity: one for one in self.case.profiles(set(entities) - self._kept.keys())}
        yield from (self._kept[entity] for entity in sorted(entities) if entity in self._kept)


def _rulings(decided: Decided) -> list[Ruling]:
    """What people decided on names and statements, as it is kept to tell later what has changed."""
    same = ((one, other, "same") for one, other in decided.same)
    different = ((one, other, "different") for one, other in decided.different)
    names = ((entity, name, "rename") for entity, name in decided.names.items())
    schemas = ((entity, str(schema), "retype") for entity, schema in decided.schemas.items())
    apart = ((one, other, _APART) for one, other in decided.apart)
    rejected = ((one, one, _REJECT) for one in decided.rejected)
    confirmed = ((one, one, _CONFIRM) for one in decided.confirmed)
    told = (*same, *different, *names, *schemas, *apart, *rejected, *confirmed)
    return sorted({(EntityId(one), EntityId(other), verdict) for one, other, verdict in told})
