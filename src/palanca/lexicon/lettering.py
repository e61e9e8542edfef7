"""What a word's letters tell before it is looked up; the folding itself is `records.names.fold`."""

_ARTICLES = frozenset({"the", "el", "la", "los", "las"})


def is_all_lower(text: str) -> bool:
    """Whether no letter is a capital: names are not written so, common words are ("us", "turkey", "chad")."""
    return text == text.lower()


def without_article(text: str) -> str:
    """The text without a leading English or Spanish article: "the Netherlands", "los Países Bajos"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else text
