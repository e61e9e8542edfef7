"""What stands beside a line: the days of an office, what parties held then, on what sources disagree."""

from collections.abc import Iterable, Sequence

from palanca.analysis.belongings import Belonging
from palanca.analysis.tables import HeldThen
from palanca.claims.telling import Days
from palanca.claims.tenures import TENURES, Tenure
from palanca.exchange.dossier.times import said_days, said_if_time
from palanca.exchange.dossier.words import Words
from palanca.lexicon.countries import country
from palanca.records import Dispute, DisputeKind

_MOST_STRETCHES = 3
_OF_TIME = frozenset({DisputeKind.TIME, DisputeKind.START, DisputeKind.END})
_BETWEEN = "; "


def office_days(tenure: Tenure | None, words: Words) -> list[str]:
    """The days of an office, those that are certain and those no more than possible; then what is said of its ends."""
    if tenure is None:
        return [words.say("note.no_day")]
    certain = _listed("note.certain", _joined(tenure.throughout), words)
    sometime = _listed("note.sometime", sorted(set(tenure.sometime)), words)
    possible = words.say("note.possible", days=said_days(tenure.possible, words))
    ends = _BETWEEN.join(_end(one, words) for one in tenure.told.split(_BETWEEN) if one)
    told = words.say("note.ends", ends=ends) if ends else ""
    return list(filter(None, (_BETWEEN.join(filter(None, (certain, sometime, possible))), told)))


def _end(sentence: str, words: Words) -> str:
    """What another room says of an end of a tenure, in the language of the dossier."""
    said = TENURES.read(sentence)
    if said is None:
        return sentence
    return words.say(f"tenure.{said.code}", **{name: said_if_time(text, words) for name, text in said.values.items()})


def _listed(key: str, stretches: Sequence[Days], words: Words) -> str:
    if not stretches:
        return ""
    # Some of many; one alone would be counted in the room that it needs.
    shown = stretches if len(stretches) <= _MOST_STRETCHES + 1 else stretches[:_MOST_STRETCHES]
    listed = ", ".join(said_days(one, words) for one in shown)
    left = len(stretches) - len(shown)
    return words.say(key, stretches=words.counted("note.more", left, listed=listed) if left else listed)


def _joined(stretches: Iterable[Days]) -> list[Days]:
    """Stretches in order, those that overlap as one."""
    found: list[Days] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def then(held: Iterable[HeldThen], words: Words) -> str:
    """What those who took part in an event held then: "then: Ama Owusu (minister of transport, Ghana)"."""
    several = (
        words.say("note.held" if one.is_certain else "note.held_perhaps", person=one.person, office=one.office)
        for one in held
    )
    return words.say("note.then", held=_BETWEEN.join(several))


def counted_with(belonging: Belonging, words: Words) -> str:
    """With whom the holder of an office is counted, by the rules of `analysis.belongings`."""
    land = country(belonging.country).called_in(words.language) if belonging.country else ""
    branch = words.say(f"branch.{belonging.branch}") if belonging.branch else ""
    return words.say("note.counted_with", whose=", ".join(filter(None, (land, branch))))


def disagreement(dispute: Dispute, words: Words) -> str:
    """A dispute in words, with its sides where they may be told."""
    on = words.say(f"on.{dispute.kind}")
    if not dispute.values:
        return words.say("note.untold", on=on)
    sides = words.either_of([_side(one, dispute.kind, words) for one in dispute.values])
    return words.say("note.dispute", on=on, sides=sides)


def _side(value: str, kind: DisputeKind, words: Words) -> str:
    if kind in _OF_TIME:
        return said_if_time(value, words)
    return words.named("modality", value) if kind is DisputeKind.DENIED else value
