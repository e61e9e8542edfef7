"""Which documents are one source."""

from pathlib import Path

import palanca

STORY = (
    "The governor of the central bank of Chile, Ines Rojas, met the ambassador of Japan, Kenji Mori, in Santiago on "
    "4 March 2025, the bank said. The two spoke about copper, about the price of ships and about a loan that the "
    "government in Tokyo had offered to two ports of the north, which the bank did not comment on."
)


def test_copies_are_one_source_and_other_texts_are_not(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "two.txt").write_text(f"{STORY} A port is a port.", encoding="utf-8")
    (tmp_path / "other.txt").write_text("Chile recalled its ambassador to Japan on 9 May 2025.", encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [tmp_path])
    with palanca.open_case(tmp_path / "c.palanca") as case:
        source = {one.name: case.sources()[one.id] for one in case.documents()}
    assert source["one"] == source["two"] != source["other"]
