"""The reasons for which two things may or may not be one, as they are kept with a proposal and read by a person."""

from palanca.identity.body_names import BodyMatch
from palanca.identity.person_names import NameMatch
from palanca.records.sayings import Sayings

REASONS = Sayings(
    {
        "same_name": "the same name",
        "part": "one name is part of the other",
        "spelling": "the same name, spelled otherwise",
        "initials": "initials stand for the given names",
        "surname": "the same surname, alone in one",
        "form": "the same name but for the legal form",
        "order": "the same words",
        "acronym": "the letters of one are the initials of the other",
        "common": "many bear this name",
        "company": "both stand with {names}",
        "apart": "{years} years apart",
        "full_names": "their full names differ",
        "suffix": "only one is called {suffix}",
        "countries": "of {one} and of {other}",
        "body": "both of the {body}",
        "country": "both of {country}",
        "office": "both {role} ({place})",
        "role": "both {role}",
    }
)

OF_NAMES = {
    NameMatch.SAME: "same_name",
    NameMatch.PART: "part",
    NameMatch.SPELLING: "spelling",
    NameMatch.INITIALS: "initials",
    NameMatch.SURNAME: "surname",
    BodyMatch.SAME: "same_name",
    BodyMatch.FORM: "form",
    BodyMatch.ORDER: "order",
    BodyMatch.SPELLING: "spelling",
    BodyMatch.ACRONYM: "acronym",
}
"""What the agreement of two names says, by its code."""
