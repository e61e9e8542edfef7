"""Portrait: what the case says of a former senator who now lobbies."""

import palanca

ROJAS = {
    "Offices": ["ended+lobbyist"],
    "Contacts and acts": ["ended", "lobbyist", "again"],
    "Laws, agreements and other instruments": [],
    "Ties": ["lobbyist"],
    "Money and other figures": [],
    "Quotations": [],
    "Denied, planned or supposed": [],
    "Disputes": [],
    "What the registers say": [],
}


def test_portrait_holds_each_claim_once_over_its_footnotes(case: "palanca.Case") -> None:
    dossier = palanca.portrait(case, "Ines Rojas")
    where = {one.number: one.document for one in dossier.footnotes}
    told = {
        section.title: ["+".join(sorted({where[note] for note in entry.footnotes})) for entry in section.entries]
        for section in dossier.sections
    }
    assert (dossier.title, told) == ("Ines Rojas (person)", ROJAS)
