"""What the summary of a dossier says: the numbers under it, and what it leaves out."""

from collections.abc import Iterator, Sequence
from datetime import date

from palanca.exchange.dossier.times import said_time
from palanca.exchange.dossier.words import Words
from palanca.questions.portraits.asked import PortraitOptions
from palanca.questions.portraits.choosing import Choice
from palanca.records import Bound, Moment, Time

_MOST_NAMES = 12


def summary(
    choice: Choice, options: PortraitOptions, words: Words, *, names: Sequence[str], searched: int
) -> Iterator[str]:
    """Other names, then how much was found in the documents `searched`, then within which bounds."""
    if names:
        yield words.say("summary.called", names=", ".join(names[:_MOST_NAMES]))
    claims, documents = words.counted("count.claim", choice.claims), words.counted("count.document", choice.documents)
    sources, among = words.counted("count.source", choice.sources), words.counted("count.document", searched)
    yield words.say("summary.counts", claims=claims, documents=documents, sources=sources, searched=among)
    told = [f"{_title(one.heading, words)}: {words.number(one.total)}" for one in choice.chosen if one.total]
    if told:
        yield words.say("summary.sections", told="; ".join(told))
    if options.is_bounded:
        period = said_time(_period(options.since, options.until), words)
        yield words.counted("summary.period", choice.undated, period=period)
    if options.least_confidence:
        yield words.say("summary.unsure", confidence=words.number(options.least_confidence))


def _title(heading: str, words: Words) -> str:
    """The title of a section within a sentence."""
    title = words.say(f"section.{heading}")
    return title[:1].lower() + title[1:]


def _period(since: date | None, until: date | None) -> Time:
    """Between two days, or open at one end."""
    last = Moment.of(until) if until else Bound.OPEN
    return Time(Moment.of(since) if since else Bound.UNKNOWN, last)
