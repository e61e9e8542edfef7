"""The key that places, laws, vehicles, events and projects share when they are the same thing by exact evidence."""

from palanca.identity.generic import generic_words, is_generic
from palanca.identity.profile import Profile
from palanca.lexicon.countries import country_named
from palanca.records import Schema
from palanca.records.names import fold


def exact_key(profile: Profile) -> str | None:
    """The key of a thing that is neither person nor body; None where it can only be itself.

    - A place whose caption is a name of its own country: `country:PRY`.
    - A place with a country: `place:<folded caption>:PRY`, since towns of different countries share names.
    - A law: its words folded, its numbers exactly as written, and its country where known. A law that is only a sort
      and a number ("Law 512") stays in its document when no country is known, or in the register that lists laws by it.
    - All else: `<schema>:<folded caption>`, with the country where the caption is of generic words only; without a
      country such a name stays in its document.
    """
    if is_country(profile):
        return f"country:{profile.country}"
    if profile.schema is Schema.LAW:
        return _law_key(profile)
    return _named_key(profile, fold(profile.caption), generic=is_generic(profile.caption))


def is_country(profile: Profile) -> bool:
    """Whether it is a country, under a name of its own."""
    if profile.schema is not Schema.PLACE or profile.country is None:
        return False
    country = country_named(profile.caption)
    return country is not None and country.alpha3 == profile.country


def _law_key(profile: Profile) -> str | None:
    tokens = [_law_token(token) for token in profile.caption.split()]
    tokens = [token for token in tokens if token and token not in generic_words().number_markers]
    words = " ".join(token for token in tokens if not _is_number(token))
    name, generic = " ".join(tokens), is_generic(words)
    if name and generic and profile.country is None and profile.listed_by:
        return f"law:{name}:{profile.listed_by}"
    return _named_key(profile, name, generic=generic, by_country=True)


def _law_token(token: str) -> str:
    """A number keeps what stands inside it, since 12-3, 12/3 and 123 are three laws."""
    return token.strip(".,;:()[]'\"“”‘’«»").casefold() if _is_number(token) else fold(token)


def _is_number(token: str) -> bool:
    return any(character.isdigit() for character in token)


def _named_key(profile: Profile, name: str, *, generic: bool, by_country: bool = False) -> str | None:
    if not name or (generic and profile.country is None):
        return None
    told_by_country = generic or by_country or profile.schema is Schema.PLACE
    suffix = f":{profile.country}" if told_by_country and profile.country else ""
    return f"{profile.schema.lower()}:{name}{suffix}"
