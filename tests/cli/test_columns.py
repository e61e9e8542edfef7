"""Claims in columns on a terminal."""

from palanca.cli.printing import aligned


def test_the_widest_columns_are_folded_until_all_have_room() -> None:
    header, lines = aligned(["time", "actors"], [["2024-03-04", "Davis Otieno; Selin Aydın"]], 26)
    assert [header, *lines[0].split("\n")] == [
        "time        actors", "2024-03-04  Davis Otieno;", "            Selin Aydın",
    ]  # fmt: skip


def test_columns_that_have_room_are_as_wide_as_what_they_hold() -> None:
    assert aligned(["kind", "a"], [["owns", "Costa SA"], ["x", ""]], 80) == ("kind  a", ["owns  Costa SA", "x"])
