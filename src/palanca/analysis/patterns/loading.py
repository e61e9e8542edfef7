"""Reading pattern files, each fault at its line."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from palanca.analysis.asking import asks_about_confidence, query_of
from palanca.analysis.patterns.checking import faults_of
from palanca.analysis.patterns.declared import DeclaredLeg, DeclaredPattern, DeclaredWay
from palanca.analysis.patterns.pattern import Gap, Leg, Link, Pattern, Relation, Variable, Way
from palanca.lexicon.handwritten import Handwritten
from palanca.records.errors import InvalidPattern
from palanca.records.filter import LEAST_CONFIDENCE
from palanca.records.query import TOLD, All, Field, Query, Words, surely

_MAX_BYTES = 1 << 18
# What readers doubt is no leg, unless a line asks about `confidence`. It excludes all the same: nothing is found by the
# mere doubt of what would disprove it.
_REFERENCE = "docs/patterns.md describes every key"
_PATTERNS = Handwritten(noun="pattern", reference=_REFERENCE, error=InvalidPattern)
_UNITS = {"d": "days", "m": "months", "y": "years"}


def shipped_patterns() -> tuple[Pattern, ...]:
    """The patterns that come with Palanca, by file name."""
    folder = files("palanca.analysis.patterns").joinpath("shipped")
    named = sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)
    return tuple(parse_pattern(one.read_text(encoding="utf-8"), place=one.name) for one in named)


def load_folder(folder: Path) -> tuple[Pattern, ...]:
    """The patterns of the YAML files of a folder, by file name. Raises InvalidPattern with file and line."""
    if not folder.is_dir():
        raise InvalidPattern(f"{folder} is no folder: give the folder that holds the pattern files")
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    if not paths:
        raise InvalidPattern(f"{folder} holds no pattern: end the names of pattern files in .yaml")
    return tuple(map(load_pattern, paths))


def load_pattern(path: Path) -> Pattern:
    """The pattern of a file. Raises InvalidPattern with file and line."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InvalidPattern(f"{path} is too large for a pattern: one file holds one pattern")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise InvalidPattern(f"{path} cannot be read ({problem.strerror}): allow reading it") from None
    except UnicodeDecodeError:
        raise InvalidPattern(f"{path} is not text in UTF-8: save it so") from None
    return parse_pattern(text, place=str(path))


def parse_pattern(text: str, *, place: str) -> Pattern:
    """The pattern that a YAML text is; `place` names the text in errors. Raises InvalidPattern with place and line."""
    root = _PATTERNS.composed(text, place)
    if not isinstance(root, yaml.MappingNode):
        raise InvalidPattern(f"{place}, line 1: a pattern is a list of keys with values: {_REFERENCE}")
    try:
        declared = DeclaredPattern.model_validate(_PATTERNS.plain(root, place))
    except ValidationError as error:
        found = [(problem["loc"], _said(problem["msg"])) for problem in error.errors(include_url=False)]
        raise _PATTERNS.invalid(place, root, found) from None
    if faults := list(faults_of(declared)):
        raise _PATTERNS.invalid(place, root, faults)
    return _pattern(declared)


def _said(message: str) -> str:
    said = message.replace("Extra inputs are not permitted", f"no such key; {_REFERENCE}")
    return said.replace("Field required", f"is missing; {_REFERENCE}")


def _pattern(declared: DeclaredPattern) -> Pattern:
    return Pattern(
        name=declared.name,
        asks=declared.asks,
        legs=tuple(_leg(name, leg, least=LEAST_CONFIDENCE) for name, leg in declared.legs.items()),
        links=tuple(_links(declared)),
        without=tuple(_leg(name, leg, least=0) for name, leg in declared.without.items()),
        differs=declared.differs,
        reads=declared.reads,
        innocent=declared.innocent,
    )


def _leg(name: str, declared: DeclaredLeg, *, least: float) -> Leg:
    return Leg(name=name, ways=tuple(_way(way, least) for way in declared.ways))


def _way(declared: DeclaredWay, least: float) -> Way:
    asked = query_of(declared.asks)
    parts: list[Query] = [Words(field=Field.KIND, values=(declared.kind,)), TOLD, asked]
    if least and not asks_about_confidence(asked):
        parts.append(surely(least))
    variables = tuple(
        Variable(
            name=name,
            roles=party.roles,
            by=party.by,
            branches=party.branch,
            schemata=party.schemata,
            no_state_of=party.no_state_of,
        )
        for name, party in declared.parties.items()
    )
    return Way(kind=declared.kind, query=All(parts=tuple(parts)), variables=variables)


def _links(declared: DeclaredPattern) -> Iterator[Link]:
    for one in declared.order:
        yield Link(relation=Relation.ORDER, first=one.first, second=one.then, gap=_gap(one.within))
    for first, second in declared.overlaps:
        yield Link(relation=Relation.OVERLAP, first=first, second=second)
    for first, second in declared.apart:
        yield Link(relation=Relation.APART, first=first, second=second)


def _gap(within: str | None) -> Gap | None:
    return Gap(number=int(within[:-1]), unit=_UNITS[within[-1]]) if within else None
