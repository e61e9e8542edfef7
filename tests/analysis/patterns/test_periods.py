"""How long what a claim tells lasts, as far as its dates say."""

from datetime import date

import pytest

from palanca.analysis.patterns.periods import Period, period_of
from palanca.records import (
    Category,
    Detail,
    EventDetail,
    InstrumentDetail,
    InstrumentKind,
    OfficeDetail,
    OfficeStatus,
    TieDetail,
    TieKind,
    Time,
)

EVENT = EventDetail(category=Category.CONSULT)
OWNS = TieDetail(kind=TieKind.OWNS)


def held(start: str | None = None, end: str | None = None) -> Detail:
    began, ended = (Time.parse(one) if one else None for one in (start, end))
    return OfficeDetail(role="envoy", status=OfficeStatus.CURRENT, start=began, end=ended)


def law(valid: str | None) -> Detail:
    return InstrumentDetail(kind=InstrumentKind.LAW, title="Act", valid=Time.parse(valid) if valid else None)


def days(*ends: str | None) -> Period:
    first, last, ends_first, ends_last = (date.fromisoformat(end) if end else None for end in ends)
    return Period(begins_first=first, begins_last=last, ends_first=ends_first, ends_last=ends_last)


@pytest.mark.parametrize(
    ("detail", "time", "period"),
    [
        (EVENT, "2024-05", days("2024-05-01", "2024-05-31", "2024-05-01", "2024-05-31")),
        (EVENT, None, days(None, None, None, None)),
        (held(), "2024-05-02", days(None, "2024-05-02", "2024-05-02", None)),
        (held(), "2019/2022-05", days(None, "2019-12-31", "2022-05-01", None)),
        (held("2019", "2021-06-30"), None, days("2019-01-01", "2019-12-31", "2021-06-30", "2021-06-30")),
        (held("2019"), "2022-03-01", days("2019-01-01", "2019-12-31", "2022-03-01", None)),
        (held(None, "2021"), None, days(None, "2021-12-31", "2021-01-01", "2021-12-31")),
        (OWNS, "2010/2015", days("2010-01-01", "2010-12-31", "2015-01-01", "2015-12-31")),
        (OWNS, "2010/..", days("2010-01-01", "2010-12-31", "2010-01-01", None)),
        (OWNS, "../2015", days(None, "2015-12-31", "2015-01-01", "2015-12-31")),
        (OWNS, "2012", days(None, "2012-12-31", "2012-01-01", None)),
        (law("2024"), "2023-12-01", days("2024-01-01", "2024-01-01", "2024-12-31", "2024-12-31")),
        (law("2024-01/2024-06"), None, days("2024-01-01", "2024-01-31", "2024-06-01", "2024-06-30")),
        (law(None), "2023-12-01", days("2023-12-01", "2023-12-01", "2023-12-01", None)),
    ],
)
def test_period_is_as_wide_as_dates_leave_it(detail: Detail, time: str | None, period: Period) -> None:
    assert period_of(detail, Time.parse(time) if time else None) == period
