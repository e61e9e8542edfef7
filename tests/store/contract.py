"""What every store of a case must do. A store joins by subclassing `CaseContract` with its own fixture `case`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palanca.records import (
    Category,
    Context,
    Document,
    Entity,
    EntityId,
    EventDetail,
    Filler,
    Filter,
    Kind,
    Origin,
    QuotationDetail,
    Reading,
    Rejection,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
    Time,
)
from palanca.records.entity import entity_id
from palanca.records.errors import CaseError, InvalidRecord, UnknownChannel, UnknownDocument, UnknownEntity
from palanca.store import Case, Counts, Outcome, SentenceHit
from tests.store.making import AT, LATER, document, once, read, readings

NEWS = "Ada Musa met Volta Grid in Accra. The port stayed shut. Volta Grid thanked Ada Musa."

CHANNELS = {"talks": (Context.DIPLOMATIC,), "arms": (Context.MILITARY,)}

ON_ONE_CASE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


few_documents = st.lists(
    st.builds(
        document,
        st.sampled_from([NEWS, "Lars Vik met Otto Lund.", "Nothing."]),
        st.sampled_from(["a.txt", "b.txt", "c.txt"]),
        published=st.sampled_from([None, "2023-04-02"]),
        title=st.sampled_from([None, "Talks"]),
    ),
    max_size=6,
)


def put(case: Case, *given_documents: Document, version: str = "toy 1") -> list[Outcome]:
    """As a pipeline does: read each document with all that the case knows about it."""
    return [case.put(read(case.completed(one), version), at=AT) for one in given_documents]


def view(case: Case) -> list[object]:
    """All that a case answers."""
    found = list(case.documents())
    return [
        found,
        [case.sentences(one.id) for one in found],
        list(case.entities()),
        list(case.mentions()),
        list(case.statements(Filter())),
        list(case.search("met")),
        list(case.skipped()),
        case.counts(),
    ]


class CaseContract:
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

    # Asking

    def test_documents_come_by_publication_and_unknown_last(self, case: Case) -> None:
        undated = document("Third.", "a.txt")
        new, old = document("Second.", "b.txt", published="2023"), document("First.", "c.txt", published="../2021")
        put(case, undated, new, old)
        assert list(case.documents()) == [old, new, undated]

    def test_an_unknown_document_is_told_with_the_nearest_names(self, case: Case) -> None:
        put(case, document(NEWS, "harbour.txt"))
        with pytest.raises(UnknownDocument, match=r"'harbor\.txt': the nearest names are harbour\.txt"):
            case.document("harbor.txt")

    def test_an_unknown_entity_is_told(self, case: Case) -> None:
        for ask in (case.entity, case.identity):
            with pytest.raises(UnknownEntity, match="'nobody'"):
                ask(EntityId("nobody"))

    def test_an_entity_is_found_by_its_id_and_is_itself_until_settled(self, case: Case) -> None:
        put(case, document(NEWS))
        for one in case.entities():
            assert (case.entity(one.id), case.identity(one.id)) == (one, one.id)

    def test_entities_and_mentions_of_one_document_are_told_apart(self, case: Case) -> None:
        one, two = read(document(NEWS, "a.txt")), read(document("Lars Vik met Otto Lund.", "b.txt"))
        case.put(two, at=AT)
        case.put(one, at=AT)
        assert tuple(case.entities(two.document.id)) == two.entities
        assert tuple(case.mentions(one.document.id)) == one.mentions
        assert tuple(case.entities()) == one.entities + two.entities

    def test_identifiers_of_an_entity_come_back_as_given(self, case: Case) -> None:
        read_news = read(document(NEWS))
        known = replace(read_news.entities[0], identifiers=("ftm:NK-7", "lei:5493 00", "tax:KEN/P05:1ñ"))
        case.put(replace(read_news, entities=(known, *read_news.entities[1:])), at=AT)
        assert case.entity(known.id) == known

    def test_counts_are_those_of_current_documents(self, case: Case) -> None:
        put(case, document("Otto Lund met Lars Vik."), document(NEWS))
        case.reject(Rejection(origin=document("").origin, reason="empty"), at=AT)
        assert case.counts() == Counts(
            documents=1,
            superseded=1,
            rejections=1,
            sentences=3,
            mentions=6,
            entities=4,
            identities=0,
            statements={kind: 2 if kind is Kind.EVENT else 0 for kind in Kind},
            claims=dict.fromkeys(Kind, 0),
            judgements=0,
        )

    # Filters

    @pytest.mark.parametrize(
        ("wanted", "days"),
        [
            (Filter(), ["2021-03", "2022-06-01", "2022/2024", "../2020", None]),
            (Filter(since=date(2022, 6, 2)), ["2022/2024"]),
            (Filter(since=date(2021, 3, 31), until=date(2022, 1, 1)), ["2021-03", "2022/2024"]),
            (Filter(until=date(2019, 1, 1)), ["../2020"]),
            (Filter(since=date(2020, 12, 31), until=date(2020, 12, 31)), ["../2020"]),
        ],
    )
    def test_days_keep_what_can_fall_between_them(self, case: Case, wanted: Filter, days: list[str | None]) -> None:
        for number, day in enumerate(["2022/2024", None, "2021-03", "../2020", "2022-06-01"]):
            put(case, document(f"Lars Vik met Otto Lund {'again ' * number}.", f"{number}.txt", published=day))
        found = [str(statement.time) if statement.time else None for statement in case.statements(wanted)]
        assert sorted(found, key=str) == sorted(days, key=str)

    def test_statements_come_by_time_and_unknown_last(self, case: Case) -> None:
        for number, day in enumerate(["2022/2024", None, "2021-03", "../2020", "2022-06-01"]):
            put(case, document(f"Lars Vik met Otto Lund {'again ' * number}.", f"{number}.txt", published=day))
        found = [str(statement.time) for statement in case.statements(Filter())]
        assert found == ["../2020", "2021-03", "2022/2024", "2022-06-01", "None"]

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (Filter(kinds=(Kind.EVENT,)), ["visit"]),
            (Filter(kinds=(Kind.EVENT, Kind.QUOTATION)), ["visit", "quotation"]),
            (Filter(category=Category.CONSULT), ["visit"]),
            (Filter(category=Category.ASSAULT), []),
            (Filter(country="ken"), ["visit"]),
            (Filter(country="CHL"), ["visit"]),
            (Filter(country="UGA"), []),
            (Filter(channel="talks"), ["visit"]),
            (Filter(channel="arms"), []),
            (Filter(who="wanjiru"), ["visit", "quotation"]),
            (Filter(who="GRACE WANJIRÚ"), ["visit", "quotation"]),
            (Filter(who="the envoy"), ["visit", "quotation"]),
            (Filter(who="Wanj"), []),
            (Filter(who="Valparaíso"), []),
            (Filter(who="?!"), []),
            (Filter(contains="ENVOY"), ["visit"]),
            (Filter(contains="senora"), ["quotation"]),
            (Filter(contains='"the señora"'), ["quotation"]),
            (Filter(contains="envoy señora"), []),
            (Filter(contains="…"), []),
            (Filter(document="envoy.txt"), ["visit", "quotation"]),
            (Filter(least_confidence=0.5), ["visit"]),
            (Filter(least_confidence=0.5, who="Wanjiru", country="KEN", channel="talks", contains="came"), ["visit"]),
        ],
    )
    def test_every_given_condition_must_hold(self, case: Case, wanted: Filter, found: list[str]) -> None:
        case.put(_envoy(), at=AT)
        case.put(read(document("Lars Vik left.", "other.txt")), at=AT)
        assert [_name(statement) for statement in case.statements(wanted)] == found

    def test_a_document_is_filtered_by_its_id_too(self, case: Case) -> None:
        put(case, document(NEWS), document("Lars Vik met Otto Lund.", "b.txt"))
        assert tuple(case.statements(Filter(document=document(NEWS).id))) == read(document(NEWS)).statements

    def test_a_name_finds_the_short_name_of_the_same_thing_in_another_document(self, case: Case) -> None:
        full, short = document("Ada Musa met Volta Grid.", "a.txt"), read(document("She met Volta Grid.", "b.txt"))
        alias = replace(short.entities[0], schema=Schema.PERSON, caption="Ada Musa", names=("She",))
        case.put(replace(short, entities=(alias, *short.entities[1:])), at=AT)
        put(case, full)
        assert len(list(case.statements(Filter(who="Ada Musa")))) == 2

    def test_a_filter_for_an_unknown_document_or_channel_is_refused(self, case: Case) -> None:
        with pytest.raises(UnknownDocument, match="'nowhere'"):
            list(case.statements(Filter(document="nowhere")))
        with pytest.raises(UnknownChannel, match="'gossip': choose one of arms, talks"):
            list(case.statements(Filter(channel="gossip")))

    def test_statements_beyond_one_batch_keep_their_roles(self, case: Case) -> None:
        reading = read(document("Ada Musa met Volta Grid. " * 1200))
        case.put(reading, at=AT)
        assert tuple(case.statements(Filter())) == reading.statements

    # Search

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("arbol", ["El Árbol cayó."]),
            ("ÁRBOL CAYO", ["El Árbol cayó."]),
            ('"arbol cayo"', ["El Árbol cayó."]),
            ('"cayo arbol"', []),
            ("cayo arbol", ["El Árbol cayó."]),
            ("arbol NOT cayo", []),
            ("law 15-A", ["Law 15-A fell."]),
            ("law 15-B", []),
            ("", []),
            ('"', []),
            ("- ( *", []),
        ],
    )
    def test_words_find_their_sentence(self, case: Case, words: str, found: list[str]) -> None:
        put(case, document("El Árbol cayó. Law 15-A fell."))
        assert [hit.text.strip() for hit in case.search(words)] == found

    def test_a_hit_shows_its_document_and_place(self, case: Case) -> None:
        one = document(NEWS)
        put(case, one)
        (hit,) = case.search("shut")
        assert hit == SentenceHit(document=one, span=Span(33, 55), text=" The port stayed shut.")

    def test_the_best_match_comes_first(self, case: Case) -> None:
        put(case, document("The port of a very long and winding tale was shut by night.", "a.txt"))
        put(case, document("Port, port.", "b.txt"))
        assert [hit.document.name for hit in case.search("port")] == ["b.txt", "a.txt"]
        assert [hit.document.name for hit in case.search("port", limit=1)] == ["b.txt"]

    @ON_ONE_CASE
    @given(words=st.text(st.characters()) | st.text('"*:^()-+ANDORNEAR '))
    def test_no_search_of_any_signs_fails(self, case: Case, words: str) -> None:
        put(case, document(NEWS))
        list(case.search(words))
        list(case.statements(Filter(contains=words, who=words)))

    # Iterators and closing

    def test_an_iterator_shows_the_case_as_it_was(self, case: Case) -> None:
        put(case, document("First one.", "a.txt"), document("Second one.", "b.txt"))
        found = case.documents()
        first = next(found)
        put(case, document("Changed.", "b.txt"), document("Third one.", "c.txt"))
        assert [one.text for one in (first, *found)] == ["First one.", "Second one."]

    def test_a_closed_case_cannot_be_used(self, case: Case) -> None:
        case.close()
        case.close()
        with pytest.raises(CaseError, match="closed: open it again"):
            case.counts()


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


def _name(statement: Statement) -> str:
    return statement.detail.mode or "" if isinstance(statement.detail, EventDetail) else statement.kind.value


def _envoy() -> Reading:
    """An envoy of Kenya visits a port of Chile, and is quoted; only her entity has her full name."""
    of = document("The envoy came to Valparaíso. Wanjiru spoke of the señora.", "envoy.txt")
    names: Sequence[tuple[Span, str, str]] = ((Span(0, 9), "Grace Wanjirú", "KEN"), (Span(18, 28), "Valparaíso", "CHL"))
    envoy, port = (
        Entity(
            id=entity_id(of.id, span),
            document=of.id,
            schema=Schema.PERSON if country == "KEN" else Schema.PLACE,
            caption=name,
            names=(span.of(of.text),),
            country=country,
        )
        for span, name, country in names
    )
    visit = Statement(
        document=of.id,
        kind=Kind.EVENT,
        detail=EventDetail(category=Category.CONSULT, mode="visit", contexts=(Context.DIPLOMATIC,)),
        span=Span(0, 28),
        reader="visits",
        reader_version="1",
        roles=(Role(name=RoleName.ACTOR, filler=Filler(text="Wanjirú", entity=envoy.id)),),
        place=Filler(text="Valparaíso", entity=port.id),
        confidence=0.9,
    )
    quotation = Statement(
        document=of.id,
        kind=Kind.QUOTATION,
        detail=QuotationDetail(cue="spoke", direct=False),
        span=Span(44, 57),
        reader="quotations",
        reader_version="1",
        speaker=Filler(text="Wanjiru", entity=envoy.id),
        confidence=0.4,
    )
    return Reading(
        document=of,
        version="toy 1",
        entities=(envoy, port),
        sentences=(Span(0, 29), Span(30, 58)),
        statements=(visit, quotation),
    )
