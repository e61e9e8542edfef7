"""Putting many readings at once does what putting them one by one does."""

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity import blocks
from palanca.records import Document, EntityId, Reading
from palanca.store import Case, Outcome, SettledIdentity
from palanca.store.packing import pack
from tests.store.making import AT, document, read, readings
from tests.store.news import NEWS, ON_ONE_CASE, few_documents, view

NOBODY = SettledIdentity(entities=None, identities=(), proposals=(), rulings=())


def _merge_two(case: Case) -> None:
    texts = [f"{NEWS} {text}" for text in ("Lars Vik waited.", "Ana Paz waited.")]
    with case.stage() as stage:
        stage.add(pack([read(document(text, text)) for text in texts]))
        stage.merge(at=AT)


def _met(case: Case) -> set[tuple[EntityId, str]]:
    return {(one.entity, block) for one in case.profiles() for block in blocks(one)}


def _blocks_met(case: Case) -> set[str]:
    return {block for _, block in _met(case)}


class BulkContract:
    """A store joins by subclassing this with its own fixture `case` and with `emptied`."""

    @staticmethod
    def emptied(case: Case) -> Case:
        """The case with nothing in it."""
        raise NotImplementedError

    @ON_ONE_CASE
    @given(inputs=few_documents)
    def test_many_at_once_are_as_one_by_one(self, case: Case, inputs: list[Document]) -> None:
        case = self.emptied(case)
        outcomes = [case.put(read(one, "toy 1"), at=AT) for one in inputs]
        single = view(case)
        case = self.emptied(case)
        assert case.put_all([read(one, "toy 1") for one in inputs], at=AT) == outcomes
        assert view(case) == single

    @ON_ONE_CASE
    @given(given_readings=st.lists(readings(), max_size=3, unique_by=lambda one: one.document.name))
    def test_any_records_are_as_one_by_one(self, case: Case, given_readings: list[Reading]) -> None:
        case = self.emptied(case)
        for reading in given_readings:
            case.put(reading, at=AT)
        single = [view(case), list(case.profiles())]
        case = self.emptied(case)
        case.put_all(given_readings, at=AT)
        assert [view(case), list(case.profiles())] == single

    @ON_ONE_CASE
    @given(given_readings=st.lists(readings(), max_size=3, unique_by=lambda one: one.document.name))
    def test_new_readings_merged_together_are_as_one_by_one(self, case: Case, given_readings: list[Reading]) -> None:
        case = self.emptied(case)
        new = case.new_among([one.document for one in given_readings])
        staged = [one for one in given_readings if one.document.name in new]
        for reading in staged:
            case.put(reading, at=AT)
        single = [view(case), list(case.profiles())]
        case = self.emptied(case)
        with case.stage() as stage:
            stage.add(pack(staged))
            assert stage.merge(at=AT) == []
        assert [view(case), list(case.profiles())] == single

    def test_names_merged_into_a_settled_case_stand_in_their_blocks(self, case: Case) -> None:
        case.put(read(document(NEWS, "first.txt")), at=AT)
        case.settle(case.revision()[0], [])
        _merge_two(case)
        assert set(case.in_blocks(_blocks_met(case))) == _met(case)

    def test_names_merged_while_all_waits_stand_in_their_blocks_once_settled(self, case: Case) -> None:
        case.put(read(document(NEWS, "first.txt")), at=AT)
        _merge_two(case)
        case.settle_identity(case.revision()[0], NOBODY)
        assert set(case.in_blocks(_blocks_met(case))) == _met(case)

    def test_nothing_is_seen_of_what_was_not_merged(self, case: Case) -> None:
        with case.stage() as stage:
            stage.add(pack([read(document(NEWS))]))
        assert list(case.documents()) == []

    def test_more_rows_than_one_statement_takes_are_all_merged(self, case: Case) -> None:
        given_readings = [read(document(f"Ana Ruiz met Bo Teye in port {n}.", f"{n:02}.txt")) for n in range(37)]
        with case.stage() as stage:
            stage.add(pack(given_readings))
            assert stage.merge(at=AT) == []
        assert [document.name for document in case.documents()] == [f"{n:02}.txt" for n in range(37)]
        assert [tuple(case.mentions(one.document.id)) for one in given_readings] == [
            one.mentions for one in given_readings
        ]

    def test_what_came_in_meanwhile_is_given_back(self, case: Case) -> None:
        one, other = document(NEWS), document("Rina Sato met Ada Musa.", "other.txt")
        with case.stage() as stage:
            stage.add(pack([read(one), read(other)]))
            case.put(read(one), at=AT)
            assert stage.merge(at=AT) == [one]
        assert [document.name for document in case.documents()] == ["harbour.txt", "other.txt"]
        assert tuple(case.mentions(other.id)) == read(other).mentions

    def test_what_is_merged_waits_to_be_settled(self, case: Case) -> None:
        pending = case.pending()
        with case.stage() as stage:
            stage.add(pack([read(document(NEWS))]))
            stage.merge(at=AT)
        after = case.pending()
        assert after is not None
        assert after.changed == (pending.changed if pending else 0) + 1

    def test_what_is_known_is_compared(self, case: Case) -> None:
        one, other = document(NEWS), document("Rina Sato met Ada Musa.", "other.txt")
        case.put(read(one), at=AT)
        assert case.put_all([read(one), read(other)], at=AT) == [Outcome.UNCHANGED, Outcome.ADDED]

    @ON_ONE_CASE
    @given(inputs=few_documents, known=st.integers(0, 3))
    def test_what_is_new_needs_no_asking(self, case: Case, inputs: list[Document], known: int) -> None:
        case = self.emptied(case)
        for one in inputs[:known]:
            case.put(read(one, "toy 1"), at=AT)
        new = case.new_among(inputs)
        for one in inputs:
            if one.name in new:
                assert not case.knows(one, "toy 1")
                assert case.completed(one) == one
        assert not new & {one.name for one in inputs[:known]}
