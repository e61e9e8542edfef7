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
        # votes, drafts and rulings
        ("Governor Ana Ruiz delayed the election until June.", ("CONCEDE", ["Ana Ruiz"], [])),
        ("The Senate of Chad confirmed Ana Ruiz as a judge.", ("SUPPORT", ["Senate of Chad"], ["Ana Ruiz"])),
        ("Senator Ana Ruiz introduced a bill on Monday.", ("REQUEST", ["Ana Ruiz"], [])),
        (
            "The Supreme Court of Chad ruled Ana Ruiz lacked the authority.",
            ("REJECT", ["Supreme Court of Chad"], ["Ana Ruiz"]),
        ),
        # what a verb takes for true is told, though it was not done
        ("Ana Ruiz noted that the Senate of Chad did not ratify the pact.", ("REJECT", ["Senate of Chad"], [])),
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
