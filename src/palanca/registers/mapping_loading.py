"""Reading mapping files, each fault at its line."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from palanca.lexicon.handwritten import Handwritten, Plain, line_of
from palanca.records.errors import InvalidMapping, PalancaError
from palanca.registers.mapping import RegisterMapping

_MAX_BYTES = 1 << 20
_REFERENCE = "docs/mappings.md describes every key"
MAPPINGS = Handwritten(
    noun="mapping", reference=_REFERENCE, error=InvalidMapping, models=("function-", "tagged-")
)  # fmt: skip

_QUERY_KEYS = {"queries", "query", "entities"}


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
    keys = {key.value for key, _ in root.value if _is_word(key)} if isinstance(root, yaml.MappingNode) else set()
    if "things" not in keys and _is_of_followthemoney(root):
        from palanca.registers.followthemoney.mapping_files import compiled

        return compiled(root, place)
    return (Loaded(mapping=parse_mapping(text, place=place)),)


def load_mapping(name_or_path: str | Path) -> RegisterMapping:
    """A mapping that comes with Palanca, by name, or that of a file. Raises InvalidMapping with file and line."""
    return load_mappings(name_or_path)[0].mapping


def _is_of_followthemoney(root: yaml.Node) -> bool:
    """Whether it has queries or entities at its top, or in the one data set that it wraps."""
    return _has_queries(root) or (
        isinstance(root, yaml.MappingNode) and len(root.value) == 1 and _has_queries(root.value[0][1])
    )


def _has_queries(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode) and any(
        key.value in _QUERY_KEYS for key, _ in node.value if _is_word(key)
    )


def _is_word(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


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
        raise MAPPINGS.invalid(place, root, faults) from None
    except PalancaError as error:
        raise InvalidMapping(f"{place}: {error}") from None
    if faults := list(mapping.problems()):
        raise MAPPINGS.invalid(place, root, faults)
    return mapping


def composed(text: str, place: str) -> yaml.Node:
    """A YAML text as nodes, which know their lines. Raises InvalidMapping when it is none, or empty."""
    root = MAPPINGS.composed(text, place)
    if root is None:
        raise InvalidMapping(f"{place} is empty: {_REFERENCE}")
    return root


def _top(root: yaml.Node, place: str) -> dict[str, Plain]:
    top = MAPPINGS.plain(root, place)
    if not isinstance(top, dict):
        raise InvalidMapping(f"{place}, line 1: a mapping is a list of keys with values: {_REFERENCE}")
    if "text" in top:
        raise InvalidMapping(f"{place}, line {line_of(root, ('text',))}: a mapping has no key text: {_REFERENCE}")
    return top


def _said(message: str) -> str:
    return message.removeprefix("Value error, ").replace("Extra inputs are not permitted", f"no such key; {_REFERENCE}")
