"""The demo case holds what its question needs."""

import re
from datetime import date, timedelta
from importlib.resources import files

import pytest

from palanca.demo import QUESTION, papers
from palanca.lexicon.countries import country
from palanca.sources.plain import split_front_matter


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    with papers() as folder:
        return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "dispatches").iterdir())}


def test_nineteen_dispatches_are_english_and_five_spanish(texts: dict[str, str]) -> None:
    languages = [split_front_matter(text)[0].language for text in texts.values()]
    assert (languages.count("en"), languages.count("es"), len(languages)) == (19, 5, 24)


def test_each_dispatch_says_what_when_and_where_from(texts: dict[str, str]) -> None:
    imprints = [split_front_matter(text)[0] for text in texts.values()]
    assert all(i.title and i.published and i.outlet for i in imprints)
    assert len({i.title for i in imprints}) == len(imprints)


def test_each_dispatch_is_short_and_not_a_stub(texts: dict[str, str]) -> None:
    lengths = {name: len(split_front_matter(text)[1].split()) for name, text in texts.items()}
    assert {name: n for name, n in lengths.items() if not 80 <= n <= 250} == {}


def test_dispatches_come_from_at_least_eight_countries(texts: dict[str, str]) -> None:
    assert len({name.split("-")[0] for name in texts}) >= 8


def test_four_dispatches_of_the_window_tell_of_meetings(texts: dict[str, str]) -> None:
    first = QUESTION.around - timedelta(days=QUESTION.before_days)
    name = country(QUESTION.country).name
    telling = []
    for file, text in texts.items():
        imprint, body = split_front_matter(text)
        published = date.fromisoformat(str(imprint.published))
        met = re.search(r"\b(met|received|toured|signed)\b", body)
        if first <= published <= QUESTION.around and name in body and met:
            telling.append(file)
    assert len(telling) >= 4


def test_readme_says_that_all_is_invented() -> None:
    assert "invented" in (files("palanca.demo") / "README.md").read_text(encoding="utf-8")
