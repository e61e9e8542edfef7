"""The country of offices in a long text that opens and closes with it."""

from collections.abc import Callable

from palanca.records import Kind, Reading, RoleName

type Read = Callable[..., Reading]

_PORT = (
    "The port was dug by engineers from China and Turkey, who brought their own cranes, their own cooks and their own"
    " cement, and who left behind a quay that is too long for the ships that call there and too short for those that"
    " were promised when the first stone was laid. China paid for the cranes. China paid for the cooks. Turkey sent"
    " tiles, China sent the clerks who counted them, and Turkey sent others who counted the clerks when the sun went"
    " down behind the hills and the last of the lorries had gone home with whatever had not been counted twice."
)
_DEBT = (
    "Debt grew faster than trade. The finance minister, Ama Badu, announced that the loan would be repaid within twenty"
    " years, and nobody in the hall asked her how, since the interest alone was to eat what the customs office took in"
    " the best of its years, and since the best of its years had been the year in which she came to the ministry, when"
    " ships still waited for a berth and the berths still waited for their cranes, and nobody had yet thought of asking"
    " who would mend the road on which the copper came down to the sea from mines that had been sold before the rains."
)
_TOGO = (
    "Togo {} its coast. It is a narrow country with a long memory, and those who govern it have always known that he"
    " who holds the quay holds the road behind it, the warehouses beside that road and, in the end, the votes of those"
    " who load and unload the lorries there by day and by night, whatever is printed on the papers of the companies"
    " that own the freight, and whatever is said at the table where the next lease is signed, sealed and put away in a"
    " drawer to which only three people in the whole of the capital have ever been known to have a key of their own."
)


def _offices(reading: Reading) -> list[tuple[str, list[str]]]:
    found = [s for s in reading.statements if s.kind is Kind.OFFICE]
    return [(s.fillers(RoleName.PERSON)[0].text, [body.text for body in s.fillers(RoleName.BODY)]) for s in found]


def test_an_essay_frames_the_offices_it_tells_of(read: Read) -> None:
    middle = [_PORT, _PORT, _TOGO.format("rents"), _DEBT, _PORT, _TOGO.format("mends"), _PORT]
    framed = [_TOGO.format("lives off"), *middle, _PORT, _TOGO.format("sells")]
    assert _offices(read("\n\n".join(framed))) == [("Ama Badu", ["Togo"])]
    assert _offices(read("\n\n".join([*framed, _PORT]))) == [("Ama Badu", [])]
