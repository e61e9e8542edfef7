"""Find: which events a line of the filter language finds, in order of time."""

import pytest

import palanca
from tests.questions.influence.known import told_in

RADAR = "radar+radar-copied+radar-es"
IN_BOTH_LANGUAGES = [RADAR, "court+court-english", "mayor+mayor-english"]
ANSWERS = {
    "with:congress of:Peru during:2025-03": ["congress"],
    'who:"Amina Otieno"': ["congress", "elsewhere"],
    'who:"Amina Otieno" with:* of:Peru': ["congress"],
    'who:"Rosa Quispe" with:"Lars Moe"': [RADAR],
    'who:"Rosa Quispe" with:"Amina Otieno"': [],
    '"defence minister" "Norwegian ambassador"': [RADAR],
    "of:Peru documents:>=3": [RADAR],
    "of:Peru documents:>=2": IN_BOTH_LANGUAGES,
    "of:Peru sources:>=2": IN_BOTH_LANGUAGES,
    "who:Norway during:2025-05": ["condemned"],
    "who:Norway during:2025-05 not mode:visit": ["condemned"],  # which has no mode at all
    "by:Pakistan during:2025-05": ["capital"],
    "of:Norway modality:asserted during:2025": [RADAR, "ended", "condemned", "backwards"],
    "of:Turkey time:2025-03": ["coarse"],
    "of:Turkey during:2025-03": [],
    "of:Kenya and (place:Lima or mode:sign) not of:Togo": ["congress", "ports"],
    "who:Rojas branch:legislature": [],
    "who:Rojas of:Peru": ["ended", "lobbyist", "again"],
    'who:"Ana Paredes" branch:executive modality:asserted': ["coarse"],
    'who:"Ana Paredes" of:Bolivia': ["namesake"],
    "modality:denied of:Peru": ["denied"],
    "modality:planned of:Peru": ["planned"],
    "channel:media": ["media"],
    'who:"Zoe Lindqvist"': [],
}


@pytest.mark.parametrize("line", ANSWERS)
def test_line_finds(case: "palanca.Case", line: str) -> None:
    found = palanca.find(case, palanca.query_of(f"kind:event {line}"))
    assert told_in(case, found.claims) == ANSWERS[line]


def test_deployment_that_is_supposed_is_found_as_such(case: "palanca.Case") -> None:
    found = palanca.find(case, palanca.query_of("kind:event modality:hypothetical of:Peru"))
    assert told_in(case, found.claims) == ["supposed"]


def test_deployment_that_is_supposed_is_not_found_as_one_that_happened(case: "palanca.Case") -> None:
    line = "kind:event by:India category:MOBILIZE modality:asserted,reported"
    assert palanca.find(case, palanca.query_of(line)).claims == ()


def test_nothing_found_is_nothing_in_so_many_documents(case: "palanca.Case") -> None:
    scope = palanca.find(case, palanca.query_of('who:"Zoe Lindqvist"')).scope
    assert (scope.claims, scope.documents, scope.searched) == (0, 0, case.counts().documents)
