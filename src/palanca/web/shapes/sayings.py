"""Sentences of the product's own as the API sends them, with what they say: a page words them in its language."""

from palanca.records.sayings import Sayings
from palanca.web.shapes.remarks import REMARKS
from palanca.web.shapes.shape import Shape

_BETWEEN = "; "


class Saying(Shape):
    """A sentence in English, its code, and the values in it by name. A code of '' fits no table."""

    code: str
    values: dict[str, str]
    text: str


def shown_saying(sentence: str, table: Sayings) -> Saying:
    """A sentence with what it says by a table."""
    said = table.read(sentence)
    return Saying(code=said.code if said else "", values=said.values if said else {}, text=sentence)


def shown_remark(sentence: str) -> Saying:
    """A sentence that another room says of an input, a request or a judgement."""
    return shown_saying(sentence, REMARKS)


def shown_sayings(sentences: str, table: Sayings) -> list[Saying]:
    """Sentences with semicolons between them, each with what it says."""
    return [shown_saying(one, table) for one in sentences.split(_BETWEEN) if one]
