"""Judgements: what a person decided, on which words, and what can be undone by another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from palanca.records.errors import InvalidRecord
from palanca.records.ids import DocumentId, JudgementId, content_hash
from palanca.records.span import Span
from palanca.records.statement import Kind


class Verdict(StrEnum):
    """What a judgement decides."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"
    RETYPE = "retype"
    COUNTRY = "country"
    BRANCH = "branch"
    REJECT = "reject"
    CONFIRM = "confirm"
    CORRECT = "correct"
    STATE = "state"
    UNDO = "undo"


class Field(StrEnum):
    """What a correction puts right. `actor`, `recipient`, `person`, `body`, `source` and `target` name who fills it."""

    TIME = "time"
    START = "start"
    END = "end"
    PLACE = "place"
    ROLE = "role"
    CATEGORY = "category"
    MODALITY = "modality"
    VALUE = "value"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    PERSON = "person"
    BODY = "body"
    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The words that a judgement stands on, so that they are found again after a re-reading.

    `name` is the name of the document, `words` the text at `span` and `sentence` the sentence around it. An anchor of
    a statement has its `kind`, what it tells in one line (`told`) and who fills its roles (`parties`); one of a name
    has none of them.
    """

    document: DocumentId
    name: str
    span: Span
    words: str
    sentence: str
    kind: Kind | None = None
    told: str = ""
    parties: tuple[str, ...] = ()


_ANCHORS = {
    Verdict.SAME: 2, Verdict.DIFFERENT: 2, Verdict.RENAME: 1, Verdict.RETYPE: 1, Verdict.COUNTRY: 1, Verdict.BRANCH: 1,
    Verdict.CORRECT: 1, Verdict.UNDO: 0,
}  # fmt: skip
_VALUED = {Verdict.RENAME, Verdict.RETYPE, Verdict.COUNTRY, Verdict.BRANCH, Verdict.CORRECT, Verdict.STATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. Append-only: what is wrong in it is undone by another.

    `same` and `different` stand on two names, `rename` and `retype` on one, with the new name or schema in `value`,
    as do `country` and `branch`, with what the thing belongs to (ISO 3166-1 alpha-3, a `Branch`; empty for none);
    `reject` and `confirm` on the statements judged (all those of a claim), `correct` on one statement, with the
    `field` and its new `value` as the field is written (EDTF, a PLOVER category, a name; empty for none). `state` tells
    what no reader read: it stands on the words that tell it, then on those that fill each part of it, and `value` is
    the rest of it (see `Stated`). `undo` names the judgement that it `undoes`. `at` is the moment of judging, with its
    time zone.
    """

    verdict: Verdict
    who: str
    at: datetime
    anchors: tuple[Anchor, ...] = ()
    field: Field | None = None
    value: str | None = None
    undoes: JudgementId | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        wanted = _ANCHORS.get(self.verdict)
        if wanted is not None and len(self.anchors) != wanted:
            raise InvalidRecord(f"a judgement {self.verdict} stands on {wanted} anchors, not {len(self.anchors)}")
        if wanted is None and not self.anchors:
            raise InvalidRecord(f"a judgement {self.verdict} needs the statements that it judges")
        if (self.verdict is Verdict.CORRECT) != (self.field is not None):
            raise InvalidRecord("a correction names its field, and nothing else does")
        if (self.verdict is Verdict.UNDO) != (self.undoes is not None):
            raise InvalidRecord("an undo names the judgement that it undoes, and nothing else does")
        if self.verdict in _VALUED and self.value is None:
            raise InvalidRecord(f"a judgement {self.verdict} needs a value")
        if self.at.tzinfo is None:
            raise InvalidRecord("the moment of a judgement needs a time zone")

    @property
    def id(self) -> JudgementId:
        """The hash of everything, who and when included: the same decision taken twice is two judgements."""
        return JudgementId(
            content_hash(
                "judgement", self.verdict, self.who, self.at.isoformat(), self.anchors, self.field, self.value,
                self.undoes, self.note,
            )
        )  # fmt: skip


class Standing(StrEnum):
    """What has become of a judgement."""

    HOLDS = "holds"
    UNDONE = "undone"
    SET_ASIDE = "set aside"  # its words have changed: it asks again
    IN_CONFLICT = "in conflict"  # another person decided otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementState:
    """Whether a judgement holds, and why not."""

    judgement: JudgementId
    standing: Standing
    reason: str = ""
