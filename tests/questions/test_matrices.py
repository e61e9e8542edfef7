"""Who does something to a host, and who has only something done to him."""

from pathlib import Path

import palanca
from palanca.analysis.matrix import TOTAL
from palanca.questions.matrices import cell_query

_TEXTS = {
    "visit": "Lima, 4 May 2025. Peruvian Foreign Minister Rosa Quispe visited Norway on Friday.",
    "third": "Lima, 6 May 2025. Peru and Norway accused Kenya of breaking the treaty on Monday.",
    "meeting": "Oslo, 8 May 2025. Peruvian President Ana Torres met Norwegian Prime Minister Ingrid Solberg in Oslo.",
}


def test_own_journey_of_the_host_and_what_both_do_to_a_third_are_no_acts_of_the_power(tmp_path: Path) -> None:
    for name, text in _TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", sorted(tmp_path.glob("*.txt")))
    with palanca.open_case(tmp_path / "c.palanca") as case:
        asked = palanca.MatrixAsked(host="PER")
        found = palanca.matrix(case, asked)
        assert {key: cell.claims for key, cell in found.cells.items() if key[1] == TOTAL} == {("NOR", TOTAL): 1}
        (claim,) = palanca.find(case, cell_query(asked, "NOR", TOTAL)).claims
        assert {party.text for party in claim.parties if party.role} == {"Ana Torres", "Ingrid Solberg"}
        guest = palanca.matrix(case, palanca.MatrixAsked(host="NOR"))
        assert guest.cells["PER", TOTAL].claims == 2
