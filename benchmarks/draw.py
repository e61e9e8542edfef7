"""Facts drawn at random from real articles, to be judged by eye.

    python benchmarks/draw.py [--kind event] [--number 100] [--least 0.5] [--most 1.0] [--seed 11] [--corpus CSV]

Reads the articles of `../shared/corpus/wikinews_2019.csv`, draws facts of one kind with a confidence from `least` up
to `most`, and prints each with its parties, time and words. Says so and stops with status 0 when they are not there.
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

from palanca.reading.document import DocumentReader
from palanca.records import Document, EventDetail, OfficeDetail, Origin, Reading, Statement, Time

_SHOWN = 240


def articles(corpus: Path) -> Iterator[Document]:
    """The articles, named by their row."""
    with corpus.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            yield Document(
                name=str(number), text=row["text"], title=row["title"], language="en",
                published=Time.parse(row["date"]),
                origin=Origin(path=str(corpus), bytes_sha256="", media_type="text/csv"),
            )  # fmt: skip


def line(statement: Statement) -> str:
    """What a fact says, without its words."""
    match statement.detail:
        case EventDetail(category=category, mode=mode):
            head = f"{category} {mode or ''}"
        case OfficeDetail(role=role, status=status, start=start, end=end):
            head = f"{role} ({status}{f', from {start}' if start else ''}{f', to {end}' if end else ''})"
        case _:
            head = str(statement.kind)
    parties = "; ".join(f"{role.name}={role.filler.text}" for role in statement.roles)
    return f"{head} [{parties}] {statement.time or '-'} {statement.modality} {statement.confidence:.2f}"


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", default="event")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--least", type=float, default=0.5)
    parser.add_argument("--most", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/wikinews_2019.csv"))
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"no articles at {options.corpus}: nothing to draw from")
        return
    found = [
        (reading.document, statement)
        for reading in DocumentReader().read_all(articles(options.corpus))
        if isinstance(reading, Reading)
        for statement in reading.statements
        if str(statement.kind) == options.kind and options.least <= statement.confidence < options.most
    ]
    random.Random(options.seed).shuffle(found)  # noqa: S311  # a draw, no secret
    print(f"{len(found)} facts of kind {options.kind} from {options.least} up to {options.most}; seed {options.seed}")
    for number, (document, statement) in enumerate(found[: options.number], start=1):
        words = " ".join(statement.span.of(document.text).split())[:_SHOWN]
        print(f"{number}. {document.name} {line(statement)}\n      {words}")


if __name__ == "__main__":
    main()
