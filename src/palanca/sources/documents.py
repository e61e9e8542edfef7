"""From what was extracted to a document, or to the plain reason why there is none."""

from dataclasses import dataclass, field, replace

from palanca.records import Document, Origin, Rejection
from palanca.sources.files import SourceFile
from palanca.sources.imprint import Imprint
from palanca.sources.options import SourceOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The normalised text of one file, with what the file says about itself.

    `missing` says in a sentence what of the file could not be read, although the rest could.
    """

    text: str
    imprint: Imprint = field(default_factory=Imprint)
    page_starts: tuple[int, ...] = ()
    missing: str | None = None


def compose(extract: Extract, origin: Origin, known: Imprint, options: SourceOptions) -> Document | Rejection:
    """The document of an extract; `known` holds its final name and all that is said about it, the nearest first."""
    subject = "the file" if origin.row is None else f"row {origin.row}"
    if not extract.text.strip():
        return Rejection(origin=origin, reason=f"{subject} has no text: fill it in, or leave it out")
    if len(extract.text) > (limit := options.limits.max_text_chars):
        reason = f"{subject} holds {len(extract.text):,} characters, more than the {limit:,} of one document: split it"
        return Rejection(origin=origin, reason=reason)
    known = known.otherwise(options.defaults)
    return Document(
        name=known.name or "",
        text=extract.text,
        origin=origin,
        title=known.title,
        published=known.published,
        outlet=known.outlet,
        author=known.author,
        url=known.url,
        language=known.language,
        page_starts=extract.page_starts,
    )


def compose_file(extract: Extract, file: SourceFile, origin: Origin, options: SourceOptions) -> Document | Rejection:
    """The document of a whole file. The index of its folder is nearer than what the file says of itself."""
    indexed = file.index.get(file.stem) or file.index.get(file.name) or Imprint()
    known = indexed.otherwise(extract.imprint)
    return compose(extract, origin, replace(known, name=extract.imprint.name or file.stem), options)
