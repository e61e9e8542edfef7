"""What a register's mapping says that it covers of amounts and ties, in words."""

from palanca.records import Coverage, Kind, Register
from palanca.records.sayings import Sayings

COVERAGE = Sayings(
    {
        "untold": "does not say what it covers",
        "covers_of_in": "covers {kinds} of {countries} in {time}",
        "covers_of": "covers {kinds} of {countries}",
        "covers_in": "covers {kinds} in {time}",
        "covers": "covers {kinds}",
    }
)
KINDS = (Kind.QUANTITY, Kind.TIE)


def coverage_of(register: Register) -> str:
    """All that it covers, with semicolons between."""
    told = [one for one in register.coverage if one.kind in KINDS]
    return "; ".join(map(_covered, told)) if told else COVERAGE.say("untold")


def _covered(one: Coverage) -> str:
    code = f"covers{'_of' if one.countries else ''}{'_in' if one.time else ''}"
    return COVERAGE.say(code, kinds=one.kind.plural, countries=", ".join(one.countries), time=one.time)
