"""Reading the YAML files of this package into checked models, once each.

The files are YAML 1.2 core, without tags and merge keys: only `true` and `false` are truth values and only plain
decimal numbers are numbers, so that `no`, `on`, `NO`, `2024-05-01` and `12:30` stay the words they are.
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from palanca.records.errors import LexiconError

# libyaml reads several times faster; the loader in plain Python gives the same nodes where libyaml is missing.
_NodeLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_SHOWN_PROBLEMS = 5

type Plain = str | int | float | bool | list[Plain] | dict[str, Plain] | None


class Entry(BaseModel):
    """The base of every model of a lexicon file: strict types, no unknown keys, frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def load_yaml[M: BaseModel](name: str, model: type[M]) -> M:
    """The file `name` of this package ("countries.yaml", "frames/meet.yaml") as a `model`; each is read only once.

    Raises LexiconError, with file and entry, if the file is missing or breaks the model.
    """
    return cast("M", _load(name, model))


@cache
def _load(name: str, model: type[BaseModel]) -> BaseModel:
    """The uncached work of `load_yaml`; apart, because a cached function forgets its type variable."""
    return parse_yaml(_text_of(name), model, place=name)


def parse_yaml[M: BaseModel](text: str, model: type[M], *, place: str) -> M:
    """A YAML text as a `model`. `place` names the text in errors. Tuples and enums are read from lists and strings.

    Raises LexiconError if the text is not YAML, writes a key twice, or breaks the model.
    """
    try:
        root = yaml.compose(text, Loader=_NodeLoader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{place} is not YAML: {_one_line(str(error))}: mend the syntax there") from error
    try:
        # By way of JSON, because pydantic's strict mode takes lists for tuples and strings for enums only from there.
        return model.model_validate_json(json.dumps(_plain(root, place)))
    except ValidationError as error:
        raise LexiconError(_describe(error, place)) from error


def _text_of(name: str) -> str:
    folder = files("palanca.lexicon")
    path = folder.joinpath(*name.split("/"))
    if not path.is_file():
        known = ", ".join(sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml")))
        raise LexiconError(f"palanca.lexicon has no file {name}: ask for one of {known}")
    return path.read_text(encoding="utf-8")


def _plain(node: yaml.Node | None, place: str) -> Plain:
    """A node as plain values. Raises LexiconError at a key that is written twice."""
    match node:
        case yaml.MappingNode():
            return _mapping(node, place)
        case yaml.SequenceNode():
            return [_plain(item, place) for item in node.value]
        case yaml.ScalarNode():
            return _scalar(node)
        case _:
            return None


def _mapping(node: yaml.MappingNode, place: str) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise LexiconError(f"{place}, line {key.start_mark.line + 1}: a key is a list or mapping: write a word")
        if key.value in values:
            line = key.start_mark.line + 1
            raise LexiconError(f"{place}, line {line}: the key {key.value!r} is written twice: join or drop one")
        values[key.value] = _plain(value, place)
    return values


def _scalar(node: yaml.ScalarNode) -> Plain:
    """A quoted scalar is always a string; a plain one may be a truth value, null or a number."""
    text: str = node.value
    if node.style:  # a plain scalar has the style None, or "" from libyaml
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _describe(error: ValidationError, place: str) -> str:
    """All broken entries in one message, the first few in words."""
    problems = error.errors(include_url=False)
    shown = "; ".join(f"entry {_path(p['loc'])}: {p['msg']}" for p in problems[:_SHOWN_PROBLEMS])
    rest = len(problems) - _SHOWN_PROBLEMS
    more = f"; and {rest} more" if rest > 0 else ""
    return f"{place} breaks {error.title}: {shown}{more}: mend these entries, or the model if the file is right"


def _path(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in location) or "(the whole file)"


def _one_line(text: str) -> str:
    return " ".join(text.split())
