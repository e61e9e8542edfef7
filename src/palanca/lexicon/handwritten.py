"""YAML files that people write, such as mappings: each scalar is the words it is, each fault is told at its line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from palanca.records.errors import PalancaError

_SHOWN_FAULTS = 5
_MOST_VALUES = 100_000  # a file has hundreds; a few lines of aliases of aliases stand for billions

type Plain = str | list[Plain] | dict[str, Plain]
type Fault = tuple[Sequence[str | int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handwritten:
    """A sort of file: what it is called, where its keys are described, and the error that tells what is wrong with one.

    Steps of faults that begin as one of `models` are no keys of the file, but names that its model has for choices.
    """

    noun: str
    reference: str
    error: type[PalancaError]
    models: tuple[str, ...] = ()

    def composed(self, text: str, place: str) -> yaml.Node | None:
        """A text as nodes, which know their lines; None for an empty one. Raises the error when it is no YAML."""
        try:
            return yaml.compose(text, Loader=yaml.BaseLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            why = getattr(error, "problem", error)
            raise self.error(f"{place}, line {line}: not YAML ({why}): mend it") from None
        except RecursionError:
            raise self.error(f"{place}: nested too deeply for a {self.noun}: {self.reference}") from None

    def plain(self, root: yaml.Node, place: str) -> Plain:
        """A file as plain values. Raises the error at a key written twice, and for aliases that make too much of it."""
        if (values := _written_out(root, {})) > _MOST_VALUES:
            raise self.error(
                f"{place}: its aliases stand for {values:,} values, more than {_MOST_VALUES:,}: write out what is meant"
            )
        return self._plain(root, place, ())

    def _plain(self, node: yaml.Node, place: str, above: tuple[int, ...]) -> Plain:
        """A node, which stands in those `above`."""
        if id(node) in above:
            raise self.error(f"{place}, line {node.start_mark.line + 1}: an alias within itself: write it out")
        inner = (*above, id(node))
        match node:
            case yaml.MappingNode():
                return self._mapping(node, place, inner)
            case yaml.SequenceNode():
                return [self._plain(item, place, inner) for item in node.value]
            case _:
                return str(node.value)

    def _mapping(self, node: yaml.MappingNode, place: str, inner: tuple[int, ...]) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise self.error(f"{place}, line {line}: a key is a list or mapping: write a word")
            if key.value in values:
                raise self.error(f"{place}, line {line}: the key {key.value!r} is written twice: drop one")
            values[key.value] = self._plain(value, place, inner)
        return values

    def invalid(self, place: str, root: yaml.Node, faults: Iterable[Fault]) -> PalancaError:
        """The error that tells the first few faults, each once and at its line."""
        told = (f"{place}, line {line_of(root, path)}: {self._named(path)}{said}" for path, said in faults)
        lines = list(dict.fromkeys(told))
        more = [f"and {len(lines) - _SHOWN_FAULTS} more"] if len(lines) > _SHOWN_FAULTS else []
        return self.error("\n".join((*lines[:_SHOWN_FAULTS], *more)))

    def _named(self, path: Sequence[str | int]) -> str:
        named = [str(step) for step in path if not str(step).startswith(self.models)]
        return f"{'.'.join(named)}: " if named else ""


def _written_out(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node is with all aliases written out; `known` are those of nodes that were met."""
    if id(node) not in known:
        known[id(node)] = 1  # of an alias within itself, which is refused where it stands
        inner = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
        if not isinstance(node, yaml.ScalarNode):
            known[id(node)] += sum(_written_out(one, known) for one in inner)
    return known[id(node)]


def listed(value: object) -> object:
    """A list of one, where the word itself is written."""
    return [value] if isinstance(value, str) else value


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
