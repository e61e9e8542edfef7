"""Modality: on what footing an act stands, and in whose words."""

from collections.abc import Callable

import pytest

from palanca.reading.document import DocumentReader
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import is_unreal, modality_of, speaker_of
from palanca.reading.page import Page
from palanca.reading.trace import SILENT
from palanca.records import Modality
from tests.reading.conftest import document

type Open = Callable[[str, str], tuple[Page, Token]]


@pytest.fixture(scope="module")
def page_at(reader: DocumentReader) -> Open:
    """The page of a text, read by all readers, and the first token with a lemma."""

    def open_at(text: str, lemma: str) -> tuple[Page, Token]:
        doc = reader._parse(text, "en")  # modality is asked about pages, which a reading hides
        page = reader._page(document(text), doc, SILENT)
        return page, next(t for t in doc if t.lemma_ == lemma)

    return open_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya signed the treaty.", Modality.ASSERTED),
        ("Kenya began signing the treaty.", Modality.ASSERTED),
        ("Kenya managed to sign the treaty.", Modality.ASSERTED),
        ("Kenya announced that it had signed the treaty.", Modality.ASSERTED),
        ("Kenya did not sign the treaty.", Modality.DENIED),
        ("Kenya refused to sign the treaty.", Modality.DENIED),
        ("Kenya denied that it signed the treaty.", Modality.DENIED),
        ("Chad failed to disclose that Kenya signed the treaty.", Modality.ASSERTED),
        ("Chad did not mention that Kenya signed the treaty.", Modality.ASSERTED),
        ("Kenya does not plan to sign the treaty.", Modality.DENIED),
        ("Kenya will sign the treaty.", Modality.PLANNED),
        ("Chad left before Kenya signs the treaty.", Modality.PLANNED),
        ("Chad left before Kenya signed the treaty.", Modality.ASSERTED),
        ("Chad denounced a report by Togo that Kenya had signed the treaty.", Modality.REPORTED),
        ("Kenya is to sign the treaty.", Modality.PLANNED),
        ("Kenya plans to sign the treaty.", Modality.PLANNED),
        ("Chad said Kenya would sign the treaty.", Modality.PLANNED),
        ("Kenya decided to leave and sign the treaty.", Modality.PLANNED),
        ("Kenya said it had signed the treaty.", Modality.REPORTED),
        ("Kenya allegedly signed the treaty.", Modality.REPORTED),
        ("Kenya is said to have signed the treaty.", Modality.REPORTED),
        ("According to Chad, Kenya signed the treaty.", Modality.REPORTED),
        ("Chad accused Kenya of signing the treaty.", Modality.REPORTED),
        ("Kenya could sign the treaty.", Modality.HYPOTHETICAL),
        ("If Kenya signs the treaty, Chad will leave.", Modality.HYPOTHETICAL),
        ("Chad urged Kenya to sign the treaty.", Modality.HYPOTHETICAL),
        ("Chad doubts that Kenya signed the treaty.", Modality.HYPOTHETICAL),
    ],
)
def test_a_verb_stands_as_what_governs_it_says(page_at: Open, text: str, expected: Modality) -> None:
    assert modality_of(*page_at(text, "sign")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad held talks with Kenya.", Modality.ASSERTED),
        ("Chad will welcome the talks.", Modality.ASSERTED),
        ("No talks took place.", Modality.DENIED),
        ("Chad cancelled talks with Kenya.", Modality.DENIED),
        ("Chad failed to hold talks.", Modality.DENIED),
        ("Chad will hold talks with Kenya.", Modality.PLANNED),
        ("Talks are planned for May.", Modality.PLANNED),
        ("The planned talks in Chad are difficult.", Modality.PLANNED),
        ("The alleged talks were in Rome.", Modality.REPORTED),
        ("Chad is considering talks.", Modality.HYPOTHETICAL),
        ("Chad called for talks with Kenya.", Modality.HYPOTHETICAL),
    ],
)
def test_a_noun_stands_as_its_verb_and_its_adjectives_say(page_at: Open, text: str, expected: Modality) -> None:
    assert modality_of(*page_at(text, "talk")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad urged Kenya to sign the treaty.", True),
        ("Chad threatened to sign the treaty.", True),
        ("Kenya should sign the treaty.", True),
        ("Did Kenya sign the treaty?", True),
        ("Kenya plans to sign the treaty.", False),
        ("Kenya could sign the treaty.", False),
        ("Kenya signed the treaty.", False),
    ],
)
def test_wishes_threats_and_questions_are_unreal(page_at: Open, text: str, expected: bool) -> None:
    assert is_unreal(*page_at(text, "sign")) is expected


def test_the_speaker_is_whoever_says_the_words(page_at: Open) -> None:
    speaker = speaker_of(*page_at("“Kenya signed the treaty,” said Grace Mwale.", "sign"))
    assert speaker is not None
    assert speaker.text == "Grace Mwale"


def test_the_text_itself_is_no_speaker(page_at: Open) -> None:
    assert speaker_of(*page_at("Kenya signed the treaty.", "sign")) is None


def test_acts_told_in_direct_speech_are_reported(page_at: Open) -> None:
    text = "“Kenya signed the treaty on Monday,” Grace Mwale announced."
    assert modality_of(*page_at(text, "sign")) is Modality.REPORTED
