"""A dossier to a file, in the form that its ending tells: whole, or not there."""

from pathlib import Path

from palanca.exchange.dossier.content import Dossier
from palanca.exchange.dossier.html import html
from palanca.exchange.dossier.markdown import markdown
from palanca.exchange.dossier.pdf import print_page
from palanca.exchange.whole_files import written_beside
from palanca.records.errors import UnknownFormat

ENDINGS = (".html", ".md", ".pdf")
_TEXTS = {".html": html, ".md": markdown}


def check_ending(to: Path) -> str:
    """The ending of a file in lower case. Raises UnknownFormat, with those there are, for another."""
    ending = to.suffix.casefold()
    if ending not in ENDINGS:
        raise UnknownFormat(f"the ending of {str(to)!r} tells no form of a dossier: use one of {', '.join(ENDINGS)}")
    return ending


def write_dossier(dossier: Dossier, to: Path) -> None:
    """Write a page, Markdown or a PDF. The same dossier gives the same bytes, save as PDF, which bears its day.

    Raises UnknownFormat or UnwritableOutput.
    """
    ending = check_ending(to)
    with written_beside(to) as place:
        if ending == ".pdf":
            print_page(html(dossier), place)
            return
        # Names of files may hold halves of UTF-16 pairs, which UTF-8 cannot write.
        with place.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.writelines(_TEXTS[ending](dossier))
