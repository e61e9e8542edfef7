"""Inflecting demonyms, so that `countries.yaml` and `places.yaml` need hold only one form of each.

The rules are those of regular adjectives in both languages. A form that nobody writes does no harm, because the
forms are only ever looked up.
"""

_NO_ENGLISH_PLURAL = ("ch", "sh", "ss", "ese", "ois", "x", "z", "s")
_SPANISH_STRESSED = {"és": "es", "án": "an", "ón": "on", "ín": "in"}


def english_forms(demonym: str) -> tuple[str, ...]:
    """The demonym and its plural, if it has one: Peruvian, Peruvians; Dutch; Irishman, Irishmen."""
    if demonym.endswith(("chman", "shman", "chwoman", "shwoman")):
        return (demonym, demonym.removesuffix("an") + "en")
    if demonym.endswith(_NO_ENGLISH_PLURAL):
        return (demonym,)
    return (demonym, demonym + "s")


def spanish_forms(demonym: str) -> tuple[str, ...]:
    """The masculine singular, then feminine and plurals: peruano, peruana, peruanos, peruanas; francés, francesa…"""
    if demonym.endswith("o"):
        stem = demonym[:-1]
        return (demonym, stem + "a", demonym + "s", stem + "as")
    if ending := _SPANISH_STRESSED.get(demonym[-2:]):
        stem = demonym[:-2] + ending
        return (demonym, stem + "a", stem + "es", stem + "as")
    if demonym.endswith(("í", "ú")):
        return (demonym, demonym + "es", demonym + "s")
    if demonym.endswith(("a", "e", "é")):
        return (demonym, demonym + "s")
    if demonym.endswith("ñol"):
        return (demonym, demonym + "a", demonym + "es", demonym + "as")
    return (demonym, demonym + "es")
