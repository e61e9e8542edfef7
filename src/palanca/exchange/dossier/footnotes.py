"""The numbers of footnotes: one for each statement that a dossier cites, in the order in which it first does.

Numbers are given out before anything is withheld, so that they stay the same whatever is; what only a dossier with
withheld sources must cite gets a number after all others.
"""

from collections.abc import Iterator, Sequence
from itertools import batched

from palanca.analysis.tables import Library
from palanca.exchange.dossier.content import Footnote, Section
from palanca.exchange.dossier.sources import Sources, place_of
from palanca.exchange.dossier.withholding import Statements, Withheld
from palanca.exchange.dossier.words import Words
from palanca.records import Claim, StatementId

_MOST_OF_A_CLAIM = 8
_BATCH = 100


def cited(claim: Claim, known: Statements) -> list[StatementId]:
    """Which statements of a claim to cite: the one that says most, one for each side, one for each independent voice.

    Eight at most, in this order.
    """
    ordered = sorted(claim.evidence, key=lambda one: one.statement != claim.lead)
    sides: dict[object, StatementId] = {}
    voices: dict[int, StatementId] = {}
    for one in ordered:
        statement = known[one.statement]
        sides.setdefault((one.stance, statement.time, statement.detail), one.statement)
        voices.setdefault(one.voice, one.statement)
    return list(dict.fromkeys((*sides.values(), *voices.values())))[:_MOST_OF_A_CLAIM]


class Footnotes:
    """The footnotes of one dossier."""

    def __init__(self, known: Statements, library: Library, withheld: Withheld, words: Words) -> None:
        self._known, self._library, self._withheld, self._words = known, library, withheld, words
        self._numbers: dict[StatementId, int] = {}

    def number(self, statements: Sequence[StatementId]) -> tuple[int, ...]:
        """The numbers of these statements, in order of number."""
        for one in statements:
            self._numbers.setdefault(one, len(self._numbers) + 1)
        return tuple(sorted({self._numbers[one] for one in statements}))

    def is_withheld(self, statement: StatementId) -> bool:
        """Whether a statement may not be told."""
        return self._withheld.covers(self._known[statement].document)

    def all(self) -> tuple[tuple[Footnote, ...], Section]:
        """Every footnote that has a number, in order, and the sources that they cite."""
        sources = Sources(self._words, is_any_withheld=bool(self._withheld.documents))
        footnotes = tuple(
            self._footnote(number, statement, sources)
            for several in batched(self._numbers.items(), _BATCH)
            for number, statement in self._looked_up(several)
        )
        return footnotes, sources.section()

    def _looked_up(self, several: Sequence[tuple[StatementId, int]]) -> Iterator[tuple[int, StatementId]]:
        """Numbers and statements, with the documents of all at hand."""
        told = [statement for statement, _ in several if not self.is_withheld(statement)]
        self._library.look_up({self._known[one].document for one in told})
        for statement, number in several:
            yield number, statement

    def _footnote(self, number: int, statement: StatementId, sources: Sources) -> Footnote:
        if self.is_withheld(statement):
            return Footnote(number=number, place=self._words.say("source.withheld"), is_withheld=True)
        passage = self._library.passage(self._known[statement])
        document, _ = self._library.place(self._known[statement])
        sources.cite(document, number)
        return Footnote(
            number=number, place=place_of(document, passage, self._words), sentence=passage.sentence,
            words=passage.words, document=passage.document, language=document.language or "",
        )  # fmt: skip
