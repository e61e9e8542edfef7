"""What every store of a case must do with what is settled and judged, as `CaseContract` for what is read."""

from dataclasses import replace

import pytest

from palanca.claims import Reached, Settled, Telling
from palanca.identity import Profile, blocks
from palanca.records import (
    Category,
    Claim,
    ClaimId,
    Dispute,
    DisputeKind,
    DocumentId,
    EntityId,
    Evidence,
    Filter,
    Identity,
    Judgement,
    JudgementId,
    JudgementState,
    Kind,
    Party,
    Proposal,
    Review,
    Stance,
    Standing,
    Statement,
    StatementId,
    Time,
    Verdict,
)
from palanca.records.errors import UnknownClaim, UnknownDocument, UnknownEntity
from palanca.store import Case, Page, Pending, SettledIdentity
from tests.store.making import AT, LATER, document, read

NEWS = "Ada Musa met Volta Grid in Accra. The port stayed shut. Volta Grid thanked Ada Musa."
OTHER = "Lars Vik met Otto Lund."


def put(case: Case, *texts: str) -> None:
    for i, text in enumerate(texts):
        case.put(read(document(text, f"{i}.txt", published="2024-05-01")), at=AT)


def changed(case: Case) -> int:
    pending = case.pending()
    assert pending
    return pending.changed


def things(case: Case) -> list[Identity]:
    """Each entity as a thing by itself."""
    return [
        Identity(
            id=one.id,
            schema=one.schema,
            caption=one.caption,
            names=(),
            members=(one.id,),
            documents=1,
            identifiers=("ftm:NK-1", "tax:GHA/C 7"),
        )
        for one in case.entities()
    ]


def identify(case: Case, found: list[Identity], *proposals: Proposal) -> bool:
    settled = SettledIdentity(entities=None, identities=found, proposals=proposals, rulings=())
    return case.settle_identity(changed(case), settled)


def claim_of(*statements: Statement, review: Review = Review.OPEN) -> Claim:
    lead = statements[0]
    return Claim(
        kind=lead.kind, detail=lead.detail, lead=lead.id, time=lead.time, modality=lead.modality, confidence=0.7,
        parties=(Party(role=None, text="Accra"), *(Party(role=r.name, text=r.filler.text) for r in lead.roles)),
        evidence=tuple(
            Evidence(statement=one.id, document=one.document, stance=Stance.SUPPORTS, voice=i)
            for i, one in enumerate(statements)
        ),
        disputes=(Dispute(kind=DisputeKind.TIME, values=("2024-05-01", "2024-05-02"), rivals=(ClaimId("r"),)),),
        review=review,
    )  # fmt: skip


def judgement(note: str = "") -> Judgement:
    return Judgement(verdict=Verdict.UNDO, who="ana", at=AT, undoes=JudgementId("none"), note=note)


class SettledContract:
    """A store joins by subclassing this with its own fixture `case`."""

    def test_a_new_case_and_every_change_wait_to_be_settled(self, case: Case) -> None:
        assert case.settle(changed(case), [])
        assert case.pending() is None
        put(case, NEWS)
        first = changed(case)
        case.judge([judgement()])
        assert changed(case) > first

    def test_the_first_settling_is_of_everything_and_later_ones_of_what_was_touched(self, case: Case) -> None:
        assert case.pending() == Pending(changed=changed(case), touched=None)
        put(case, NEWS)
        case.settle(changed(case), [])
        case.put(read(document(OTHER, "other.txt")), at=AT)
        touched = tuple(one for one in case.profiles() if one.names[0] in OTHER)
        assert case.pending() == Pending(changed=changed(case), touched=touched)

    def test_a_document_that_goes_leaves_word_of_what_it_showed(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        touched = tuple(one for one in case.profiles() if one.names[0] in OTHER)
        case.settle(changed(case), [])
        case.remove("1.txt")
        pending = case.pending()
        assert pending
        assert pending == Pending(changed=pending.changed, touched=touched)

    def test_nothing_is_settled_that_was_worked_out_before_a_change(self, case: Case) -> None:
        put(case, NEWS)
        old = changed(case)
        case.judge([judgement()])
        settled = SettledIdentity(entities=None, identities=things(case), proposals=(), rulings=())
        assert not case.settle_identity(old, settled)
        assert not case.settle_corrections(old, [])
        assert not case.settle_claims(old, [])
        assert not case.settle(old, [])
        assert (list(case.things()), case.pending() is not None) == ([], True)

    def test_things_come_by_documents_then_name_and_are_found_by_any_member(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        first, second, *rest = things(case)
        one = replace(first, members=(first.id, second.id), documents=2, names=("Musa",), country="GHA")
        assert identify(case, [one, *rest])
        assert list(case.things()) == [one, *sorted(rest, key=lambda thing: thing.caption)]
        assert list(case.things_on(Page(limit=2, skipped=1))) == list(case.things())[1:3]
        assert case.count_things() == len(rest) + 1
        assert case.thing(second.id) == one
        assert case.identity(second.id) == first.id

    @pytest.mark.parametrize(
        ("begun", "found"), [("Mus", ["one"]), ("MUSA", ["one"]), ("usa", []), ("a-b", []), ("on", ["one"]), ("*", [])]
    )
    def test_things_are_found_by_the_beginning_of_a_word(self, case: Case, begun: str, found: list[str]) -> None:
        put(case, NEWS)
        first, *rest = things(case)
        identify(case, [replace(first, caption="one", names=("Ada Musa",)), *rest])
        assert [one.caption for one in case.things_on(Page(limit=5), begun=begun)] == found
        assert case.count_things(begun=begun) == len(found)

    def test_countries_alone_are_found_of_the_things(self, case: Case) -> None:
        put(case, NEWS)
        first, second, *rest = things(case)
        land = replace(first, caption="Ghana", names=("Ghana",), country="GHA", is_country=True)
        port = replace(second, caption="Ghana Ports", names=("Ghana Ports",), country="GHA", documents=5)
        identify(case, [land, port, *rest])
        for begun in ("", "gha"):
            assert list(case.things_on(Page(limit=5), begun=begun, only_countries=True)) == [land]
            assert case.count_things(begun=begun, only_countries=True) == 1
        assert list(case.things_on(Page(limit=5), begun="ports", only_countries=True)) == []

    def test_a_thing_is_found_by_its_id(self, case: Case) -> None:
        put(case, NEWS)
        first, *rest = things(case)
        identify(case, [first, *rest])
        assert list(case.things_on(Page(limit=5), begun=first.id)) == [first]

    def test_a_thing_of_a_country_is_part_of_it(self, case: Case) -> None:
        put(case, OTHER)
        first, second = things(case)
        land, body = replace(first, country="NOR", is_country=True), replace(second, country="NOR")
        identify(case, [land, body])
        assert case.thing(second.id) == replace(body, part_of=first.id)
        assert case.thing(first.id) == land

    def test_what_is_settled_of_some_entities_leaves_the_rest(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        found = things(case)
        identify(case, found)
        renamed = replace(found[0], caption="A. Musa")
        some = SettledIdentity(
            entities=frozenset({renamed.id}), identities=[renamed], proposals=(),
            rulings=[(renamed.id, found[1].id, "same")],
        )  # fmt: skip
        case.settle_identity(changed(case), some)
        assert {one.caption for one in case.things()} == {"A. Musa", *(one.caption for one in found[1:])}
        assert case.rulings() == {(renamed.id, found[1].id, "same")}

    def test_members_may_be_told_apart_from_things(self, case: Case) -> None:
        put(case, NEWS)
        first, second, *rest = things(case)
        one = replace(first, members=(), documents=2)
        settled = SettledIdentity(
            entities=None, identities=[one, *rest], proposals=(), rulings=(),
            members=iter([(first.id, first.id), (second.id, first.id)]),
        )  # fmt: skip
        case.settle_identity(changed(case), settled)
        assert case.thing(second.id) == replace(one, members=(first.id, second.id))

    def test_an_unsettled_entity_is_no_thing(self, case: Case) -> None:
        put(case, OTHER)
        with pytest.raises(UnknownEntity, match="not settled"):
            case.thing(next(case.entities()).id)

    def test_proposals_come_with_their_reasons_the_heaviest_first(self, case: Case) -> None:
        put(case, NEWS)
        found = things(case)
        light = Proposal(one=found[0].id, other=found[1].id, points=2.5, reasons_for=("the same name",))
        heavy = Proposal(one=found[1].id, other=found[0].id, points=4, reasons_for=("a", "b"), reasons_against=("c",))
        identify(case, found, light, heavy)
        assert list(case.proposals()) == [heavy, light]
        name = found[0].caption
        assert list(case.proposals(name.upper(), limit=1)) == [heavy]
        assert (case.count_proposals(name), case.count_proposals("nobody's")) == (2, 0)

    def test_a_claim_comes_back_as_it_was_settled(self, case: Case) -> None:
        put(case, NEWS)
        claim = claim_of(*case.statements(Filter()))
        case.settle_claims(changed(case), [Settled(claim=claim)])
        assert list(case.claims(Filter())) == [claim]
        assert case.claim(claim.id) == claim
        assert case.counts().claims[Kind.EVENT] == 1
        assert len(case.evidence(one.statement for one in claim.evidence)) == len(claim.evidence)

    def test_claims_that_are_not_given_again_are_gone(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        first, second, third = case.statements(Filter())
        standing: list[ClaimId] = []
        for claims in ([claim_of(first, second), claim_of(third)], [claim_of(first), claim_of(second, third)]):
            case.settle_claims(changed(case), [Settled(claim=one) for one in claims], standing)
            assert sorted(case.claims(Filter()), key=lambda c: c.id) == sorted(claims, key=lambda c: c.id)
            standing = [one.id for one in claims]

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (Filter(who="musa"), 1),
            (Filter(who="vik"), 1),
            (Filter(who="nobody"), 0),
            (Filter(document="1.txt"), 1),
            (Filter(since=Time.parse("2024-05-02").first_day), 0),
            (Filter(least_confidence=0.8), 0),
            (Filter(category=Category.AID), 0),
            (Filter(kinds=(Kind.OFFICE,)), 0),
            (Filter(), 2),
        ],
    )
    def test_a_claim_passes_when_any_of_its_evidence_does(self, case: Case, wanted: Filter, found: int) -> None:
        put(case, NEWS, OTHER)
        statements = list(case.statements(Filter()))
        musa = [one for one in statements if one.document != statements[-1].document]
        claims = [claim_of(*musa), claim_of(statements[-1])]
        case.settle_claims(changed(case), [Settled(claim=claim) for claim in claims])
        assert len(list(case.claims(wanted))) == found

    def test_a_claim_is_found_by_its_keys_in_their_months_and_with_its_part(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        first, second, third = case.statements(Filter())
        one, other, alone = (claim_of(said) for said in (first, second, third))
        part = min(one.id, other.id)
        found = [
            Settled(claim=one, part=part, reaches=(Reached(-7, 24_290, 24_291), Reached(8))),
            Settled(claim=other, part=part),
            Settled(claim=alone, reaches=(Reached(8),)),
        ]
        case.settle_claims(changed(case), found)
        assert case.reached([Reached(-7, 24_291, 24_295)]) == {one.id}
        assert case.reached([Reached(-7, 24_292, 24_295), Reached(9)]) == set()
        assert case.reached([Reached(-7), Reached(8, 1, 2)]) == {one.id, alone.id}
        assert case.told_under([first.id]) == {one.id, other.id}
        assert case.told_under([third.id, StatementId("none")]) == {alone.id}
        assert case.statements_under([one.id, alone.id]) == {first.id: one.id, third.id: alone.id}

    def test_statements_that_are_corrected_do_not_stand(self, case: Case) -> None:
        put(case, OTHER)
        (original,) = case.statements(Filter())
        right = replace(original, time=Time.parse("2023"), reader="judgement")
        case.settle_corrections(changed(case), [(original.id, right)])
        assert case.standing([original.id, right.id, StatementId("none")]) == {right.id: right}

    def test_copies_are_one_teller_and_one_source(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        first, second = (case.document(f"{i}.txt").id for i in range(2))
        assert case.settle_documents(changed(case), {first: first, second: first})
        assert case.copies() == {first: first, second: first}
        assert case.sources() == {first: first, second: first}
        published = Time.parse("2024-05-01")
        assert case.tellings([second, DocumentId("none")]) == {
            second: Telling(name="1.txt", published=published, voice=first)
        }

    def test_things_are_known_without_members(self, case: Case) -> None:
        put(case, OTHER)
        first, second = things(case)
        one = replace(first, members=(first.id, second.id))
        identify(case, [one])
        assert case.known([second.id, EntityId("none")]) == {second.id: replace(one, members=())}
        assert list(case.bare_things()) == [replace(one, members=())]

    def test_rejected_claims_are_given_only_when_wanted(self, case: Case) -> None:
        put(case, OTHER)
        claim = claim_of(*case.statements(Filter()), review=Review.REJECTED)
        case.settle_claims(changed(case), [Settled(claim=claim)])
        assert (list(case.claims(Filter())), list(case.claims(Filter(rejected=True)))) == ([], [claim])

    def test_an_unknown_claim_is_told(self, case: Case) -> None:
        with pytest.raises(UnknownClaim, match="'nothing'"):
            case.claim(ClaimId("nothing"))

    def test_a_corrected_statement_stands_in_the_place_of_the_other(self, case: Case) -> None:
        put(case, OTHER)
        (original,) = case.statements(Filter())
        right = replace(original, time=Time.parse("2023"), reader="judgement")
        case.settle_corrections(changed(case), [(original.id, right)])
        assert list(case.statements(Filter())) == [right]
        assert set(case.evidence([original.id, right.id])) == {original.id, right.id}
        reading = case.reading(original.document)
        assert reading
        assert reading.statements == (original,)
        case.settle_corrections(changed(case), [])
        assert list(case.statements(Filter())) == [original]

    def test_reading_again_leaves_no_correction_behind(self, case: Case) -> None:
        put(case, OTHER)
        (original,) = case.statements(Filter())
        case.settle_corrections(changed(case), [(original.id, replace(original, time=None, reader="judgement"))])
        case.settle(changed(case), [])
        put(case, OTHER)
        assert list(case.statements(Filter())) == [original]
        assert case.pending()

    def test_judgements_are_kept_once_and_for_good(self, case: Case) -> None:
        given = [judgement("later, by id"), judgement(), replace(judgement(), at=LATER, note="½ \ud800")]
        assert case.judge(given) == 3
        assert case.judge(given) == 0
        case.drop_readings()
        assert list(case.judgements()) == sorted(given, key=lambda one: (one.at, one.id))
        assert case.counts().judgements == 3

    def test_states_of_judgements_are_those_last_settled(self, case: Case) -> None:
        one = judgement()
        case.judge([one])
        state = JudgementState(judgement=one.id, standing=Standing.SET_ASIDE, reason="gone")
        case.settle(changed(case), [state])
        assert case.judgement_states() == {one.id: state}

    def test_a_removed_document_leaves_nothing_and_its_like_stays(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        kept = case.document("1.txt")
        assert case.remove("0.txt").text == NEWS
        assert list(case.documents()) == [kept]
        assert case.counts().superseded == 0
        assert {one.document for one in case.entities()} == {kept.id}
        with pytest.raises(UnknownDocument):
            case.remove("0.txt")

    def test_profiles_are_those_of_current_documents(self, case: Case) -> None:
        put(case, NEWS)
        found = list(case.profiles())
        assert {one.names for one in found} == {(entity.caption,) for entity in case.entities()}
        assert list(case.profiles([found[0].entity])) == found[:1]
        case.put(read(document(OTHER, "0.txt")), at=LATER)
        assert not {one.entity for one in case.profiles()} & {one.entity for one in found}

    def test_entities_are_found_by_their_blocks(self, case: Case) -> None:
        put(case, NEWS)
        shown: Profile = next(case.profiles())
        assert (shown.entity, blocks(shown)[0]) in list(case.in_blocks(blocks(shown)))
        assert list(case.in_blocks(["no such block"])) == []

    def test_a_block_of_a_name_leads_to_all_who_bear_it_and_still_stand(self, case: Case) -> None:
        put(case, OTHER, f"{OTHER} Ana Paz waited.")
        borne = next(one for one in case.profiles() if one.names == ("Lars Vik",))
        assert len(set(case.in_blocks(blocks(borne)[:1]))) == 2
        case.remove("0.txt")
        assert len(set(case.in_blocks(blocks(borne)[:1]))) == 1
        case.remove("1.txt")
        assert set(case.in_blocks(blocks(borne))) == set()

    def test_texts_come_many_at_once_and_unknown_ones_not_at_all(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        first, second = case.documents()
        asked = [second.id, DocumentId("none"), first.id, second.id]
        assert case.texts(asked) == {first.id: first.text, second.id: second.text}

    def test_texts_have_signatures(self, case: Case) -> None:
        put(case, NEWS, OTHER)
        assert set(case.signatures()) == {one.id for one in case.documents()}

    def test_dropping_readings_drops_what_was_settled(self, case: Case) -> None:
        put(case, NEWS)
        identify(case, things(case))
        case.settle_claims(changed(case), [Settled(claim=claim_of(*case.statements(Filter())))])
        case.drop_readings()
        assert (list(case.things()), list(case.claims(Filter()))) == ([], [])
        pending = case.pending()
        assert pending
        assert pending.touched is None
