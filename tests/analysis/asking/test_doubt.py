"""What readers doubt, in questions that say nothing of it and in those that do."""

import pytest

from palanca.analysis.asking import query_of, sure_query_of
from palanca.records.query import All, surely


@pytest.mark.parametrize("line", ["", "kind:event", '"confidence: low"', 'who:"the confidence:1 fund"'])
def test_what_readers_doubt_stays_out(line: str) -> None:
    assert sure_query_of(line) == All(parts=(query_of(line), surely(0.5)))


@pytest.mark.parametrize("line", ["confidence:<0.5", "kind:event not (who:Adjavon or confidence:0.9)"])
def test_line_that_asks_about_doubt_says_itself_what_it_lets_in(line: str) -> None:
    assert sure_query_of(line) == query_of(line)
    assert sure_query_of(line, 0.2) == All(parts=(query_of(line), surely(0.2)))
