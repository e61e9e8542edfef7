"""Names: which words name a person, a body, a place… and which names of one document are the same thing."""

from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from palanca.reading.page import Cast, Layer, Page, Reader
from palanca.records import Entity, Form, Mention, Schema, Span
from palanca.records.entity import entity_id

_SCHEMA_OF_LABEL = {
    "PERSON": Schema.PERSON,
    "ORG": Schema.PUBLIC_BODY,
    "GPE": Schema.PLACE,
    "LOC": Schema.PLACE,
    "FAC": Schema.PLACE,
    "EVENT": Schema.EVENT,
    "LAW": Schema.LAW,
    "PRODUCT": Schema.VEHICLE,
}


def read_names(page: Page) -> Page:
    """Give the page its cast."""
    clusters: dict[tuple[str, Schema], list[TokenSpan]] = {}
    for found in page.doc.ents:
        schema = _SCHEMA_OF_LABEL.get(found.label_)
        if schema:
            clusters.setdefault((_same_person(found.text, schema, clusters), schema), []).append(found)
    entities, mentions = [], []
    for (name, schema), spans in clusters.items():
        identity = entity_id(page.document.id, _span(spans[0]))
        forms = dict.fromkeys(s.text for s in spans if s.text != name)
        entities.append(Entity(id=identity, document=page.document.id, schema=schema, caption=name, names=tuple(forms)))
        for s in spans:
            mention = Mention(document=page.document.id, span=_span(s), text=s.text, form=Form.NAME, entity=identity)
            mentions.append((mention, range(s.start, s.end)))
    return replace(page, cast=Cast(entities, mentions))


def _same_person(text: str, schema: Schema, clusters: dict[tuple[str, Schema], list[TokenSpan]]) -> str:
    if schema is Schema.PERSON and " " not in text:
        return next((n for n, s in clusters if s is schema and n.split()[-1] == text), text)
    return text


def _span(tokens: TokenSpan) -> Span:
    return Span(tokens.start_char, tokens.end_char)


NAMES = Reader(
    name="names",
    version="1",
    needs=frozenset(),
    gives=frozenset({Layer.NAMES, Layer.COREFERENCE}),
    read=read_names,
)
