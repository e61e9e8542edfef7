"""What every store must do with registers and their rows."""

from dataclasses import replace
from datetime import timedelta

from palanca.records import Category, Coverage, Document, Kind, Origin, Register, Time, cells_of, row_text
from palanca.store import Case
from tests.store.making import AT, read

VISITS = Register(
    name="visits",
    title="Visits to Accra",
    mapping="name: visits\n",
    publisher="Ministry of Protocol",
    country="GHA",
    coverage=(
        Coverage(
            kind=Kind.EVENT,
            category=Category.CONSULT,
            mode="visit",
            countries=("GHA", "TGO"),
            time=Time.parse("2001/2009"),
        ),
    ),
)


def row(number: int, visitor: str, *, path: str = "in/visits.csv", sheet: str | None = None) -> Document:
    """A row of the visits, named by its number."""
    origin = Origin(path=path, bytes_sha256="00", media_type="text/csv", member=sheet, row=number)
    text = row_text("visits", [("visitor", visitor), ("reason", ""), ("number", str(number))])
    return Document(name=f"visits-{number}", text=text, origin=origin, register="visits")


class RegisterContract:
    """Registers are entered once, and rows belong to them."""

    def test_register_comes_back_as_it_was_entered(self, case: Case) -> None:
        assert case.enter(VISITS, at=AT)
        assert list(case.registers()) == [VISITS]

    def test_entering_a_register_again_changes_nothing(self, case: Case) -> None:
        case.enter(VISITS, at=AT)
        assert not case.enter(VISITS, at=AT + timedelta(days=1))

    def test_register_of_the_same_name_takes_the_place_of_the_old(self, case: Case) -> None:
        case.enter(VISITS, at=AT)
        newer = replace(VISITS, title="Visits", coverage=())
        assert case.enter(newer, at=AT)
        assert list(case.registers()) == [newer]

    def test_row_keeps_its_register_and_its_cells(self, case: Case) -> None:
        case.put(read(row(4, "Ada Musa")), at=AT)
        found = case.document("visits-4")
        assert found == row(4, "Ada Musa")
        assert [(cell.column, cell.span.of(found.text)) for cell in cells_of(found)] == [
            ("visitor", "Ada Musa"),
            ("number", "4"),
        ]

    def test_rows_that_a_table_lost_are_taken_out(self, case: Case) -> None:
        for number in range(3):
            case.put(read(row(number, "Ada Musa")), at=AT)
        assert case.drop_rows("visits", file="visits.csv", member=None, kept={"visits-1"}) == 2
        assert [one.name for one in case.documents()] == ["visits-1"]

    def test_rows_of_other_tables_stay(self, case: Case) -> None:
        case.put(read(row(1, "Ada Musa", path="visits_of_2002.csv")), at=AT)
        case.put(read(row(2, "Ada Musa", sheet="May")), at=AT)
        assert case.drop_rows("visits", file="visits.csv", member=None, kept=()) == 0
        assert len(list(case.documents())) == 2
