from collections.abc import Callable

import pytest

from palanca.records import Kind, Reading, RoleName, TieDetail

type Read = Callable[..., Reading]


def ties(reading: Reading) -> set[tuple[str, str, str, str]]:
    """Source, kind, target and modality of every tie."""
    found = set()
    for statement in reading.statements:
        if statement.kind is Kind.TIE and isinstance(statement.detail, TieDetail):
            (source,), (target,) = statement.fillers(RoleName.SOURCE), statement.fillers(RoleName.TARGET)
            found.add((source.text, str(statement.detail.kind), target.text, str(statement.modality)))
    return found


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Liberal MP Ana Paz left.", ("Ana Paz", "member_of", "Liberal")),
        ("Labour MP (Member of Parliament) Ana Paz left.", ("Ana Paz", "member_of", "Labour")),
        ("Ana Paz of Oxfam left.", ("Ana Paz", "employee_of", "Oxfam")),
        ("Ana Paz from the victims' group Oxfam left.", ("Ana Paz", "employee_of", "Oxfam")),
        ("Ana Paz of the Green Front did not leave.", ("Ana Paz", "member_of", "Green Front")),
        ("The leader, Ana Paz, of the Green Front, left.", ("Ana Paz", "member_of", "Green Front")),
        ("Ana Paz worked for Senator Ivo Horta's Lagos office.", ("Ana Paz", "employee_of", "Ivo Horta")),
        (
            "Senator Ivo Horta's campaign received 2 million dollars from Volta Lines.",
            ("Volta Lines", "funds", "Ivo Horta"),
        ),
        ("Ana Paz heads the Labour Party.", ("Ana Paz", "member_of", "Labour Party")),
        ("Ana Paz resigned the leadership of the Labour Party.", ("Ana Paz", "member_of", "Labour Party")),
        (
            "Ana Paz is one of three runners for the Democratic Party's nomination.",
            ("Ana Paz", "member_of", "Democratic Party"),
        ),
        ("Ana Paz won the Republican nomination.", ("Ana Paz", "member_of", "Republican")),
        ("Ana Paz was a columnist for The New York Times.", ("Ana Paz", "employee_of", "The New York Times")),
        ("Ana Paz taught history at the University of Lagos.", ("Ana Paz", "employee_of", "University of Lagos")),
        ("Volta Lines is advised by the law firm Prado & Costa.", ("Volta Lines", "client_of", "Prado & Costa")),
        ("Senator Ana Paz (D-Ohio) left.", ("Ana Paz", "member_of", "Democratic Party")),
        ("Rep. Ana Paz (R) left.", ("Ana Paz", "member_of", "Republican Party")),
        ("MP Ana Paz (Green Front) left.", ("Ana Paz", "member_of", "Green Front")),
        ("Labour's Ana Paz left.", ("Ana Paz", "member_of", "Labour")),
        ("The Green Front's mayoral nominee Ana Paz left.", ("Ana Paz", "member_of", "Green Front")),
        ("Lawmaker Ana Paz from the opposition Green Front left.", ("Ana Paz", "member_of", "Green Front")),
        ("Ana Paz ran for governor as a Republican in 1982.", ("Ana Paz", "member_of", "Republican")),
        ("Ana Paz became a Democrat.", ("Ana Paz", "member_of", "Democrat")),
        ("Ana Paz will run in the Republican primary.", ("Ana Paz", "member_of", "Republican")),
        ("Ana Paz, the leader of the Green Front, left.", ("Ana Paz", "member_of", "Green Front")),
        ("Ana Paz is a co-founder of the Green Party.", ("Ana Paz", "member_of", "Green Party")),
        ("Ana Paz went on to serve in the Senate.", ("Ana Paz", "member_of", "Senate")),
        ("Ana Paz served on the Ways and Means Committee.", ("Ana Paz", "member_of", "Ways and Means Committee")),
        ("Ana Paz of Britain's Crime Agency left.", ("Ana Paz", "employee_of", "Crime Agency")),
        ("Ana Paz, a contributor to The New York Times, left.", ("Ana Paz", "employee_of", "The New York Times")),
        ("Reuters journalist Ana Paz left.", ("Ana Paz", "employee_of", "Reuters")),
        ("Ana Paz of Ohio and Ivo Horta of Utah, both Republicans, left.", ("Ana Paz", "member_of", "Republicans")),
        ("Senator Ana Paz and fellow Republican Ivo Horta left.", ("Ana Paz", "member_of", "Republican")),
        (
            "Ana Paz, the ranking Democrat on the Judiciary Committee, left.",
            ("Ana Paz", "member_of", "Judiciary Committee"),
        ),
        ("Ana Paz belongs to the ruling Green Front.", ("Ana Paz", "member_of", "Green Front")),
        ("Ana Paz lived in self-imposed exile in Togo.", ("Ana Paz", "located_in", "Togo")),
        ("Ana Paz filed the suit on behalf of the Senate.", ("Ana Paz", "represents", "Senate")),
        ("Ana Paz's tax preparer, Deloitte, left.", ("Ana Paz", "client_of", "Deloitte")),
        (
            "Volta Holding is an adviser to Ana Paz; Volta Holding S.A. left.",
            ("Ana Paz", "client_of", "Volta Holding S.A."),
        ),
        ("Ana Paz is seeking the Republican nomination.", ("Ana Paz", "member_of", "Republican")),
    ],
)
def test_tie_of_a_person_told_beside_the_name_is_read(read: Read, sentence: str, tie: tuple[str, str, str]) -> None:
    assert (*tie, "asserted") in ties(read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Judge Ana Paz of the Supreme Court left.",
        "Chelyabinsk regional Deputy Governor Ana Paz left.",
        "Liberal hopes were low when Ana Paz left.",
        "The leader of the Labour Party is appointed by the queen, currently Ana Paz.",
    ],
)
def test_words_near_a_name_make_nobody_a_member(read: Read, sentence: str) -> None:
    assert ties(read(sentence)) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ivo Horta and his wife Lena Horta own a bank. Their son, Rui Horta, runs it.",
        "Ivo Horta and Lena Horta own a bank; their son Rui Horta runs it.",
        "Ivo Horta and his wife, Lena Horta, fled with their son, Rui Horta.",
    ],
)
def test_their_son_is_of_both(read: Read, sentence: str) -> None:
    family = {tie for tie in ties(read(sentence)) if tie[1] == "family"}
    assert family == {("Rui Horta", "family", parent, "asserted") for parent in ("Ivo Horta", "Lena Horta")}


def test_their_brother_behind_three_people_is_of_nobody(read: Read) -> None:
    assert ties(read("Ivo Sá, Jan Tan and Lena Paz own a bank; their brother Rui Sá runs it.")) == set()


def test_one_of_two_who_meet_claims_to_represent(read: Read) -> None:
    found = ties(read("Ana Paz arranged a meeting between Rui Horta, claiming to represent Volta Lines, and Ivo Sá."))
    assert found == {("Rui Horta", "represents", "Volta Lines", "reported")}


def test_marriage_told_twice_is_one_tie(read: Read) -> None:
    found = ties(read("Lena Paz is the wife of Jan Tan. Jan Tan wanted to marry Lena Paz in 2010."))
    assert [tie for tie in found if tie[1] == "spouse"] == [("Lena Paz", "spouse", "Jan Tan", "asserted")]
