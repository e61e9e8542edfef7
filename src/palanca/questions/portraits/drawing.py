"""From a name to a dossier."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from itertools import batched

from palanca.analysis.belongings import Belonging
from palanca.analysis.coverage import Surroundings
from palanca.analysis.offices_then import OfficesThen
from palanca.exchange.dossier.content import Dossier, Entry, Section
from palanca.exchange.dossier.telling import Known, Teller
from palanca.exchange.dossier.withholding import Withheld, documents_named
from palanca.exchange.dossier.words import Words, words_of
from palanca.lexicon.countries import Country, country_meant, country_named
from palanca.questions.claims import library, named
from palanca.questions.portraits.asked import PortraitOptions
from palanca.questions.portraits.choosing import Choice, chosen_of_country, chosen_of_thing
from palanca.questions.portraits.powers import powers_of
from palanca.questions.portraits.summary import summary
from palanca.records import Claim, ClaimId, DocumentId, EntityId, Identity, Kind, Review, RoleName
from palanca.records.errors import UnknownClaim, UnknownEntity
from palanca.records.names import fold
from palanca.settlement import settle
from palanca.store import Case

_CODE_LETTERS = 3
_BATCH = 500
_MOST_MEMBERS = 1_000
_METHOD = ("method.lines", "method.modality", "method.dates", "method.sources", "method.rules")


def portrait(case: Case, name: str, options: PortraitOptions | None = None) -> Dossier:
    """A dossier of a person, a body or a place by name or id, or of a country by name or code.

    Raises UnknownEntity with the nearest names, and UnknownDocument for a source to withhold that is not there.
    """
    settle(case)
    options = options or PortraitOptions()
    documents = documents_named(options.withhold, case.documents()) if options.withhold else frozenset()
    withheld = Withheld(documents=documents, claim_of=_claim_of(case), identity_of=_identity_of(case))
    drawing = _Drawing(case, options, withheld)
    words = words_of(options.language)
    met = _country_meant(case, name) or named(case, name)
    if isinstance(met, Country):
        numbers = powers_of(case, met, options, documents)
        choice = chosen_of_country(case, met.alpha3, options)
        title = words.say("title.country", name=met.called_in(words.language))
        return drawing.of(title, choice, before=(numbers,))
    called, *names = _called(case, met, name, withheld)
    title = words.say(f"title.{met.schema.lower()}", name=called)
    return drawing.of(title, chosen_of_thing(case, met, options), names=names)


def _country_meant(case: Case, name: str) -> Country | None:
    """The country of that name or code, if the case names it."""
    is_code = len(name) == _CODE_LETTERS and name.isupper()
    land = country_named(name) or (country_meant(name) if is_code else None)
    there = land and any(thing.country == land.alpha3 for thing in case.countries())
    return land if there else None


def _called(case: Case, thing: Identity, asked: str, withheld: Withheld) -> list[str]:
    """The names of a thing, the common first; where sources are withheld, only as the others call it."""
    names = [thing.caption, *thing.names]
    if withheld.documents:
        entities = map(case.entity, thing.members[:_MOST_MEMBERS])
        told = {form for one in entities if not withheld.covers(one.document) for form in (one.caption, *one.names)}
        names = [form for form in names if form in told] or [asked]
    return names


def _claim_of(case: Case) -> Callable[[ClaimId], Claim | None]:
    def claim_of(claim: ClaimId) -> Claim | None:
        try:
            found = case.claim(claim)
        except UnknownClaim:
            return None
        return None if found.review is Review.REJECTED else found

    return cache(claim_of)


def _identity_of(case: Case) -> Callable[[EntityId], EntityId | None]:
    def identity_of(entity: EntityId) -> EntityId | None:
        try:
            return case.identity(entity)
        except UnknownEntity:
            return None

    return cache(identity_of)


def _register_of(case: Case) -> Callable[[DocumentId], str | None]:
    return cache(lambda document: case.document(document).register)


class _Drawing:
    """One dossier of a case."""

    def __init__(self, case: Case, options: PortraitOptions, withheld: Withheld) -> None:
        self._case, self._options, self._withheld = case, options, withheld
        self._words = words_of(options.language)
        self._searched = case.count_documents()

    def of(self, title: str, choice: Choice, *, before: tuple[Section, ...] = (), names: Sequence[str] = ()) -> Dossier:
        """The dossier of what was chosen; `before` are sections that stand first."""
        teller = Teller(choice.chosen, self._known(choice))
        sections = teller.sections()
        footnotes, sources = teller.footnotes()
        found = summary(choice, self._options, self._words, names=names, searched=self._searched)
        return Dossier(
            title=title, summary=(*found, *self._hidden(teller)), sections=(*before, *sections), sources=sources,
            method=_method(self._words), footnotes=footnotes, language=self._options.language,
        )  # fmt: skip

    def _known(self, choice: Choice) -> Known:
        listed = [claim for one in choice.chosen for claim in one.claims]
        rivals = (rival for claim in listed for dispute in claim.disputes for rival in dispute.rivals)
        several = [*listed, *filter(None, map(self._withheld.claim_of, dict.fromkeys(rivals)))]
        statements = self._case.evidence(one.statement for claim in several for one in claim.evidence)
        about = self._about if self._withheld.documents else partial(self._case.claims_about, role=RoleName.PERSON)
        offices = OfficesThen(about, self._case.bare_evidence)
        seen = [one for claim in several if (one := self._withheld.seen(claim, statements))]
        offices.prepare(one for one in seen if one.kind is Kind.EVENT)
        return Known(
            words=self._words, statements=statements, library=library(self._case), withheld=self._withheld,
            belonging=self._belonging(listed),
            held=lambda claim: offices.of(claim) if claim.kind is Kind.EVENT else (),
            surroundings=self._surroundings(offices, several), searched=self._searched,
        )  # fmt: skip

    def _about(self, things: Collection[EntityId], kind: Kind) -> Iterator[Claim]:
        """The claims about things, as the sources that may be told have them."""
        for several in batched(self._case.claims_about(things, kind), _BATCH):
            known = self._case.evidence(one.statement for claim in several for one in claim.evidence)
            yield from (seen for claim in several if (seen := self._withheld.seen(claim, known)))

    def _belonging(self, listed: Sequence[Claim]) -> dict[ClaimId, Belonging]:
        """Whose the holders of offices are; not told where sources are withheld, for it may be from those."""
        offices = [claim for claim in listed if claim.kind is Kind.OFFICE]
        if self._withheld.documents:
            return {}
        people = {party.identity for claim in offices for party in claim.of(RoleName.PERSON) if party.identity}
        told = self._case.belongings(people)
        return {one.claim: one for person in sorted(told) for one in told[person] if one.claim}

    def _surroundings(self, offices: OfficesThen, several: Sequence[Claim]) -> Surroundings:
        hidden = {fold(name) for name in self._options.withhold}
        things = {party.identity for claim in several for party in claim.parties if party.identity}
        countries = {thing: known.country for thing, known in self._case.known(things).items()}
        return Surroundings(
            registers={one.name: one for one in self._case.registers() if fold(one.name) not in hidden},
            register_of=_register_of(self._case),
            country_of=countries.get,
            held=lambda claim: {one.office.partition(",")[0].casefold() for one in offices.of(claim) if one.is_certain},
        )

    def _hidden(self, teller: Teller) -> Iterator[str]:
        if self._withheld.documents:
            yield self._words.counted("summary.withheld", teller.withheld)


def _method(words: Words) -> Section:
    """How the lines of a dossier are to be read."""
    notes = tuple(Entry(text=words.say(one), footnotes=()) for one in _METHOD)
    return Section(title=words.say("section.method"), notes=notes)
