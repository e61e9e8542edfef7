"""The rows of three registers of American diplomacy as profiles: one row is one document.

`us_officeholders.csv` names a holder with aliases and an office, `visits_to_us.csv` a visitor with title and country,
`us_travels_abroad.csv` a traveller with a role. Prose beside them names more people by title ("Prime Minister De
Croo"): these are read with a pattern, not with the readers, so that identity is measured apart from reading.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from palanca.identity.profile import OfficeShown, Profile
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.records import DocumentId, EntityId, Schema
from palanca.records.names import fold

FILES = ("us_officeholders.csv", "visits_to_us.csv", "us_travels_abroad.csv")
_HOME = "USA"
_TITLES = (
    "Acting President", "Provisional President", "Vice President", "President-elect", "President-Elect",
    "Interim President", "President- elect", "President- designate", "President", "Acting Prime Minister",
    "Interim Prime Minister", "Deputy Prime Minister", "Vice Premier", "Prime Minister-designate", "Prime Minister",
    "Premier", "Federal Chancellor", "Chancellor-elect", "Chancellor", "Taoiseach", "Acting Foreign Minister",
    "Deputy Foreign Minister", "Foreign Minister", "Foreign Secretary", "Defense Minister", "Defence Minister",
    "Finance Minister", "External Affairs Minister", "Interior Minister", "NATO Secretary General",
    "UN Secretary General", "Secretary General", "Secretary-General", "General Secretary", "Secretary of State",
    "Crown Prince", "Crown Princess", "King", "Queen", "Prince", "Princess", "Emperor", "Empress", "Shah", "Sultan",
    "Amir", "Emir", "Grand Duke", "Grand Duchess", "Regent", "Pope", "Chief of State", "Chairman", "Governor General",
    "Governor-General", "Ambassador", "High Representative", "Special Envoy", "Special Representative", "Speaker",
    "Secretary", "Minister", "General",
)  # fmt: skip
_TITLE = "|".join(re.escape(title) for title in _TITLES)
_SMALL = r"(?:de|del|della|di|da|dos|do|van|von|der|den|la|le|el|al|bin|bint|ibn|ul|y|e)"
_WORD = r"(?:(?:[A-Z]\.)+|(?:(?:al|el|as|ad|bin|d|t)[-’'])?[^\W\d_a-zß-ö][\w’'-]*)"
_NAME = rf"(?:{_SMALL}\s+)?{_WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD})*(?:,? Jr\.)?"
_TITLED = re.compile(rf"\b(?P<title>{_TITLE})\s+(?P<name>{_NAME})")
_LEADING_TITLE = re.compile(
    rf"(?:{_TITLE}|Head of State|Chief Executive|Brigadier|Lieutenant)"
    r"(?: of the (?:Council of Ministers|Presidency))?[\s,]+"
)
_NICKNAME = re.compile(r"\s*\(([^)]*)\)\s*")
_POSSESSIVE = re.compile(r"[’']s\b")
_STOPS = frozenset(
    {"Affairs", "April", "Assembly", "August", "Conference", "Council", "Crown", "Debate", "December", "February",
     "Foreign", "General", "January", "July", "June", "March", "Meeting", "Minister", "Ministers", "Ministerial",
     "November", "October", "Prime", "President", "Secretary", "September", "Staff", "State", "Summit"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The country of a row: its name, folded, and its code where it has one."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A person of a row: names, the fullest first, and the office that is shown."""

    names: tuple[str, ...]
    office: OfficeShown | None = None


def profiles_of_registers(folder: Path) -> Iterator[Profile]:
    """The people of all rows, file by file in the order of `FILES`.

    An entity is called by its row and its name there: `travels:4113|Boris Johnson`.
    """
    used: Counter[str] = Counter()
    for row in _rows(folder / "us_officeholders.csv"):
        used[row["id"]] += 1  # a dozen ids stand twice
        again = f"#{used[row['id']]}" if used[row["id"]] > 1 else ""
        yield from _of_row(f"officeholders:{row['id']}{again}", [_holder(row)], _place(_plain_place(row["territory"])))
    for row in _rows(folder / "visits_to_us.csv"):
        place = _place(row["from_country"])
        people = [
            *_visitors(row, place),
            *_titled(row["description"], _year(row["start_date"])),
        ]
        yield from _of_row(f"visits:{row['id']}", people, place)
    for row in _rows(folder / "us_travels_abroad.csv"):
        place = _place(row["country"])
        people = [_traveller(row), *_titled(row["remarks"], _year(row["start_date"]))]
        yield from _of_row(f"travels:{row['id']}", people, place)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _of_row(row: str, people: Iterable[_Shown], place: _Place) -> Iterator[Profile]:
    """One profile a name; all who stand in the row are companions of each other."""
    by_name: dict[str, _Shown] = {}
    for shown in people:
        by_name.setdefault(shown.names[0], shown)
    captions = {fold(name) for name in by_name} | {place.name}
    for name, shown in by_name.items():
        office = shown.office
        yield Profile(
            entity=EntityId(f"{row}|{name}"),
            document=DocumentId(row),
            schema=Schema.PERSON,
            names=shown.names,
            country=office.country if office else None,
            offices=(office,) if office else (),
            companions=frozenset(captions - {fold(name)}),
        )


def _holder(row: dict[str, str]) -> _Shown:
    is_abroad = row["territory"] != "united-states"
    role = row["role"].lower().split("-to-")[0] + (f" to {_plain_place(row['territory']).lower()}" if is_abroad else "")
    years = [_year(row[column]) for column in ("appointed", "arrived", "started", "ended")]
    known = [year for year in years if year]
    office = OfficeShown(
        role=role,
        body="united states" if is_abroad else "department of state",
        country=_HOME,
        first_year=min(known, default=None),
        last_year=max(known, default=None),
    )
    aliases = tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip())
    return _Shown(names=tuple(dict.fromkeys((*_names(row["person"]), *aliases))), office=office)


def _traveller(row: dict[str, str]) -> _Shown:
    role = "president" if row["role"] == "president" else "secretary of state"
    year = _year(row["start_date"])
    office = OfficeShown(
        role=role, body="united states", country=_HOME, first_year=year, last_year=_year(row["end_date"]) or year
    )
    return _Shown(names=_names(row["traveller"]), office=office)


def _visitors(row: dict[str, str], place: _Place) -> Iterator[_Shown]:
    """Those whom a cell names: one, or several with "and" or a comma between their titles."""
    for cell in re.split(rf"(?:,|\sand)\s(?={_TITLE})", row["visitor"]):
        title, name = "", cell.strip()
        while (match := _LEADING_TITLE.match(name)) and match.end() < len(name):
            title, name = title or match[0].strip(" ,"), name[match.end() :]
        office = _office(title, place, _year(row["start_date"])) if title else None
        yield _Shown(names=_names(name), office=office)


def _titled(prose: str, year: int | None) -> Iterator[_Shown]:
    """People whom prose names with a title, of the country that stands before it, if any does."""
    for match in _TITLED.finditer(prose):
        name = _before_stop(match["name"])
        if name:
            place = _Place(name="", code=_country_told(prose[: match.start()].split()))
            yield _Shown(names=_names(name), office=_office(match["title"], place, year))


def _before_stop(name: str) -> str:
    """The words before the first that is no name: a possessor's thing, a month, what is done next."""
    return " ".join(takewhile(lambda word: word not in _STOPS, _POSSESSIVE.split(name)[0].split()))


def _country_told(before: list[str]) -> str | None:
    """The country whose name or people end the words before a title."""
    for phrase in (" ".join(before[-2:]), " ".join(before[-1:])):
        country = country_of_demonym(phrase) or country_named(phrase)
        if country:
            return country.alpha3
    return None


def _office(title: str, place: _Place, year: int | None) -> OfficeShown:
    return OfficeShown(role=title.lower(), body=place.name, country=place.code, first_year=year, last_year=year)


def _names(name: str) -> tuple[str, ...]:
    """The name without what stands in brackets, then the one with it in the place of the given name."""
    match = _NICKNAME.search(name)
    if not match:
        return (name,)
    plain = " ".join(_NICKNAME.sub(" ", name).split())
    other = " ".join(f"{match[1]} {plain.split()[-1]}".split())
    return plain, other


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isdigit() else None


def _plain_place(slug: str) -> str:
    return slug.removeprefix("representative-to-").replace("-", " ").title()


def _place(name: str) -> _Place:
    """The country as a register writes it: "Germany, Federal Republic of", "Siam (Thailand)", "korea-republic"."""
    bare = re.sub(r"\s*\(.*\)", "", name)
    turned = " ".join(reversed([part.strip() for part in bare.split(",")]))
    country = next((found for form in (name, bare, turned, bare.split(",")[0]) if (found := country_named(form))), None)
    return _Place(name=fold(country.name if country else bare), code=country.alpha3 if country else None)
