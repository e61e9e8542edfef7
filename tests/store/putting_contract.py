"""What every store of a case must do with what is put into it. A store joins by subclassing, with a fixture `case`."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.records import Document, Filter, Origin, Reading, Rejection, Span, Time
from palanca.records.errors import InvalidRecord
from palanca.store import Case, Outcome
from tests.store.making import AT, LATER, document, once, read, readings
from tests.store.news import NEWS, ON_ONE_CASE, few_documents, put, view


class PuttingContract:
    @pytest.fixture
    def case(self) -> Iterator[Case]:
        """An empty case whose channels are CHANNELS."""
        raise NotImplementedError

    @staticmethod
    def emptied(case: Case) -> Case:
        """The same case with nothing in it, for the examples of a property."""
        raise NotImplementedError

    # Putting

    def test_a_reading_comes_back_as_it_was_put(self, case: Case) -> None:
        reading = read(document(NEWS, published="2023-04-02"))
        assert case.put(reading, at=AT) is Outcome.ADDED
        assert _got_back(case, reading.document, "toy 1") == reading

    @ON_ONE_CASE
    @given(reading=readings())
    def test_any_record_survives_the_store(self, case: Case, reading: Reading) -> None:
        case = self.emptied(case)
        case.put(reading, at=AT)
        got = _got_back(case, reading.document, reading.version)
        assert replace(got, statements=()) == replace(reading, statements=())
        assert {statement.id: statement for statement in got.statements} == once(reading.statements)

    @ON_ONE_CASE
    @given(reading=readings())
    def test_ids_survive_the_store(self, case: Case, reading: Reading) -> None:
        case = self.emptied(case)
        case.put(reading, at=AT)
        got = list(case.statements(Filter()))
        assert sorted(statement.id for statement in got) == sorted(once(reading.statements))

    def test_the_same_reading_twice_changes_nothing(self, case: Case) -> None:
        reading = read(document(NEWS))
        case.put(reading, at=AT)
        before = view(case)
        assert case.put(reading, at=LATER) is Outcome.UNCHANGED
        assert view(case) == before

    def test_a_document_is_known_only_to_the_version_that_read_it(self, case: Case) -> None:
        one = document(NEWS)
        assert not case.knows(one, "toy 1")
        put(case, one)
        assert case.knows(one, "toy 1")
        assert not case.knows(one, "toy 2")

    def test_a_newer_version_of_the_readers_rereads(self, case: Case) -> None:
        one = document(NEWS)
        put(case, one)
        reading = replace(read(one, "toy 2"), statements=())
        assert case.put(reading, at=LATER) is Outcome.REREAD
        assert _got_back(case, one, "toy 2") == reading

    def test_a_statement_said_twice_in_one_reading_is_stored_once(self, case: Case) -> None:
        reading = read(document(NEWS))
        case.put(replace(reading, statements=reading.statements * 2), at=AT)
        assert tuple(case.statements(Filter())) == reading.statements

    def test_findings_of_another_document_are_refused(self, case: Case) -> None:
        stranger = read(document("Lars Vik met Otto Lund."))
        with pytest.raises(InvalidRecord, match="its own document"):
            case.put(replace(read(document(NEWS)), statements=stranger.statements), at=AT)
        assert case.counts().documents == 0

    def test_a_sentence_past_the_end_is_refused_and_nothing_written(self, case: Case) -> None:
        with pytest.raises(InvalidRecord, match="past the end"):
            case.put(replace(read(document(NEWS)), sentences=(Span(0, 10_000),)), at=AT)
        assert case.counts().documents == 0

    def test_an_empty_text_is_kept(self, case: Case) -> None:
        assert put(case, document("")) == [Outcome.ADDED]
        assert list(case.documents()) == [document("")]

    # Versions and names of documents

    def test_another_text_under_the_same_name_supersedes(self, case: Case) -> None:
        old, new = document(NEWS), document("Lars Vik met Otto Lund.")
        assert put(case, old, new) == [Outcome.ADDED, Outcome.SUPERSEDED]
        assert list(case.documents()) == [new]
        assert tuple(case.statements(Filter())) == read(new).statements
        assert list(case.search("port")) == []

    def test_a_superseded_text_stays_under_its_id(self, case: Case) -> None:
        old = document(NEWS)
        put(case, old, document("Lars Vik met Otto Lund."))
        assert case.document(old.id) == old
        assert not case.knows(old, "toy 1")

    def test_an_older_text_that_returns_is_current_again(self, case: Case) -> None:
        old, new = document(NEWS), document("Lars Vik met Otto Lund.")
        assert put(case, old, new, old)[2] is Outcome.SUPERSEDED
        assert list(case.documents()) == [old]
        assert tuple(case.statements(Filter())) == read(old).statements

    def test_one_text_under_two_names_is_one_document(self, case: Case) -> None:
        one, copy = document(NEWS, "harbour.txt"), document(NEWS, "wire.txt")
        assert put(case, one, copy) == [Outcome.ADDED, Outcome.UNCHANGED]
        assert list(case.documents()) == [one]
        assert case.document("wire.txt") == one
        assert case.knows(copy, "toy 1")

    def test_a_text_stays_while_any_of_its_names_stands_for_it(self, case: Case) -> None:
        put(case, document(NEWS, "harbour.txt"), document(NEWS, "wire.txt"))
        put(case, document("Lars Vik met Otto Lund.", "harbour.txt"))
        assert {one.name for one in case.documents()} == {"harbour.txt", "wire.txt"}

    def test_what_a_copy_knows_is_filled_in_and_read_again(self, case: Case) -> None:
        bare, dated = document(NEWS), document(NEWS, "wire.txt", published="2023-04-02")
        put(case, bare)
        assert not case.knows(dated, "toy 1")
        assert put(case, dated) == [Outcome.REREAD]
        assert [one.published for one in case.documents()] == [Time.parse("2023-04-02")]
        assert {statement.time for statement in case.statements(Filter())} == {Time.parse("2023-04-02")}
        assert case.knows(bare, "toy 1")

    def test_a_reading_that_knew_less_does_not_replace_one_that_knew_all(self, case: Case) -> None:
        put(case, document(NEWS, published="2023-04-02"))
        before = view(case)
        assert case.put(read(document(NEWS)), at=LATER) is Outcome.UNCHANGED
        assert view(case) == before

    def test_a_reading_without_all_that_is_known_leaves_the_document_to_be_read_again(self, case: Case) -> None:
        titled, dated = document(NEWS, title="Talks"), document(NEWS, "wire.txt", published="2023-04-02")
        put(case, titled)
        case.put(read(dated), at=AT)
        assert not case.knows(dated, "toy 1")
        put(case, dated)
        assert case.knows(dated, "toy 1")
        assert case.knows(titled, "toy 1")

    def test_metadata_given_anew_under_the_same_name_is_corrected(self, case: Case) -> None:
        wrong, right = document(NEWS, published="2032-04-02"), document(NEWS, published="2023-04-02")
        assert put(case, wrong, right) == [Outcome.ADDED, Outcome.REREAD]
        assert list(case.documents()) == [right]
        assert not case.knows(wrong, "toy 1")

    def test_a_text_from_elsewhere_keeps_its_first_origin(self, case: Case) -> None:
        one = document(NEWS)
        moved = replace(one, origin=Origin(path="new/harbour.txt", bytes_sha256="11" * 32, media_type="text/html"))
        put(case, one)
        assert case.knows(moved, "toy 1")
        assert put(case, moved) == [Outcome.UNCHANGED]
        assert list(case.documents()) == [one]

    # Sequences

    @ON_ONE_CASE
    @given(inputs=few_documents)
    def test_putting_a_sequence_twice_changes_nothing(self, case: Case, inputs: list[Document]) -> None:
        case = self.emptied(case)
        put(case, *inputs)
        before = view(case)
        put(case, *inputs)
        assert view(case) == before

    @ON_ONE_CASE
    @given(inputs=few_documents, data=st.data())
    def test_the_order_of_documents_does_not_matter(
        self, case: Case, inputs: list[Document], data: st.DataObject
    ) -> None:
        inputs = list({one.name: one for one in inputs}.values())
        case = self.emptied(case)
        put(case, *inputs)
        put(case, *case.documents())
        before = view(case)
        case = self.emptied(case)
        put(case, *data.draw(st.permutations(inputs)))
        put(case, *case.documents())
        assert view(case) == before

    @ON_ONE_CASE
    @given(inputs=few_documents)
    def test_a_document_just_put_is_known_and_a_known_one_changes_nothing(
        self, case: Case, inputs: list[Document]
    ) -> None:
        case = self.emptied(case)
        for one in inputs:
            put(case, one)
            assert case.knows(one, "toy 1")
        for one in inputs:
            if case.knows(one, "toy 1"):
                before = view(case)
                assert put(case, one) == [Outcome.UNCHANGED]
                assert view(case) == before

    @ON_ONE_CASE
    @given(inputs=few_documents)
    def test_what_was_derived_is_the_same_when_read_again(self, case: Case, inputs: list[Document]) -> None:
        case = self.emptied(case)
        put(case, *inputs)
        put(case, *case.documents())
        before = view(case)
        case.drop_readings()
        assert list(case.statements(Filter())) == []
        put(case, *case.documents())
        assert view(case) == before

    # Rejections and skipped documents

    def test_a_rejection_is_kept_once(self, case: Case) -> None:
        torn = Rejection(origin=document("", "torn.pdf").origin, reason="the file ends in its middle: copy it again")
        locked = Rejection(origin=document("", "locked.pdf").origin, reason="a password protects it: remove it")
        for rejection in (torn, locked, torn):
            case.reject(rejection, at=AT)
        assert list(case.rejections()) == [locked, torn]

    def test_a_document_may_be_kept_unread(self, case: Case) -> None:
        reading = Reading(document=document("Kisu kiko wapi?"), version="toy 1", skipped="no pipeline reads Swahili")
        case.put(reading, at=AT)
        assert list(case.skipped()) == [(reading.document, "no pipeline reads Swahili")]
        assert case.knows(reading.document, "toy 1")


def _got_back(case: Case, of: Document, version: str) -> Reading:
    """All of one document, read through the interface."""
    found = case.document(of.id)
    assert case.knows(of, version)
    reasons = {skipped.id: reason for skipped, reason in case.skipped()}
    return Reading(
        document=found,
        version=version,
        entities=tuple(case.entities(of.id)),
        mentions=tuple(case.mentions(of.id)),
        sentences=case.sentences(of.id),
        statements=tuple(case.statements(Filter(document=of.id))),
        skipped=reasons.get(of.id),
    )
