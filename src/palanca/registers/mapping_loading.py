"""Reading mapping files, each fault at its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from palanca.records.errors import InvalidMapping, PalancaError
from palanca.registers.mapping import RegisterMapping

_MAX_BYTES = 1 << 20
_SHOWN_PROBLEMS = 5
_REFERENCE = "docs/mappings.md describes every key"

_QUERY_KEYS = {"queries", "query", "entities"}

type Plain = str | list[Plain] | dict[str, Plain]


def shipped() -> tuple[str, ...]:
    """The names of the mappings that come with Palanca, sorted."""
    folder = files("palanca.registers").joinpath("mappings")
    return tuple(sorted(one.name.removesuffix(".yaml") for one in folder.iterdir() if one.name.endswith(".yaml")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A mapping of a file. `tables` are the names of those that it is for; of any, where it names none.

    `notes` are what FollowTheMoney's mapping says and the ledger cannot hold, each with its line.
    """

    mapping: RegisterMapping
    tables: tuple[str, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


def load_mappings(name_or_path: str | Path) -> tuple[Loaded, ...]:
    """What a mapping file says, of Palanca or of FollowTheMoney; the latter may hold one for each of several tables.

    Raises InvalidMapping with file and line.
    """
    text, place = mapping_text(name_or_path), str(name_or_path)
    root = composed(text, place)
    keys = {key.value for key, _ in root.value} if isinstance(root, yaml.MappingNode) else set()
    if "things" not in keys and _is_of_followthemoney(root):
        from palanca.registers.followthemoney.mapping_files import compiled

        return compiled(root, place)
    return (Loaded(mapping=parse_mapping(text, place=place)),)


def load_mapping(name_or_path: str | Path) -> RegisterMapping:
    """A mapping that comes with Palanca, by name, or that of a file. Raises InvalidMapping with file and line."""
    return load_mappings(name_or_path)[0].mapping


def _is_of_followthemoney(root: yaml.Node) -> bool:
    """Whether it has queries or entities at its top, or in the one data set that it wraps."""
    if not isinstance(root, yaml.MappingNode):
        return False
    keys = {key.value for key, _ in root.value if isinstance(key, yaml.ScalarNode)}
    if keys & _QUERY_KEYS:
        return True
    return len(root.value) == 1 and _is_of_followthemoney(root.value[0][1])


def mapping_text(name_or_path: str | Path) -> str:
    """The text of a mapping by name or path. Raises InvalidMapping when there is none."""
    name = str(name_or_path)
    if name in shipped():
        return files("palanca.registers").joinpath("mappings", f"{name}.yaml").read_text(encoding="utf-8")
    path = Path(name_or_path)
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InvalidMapping(f"{path} is too large for a mapping: give the YAML file, not the table")
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        known = ", ".join(shipped()) or "none"
        why = problem.strerror or problem
        raise InvalidMapping(f"{name}: no such mapping ({why}): give a file, or one of {known}") from None
    except UnicodeDecodeError:
        raise InvalidMapping(f"{path} is not text in UTF-8: save it so") from None


@cache
def parse_mapping(text: str, *, place: str) -> RegisterMapping:
    """The mapping that a YAML text is; `place` names the text in errors. Raises InvalidMapping with place and line."""
    root = composed(text, place)
    try:
        mapping = RegisterMapping.model_validate({**_top(root, place), "text": text})
    except ValidationError as error:
        faults = [(problem["loc"], _said(problem["msg"])) for problem in error.errors(include_url=False)]
        raise _invalid(place, root, faults) from None
    except PalancaError as error:
        raise InvalidMapping(f"{place}: {error}") from None
    if faults := list(mapping.problems()):
        raise _invalid(place, root, faults)
    return mapping


def composed(text: str, place: str) -> yaml.Node:
    """A YAML text as nodes, which know their lines. Raises InvalidMapping when it is none, or empty."""
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise InvalidMapping(f"{place}, line {line}: not YAML ({getattr(error, 'problem', error)}): mend it") from None
    except RecursionError:
        raise InvalidMapping(f"{place}: nested too deeply for a mapping: {_REFERENCE}") from None
    if root is None:
        raise InvalidMapping(f"{place} is empty: {_REFERENCE}")
    return root


def _top(root: yaml.Node, place: str) -> dict[str, Plain]:
    top = plain(root, place, ())
    if not isinstance(top, dict):
        raise InvalidMapping(f"{place}, line 1: a mapping is a list of keys with values: {_REFERENCE}")
    if "text" in top:
        raise InvalidMapping(f"{place}, line {line_of(root, ('text',))}: a mapping has no key text: {_REFERENCE}")
    return top


def plain(node: yaml.Node, place: str, above: tuple[int, ...]) -> Plain:
    """A node as plain values, every scalar as the words it is. Raises InvalidMapping at a key written twice."""
    if id(node) in above:
        raise InvalidMapping(f"{place}, line {node.start_mark.line + 1}: an alias within itself: write it out")
    inner = (*above, id(node))
    match node:
        case yaml.MappingNode():
            values: dict[str, Plain] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if not isinstance(key, yaml.ScalarNode):
                    raise InvalidMapping(f"{place}, line {line}: a key is a list or mapping: write a word")
                if key.value in values:
                    raise InvalidMapping(f"{place}, line {line}: the key {key.value!r} is written twice: drop one")
                values[key.value] = plain(value, place, inner)
            return values
        case yaml.SequenceNode():
            return [plain(item, place, inner) for item in node.value]
        case _:
            return str(node.value)


def _invalid(place: str, root: yaml.Node, faults: Sequence[tuple[tuple[str | int, ...], str]]) -> InvalidMapping:
    lines = dict.fromkeys(f"{place}, line {line_of(root, path)}: {_path(path)}{message}" for path, message in faults)
    shown = list(lines)[:_SHOWN_PROBLEMS]
    more = [f"and {len(lines) - len(shown)} more"] if len(lines) > len(shown) else []
    return InvalidMapping("\n".join((*shown, *more)))


def line_of(root: yaml.Node, path: Sequence[str | int]) -> int:
    """The line of the innermost part of `path` that stands in the file; steps that do not are names of models."""
    node, line = root, root.start_mark.line
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found:
                line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
    return line + 1


def _path(path: Sequence[str | int]) -> str:
    named = [str(step) for step in path if not str(step).startswith(("function-", "tagged-"))]
    return f"{'.'.join(named)}: " if named else ""


def _said(message: str) -> str:
    return message.removeprefix("Value error, ").replace("Extra inputs are not permitted", f"no such key; {_REFERENCE}")
