"""What a person states holds through all that becomes of its document, and is gone when it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palanca import judging, pipeline
from palanca.exchange.judgements import from_lines, to_lines
from palanca.judging import Judge, Marked, NewStatement, state, words_in
from palanca.records import (
    Category,
    Context,
    EventDetail,
    Field,
    Filter,
    Judgement,
    Reading,
    Review,
    Schema,
    Span,
    Standing,
    Time,
)
from palanca.records.errors import InvalidJudgement, UnknownDocument
from palanca.records.stated import Part
from palanca.settlement import settle
from palanca.store import Case, open_case
from tests.settlement.making import settled_rows
from tests.store.making import AT, LATER, document, read

ANA, BEN = Judge(who="ana", clock=lambda: AT), Judge(who="ben", clock=lambda: LATER)
TEXT = "Ruth Wanjala met Juan Perez on the pier. He was paid by the lagoon trust."
PAID = "paid by the lagoon trust"
PARTIES = [("the lagoon trust", "Juan Perez")]

type Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "c.palanca", create=True) as case:
        put(case, TEXT)
        put(case, "Juan Perez met Rina Sato.", "b.txt")
        yield case


def put(case: Case, text: str, name: str = "a.txt", version: str = "toy 1") -> None:
    case.put(read(case.completed(document(text, name, published="2024-05-01")), version), at=AT)
    settle(case)


def reading_of(case: Case, name: str = "a.txt") -> Reading:
    found = case.reading(case.document(name).id)
    assert found
    return found


def payment(reading: Reading, schema: Schema | None = Schema.ORGANIZATION) -> NewStatement:
    span = words_in(reading, PAID)
    trust, perez = words_in(reading, "the lagoon trust", span), words_in(reading, "Juan Perez", span)
    return NewStatement(
        span=span,
        detail=EventDetail(category=Category.AID, contexts=(Context.AID,)),
        parts=(Marked(part=Part.ACTOR, span=trust, schema=schema), Marked(part=Part.RECIPIENT, span=perez)),
        time=Time.parse("2024-04"),
    )


def paid(case: Case) -> Judgement:
    return state(case, "a.txt", payment(reading_of(case)), ANA)


def told(case: Case) -> list[tuple[str, ...]]:
    """Who takes part in the payments of the case, as claims have them."""
    return [tuple(p.text for p in one.parties) for one in case.claims(Filter(category=Category.AID, rejected=True))]


def rows(case: Case, tmp_path: Path) -> Rows:
    settle(case)
    return settled_rows(tmp_path / "c.palanca")


def test_what_is_stated_is_a_claim_of_a_person_at_its_words_on_things_of_the_case(case: Case) -> None:
    judgement = paid(case)
    (claim,) = case.claims(Filter(category=Category.AID))
    (statement,) = case.evidence(one.statement for one in claim.evidence).values()
    assert told(case) == PARTIES
    assert (statement.stated_by, statement.span.of(TEXT), claim.confidence) == ("ana", PAID, 1.0)
    assert claim.review is Review.CONFIRMED
    (perez,) = (one.id for one in reading_of(case).entities if one.caption == "Juan Perez")
    assert claim.parties[1].identity == case.identity(perez)
    assert judging.find_thing(case, "the lagoon trust").schema is Schema.ORGANIZATION
    assert case.judgement_states()[judgement.id].standing is Standing.HOLDS


def test_undoing_it_leaves_the_case_as_it_was(case: Case, tmp_path: Path) -> None:
    before, mentions = rows(case, tmp_path), list(case.mentions())
    judgement = paid(case)
    undone = judging.undo(case, judgement.id, ANA)
    assert (told(case), list(case.mentions())) == ([], mentions)
    judging.undo(case, undone.id, ANA)
    assert told(case) == PARTIES
    judging.undo(case, judgement.id, BEN)
    after = rows(case, tmp_path)
    assert after == before | {"judgement_states": after["judgement_states"]}


def test_it_holds_when_the_same_reader_or_another_reads_again(case: Case, tmp_path: Path) -> None:
    paid(case)
    before = rows(case, tmp_path)
    for version in ("toy 1", "toy 2"):
        put(case, TEXT, version=version)
        assert rows(case, tmp_path) == before


def test_reading_a_document_again_in_which_something_is_stated_changes_nothing(case: Case) -> None:
    paid(case)
    assert case.put(read(case.document("a.txt")), at=LATER) == "unchanged"


def test_it_holds_when_all_is_dropped_and_read_again(case: Case, tmp_path: Path) -> None:
    paid(case)
    before, named = rows(case, tmp_path), (list(case.entities()), list(case.mentions()))
    given = list(case.documents())
    case.drop_readings()
    for one in given:
        case.put(read(one), at=LATER)
    assert rows(case, tmp_path) == before
    assert (list(case.entities()), list(case.mentions())) == named


def test_it_moves_with_its_sentences_into_a_longer_text(case: Case) -> None:
    judgement = paid(case)
    put(case, f"It rained. {TEXT}")
    assert told(case) == PARTIES
    assert case.judgement_states()[judgement.id].standing is Standing.HOLDS


def test_it_asks_again_when_its_words_change_and_holds_when_they_return(case: Case) -> None:
    judgement = paid(case)
    put(case, TEXT.replace("paid", "thanked"))
    assert (told(case), case.judgement_states()[judgement.id].standing) == ([], Standing.SET_ASIDE)
    put(case, TEXT)
    assert (told(case), case.judgement_states()[judgement.id].standing) == (PARTIES, Standing.HOLDS)


def test_it_goes_with_its_document_and_comes_back_with_it(case: Case) -> None:
    judgement = paid(case)
    pipeline.remove(case, "a.txt")
    assert (told(case), case.judgement_states()[judgement.id].standing) == ([], Standing.SET_ASIDE)
    put(case, TEXT)
    assert told(case) == PARTIES


def test_it_is_brought_into_another_case_with_the_judgements(case: Case, tmp_path: Path) -> None:
    paid(case)
    lines = list(to_lines(case.judgements()))
    with open_case(tmp_path / "other.palanca", create=True) as other:
        for one in case.documents():
            other.put(read(one), at=AT)
        other.judge(from_lines(lines))
        settle(other)
        assert told(other) == PARTIES


def test_it_can_be_corrected_and_what_it_names_renamed(case: Case) -> None:
    paid(case)
    (claim,) = case.claims(Filter(category=Category.AID))
    judging.correct(case, claim.id, Field.TIME, "2024-04-03", BEN)
    judging.rename(case, "the lagoon trust", "Lagoon Trust", BEN)
    for version in ("toy 1", "toy 2"):
        put(case, TEXT, version=version)
        (claim,) = case.claims(Filter(category=Category.AID))
        assert (str(claim.time), claim.parties[0].text) == ("2024-04-03", "Lagoon Trust")


def test_another_report_of_the_same_is_evidence_of_one_claim(case: Case) -> None:
    reading = reading_of(case, "b.txt")
    met = NewStatement(
        span=words_in(reading, "met"),
        detail=EventDetail(category=Category.CONSULT, mode="meet", contexts=(Context.DIPLOMATIC,)),
        parts=tuple(Marked(part=Part.ACTOR, span=words_in(reading, name)) for name in ("Juan Perez", "Rina Sato")),
        time=Time.parse("2024-05-01"),
    )
    state(case, "b.txt", met, ANA)
    (claim,) = case.claims(Filter(who="Rina Sato"))
    told_by = case.evidence(one.statement for one in claim.evidence).values()
    assert {one.stated_by for one in told_by} == {None, "ana"}


def test_words_that_no_reader_takes_for_a_name_need_the_sort_of_thing(case: Case) -> None:
    with pytest.raises(InvalidJudgement, match="nothing was read to be named by 'the lagoon trust': say what it is"):
        state(case, "a.txt", payment(reading_of(case), schema=None), ANA)


def test_words_past_the_end_and_unknown_documents_are_refused(case: Case) -> None:
    told_so = payment(reading_of(case))
    with pytest.raises(InvalidJudgement, match="lies past the end of a text"):
        state(case, "b.txt", told_so, ANA)
    with pytest.raises(UnknownDocument):
        state(case, "z.txt", told_so, ANA)


def test_nothing_is_stated_in_an_older_text(case: Case) -> None:
    old = reading_of(case)
    put(case, "The pier was shut.")
    with pytest.raises(InvalidJudgement, match="is an older text of its name"):
        state(case, old.document.id, payment(old), ANA)


def test_words_are_found_where_they_stand_alone_else_in_the_sentence() -> None:
    twice = read(document("Ana Lund met Rina Sato. Ana Lund left."))
    assert words_in(twice, "Ana Lund", Span(33, 37)) == Span(24, 32)
    with pytest.raises(InvalidJudgement, match=r"stands 2 times in harbour.txt: .* the place of one \(0-8, 24-32\)"):
        words_in(twice, "Ana Lund")
    with pytest.raises(InvalidJudgement, match="does not hold the words 'Omar'"):
        words_in(twice, "Omar")
