"""What a case keeps of what people decide, and what waits for them: one part of `store.Case`."""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from palanca.records import Judgement, JudgementId, JudgementState, Proposal


class Ledger(Protocol):
    """Judgements, what has become of them, and the pairs of things that nobody has judged."""

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Keep judgements for good; those that stand in the case already are left. Gives the number of new ones."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """All judgements, by moment, then id."""
        ...

    def judgement_log(
        self, *, naming: Collection[str] = (), offset: int = 0, limit: int | None = None
    ) -> Iterator[Judgement]:
        """Judgements, the latest first: `limit` of them after `offset`.

        With `naming`, only those that name one of these ids: of a document that they stand on, their own, or that of a
        judgement that they undo. Faster than `judgements`, of which it reads no more than it gives.
        """
        ...

    def count_judgements(self) -> int:
        """How many judgements there are."""
        ...

    def judgement_states(self, judgements: Collection[JudgementId] | None = None) -> dict[JudgementId, JudgementState]:
        """What has become of these judgements, or of each, as last settled."""
        ...

    def proposals(self, called: str = "", *, offset: int = 0, limit: int | None = None) -> Iterator[Proposal]:
        """Pairs of things that wait for a person, the heaviest evidence first: `limit` of them after `offset`.

        `called` are parts of words: each stands in a name of one of the two, in whatever case.
        """
        ...

    def count_proposals(self, called: str = "") -> int:
        """How many pairs wait, of those that are `called` so."""
        ...
