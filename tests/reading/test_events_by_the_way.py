"""Acts told beside other words: by participles, names in apposition, joined bodies, and verbs of law and pardon."""

import pytest

from palanca.records import Kind
from tests.reading.test_events import PUBLISHED, Event, Read, events, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a blow strikes
        ("Chad fired rockets targeting Togolese troops on Monday.", ("ASSAULT", ["Chad"], ["Togo"])),
        # who is joined to a name, past what renames it or what stands in it
        ("Chad, the host, and Togo, which has a port, were asked to join.", ("REQUEST", [], ["Chad", "Togo"])),
        (
            "On Thursday, the Civil Rights Union of Bolivia and Land Defence Fund sued Peru.",
            ("ACCUSE", ["Civil Rights Union of Bolivia", "Land Defence Fund"], ["Peru"]),
        ),
        # a past that was taken for a participle
        (
            "The move came after Ana Ruiz, a federal judge, ordered that the ballots be counted.",
            ("REQUEST", ["Ana Ruiz"], []),
        ),
        # pardons, also behind a name with a title of its own
        ("President Omar Diallo issued a series of pardons on Monday.", ("CONCEDE", ["Omar Diallo"], [])),
        (
            "President Omar Diallo granted Ana Ruiz, formerly the ministry's chief of staff, a full pardon.",
            ("CONCEDE", ["Omar Diallo"], ["Ana Ruiz"]),
        ),
        # votes, campaigns, drafts and rulings
        ("Senator Ana Ruiz ended her bid for the party's nomination.", ("RETREAT", ["Ana Ruiz"], [])),
        ('Ana Ruiz called Omar Diallo a "decent man".', ("SUPPORT", ["Ana Ruiz"], ["Omar Diallo"])),
        ("Governor Ana Ruiz delayed the election until June.", ("CONCEDE", ["Ana Ruiz"], [])),
        ("The Senate of Chad confirmed Ana Ruiz as a judge.", ("SUPPORT", ["Senate of Chad"], ["Ana Ruiz"])),
        ("Senator Ana Ruiz introduced a bill on Monday.", ("REQUEST", ["Ana Ruiz"], [])),
        (
            "The Supreme Court of Chad ruled Ana Ruiz lacked the authority.",
            ("REJECT", ["Supreme Court of Chad"], ["Ana Ruiz"]),
        ),
        # what a verb takes for true is told, though it was not done
        ("Ana Ruiz noted that the Senate of Chad did not ratify the pact.", ("REJECT", ["Senate of Chad"], [])),
        # who stands beside, behind a day, or in a paper
        (
            "On Monday, Ruiz, along with Senator Omar Diallo of Togo, introduced a bill.",
            ("REQUEST", ["Ruiz", "Omar Diallo"], []),
        ),
        ("Ruiz was condemned in a joint statement by Peru and Togo.", ("ACCUSE", ["Peru", "Togo"], ["Ruiz"])),
        ("Chad sent a letter of support to Togo.", ("SUPPORT", ["Chad"], ["Togo"])),
        # who announces that it was done, and who does it in his country's name
        (
            "The Chess Federation of Iran announced Ana Ruiz was banned.",
            ("COERCE", ["Chess Federation of Iran"], ["Ana Ruiz"]),
        ),
        (
            'President Omar Diallo of Chad said, "The Republic of Chad deeply regrets this disastrous mistake."',
            ("SUPPORT", ["Omar Diallo"], []),
        ),
        ("Governor Ana Ruiz implemented a curfew in June.", ("COERCE", ["Ana Ruiz"], [])),
        # the means of who sends them
        ("Governor Ana Ruiz deployed the National Guard.", ("MOBILIZE", ["Ana Ruiz"], [])),
    ],
)  # fmt: skip
def test_act_told_beside_other_words(read: Read, text: str, expected: Event) -> None:
    assert expected in events(read(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The senate of Chad approved a bill legalising the drug in 2018.", "CONCEDE"),
        ("The senate of Chad voted against confirming Ana Ruiz.", "SUPPORT"),
        ('"A state must protect its citizens," President Omar Diallo said.', "REQUEST"),
        ("President Omar Diallo of Chad claimed that Chad only defends its borders.", "ACCUSE"),
        ("Togo justified the claim with old maps.", "SUPPORT"),
        ("President Omar Diallo put Ana Ruiz in charge of the fleet.", "ACCUSE"),
    ],
)
def test_what_is_only_content_opposed_or_a_maxim_is_no_act(read: Read, text: str, category: str) -> None:
    assert category not in {e[0] for e in events(read(text, PUBLISHED))}


def test_meeting_to_discuss_is_one_meeting(read: Read) -> None:
    text = "Ministers Ana Ruiz of Peru and Omar Diallo of Chad gathered in Lima on Monday to discuss the border."
    assert [e[0] for e in events(read(text, PUBLISHED))] == ["CONSULT"]


def test_headline_that_ends_in_a_quotation_mark_is_told_by_its_text(read: Read) -> None:
    headline = "Chad admits downing Togolese jet, cites 'human error'"
    text = f"{headline}\n\nOn Saturday, Chad shot down a Togolese jet near the border.\n"
    told = [s for s in statements(read(text, PUBLISHED)) if s.kind is Kind.EVENT]
    assert told
    assert all(s.span.start > len(headline) for s in told)


def test_what_is_put_off_to_a_day_is_not_done_then(read: Read) -> None:
    text = "Governor Ana Ruiz extended the lockdown to June 1 on Thursday."
    told = [str(s.time) for s in statements(read(text, PUBLISHED)) if s.kind is Kind.EVENT]
    assert told == ["2019-07-04"]


def test_who_serves_a_term_is_told_with_his_arrest(read: Read) -> None:
    text = "President Omar Diallo was jailed in 2018 and served half his sentence."
    assert events(read(text, PUBLISHED)) == [("COERCE", [], ["Omar Diallo"])]


def test_whom_a_text_is_about_is_nobody_private(read: Read) -> None:
    headline = "The long trial of Ana Ruiz"
    text = "Ana Ruiz was charged with fraud.\n"
    assert events(read(f"{headline}\n\n{text}", PUBLISHED)) == [("ACCUSE", [], ["Ana Ruiz"])]
    assert events(read(text, PUBLISHED)) == []
