"""Times in words, as precise as they are known."""

import pytest

from palanca.exchange.dossier.times import said_if_time, said_time
from palanca.exchange.dossier.words import Language, words_of
from palanca.records import Time

ENGLISH, SPANISH = words_of(Language.ENGLISH), words_of(Language.SPANISH)


@pytest.mark.parametrize(
    ("edtf", "english", "spanish"),
    [
        ("2025-03-14", "14 March 2025", "14 de marzo de 2025"),
        ("2025-03", "March 2025", "marzo de 2025"),
        ("2025", "2025", "2025"),
        ("202X", "2020s", "década de 2020"),
        ("19XX", "1900–1999", "1900–1999"),
        ("2025-21", "spring 2025", "primavera de 2025"),
        ("2025-03-14?", "perhaps 14 March 2025", "quizá el 14 de marzo de 2025"),
        ("2025~", "about 2025", "hacia 2025"),
        ("2025-03%", "perhaps about March 2025", "quizá hacia marzo de 2025"),
        ("2025-03-14/2025-03-16", "14–16 March 2025", "14–16 de marzo de 2025"),
        ("2025-03-14/2025-04-02", "14 March 2025 – 2 April 2025", "14 de marzo de 2025 – 2 de abril de 2025"),
        ("2025-03-14~/2025-03-16", "about 14 March 2025 – 16 March 2025",
         "hacia el 14 de marzo de 2025 – 16 de marzo de 2025"),
        ("2021/..", "since 2021", "desde 2021"),
        ("2021-05-03/..", "since 3 May 2021", "desde el 3 de mayo de 2021"),
        ("/2021-05", "until May 2021", "hasta mayo de 2021"),
        ("2021/", "from 2021 at the latest", "desde 2021 a más tardar"),
        ("2021-05-03~/..", "since about 3 May 2021", "desde hacia el 3 de mayo de 2021"),
    ],
)  # fmt: skip
def test_times_are_worded_in_both_languages(edtf: str, english: str, spanish: str) -> None:
    time = Time.parse(edtf)
    assert (said_time(time, ENGLISH), said_time(time, SPANISH)) == (english, spanish)


def test_what_is_no_time_stays_as_it_is() -> None:
    assert said_if_time("long ago", SPANISH) == "long ago"
    assert said_if_time("2021-05-03 to 2021-05-05", SPANISH) == "3–5 de mayo de 2021"
