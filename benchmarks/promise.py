"""Whether a case is its documents and its judgements, whatever way they came in.

    python benchmarks/promise.py [--corpus ../shared/corpus/wikinews_2019.csv] [--articles 171] [--seed 1]

The articles are read in one run; in ten runs, shuffled; in two processes; and with judgements, then rebuilt. Of each
case all that it answers is written out, and the digests of the bytes are compared. A last case has a third of the
articles removed, and is held against one that never had them.
"""

import argparse
import csv
import hashlib
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import palanca
from palanca.pipeline import ReadOptions
from palanca.records import Filter, Kind
from palanca.settlement import settle
from palanca.store import Case

_RUNS = 10
_JUDGED = 12

type Article = dict[str, str]


def main() -> None:
    """Measure and print; ends with 1 if any case differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/wikinews_2019.csv"))
    parser.add_argument("--articles", type=int, default=171)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as file:
        articles = list(csv.DictReader(file))[: options.articles]
    draw = random.Random(options.seed)  # noqa: S311  # a seeded draw, no secret
    with tempfile.TemporaryDirectory() as folder:
        differing = _measure(Path(folder), articles, draw)
    sys.exit(1 if differing else 0)


def _measure(folder: Path, articles: Sequence[Article], draw: random.Random) -> bool:
    expected = _told("one run", _read(folder / "one.palanca", [articles]))
    shuffled = draw.sample(articles, len(articles))
    runs = [shuffled[i::_RUNS] for i in range(_RUNS)]
    found = [_told(f"{_RUNS} runs, shuffled", _read(folder / "runs.palanca", runs))]
    found.append(_told("two processes", _read(folder / "two.palanca", [articles], processes=2)))
    differing = any(digest != expected for digest in found)

    judged = folder / "one.palanca"
    _judge(judged, draw)
    with_judgements = _told("with judgements", judged)
    palanca.rebuild(judged)
    differing |= _told("rebuilt", judged) != with_judgements

    gone, kept = shuffled[: len(shuffled) // 3], shuffled[len(shuffled) // 3 :]
    never = _told("two thirds", _read(folder / "never.palanca", [kept]))
    with palanca.open_case(_read(folder / "removed.palanca", [kept, gone])) as case:
        for article in gone:
            case.remove(_name(article))
        settle(case)
    return differing | (_told("the rest removed", folder / "removed.palanca") != never)


def _name(article: Article) -> str:
    return hashlib.sha256(json.dumps(article, sort_keys=True).encode()).hexdigest()[:16]


def _read(path: Path, runs: Sequence[Sequence[Article]], *, processes: int = 1) -> Path:
    for i, articles in enumerate(runs):
        folder = path.parent / f"{path.stem}-{i}"
        folder.mkdir()
        for article in articles:
            text = f"{article['date']}\n\n{article['title']}\n\n{article['text']}"
            (folder / f"{_name(article)}.txt").write_text(text, encoding="utf-8")
        palanca.read(path, [folder], ReadOptions(processes=processes, clock=lambda: datetime(2024, 5, 1, tzinfo=UTC)))
    return path


def _judge(path: Path, draw: random.Random) -> None:
    judge = palanca.Judge(who="benchmark")
    with palanca.open_case(path) as case:
        for _ in range(_JUDGED):
            proposal = draw.choice(list(case.proposals()))
            decide = draw.choice((palanca.same, palanca.different))
            decide(case, proposal.one, proposal.other, judge)
        for claim in draw.sample(list(case.claims(Filter(kinds=(Kind.EVENT,)))), _JUDGED):
            palanca.reject(case, claim.id, judge)


def _told(name: str, path: Path) -> str:
    with palanca.open_case(path) as case:
        digest = hashlib.sha256("\n".join(_answers(case)).encode("utf-8", "surrogatepass")).hexdigest()
        counts = case.counts()
    claims = sum(counts.claims.values())
    print(f"{name:<18} {counts.documents} documents, {counts.identities} things, {claims} claims  {digest[:16]}")
    return digest


def _answers(case: Case) -> Iterator[str]:
    settle(case)
    yield from map(repr, case.things())
    yield from map(repr, case.proposals())
    yield from map(repr, case.claims(Filter(rejected=True)))
    yield from (repr(shown.finding) for shown in palanca.audit(case))
    yield from (json.dumps(fact, sort_keys=True) for fact in palanca.facts(case))
    yield from (repr(asdict(state)) for state in case.judgement_states().values())


if __name__ == "__main__":
    main()
