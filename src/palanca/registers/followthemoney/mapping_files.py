"""FollowTheMoney's mapping files, as they are: checked at their lines, then compiled to mappings of ours.

Form and meaning are those of `followthemoney.mapping`: a data set with queries, each of a table, whose rows give
entities with keys and properties.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml

from palanca.lexicon.handwritten import Plain, line_of
from palanca.records.errors import InvalidMapping
from palanca.registers.followthemoney.compiling import Compiler, EntityMapping, FileQuery
from palanca.registers.followthemoney.names import slug
from palanca.registers.followthemoney.properties import Mapped
from palanca.registers.followthemoney.schemata import common_schema, unknown_property
from palanca.registers.mapping_loading import MAPPINGS, Loaded, parse_mapping

if TYPE_CHECKING:
    from followthemoney.schema import Schema as Schemata

type Path = tuple[str | int, ...]

_SOURCES = ("csv_url", "csv_urls", "csv")
_QUERY_KEYS = frozenset({*_SOURCES, "entities", "filters", "filters_not"})
_NOTHING = frozenset({"", "~", "null", "none"})


def compiled(root: yaml.Node, place: str) -> tuple[Loaded, ...]:
    """One mapping for each table that the queries name. Raises InvalidMapping with place and line."""
    return _MappingFile(root=root, place=place).compiled()


@dataclass(slots=True, kw_only=True)
class _MappingFile:
    root: yaml.Node
    place: str

    def compiled(self) -> tuple[Loaded, ...]:
        name, title, queries = self._queries()
        of_table: dict[tuple[str, ...], list[FileQuery]] = defaultdict(list)
        for path, told in queries:
            of_table[self._tables(path, told)].append(self._query(path, told))
        several = len(of_table) > 1
        loaded = []
        for number, (tables, found) in enumerate(of_table.items(), start=1):
            compiler = Compiler(dataset=name)
            own = f"{name}_{number}" if several else name
            text = compiler.mapping_text(own, title, found)
            mapping = parse_mapping(text, place=f"{self.place}, compiled")
            notes = sorted({(self._line(path), note) for path, note in compiler.notes})
            loaded.append(Loaded(mapping=mapping, tables=tables if several else (), notes=tuple(notes)))
        return tuple(loaded)

    def _queries(self) -> tuple[str, str, list[tuple[Path, Mapping[str, Plain]]]]:
        """The name and title of the data set, and its queries with their paths."""
        top = MAPPINGS.plain(self.root, self.place)
        path: Path = ()
        name = slug(PurePosixPath(self.place.replace("\\", "/")).name.partition(".")[0]) or "ftm"
        if isinstance(top, dict) and len(top) == 1 and not top.keys() & {"queries", "query", "entities"}:
            wrapper = next(iter(top))
            path, name, top = (wrapper,), slug(wrapper) or name, top[wrapper]
        if not isinstance(top, dict):
            raise self._invalid(path, "a mapping of FollowTheMoney has queries, or entities")
        label = top.get("label") or top.get("title")
        title = label if isinstance(label, str) else name
        if "entities" in top:
            return name, title, [(path, top)]
        key = "queries" if "queries" in top else "query"
        listed = top[key] if isinstance(top[key], list) else [top[key]]
        paths = [(*path, key, i) if isinstance(top[key], list) else (*path, key) for i in range(len(listed))]
        for one, query in zip(paths, listed, strict=True):
            if not isinstance(query, dict) or not isinstance(query.get("entities"), dict):
                raise self._invalid(one, "a query has entities: name them, each with schema, keys and properties")
        return name, title, [(one, q) for one, q in zip(paths, listed, strict=True) if isinstance(q, dict)]

    def _tables(self, path: Path, told: Mapping[str, Plain]) -> tuple[str, ...]:
        if "database" in told:
            raise self._invalid((*path, "database"), "a database cannot be read: export the table as CSV, and name it")
        urls = [url for key in _SOURCES for url in _words(told.get(key))]
        return tuple(dict.fromkeys(PurePosixPath(url.partition("?")[0]).name for url in urls))

    def _query(self, path: Path, told: Mapping[str, Plain]) -> FileQuery:
        entities = told["entities"]
        assert isinstance(entities, dict)  # noqa: S101  # `_queries` has looked
        found = {name: self._entity((*path, "entities", name), name, one) for name, one in entities.items()}
        self._check_references(found)
        return FileQuery(
            path=path,
            entities=found,
            when=(*self._filters(path, told, "filters"), *self._filters(path, told, "filters_not")),
            unknown=tuple(key for key in told if key not in _QUERY_KEYS and key != "label"),
        )

    def _entity(self, path: Path, name: str, told: Plain) -> EntityMapping:
        if not isinstance(told, dict):
            raise self._invalid(path, "an entity has a schema, keys and properties")
        schema = common_schema(_words(told.get("schema")))
        if isinstance(schema, str):
            raise self._invalid((*path, "schema"), schema)
        keys = tuple(dict.fromkeys((*_words(told.get("key")), *_words(told.get("keys")))))
        column = next(iter(_words(told.get("id_column"))), None)
        if bool(keys) == bool(column):
            raise self._invalid(path, f"{name} is told from others by its keys or by an id_column: give one of the two")
        properties = told.get("properties") or {}
        if not isinstance(properties, dict):
            raise self._invalid((*path, "properties"), "properties are names with their columns")
        return EntityMapping(
            name=name,
            path=path,
            schema=schema,
            keys=keys,
            id_column=column,
            key_literal=next(iter(_words(told.get("key_literal"))), None),
            properties=dict(self._properties(path, schema, properties)),
        )

    def _properties(self, path: Path, schema: "Schemata", told: Mapping[str, Plain]) -> Iterator[tuple[str, Mapped]]:
        for name, value in told.items():
            where = (*path, "properties", name)
            prop = schema.properties.get(name)
            if prop is None or prop.stub:
                raise self._invalid(where, unknown_property(schema, name))
            if not isinstance(value, dict):
                raise self._invalid(where, f"property {name}: say where from, as in {{column: NAME}}")
            yield name, Mapped.of(value)

    def _check_references(self, entities: Mapping[str, EntityMapping]) -> None:
        for one in entities.values():
            for name, mapped in one.properties.items():
                if mapped.entity is None:
                    continue
                where, wanted = (*one.path, "properties", name, "entity"), one.schema.properties[name].range
                other = entities.get(mapped.entity)
                if other is None:
                    raise self._invalid(where, f"the query has no entity {mapped.entity!r}: {', '.join(entities)}")
                if wanted is None or not other.schema.is_a(wanted):
                    is_wanted = f"a {wanted.name}" if wanted else "words and no entity"
                    raise self._invalid(where, f"{name} takes {is_wanted}, and {other.name} is a {other.schema.name}")

    def _filters(self, path: Path, told: Mapping[str, Plain], key: str) -> Iterator[dict[str, object]]:
        filters = told.get(key) or {}
        if not isinstance(filters, dict):
            raise self._invalid((*path, key), "filters are columns with the values that they may have")
        for column, values in filters.items():
            wanted = _words(values)
            if all(one.casefold() in _NOTHING for one in wanted):
                yield {"column": [column], "empty": "true" if key == "filters" else "false"}
            else:
                yield {"column": [column], "is" if key == "filters" else "not": wanted}

    def _line(self, path: Path) -> int:
        return line_of(self.root, path)

    def _invalid(self, path: Path, message: str) -> InvalidMapping:
        return InvalidMapping(f"{self.place}, line {self._line(path)}: {message}")


def _words(value: Plain | None) -> list[str]:
    """One word, or the words of a list."""
    if value is None or value == "":
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
