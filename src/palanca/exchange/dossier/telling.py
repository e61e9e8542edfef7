"""From claims that were chosen to the sections of a dossier."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from palanca.analysis.belongings import Belonging
from palanca.analysis.coverage import Surroundings, term_of
from palanca.analysis.tables import HeldThen, Library, Passage
from palanca.claims.telling import days_of
from palanca.claims.tenures import tenure_of
from palanca.exchange.dossier.content import Entry, Footnote, Section
from palanca.exchange.dossier.footnotes import Footnotes, cited
from palanca.exchange.dossier.headings import Chosen, Heading, heading_of
from palanca.exchange.dossier.notes import counted_with, disagreement, office_days, then
from palanca.exchange.dossier.registers import compared
from palanca.exchange.dossier.withholding import Statements, Withheld
from palanca.exchange.dossier.wording import told
from palanca.exchange.dossier.words import Words
from palanca.records import Claim, ClaimId, Kind, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What telling claims needs beside them.

    `statements` are all under the claims and their rivals; `belonging` tells by the claim to an office whose its holder
    is; `held` what the parties of an event held then; `searched` is how many documents were looked through.
    """

    words: Words
    statements: Statements
    library: Library
    withheld: Withheld
    belonging: Mapping[ClaimId, Belonging]
    held: Callable[[Claim], tuple[HeldThen, ...]]
    surroundings: Surroundings
    searched: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """A claim as it was read, and as the sources that may be told have it; None where none of them tells it."""

    whole: Claim
    seen: Claim | None


class Teller:
    """Tells claims in entries and numbers what they rest on."""

    def __init__(self, chosen: Sequence[Chosen], known: Known) -> None:
        self._chosen, self._known, self._words = chosen, known, known.words
        self._notes = Footnotes(known.statements, known.library, known.withheld, known.words)
        listed = {claim.id: claim for one in chosen for claim in sorted(one.claims, key=by_time)}
        for claim in listed.values():
            self._notes.number(cited(claim, known.statements))
        for rival in (rival for claim in listed.values() for rival in self._rivals_of(claim)):
            self._notes.number(cited(rival, known.statements))
        self._in_sections = {claim.id for one in chosen if one.heading is not Heading.DISPUTES for claim in one.claims}
        self._pairs = [self._pair(claim) for claim in listed.values()]
        self._rivals = {pair.whole.id: [self._pair(one) for one in self._rivals_of(pair.whole)] for pair in self._pairs}

    @property
    def withheld(self) -> int:
        """How many of the claims rest on withheld sources alone."""
        return sum(pair.seen is None for pair in self._pairs)

    def footnotes(self) -> tuple[tuple[Footnote, ...], Section]:
        """All that was cited so far, and the sources of it."""
        return self._notes.all()

    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of their headings: those of claims, then disputes and registers."""
        own = (self._disputes(one) if one.heading is Heading.DISPUTES else self._section(one) for one in self._chosen)
        return (*own, self._registers())

    def _title(self, heading: Heading) -> str:
        return self._words.say(f"section.{heading}")

    def _pair(self, claim: Claim) -> _Pair:
        return _Pair(claim, self._known.withheld.seen(claim, self._known.statements))

    def _rivals_of(self, claim: Claim) -> list[Claim]:
        rivals = (rival for dispute in claim.disputes for rival in dispute.rivals)
        return [one for rival in dict.fromkeys(rivals) if (one := self._known.withheld.claim_of(rival))]

    def _section(self, chosen: Chosen) -> Section:
        pairs = [pair for pair in self._pairs if pair.whole.id in self._in_sections]
        hidden = [pair for pair in pairs if not pair.seen and heading_of(pair.whole) is chosen.heading]
        listed = [pair for pair in pairs if pair.seen and heading_of(pair.seen) is chosen.heading]
        entries = tuple(self._entry(pair) for pair in sorted(listed, key=_by_time))
        return Section(
            title=self._title(chosen.heading), entries=entries, notes=tuple(self._notes_of(chosen, listed, hidden))
        )

    def _notes_of(self, chosen: Chosen, listed: Sequence[_Pair], hidden: Sequence[_Pair]) -> Iterator[Entry]:
        """What is not listed: nothing found, too many, or withheld."""
        if not listed and not hidden:
            yield self._none()
        if chosen.total > len(chosen.claims):
            every, taken = map(self._words.number, (chosen.total, len(chosen.claims)))
            yield Entry(text=self._words.say("unlisted.most", all=every, taken=taken), footnotes=())
        if hidden:
            text = self._words.counted("unlisted.hidden_more" if listed else "unlisted.hidden", len(hidden))
            yield Entry(text=text, footnotes=self._numbers(*hidden))

    def _none(self) -> Entry:
        documents = self._words.counted("count.document", self._known.searched)
        return Entry(text=self._words.say("unlisted.none", documents=documents), footnotes=())

    def _entry(self, pair: _Pair) -> Entry:
        return Entry(
            text=self._told(pair.seen),
            footnotes=self._numbers(pair),
            notes=tuple(self._said_of(pair)),
            claims=self._open([pair.whole]),
        )

    def _open(self, claims: Iterable[Claim]) -> tuple[ClaimId, ...]:
        """The ids of claims, unless that would tell of sources that are withheld."""
        return () if self._known.withheld.documents else tuple(one.id for one in claims)

    def _told(self, seen: Claim | None) -> str:
        if seen is None:
            return ""
        lead = self._known.statements[seen.lead]
        quoted = _words(self._known.library.passage(lead)) if seen.kind is Kind.QUOTATION else ""
        return told(seen, lead, quoted, self._words)

    def _numbers(self, *pairs: _Pair) -> tuple[int, ...]:
        """The footnotes of claims: what they cite as they were read, and what leads them as they may be told."""
        found = [one for pair in pairs for one in cited(pair.whole, self._known.statements)]
        return self._notes.number([*found, *(pair.seen.lead for pair in pairs if pair.seen)])

    def _said_of(self, pair: _Pair) -> Iterator[str]:
        if (seen := pair.seen) is None:
            return
        words = self._words
        if heading_of(seen) is Heading.OFFICES:
            told_of = (self._known.statements[one.statement] for one in seen.evidence)
            yield from office_days(tenure_of(seen, told_of), words)
        if len(seen.evidence) > 1:
            yield self._told_by(seen)
        if len(seen.evidence) < len(pair.whole.evidence):
            yield words.say("note.withheld_too")
        if held := self._known.held(seen):
            yield then(held, words)
        if belonging := self._known.belonging.get(pair.whole.id):
            yield counted_with(belonging, words)
        if seen.disputes:
            yield words.say("note.disputed")
        if seen.review is not Review.OPEN:
            yield words.say("note.judged", review=words.say(f"review.{seen.review}"))

    def _told_by(self, seen: Claim) -> str:
        counted = self._words.counted
        statements, documents = (
            counted("count.statement", len(seen.evidence)),
            counted("count.document", seen.documents),
        )
        sources = counted("count.source", seen.sources)
        return self._words.say("note.told_by", statements=statements, documents=documents, sources=sources)

    def _disputes(self, chosen: Chosen) -> Section:
        listed = [pair for pair in self._pairs if pair.seen and pair.seen.disputes]
        hidden = [pair for pair in self._pairs if not pair.seen and pair.whole.disputes]
        entries = tuple(self._dispute(pair) for pair in sorted(listed, key=_by_time))
        return Section(
            title=self._title(chosen.heading), entries=entries, notes=tuple(self._notes_of(chosen, listed, hidden))
        )

    def _dispute(self, pair: _Pair) -> Entry:
        """Both sides: what the claim says, over its own footnotes and those of the claims that rival it."""
        disputes = pair.seen.disputes if pair.seen else ()
        sides = [one for one in self._rivals[pair.whole.id] if one.seen]
        is_told = any(one.rivals for one in disputes)
        rivals = (f"{self._words.say('told_by.against')}: {self._told(one.seen)}" for one in sides if is_told)
        return Entry(
            text=self._told(pair.seen),
            footnotes=self._numbers(pair, *self._rivals[pair.whole.id]),
            notes=(*(disagreement(one, self._words) for one in disputes), *rivals),
            claims=self._open([pair.whole, *(one.whole for one in sides)]),
        )

    def _registers(self) -> Section:
        """How registers and press tell the claims that are listed, each held against the other."""
        rivals = (one for several in self._rivals.values() for one in several)
        pairs = {pair.seen.id: pair for pair in (*rivals, *self._pairs) if pair.seen}
        listed = (pair.seen for pair in pairs.values() if pair.seen)
        entries = tuple(
            Entry(
                text=f"{one.words}: {self._told(one.claim)}",
                footnotes=self._numbers(*(pairs[claim.id] for claim in one.claims)),
                notes=tuple(f"{self._words.say('told_by.press')}: {self._told(claim)}" for claim in one.claims[1:]),
                claims=self._open(one.claims),
            )
            for one in compared(listed, self._known.surroundings, self._words)
        )
        notes = tuple(self._notes_on_registers(entries))
        return Section(title=self._title(Heading.REGISTERS), entries=entries, notes=notes)

    def _notes_on_registers(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        if self._known.withheld.documents:
            yield Entry(text=self._words.say("unlisted.apart"), footnotes=())
        elif not self._known.surroundings.registers:
            yield Entry(text=self._words.say("unlisted.no_register"), footnotes=())
        if not entries and self._known.surroundings.registers:
            yield self._none()


def _words(passage: Passage) -> str:
    start, end = passage.words
    return passage.sentence[start:end].strip(' "“”«»„')


def by_time(claim: Claim) -> tuple[bool, str, str]:
    """By the first day that a claim tells of, those that tell none last; then by id."""
    days = days_of(claim.time) or term_of(claim)
    return days is None, str(days[0]) if days else "", claim.id


def _by_time(pair: _Pair) -> tuple[bool, str, str]:
    return by_time(pair.seen or pair.whole)
