"""The formats of exports as the API shows them."""

from palanca.exchange.formats import Format as FormatRecord
from palanca.records import Kind
from palanca.web.shapes.shape import Shape


class Format(Shape):
    """A format in which a case goes out, and the kinds of claim that it holds; downloads have the first ending."""

    name: str
    endings: list[str]
    says: str
    kinds: list[Kind]


class FormatList(Shape):
    """All formats."""

    items: list[Format]


def shown_format(one: FormatRecord) -> Format:
    """A format as it is shown; that a folder takes it, too, is left out."""
    endings = [ending for ending in one.endings if ending.startswith(".")]
    return Format(name=one.name, endings=endings, says=one.says, kinds=list(one.kinds))
