"""Words a second of the whole path and of the bare spaCy pipeline, in one run, on real articles.

    python benchmarks/reading.py [--corpus ../shared/corpus/wikinews_2019.csv] [--rounds 3] [--facts]

The two are measured in turn, round by round, and their ratio is that of the medians, so that a machine that slows down
slows both. Each is measured in a process of its own, whose peak memory is the operating system's figure. `--facts`
also reads the corpus into a case and prints the number of facts per layer and twenty drawn at random (seed 7).
"""

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SEED = 7
WARM = "Peru met Chile. "  # loads what a process loads once: pipelines, word lists, the guess of a language, the store


def texts_of(corpus: Path) -> list[str]:
    """The texts of the corpus, in order."""
    csv.field_size_limit(10_000_000)
    with corpus.open(encoding="utf-8", newline="") as lines:
        return [row["text"] for row in csv.DictReader(lines)]


def measure_bare(corpus: Path) -> float:
    """Seconds that spaCy alone takes for the corpus, loading left out."""
    from palanca.reading.language import Languages

    nlp = Languages().load("en")
    texts = texts_of(corpus)
    started = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return time.perf_counter() - started


def measure_path(corpus: Path, processes: int) -> float:
    """Seconds from the file to the finished case, loading left out where one process reads."""
    from palanca.pipeline import ReadOptions, read

    with tempfile.TemporaryDirectory() as folder:
        if processes == 1:
            first = Path(folder) / "first.txt"
            first.write_text(WARM, encoding="utf-8")
            read(Path(folder) / "first.palanca", [first], ReadOptions(processes=1))
        started = time.perf_counter()
        read(Path(folder) / "bench.palanca", [corpus], ReadOptions(processes=processes))
        return time.perf_counter() - started


def in_process(corpus: Path, what: str) -> tuple[float, float]:
    """Seconds and peak memory in MiB of one measurement in a fresh process."""
    command = [sys.executable, __file__, "--corpus", str(corpus), "--one", what]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(out.splitlines()[-1])
    return found["seconds"], found["mib"]


def one(corpus: Path, what: str) -> None:
    """Measure one thing and print it as JSON."""
    seconds = measure_bare(corpus) if what == "bare" else measure_path(corpus, int(what))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"seconds": seconds, "mib": max(own, below) / 1024}))


def print_facts(corpus: Path) -> None:
    """Counts per layer, and twenty facts drawn at random with their sentences."""
    import palanca
    from palanca.records import Kind

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "facts.palanca"
        summary = palanca.read(case, [corpus])
        with palanca.open_case(case) as opened:
            counts, statements = opened.counts(), opened.count_statements()
            from palanca.questions import ask

            rows = [row for kind in Kind for row in ask(opened, kind)]
    read = sum(summary.outcomes.values())
    print(f"read {read} articles, rejected {len(summary.rejections)}, skipped {len(summary.skipped)}")
    print(f"entities {counts.entities}, mentions {counts.mentions}, sentences {counts.sentences}")
    for kind, count in statements.items():
        print(f"{kind}: {count}")
    for row in random.Random(SEED).sample(rows, 20):  # noqa: S311  # a draw, no secret
        print(f"- {row.claim.kind} {' | '.join(filter(None, row.cells))}\n    {row.sentence}  [{row.document}]")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/wikinews_2019.csv"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--facts", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: nothing to measure")
        return
    if options.one:
        one(options.corpus, options.one)
        return
    words = sum(len(text.split()) for text in texts_of(options.corpus))
    rounds = [[in_process(options.corpus, what) for what in ("bare", "1", "2")] for _ in range(options.rounds)]
    labels = ("bare spaCy", "whole path, 1 process", "whole path, 2 processes")
    medians = [median(r[i][0] for r in rounds) for i in range(3)]
    for i, label in enumerate(labels):
        print(f"{label:<26} {words / medians[i]:>7,.0f} words/s   peak {max(r[i][1] for r in rounds):,.0f} MiB")
    ratios = medians[0] / medians[1], medians[0] / medians[2]
    print(f"ratio of the whole path to bare spaCy: {ratios[0]:.2f} (1 process), {ratios[1]:.2f} (2)")
    if options.facts:
        print_facts(options.corpus)


if __name__ == "__main__":
    main()
