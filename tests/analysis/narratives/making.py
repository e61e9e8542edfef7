"""A press of a few articles, by hand."""

from palanca.analysis.narratives import Article, Press, ReasonKind, Shared
from palanca.records import ClaimId, DocumentId, Span, Time


def article(name: str, published: str | None, outlet: str | None = None) -> Article:
    return Article(
        id=DocumentId(name), name=name, published=Time.parse(published) if published else None, outlet=outlet
    )


def press(*articles: Article, copies: dict[str, str] | None = None) -> Press:
    """`copies` gives the text that an article is a copy of."""
    return Press(articles, {DocumentId(one): DocumentId(other) for one, other in (copies or {}).items()})


def claim(name: str, weight: int, **at: int) -> Shared:
    """A claim told in words of ten letters that begin at these places of documents."""
    return Shared(kind=ReasonKind.CLAIM, weight=weight, places=_places(at), claim=ClaimId(name))


def quotation(weight: int, **at: int) -> Shared:
    return Shared(kind=ReasonKind.QUOTATION, weight=weight, places=_places(at))


def _places(at: dict[str, int]) -> dict[DocumentId, Span]:
    return {DocumentId(name): Span(start, start + 10) for name, start in at.items()}
