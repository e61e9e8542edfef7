"""Events about deeds of others, and parties who stand behind a title, a delegation, a demonym or a condition."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Modality, Reading, RoleName

type Read = Callable[..., Reading]
type Event = tuple[str, list[str], list[str]]

PUBLISHED = "2023-05-17"  # a Wednesday


def events(reading: Reading, category: str = "") -> list[Event]:
    """Category, actors and recipients of each event, of one category or all, in the order of their clauses."""
    return [
        (
            str(s.detail.category),
            [f.text for f in s.fillers(RoleName.ACTOR)],
            [f.text for f in s.fillers(RoleName.RECIPIENT)],
        )
        for s in reading.statements
        if isinstance(s.detail, EventDetail) and str(s.detail.category).startswith(category)
    ]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Chad's invasion of Niger in 1970 was condemned by Japan.", ["Chad"]),
        ("Japan condemned the Chadian invasion of Niger.", ["Chad"]),
        ("Japan condemned Chad's arrest of Ana Ruiz.", ["Chad"]),
        ("Japan condemned the arrest of Ana Ruiz by Chad.", ["Chad"]),
        ("Japan condemned the killing of Ana Ruiz.", []),
        ("Japan condemned the attack on Ana Ruiz.", []),
        ("Japan criticised the election of Ana Ruiz.", ["Ana Ruiz"]),
        ("Japan accused Chad of the murder of Ana Ruiz.", ["Chad"]),
        ("Japan denounced Chad's sale of arms to Togo.", ["Chad"]),
        ("Japan criticised Ana Ruiz's handling of the Togo crisis.", ["Ana Ruiz"]),
        ("Japan condemned the raid carried out by Chad.", ["Chad"]),
        ("Japan voiced opposition to the candidacy of Ana Ruiz.", ["Ana Ruiz"]),
    ],
)
def test_a_deed_is_blamed_on_its_doer_and_not_on_who_suffers_it(read: Read, text: str, blamed: list[str]) -> None:
    assert events(read(text, PUBLISHED), "ACCUSE") == [("ACCUSE", ["Japan"], blamed)]


def test_a_deed_is_blamed_on_its_doer_in_spanish(read: Read) -> None:
    reading = read("Perú condenó la detención de Juan Paz por parte de Bolivia.", PUBLISHED, "es")
    assert events(reading, "ACCUSE") == [("ACCUSE", ["Perú"], ["Bolivia"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad closed the port, a move condemned by Togo.", ("ACCUSE", ["Togo"], ["Chad"])),
        ("The army of Chad rejected a plan which had been tabled by Togo.", ("REJECT", ["Chad"], ["Togo"])),
        ("Chad's president, Ana Ruiz, rejected on Friday accusations by Togo.", ("REJECT", ["Ana Ruiz"], ["Togo"])),
        ("Chad's envoy, Juan Paz, met Omar Said and urged him to resign.", ("REQUEST", ["Juan Paz"], ["Omar Said"])),
        ("Chad voted. President Ana Ruiz of Togo thanked officials for their help.", ("SUPPORT", ["Ana Ruiz"], [])),
        ("Serbia and Kosovo, whose leaders met on 18 March, spoke.", ("CONSULT", ["Serbia", "Kosovo"], [])),
        ("Ana Ruiz said Chad had seized a boat and demanded its return.", ("REQUEST", ["Ana Ruiz"], ["Chad"])),
        ("Ana Ruiz said Chad had seized a boat and arrested a Danish sailor.", ("COERCE", ["Chad"], ["Denmark"])),
        ("Officials from Togo said they had arrested a Danish man.", ("COERCE", ["Togo"], ["Denmark"])),
        ("Chad sued Togo. Ana Ruiz and Bo Lin signed the contract.", ("SUPPORT", ["Ana Ruiz", "Bo Lin"], [])),
        ("Chad acted amid protests from Togo.", ("PROTEST", ["Togo"], [])),
        ("Canada joined Togo in imposing sanctions on Chad.", ("SANCTION", ["Canada", "Togo"], ["Chad"])),
        (
            "Under pressure from the IMF, Ghana's finance minister, Ken Boateng, agreed on Thursday to cut subsidies.",
            ("AGREE", ["Ken Boateng"], []),
        ),
        (
            "The opposition leader said police loyal to President Denis Mbote lied. He urged the African Union to act.",
            ("REQUEST", [], ["African Union"]),
        ),
    ],
)
def test_parties_stand_in_the_clauses_around_an_act(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo arrested a Boston man on Monday.", ("COERCE", ["Togo"], [])),
        ("The Manchester bombing was condemned by Chad.", ("ACCUSE", ["Chad"], [])),
        ("A Manchester bombing was condemned by Chad.", ("ASSAULT", [], ["Manchester"])),
        ("An Israeli airstrike on Gaza was condemned by Chad.", ("ASSAULT", ["Israel"], ["Gaza"])),
    ],
)
def test_a_town_before_a_noun_does_nothing(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_an_apology_for_a_deed_is_made_to_who_suffered_it(read: Read) -> None:
    assert events(read("Chad apologised for the killing of Ana Ruiz.")) == [("SUPPORT", ["Chad"], ["Ana Ruiz"])]


def test_an_arrest_of_somebody_is_his_before_whom_it_stands(read: Read) -> None:
    assert events(read("Chad's arrest of Ana Ruiz shocked many."), "COERCE") == [("COERCE", ["Chad"], ["Ana Ruiz"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three Ghanaians, Kofi Mensah, Ama Owusu and Yaw Boateng, were arrested by Togo on Friday.",
            ("COERCE", ["Togo"], ["Kofi Mensah", "Ama Owusu", "Yaw Boateng"]),
        ),
        ("A Norwegian, Lars Hauge, was expelled by Togo.", ("SANCTION", ["Togo"], ["Lars Hauge"])),
        ("Togo dismissed two ministers, Ana Ruiz and Juan Paz.", ("SANCTION", ["Togo"], ["Ana Ruiz", "Juan Paz"])),
        (
            "A delegation from Vietnam, led by Tran Van Minh, visited Laos on 3 May.",
            ("CONSULT", ["Tran Van Minh"], ["Laos"]),
        ),
        (
            "A Chilean delegation headed by Senator Ana Ruiz met President Bo Lin.",
            ("CONSULT", ["Ana Ruiz", "Bo Lin"], []),
        ),
        ("Lawmakers led by Senator Ana Ruiz sued Volta Oil.", ("ACCUSE", ["Ana Ruiz"], ["Volta Oil"])),
        ("The court in Lomé sued Volta Oil.", ("ACCUSE", [], ["Volta Oil"])),
        (
            "Bo Lin, a judge of the Supreme Court who had sued Togo, slept.",
            ("ACCUSE", ["Bo Lin"], ["Togo"]),
        ),
        ("Juan Paz challenged Ana Ruiz's oath of office in court.", ("ACCUSE", ["Juan Paz"], ["Ana Ruiz"])),
        ("Ana Ruiz complied with the request of Prime Minister Bo Lin.", ("CONCEDE", ["Ana Ruiz"], ["Bo Lin"])),
        ("President Ana Ruiz of Togo suspended the assembly at the behest of Bo Lin.", ("COERCE", ["Ana Ruiz"], [])),
        (
            "Bo Lin helped arrange a meeting between Omar Said, claiming to represent the court, and Juan Paz.",
            ("CONSULT", ["Bo Lin"], ["Omar Said", "Juan Paz"]),
        ),
        (
            "Nordic Rail was awarded contracts worth 20 million euros by the government of Latvia.",
            ("COOPERATE", ["Latvia", "Nordic Rail"], []),
        ),
        ("The Volta Group sent fighters to Libya, according to the UN.", ("MOBILIZE", ["Volta Group"], ["Libya"])),
    ],
)  # fmt: skip
def test_parties_are_found_behind_demonyms_delegations_and_clauses(read: Read, text: str, expected: Event) -> None:
    assert events(read(text, PUBLISHED)) == [expected]


def test_a_delegation_is_its_leader_in_spanish(read: Read) -> None:
    told = "Una delegación de Chile encabezada por la senadora Ana Ruiz se reunió con el presidente Juan Paz."
    assert events(read(told, PUBLISHED, "es")) == [("CONSULT", ["Ana Ruiz", "Juan Paz"], [])]


@pytest.mark.parametrize(
    ("text", "threatened"),
    [
        ("Minister Pavel Novak of Slovakia warned that his country would leave the pact.", []),
        ("Minister Pavel Novak warned that Slovakia would leave the pact if Hungary blocked it.", ["Hungary"]),
        ("Minister Pavel Novak warned that Hungary would face sanctions.", ["Hungary"]),
        ("Minister Pavel Novak warned Hungary that Slovakia would act.", ["Hungary"]),
        ("Minister Pavel Novak threatened that the army would attack Hungary.", ["Hungary"]),
    ],
)
def test_a_threat_is_not_aimed_at_the_side_that_would_act(read: Read, text: str, threatened: list[str]) -> None:
    assert events(read(text), "THREATEN") == [("THREATEN", ["Pavel Novak"], threatened)]


def test_whoever_is_ordered_is_not_the_one_who_orders(read: Read) -> None:
    told = "The court ruled against the Kenyan government, and ordered it to pay damages."
    assert events(read(told)) == [("REJECT", [], ["Kenya"]), ("REQUEST", [], ["Kenya"])]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Peru's trade ministry met firms on Monday. The ministry accused Chile of lying.", "Peru"),
        ("Ghana's parliament met on Monday. Parliament accused Chile of lying.", "Ghana"),
        ("A ministry met firms on Monday. The ministry accused Chile of lying.", None),
    ],
)
def test_the_ministry_is_that_of_the_state_whose_ministry_was_told(read: Read, text: str, actor: str | None) -> None:
    assert events(read(text), "ACCUSE") == [("ACCUSE", [actor] if actor else [], ["Chile"])]


def test_the_group_is_the_one_organization_named_before(read: Read) -> None:
    told = "The Unity Party accused Idris Kone of fraud. The group urged Togo to recount the votes."
    assert events(read(told), "REQUEST") == [("REQUEST", ["Unity Party"], ["Togo"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The senate rejected on Thursday a bill proposed by Luis Choque.", ("REJECT", [], ["Luis Choque"])),
        ("Chad accused Togo of fraud. Togo denied the charge.", ("REJECT", ["Togo"], ["Chad"])),
        ("Chad asked Ana Ruiz to hand over papers. Ruiz refused.", ("REJECT", ["Ana Ruiz"], ["Chad"])),
        ("Chad arrested three Ghanaian men. Ghana demanded their release.", ("REQUEST", ["Ghana"], ["Chad"])),
        ("Chad attacked Niger on Monday and Togo condemned the raid.", ("ACCUSE", ["Togo"], ["Chad"])),
        (
            "Togo filed a lawsuit against Juan Paz. The lawsuit was filed by Bo Lin on behalf of the Farm Union.",
            ("ACCUSE", ["Bo Lin", "Farm Union"], ["Juan Paz"]),
        ),
        (
            "On her tours in Chad, Togo, Ghana, and Benin, Laura Richter praised farmers.",
            ("CONSULT", ["Laura Richter"], ["Chad", "Togo", "Ghana", "Benin"]),
        ),
        (
            "A spokesman for Prime Minister Ali Hassan said Chad had violated its airspace and called for an apology.",
            ("REQUEST", ["Ali Hassan"], []),
        ),
        (
            "The Parliament of Togo voted. President Ana Ruiz suspended parliament.",
            ("COERCE", ["Ana Ruiz"], ["Parliament of Togo"]),
        ),
    ],
)
def test_parties_stand_in_what_the_text_told_before(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


def test_a_tour_of_several_countries_is_no_meeting_with_one(read: Read) -> None:
    told = "Ana Ruiz met Juan Paz on Monday. Her tour of Chad and Togo was long."
    expected = [("CONSULT", ["Ana Ruiz", "Juan Paz"], []), ("CONSULT", ["Ana Ruiz"], ["Chad", "Togo"])]
    assert events(read(told, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Speaking in Lima on Monday, Ana Ruiz accused Chad of fraud.", "Lima"),
        ("Envoys met in Niamey for a summit where Ana Ruiz and Bo Lin signed the pact.", "Niamey"),
        ("A minister of Togo, Ana Ruiz, signed the contract in Oslo.", "Oslo"),
        ("Ana Ruiz flew to Quito, where she sued Chad.", "Quito"),
        ("Chad's rise is told in Peru's account, where Ana Ruiz accused Chad of fraud.", None),
    ],
)
def test_an_act_takes_place_where_its_speaker_or_its_summit_is(read: Read, text: str, place: str | None) -> None:
    statements = [s for s in read(text, PUBLISHED).statements if isinstance(s.detail, EventDetail)]
    assert [s.place.text if s.place else None for s in statements][-1] == place


@pytest.mark.parametrize(
    "text",
    [
        "The minister, Ana Ruiz, signed a 20-year concession for the port of Ilo with Halden Shipping.",
        "Ana Ruiz signed an agreement on trade with Halden Shipping.",
    ],
)
def test_who_signs_a_paper_with_another_does_so_whatever_it_is_for(read: Read, text: str) -> None:
    assert events(read(text), "SUPPORT") == [("SUPPORT", ["Ana Ruiz", "Halden Shipping"], [])]


def test_what_somebody_denies_is_no_body(read: Read) -> None:
    text = "Paz said that Ana Ruiz sits on the board of Halden Shipping. Ruiz denied it."
    assert events(read(text), "REJECT") == [("REJECT", ["Ana Ruiz"], [])]


@pytest.mark.parametrize(
    "text",
    [
        "Togo rejected claims that it had pressed Ghana to drop the case.",
        "Togo rejected a report that its army had attacked Ghana.",
        "Togo dismissed allegations that it had jailed Ana Ruiz.",
    ],
)
def test_what_is_told_in_words_that_somebody_rejects_is_denied(read: Read, text: str) -> None:
    told = {str(s.detail.category): s.modality for s in read(text).statements if isinstance(s.detail, EventDetail)}
    assert told.pop("REJECT") is Modality.ASSERTED
    assert set(told.values()) <= {Modality.DENIED}
