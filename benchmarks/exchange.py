"""Whether facts stay the same when only names, dates or the surroundings of a text change.

    python benchmarks/exchange.py [--gold ../shared/gold] [--corpus ../shared/corpus/wikinews_2019.csv] [--articles 50]

Five exchanges: two powers trade their names; people get names of other cultures; every year becomes the next; an
unrelated paragraph is appended; the text is split at a paragraph. The facts of the changed text, with the change undone
in them, are held against those of the first: the figure is the share of the first facts that stand. Even-handed reading
reaches 1. `--worst` shows that many facts that did not hold.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from palanca.exchange.facts import Fact, facts_of
from palanca.reading.document import DocumentReader
from palanca.records import Document, Origin, Time

# Name, demonym and capital of two powers, each for the other's.
POWERS = {"United States": "China", "American": "Chinese", "Washington": "Beijing"}
FIRST_NAMES = ("Amara", "Hiroshi", "Lucía", "Oksana", "Tariq", "Ngozi", "Siew", "Björn", "Leilani", "Dmitri")
SURNAMES = ("Okonkwo", "Tanaka", "Quispe", "Shevchenko", "Haddad", "Mbeki", "Tan", "Lindqvist", "Kealoha", "Volkov")
PARAGRAPH = (
    "\n\nA market for second-hand bicycles opened in a suburb. It sells wheels, chains and bells on most mornings."
)
YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
ARTICLES = 50

type Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with its day of publication."""

    name: str
    words: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Texts that stand for one text, and how to undo the change in the facts read from them."""

    texts: tuple[Text, ...]
    undo: Callable[[str], str]


def texts_of_gold(folder: Path) -> list[Text]:
    """The annotated documents, with the dates of their index."""
    index = (json.loads(line) for line in (folder / "docs" / "index.jsonl").read_text("utf-8").splitlines() if line)
    published = {row["doc"]: row.get("published") for row in index}
    return [
        Text(name=path.stem, words=path.read_text("utf-8"), published=_day(published.get(path.stem)))
        for path in sorted((folder / "docs").glob("*.txt"))
    ]


def texts_of_corpus(corpus: Path, count: int) -> list[Text]:
    """The first articles of the corpus."""
    csv.field_size_limit(10_000_000)
    with corpus.open(encoding="utf-8", newline="") as lines:
        rows = [row for row, _ in zip(csv.DictReader(lines), range(count), strict=False)]
    return [Text(name=f"article-{i}", words=row["text"], published=_day(row["date"])) for i, row in enumerate(rows)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text and len(text) >= 10 else None


def with_powers_exchanged(text: Text, _facts: Iterable[Fact]) -> Changed:
    """The United States become China, and China the United States."""
    table = {**POWERS, **{theirs: ours for ours, theirs in POWERS.items()}}
    exchange = _replacing(table)
    return Changed(texts=(Text(name=text.name, words=exchange(text.words), published=text.published),), undo=exchange)


def with_people_renamed(text: Text, facts: Iterable[Fact]) -> Changed:
    """Everybody whose name is of two words gets one of another culture."""
    people = [str(f["name"]) for f in facts if f["layer"] == "entity" and f["schema"] == "Person"]
    table: dict[str, str] = {}
    for i, name in enumerate(dict.fromkeys(n for n in people if len(n.split()) == 2)):
        first, last = name.split()
        if last in table or first in table or first in table.values():
            continue
        table |= {first: FIRST_NAMES[i % 10], last: f"{SURNAMES[i % 10]}{'' if i < 10 else 'a' * (i // 10)}"}
    back = _replacing({new: old for old, new in table.items()})
    return Changed(
        texts=(Text(name=text.name, words=_replacing(table)(text.words), published=text.published),), undo=back
    )


def with_years_shifted(text: Text, _facts: Iterable[Fact]) -> Changed:
    """Every year that stands in the text, and that of publication, becomes the next."""
    published = text.published and date(text.published.year + 1, text.published.month, min(28, text.published.day))
    words = YEAR.sub(lambda match: str(int(match.group()) + 1), text.words)
    return Changed(
        texts=(Text(name=text.name, words=words, published=published),),
        undo=lambda found: YEAR.sub(lambda match: str(int(match.group()) - 1), found),
    )


def with_paragraph_appended(text: Text, _facts: Iterable[Fact]) -> Changed:
    """A paragraph about something else stands at the end."""
    return Changed(
        texts=(Text(name=text.name, words=text.words.rstrip() + PARAGRAPH, published=text.published),), undo=str
    )


def split_at_paragraph(text: Text, _facts: Iterable[Fact]) -> Changed:
    """The text falls into two at the paragraph nearest its middle."""
    breaks = [match.start() for match in re.finditer(r"\n\s*\n", text.words)]
    at = min(breaks, key=lambda i: abs(i - len(text.words) // 2), default=len(text.words))
    parts = (text.words[:at], text.words[at:].lstrip())
    return Changed(
        texts=tuple(Text(name=text.name, words=part, published=text.published) for part in parts if part), undo=str
    )


EXCHANGES = {
    "two powers exchanged": with_powers_exchanged,
    "people renamed": with_people_renamed,
    "years shifted": with_years_shifted,
    "paragraph appended": with_paragraph_appended,
    "split at a paragraph": split_at_paragraph,
}


def _replacing(table: Mapping[str, str]) -> Callable[[str], str]:
    if not table:
        return str
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(table, key=len, reverse=True)))})\b")
    return lambda words: pattern.sub(lambda match: table[match.group()], words)


def read(reader: DocumentReader, text: Text) -> list[Fact]:
    """The facts of a text."""
    document = Document(
        name=text.name, text=text.words, language="en", published=Time.day(text.published) if text.published else None,
        origin=Origin(path=text.name, bytes_sha256="", media_type="text/plain"),
    )  # fmt: skip
    return list(facts_of(reader.read(document)))


def keys(facts: Iterable[Fact], undo: Callable[[str], str]) -> set[Key]:
    """What each fact says, the change undone; where it stands, when, and how sure it is are left out."""
    said = {
        "entity": ("name", "schema"), "office": ("person", "role", "body"), "tie": ("kind", "source", "target"),
        "event": ("category", "actors", "recipients"), "instrument": ("kind", "title", "number"),
        "quantity": ("value", "unit"), "quotation": ("speaker", "cue"), "anomaly": ("kind",),
    }  # fmt: skip
    return {(str(f["layer"]), *(undo(str(f[name])).lower() for name in said[str(f["layer"])])) for f in facts}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/wikinews_2019.csv"))
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    if not (options.gold.exists() and options.corpus.exists()):
        print(f"no texts at {options.gold} and {options.corpus}: nothing to measure")
        return
    reader = DocumentReader()
    texts = [*texts_of_gold(options.gold), *texts_of_corpus(options.corpus, options.articles)]
    first = {text.name: read(reader, text) for text in texts}
    held = total = 0
    for name, exchange in EXCHANGES.items():
        stood, all_of, lost = _measure(reader, texts, first, exchange)
        held, total = held + stood, total + all_of
        print(f"{name:24} {stood / max(1, all_of):.3f}  ({stood} of {all_of})")
        for key in lost[: options.worst]:
            print("   lost:", *key)
    print(f"{'all':24} {held / max(1, total):.3f}")
    sys.stdout.flush()


def _measure(
    reader: DocumentReader,
    texts: list[Text],
    first: Mapping[str, list[Fact]],
    exchange: Callable[[Text, Iterable[Fact]], Changed],
) -> tuple[int, int, list[Key]]:
    """How many facts stand, of how many, and those that do not."""
    stood, all_of, lost = 0, 0, []
    for text in texts:
        changed = exchange(text, first[text.name])
        before = keys(first[text.name], str)
        after = keys((fact for part in changed.texts for fact in read(reader, part)), changed.undo)
        stood, all_of = stood + len(before & after), all_of + len(before)
        lost += sorted(before - after)
    return stood, all_of, lost


if __name__ == "__main__":
    main()
