"""The date of the document: what relative times are counted from."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from palanca.lexicon.countries import country_of_capital
from palanca.lexicon.places import place_named
from palanca.reading.time_meanings import Clock, Dated, Yearless, resolve
from palanca.reading.time_phrases import Phrase, find_phrases
from palanca.reading.time_wordings import Wording, wording
from palanca.records import Document, Moment, Precision, Span, Time

_HEAD_CHARACTERS = 600
_HEAD_LINES = 8
# "LIMA, May 5 (Agency) —", "LAOAG, Philippines, April 11, 2023.", "ACCRA (2 May) -": capitals, the date, then a sign
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]+(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?,?\s*[(|–—-]?\s*$")
_AFTER_DATELINE = re.compile(r"\)?\s*(?:\([^)]*\)\s*)?(?:\.?\s?[-–—:(|]|\.(?=\s|$))")
# "Nairobi, 3 March 2024 –", "Cox's Bazar, Bangladesh | 3 March 2024 |": any town, but then a sign that ends no sentence
_TOWN = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
_TOWN_BEFORE = re.compile(
    rf"\s*(?!(?:In|On|At|By|From|Since|Until|Before|After|En|Desde|Hasta)\b){_TOWN}(?:, {_TOWN})?\s?[,(|–—]\s*$"
)
_AFTER_TOWN = re.compile(r"\)?\s*(?:\([^)]*\)\s*)?(?:[–—:|]|-\s)")
_AFTER_YEAR = re.compile(r"(?<=\d{4})\.\s")  # "Nairobi, 3 March 2024. Kenya's president …", behind a known town
# "VILNIUS —", "BANGKOK, Thailand (Agency) -", "COLOMBO:": capitals and a sign, without a date
_DATELESS = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .'/-]{2,}(?:, [A-ZÀ-Þ][\w’' -]+)?\s*(?:\([^)]*\)\s*)?(?:[–—:]|--?\s)")
# "By Ama Owusu in Accra | 3 May 2024"
_BYLINE = re.compile(r"\s*[Bb]y [^.\d]{3,100}[|,–—-]\s*$")
# "May 5, 2023, LIMA:": the town behind
_TOWN_BEHIND = re.compile(r",?\s*[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]+(?:\([^)]*\)\s*)?[-–—:|]\s")
_ENDS_SENTENCE = re.compile(r"[.:;,…][\"'”»)]*\s*$")
_LANGUAGES = ("en", "es")


def anchor_of(document: Document) -> tuple[Moment | None, int]:
    """The document's day, and the offset at which its head (title and date line) ends.

    A date line in the first lines goes before the metadata; a dateline without a year ("LIMA, May 5 (Agency) —") takes
    its year from them. Of a document that does not tell its language, the line may be in any that is read.
    """
    known, before = _moment(document.published), ""
    for (start, line), (_, behind) in pairwise([*_first_lines(document.text), (0, "")]):
        for language in (document.language,) if document.language else _LANGUAGES:
            for phrase in _phrases_of_line(line, language):
                is_one = _is_under_headline(line, phrase, before, behind)
                if found := _moment(_date_line(line, phrase, known, wording(language), is_one=is_one)):
                    return found, start + phrase.end
        before = line
    return known, 0


def date_line_of(document: Document) -> Span | None:
    """Where the line with the town and the day from which the document is sent begins, and where its text begins.

    A line that names the town alone ("VILNIUS —") is one too. None where there is none.
    """
    _, end = anchor_of(document)
    if end:
        return Span(document.text.rfind("\n", 0, end) + 1, end)
    heads = ((start, _DATELESS.match(line)) for start, line in _first_lines(document.text))
    return next((Span(start, start + head.end()) for start, head in heads if head), None)


def dated(document: Document) -> Document:
    """The document with the day of its date line as its time of publication, where its source tells none."""
    if document.published is not None or document.register is not None:
        return document
    found, _ = anchor_of(document)
    return replace(document, published=Time(found)) if found else document


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text[:_HEAD_CHARACTERS].split("\n")[:_HEAD_LINES]:
        if line.strip():
            yield start, line
        start += len(line) + 1


@lru_cache(maxsize=64)
def _phrases_of_line(line: str, language: str) -> tuple[Phrase, ...]:
    """The time phrases of a line at the head, which every reader of a document asks for again."""
    return find_phrases(line, language)


def _date_line(line: str, phrase: Phrase, known: Moment | None, words: Wording, *, is_one: bool) -> Time | None:
    before, behind = line[: phrase.start], line[phrase.end :]
    is_one = is_one or not words.stamp.sub("", before + behind).strip() or _is_dateline(line, phrase)
    if phrase.edge or not is_one or not isinstance(phrase.meaning, Dated | Yearless):
        return None
    time = resolve(phrase.meaning, Clock(published=known))
    return time if time and time.precision is Precision.DAY else None


def _is_under_headline(line: str, phrase: Phrase, before: str, behind: str) -> bool:
    """Whether a line is a town and a day alone, with the headline above or below it: else it is one itself."""
    is_headed = bool(before) or bool(behind and not _ENDS_SENTENCE.search(behind))
    is_alone = not line[phrase.end :].strip(" .") and _TOWN_BEFORE.match(line[: phrase.start])
    return bool(is_alone and is_headed)


def _is_dateline(line: str, phrase: Phrase) -> bool:
    before, end = line[: phrase.start], phrase.end
    return bool(
        (_DATELINE.match(before) and _AFTER_DATELINE.match(line, end))
        or (_TOWN_BEFORE.match(before) and _AFTER_TOWN.match(line, end))
        or (_TOWN_BEFORE.match(before) and _AFTER_YEAR.match(line, end) and _is_town(before.partition(",")[0]))
        or (not before.strip() and _TOWN_BEHIND.match(line, end))
        or (_BYLINE.match(before) and not line[end:].strip())
    )


def _is_town(name: str) -> bool:
    return bool(country_of_capital(name.strip()) or place_named(name.strip()))


def _moment(time: Time | None) -> Moment | None:
    """The one day, month or year of a time; of an interval the start."""
    if time is None:
        return None
    return time.start if isinstance(time.start, Moment) else time.end if isinstance(time.end, Moment) else None
