"""What registers and press say of the claims of a dossier, held against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.analysis.coverage import Surroundings
from palanca.analysis.reconciliation import Reconciled, RegisterVerdict, reconcile
from palanca.exchange.dossier.lines import TOLD_BY
from palanca.records import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How a claim stands between a register and the press, in words, and the claims of both sides, each once."""

    words: str
    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The one to tell: the register's where it has one."""
        return self.claims[0]


def compared(claims: Iterable[Claim], known: Surroundings) -> Iterator[Compared]:
    """How these claims stand, conflicts first; nothing where no register covers or tells them."""
    if not known.registers:
        return
    for one in reconcile(claims, known):
        sides = {claim.id: claim for claim in (one.row, one.press) if claim}
        yield Compared(words=_words(one, known), claims=tuple(sides.values()))


def _words(one: Reconciled, known: Surroundings) -> str:
    register = known.registers.get(one.register)
    name = f"{one.register} ({register.title})" if register else one.register
    match one.verdict:
        case RegisterVerdict.CORROBORATED:
            return TOLD_BY.say("same", register=name)
        case RegisterVerdict.CONFLICT:
            return TOLD_BY.say("differ", register=name, difference=one.difference)
        case RegisterVerdict.PRESS_ONLY:
            return TOLD_BY.say("uncovered", register=name)
        case _:
            return TOLD_BY.say("register", register=name)
