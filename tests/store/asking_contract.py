"""What every store of a case must answer. A store joins by subclassing, with a fixture `case`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
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
    QuotationDetail,
    Reading,
    Rejection,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
)
from palanca.records.entity import entity_id
from palanca.records.errors import CaseError, UnknownChannel, UnknownDocument, UnknownEntity
from palanca.store import Case, Counts, SentenceHit
from tests.store.making import AT, document, read
from tests.store.news import NEWS, ON_ONE_CASE, put


class AskingContract:
    @pytest.fixture
    def case(self) -> Iterator[Case]:
        """An empty case whose channels are CHANNELS."""
        raise NotImplementedError

    @staticmethod
    def emptied(case: Case) -> Case:
        """The same case with nothing in it, for the examples of a property."""
        raise NotImplementedError

    # Asking

    def test_documents_come_by_publication_and_unknown_last(self, case: Case) -> None:
        undated = document("Third.", "a.txt")
        new, old = document("Second.", "b.txt", published="2023"), document("First.", "c.txt", published="../2021")
        put(case, undated, new, old)
        assert list(case.documents()) == [old, new, undated]

    def test_several_documents_are_found_by_their_names_at_once(self, case: Case) -> None:
        one, other = document("First.", "a.txt"), document("Second.", "b.txt")
        put(case, one, other)
        assert case.documents_named(["a.txt", "b.txt", "a.txt", "none.txt"]) == {"a.txt": one, "b.txt": other}
        case.remove("b.txt")
        assert case.documents_named(["a.txt", "b.txt"]) == {"a.txt": one}

    def test_an_unknown_document_is_told_with_the_nearest_names(self, case: Case) -> None:
        put(case, document(NEWS, "harbour.txt"))
        with pytest.raises(UnknownDocument, match=r"'harbor\.txt': the nearest names are harbour\.txt"):
            case.document("harbor.txt")

    def test_of_an_unknown_id_no_name_is_called_near(self, case: Case) -> None:
        put(case, document(NEWS, f"{'a' * 23}b"))
        with pytest.raises(UnknownDocument, match=f"has the id {'a' * 24}: .* list the documents"):
            case.document("a" * 24)

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
            claims=dict.fromkeys(Kind, 0),
            judgements=0,
        )
        assert case.count_statements() == {kind: 2 if kind is Kind.EVENT else 0 for kind in Kind}

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

    def test_a_closed_case_settles_nothing(self, case: Case) -> None:
        case.close()
        with pytest.raises(CaseError, match="is closed"):
            case.pending()


def _name(statement: Statement) -> str:
    return statement.detail.mode or "" if isinstance(statement.detail, EventDetail) else statement.kind.value


def _entity(of: Document, span: Span, schema: Schema, caption: str, country: str) -> Entity:
    return Entity(
        id=entity_id(of.id, span), document=of.id, schema=schema, caption=caption, names=(span.of(of.text),),
        country=country,
    )  # fmt: skip


def _envoy() -> Reading:
    """An envoy of Kenya visits a port of Chile, and is quoted; only her entity has her full name."""
    of = document("The envoy came to Valparaíso. Wanjiru spoke of the señora.", "envoy.txt")
    envoy = _entity(of, Span(0, 9), Schema.PERSON, "Grace Wanjirú", "KEN")
    port = _entity(of, Span(18, 28), Schema.PLACE, "Valparaíso", "CHL")
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
