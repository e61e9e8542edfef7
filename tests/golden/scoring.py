"""How well golden dispatches are read: facts found against facts written down, layer by layer.

Leniently, as a reader would nod: a name counts by any of its forms, an office by its person and half of its role, an
event by category and one party, a quotation by speaker and half of its words, a tie by kind and both ends, an
instrument by kind and title or number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from palanca.exchange.requests import TextRequest, read_pages
from palanca.reading.document import DocumentReader
from palanca.reading.page import Layer
from palanca.records import (
    Document,
    EntityId,
    EventDetail,
    Filler,
    Form,
    InstrumentDetail,
    OfficeDetail,
    Origin,
    QuantityDetail,
    Reading,
    RoleName,
    Schema,
    Statement,
    TieDetail,
    Time,
)
from palanca.records.names import fold

FOLDER = Path(__file__).parent
PUBLISHED = Time.parse("2021-06-16")

type Fact = tuple[str, ...]


@dataclass(frozen=True)
class Golden:
    """A dispatch and what it tells, as `layer → facts`, each fact the parts between bars."""

    text: str
    facts: Mapping[str, tuple[Fact, ...]]


@dataclass
class Card:
    """Counts of one layer; `dated` of the right events that should have a time, and `timed` of those that have it."""

    gold: int = 0
    found: int = 0
    right: int = 0
    dated: int = 0
    timed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load(name: str) -> list[Golden]:
    """The dispatches of one file of this folder."""
    rows = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [Golden(row["text"], _facts(row["facts"])) for row in rows]


def _facts(lines: Sequence[str | Mapping[str, str]]) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for line in lines:
        layer, told = line.split(":", 1) if isinstance(line, str) else next(iter(line.items()))
        found[layer.strip()].append(tuple(part.strip() for part in str(told).split("|")))
    return {layer: tuple(facts) for layer, facts in found.items()}


def score(dispatches: Sequence[Golden], layers: Sequence[str], language: str = "en") -> dict[str, Card]:
    """The card of every layer, over all dispatches, which are in one language."""
    cards = {layer: Card() for layer in layers}
    reader = DocumentReader()
    for golden in dispatches:
        document = Document(
            name="dispatch", text=golden.text, published=PUBLISHED, language=language,
            origin=Origin(path="dispatch.txt", bytes_sha256="", media_type="text/plain"),
        )  # fmt: skip
        reading = reader.read(document)
        for layer in layers:
            found = list(_pointed(golden.text) if layer == "refers" else _found(reading, layer, golden.text))
            if layer == "refers":  # only what was asked for is judged: no dispatch lists every pronoun
                asked = {fold(fact[0]) for fact in golden.facts.get(layer, ())}
                found = [fact for fact in found if fold(fact[0]) in asked]
            _count(cards[layer], layer, golden, found)
    return cards


def _count(card: Card, layer: str, golden: Golden, found: list[Fact]) -> None:
    left = list(found)
    wanted = golden.facts.get(layer, ())
    card.gold += len(wanted)
    card.found += len(found)
    for fact in wanted:
        twin = next((f for f in left if _agree(layer, fact, f, golden.text)), None)
        if twin is None:
            card.errors.append(f"missed {fact}: {golden.text}")
            continue
        left.remove(twin)
        card.right += 1
        if layer == "event" and fact[3]:
            card.dated += 1
            card.timed += fact[3] == twin[3].rstrip("~?")
    card.errors.extend(f"false {fact}: {golden.text}" for fact in left)


def _found(reading: Reading, layer: str, text: str) -> Iterator[Fact]:
    """What the readers give in one layer, in the parts of the golden facts; names with all their forms."""
    forms = {e.id: (e.caption, *e.names) for e in reading.entities}
    if layer == "name":
        named = {m.entity for m in reading.mentions if m.form is Form.NAME}
        yield from (("/".join(forms[e.id]), str(e.schema)) for e in reading.entities if e.id in named)
    for statement in reading.statements:
        if str(statement.kind) == layer:
            yield _parts(statement, forms, text)


def _parts(statement: Statement, forms: Mapping[EntityId, tuple[str, ...]], text: str) -> Fact:
    def told(role: RoleName) -> str:
        return "; ".join(_forms(f, forms) for f in statement.fillers(role))

    match statement.detail:
        case OfficeDetail(role=role):
            return told(RoleName.PERSON), role, told(RoleName.BODY)
        case EventDetail(category=category):
            time = str(statement.time) if statement.time else ""
            return str(category), told(RoleName.ACTOR), told(RoleName.RECIPIENT), time
        case TieDetail(kind=kind):
            return told(RoleName.SOURCE), str(kind), told(RoleName.TARGET)
        case InstrumentDetail() as found:
            parties = "; ".join(filter(None, (told(RoleName.PARTY), told(RoleName.ISSUER))))
            return str(found.kind), found.title, found.number or "", parties
        case QuantityDetail() as found:
            return f"{found.value if found.value_max is None else found.value_max:g}", found.unit or ""
        case _:
            return _forms(statement.speaker, forms) if statement.speaker else "", statement.span.of(text)


def _forms(filler: Filler, forms: Mapping[EntityId, tuple[str, ...]]) -> str:
    return "/".join(forms[filler.entity]) if filler.entity else filler.text


def _pointed(text: str) -> Iterator[Fact]:
    """Every word that stands for something named elsewhere, with whom it stands for."""
    request = TextRequest(id="dispatch", text=text, date=PUBLISHED)
    ((_, page),) = read_pages([request], {Layer.NAMES, Layer.COREFERENCE})
    for token in page.doc:
        if group := page.cast.group_at(token):
            yield token.text, "; ".join("/".join((e.caption, *e.names)) for e in group)
        elif (mention := page.cast.mention_at(token)) and page.cast.tokens[mention][-1] == token.i:
            entity = page.cast.entity(mention.entity)
            yield token.text, "/".join((entity.caption, *entity.names))


def _agree(layer: str, gold: Fact, found: Fact, text: str) -> bool:
    match layer:
        case "name":
            return _same(gold[0], found[0]) and _group(gold[1]) == _group(found[1])
        case "office":
            return _same(gold[0], found[0]) and _overlap(gold[1], found[1]) >= 0.5
        case "event":
            parties = [p for side in gold[1:3] for p in side.split(";") if p.strip()]
            others = [p for side in found[1:3] for p in side.split(";") if p.strip()]
            return found[0] in gold[0].split("/") and (not parties or any(_same(a, b) for a in parties for b in others))
        case "tie":
            straight = _same(gold[0], found[0]) and _same(gold[2], found[2])
            turned = (
                gold[1] in {"spouse", "family", "partner_of"} and _same(gold[0], found[2]) and _same(gold[2], found[0])
            )
            return gold[1] == found[1] and (straight or turned)
        case "instrument":
            return gold[0] == found[0] and (
                (gold[2] != "" and gold[2] == found[2]) or _overlap(gold[1], found[1]) >= 0.5
            )
        case "quotation":
            first, *rest = (part.strip() for part in gold[1].split("…"))
            start = text.index(first)
            last = rest[0] if rest else first
            words = text[start : text.index(last, start) + len(last)]
            return _same(gold[0], found[0]) and _overlap(words, found[1]) >= 0.5
        case "quantity":
            return f"{float(gold[0]):g}" == found[0] and (_overlap(gold[1], found[1]) > 0 or gold[1] == found[1])
        case _:
            wanted, given = gold[1].split(";"), found[1].split(";")
            return (
                fold(gold[0]) == fold(found[0])
                and len(wanted) == len(given)
                and all(any(_same(a, b) for b in given) for a in wanted)
            )


def _group(schema: str) -> str:
    return "body" if schema in {Schema.PUBLIC_BODY, Schema.COMPANY, Schema.ORGANIZATION} else schema


def _same(gold: str, found: str) -> bool:
    """Whether a name is one of the forms, or the words of one are among those of the other."""
    wanted = _words(gold)
    return any(wanted <= _words(form) or _words(form) <= wanted for form in found.split("/") if _words(form))


def _words(name: str) -> set[str]:
    return set(fold(name.replace("'s", "").replace("’s", "")).split()) - {"the", "of"}


def _overlap(gold: str, found: str) -> float:
    wanted, given = _words(gold), _words(found)
    return len(wanted & given) / max(len(wanted | given), 1)
