"""A country in numbers: what each other country does towards it, by channel."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from palanca.analysis.matrix import TOTAL, Cell, Columns, Key, Told, cells_of
from palanca.exchange.dossier.content import Entry, Section, Table
from palanca.exchange.dossier.words import Words, words_of
from palanca.lexicon.channels import channels
from palanca.lexicon.countries import Country, country
from palanca.questions.portraits.asked import PortraitOptions
from palanca.questions.windows import HAPPENED
from palanca.records import ClaimId, DocumentId
from palanca.records.query import All, Query, When, surely
from palanca.store import Case

_MOST_POWERS = 30


def powers_of(case: Case, host: Country, options: PortraitOptions, withheld: Collection[DocumentId]) -> Section:
    """Events told to have happened, counted by power and channel, most claims first.

    What withheld sources tell takes no part, even where others tell it too, nor does a country that only they name.
    """
    open_to_tell = _OpenToTell(withheld)
    cells = cells_of(open_to_tell.of(case.tally(_query(options), host.alpha3, Columns.CHANNEL).told), {})
    named = _named_elsewhere(case, withheld) if withheld else None
    powers = sorted({power for power, _ in cells if named is None or power in named})
    powers.sort(key=lambda power: -cells[power, TOTAL].claims)
    columns = [one for one in channels() if any((power, one.name) in cells for power in powers)]
    words = words_of(options.language)
    rows = tuple(_row(cells, power, [one.name for one in columns], words) for power in powers[:_MOST_POWERS])
    channel_names = (words.say(f"channel.{one.name}") for one in columns)
    names = (words.say("table.country"), *channel_names, words.say("table.all"))
    notes = _notes(case, len(powers), len(open_to_tell.left_out), words)
    return Section(
        title=words.say("section.powers"),
        table=Table(columns=names, rows=rows) if rows else None,
        notes=tuple(Entry(text=note, footnotes=()) for note in notes),
    )


class _OpenToTell:
    """Leaves out what a withheld source tells, and keeps count of it."""

    def __init__(self, withheld: Collection[DocumentId]) -> None:
        self._withheld = frozenset(withheld)
        self.left_out: set[ClaimId] = set()

    def of(self, told: Iterable[Told]) -> Iterator[Told]:
        """What may be told, in the same order."""
        for one in told:
            if one.documents & self._withheld:
                self.left_out.add(one.claim)
            else:
                yield one


def _named_elsewhere(case: Case, withheld: Collection[DocumentId]) -> set[str]:
    """The countries that some document which is not withheld names."""
    return {
        thing.country
        for thing in case.things()
        if thing.is_country
        and thing.country
        and any(case.entity(one).document not in withheld for one in thing.members)
    }


def _row(cells: Mapping[Key, Cell], power: str, columns: Sequence[str], words: Words) -> tuple[str, ...]:
    counts = (cells[power, column].claims if (power, column) in cells else 0 for column in (*columns, TOTAL))
    return country(power).called_in(words.language), *(words.number(count) if count else "" for count in counts)


def _notes(case: Case, powers: int, left_out: int, words: Words) -> Iterator[str]:
    if not powers:
        yield words.say("unlisted.none", documents=words.counted("count.document", case.count_documents()))
    if powers > _MOST_POWERS:
        yield words.say("unlisted.most_powers", all=powers, taken=_MOST_POWERS)
    if left_out:
        yield words.counted("unlisted.uncounted", left_out)


def _query(options: PortraitOptions) -> Query:
    within = (When(first=options.since, last=options.until),) if options.is_bounded else ()
    return All(parts=(HAPPENED, surely(options.least_confidence), *within))
