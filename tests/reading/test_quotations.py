"""Quotations: whose words, by which cue, and exactly which words."""

import pytest

from palanca.records import Kind, Modality, QuotationDetail, Reading, Statement
from tests.reading.conftest import Read

type Told = tuple[str | None, str, str, bool]


def quotations(reading: Reading) -> list[Statement]:
    return [s for s in reading.statements if s.kind is Kind.QUOTATION]


def told(reading: Reading) -> list[Told]:
    """Speaker, cue, content and directness of every quotation, in order."""
    found: list[Told] = []
    for s in quotations(reading):
        assert isinstance(s.detail, QuotationDetail)
        speaker = s.speaker.text if s.speaker else None
        found.append((speaker, s.detail.cue, s.span.of(reading.document.text), s.detail.direct))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will repay every shilling," Grace Mwale said on Monday.',
            ("Grace Mwale", "said", "We will repay every shilling", True),
        ),
        (
            "“The harbour is open,” said Peter Olsen.",
            ("Peter Olsen", "said", "The harbour is open", True),
        ),
        (
            "Maria Silva told reporters: “The vote was fair.”",
            ("Maria Silva", "told", "The vote was fair.", True),
        ),
        (
            "'It was a gift,' Peter Olsen said.",
            ("Peter Olsen", "said", "It was a gift", True),
        ),
        (
            "«The border stays closed», declared Maria Silva.",
            ("Maria Silva", "declared", "The border stays closed", True),
        ),
        (
            "“No comment,” said Peter Olsen.",
            ("Peter Olsen", "said", "No comment", True),
        ),
    ],
    ids=["after", "inverted", "before", "single marks", "guillemets", "without a verb"],
)
def test_direct_speech_is_what_stands_between_the_marks(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == [expected]


def test_interrupted_speech_is_one_quotation_for_each_stretch(read: Read) -> None:
    reading = read('"I am no thief," Maria Silva wrote on Facebook, "and I never was."')
    assert told(reading) == [
        ("Maria Silva", "wrote", "I am no thief", True),
        ("Maria Silva", "wrote", "and I never was.", True),
    ]


def test_speech_that_goes_on_after_its_cue_keeps_the_speaker(read: Read) -> None:
    reading = read('"The mine is safe," said Peter Olsen. "Nobody was hurt."')
    assert told(reading) == [
        ("Peter Olsen", "said", "The mine is safe", True),
        ("Peter Olsen", "said", "Nobody was hurt.", True),
    ]


def test_a_quotation_of_two_paragraphs_keeps_the_speaker(read: Read) -> None:
    reading = read("Maria Silva said: “The dam is full.\n\n“It will not break.”")
    assert told(reading) == [
        ("Maria Silva", "said", "The dam is full.", True),
        ("Maria Silva", "said", "It will not break.", True),
    ]


def test_words_quoted_within_words_are_quoted_too(read: Read) -> None:
    reading = read("Maria Silva told reporters: “I resigned, and President Banda said, ‘We will miss you.’”")
    assert [content for _, _, content, _ in told(reading)] == [
        "I resigned, and President Banda said, ‘We will miss you.’",
        "We will miss you.",
    ]


def test_a_judgement_gives_its_speaker_to_the_sentence_quoted_behind_it(read: Read) -> None:
    reading = read('Peter Olsen criticized the law on Friday. "It is a gift to smugglers and it will cost us dearly."')
    assert told(reading) == [
        ("Peter Olsen", "criticized", "It is a gift to smugglers and it will cost us dearly.", True)
    ]


def test_a_word_in_quotation_marks_is_no_quotation(read: Read) -> None:
    assert told(read('Norway joined the "coalition of the willing" in May.')) == []


def test_marks_around_a_part_of_the_clause_make_it_no_direct_speech(read: Read) -> None:
    reading = read("Maria Silva said the port was “a matter of life and death.”")
    assert told(reading) == [("Maria Silva", "said", "the port was “a matter of life and death.”", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said that the road was closed.", ("Kenya", "said", "the road was closed", False)),
        ("The road was closed, Maria Silva said.", ("Maria Silva", "said", "The road was closed", False)),
        ("Ghana urged Togo to open the road.", ("Ghana", "urged", "to open the road", False)),
        ("Ghana called for Togo to open the road.", ("Ghana", "called for", "Togo to open the road", False)),
        ("Ghana called on Togo to open the road.", ("Ghana", "called on", "to open the road", False)),
        ("Maria Silva vowed not to resign.", ("Maria Silva", "vowed", "not to resign", False)),
        ("Maria Silva denied taking the money.", ("Maria Silva", "denied", "taking the money", False)),
        ("Ghana accused Togo of hiding the ship.", ("Ghana", "accused", "hiding the ship", False)),
        ("Maria Silva pointed out the road was closed.", ("Maria Silva", "pointed out", "the road was closed", False)),
        (
            "According to Maria Silva, the road was closed.",
            ("Maria Silva", "According to", "the road was closed", False),
        ),
        (
            "The road was closed on Monday, according to Maria Silva.",
            ("Maria Silva", "according to", "The road was closed on Monday", False),
        ),
        (
            "Ghana voiced concern that the road was closed.",
            ("Ghana", "voiced concern", "the road was closed", False),
        ),
    ],
)
def test_reported_speech_is_the_whole_clause(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == [expected]


def test_a_second_cue_begins_a_second_quotation(read: Read) -> None:
    reading = read("Maria Silva said that she met the banker but denied that she took the money.")
    assert [(cue, content) for _, cue, content, _ in told(reading)] == [
        ("said", "she met the banker"),
        ("denied", "she took the money"),
    ]


def test_a_source_without_a_name_speaks_as_described(read: Read) -> None:
    reading = read("A source close to the talks said the price was too high.")
    assert told(reading) == [("A source close to the talks", "said", "the price was too high", False)]


def test_officials_speak_as_described_and_not_as_their_country(read: Read) -> None:
    assert told(read("Kenyan officials said the road was closed."))[0][0] == "Kenyan officials"


def test_a_statement_speaks_for_whoever_issued_it(read: Read) -> None:
    reading = read("Maria Silva resigned in a statement on Monday. The statement said the road was closed.")
    assert told(reading) == [("Maria Silva", "said", "the road was closed", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Silva did not say that the road was closed.",
        "Maria Silva could say that the road was closed.",
        "Maria Silva declined to say that the road was closed.",
        "Did Maria Silva say that the road was closed?",
        "It is said that the road was closed.",
        "Maria Silva praised the plan.",
        "The road was built according to plan.",
    ],
)
def test_what_nobody_said_is_no_quotation(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_a_heading_tells_no_quotation(read: Read) -> None:
    reading = read("Togo tells Ghana to open the road\n\nThe road has been closed since May.")
    assert told(reading) == []


def test_only_the_spokesman_is_quoted_where_an_agency_passes_on_his_words(read: Read) -> None:
    reading = read("Reuters reported that Peter Olsen said the road was closed.")
    assert told(reading) == [("Peter Olsen", "said", "the road was closed", False)]


def test_a_quotation_is_asserted_and_dated_like_its_cue(read: Read) -> None:
    reading = read("Maria Silva said on 3 March 2021 that the road was closed.", "2021-03-05")
    (quotation,) = quotations(reading)
    assert (quotation.modality, str(quotation.time)) == (Modality.ASSERTED, "2021-03-03")


def test_what_somebody_goes_on_to_say_is_said_about_then(read: Read) -> None:
    reading = read(
        "On Monday Maria Silva told reporters that the vote was fair.\n\n"
        '"Nobody was turned away," Silva said.\n\n'
        '"Thousands were," said Peter Olsen. Silva replied: "Name one."',
        published="2024-06-12",
    )
    assert [str(s.time) if s.time else None for s in quotations(reading)] == ["2024-06-10", "2024-06-10~", None, None]


def test_what_somebody_does_by_going_on_is_done_then(read: Read) -> None:
    reading = read(
        "Minister Kojo Mensah told parliament on Monday that the raids had gone on for months.\n\n"
        '"We condemn Togo for these attacks," Mensah said.',
        published="2024-06-12",
    )
    (blame,) = (s for s in reading.statements if s.kind is Kind.EVENT and "condemn" in s.span.of(reading.document.text))
    assert (str(blame.time), blame.modality) == ("2024-06-10~", Modality.ASSERTED)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The villages had, the mayor of Quito said, lost all their wells.", "lost all their wells"),
        (
            "The Quito Herald reported the landing at Manta, which has a short runway, was a mistake.",
            "the landing at Manta, which has a short runway, was a mistake",
        ),
    ],
)
def test_what_is_told_has_a_verb_and_its_subject(read: Read, text: str, content: str) -> None:
    assert [words for _, _, words, _ in told(read(text))] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The bank announced a loan and Mali is taxing fuel.",
        "Peru, Chile, and Cuba have pledged loans and Mali is taxing certain firms for its roads.",
        "The tour met strong winds requiring a stop in Manta to mend the engine.",
    ],
)
def test_what_is_pledged_or_required_is_no_clause_behind_it(read: Read, text: str) -> None:
    assert told(read(text)) == []


def test_a_paper_that_passes_on_a_mayor_is_not_said_to_say_that_he_says(read: Read) -> None:
    found = told(read("Ten people were hurt in the town of Manta, the Quito Herald reported the mayor said."))
    assert [words for _, _, words, _ in found] == ["Ten people were hurt in the town of Manta"]


def test_a_study_of_a_country_speaks_for_itself(read: Read) -> None:
    found = told(read("A Chilean study came out on Monday. The study notes that the pay rose."))
    assert [speaker for speaker, _, _, _ in found] == ["The study"]
