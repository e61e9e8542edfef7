"""Names of one thing that differ in spelling."""

import pytest

from palanca.records import (
    Category,
    Document,
    EventDetail,
    Finding,
    FindingKind,
    Identity,
    RoleName,
    Schema,
    Severity,
    Statement,
)
from tests.analysis.audit.making import claim, each_alone, filler, found, ledger, paper, thing, told

VARIANT = FindingKind.NAME_VARIANT


def named(*names: str, schema: Schema = Schema.PERSON) -> tuple[list[Document], list[Statement], Identity]:
    """One thing under these names, each in a paper of its own."""
    one = thing(names[0], schema, *names[1:])
    papers = [paper(f"paper {i}", f"{name} spoke.") for i, name in enumerate(names)]
    statements = [
        told(document, EventDetail(category=Category.CONSULT), [(RoleName.ACTOR, filler(document, one, name))])
        for document, name in zip(papers, names, strict=True)
    ]
    return papers, statements, one


def findings(*names: str, schema: Schema = Schema.PERSON) -> list[Finding]:
    papers, statements, one = named(*names, schema=schema)
    return found(VARIANT, each_alone(statements, papers, [one]))


def test_a_surname_in_two_spellings() -> None:
    papers, statements, one = named("Ibrahim Rajput", "Ibrahim Rajpoot")
    assert found(VARIANT, each_alone(statements, papers, [one])) == [
        Finding(
            kind=VARIANT,
            severity=Severity.LOW,
            text="Ibrahim Rajput is spelled in 2 ways: “Ibrahim Rajpoot” in 1 document and “Ibrahim Rajput” in 1 "
            "document.",
            statements=tuple(statement.id for statement in statements),
            claims=tuple(claim(statement).id for statement in statements),
        )
    ]


def test_the_more_frequent_spelling_comes_first() -> None:
    one = thing("Ibrahim Rajput", Schema.PERSON, "Ibrahim Rajpoot")
    names = ("Ibrahim Rajpoot", "Ibrahim Rajput", "Ibrahim Rajput")
    papers = [paper(f"paper {i}", f"{name} spoke ({i}).") for i, name in enumerate(names)]
    detail = EventDetail(category=Category.CONSULT)
    statements = [
        told(document, detail, [(RoleName.ACTOR, filler(document, one, name))])
        for document, name in zip(papers, names, strict=True)
    ]
    audited = ledger([claim(*statements)], statements, papers, [one])
    assert [finding.text.split(": ")[1] for finding in found(VARIANT, audited)] == [
        "“Ibrahim Rajput” in 2 documents and “Ibrahim Rajpoot” in 1 document."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Osama bin Laden", "Usama bin Ladin"), ("Mohamed Diop", "Mohammed Diop"), ("Jhon Pérez", "John Pérez")],
)
def test_given_names_and_transliterations(one: str, other: str) -> None:
    assert len(findings(one, other)) == 1


def test_another_first_letter_may_be_another_person() -> None:
    assert [one.severity for one in findings("Luis Fernández", "Luis Hernández")] == [Severity.MEDIUM]


def test_a_company_in_two_spellings_whatever_its_legal_form() -> None:
    assert len(findings("Cosmo Shiping", "Cosmo Shipping Ltd", schema=Schema.COMPANY)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Núñez", "Jose Nunez"),
        ("Ana Ruiz", "Ana María Ruiz"),
        ("Ana Ruiz", "A. Ruiz"),
        ("Ana Ruiz", "Ruiz"),
        ("Ana Ruiz", "Ana Ruiz's"),
        ("William Clark", "Bill Clark"),
    ],
)
def test_parts_initials_accents_and_short_names_are_no_variants(one: str, other: str) -> None:
    assert not findings(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "Ministry of Defense"),
        ("Volta Freight Inc", "Volta Freight Ltd"),
        ("Syria Army", "Syrian Army"),
        ("Armed Force", "Armed Forces"),
        ("Democrats", "Democratic"),
        ("Group 7", "Group 8"),
    ],
)
def test_forms_of_a_word_and_accepted_spellings_are_no_variants(one: str, other: str) -> None:
    assert not findings(one, other, schema=Schema.ORGANIZATION)


def test_a_spelling_that_no_document_has_is_left_out() -> None:
    papers, statements, _ = named("Ibrahim Rajput")
    known = thing("Ibrahim Rajput", Schema.PERSON, "Ibrahim Rajpoot")
    assert not found(VARIANT, each_alone(statements, papers, [known]))
