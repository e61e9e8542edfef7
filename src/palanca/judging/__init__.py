"""What people judge: they decide on things and claims, state what no reader read, and look at what waits for them.

An open case and a `Judge` enter; each judgement is appended to the case, which is then settled, and leaves. Nothing is
overwritten, and what cannot be judged is refused before it is kept. What waits is in `review`.
"""

from palanca.judging.deciding import (
    confirm,
    correct,
    different,
    judge_proposal,
    of_branch,
    of_country,
    reject,
    rename,
    retype,
    same,
    undo,
)
from palanca.judging.judge import Judge
from palanca.judging.pointing import find_thing
from palanca.judging.stating import Marked, NewStatement, state, words_in

__all__ = [
    "Judge",
    "Marked",
    "NewStatement",
    "confirm",
    "correct",
    "different",
    "find_thing",
    "judge_proposal",
    "of_branch",
    "of_country",
    "reject",
    "rename",
    "retype",
    "same",
    "state",
    "undo",
    "words_in",
]
