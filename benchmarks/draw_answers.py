"""Findings of each question of influence drawn at random from a case, with their sentences, to be judged by eye.

    python benchmarks/draw_answers.py CASE QUESTION [--host USA] [--number 20] [--seed 11] [--press]

QUESTION is find, window, matrix, standing, patterns, networks, portrait or offices. With `--press` only findings of
which some sentence stands in no register are drawn. A case of the articles and registers beside the project is made
with

    palanca read CASE ../shared/corpus/wikinews_2019.csv
    palanca read CASE ../shared/corpus/registers/visits_to_us.csv --mapping visits_to_us   (and so for the others)
"""

import argparse
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import palanca
from palanca.analysis.matrix import TOTAL
from palanca.questions import library
from palanca.questions.matrices import MatrixAsked, cell_query
from palanca.questions.networks import Asked
from palanca.questions.windows import Stretch
from palanca.records import Claim, ClaimId, Filter

YEAR = Stretch(first=date(2019, 1, 1), last=date(2019, 12, 31))
SHOWN = 260
PEOPLE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One finding in a line, and the claims under it."""

    line: str
    claims: tuple[ClaimId, ...]


def of_claims(claims: Iterable[Claim], line: Callable[[Claim], str]) -> Iterator[Drawn]:
    """A finding for each claim."""
    return (Drawn(line=line(claim), claims=(claim.id,)) for claim in claims)


def told(claim: Claim) -> str:
    """What a claim says, in a line."""
    parties = "; ".join(f"{party.role or 'place'}={party.text}" for party in claim.parties)
    return f"{claim.detail} [{parties}] {claim.time or '-'} {claim.modality}"


def find(case: palanca.Case, _host: str) -> Iterator[Drawn]:
    """Events."""
    return of_claims(palanca.find(case, palanca.query_of("kind:event confidence:>=0.5")).claims, told)


def window(case: palanca.Case, host: str) -> Iterator[Drawn]:
    """The events of a country that certainly lie in 2019."""
    query = palanca.query_of(f"of:{host} confidence:>=0.5")
    return of_claims(palanca.window(case, YEAR, query=query).certain, told)


def matrix(case: palanca.Case, host: str) -> Iterator[Drawn]:
    """The claims of each cell, by channel."""
    asked = MatrixAsked(host=host, query=palanca.query_of("confidence:>=0.5"))
    for power, column in palanca.matrix(case, asked).cells:
        if column != TOTAL:
            found = palanca.find(case, cell_query(asked, power, column)).claims
            yield from of_claims(found, lambda claim, cell=(power, column): f"{cell} {told(claim)}")  # type: ignore[misc]


def standing(case: palanca.Case, host: str) -> Iterator[Drawn]:
    """The acts of each stance."""
    for one in palanca.standing(case, host).stances:
        who = f"{host} towards {one.power}" if one.by_host else f"{one.power} towards {host}"
        for stance, claims in one.stances.items():
            yield from of_claims(map(case.claim, claims), lambda claim, s=stance, w=who: f"{w}: {s}. {told(claim)}")  # type: ignore[misc]


def patterns(case: palanca.Case, _host: str) -> Iterator[Drawn]:
    """The first instance of each finding."""
    for one in palanca.patterns(case, limit=200).findings:
        claims = tuple(leg.claim.id for leg in one.instances[0].legs)
        yield Drawn(line=f"{one.pattern.name} ({one.number}): {one.reads}", claims=claims)


def networks(case: palanca.Case, _host: str) -> Iterator[Drawn]:
    """What joins brokers with those that they stand between, by the claims of 2019."""
    asked = Asked(wanted=Filter(since=YEAR.first, until=YEAR.last, least_confidence=0.5), without_places=True)
    for one in palanca.brokers(case, asked, most=PEOPLE).sides[0].found:
        for joint in one.joined:
            ends = " – ".join(case.thing(end).caption for end in (joint.one, joint.other))
            yield Drawn(line=f"broker {one.rank}: {ends}", claims=(joint.edges[0].claim,))


def portrait(case: palanca.Case, _host: str) -> Iterator[Drawn]:
    """The claims of the portraits of those most named."""
    for person in palanca.people(case)[:PEOPLE]:
        for kind, rows in palanca.show(case, person.name, limit=10).rows.items():
            yield from of_claims(
                (row.claim for row in rows if row.claim.confidence >= 0.5),
                lambda claim, w=f"{person.name}, {kind}": f"{w}: {told(claim)}",  # type: ignore[misc]
            )


def offices(case: palanca.Case, _host: str) -> Iterator[Drawn]:
    """Who certainly or possibly held an office on the first of June 2019."""
    for one in palanca.offices_at(case, palanca.Time.parse("2019-06-01")):
        who = f"{one.person.text}: {one.office}, {one.body} ({one.standing}: {one.reason})"
        yield Drawn(line=who, claims=(one.claim.id,))


QUESTIONS: Mapping[str, Callable[[palanca.Case, str], Iterator[Drawn]]] = {
    one.__name__: one for one in (find, window, matrix, standing, patterns, networks, portrait, offices)
}


def in_press(case: palanca.Case, drawn: Drawn, rows: frozenset[str]) -> bool:
    """Whether some sentence under a finding stands in no register."""
    return any(one.document not in rows for claim in drawn.claims for one in case.claim(claim).evidence)


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("question", choices=QUESTIONS)
    parser.add_argument("--host", default="USA")
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--press", action="store_true")
    options = parser.parse_args()
    with palanca.open_case(options.case) as case:
        known = library(case)
        rows = frozenset(one.id for one in case.documents() if one.register)
        found = list(QUESTIONS[options.question](case, options.host))
        random.Random(options.seed).shuffle(found)  # noqa: S311  # a draw, no secret
        print(f"{len(found)} findings of {options.question}; seed {options.seed}")
        wanted = (one for one in found if not options.press or in_press(case, one, rows))
        for number, drawn in zip(range(1, options.number + 1), wanted, strict=False):
            print(f"{number}. {drawn.line}")
            for claim in drawn.claims:
                passage = known.passages(case.claim(claim))[0]
                print(f"      {' '.join(passage.sentence.split())[:SHOWN]} [{passage.document}]")


if __name__ == "__main__":
    main()
