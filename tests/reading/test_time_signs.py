"""A pattern of time phrases is tried only where one of its signs stands, so none may match without them."""

import re
from pathlib import Path

import pytest

from palanca.reading.time_matches import FIGURE
from palanca.reading.time_wordings import wording

PHRASES = {
    "en": """On Monday, May 3, 2021, and on 4 May; on the 5th. 2021-05-06 or 07/05/2021. In Sept. 2020 and
    last June. In spring 2020, since last winter. Yesterday, last night, two days ago, this past
    weekend, earlier this week, later in the day, that same year, the following month, the previous
    week. The day after. The day before. Over the weekend. Since then. In three weeks' time. Four years
    later, six months earlier. A decade before. Over the last two years. From 2011-14. In the 1990s, the
    '80s and the early thirties. In the 19th century. The first half of 2019 and Q3 2020.""",
    "es": """El lunes 3 de mayo de 2021 y el 4 de mayo; el pasado día 5. 2021-05-06 o 07/05/2021. En sept. de
    2020 y en junio pasado. Ayer, la semana pasada, el próximo año, el mismo día, el día siguiente, el
    año anterior. La víspera. Desde entonces. Hace dos años, tres días atrás, dentro de tres días, un
    mes después, dos semanas antes, en los últimos cuatro años. En 2011-14. En la década de los noventa,
    los años 80, el siglo XIX y el primer trimestre de 2020.""",
}


@pytest.mark.parametrize("language", PHRASES)
def test_whatever_a_pattern_matches_has_one_of_its_signs(language: str) -> None:
    text = PHRASES[language] + Path(__file__).parents[1].joinpath("golden/dispatches.yaml").read_text(encoding="utf-8")
    matches = [(one, match) for one in wording(language).patterns for match in one.words.finditer(text)]
    words = [re.findall(r"\w+", match.group().lower()) for _, match in matches]
    told = [{FIGURE if word[0].isdigit() else word for word in found} for found in words]
    assert [match for (one, match), signs in zip(matches, told, strict=True) if one.signs.isdisjoint(signs)] == []
    assert {id(one) for one, _ in matches} == {id(one) for one in wording(language).patterns}
