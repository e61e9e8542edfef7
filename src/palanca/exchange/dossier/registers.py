"""What registers and press say of the claims of a dossier, held against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palanca.analysis.coverage import Surroundings
from palanca.analysis.reconciliation import DIFFERENCES, Reconciled, RegisterVerdict, reconcile
from palanca.exchange.dossier.times import said_if_time
from palanca.exchange.dossier.words import Words
from palanca.records import Claim

_TOLD_BY = {
    RegisterVerdict.CORROBORATED: "same",
    RegisterVerdict.CONFLICT: "differ",
    RegisterVerdict.PRESS_ONLY: "uncovered",
    RegisterVerdict.REGISTER_ONLY: "register",
    RegisterVerdict.OUT_OF_TIME: "register",
}
_OF_TIME = frozenset({"day", "days"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How a claim stands between a register and the press, in words, and the claims of both sides, each once."""

    words: str
    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The one to tell: the register's where it has one."""
        return self.claims[0]


def compared(claims: Iterable[Claim], known: Surroundings, words: Words) -> Iterator[Compared]:
    """How these claims stand, conflicts first; nothing where no register covers or tells them."""
    if not known.registers:
        return
    for one in reconcile(claims, known):
        sides = {claim.id: claim for claim in (one.row, one.press) if claim}
        yield Compared(words=_told_by(one, known, words), claims=tuple(sides.values()))


def _told_by(one: Reconciled, known: Surroundings, words: Words) -> str:
    register = known.registers.get(one.register)
    name = f"{one.register} ({register.title})" if register else one.register
    difference = "; ".join(_differs(said, words) for said in one.difference.split("; "))
    return words.say(f"told_by.{_TOLD_BY[one.verdict]}", register=name, difference=difference)


def _differs(sentence: str, words: Words) -> str:
    """What another room says of a difference, in the language of the dossier."""
    said = DIFFERENCES.read(sentence)
    if said is None:
        return sentence
    sides = said.values.pop("sides").split(" or ")
    worded = [said_if_time(one, words) if said.code in _OF_TIME else one for one in sides]
    return words.say(f"differs.{said.code}", sides=words.either_of(worded), **said.values)
