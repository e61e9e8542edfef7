"""Plain text and Markdown, with the front matter that may stand above them."""

import re
from collections.abc import Mapping

from palanca.sources.dates import read_date
from palanca.sources.documents import Extract
from palanca.sources.encoding import decode
from palanca.sources.imprint import Imprint, imprint_from, one_line
from palanca.sources.options import Limits
from palanca.sources.text import normalise

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL)
_MAX_FRONT_MATTER_CHARS = 1 << 14
_KEYS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": ("title",),
    "date": ("published", "date"),
    "outlet": ("outlet", "source", "publisher"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_SENTENCE_ENDS = (".", ":", ";", ",", "…", '."', ".”", ".»")
_LONGEST_HEADLINE = 200
_NO_HEADLINE = re.compile(r"(?:by|por)\s|---|.*\b\d{4}$", re.IGNORECASE)
_DAY = re.compile(r"(?:\w{3,12},? )?(?:\d{1,2}\.? (?:de )?\w{3,12}\.?,? (?:de )?|\w{3,12}\.? \d{1,2}, )\d{4}\.?")
_TOWN = re.compile(r"[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,4}(?:, [^\W\d_][\w’'. -]{1,40})?, ")
_FENCE = re.compile(r"^ {0,3}(```|~~~).*\n?", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(?<![\w*_])(\*\*\*|\*\*|\*|___|__|_)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")
_QUOTED = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)


def read_text(content: bytes, _limits: Limits) -> Extract:
    """The text of a .txt file as it stands, without front matter; a headline above it is its title.

    Raises UnreadableInput for binary content.
    """
    imprint, text = split_front_matter(normalise(decode(content)))
    return Extract(text=text, imprint=imprint.otherwise(Imprint(title=headline(text))))


def headline(text: str) -> str | None:
    """The first line, or that below a line with nothing but a date, or a town and a date.

    None that is a sentence of the text or a byline.
    """
    first, _, rest = text.strip().partition("\n")
    if len(first) <= _LONGEST_HEADLINE and _is_date_line(first.strip()):
        first, _, rest = rest.strip().partition("\n")
    line = " ".join(first.split())
    if not rest.strip() or len(line) > _LONGEST_HEADLINE or " " not in line:
        return None
    return None if line.endswith(_SENTENCE_ENDS) or _NO_HEADLINE.match(line) else line


def _is_date_line(line: str) -> bool:
    return read_date(line) is not None or _DAY.fullmatch(_TOWN.sub("", line, count=1)) is not None


def read_markdown(content: bytes, _limits: Limits) -> Extract:
    """The text of a .md file without its marks; a first-level heading is its title.

    Raises UnreadableInput for binary content.
    """
    imprint, marked = split_front_matter(normalise(decode(content)))
    top = next((match[2] for match in _HEADING.finditer(marked) if match[1] == "#"), None)
    heading = Imprint(title=one_line(_without_marks(top))) if top else Imprint()
    return Extract(text=_without_marks(marked), imprint=imprint.otherwise(heading))


def split_front_matter(text: str) -> tuple[Imprint, str]:
    """What the front matter says, and the text below it. Without a readable one, the text is returned whole."""
    match = _FRONT_MATTER.match(text)
    if not match or len(match[1]) > _MAX_FRONT_MATTER_CHARS:
        return Imprint(), text
    values = _mapping(match[1])
    if values is None:
        return Imprint(), text

    def value_of(column: str) -> object:
        return next((values[key] for key in _KEYS[column] if key in values), None)

    return imprint_from(value_of), text[match.end() :]


def _mapping(source: str) -> dict[str, object] | None:
    """The front matter's keys, lower-cased, with values as written; None if it is not a YAML mapping.

    The base loader is used, which builds nothing but strings, lists and mappings: `language: no` is Norwegian and
    not False. Aliases are refused, because a few of them can blow up to gigabytes.
    """
    import yaml

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(source, Loader=yaml.BaseLoader)):
            return None
        loaded = yaml.BaseLoader(source).get_single_data()
    except (yaml.YAMLError, RecursionError):
        return None
    return {str(key).lower(): value for key, value in loaded.items()} if isinstance(loaded, dict) else None


def _without_marks(text: str) -> str:
    text = _FENCE.sub("", text)
    ended = (
        text.rfind("-->") + 1
    )  # behind it nothing ends, and each beginning would be looked for to the end of the text
    text = _COMMENT.sub("", text[: ended + 2]) + text[ended + 2 :]
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _AUTOLINK.sub(r"\1", text)
    text = _QUOTED.sub("", _HEADING.sub(r"\2", text))
    return _STRONG.sub(r"\2", _STRONG.sub(r"\2", text))
