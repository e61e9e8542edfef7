"""Signs: an entity meets others by them alone."""

from palanca.identity import Profile, blocks, blocks_of_sign, signs
from palanca.records import Schema
from tests.identity.making import body, profile


def blocks_by_signs(shown: Profile) -> set[str]:
    return {block for sign in signs(shown) for block in blocks_of_sign(sign)}


def test_who_bears_the_same_names_has_the_same_sign() -> None:
    one = profile("Amina Diallo", "a", names=("Amina B. Diallo",), companions=("otto lund",))
    other = profile("Amina B. Diallo", "b", names=("Amina Diallo",), country="GIN")
    assert list(signs(one)) == list(signs(other))


def test_a_person_and_a_body_of_one_name_have_two_signs() -> None:
    assert set(signs(profile("Adenauer", "a"))).isdisjoint(signs(body("Adenauer", "b")))


def test_signs_of_people_lead_to_the_blocks_of_their_names_and_identifiers() -> None:
    shown = profile("José  García", "a", names=("J. García Márquez",), identifiers=("passport:PE/12",))
    assert blocks_by_signs(shown) == set(blocks(shown))


def test_signs_of_bodies_lead_to_the_blocks_of_their_names() -> None:
    shown = body("Ministry of Works", "a", names=("MoW",))
    assert blocks_by_signs(shown) == set(blocks(shown))


def test_the_sign_of_a_place_is_the_block_in_which_it_stands() -> None:
    assert list(signs(profile("Kenya", "a", schema=Schema.PLACE, country="KEN"))) == ["country:KEN"]


def test_what_can_be_one_with_nothing_has_no_sign() -> None:
    assert list(signs(profile("Law 512", "a", schema=Schema.LAW))) == []
