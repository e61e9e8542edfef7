"""What can be asked: the fields of the filter language, channels, categories and countries."""

from palanca.web.shapes.shape import Shape


class AskingField(Shape):
    """A field of the filter language: its word, what it asks, an example, and its values where they are listed."""

    word: str
    asks: str
    example: str
    choices: list[str]


class Channel(Shape):
    """A group of contexts: `glyph` and `label` are for people."""

    name: str
    glyph: str
    label: str
    contexts: list[str]


class Asking(Shape):
    """All words of questions and decisions. `parts` has the kinds that can be stated, with their parts."""

    fields: list[AskingField]
    channels: list[Channel]
    categories: list[str]
    schemata: list[str]
    ties: list[str]
    statuses: list[str]
    parts: dict[str, list[str]]
    corrections: dict[str, list[str]]
