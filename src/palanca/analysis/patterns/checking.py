"""What the keys of a pattern file must agree on: each fault with the path of keys at which it stands."""

from collections.abc import Iterator
from itertools import product

from palanca.analysis.asking import query_of
from palanca.analysis.patterns.declared import VARIABLE_IN_WORDS, DeclaredPattern, DeclaredWay
from palanca.lexicon.handwritten import Fault
from palanca.records.errors import UnreadableQuery
from palanca.records.query import All, Either, Field, Not, Query, Words

_MOST_COMBINATIONS = 32


def faults_of(declared: DeclaredPattern) -> Iterator[Fault]:
    """Every fault, in the order of the file's keys."""
    yield from _lines(declared)
    yield from _measures(declared)
    yield from _joins(declared)
    yield from _exclusions(declared)
    yield from _times(declared)
    yield from _names(declared)


def _ways(declared: DeclaredPattern) -> Iterator[tuple[tuple[str | int, ...], DeclaredWay]]:
    for key, legs in (("legs", declared.legs), ("without", declared.without)):
        for name, leg in legs.items():
            yield from (((key, name, "ways", at), way) for at, way in enumerate(leg.ways))


def _lines(declared: DeclaredPattern) -> Iterator[Fault]:
    for path, way in _ways(declared):
        try:
            query = query_of(way.asks)
        except UnreadableQuery as error:
            yield (*path, "asks"), str(error)
            continue
        if _asks_standing(query):
            yield (*path, "asks"), "legs are claims that sources put as having happened: take modality and review out"


def _asks_standing(query: Query) -> bool:
    match query:
        case All() | Either():
            return any(map(_asks_standing, query.parts))
        case Not():
            return _asks_standing(query.part)
        case Words():
            return query.field in (Field.MODALITY, Field.REVIEW)
        case _:
            return False


def _measures(declared: DeclaredPattern) -> Iterator[Fault]:
    known: dict[str, str] = {}
    for path, way in _ways(declared):
        for name, party in way.parties.items():
            if known.setdefault(name, party.by) != party.by:
                problem = f"{name} is by {known[name]} elsewhere and by {party.by} here: make them the same"
                yield (*path, "parties", name), problem
            if party.no_state_of is not None and party.no_state_of not in way.parties.keys() - {name}:
                problem = f"the leg names no other party {party.no_state_of!r}: give one of its parties"
                yield (*path, "parties", name, "no_state_of"), problem


def _joins(declared: DeclaredPattern) -> Iterator[Fault]:
    combinations = list(product(*(leg.ways for leg in declared.legs.values())))
    if len(combinations) > _MOST_COMBINATIONS:
        problem = f"the ways of the legs make {len(combinations)} combinations, more than {_MOST_COMBINATIONS}"
        yield ("legs",), f"{problem}: write two patterns"
        return
    for combination in combinations:
        joined, left = set(combination[0].parties), list(combination[1:])
        while near := [way for way in left if joined & set(way.parties)]:
            joined |= {name for way in near for name in way.parties}
            left = [way for way in left if way not in near]
        if left:
            yield ("legs",), "some way of a leg shares no party with the others: name one party in both"
            return


def _always_named(declared: DeclaredPattern) -> set[str]:
    """The variables that some leg names in every one of its ways."""
    each = (set.intersection(*(set(way.parties) for way in leg.ways)) for leg in declared.legs.values())
    return set().union(*each)


def _exclusions(declared: DeclaredPattern) -> Iterator[Fault]:
    always = _always_named(declared)
    for name, leg in declared.without.items():
        if name in declared.legs:
            yield ("without", name), f"{name} is a leg already: give the exclusion another name"
        if any(not always & set(way.parties) for way in leg.ways):
            yield ("without", name), "an exclusion shares no party with the legs: name one party in both"


def _times(declared: DeclaredPattern) -> Iterator[Fault]:
    pairs = [(("order", at), (one.first, one.then)) for at, one in enumerate(declared.order)]
    pairs += [(("overlaps", at), pair) for at, pair in enumerate(declared.overlaps)]
    pairs += [(("apart", at), pair) for at, pair in enumerate(declared.apart)]
    known = {*declared.legs, *declared.without}
    for path, pair in pairs:
        if unknown := [name for name in pair if name not in known]:
            yield path, f"there is no leg {unknown[0]!r}: legs are {', '.join(sorted(known))}"
        elif pair[0] == pair[1] or not set(pair) & declared.legs.keys():
            yield path, "name two different legs, at least one of which is no exclusion"


def _names(declared: DeclaredPattern) -> Iterator[Fault]:
    always = _always_named(declared)
    measured = {name: party.by for _, way in _ways(declared) for name, party in way.parties.items()}
    hint = f"parties that every way names are {', '.join(sorted(always)) or 'none'}"
    for at, pair in enumerate(declared.differs):
        if unknown := [name for name in pair if name not in always]:
            yield ("differs", at), f"no leg always names {unknown[0]!r}: {hint}"
        elif pair[0] == pair[1] or measured[pair[0]] != measured[pair[1]]:
            yield ("differs", at), "name two parties, both by thing or both by country"
    for name in VARIABLE_IN_WORDS.findall(declared.reads):
        if name not in always:
            yield ("reads",), f"no leg always names {{{name}}}: {hint}"
