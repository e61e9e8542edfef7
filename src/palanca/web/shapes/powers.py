"""Countries as the API shows them."""

from palanca.lexicon.countries import country
from palanca.records.errors import LexiconError
from palanca.web.shapes.shape import Shape


class Power(Shape):
    """A country: its ISO 3166-1 alpha-3 code, and its name in English and Spanish."""

    code: str
    name: str
    name_es: str


def shown_power(code: str) -> Power:
    """A country by its code. One that the lexicon has not, which a register may give, stands for itself."""
    try:
        one = country(code)
    except LexiconError:
        return Power(code=code, name=code, name_es=code)
    return Power(code=one.alpha3, name=one.name, name_es=one.name_es)
