"""What commands share: the case, and filters made from words."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from palanca.reading.language import Languages
    from palanca.records import Filter, Time
    from palanca.records.query import Query

DEFAULT_LEAST = 0.5
"""Statements of which a reader is less sure stay out of what is shown, unless asked for."""

LEFT_OUT = 3
"""The exit code of a run that went on past inputs that it could not read."""

CaseArgument = Annotated[Path, typer.Argument(help="The case: one file, such as influence.palanca.")]
Least = Annotated[
    float | None,
    typer.Option(
        "--least-confidence", min=0, max=1, help=f"Also show what readers doubt, down to this (else {DEFAULT_LEAST})."
    ),
]


Pipeline = Annotated[
    list[str] | None, typer.Option(help="Read a language with this spaCy pipeline: en=en_core_web_lg, es=/models/es.")
]
Processes = Annotated[int, typer.Option(min=1, help="Read in so many processes.")]

QueryArgument = Annotated[
    str, typer.Argument(help='What to look for, such as: who:"Ama Owusu" of:Ghana time:2025-03. See docs/asking.md.')
]


def query_from(line: str, least_confidence: float | None = None) -> "Query":
    """The query of a line; what readers doubt stays out unless the line asks about `confidence`, or an option does."""
    from palanca.analysis.asking import query_of
    from palanca.records.query import All, Comparison, Measure, Number

    asked = query_of(line)
    if re.search(r"\bconfidence:", line) and least_confidence is None:
        return asked
    least = DEFAULT_LEAST if least_confidence is None else least_confidence
    return All(parts=(asked, Number(measure=Measure.CONFIDENCE, comparison=Comparison.AT_LEAST, value=least)))


def filter_from(  # one parameter an option
    *,
    who: str | None,
    country: str | None,
    since: str | None,
    until: str | None,
    channel: str | None,
    category: str | None,
    contains: str | None,
    document: str | None,
    least_confidence: float | None,
) -> "Filter":
    """The filter that the options ask for. Raises typer.BadParameter for a word that means nothing."""
    from palanca.records import Filter

    first, last = _time(since, "--since"), _time(until, "--until")
    return Filter(
        who=who,
        country=_country(country),
        since=first.first_day if first else None,
        until=last.last_day if last else None,
        channel=channel,
        category=_category(category),
        contains=contains,
        document=document,
        least_confidence=DEFAULT_LEAST if least_confidence is None else least_confidence,
    )


def time_from(text: str, option: str) -> "Time":
    """The time that an option gives. Raises typer.BadParameter for one that is none."""
    found = _time(text, option)
    if found is None:
        raise typer.BadParameter("give a date such as 2007-08-01, 2007-08 or 2007", param_hint=option)
    return found


def country_code(text: str, option: str = "--host") -> str:
    """The code of the country that an option names. Raises typer.BadParameter for one that is none."""
    found = _country(text)
    if found is None:
        raise typer.BadParameter("give a country: a name, a demonym or a code", param_hint=option)
    return found


def _time(text: str | None, option: str) -> "Time | None":
    from palanca.records import Time
    from palanca.records.errors import InvalidTime

    try:
        return Time.parse(text) if text else None
    except InvalidTime as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def _country(text: str | None) -> str | None:
    if text is None:
        return None
    from palanca.lexicon.countries import country_meant

    found = country_meant(text)
    if found is None:
        raise typer.BadParameter(f"no country is called {text!r}: give a name, a demonym or an ISO code such as PER")
    return found.alpha3


def _category(text: str | None):  # type: ignore[no-untyped-def]
    if text is None:
        return None
    from palanca.records import Category

    if text.upper() not in Category.__members__:
        raise typer.BadParameter(f"no category is called {text!r}: choose one of {', '.join(Category)}")
    return Category(text.upper())


def languages_from(pairs: list[str] | None) -> "Languages":
    """The pipelines that the options name. Raises PipelineNotFound."""
    from palanca.reading.language import Languages, pipelines_from

    return Languages(pipelines=pipelines_from(",".join(pairs))) if pairs else Languages()
