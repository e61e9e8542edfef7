"""What the columns of an unknown table may hold, by their headers and values: for drafts, never for a reading."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from palanca.records.names import fold
from palanca.registers.cells import country_of
from palanca.registers.dates import read_date
from palanca.registers.numbers import number_in
from palanca.registers.values import Order

_MOST = 0.8  # of the values that are not empty
_HALF = 0.5  # of them, where the header says what they are
_LONG_TEXT = 60  # code points, on average
_SEVERAL = 3  # countries: one word in every row may be a country's name by chance, as "Reunión" is
_WORDS = re.compile(r"[^a-z0-9]+")


class Sense(StrEnum):
    """What a column may hold."""

    ID = "id"
    DATE = "date"
    COUNTRY = "country"
    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    PLACE = "place"
    PROSE = "prose"
    NUMBER = "number"
    OTHER = "other"


_HEADERS: tuple[tuple[Sense, str], ...] = (
    (Sense.ID, "id code codigo nro number key ref reference identifier uuid nummer aktenzeichen"),
    (Sense.OTHER, "document documento dni passport pasaporte ausweis phone telephone telefono email correo"),
    (Sense.ROLE, "role title post position cargo puesto rank function funcion portfolio cartera amt funktion"),
    (Sense.PERSON, "person name nombre nombres visitor visitante traveller traveler official funcionario minister"),
    (Sense.PERSON, "ministro host anfitrion lobbyist member deputy diputado holder speaker ambassador people persona"),
    (Sense.PERSON, "who quien wer recipient beneficiary beneficiario empfanger besucher abgeordneter ministerin"),
    (Sense.BODY, "organisation organisations organization organizations company companies empresa entity entidad"),
    (Sense.BODY, "institution institucion body ministry ministerio client clients supplier proveedor agency owner"),
    (Sense.BODY, "donor donante giver spender firma unternehmen behorde ministerium partei party partido shareholder"),
    (Sense.COUNTRY, "country pais land state nation"),
    (Sense.PLACE, "place location locale city ciudad lugar venue sede town ort stadt office oficina"),
    (Sense.PROSE, "remarks description descripcion reason motivo subject purpose notes summary asunto zweck betreff"),
    (Sense.NUMBER, "amount value valor importe monto betrag summe price precio percent prozent porcentaje share"),
)
"""Words in the headers of columns, in English, Spanish and German, without accents."""
_DATED = frozenset(
    ["year", "ano", "jahr", "date", "fecha", "datum", "day", "dia", "tag", "start", "started", "end", "ended", "since",
     "until", "seit", "bis", "von", "beginn", "ende"]
)  # fmt: skip
_ENDS = frozenset(
    ["end", "ended", "until", "to", "exit", "salida", "fin", "hasta", "termino", "departure", "left", "bis", "ende"]
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the values that are not empty."""

    name: str
    sense: Sense
    values: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of its name, in order."""
        return header_words(self.name)

    @property
    def is_end(self) -> bool:
        """Whether its days end something."""
        return not _ENDS.isdisjoint(self.words)


def header_words(name: str) -> tuple[str, ...]:
    """The folded words of a header; of a path (`host/name`) those of its last part first."""
    *above, last = name.split("/")
    return tuple(filter(None, _WORDS.split(fold(" ".join([last, *above])).casefold())))


def column_of(name: str, cells: Sequence[str]) -> Column:
    """A column of these cells, with what it may hold."""
    values = tuple(cell for cell in cells if cell)
    return Column(name, _sense(name, values), values)


def _sense(name: str, values: Sequence[str]) -> Sense:
    words = header_words(name)
    named = next((sense for word in words for sense, heads in _HEADERS if word in heads.split()), None)
    if not values or named is Sense.ID:
        return named or Sense.OTHER
    is_dated = not _DATED.isdisjoint(words)
    if _share(values, _is_date) >= (_HALF if is_dated else _MOST) and (is_dated or not all(map(_is_bare, values))):
        return Sense.DATE
    if _share(values, lambda value: country_of(value) is not None) >= _MOST and _may_be_country(named, values):
        return Sense.COUNTRY
    if sum(map(len, values)) / len(values) > _LONG_TEXT:
        return Sense.PROSE
    if named in (None, Sense.NUMBER) and _share(values, _is_number) >= _MOST:
        return Sense.NUMBER
    return Sense.OTHER if named in (None, Sense.NUMBER) else named


def _may_be_country(named: Sense | None, values: Sequence[str]) -> bool:
    is_said = named in (None, Sense.COUNTRY, Sense.PLACE)
    return is_said or (named is not Sense.PROSE and len(set(values)) >= _SEVERAL)


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values)


def _is_number(value: str) -> bool:
    return number_in(value, ".") is not None or number_in(value, ",") is not None


def _is_bare(value: str) -> bool:
    """Whether it is a number alone, which may be anything."""
    return re.fullmatch(r"\d+(\.\d+)?", value) is not None


def _is_date(value: str) -> bool:
    if _is_bare(value) and len(value) != len("2024"):
        return False
    return any(read_date(value, order, (), ()).time for order in (None, Order.DAY, Order.MONTH))
