"""One tree of errors. A message names the thing, the place and the remedy."""


class PalancaError(Exception):
    """Something that the user can understand and mend. Bugs raise other exceptions."""


class InvalidTime(PalancaError, ValueError):
    """A string is not an EDTF time that Palanca reads."""


class InvalidRecord(PalancaError, ValueError):
    """Values that contradict each other were given to a record."""


class UnreadableInput(PalancaError):
    """A source cannot be read; the message says why and what would help."""


class LexiconError(PalancaError):
    """A word list or frame file breaks its schema; the message names file and entry."""


class InvalidMapping(PalancaError):
    """A mapping of a register cannot be used; the message names file and line, and what would be right."""


class InvalidPattern(PalancaError):
    """A pattern file cannot be used, or no pattern has that name; the message names file and line, and the remedy."""


class PipelineNotFound(PalancaError):
    """No language pipeline by that name or path, or none for that language."""


class CaseError(PalancaError):
    """A case cannot be opened, is newer than this program, or is not a case."""


class Outdated(CaseError):
    """A claim stands on words that have just gone: the case is being settled, and tells it otherwise in a moment."""


class UnknownDocument(CaseError, LookupError):
    """No document of the case has that name or id."""


class UnknownEntity(CaseError, LookupError):
    """No entity of the case has that name or id."""


class AmbiguousName(CaseError, LookupError):
    """Several things of the case bear that name; the message tells how to say which."""


class UnknownClaim(CaseError, LookupError):
    """No claim of the case has that id, or none that begins so."""


class UnknownJudgement(CaseError, LookupError):
    """No judgement of the case has that id, or none that begins so."""


class InvalidJudgement(PalancaError, ValueError):
    """A judgement that cannot be: a field that its kind does not have, a value that does not parse."""


class UnknownChannel(PalancaError, LookupError):
    """No channel of the lexicon has that name."""


class UnknownFormat(PalancaError, LookupError):
    """No format of export has that name, or none has files that end so; the message lists those that there are."""


class UnwritableOutput(PalancaError):
    """What was asked for cannot be written where it should go; the message says why and what would help."""


class UnreadableQuery(PalancaError, ValueError):
    """A query cannot be read. `problem` says what and how to mend it, `position` is the character, from 0."""

    def __init__(self, problem: str, *, query: str, position: int) -> None:
        self.problem, self.query, self.position = problem, query, position
        first = max(0, position - 40)
        shown = "".join(sign if sign.isprintable() else " " for sign in query[first : position + 40])
        caret = " " * (position - first) + "^"
        super().__init__(f"the query cannot be read at character {position + 1}: {problem}\n  {shown}\n  {caret}")
