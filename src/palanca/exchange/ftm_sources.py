"""Where claims were read, as FollowTheMoney writes it: Articles, Tables, and who is mentioned in them.

A row of a register is no document of its own there: what it proves refers to the Table that is the register.
"""

from collections.abc import Iterator, Mapping

from followthemoney.proxy import EntityProxy

from palanca.exchange.ftm_dates import dates_of
from palanca.exchange.ftm_things import Nodes, make, schema_of
from palanca.records import Document, Identity, Register
from palanca.records.ids import content_hash
from palanca.registers.followthemoney.schemata import country_code
from palanca.store import Case


def source_id(document: Document) -> str:
    """The id of the entity that is the source of what a document tells."""
    return document.id if document.register is None else _table_id(document.register)


def publisher_of(document: Document, registers: Mapping[str, Register]) -> str | None:
    """The outlet of a document, or who keeps the register of which it is a row."""
    register = registers.get(document.register or "")
    return document.outlet or (register.publisher or register.title if register else None)


def _table_id(register: str) -> str:
    return content_hash("register", register)


def table(register: Register) -> EntityProxy:
    """A register as a whole."""
    return make(
        "Table",
        _table_id(register.name),
        name=register.name,
        title=register.title,
        publisher=register.publisher,
        country=country_code(register.country) if register.country else None,
    )


def article(document: Document, *, with_text: bool = False) -> EntityProxy:
    """A document that is no row of a register."""
    published = dates_of([document.published])
    return make(
        "Article",
        document.id,
        name=document.name,
        title=document.title,
        publisher=document.outlet,
        author=document.author,
        sourceUrl=document.url,
        language=document.language,
        publishedAt=published.points or published.ends,
        bodyText=document.text if with_text else None,
    )


def mentions(case: Case, document: Document, nodes: Nodes) -> Iterator[EntityProxy]:
    """Each name in a document of each thing, once, in order of appearance."""
    things: dict[str, Identity] = {}
    seen: set[tuple[str, str]] = set()
    for mention in case.mentions(document.id):
        if not mention.form.is_name:
            continue
        if mention.entity not in things:
            things[mention.entity] = case.thing(mention.entity)
        thing = things[mention.entity]
        if (mention.text, thing.id) not in seen:
            seen.add((mention.text, thing.id))
            yield make(
                "Mention",
                content_hash("named", document.id, mention.text, thing.id),
                document=document.id,
                name=mention.text,
                resolved=nodes.resolve(thing.id, "Mention", "resolved"),
                detectedSchema=schema_of(thing),
            )
