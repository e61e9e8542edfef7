"""What a finding says of itself: its legs, the weakest, what dates prove, and what people said."""

from dataclasses import replace
from pathlib import Path

import pytest

import palanca
from palanca.analysis.patterns import Match, shipped_patterns
from palanca.records import Category, EntityId, EventDetail, InstrumentKind, Modality, RoleName, TieKind
from palanca.records.errors import InvalidPattern
from palanca.settlement import settle
from palanca.store import Case, leg_filling
from tests.questions.patterns.making import Told, case_of, event, instrument, office, tie

MEETING = event("Lars Moe", Category.CONSULT, "Ana Paredes", "2024-03-01", mode="meet")
SANCTION = event("Ana Paredes", Category.SANCTION, "Baobab Ltd", "2024-03-20")
CONTACT = "contact before event"
OWN = """\
name: meeting then tie
asks: A meeting of two, and a tie of theirs.
legs:
  meeting: {kind: event, asks: "category:CONSULT", parties: {one: actor, other: recipient}}
  bond: {kind: tie, asks: 'WORDS', parties: {one: source, other: target}}
reads: "{one} met {other}."
innocent: It means nothing.
"""


def dated(told: Told, time: str | None) -> Told:
    return replace(told, time=time)


@pytest.mark.parametrize(
    ("met", "acted", "certainty"),
    [
        ("2024-03-01", "2024-03-31", [True]),
        ("2024-03-01", "2024-04-01", []),
        ("2024-03-01", "2024-03-01", [False]),  # which came first that day is not told
        ("2024-03-02", "2024-03-01", []),
        ("2024-03", "2024-03-20", [False]),
        ("2024", "2024-03-20", [False]),
        ("2024", "2023", []),
        (None, "2024-03-20", []),
        ("2024-03-01", None, []),
        ("2024-03-01", "/2024-03-20", [False]),  # until then: of an open side the known day must lie in the gap
        ("2024-03-01", "/2024-06-20", []),
        ("2024-03-01", "2024-03-20/..", [False]),
        ("2024-03-01", "2024-02-20/..", []),
        ("/2024-03-01", "2024-03-20", [False]),
        ("2024-03-01/..", "2024-06-20", []),
    ],
)
def test_dates_prove_allow_or_forbid_a_gap(
    met: str | None, acted: str | None, certainty: list[bool], tmp_path: Path
) -> None:
    with case_of(tmp_path, dated(MEETING, met), dated(SANCTION, acted)) as case:
        assert [one.is_certain for one in palanca.patterns(case, [CONTACT]).findings] == certainty


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_is_not_told_as_having_happened_is_no_leg_and_is_counted_beside(
    modality: Modality, tmp_path: Path
) -> None:
    with case_of(tmp_path, replace(MEETING, modality=modality), SANCTION) as case:
        answer = palanca.patterns(case, [CONTACT])
    assert (answer.findings, answer.scope.claims, answer.scope.searched) == ((), 0, 1)
    assert [(one.number, one.what) for one in answer.scope.unseen] == [
        (1, "claims of the kinds asked for that are only denied, planned or supposed")
    ]


def test_finding_opens_at_the_claim_of_each_leg_and_names_the_weakest(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING, replace(SANCTION, confidence=0.6)) as case:
        (finding,) = palanca.patterns(case, [CONTACT]).findings
        sentences = [
            palanca.questions.library(case).passages(leg.claim)[0].sentence for leg in finding.instances[0].legs
        ]
    assert [leg.name for leg in finding.instances[0].legs] == ["contact", "event"]
    assert sentences[0].startswith("Lars Moe, Ana Paredes:")
    assert finding.instances[0].weakest.name == "event"
    assert finding.parties == {"visitor": "Lars Moe", "official": "Ana Paredes", "target": "Baobab Ltd"}


def test_leg_of_fewer_sources_is_weaker_than_one_that_readers_doubt_more(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING, replace(SANCTION, confidence=0.6)) as case:
        (finding,) = palanca.patterns(case, [CONTACT]).findings
    (found,) = finding.instances
    meeting, sanction = found.legs
    another = replace(sanction.claim.evidence[0], voice=1)
    told_twice = replace(sanction.claim, evidence=(*sanction.claim.evidence, another))
    stronger = replace(found, legs=(meeting, replace(sanction, claim=told_twice)))
    assert (found.weakest.name, stronger.weakest.name) == ("event", "contact")


def test_finding_is_a_proposal_until_a_person_confirms_every_leg(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING, SANCTION) as case:
        (finding,) = palanca.patterns(case, [CONTACT]).findings
        states = [finding.state]
        for leg in finding.instances[0].legs:
            palanca.confirm(case, leg.claim.id, palanca.Judge(who="Ada"))
            states += [one.state for one in palanca.patterns(case, [CONTACT]).findings]
    assert states == ["proposal", "proposal", "confirmed"]


def test_rejected_claim_is_no_leg(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING, SANCTION) as case:
        (finding,) = palanca.patterns(case, [CONTACT]).findings
        palanca.reject(case, finding.instances[0].legs[0].claim.id, palanca.Judge(who="Ada"))
        assert palanca.patterns(case, [CONTACT]).findings == ()


def test_instrument_that_readers_doubt_still_excludes(tmp_path: Path) -> None:
    lands = {"Army of Togo": "TGO", "Army of Norway": "NOR"}
    presence = event("Army of Norway", Category.MOBILIZE, "Army of Togo", "2024-06-03")
    pact = instrument(InstrumentKind.AGREEMENT, "Pact", "2023", parties=("Army of Togo", "Army of Norway"))
    name = ["presence without authorisation"]
    with case_of(tmp_path, presence, replace(pact, confidence=0.1), countries=lands) as case:
        assert palanca.patterns(case, name).findings == ()


def test_more_than_the_limit_is_told_and_the_same_is_found_each_time(tmp_path: Path) -> None:
    later = [event("Ana Paredes", Category.AID, name, "2024-03-10") for name in ("Kofi Adu", "Ama Osei")]
    with case_of(tmp_path, MEETING, SANCTION, *later) as case:
        whole = palanca.patterns(case, [CONTACT])
        assert whole == palanca.patterns(case, [CONTACT])
        first = palanca.patterns(case, [CONTACT], limit=2)
    assert (len(whole.findings), whole.cut) == (3, ())
    assert (first.findings, first.cut) == (whole.findings[:2], (CONTACT,))


def test_what_dates_prove_comes_before_what_they_allow(tmp_path: Path) -> None:
    coarse = event("Ana Paredes", Category.AID, "Kofi Adu", "2024-03")
    with case_of(tmp_path, MEETING, coarse, SANCTION) as case:
        assert [one.is_certain for one in palanca.patterns(case, [CONTACT]).findings] == [True, False]


def test_what_is_dated_more_coarsely_than_the_gap_lies_in_none(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING, event("Ana Paredes", Category.AID, "Kofi Adu", "2024")) as case:
        assert palanca.patterns(case, [CONTACT]).findings == ()


def test_patterns_of_a_folder_are_looked_for_too(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("WORDS", "tie:partner_of"), encoding="utf-8")
    with case_of(tmp_path, MEETING, tie("Lars Moe", TieKind.PARTNER_OF, "Ana Paredes")) as case:
        answer = palanca.patterns(case, folder=tmp_path)
    assert [one.reads for one in answer.findings] == ["Lars Moe met Ana Paredes."]
    assert len(answer.patterns) == 11


@pytest.mark.parametrize("words", ['who:"a\') OR 1=1 --"', 'said:"\'; DROP TABLE claims; --x"', "mode:\"' OR '1\""])
def test_value_in_a_file_stays_a_value(words: str, tmp_path: Path) -> None:
    written = words.replace("'", "''")
    (tmp_path / "own.yaml").write_text(OWN.replace("WORDS", written), encoding="utf-8")
    with case_of(tmp_path, MEETING, tie("Lars Moe", TieKind.PARTNER_OF, "Ana Paredes")) as case:
        assert palanca.patterns(case, ["meeting then tie"], folder=tmp_path).findings == ()
        assert len(list(case.found(palanca.query_of("kind:tie")))) == 1


def test_two_patterns_of_one_name_are_refused(tmp_path: Path) -> None:
    text = OWN.replace("WORDS", "").replace("meeting then tie", "family tie")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with (
        case_of(tmp_path, MEETING) as case,
        pytest.raises(InvalidPattern, match="two patterns are called 'family tie'"),
    ):
        palanca.patterns(case, folder=tmp_path)


def test_unknown_name_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with case_of(tmp_path, MEETING) as case, pytest.raises(InvalidPattern, match="did you mean 'family tie'"):
        palanca.patterns(case, ["familie tie"])


def test_office_without_an_end_may_still_be_held_and_proves_no_order(tmp_path: Path) -> None:
    told = (
        office("Peter Kamau", "Sea Authority", time="2019-05-01"),
        tie("Sea Authority", TieKind.CONTROLS, "Baobab Ltd"),
        office("Peter Kamau", "Baobab Ltd", start="2023"),
    )
    with case_of(tmp_path, *told) as case:
        (finding,) = palanca.patterns(case, ["revolving door"]).findings
    assert {str(link): certain for link, certain in finding.instances[0].links} == {
        "post after office": False, "post after contact": False, "contact at the time of office": False,
    }  # fmt: skip


def test_same_parties_are_one_finding_and_who_met_nobody_else_comes_first(tmp_path: Path) -> None:
    again = dated(MEETING, "2024-03-05")
    others = [event(name, Category.CONSULT, "Ana Paredes", "2024-04-25") for name in ("Kofi Adu", "Ama Osei")]
    late = event("Ana Paredes", Category.AID, "Volta Ltd", "2024-05-01")
    with case_of(tmp_path, MEETING, again, SANCTION, *others, late) as case:
        found = palanca.patterns(case, [CONTACT]).findings
    first, *rest = [(one.parties["visitor"], one.number, len(one.instances)) for one in found]
    assert (first, sorted(rest)) == (("Lars Moe", 2, 2), [("Ama Osei", 1, 1), ("Kofi Adu", 1, 1)])


def fits(case: Case, name: str) -> list[Match]:
    settle(case)
    return list(case.matches(next(one for one in shipped_patterns() if one.name == name)))


def test_country_named_by_two_parties_of_one_visit_fits_once(tmp_path: Path) -> None:
    visit = Told(
        detail=EventDetail(category=Category.CONSULT, mode="visit"),
        roles={RoleName.ACTOR: ("Lars Moe", "Ana Paredes"), RoleName.RECIPIENT: "Congress of Togo"},
        time="2024-03-01",
    )
    law = instrument(InstrumentKind.LAW, "Port Act", "2024-05-01", issuer="Congress of Togo")
    lands = {"Lars Moe": "NOR", "Ana Paredes": "NOR", "Congress of Togo": "TGO"}
    with case_of(tmp_path, visit, law, countries=lands) as case:
        assert [one.parties for one in fits(case, "visit then law")] == [("NOR", "TGO")]


def test_firm_that_the_official_met_and_the_body_did_not_fits_in_one_way(tmp_path: Path) -> None:
    told = (
        office("Peter Kamau", "Sea Authority", start="2015", end="2020"),
        event("Peter Kamau", Category.CONSULT, "Baobab Ltd", "2018-05-02"),
        office("Peter Kamau", "Baobab Ltd", start="2023"),
    )
    with case_of(tmp_path, *told) as case:
        assert len(fits(case, "revolving door")) == 1


@pytest.mark.parametrize("few", [-1, 30_000])
def test_same_fits_whether_claims_are_found_by_whom_they_name_or_in_passing(
    few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leg_filling, "_FEW", few)
    told = (
        office("Peter Kamau", "Sea Authority", start="2015"),
        office("Ama Osei", "Sea Authority", start="2015"),
        tie("Peter Kamau", TieKind.SPOUSE, "Grace Kamau"),
        tie("Grace Kamau", TieKind.OWNS, "Baobab Ltd"),
        event("Sea Authority", Category.CONSULT, "Baobab Ltd", "2018-05-02"),
    )
    with case_of(tmp_path, *told) as case:
        names = [[case.thing(EntityId(one)).caption for one in fit.parties if one] for fit in fits(case, "family tie")]
    assert names == [["Peter Kamau", "Sea Authority", "Grace Kamau", "Baobab Ltd"]]


@pytest.mark.parametrize(("guest", "found"), [("Sea Authority", 1), ("Baobab Ltd", 0)])
def test_schema_of_who_stands_for_a_country_is_that_of_the_thing(guest: str, found: int, tmp_path: Path) -> None:
    written = OWN.replace("WORDS", "tie:partner_of").replace(
        "{one: actor, other: recipient}", "{land: {role: actor, by: country, schema: [PublicBody]}, other: recipient}"
    )
    (tmp_path / "own.yaml").write_text(
        written.replace("one: source, ", "").replace("{one}", "{land}"), encoding="utf-8"
    )
    told = (
        event(guest, Category.CONSULT, "Ana Paredes", "2024-03-01"),
        tie("Lars Moe", TieKind.PARTNER_OF, "Ana Paredes"),
    )
    with case_of(tmp_path, *told, countries={guest: "NOR"}) as case:
        assert len(palanca.patterns(case, ["meeting then tie"], folder=tmp_path).findings) == found
