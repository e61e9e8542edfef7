"""Writing the same word the same way, so that lists can be looked up."""

import unicodedata


def fold(text: str) -> str:
    """The text without case, accents and doubled blanks, its apostrophes straight.

    "Côte  d’Ivoire" becomes "cote d'ivoire".
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def is_all_lower(text: str) -> bool:
    """Whether no letter is a capital: names are not written so, common words are ("us", "turkey", "chad")."""
    return text == text.lower()


def without_article(text: str) -> str:
    """The text without a leading English or Spanish article: "the Netherlands", "los Países Bajos"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in {"the", "el", "la", "los", "las"} else text
