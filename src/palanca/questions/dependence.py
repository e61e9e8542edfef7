"""On whom a country depends, for what: `import palanca` offers `dependence`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched

from palanca.analysis.dependence import Dependence
from palanca.analysis.dependence.capacity import capacities
from palanca.analysis.dependence.coverage import KINDS, coverage_of
from palanca.analysis.dependence.figures import (
    STAKES,
    Around,
    Telling,
    Topic,
    Way,
    figures,
    has_ended,
    topic_of,
    year_of,
)
from palanca.analysis.dependence.shares import Ledger, Measure
from palanca.analysis.dependence.tellings import FORESEEN, TellingContext, tellings
from palanca.analysis.powers import PowersThen
from palanca.analysis.scope import Scope, Unseen
from palanca.lexicon.dependence import dependence_words
from palanca.records import (
    TOLD_AS_SO,
    Claim,
    ClaimId,
    Detail,
    DocumentId,
    EntityId,
    Filter,
    Kind,
    Modality,
    QuantityDetail,
    RoleName,
    StatementId,
    Time,
)
from palanca.records.names import fold
from palanca.records.query import ANYBODY, TOLD, All, Field, Parties, PartyTest, Query, Words
from palanca.settlement import settle
from palanca.store import Case

_BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceAsked:
    """What is asked: of a topic, or of what is measured or told in these words (`of`); all topics when None.

    `foreseen` counts what is planned or supposed as well. Stakes are those held on `today`.
    """

    of: str | None = None
    by_year: bool = False
    foreseen: bool = False
    today: date | None = None


def dependence(case: Case, host: str, asked: DependenceAsked | None = None) -> Dependence:
    """What goes between a country (ISO 3166-1 alpha-3) and each other, with shares and concentration.

    Sums are within one unit. Amounts and stakes count where the case tells the countries of both their ends; planned
    and supposed ones only if asked. Concentration is Herfindahl's and Hirschman's, see `analysis.dependence`.
    """
    settle(case)
    asked = asked or DependenceAsked()
    count = _Count(case, host, asked)
    for claim_batch in batched(count.claims(), _BATCH):
        count.take(claim_batch)
    return count.answer()


class _Count:
    """One count over the claims that name the host."""

    def __init__(self, case: Case, host: str, asked: DependenceAsked) -> None:
        self._case, self._asked = case, asked
        self._powers = PowersThen(case.belongings)
        self._things: dict[EntityId, EntityId] = {}
        self._source_of: dict[DocumentId, str] = {}  # of documents that tell the claims taken
        self._registers = {register.name: register for register in case.registers()}
        self._around = Around(host=host, by_year=asked.by_year, today=asked.today or date.today())  # noqa: DTZ011
        self._told = TellingContext(
            powers=self._powers,
            register_of=self._register,
            thing_of=self._thing_of,
            modalities=TOLD_AS_SO | FORESEEN if asked.foreseen else TOLD_AS_SO,
        )
        self._ledger, self._gdp = Ledger(), dict[tuple[str, int | None], float]()
        self._seen, self._documents, self._unseen = set[ClaimId](), set[DocumentId](), Counter[str]()

    def claims(self) -> Iterator[Claim]:
        """The amounts and ties that name the host or what belongs to it, of the words that are asked for.

        Where none are, those alone that can tell what goes from one to another, and then the host's product.
        """
        if not self._is_in_words:
            for kind in KINDS:
                yield from self._case.flows(self._told_as(kind))
            self._note_products()
            return
        spoken = frozenset(one.id for one in self._case.claims(Filter(kinds=KINDS, contains=self._asked.of)))
        for kind in KINDS:
            for claim in self._case.found(self._of_host(kind)):
                if claim.id in spoken or self._is_of(claim):
                    yield claim

    def _of_host(self, kind: Kind) -> Query:
        of_host = Parties(tests=(PartyTest(name=ANYBODY, country=self._around.host),))
        return All(parts=(Words(field=Field.KIND, values=(kind,)), of_host))

    def _told_as(self, kind: Kind) -> Query:
        """Those of a kind that can tell something: all others take no part, and are counted where they stand."""
        others = sorted(set(Modality) - self._told.modalities)
        unreal = [Words(field=Field.MODALITY, values=(modality,)) for modality in others]
        counted = self._case.count_parts(self._of_host(kind), unreal)
        self._unseen.update({f"{one} claims": number for one, number in zip(others, counted, strict=True) if number})
        told: Query = All(
            parts=(self._of_host(kind), Words(field=Field.MODALITY, values=tuple(sorted(self._told.modalities))))
        )
        return All(parts=(told, Words(field=Field.TIE, values=STAKES))) if kind is Kind.TIE else told

    @property
    def _is_in_words(self) -> bool:
        """Whether a sector is asked for, by its words; a topic is not, nor all."""
        return self._asked.of is not None and self._asked.of not in set(Topic)

    def _is_of(self, claim: Claim) -> bool:
        return isinstance(claim.detail, QuantityDetail) and fold(claim.detail.of or "") == fold(self._asked.of or "")

    def take(self, claims: tuple[Claim, ...]) -> None:
        """Sum what these tell."""
        ids: list[StatementId] = [one.statement for c in claims if len(c.evidence) > 1 for one in c.evidence]
        statements = self._case.evidence(ids) if ids else {}
        entities = {role.filler.entity for one in statements.values() for role in one.roles if role.filler.entity}
        self._things = {entity: one.id for entity, one in self._case.known(entities).items()}
        self._powers.prepare(claims)
        documents = {one.document for claim in claims for one in claim.evidence}
        self._source_of |= self._case.sources(documents - self._source_of.keys())
        for claim in claims:
            self._note(claim)
            for telling in tellings(claim, statements, self._told):
                self._take(claim, telling)

    def _thing_of(self, entity: EntityId) -> EntityId:
        return self._things.get(entity) or self._case.identity(entity)

    def _note_products(self) -> None:
        """Keep the host's product, as the last claim that tells it of a year does."""
        for detail, time in self._case.measured(All(parts=(self._of_host(Kind.QUANTITY), TOLD))):
            self._note_product(detail, time)

    def _note(self, claim: Claim) -> None:
        """Count what takes no part, and keep the host's product where it is told."""
        if claim.modality not in self._told.modalities:
            self._unseen[f"{claim.modality} claims"] += 1
        if self._is_in_words and claim.modality in TOLD_AS_SO and not claim.of(RoleName.SOURCE, RoleName.TARGET):
            self._note_product(claim.detail, claim.time)

    def _note_product(self, detail: Detail, time: Time | None) -> None:
        if isinstance(detail, QuantityDetail) and fold(detail.of or "") in dependence_words().gdp:
            self._gdp[detail.unit, year_of(time)] = detail.value

    def _take(self, claim: Claim, telling: Telling) -> None:
        if self._asked.of in set(Topic) and topic_of(telling) != self._asked.of:
            return
        if telling.low < 0:
            self._unseen["amounts below zero, which have no share"] += 1
            return
        if telling.source.country is None or telling.target.country is None:
            self._unseen["claims with an end of which no country is told"] += 1
        if not self._around.by_year and topic_of(telling) in (Topic.OWNERSHIP, Topic.PORTS):
            self._unseen["claims on stakes that had ended"] += has_ended(telling, self._around.today)
        for figure in figures(telling, self._around):
            self._ledger.add(figure)
            self._seen.add(claim.id)
            self._documents.update(telling.documents)

    def answer(self) -> Dependence:
        """All that was counted."""
        measures = tuple(self._ledger.measures(self._source, by_year=self._asked.by_year))
        return Dependence(
            host=self._around.host,
            measures=measures,
            capacities=tuple(capacities(measures, self._gdp)),
            registers={name: coverage_of(one) for name, one in self._registers.items() if _tells(name, measures)},
            scope=self._scope(measures),
        )

    def _scope(self, measures: tuple[Measure, ...]) -> Scope:
        single = [one for one in measures if one.way is not Way.BOTH]
        unseen = [Unseen(number=number, what=what) for what, number in sorted(self._unseen.items())]
        if again := sum(one.left_out for one in single):
            unseen.append(Unseen(number=again, what="claims that tell a flow again, from its other side or source"))
        if self._asked.by_year:
            unseen.append(Unseen(number=self._ledger.undated, what="claims of no one year"))
        return Scope(
            claims=len(self._seen),
            documents=len(self._documents),
            sources=len({self._source(one) for one in self._documents}),
            searched=self._case.count_documents(),
            unseen=tuple(one for one in unseen if one.number),
        )

    def _source(self, document: DocumentId) -> str:
        return self._source_of[document]

    def _register(self, document: DocumentId) -> str:
        source = self._source_of[document]
        return source if source in self._registers else ""


def _tells(register: str, measures: tuple[Measure, ...]) -> bool:
    return any(name == register for measure in measures for name, _ in measure.told_by)
