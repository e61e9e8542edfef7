"""Acts and validity that come before the instrument on which they rest."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.reading import LAWS
from palanca.analysis.audit.rule import Check, Rule
from palanca.analysis.audit.wording import dated, quoted, titled
from palanca.analysis.audit.words import any_of, words
from palanca.records import TOLD_AS_SO, Claim, Finding, FindingKind, InstrumentDetail, Kind, Severity, Time

_NUMBER = r"\d\w*(?:[-/.]\w+)*"
_DISTINCT = re.compile(r"\d{4,}|\d[\w.]*[-/]\w")  # "12" alone names too many things
_REACH = 60  # characters from "under" to the number: "under the third paragraph of Supreme Decree No. …"


def effects_before_law(ledger: Ledger) -> Iterator[Finding]:
    """Instruments in force before their date, then acts that rest on an instrument of a later date."""
    for claim in ledger.claims:
        detail, law = claim.detail, claim.time
        if isinstance(detail, InstrumentDetail) and detail.valid and law and _beginning(detail.valid).is_before(law):
            text = FINDINGS.say("in_force", title=titled(detail), valid=dated(detail.valid), day=dated(law))
            yield finding(ledger, FindingKind.EFFECT_BEFORE_LAW, Severity.MEDIUM, text, _stating(ledger, claim))
    yield from _acts_before(ledger)


def _beginning(valid: Time) -> Time:
    """When a validity begins."""
    return Time(valid.start) if valid.end is not None and valid.first_day else valid


def _acts_before(ledger: Ledger) -> Iterator[Finding]:
    laws = _by_number(ledger)
    for told in ledger.all_told() if laws else ():
        statement = told.statement
        if statement.kind is Kind.EVENT and statement.modality in TOLD_AS_SO and statement.time:
            for number in dict.fromkeys(match["number"] for match in _resting().finditer(ledger.words(statement))):
                for law in laws.get(_bare(number), ()):
                    if law.time and statement.time.is_before(law.time):
                        yield _act_before(ledger, told, statement.time, law)


def _act_before(ledger: Ledger, told: Told, time: Time, law: Claim) -> Finding:
    title = titled(law.detail) if isinstance(law.detail, InstrumentDetail) else ""
    act, made = quoted(ledger.words(told.statement)), dated(law.time) if law.time else ""
    text = FINDINGS.say("act_before", act=act, day=dated(time), title=title, law=made)
    evidence = (told, *_stating(ledger, law))
    return finding(ledger, FindingKind.EFFECT_BEFORE_LAW, Severity.MEDIUM, text, evidence)


def _stating(ledger: Ledger, claim: Claim) -> Iterator[Told]:
    """The statements that date an instrument or its validity."""
    for statement in ledger.told(claim):
        if isinstance(statement.detail, InstrumentDetail) and (statement.time or statement.detail.valid):
            yield Told(claim, statement)


def _by_number(ledger: Ledger) -> Mapping[str, list[Claim]]:
    """Dated instruments by their number, where it is distinct enough to be one instrument's."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        detail = claim.detail
        if isinstance(detail, InstrumentDetail) and detail.number and claim.time and _DISTINCT.search(detail.number):
            found[_bare(detail.number)].append(claim)
    return {number: laws for number, laws in found.items() if len(laws) == 1}


def _bare(number: str) -> str:
    return number.strip(" .,;:()").casefold()


@cache
def _resting() -> re.Pattern[str]:
    """ "Under Supreme Decree No. 014-2024-PCM": words of resting on a law, and the number soon behind."""
    return re.compile(
        rf"{any_of(*words().applying)}\s[^;]{{0,{_REACH}}}?(?<![\w/.-])(?P<number>{_NUMBER})", re.IGNORECASE
    )


EFFECT_BEFORE_LAW = Rule(
    kind=FindingKind.EFFECT_BEFORE_LAW,
    says=(
        "A law or agreement is told to be in force from a day before its own date, or an act that is told to rest on "
        "it, by its number, comes before that date. Some laws do reach back; the finding shows both dates."
    ),
    checks=(Check(reads=LAWS, find=effects_before_law),),
)
