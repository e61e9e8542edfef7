"""How documents write the names of generated things: in full, cut, with initials, respelled, as acronyms, with slips.

The shares are set by hand after news: most people are written with a given name and a surname, and again by surname
alone; diacritics are kept or lost by the whole document; every fortieth name has a slip of the pen or of the ear.
"""

import random
import re
import unicodedata
from dataclasses import dataclass

from generated_things import Body, Person, Place
from generated_words import words
from palanca.lexicon.countries import country

_RESPELLED = 0.12
_SLIP = 0.01
_ACRONYM_WORDS = 3
_SMALL = frozenset({"of", "and", "the", "for", "de", "y"})
_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ø": "o"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What one document does to all names: whether it keeps diacritics, whether family names come first."""

    keeps_marks: bool
    family_first: bool

    @classmethod
    def drawn(cls, draw: random.Random) -> "Style":
        """The style of a document."""
        return cls(keeps_marks=draw.random() < 0.6, family_first=draw.random() < 0.7)

    def written(self, name: str) -> str:
        """The name with or without its diacritics."""
        if self.keeps_marks or name.isascii():
            return name
        bare = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
        return "".join(letter for letter in bare if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The names of a thing in one document, the fullest first, and whether the name itself tells the country."""

    names: tuple[str, ...]
    tells_country: bool = False


def person_shown(person: Person, style: Style, draw: random.Random) -> Shown:
    """A person as a document names them: one main form, often with the surname alone beside it."""
    main = _person_form(person, style, draw)
    names = [main]
    if " " in main and draw.random() < 0.5:
        names.append(person.surname)
    if draw.random() < 0.08:
        names.append(_person_form(person, style, draw))
    spelled = [_respelled(name, person, draw) for name in names] if draw.random() < _RESPELLED else names
    written = tuple(dict.fromkeys(_slipped(style.written(name), draw) for name in spelled))
    fullest = max(written, key=lambda name: (len(name.split()), len(name)))
    return Shown(names=(fullest, *(name for name in written if name != fullest)))


def _person_form(person: Person, style: Style, draw: random.Random) -> str:
    given, surname = person.given, person.surname
    if person.suffix and draw.random() < 0.8:
        surname = f"{surname} {person.suffix}"
    chance = draw.random()
    if chance < 0.09:
        return surname
    if chance < 0.14:
        initials = f"{given[0]}." + (f" {person.middle[0]}." if person.middle and draw.random() < 0.5 else "")
        return f"{initials} {surname}"
    if chance < 0.18 and given in person.culture.short:
        return f"{person.culture.short[given]} {surname}"
    if chance < 0.36:
        return _in_full(person, surname, style)
    if chance < 0.37:
        return f"{surname}, {given}"
    return _ordered(person, given, surname, style)


def _in_full(person: Person, surname: str, style: Style) -> str:
    """With the middle name and the mother's surname, where there are any."""
    if person.culture.family_first:
        return _ordered(person, f"{person.middle} {person.given}".strip(), surname, style)
    return " ".join(part for part in (person.given, person.middle, surname, person.mother) if part)


def _ordered(person: Person, given: str, surname: str, style: Style) -> str:
    return f"{surname} {given}" if person.culture.family_first and style.family_first else f"{given} {surname}"


def _respelled(name: str, person: Person, draw: random.Random) -> str:
    """The name as another transliteration has it: every rule that fits is applied or not by chance."""
    rules = [rule for rule in person.culture.respelled if draw.random() < 0.5]
    parts = []
    for part in name.split():
        other = part
        for pattern, replacement in rules:
            other = pattern.sub(replacement, other)
        parts.append(other[:1].upper() + other[1:] if not other.startswith("el-") else other)
    return " ".join(parts)


def _slipped(name: str, draw: random.Random) -> str:
    """Seldom a letter is lost, doubled or exchanged with its neighbour, never the first of a word."""
    if draw.random() >= _SLIP:
        return name
    places = [match.start() for match in re.finditer(r"(?<=\w)\w(?=\w)", name)]
    if not places:
        return name
    at = draw.choice(places)
    sort = draw.randrange(3)
    if sort == 0:
        return name[:at] + name[at + 1 :]
    return name[:at] + (name[at] * 2 + name[at + 1 :] if sort == 1 else name[at + 1] + name[at] + name[at + 2 :])


def body_shown(body: Body, style: Style, draw: random.Random) -> Shown:
    """A body as a document names it."""
    if body.form or body.schema != "PublicBody":
        return _firm_shown(body, style, draw)
    bare = _ministry(body, draw) if body.matter is not None else body.name
    chance = draw.random()
    if chance < 0.3:
        return Shown(names=(style.written(f"{country(body.country).demonyms[0]} {bare}"), bare), tells_country=True)
    if chance < 0.5:
        return Shown(names=(style.written(f"{bare} of {country(body.country).name}"), bare), tells_country=True)
    return Shown(names=(style.written(bare),))


def _ministry(body: Body, draw: random.Random) -> str:
    english, spanish = words().matters[body.matter or 0]
    chance = draw.random()
    if chance < 0.15 and body.country in words().cultures[1].countries:
        return f"Ministerio de {spanish}"
    return f"{english.removeprefix('the ')} Ministry" if chance < 0.4 else f"Ministry of {english}"


def _firm_shown(body: Body, style: Style, draw: random.Random) -> Shown:
    name = f"{body.name} {body.form}" if body.form and draw.random() < 0.35 else body.name
    name = style.written(_slipped(name, draw))
    letters = acronym(body.name)
    if not letters or body.form:
        return Shown(names=(name,))
    if draw.random() < 0.07:
        return Shown(names=(letters,))
    return Shown(names=(name, letters) if draw.random() < 0.35 else (name,))


def acronym(name: str) -> str:
    """The initials of a name of three words or more, small words left out; empty for shorter names."""
    letters = "".join(word[0] for word in name.split() if word not in _SMALL)
    return letters.upper() if len(letters) >= _ACRONYM_WORDS else ""


def place_shown(place: Place, style: Style, draw: random.Random) -> Shown:
    """A place as a document names it; a country by any of its usual names."""
    if place.is_country:
        return Shown(names=(draw.choice(country(place.country).names[:2]),), tells_country=True)
    return Shown(names=(style.written(place.name),))
