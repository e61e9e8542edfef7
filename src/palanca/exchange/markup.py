"""XML written as a stream: nothing of a large network waits in memory."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from palanca.exchange.spreadsheets import without_forbidden

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def opened(name: str, attributes: Mapping[str, object]) -> str:
    """A start tag. Attributes whose value is None are left out."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, attributes: Mapping[str, object]) -> str:
    """An element without content."""
    return f"<{name}{_attributes(attributes)}/>"


def holding(name: str, attributes: Mapping[str, object], content: str) -> str:
    """An element that holds text."""
    return f"{opened(name, attributes)}{escape(without_forbidden(content))}</{name}>"


def _attributes(given: Mapping[str, object]) -> str:
    return "".join(
        f" {name}={quoteattr(without_forbidden(str(value)))}" for name, value in given.items() if value is not None
    )
