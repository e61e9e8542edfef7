"""Numbers of instruments that carry another year than the date of the instrument."""

import re
from collections.abc import Iterable, Iterator

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.reading import LAWS
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.wording import dated, listed, titled
from palanca.records import Finding, FindingKind, InstrumentDetail, Severity, Time

_YEAR = r"(?:1[89]|20)\d\d"
_COUNTED_BEFORE = re.compile(rf"(?<!\d)\d{{1,6}}[-/](?P<year>{_YEAR})(?!\d)")  # "012-2023-PCM", "45/2019"
_COUNTED_BEHIND = re.compile(rf"(?<!\d)(?P<year>{_YEAR})[-/]\d{{1,6}}(?!\d)")  # "2016/679"
_BEHIND = rf"\s*\((?P<year>{_YEAR})\)"  # "2231 (2015)", where the reader takes 2231 for the number


def years_of_numbers(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each instrument that every dated statement puts outside each year that its number can mean."""
    for claim in ledger.claims:
        detail = claim.detail
        if not isinstance(detail, InstrumentDetail) or not detail.number:
            continue
        stating = [Told(claim, statement) for statement in ledger.told(claim) if statement.time]
        years = _years(detail.number, [ledger.words(told.statement) for told in stating])
        gaps = [_gap(year, told.statement.time) for told in stating for year in years if told.statement.time]
        if gaps and min(gaps) > 0:
            days = sorted({dated(told.statement.time) for told in stating if told.statement.time})
            year = listed([str(year) for year in sorted(years)])
            text = FINDINGS.say("number", title=titled(detail), year=year, days=listed(days))
            severity = Severity.LOW if min(gaps) == 1 else Severity.MEDIUM
            yield finding(ledger, FindingKind.YEAR_OF_NUMBER, severity, text, stating)


def _years(number: str, sentences: Iterable[str]) -> set[int]:
    """The years that a number may carry: both of "1990/2019", for either may be the count."""
    behind = re.compile(re.escape(number) + _BEHIND)
    found = [pattern.finditer(number) for pattern in (_COUNTED_BEFORE, _COUNTED_BEHIND)]
    found += [behind.finditer(sentence) for sentence in sentences]
    return {int(match["year"]) for matches in found for match in matches}


def _gap(year: int, time: Time) -> int:
    """How many years a time lies off; 0 for one that may fall in the year, or that is open."""
    if time.first_day is None or time.last_day is None:
        return 0
    return max(0, time.first_day.year - year, year - time.last_day.year)


YEAR_OF_NUMBER = Rule(
    kind=FindingKind.YEAR_OF_NUMBER,
    says=(
        "The number of a law, resolution or decree carries a year (45/2019, 012-2023-PCM, 2016/679, 2231 (2015)), and "
        "every date told of it lies in other years. Low for the year before or after, as a number given in December "
        "may be signed in January."
    ),
    checks=(Check(reads=LAWS, find=years_of_numbers),),
)
