"""What names of bodies and titles of offices tell of the branch that somebody acts for."""

import pytest

from palanca.lexicon.branches import branch_meant, branch_of_body, branch_of_office
from palanca.records.query import Branch


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("Ministry of Police of Samoa", Branch.EXECUTIVE),
        ("Electoral Court of Uruguay", Branch.AUTONOMOUS),
        ("Supreme Court of Ghana", Branch.JUDICIARY),
        ("Congreso de la República", Branch.LEGISLATURE),
        ("Royal Thai Navy", Branch.ARMED_FORCES),
        ("Policía Nacional", Branch.POLICE),
        ("Volta Freight Ltd", Branch.COMPANY),
        ("Oslo City Council", Branch.LOCAL),
        ("Chamber of Commerce of Lomé", Branch.CIVIL_SOCIETY),
    ],
)
def test_name_of_a_body_tells_its_branch(name: str, branch: Branch) -> None:
    found = branch_of_body(name)
    assert found is not None
    assert found[0] is branch


def test_body_of_which_no_word_is_known_tells_none() -> None:
    assert branch_of_body("Blue Meridian") is None


@pytest.mark.parametrize(
    ("title", "branch"),
    [
        ("minister of justice", Branch.EXECUTIVE),
        ("president of the supreme court", Branch.JUDICIARY),
        ("vice president", Branch.EXECUTIVE),
        ("senator", Branch.LEGISLATURE),
        ("governor of the central bank", Branch.AUTONOMOUS),
        ("attorney general", Branch.AUTONOMOUS),
        ("rear admiral", Branch.ARMED_FORCES),
        ("embajadora", Branch.EXECUTIVE),
    ],
)
def test_title_tells_its_branch(title: str, branch: Branch) -> None:
    found = branch_of_office(title)
    assert found is not None
    assert found[0] is branch


def test_director_general_is_no_general() -> None:
    assert branch_of_office("director general") is None


@pytest.mark.parametrize(
    ("words", "branch"),
    [("congress", Branch.LEGISLATURE), ("the courts", Branch.JUDICIARY), ("Police", Branch.POLICE), ("Owusu", None)],
)
def test_word_for_bodies_of_a_branch_means_the_branch(words: str, branch: Branch | None) -> None:
    assert branch_meant(words) is branch
