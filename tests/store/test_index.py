"""The index that questions are asked of is level with the tables that it is made of, whatever is written to these."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from palanca.analysis.belongings import Belonging
from palanca.claims import Settled
from palanca.records import (
    Claim,
    ClaimId,
    EntityId,
    Evidence,
    Filler,
    Filter,
    Identity,
    Kind,
    Modality,
    Party,
    QuotationDetail,
    Reading,
    Review,
    RoleName,
    Schema,
    Stance,
    Statement,
    Time,
)
from palanca.records.query import ANYBODY, EVERYTHING, All, Branch, Field, Not, Parties, PartyTest, When, Words
from palanca.store import Case, Found, MostTold, Order, Page, SettledIdentity, Sort, open_case
from tests.store.making import AT, document, read

_TEXTS = (
    "Ada Musa met Volta Grid in Accra.",
    "Lars Vik met Otto Lund. Otto Lund met Ada Musa.",
    "Ana Paz met Kim Rao.",
)

# Each row of the index beside the same row worked out anew.
_CLAIMS = (
    """SELECT id, kind, category, channel, sort, modality, review, is_disputed, is_dated, confidence, documents, sources
       FROM indexed_claims ORDER BY id""",
    """SELECT id, kind, category, channel, sort, modality, review, disputes != '[]', time IS NOT NULL, confidence,
         documents, sources FROM claims ORDER BY id""",
)
_PARTIES = (
    """SELECT c.id, p.ordinal, p.role, p.thing, w.words, p.country, p.branch, p.kind, p.at FROM indexed_parties AS p
       JOIN indexed_claims AS c ON c.key = p.claim LEFT JOIN indexed_words AS w ON w.key = p.words ORDER BY 1, 2""",
    """SELECT p.claim, p.ordinal, p.role, p.identity, CASE WHEN p.identity IS NULL THEN p.folded END, p.country,
         p.branch, c.kind, c.at FROM claim_parties AS p JOIN claims AS c ON c.id = p.claim ORDER BY 1, 2""",
)
_EVIDENCE = (
    """SELECT c.id, e.ordinal, d.id, s.name, e.kind, e.channel, e.review, e.modality, e.confidence, e.is_dated, e.first,
         e.last FROM indexed_evidence AS e JOIN indexed_claims AS c ON c.key = e.claim
       JOIN indexed_documents AS d ON d.key = e.document LEFT JOIN indexed_sources AS s ON s.key = d.source
       ORDER BY 1, 2""",
    """SELECT e.claim, e.ordinal, e.document, s.source, c.kind, c.channel, c.review, c.modality, c.confidence,
         c.time IS NOT NULL, c.first, c.last FROM claim_evidence AS e JOIN claims AS c ON c.id = e.claim
       LEFT JOIN sources AS s ON s.document = e.document ORDER BY 1, 2""",
)

_PLACES = (
    """SELECT c.id, p.thing, w.words, p.kind, p.channel, p.review, p.modality, p.confidence, p.is_dated, p.first, p.last
       FROM indexed_places AS p
       JOIN indexed_claims AS c ON c.key = p.claim LEFT JOIN indexed_words AS w ON w.key = p.words ORDER BY 1""",
    """SELECT c.id, p.identity, CASE WHEN p.identity IS NULL THEN p.folded END, c.kind, c.channel, c.review,
         c.modality, c.confidence, c.time IS NOT NULL, c.first, c.last
       FROM claims AS c JOIN claim_parties AS p ON p.claim = c.id WHERE p.ordinal =
         (SELECT min(ordinal) FROM claim_parties WHERE claim = c.id AND role = 'place') ORDER BY 1""",
)
_MEETINGS = (
    """SELECT c.id, m.one, m.other, m.kind, m.channel, m.review, m.modality, m.confidence, m.is_dated, m.first, m.last
       FROM indexed_meetings AS m
       JOIN indexed_claims AS c ON c.key = m.claim ORDER BY 1, 2, 3""",
    """SELECT DISTINCT c.id, p.country, q.country, c.kind, c.channel, c.review, c.modality, c.confidence,
         c.time IS NOT NULL, c.first, c.last FROM claims AS c
       JOIN claim_parties AS p ON p.claim = c.id AND p.role != 'place'
       JOIN claim_parties AS q ON q.claim = c.id AND q.role != 'place' AND q.country > p.country ORDER BY 1, 2, 3""",
)
_SPEECHES = (
    """SELECT c.id, s.statement, s.ordinal, s.entity, s.kind, s.at FROM indexed_speeches AS s
       JOIN indexed_claims AS c ON c.key = s.claim ORDER BY 1, 2, 3""",
    """SELECT c.id, r.statement, r.ordinal, r.entity, c.kind, c.at FROM claims AS c
       JOIN claim_evidence AS e ON e.claim = c.id JOIN statement_roles AS r ON r.statement = e.statement
       WHERE r.role = 'speaker' AND r.entity IS NOT NULL ORDER BY 1, 2, 3""",
)
_TIES = (
    """SELECT t.one, t.other, c.id, t.sources, t.kind, t.channel, t.review, t.modality, t.confidence, t.is_dated,
         t.first, t.last FROM indexed_ties AS t JOIN indexed_claims AS c ON c.key = t.claim ORDER BY 1, 2, 3""",
    """SELECT DISTINCT min(p.identity, q.identity), max(p.identity, q.identity), c.id, c.sources, c.kind, c.channel,
         c.review, c.modality, c.confidence, c.time IS NOT NULL, c.first, c.last FROM claims AS c
       JOIN claim_parties AS p ON p.claim = c.id AND p.role IN ('actor', 'recipient')
       JOIN claim_parties AS q ON q.claim = c.id AND q.role IN ('actor', 'recipient') AND q.ordinal > p.ordinal
       WHERE p.identity != q.identity AND (p.role != q.role OR c.category = 'CONSULT') ORDER BY 1, 2, 3""",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c.palanca"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with open_case(path, create=True) as opened:
        for at, text in enumerate(_TEXTS):
            opened.put(read(document(text, f"{at}.txt", published="2024-05-01")), at=AT)
        yield opened


def is_level(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        for index, anew in (_CLAIMS, _PARTIES, _EVIDENCE, _PLACES, _MEETINGS, _SPEECHES, _TIES):
            assert connection.execute(index).fetchall() == connection.execute(anew).fetchall()
    return True


def told(case: Case) -> list[Statement]:
    return list(case.statements(Filter()))


def claim(*statements: Statement, **changes: object) -> Claim:
    lead = statements[0]
    made = Claim(
        kind=lead.kind,
        detail=lead.detail,
        lead=lead.id,
        parties=(
            *(Party(role=one.name, text=one.filler.text, identity=one.filler.entity) for one in lead.roles),
            Party(role=None, text="the old harbour"),
        ),
        evidence=tuple(
            Evidence(statement=one.id, document=one.document, stance=Stance.SUPPORTS, voice=at)
            for at, one in enumerate(statements)
        ),
        time=lead.time,
        modality=lead.modality,
        confidence=0.7,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def write(case: Case, *claims: Claim) -> None:
    pending = case.pending()
    assert pending
    stood = {one.id for one in case.claims(Filter(rejected=True))}
    case.settle_documents(pending.changed, {})
    case.settle_claims(pending.changed, [Settled(claim=one) for one in claims], stood)
    case.settle_belongings(pending.changed, [])


def test_index_holds_what_was_settled(case: Case, path: Path) -> None:
    write(case, *(claim(one) for one in told(case)))
    assert case.count_found(EVERYTHING).claims == 4
    assert is_level(path)


def places_of(path: Path, thing: EntityId) -> set[tuple[str | None, str | None]]:
    """The countries and branches that the parties of a thing are marked with."""
    with sqlite3.connect(path) as connection:
        marked = "SELECT DISTINCT country, branch FROM claim_parties WHERE identity = ? AND placed = 1"
        return set(connection.execute(marked, (thing,)))


def test_parties_are_of_the_country_and_branch_of_their_thing_while_it_is_of_any(case: Case, path: Path) -> None:
    first, *rest = told(case)
    write(case, claim(first, time=Time.parse("2021")), *map(claim, rest))
    thing, pending = first.roles[0].filler.entity, case.pending()
    assert thing
    assert pending
    always = Belonging(thing=thing, country="GHA", branch=None, reason="of Ghana by its names")
    then = replace(always, branch=Branch.EXECUTIVE, first=date(2020, 1, 1), last=date(2022, 1, 1))
    case.settle_belongings(pending.changed, [always])
    assert places_of(path, thing) == {("GHA", None)}
    case.settle_belongings(pending.changed, [then, always])
    assert ("GHA", "executive") in places_of(path, thing)
    case.settle_belongings(pending.changed, [])
    assert places_of(path, thing) == {(None, None)}
    assert is_level(path)


def test_index_follows_statements_that_go_from_one_claim_to_another(case: Case, path: Path) -> None:
    first, second, third, fourth = told(case)
    write(case, claim(first, second), claim(third, fourth))
    write(case, claim(first), claim(second, third), claim(fourth))
    assert is_level(path)
    write(case, claim(first, second, third, fourth))
    assert is_level(path)
    assert case.count_found(EVERYTHING).documents == 3


def test_index_follows_changed_claims_and_sources(case: Case, path: Path) -> None:
    first, *rest = told(case)
    write(case, claim(first), *map(claim, rest))
    write(case, claim(first, review=Review.CONFIRMED, time=Time.parse("2023/..")), *map(claim, rest[1:]))
    pending = case.pending()
    assert pending
    case.settle_documents(pending.changed, {first.document: rest[0].document, rest[0].document: rest[0].document})
    assert is_level(path)


def test_index_follows_the_countries_of_parties_and_their_going(case: Case, path: Path) -> None:
    first, second, *rest = told(case)
    harbour = Party(role=None, text="Tema")
    both = tuple(Party(role=role, text=role) for role in (RoleName.ACTOR, RoleName.RECIPIENT))
    write(case, claim(first, parties=(*both, harbour, Party(role=None, text="Accra"))), *map(claim, (second, *rest)))
    for change in (
        "UPDATE claim_parties SET country = 'GHA' WHERE ordinal = 0",
        "UPDATE claim_parties SET country = 'TGO' WHERE ordinal > 0",
        "UPDATE claim_parties SET country = 'GHA' WHERE ordinal = 1 AND claim = (SELECT min(claim) FROM claim_parties)",
        "DELETE FROM claim_parties WHERE ordinal = 2",
        "DELETE FROM claim_parties WHERE ordinal = 0 AND claim = (SELECT max(claim) FROM claim_parties)",
        "DELETE FROM claims WHERE id = (SELECT min(id) FROM claims)",
    ):
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(change)
        assert is_level(path)


def test_index_follows_disputes_that_are_found_later(case: Case, path: Path) -> None:
    write(case, *(claim(one) for one in told(case)))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET disputes = '[[\"time\",[],[]]]' WHERE id = (SELECT min(id) FROM claims)")
    assert is_level(path)


def spoken(speaker: int, version: str) -> Reading:
    """A meeting as one of its two people tells it."""
    reading = read(document(_TEXTS[2], "2.txt", published="2024-05-01"), version)
    (met,) = reading.statements
    by = Filler(text=reading.entities[speaker].caption, entity=reading.entities[speaker].id)
    return replace(reading, statements=(replace(met, speaker=by),))


def speakers_of(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [entity for (entity,) in connection.execute("SELECT entity FROM indexed_speeches ORDER BY 1")]


def test_index_follows_who_speaks_in_claims(case: Case, path: Path) -> None:
    one, other = spoken(0, "toy 2"), spoken(1, "toy 3")
    for reading in (one, other):
        case.put(reading, at=AT)
        assert is_level(path)
        write(case, *map(claim, told(case)))
        assert is_level(path)
        (statement,) = reading.statements
        assert statement.speaker
        assert speakers_of(path) == [statement.speaker.entity]
    case.remove("2.txt")
    assert is_level(path)
    assert speakers_of(path) == []


def test_speech_is_known_again_when_its_roles_are_written_after_its_claim(case: Case, path: Path) -> None:
    case.put(spoken(0, "toy 2"), at=AT)
    write(case, *map(claim, told(case)))
    before = speakers_of(path)
    with sqlite3.connect(path) as connection:
        roles = connection.execute("SELECT * FROM statement_roles WHERE role = 'speaker'").fetchall()
        connection.execute("DELETE FROM statement_roles WHERE role = 'speaker'")
    assert speakers_of(path) == []
    with sqlite3.connect(path) as connection:
        connection.executemany("INSERT INTO statement_roles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", roles)
    assert (len(before), speakers_of(path)) == (1, before)
    assert is_level(path)


def test_index_is_empty_once_all_is_dropped(case: Case, path: Path) -> None:
    write(case, *map(claim, told(case)))
    case.drop_readings()
    assert is_level(path)
    assert case.count_found(EVERYTHING).claims == 0


def test_parties_without_identity_are_found_by_their_words(case: Case) -> None:
    write(case, *map(claim, told(case)))
    harbour = Parties(tests=(PartyTest(name="harbour", roles=()),))
    assert case.count_found(harbour).claims == 0  # it is where they met, and takes no part
    changed = [
        replace(one, parties=(Party(role=RoleName.ACTOR, text="Harbour Pilots"),)) for one in map(claim, told(case))
    ]
    write(case, *changed)
    assert case.count_found(Parties(tests=(PartyTest(name="harbour"),))).claims == 4
    assert case.count_found(Parties(tests=(PartyTest(name="harb"),))).claims == 0


def test_parts_are_counted_in_one_look(case: Case) -> None:
    first, second, *_ = told(case)
    write(case, claim(first), claim(second, time=None, review=Review.REJECTED))
    event = Words(field=Field.KIND, values=(Kind.EVENT,))
    parts = (EVERYTHING, When(first=None, last=None), Parties(tests=(PartyTest(name=ANYBODY),)))
    assert case.count_parts(event, parts) == [1, 0, 1]
    rejected = All(parts=(event, Words(field=Field.REVIEW, values=(Review.OPEN, Review.REJECTED))))
    assert case.count_parts(rejected, parts) == [2, 1, 2]


def test_claims_of_one_time_come_by_id_up_to_the_limit(case: Case) -> None:
    write(case, *(claim(one, time=Time.parse("2024")) for one in told(case)))
    every = [one.id for one in case.found(EVERYTHING)]
    assert every == sorted(every)
    assert [one.id for one in case.found(EVERYTHING, limit=2)] == every[:2]


def test_first_claims_concerning_a_thing_are_those_of_all(case: Case) -> None:
    thing = next(one.id for one in case.entities())
    party = (Party(role=RoleName.ACTOR, text="Ada Musa", identity=thing),)
    times = (Time.parse("2024"), Time.parse("2023-05"), None, Time.parse("2024"))
    write(case, *(claim(one, parties=party, time=at) for one, at in zip(told(case), times, strict=True)))
    whole = Identity(id=thing, schema=Schema.PERSON, caption="Ada Musa", names=(), members=(thing,), documents=1)
    every = list(case.claims_concerning(whole, Kind.EVENT))
    assert [one.time for one in every] == [times[1], times[0], times[0], None]
    for limit in range(1, 5):
        assert list(case.claims_concerning(whole, Kind.EVENT, limit=limit)) == every[:limit]
        assert case.claims_of_each_kind(whole, limit=limit)[Kind.EVENT] == every[:limit]


def test_a_part_is_asked_and_what_lies_beside_it_is_counted_in_one_look(case: Case) -> None:
    first, second, third, fourth = told(case)
    write(
        case,
        claim(first, second, time=Time.parse("2024-05-03")),
        claim(third, time=Time.parse("2024-05-01")),
        claim(fourth, time=None),
    )
    undated = When(first=None, last=None)
    with case.narrowed(EVERYTHING, Not(part=undated), (undated, EVERYTHING)) as dated:
        assert dated.beside == [1, 3]
        assert [one.time for one in dated.found(EVERYTHING)] == [Time.parse("2024-05-01"), Time.parse("2024-05-03")]
        assert dated.found(EVERYTHING, limit=1) == [case.claim(claim(third).id)]
        assert dated.found(undated) == []
        assert dated.count_found(EVERYTHING).claims == 2
    with case.narrowed(EVERYTHING, undated, ()) as again:
        assert [one.lead for one in again.found(EVERYTHING)] == [fourth.id]


def test_the_latest_come_in_the_reverse_of_time(case: Case) -> None:
    days = ("2024-05-03", "2024-05-01", None, "2023")
    write(case, *(claim(one, time=Time.parse(day) if day else None) for one, day in zip(told(case), days, strict=True)))
    in_time = list(case.found_on(EVERYTHING, Page()))
    assert [str(one.time) for one in in_time] == ["2023", "2024-05-01", "2024-05-03", "None"]
    assert list(case.found_on(EVERYTHING, Page(order=Order.LATEST))) == in_time[::-1]


def test_claims_are_found_by_their_ids(case: Case) -> None:
    first, *_ = made = [claim(one) for one in told(case)]
    write(case, *made)
    known = case.claims_by_id([first.id, ClaimId("0" * 24)])
    assert known == {first.id: case.claim(first.id)}
    assert case.claims_by_id([]) == {}


def test_claims_about_a_thing_are_counted_by_sort_and_those_that_most_sources_tell_come_first(case: Case) -> None:
    thing = next(one.id for one in case.entities())
    whole = Identity(id=thing, schema=Schema.PERSON, caption="Ada Musa", names=(), members=(thing,), documents=1)
    party = (Party(role=RoleName.ACTOR, text="Ada Musa", identity=thing),)
    first, second, third, fourth = told(case)
    once, twice = claim(first, parties=party), claim(second, fourth, parties=party)
    write(case, once, twice, claim(third, parties=party, confidence=0.3))
    sort = Sort(kind=Kind.EVENT, modality=Modality.ASSERTED, is_disputed=False, total=2, first=(twice.id, once.id))
    answer = case.most_told(whole, least_confidence=0.5, limit=5)
    assert answer == MostTold(sorts=(sort,), found=Found(claims=2, documents=3, sources=3))
    assert case.most_told(whole, least_confidence=0.5, limit=1).sorts == (replace(sort, first=(twice.id,)),)
    assert case.most_told(whole, least_confidence=0.2, limit=5).found.claims == 3


def test_a_quotation_is_about_who_speaks_and_an_event_that_somebody_tells_is_not(case: Case) -> None:
    reading = spoken(0, "toy 2")
    (met,) = reading.statements
    assert met.speaker
    assert met.speaker.entity
    quoted = replace(met, kind=Kind.QUOTATION, detail=QuotationDetail(cue="said", direct=True))
    case.put(replace(reading, statements=(met, quoted)), at=AT)
    one = met.speaker.entity
    whole = Identity(id=one, schema=Schema.PERSON, caption="Ana Paz", names=(), members=(one,), documents=1)
    pending = case.pending()
    assert pending
    case.settle_identity(pending.changed, SettledIdentity(entities=None, identities=(whole,), proposals=(), rulings=()))
    write(case, *(claim(each, parties=()) for each in (met, quoted)))
    assert [sort.kind for sort in case.most_told(whole, least_confidence=0.5, limit=5).sorts] == [Kind.QUOTATION]
    assert [len(told) for told in case.claims_of_each_kind(whole, limit=5).values() if told] == [1, 1]


def test_the_best_told_of_what_passes_come_by_sources_then_by_id(case: Case) -> None:
    first, second, third, fourth = told(case)
    alone, both = [claim(first), claim(third)], claim(second, fourth)
    write(case, *alone, both)
    in_order = [both.id, *sorted(one.id for one in alone)]
    assert [one.id for one in case.best_told(EVERYTHING, limit=5)] == in_order
    assert [one.id for one in case.best_told(EVERYTHING, limit=2)] == in_order[:2]
