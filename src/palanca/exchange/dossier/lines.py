"""What lines of a dossier say, and what stands beside them: the sentences, each with its values, to say and to read."""

from palanca.records import DisputeKind, OfficeStatus, Schema
from palanca.records.sayings import Sayings

PUT = Sayings(
    {
        "reported_by": "said to be so by {speaker}",
        "planned_by": "planned by {speaker}",
        "hypothetical_by": "supposed by {speaker}",
        "denied_by": "denied by {speaker}",
        "reported": "said to be so",
        "planned": "planned",
        "hypothetical": "supposed",
        "denied": "denied",
    }
)
"""How sources put what is not simply so, by modality."""

ACTS = Sayings(
    {
        "event_towards_in": "{who} towards {whom}: {act} ({category}, {channel} channel), in {place}",
        "event_towards": "{who} towards {whom}: {act} ({category}, {channel} channel)",
        "event_in": "{who}: {act} ({category}, {channel} channel), in {place}",
        "event": "{who}: {act} ({category}, {channel} channel)",
        "direct": "{speaker} ({cue}, direct speech)",
        "indirect": "{speaker} ({cue}, reported speech)",
    }
)
TIES = Sayings(
    {
        "spouse": "{who} is the spouse of {whom}",
        "family": "{who} is family of {whom}",
        "owns": "{who} owns {whom}",
        "controls": "{who} controls {whom}",
        "subsidiary_of": "{who} is a subsidiary of {whom}",
        "part_of": "{who} is part of {whom}",
        "member_of": "{who} is a member of {whom}",
        "employee_of": "{who} works for {whom}",
        "client_of": "{who} is a client of {whom}",
        "represents": "{who} represents {whom}",
        "partner_of": "{who} is a partner of {whom}",
        "funds": "{who} funds {whom}",
        "located_in": "{who} is in {whom}",
        "alias_conflict": "{who} bears the name of {whom}",
    }
)
"""By the kind of the tie."""

_HELD = [one for one in OfficeStatus if one is not OfficeStatus.UNKNOWN]
OFFICES = Sayings({one.name.lower(): f"{{who}}: {{office}} ({one})" for one in _HELD})
"""By the status of the office; where none is told a line is the name and the office alone."""

INSTRUMENTS = Sayings(
    {
        "number": "no. {number}",
        "issued": "issued by {issuer}",
        "parties": "parties: {parties}",
        "valid": "valid {valid}",
    }
)
"""What follows the title of an instrument, with semicolons between."""

TOLD_BY = Sayings(
    {
        "same": "the register {register} and the press tell the same",
        "differ": "the register {register} and the press differ ({difference})",
        "uncovered": "the press alone tells it, though the register {register} covers it",
        "register": "the register {register} alone tells it",
        "against": "against it",
        "press": "the press has",
    }
)
"""Who tells the line that follows."""

_ON = {
    DisputeKind.DENIED: "whether it is so", DisputeKind.TIME: "when", DisputeKind.VALUE: "how much",
    DisputeKind.START: "when it began", DisputeKind.END: "when it ended", DisputeKind.HOLDER: "who holds it",
}  # fmt: skip
_UNTOLD = "the sides are not told, for one of them may be a withheld source's"
NOTES = Sayings(
    {
        "no_day": "no day of it is known",
        "certain_more": "certain {stretches} and {more} stretches more",
        "certain": "certain {stretches}",
        "sometime_more": "at some time in {stretches} and {more} stretches more",
        "sometime": "at some time in {stretches}",
        "possible": "possible {days}",
        "told_by": "told by {statements} statements in {documents} of {sources}",
        "withheld_too": "withheld sources tell it too",
        "then": "then: {held}",
        "acts_for": "acts for {whose}",
        "disputed": "sources disagree: see Disputes",
        "judged": "judged by a person: {review}",
    }
    | {f"untold_{kind}": f"sources disagree ({on}): {_UNTOLD}" for kind, on in _ON.items()}
    | {f"dispute_{kind}": f"sources disagree ({on}): {{sides}}" for kind, on in _ON.items()}
)
UNLISTED = Sayings(
    {
        "none": "None found in {documents}.",
        "most": "Of {all} claims the {taken} that most sources tell are taken here.",
        "hidden_one": "{claims} rests on withheld sources alone.",
        "hidden": "{claims} rest on withheld sources alone.",
        "hidden_more_one": "{claims} more rests on withheld sources alone.",
        "hidden_more": "{claims} more rest on withheld sources alone.",
        "apart": "Withheld sources take no part in this.",
        "no_register": "No register has been read.",
        "most_powers": "Of {all} countries the {taken} with most claims are counted here.",
        "uncounted_one": "{claims} that withheld sources tell is not counted here.",
        "uncounted": "{claims} that withheld sources tell are not counted here.",
    }
)
"""What a section does not list."""

TITLES = Sayings({one.lower(): f"{{name}} ({one.lower()})" for one in Schema} | {"country": "{name} (country)"})
"""Of whom a dossier is."""
