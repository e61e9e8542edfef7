from datetime import UTC, date, datetime

import pytest

from palanca.records import Time
from palanca.sources.dates import read_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2019-03-04", "2019-03-04"),
        ("2019-03", "2019-03"),
        ("2019~", "2019~"),
        ("2019/2020", "2019/2020"),
        (2019, "2019"),
        ("2019-03-04T23:10:00-05:00", "2019-03-04"),
        ("2019-03-04 23:10", "2019-03-04"),
        ("20190304", "2019-03-04"),
        ("2019/3/4", "2019-03-04"),
        ("17/04/2020", "2020-04-17"),
        ("04-17-2020", "2020-04-17"),
        ("05.05.2020", "2020-05-05"),
        ("Mon, 04 Mar 2019 10:00:00 GMT", "2019-03-04"),
        (date(2019, 3, 4), "2019-03-04"),
        (datetime(2019, 3, 4, 12, tzinfo=UTC), "2019-03-04"),
    ],
)
def test_dates_are_read_as_tables_and_pages_write_them(written: object, edtf: str) -> None:
    assert read_date(written) == Time.parse(edtf)


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2020",
        "yesterday",
        "",
        "0000-00-00",
        "0001-01-01",
        "2019-13-40",
        "31/31/2020",
        None,
        True,
        3.5,
        [],
        "9" * 500,
    ],
)
def test_what_is_not_surely_a_date_is_no_date(written: object) -> None:
    assert read_date(written) is None
