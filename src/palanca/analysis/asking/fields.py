"""The fields of the filter language: what may stand before a colon, and what may stand after it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from palanca.lexicon.channels import channels
from palanca.records import Category, InstrumentKind, Kind, Modality, Review, RoleName, TieKind
from palanca.records.query import Branch, Field


class Takes(Enum):
    """What the value of a field is."""

    PARTY = auto()  # a name, which begins a test of a party
    COUNTRY = auto()  # a country, of the party before it or of any
    BRANCH = auto()
    OFFICE = auto()
    CHOICE = auto()
    TEXT = auto()  # a word or words that are compared whole
    NUMBER = auto()
    TIME = auto()
    PLACE = auto()
    SAID = auto()
    SPEAKER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWord:
    """One field: its word, what it takes, what it asks in one plain sentence, and an example of a value.

    `choices` are the values that there are, where they are listed.
    """

    word: str
    takes: Takes
    asks: str
    example: str
    roles: tuple[RoleName, ...] = ()
    is_other: bool = False
    is_certain: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that this field takes; empty where any word may stand."""
        if self.takes is Takes.BRANCH:
            return tuple(Branch)
        return tuple(_CHOICES[Field(self.word)]()) if self.takes is Takes.CHOICE else ()


def _channels() -> Sequence[str]:
    return [one.name for one in channels()]


_CHOICES: Mapping[Field, Callable[[], Sequence[str]]] = {
    Field.KIND: lambda: list(Kind),
    Field.CATEGORY: lambda: list(Category),
    Field.CHANNEL: _channels,
    Field.MODALITY: lambda: list(Modality),
    Field.TIE: lambda: list(TieKind),
    Field.INSTRUMENT: lambda: list(InstrumentKind),
    Field.REVIEW: lambda: list(Review),
    Field.DISPUTED: lambda: ["yes", "no"],
}


def _of(
    word: str, takes: Takes, asks: str, example: str, *, roles: tuple[RoleName, ...] = (), **how: bool
) -> FieldWord:
    return FieldWord(word=word, takes=takes, asks=asks, example=example, roles=roles, **how)


ACTING = (RoleName.ACTOR, RoleName.PERSON, RoleName.SOURCE, RoleName.ISSUER, RoleName.SUBJECT)
"""The roles of those who do something, hold it, own it or issue it."""
ACTED_ON = (RoleName.RECIPIENT, RoleName.BODY, RoleName.TARGET, RoleName.PARTY)
"""The roles of those upon whom something is done, or who are party to it."""

_ALL = (
    _of("who", Takes.PARTY, "names a party, by any name that the case knows", '"Ama Owusu"'),
    _of("with", Takes.PARTY, "names another party than the one before it", "congress", is_other=True),
    _of("by", Takes.PARTY, "names a party that acts", "Norway", roles=ACTING),
    _of("to", Takes.PARTY, "names a party that is acted on", '"Volta Freight"', roles=ACTED_ON),
    _of("of", Takes.COUNTRY, "the party before it, or any, belongs to a country", "Peru"),
    _of("branch", Takes.BRANCH, "the party before it, or any, acts for a branch", "police"),
    _of("office", Takes.OFFICE, "an office of this title is told", '"minister of transport"'),
    _of("kind", Takes.CHOICE, "the kind of claim", "event"),
    _of("category", Takes.CHOICE, "the PLOVER category of an event", "CONSULT"),
    _of("mode", Takes.TEXT, "the PLOVER mode of an event", "visit"),
    _of("channel", Takes.CHOICE, "the channel of an event", "military"),
    _of("tie", Takes.CHOICE, "the kind of a tie", "owns"),
    _of("instrument", Takes.CHOICE, "the kind of an instrument", "law"),
    _of("modality", Takes.CHOICE, "how the sources put it", "asserted"),
    _of("time", Takes.TIME, "can fall in this time", "2022-11..2022-12"),
    _of("during", Takes.TIME, "cannot fall outside this time", "2022", is_certain=True),
    _of("place", Takes.PLACE, "where it took place", "Lima"),
    _of("sources", Takes.NUMBER, "how many independent sources", ">=2"),
    _of("documents", Takes.NUMBER, "how many documents", ">=2"),
    _of("confidence", Takes.NUMBER, "how sure, from 0 to 1", ">=0.7"),
    _of("said", Takes.SAID, "words of a sentence under the claim", '"dual-use port"'),
    _of("speaker", Takes.SPEAKER, "who says it within a text", '"Rajiv Menon"'),
    _of("document", Takes.TEXT, "the name of a document", "accra"),
    _of("outlet", Takes.TEXT, "who published it", '"Accra Courier"'),
    _of("register", Takes.TEXT, "the register in which it stands", "visits"),
    _of("review", Takes.CHOICE, "what a person said of it", "confirmed"),
    _of("disputed", Takes.CHOICE, "whether sources disagree on it", "yes"),
)
FIELDS: Mapping[str, FieldWord] = {one.word: one for one in _ALL}
"""Every field by its word, in the order in which they are explained."""
