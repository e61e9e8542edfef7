"""Frames of events: which words tell an act, by which syntax, and what it is coded as. One file a PLOVER category.

A verb is written as a pattern, the verb first and then what must stand around it:

    meet                  the verb alone
    reject <proposal>     an object of a class of `frames/classes.yaml`; outside the classes, that very noun
    withdraw from:treaty  a preposition before a noun of a class; `from:*` before any
    pull ~out, set on:fire, shoot dead   a word beside the verb (or beside its object), `~` before particles
    agree +to, say +that, go +ing, let +  an infinitive, a content clause, a gerund, any clause
    gather -              no object
    call =alone           one object and no complement (not "called him a liar")
    oppose =passive to    the passive without an agent, whose subject acts all the same ("is opposed to")
    expect =active +to    no passive ("is expected to visit" demands nothing)
    arrive @force         a subject of a class

The pattern with the most conditions wins; `party`, `person`, `place` and `igo` (a named body of several states) are
classes that readers know themselves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Literal

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import Category, Context
from palanca.records.errors import LexiconError

DEFAULT_RECIPIENTS = ("against", "on", "upon", "to", "toward", "towards", "at", "with", "from", "for")
PARTY, PERSON, PLACE, IGO = "<party>", "<person>", "<place>", "<igo>"
_OF_READERS = frozenset({PARTY, PERSON, PLACE, IGO})
_JOINING = {"of", "from", "by", "for", "to", "in", "on"}
_CLAUSES = {"+": "any", "+to": "to", "+that": "that", "+ing": "ing"}


class Needs(StrEnum):
    """Which parties must be named for an event to be told."""

    EITHER = "either"
    BOTH = "both"
    ACTOR = "actor"


class _Frame(Entry):
    name: str
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    symmetric: bool = False
    inverse: bool = False
    ambiguous: bool = False
    commits: bool = False
    absorbs: bool = False
    open: bool = False
    matter: bool = False
    retells: bool = False
    recipients: tuple[str, ...] = DEFAULT_RECIPIENTS
    of: Literal["actor", "recipient", "ignored"] = "recipient"
    needs: Needs = Needs.EITHER
    strength: float = 0.8


class _File(Entry):
    category: Category
    frames: tuple[_Frame, ...]


class _Classes(Entry):
    classes: dict[str, tuple[str, ...]]


class _LightVerbs(Entry):
    gives: tuple[str, ...]
    gets: tuple[str, ...]
    reports: tuple[str, ...]
    announces: tuple[str, ...]
    schedules: tuple[str, ...]
    travels: tuple[str, ...]
    happens: tuple[str, ...]
    undergone: tuple[str, ...]
    idle: tuple[str, ...]
    silences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What an act is coded as, and who plays which part in it.

    `recipients` are the prepositions before the party that undergoes the act; of a symmetric act, before the other
    party. `of_role` says what "of X" is beside the noun. `inverse` acts are told from the receiving side. `commits`:
    words that bind to an act yet to come, whose kind (a promise or a threat) its clause decides. `absorbs`: the clauses
    and nouns that it governs are not acts of their own. `open`: may be told without a named party. `matter`: its
    objects are what is spoken of, and no parties ("discussed IRAN with Togo"). `retells`: says who did what was told
    before ("CLAIMED responsibility for the raid"). `ambiguous`: means other things in sport
    and nature, and needs an organised party.
    """

    category: Category
    name: str
    mode: str | None
    contexts: tuple[Context, ...]
    symmetric: bool
    inverse: bool
    ambiguous: bool
    commits: bool
    absorbs: bool
    open: bool
    matter: bool
    retells: bool
    recipients: frozenset[str]
    of_role: Literal["actor", "recipient", "ignored"]
    needs: Needs
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to word a frame. `objects` and `obliques` hold nouns, or names of classes that readers know.

    `weight` counts conditions: the heavier of two patterns that hold is the better reading.
    """

    frame: Frame
    text: str
    head: str
    objects: tuple[frozenset[str], ...] = ()
    obliques: tuple[tuple[str, frozenset[str]], ...] = ()
    words: tuple[str, ...] = ()
    clause: str | None = None
    no_object: bool = False
    passive: bool = False
    active: bool = False
    alone: bool = False
    subjects: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The patterns by the word that heads them: verbs and adjectives by lemma, nouns by lemma or by plural form."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    gives: frozenset[str]
    gets: frozenset[str]
    reports: frozenset[str]
    announces: frozenset[str]
    schedules: frozenset[str]
    travels: frozenset[str]
    happens: frozenset[str]
    undergone: frozenset[str]
    idle: frozenset[str]
    silences: frozenset[str]
    by_name: Mapping[str, Frame]
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)


@cache
def frames() -> Frames:
    """All frames, read once. Raises LexiconError where a file breaks its model or a pattern cannot be read."""
    classes = {name: frozenset(nouns) for name, nouns in load_yaml("frames/classes.yaml", _Classes).classes.items()}
    light = load_yaml("frames/light_verbs.yaml", _LightVerbs)
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    adjectives: dict[str, list[Pattern]] = {}
    by_name: dict[str, Frame] = {}
    for category in Category:
        for entry, frame in _frames_of(category):
            if by_name.setdefault(frame.name, frame) is not frame:
                raise LexiconError(f"frames/{category.lower()}.yaml: frame {frame.name!r} is known already: rename it")
            for text in entry.verbs:
                pattern = read_pattern(text, frame, classes)
                verbs.setdefault(pattern.head, []).append(pattern)
            for text in entry.nouns:
                noun = _noun_pattern(text, frame)
                nouns.setdefault(noun.head, []).append(noun)
            for text in entry.adjectives:
                adjectives.setdefault(text, []).append(
                    Pattern(frame=frame, text=text, head=text, clause="to", weight=2)
                )
    return Frames(
        verbs=_ranked(verbs),
        nouns=_ranked(nouns),
        adjectives=_ranked(adjectives),
        gives=frozenset(light.gives),
        gets=frozenset(light.gets),
        reports=frozenset(light.reports),
        announces=frozenset(light.announces),
        schedules=frozenset(light.schedules),
        travels=frozenset(light.travels),
        happens=frozenset(light.happens),
        undergone=frozenset(light.undergone),
        idle=frozenset(light.idle),
        silences=frozenset(light.silences),
        by_name=by_name,
        classes=classes,
    )


def read_pattern(text: str, frame: Frame, classes: Mapping[str, frozenset[str]]) -> Pattern:
    """A verb pattern as its conditions. Raises LexiconError if it is empty or a condition is malformed."""
    head, *conditions = text.split() or [""]
    if not head.isalpha() and "-" not in head:
        raise LexiconError(f"pattern {text!r} of frame {frame.name!r} starts with no verb: write the verb first")
    objects: list[frozenset[str]] = []
    obliques: list[tuple[str, frozenset[str]]] = []
    words: list[str] = []
    subjects: frozenset[str] = frozenset()
    marks: set[str] = set()
    clause, bare = None, False
    for condition in conditions:
        if condition.startswith("<") and condition.endswith(">"):
            objects.append(_members(condition[1:-1], classes))
        elif ":" in condition:
            preposition, _, wanted = condition.partition(":")
            obliques.append((preposition, _members(wanted, classes)))
        elif condition in _CLAUSES:
            clause = _CLAUSES[condition]
        elif condition == "-":
            bare = True
        elif condition.startswith("="):
            marks.add(condition[1:])
        elif condition.startswith("@"):
            subjects = _members(condition[1:], classes)
        else:
            words.append(condition.removeprefix("~"))
    told = (clause is not None, bool(subjects), "passive" in marks)
    conditions_of_two = len(objects) + len(obliques) + len(words) + sum(told)
    known = any(members for _, members in obliques)  # "withdraw from:treaty" says more than "withdraw from"
    return Pattern(
        frame=frame, text=text, head=head, objects=tuple(objects), obliques=tuple(obliques), words=tuple(words),
        clause=clause, no_object=bare, passive="passive" in marks, active="active" in marks, alone="alone" in marks,
        subjects=subjects,
        weight=2 * conditions_of_two + (bare or known) + (bool(subjects) and PERSON not in subjects),
    )  # fmt: skip


def _noun_pattern(text: str, frame: Frame) -> Pattern:
    """A noun with the words that stand before it, or with a preposition after it ("exchange of prisoners")."""
    words = text.split()
    for i, word in enumerate(words[1:-1], start=1):
        if word in _JOINING:
            rest = frozenset({words[-1], words[-1].removesuffix("s")})
            return Pattern(
                frame=frame, text=text, head=words[i - 1], before=tuple(words[: i - 1]), obliques=((word, rest),),
                weight=2 * (len(words) - 1),
            )  # fmt: skip
    words = [w for w in words if w not in {"of", "by"}]
    return Pattern(frame=frame, text=text, head=words[-1], before=tuple(words[:-1]), weight=2 * (len(words) - 1))


def _members(name: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if name == "*":
        return frozenset()
    return frozenset().union(*(_class(part, classes) for part in name.split("|")))


def _class(name: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return classes.get(name, frozenset({f"<{name}>" if f"<{name}>" in _OF_READERS else name}))


def _frames_of(category: Category) -> Iterator[tuple[_Frame, Frame]]:
    file = load_yaml(f"frames/{category.lower()}.yaml", _File)
    if file.category is not category:
        raise LexiconError(f"frames/{category.lower()}.yaml says category {file.category}: name it {category}")
    for entry in file.frames:
        yield entry, Frame(
            category=category, name=entry.name, mode=entry.mode, contexts=entry.contexts, symmetric=entry.symmetric,
            inverse=entry.inverse, ambiguous=entry.ambiguous, commits=entry.commits,
            absorbs=entry.absorbs, open=entry.open, matter=entry.matter, retells=entry.retells,
            recipients=frozenset(entry.recipients), of_role=entry.of,
            needs=entry.needs, strength=entry.strength,
        )  # fmt: skip


def _ranked(found: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    return {
        head: tuple(sorted(patterns, key=lambda p: (-p.weight, -_listed(p), -p.frame.strength)))
        for head, patterns in found.items()
    }


def _listed(pattern: Pattern) -> int:
    """How many objects are asked for by a list of nouns: "suspend <parliament>" says more than "suspend <person>"."""
    return sum(not wanted & _OF_READERS for wanted in pattern.objects)
