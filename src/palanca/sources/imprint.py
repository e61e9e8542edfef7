"""What a source says about a document, beside its text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from palanca.records import Time
from palanca.sources.dates import read_date
from palanca.sources.text import normalise

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)
_MAX_CHARS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Name, title, time of publication and so on, as far as one source gives them. Unknown is None."""

    name: str | None = None
    title: str | None = None
    published: Time | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None

    def otherwise(self, other: "Imprint") -> "Imprint":
        """The same, with gaps filled from `other`."""
        return Imprint(
            name=self.name or other.name,
            title=self.title or other.title,
            published=self.published or other.published,
            outlet=self.outlet or other.outlet,
            author=self.author or other.author,
            url=self.url or other.url,
            language=self.language or other.language,
        )


def imprint_from(value_of: Callable[[str], object]) -> Imprint:
    """The imprint that loose values give. `value_of` gives the value of one of our column names, or None."""
    return Imprint(
        name=one_line(value_of("id")),
        title=one_line(value_of("title")),
        published=read_date(value_of("date")),
        outlet=one_line(value_of("outlet")),
        author=one_line(value_of("author")),
        url=one_line(value_of("url")),
        language=language_tag(value_of("language")),
    )


def one_line(value: object) -> str | None:
    """A loose value as one line of text; a list joined by commas; None for nothing and for nested values."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(one_line, value))) or None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(normalise(str(value)).split())[:_MAX_CHARS] or None


def language_tag(value: object) -> str | None:
    """A BCP 47 tag from a tag (`es_PE`, `es-PE`) or from the English name of a language; None for anything else."""
    text = (one_line(value) or "").split(",")[0].replace("_", "-")
    if _TAG.fullmatch(text):
        primary, dash, rest = text.partition("-")
        return primary.lower() + dash + rest
    if not text.isalpha():
        return None
    import pycountry

    found = pycountry.languages.get(name=text.title())
    return str(getattr(found, "alpha_2", found.alpha_3)) if found else None
