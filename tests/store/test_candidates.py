"""Of which schemata a thing must be to stand for a variable of a pattern."""

from palanca.analysis.patterns.pattern import Leg, Measured, Pattern, Variable, Way
from palanca.records import Kind, Schema
from palanca.records.query import EVERYTHING
from palanca.store.candidates import schemata_of

FIRM, BODY, GROUP = Schema.COMPANY, Schema.PUBLIC_BODY, Schema.ORGANIZATION


def leg(name: str, *ways: Variable) -> Leg:
    return Leg(name=name, ways=tuple(Way(kind=Kind.TIE, query=EVERYTHING, variables=(one,)) for one in ways))


def pattern(*legs: Leg) -> Pattern:
    return Pattern(name="own", asks="", legs=legs, reads="", innocent="")


def test_schemata_that_a_leg_asks_for_in_each_of_its_ways_hold_of_the_variable() -> None:
    contact = leg("contact", Variable(name="firm", schemata=(FIRM,)), Variable(name="firm", schemata=(GROUP,)))
    post = leg("post", Variable(name="firm"))
    assert schemata_of(pattern(contact, post)) == {"firm": {FIRM, GROUP}}


def test_schemata_of_several_legs_hold_together() -> None:
    contact = leg("contact", Variable(name="firm", schemata=(FIRM, GROUP)))
    post = leg("post", Variable(name="firm", schemata=(GROUP, BODY)))
    assert schemata_of(pattern(contact, post)) == {"firm": {GROUP}}


def test_schemata_of_one_way_alone_bind_nobody_and_those_of_a_country_bind_its_people() -> None:
    contact = leg("contact", Variable(name="firm", schemata=(FIRM,)), Variable(name="firm"))
    visit = leg("visit", Variable(name="guest", schemata=(BODY,), by=Measured.COUNTRY))
    assert schemata_of(pattern(contact, visit)) == {}
