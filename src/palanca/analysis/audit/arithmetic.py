"""Figures of one sentence that do not agree: totals and parts, shares of a whole, shares of a count, changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.sentences import PERCENT, Figure, Sentence, is_count
from palanca.analysis.audit.wording import number
from palanca.analysis.audit.words import any_of, words
from palanca.records import Severity
from palanca.records.names import fold

_ROUNDING = 0.5  # percentage points, for each share
_VAGUE = 0.1  # of a total that is not exact
_NOT_WHOLE_CHANGE = 0.06  # of a change: a newspaper rounds both ends
# Between two parts: the rest of the first one's phrase, then a comma or "and".
_LINK = re.compile(r"(?:\s+[\w'’-]+){0,5}\s*(?:,|;|\s(?:and|y|e|plus|más))\s*(?:(?:and|y|another|otros)\s+)?")
_PART_OF = re.compile(  # the part itself is often no quantity to the reader: its noun comes with the whole
    r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+|\d+)\s+(?:[\w-]+\s+){0,2}?(?:out\s+)?(?:of|de)\s+"
    r"(?:the\s+|its\s+|their\s+|los\s+|las\s+|sus\s+)?\W*$"
)
_SHARE_BEHIND = re.compile(r"[^.;,(]{0,40}(?:\(|,\s+or\s+|,\s+o\s+|\s[–—-]\s)\s*")
_FROM, _TO = re.compile(r"(?:from|de|desde)\s+\W*$", re.IGNORECASE), re.compile(r"[^.;]{0,40}\b(?:to|a|hasta)\s+\W*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """Figures that do not agree, with the arithmetic in words."""

    severity: Severity
    text: str
    figures: tuple[Figure, ...]


def totals(sentence: Sentence) -> Iterator[Mismatch]:
    """Parts that exceed their total, or that fall short of it where all of them are told."""
    figures = sentence.figures
    for i, total in enumerate(figures[:-1]):
        parts = _linked(sentence, figures[i + 1 :])
        told_all = _told_all(sentence.between(total, figures[i + 1]), parts)
        if told_all is not None:
            yield from _unequal(sentence, total, parts, told_all=told_all)
    for i, total in enumerate(figures):
        parts = _linked_before(sentence, figures[:i])
        if len(parts) > 1 and _is_total_behind(sentence, parts[-1], total):
            yield from _unequal(sentence, total, parts, told_all=True)


def _linked(sentence: Sentence, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The first of these figures, with those that follow it in a row joined by commas or "and"."""
    run = [figures[0]]
    for figure in figures[1:]:
        if not _LINK.fullmatch(sentence.between(run[-1], figure)):
            break
        run.append(figure)
    return tuple(run)


def _linked_before(sentence: Sentence, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The last of these figures, with those before it in such a row."""
    run: list[Figure] = list(figures[-1:])
    for figure in reversed(figures[:-1]):
        if not _LINK.fullmatch(sentence.between(figure, run[0])):
            break
        run.insert(0, figure)
    return tuple(run)


def _told_all(between: str, parts: Sequence[Figure]) -> bool | None:
    """Whether the words behind a total lead to all of its parts (True), to some (False), or to none (None)."""
    colon = re.fullmatch(r"[^.,;]{0,30}\s*[:–—]\s*\W*", between) is not None
    if len(parts) > 1 and (colon or _cue(words().consisting).fullmatch(between)):
        return True
    return False if len(parts) > 1 and _cue(words().including).fullmatch(between) else None


@cache
def _cue(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The rest of the total's phrase, the cue, and little before the first part."""
    return re.compile(rf"[^.;]{{0,40}}?{any_of(*phrases)}[^.,;\d]{{0,20}}", re.IGNORECASE)


def _is_total_behind(sentence: Sentence, last: Figure, total: Figure) -> bool:
    """ "…, for A TOTAL OF 570", "…, making 570 in all"."""
    between, behind = sentence.between(last, total), sentence.behind(total)[:20]
    near = re.compile(rf"[^.;]{{0,40}}?{any_of(*words().totalling)}\W*(?:of\s+)?", re.IGNORECASE)
    return bool(near.fullmatch(between)) or bool(re.match(r"\s+(?:in total|in all|altogether|en total)\b", behind))


def _unequal(sentence: Sentence, total: Figure, parts: Sequence[Figure], *, told_all: bool) -> Iterator[Mismatch]:
    """The mismatch of a total and its parts, if they are of one sort and do not agree."""
    if not all(_are_of_one_sort(total, part, told_all=told_all) for part in parts):
        return
    whole, together = total.detail.value, sum(part.detail.value for part in parts)
    room = whole * _VAGUE if any(sentence.is_vague(figure) for figure in (total, *parts)) else whole * 1e-9
    if together > whole + room or (told_all and together < whole - room):
        added = " + ".join(number(part.detail.value) for part in parts)
        sum_of = f"{added} = {number(together)}" if len(parts) > 1 else number(together)
        text = FINDINGS.say("parts", whole=_shown(total), sum=sum_of)
        yield Mismatch(severity=Severity.MEDIUM if told_all else Severity.LOW, text=text, figures=(total, *parts))


def _are_of_one_sort(total: Figure, part: Figure, *, told_all: bool) -> bool:
    """Whether a part can be counted within a total: one unit; of all parts, any people or things."""
    return total.detail.unit == part.detail.unit or (told_all and is_count(total) and is_count(part))


def _shown(figure: Figure) -> str:
    upper = f"–{number(figure.detail.value_max)}" if figure.detail.value_max is not None else ""
    return f"{number(figure.detail.value)}{upper} {figure.detail.unit}"


def shares(sentence: Sentence) -> Iterator[Mismatch]:
    """Shares of one whole that exceed a hundred percent."""
    found = [figure for figure in sentence.figures if figure.detail.unit == PERCENT]
    wholes = {fold(figure.detail.of) for figure in found if figure.detail.of}
    together = sum(figure.detail.value for figure in found)
    if len(found) < 2 or len(wholes) > 1 or together <= 100 + _ROUNDING * len(found):
        return
    if _any(words().wholes).search(sentence.text) and not _any(words().comparing).search(sentence.text):
        added = " + ".join(number(figure.detail.value) for figure in found)
        text = FINDINGS.say("shares", sum=f"{added} = {number(together)}")
        yield Mismatch(severity=Severity.MEDIUM, text=text, figures=tuple(found))


@cache
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(*phrases), re.IGNORECASE)


def fractions(sentence: Sentence) -> Iterator[Mismatch]:
    """ "80 of the 120 members (60 percent)": a count of a count, and another share than theirs."""
    for whole, share in pairwise(sentence.figures):
        part = _PART_OF.search(sentence.before(whole)) if is_count(whole) and whole.detail.value > 0 else None
        if not part or share.detail.unit != PERCENT or sentence.is_vague(share) or whole.detail.value_max is not None:
            continue
        if _SHARE_BEHIND.fullmatch(sentence.between(whole, share)):
            counted = float(part["number"].replace(",", ""))
            true = 100 * counted / whole.detail.value
            if abs(true - share.detail.value) > _room(share.detail.value):
                given, told = number(round(true, 1)), number(share.detail.value)
                text = FINDINGS.say("fraction", part=number(counted), whole=_shown(whole), true=given, told=told)
                yield Mismatch(severity=Severity.MEDIUM, text=text, figures=(whole, share))


def _room(share: float) -> float:
    """How far a rounded share may be off: a whole percent, or a tenth where tenths are told."""
    return 1.0 if share.is_integer() else 0.1


def changes(sentence: Sentence) -> Iterator[Mismatch]:
    """ "From 200 to 300, a rise of 20 percent": two numbers of one unit, and another change than theirs."""
    for before, after in pairwise(sentence.figures):
        if before.detail.unit != after.detail.unit or before.detail.unit == PERCENT or before.detail.value <= 0:
            continue
        if not _FROM.search(sentence.before(before)) or not _TO.fullmatch(sentence.between(before, after)):
            continue
        for share in sentence.figures:
            sign = _direction(sentence, share) if share.detail.unit == PERCENT else 0
            if sign and not any(sentence.is_vague(figure) for figure in (before, after, share)):
                yield from _other_change(before, after, share, sign)


def _other_change(before: Figure, after: Figure, share: Figure, sign: int) -> Iterator[Mismatch]:
    true = 100 * (after.detail.value - before.detail.value) / before.detail.value
    told = sign * share.detail.value
    if abs(true - told) > max(_room(share.detail.value), _NOT_WHOLE_CHANGE * abs(true)):
        text = FINDINGS.say(
            "change", before=number(before.detail.value), after=f"{number(after.detail.value)} {after.detail.unit}",
            true=number(round(true, 1)), told=number(told),
        )  # fmt: skip
        yield Mismatch(severity=Severity.MEDIUM, text=text, figures=(before, after, share))


def _direction(sentence: Sentence, share: Figure) -> int:
    """1 for a percentage that is told as a rise, -1 for a fall, 0 for no change."""
    before, behind = sentence.before(share), sentence.behind(share)
    for sign, phrases in ((1, words().rising), (-1, words().falling)):
        if _change_before(phrases).search(before) or _change_behind(phrases).match(behind):
            return sign
    return 0


@cache
def _change_before(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(*phrases)}\s+(?:by|of|de|en|un)?\s*\W*$", re.IGNORECASE)


@cache
def _change_behind(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(*phrases)}", re.IGNORECASE)
