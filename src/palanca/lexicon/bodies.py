"""Well-known bodies (`bodies.yaml`), and the words by which any name tells what it names (`name_heads.yaml`)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import RootModel

from palanca.lexicon.lettering import without_article
from palanca.lexicon.loading import Entry, load_yaml
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.records import Schema
from palanca.records.names import fold

_NO_COUNTRY = "-"
_SCHEMA_OF_SECTOR = {
    "GOV": Schema.PUBLIC_BODY,
    "MIL": Schema.PUBLIC_BODY,
    "SPY": Schema.PUBLIC_BODY,
    "COP": Schema.PUBLIC_BODY,
    "LEG": Schema.PUBLIC_BODY,
    "JUD": Schema.PUBLIC_BODY,
    "IGO": Schema.PUBLIC_BODY,
    "BUS": Schema.COMPANY,
}
_NUMBER_SIGNS = {"no", "nº", "n°", "number"}
_LINKS = {"of", "for", "on", "de", "del", "para"}
_FIRST_WINS = (
    Schema.PUBLIC_BODY,
    Schema.ORGANIZATION,
    Schema.COMPANY,
    Schema.LAW,
    Schema.EVENT,
    Schema.PLACE,
    Schema.PROJECT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that news name without explaining. `sector` is CAMEO's; `country` is alpha-3, None for one of several."""

    name: str
    aliases: tuple[str, ...]
    schema: Schema
    country: str | None
    sector: str


class _Bodies(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """Sector → country → entries."""


class _Heads(Entry):
    heads: dict[Schema, tuple[str, ...]]
    leading: tuple[str, ...]
    unlike_surnames: tuple[str, ...]
    things: tuple[str, ...]
    legal_forms: tuple[str, ...]
    numbered: tuple[str, ...]
    bare: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """Every body, in order of the file."""
    return tuple(_entries())


def body_named(text: str) -> Body | None:
    """The body of this name. An abbreviation must be written as listed; other names may differ in case and accents."""
    return _index().get(text) or (None if text.isupper() else _index().get(fold(without_article(text))))


@cache
def schema_of_head(word: str) -> Schema | None:
    """What a lower-case word makes of the name that it heads; None if it heads none. "s.a." is "sa"."""
    return _heads().get(word.replace(".", ""))


@cache
def schema_of_name(text: str) -> Schema | None:
    """What a name names, by its head word; None where no word tells, or where it reads as a person's."""
    words = [word.rstrip(".,") for word in re.split(r"[\s–-]+", text.casefold()) if word.rstrip(".,")]
    while len(words) > 1 and (words[-1][0].isdigit() or words[-1] in _NUMBER_SIGNS | particles().directions):
        words.pop()
    if not words:
        return None
    link = next((i for i, word in enumerate(words) if i and word in _LINKS), len(words))
    schema = schema_of_head(words[link - 1])
    if schema is None and len(words) > 1 and words[0] in _heads_first():
        schema = schema_of_head(words[0])
    if schema is None and link < len(words):
        schema = schema_of_head(words[-1])
    if (
        schema is not None
        and 1 < len(words) == link
        and is_given_name(words[0])
        and words[-1] not in _unlike_surnames()
        and not any(map(schema_of_head, words[1:-1]))  # "Hong Kong AEROSPACE TECHNOLOGY Group"
    ):
        return None
    return schema


def leads_name(word: str) -> bool:
    """Whether a lower-case head may stand in front of the name: "hurricane", "lake"."""
    return word in _heads_first()


def names_a_thing(text: str) -> bool:
    """Whether a name's head is a prize, a scale, a writing: what neither acts nor holds."""
    words = text.casefold().split()
    link = next((i for i, word in enumerate(words) if i and word in _LINKS), len(words))
    return words[link - 1] in _things()


def heads_no_family(word: str) -> bool:
    """Whether a lower-case head is no surname either, so that it makes any name one of a body or a place: "party"."""
    return word in _unlike_surnames()


def is_legal_form(word: str) -> bool:
    """Whether a word, stops aside, only tells of which kind a firm is: "Inc.", "Ltd"."""
    return word.replace(".", "").casefold() in _legal_forms()


@cache
def bare_nouns() -> frozenset[str]:
    """Lower-case heads that name nothing by themselves."""
    return frozenset(load_yaml("name_heads.yaml", _Heads).bare)


def is_numbered(word: str) -> bool:
    """Whether a lower-case word heads bodies that a number tells apart: "congress", "fleet"."""
    return word in _numbered()


def _entries() -> Iterator[Body]:
    for sector, by_country in load_yaml("bodies.yaml", _Bodies).root.items():
        for country, lines in by_country.items():
            for line in lines:
                name, *aliases = (form.strip() for form in line.split("="))
                yield Body(
                    name=name,
                    aliases=tuple(aliases),
                    schema=_SCHEMA_OF_SECTOR.get(sector, Schema.ORGANIZATION),
                    country=None if country == _NO_COUNTRY else country,
                    sector=sector,
                )


@cache
def _index() -> Mapping[str, Body]:
    found: dict[str, Body] = {}
    for body in bodies():
        for form in (body.name, *body.aliases):
            found.setdefault(form if form.isupper() else fold(without_article(form)), body)
    return found


@cache
def _heads_first() -> frozenset[str]:
    return frozenset(load_yaml("name_heads.yaml", _Heads).leading)


@cache
def _unlike_surnames() -> frozenset[str]:
    return frozenset(load_yaml("name_heads.yaml", _Heads).unlike_surnames)


@cache
def _things() -> frozenset[str]:
    return frozenset(load_yaml("name_heads.yaml", _Heads).things)


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(load_yaml("name_heads.yaml", _Heads).legal_forms)


@cache
def _numbered() -> frozenset[str]:
    return frozenset(load_yaml("name_heads.yaml", _Heads).numbered)


@cache
def _heads() -> Mapping[str, Schema]:
    lists = load_yaml("name_heads.yaml", _Heads).heads
    found: dict[str, Schema] = {}
    for schema in _FIRST_WINS:
        for word in lists.get(schema, ()):
            found.setdefault(word, schema)
    return found
