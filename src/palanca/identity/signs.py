"""Signs of entities: by what alone one may meet others.

The rows of a register name the same people and bodies again and again. So a case keeps the blocks of each name once,
and of an entity only under which names, and which identifiers, it goes.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from palanca.identity import body_names, identifiers, person_names
from palanca.identity.keys import exact_key
from palanca.identity.profile import Profile
from palanca.identity.sketch import forms_of

_MANY_SIGNS = 16_384
_BETWEEN = "\n"  # in no form of a name, and so in no key or identifier that could be taken for names
_PERSON, _BODY = f"person{_BETWEEN}", f"body{_BETWEEN}"


def signs(profile: Profile) -> Iterator[str]:
    """The names to compare by, as one sign, or the exact key of what is neither person nor body; each identifier."""
    if forms := forms_of(profile):
        yield sign_of_names(forms, is_person=profile.is_person)
    elif key := exact_key(profile):
        yield key
    if profile.identifiers:
        yield from identifiers.blocks(profile.identifiers)


def sign_of_names(forms: Iterable[str], *, is_person: bool) -> str:
    """The sign of a person or body with these names to compare by."""
    return (_PERSON if is_person else _BODY) + _BETWEEN.join(forms)


def sign_of_form(form: str, *, is_person: bool) -> str:
    """The sign of one name."""
    return (_PERSON if is_person else _BODY) + form


def forms_of_sign(sign: str) -> list[str]:
    """The names that a sign of names is made of."""
    return sign.split(_BETWEEN)[1:]


def is_of_people(sign: str) -> bool:
    """Whether it is a sign of names of people."""
    return sign.startswith(_PERSON)


def is_of_names(sign: str) -> bool:
    """Whether a sign is made of names, which have blocks; any other is the one block in which it stands."""
    return sign.startswith((_PERSON, _BODY))


@lru_cache(maxsize=_MANY_SIGNS)
def blocks_of_sign(sign: str) -> tuple[str, ...]:
    """The keys under which what has this sign meets those that may be one with it, sorted."""
    if not is_of_names(sign):
        return (sign,)
    sort, *forms = sign.split(_BETWEEN)
    of_form = person_names.blocks if sort == _PERSON.strip() else body_names.blocks
    return tuple(sorted(of_form(forms[0]) if len(forms) == 1 else {key for form in forms for key in of_form(form)}))
