"""Web pages that were saved: their main text, without menus, scripts and comments. Nothing is ever fetched."""

import codecs
import json
import logging
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from palanca.records import Time
from palanca.records.errors import UnreadableInput
from palanca.sources.dates import read_date
from palanca.sources.documents import Extract
from palanca.sources.encoding import decode
from palanca.sources.imprint import Imprint, language_tag, one_line
from palanca.sources.options import Limits
from palanca.sources.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w\-]{1,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD_BYTES = 4096
_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "code", "table", "row", "body", "div", "main"})
_ARTICLE_TYPE = re.compile(r"\w*(Article|Posting|Report|WebPage)")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "dc.date",
    "date",
)
_NO_TEXT = "no article text was found on this page: save the full page, or paste the article into a .txt file"


def read_page(content: bytes, _limits: Limits) -> Extract:
    """The main text of a web page and what its markup says about it. Tables are included, comments are not.

    The time of publication is only what the page declares as such (meta tags, JSON-LD, `<time>` marked as
    publication); dates that merely stand on the page are not guessed at.
    Raises UnreadableInput if the page holds no article text.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page that cannot be read is reported by us
    tree = trafilatura.load_html(_as_document(_decoded(content)))
    if tree is None:
        raise UnreadableInput(_NO_TEXT)
    article = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    body = getattr(article, "body", None)
    text = _text_of(body) if body is not None else ""
    if not text:
        text = normalise(trafilatura.baseline(tree)[1])
    if not text.strip():
        raise UnreadableInput(_NO_TEXT)
    return Extract(text=text, imprint=_imprint(tree))


def _decoded(content: bytes) -> str:
    """By mark, as UTF-8, by what the page declares, or by the usual rules: in this order."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _DECLARED.search(content[:_HEAD_BYTES])
    if not declared or content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(content)
    try:
        return content.decode(declared[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _as_document(source: str) -> str:
    source = _XML_DECLARATION.sub("", source.replace("\x00", ""))
    return source if re.search(r"<(html|body)\b", source, re.IGNORECASE) else f"<html><body>{source}</body></html>"


def _text_of(body: "_Element") -> str:
    """Blocks parted by empty lines; the cells of a row by tabs."""
    from lxml.etree import iterwalk

    blocks: list[str] = []
    parts: list[str] = []

    def close() -> None:
        lines = (line.strip() for line in "".join(parts).split("\n"))
        blocks.append("\n".join(filter(None, lines)))
        parts.clear()

    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            close()
        elif element.tag == "cell" and event == "end":
            parts.append("\t")
        elif element.tag == "lb" and event == "end":
            parts.append("\n")
        inner = element.text if event == "start" else element.tail if element is not body else None
        parts.append(re.sub(r"\s+", " ", inner or ""))
    close()
    return normalise("\n\n".join(filter(None, blocks)))


def _imprint(tree: "_Element") -> Imprint:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, extensive=False)
    return Imprint(
        title=one_line(found.title),
        published=_published(tree),
        outlet=one_line(found.sitename),
        author=one_line(found.author),
        url=one_line(found.url),
        language=_language(tree),
    )


def _language(tree: "_Element") -> str | None:
    root = tree.getroottree().getroot()
    declared = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    metas = dict(_metas(tree))
    return next(
        filter(None, map(language_tag, (*declared, metas.get("content-language"), metas.get("og:locale")))), None
    )


def _published(tree: "_Element") -> Time | None:
    metas = dict(_metas(tree))
    declared: Iterable[object] = (*(metas.get(name) for name in _DATE_NAMES), *_linked_dates(tree), *_time_tags(tree))
    return next(filter(None, map(read_date, declared)), None)


def _metas(tree: "_Element") -> Iterator[tuple[str, str]]:
    """Names and contents of the meta tags, the first of each name last, so that it wins in a mapping."""
    for meta in reversed(list(tree.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name and meta.get("content"):
            yield str(name).strip().lower(), str(meta.get("content"))


def _time_tags(tree: "_Element") -> Iterator[str]:
    for tag in tree.iter("time"):
        marks = f"{tag.get('class', '')} {tag.get('itemprop', '')}".lower()
        if tag.get("datetime") and (tag.get("pubdate") is not None or "publish" in marks or "entry-date" in marks):
            yield str(tag.get("datetime"))


def _linked_dates(tree: "_Element") -> Iterator[str]:
    """`datePublished` of the articles in JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            try:
                yield from _dates_of(json.loads(script.text))
            except (ValueError, RecursionError):
                continue


def _dates_of(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _dates_of(item)
    if not isinstance(node, dict):
        return
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    if any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name) for name in names):
        yield str(node.get("datePublished", ""))
    for key in ("@graph", "mainEntity", "mainEntityOfPage"):
        yield from _dates_of(node.get(key))
