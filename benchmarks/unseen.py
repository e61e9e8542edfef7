"""Precision and recall on articles whose annotation nobody who wrote rules has seen.

    python benchmarks/unseen.py [--corpus ../shared/corpus] [--gold ../shared/gold] [--errors N] [--layer L]

The six articles are rows of `wikinews_2019.csv`. `unseen_truth/` has what a reader must find in them, by the guidelines
beside the gold, with offsets into the text in place of its words; the ruler is the gold's own. Says so and stops with
status 0 where corpus or gold is not there: both travel beside the project and are no part of it.
"""

import argparse
import csv
import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from score import run_ruler, write_facts

TRUTH = Path(__file__).parent / "unseen_truth"
_SPANNED = ("quote", "quotes", "content")


def text_of(row: dict[str, str]) -> str:
    """An article as one text: its headline, an empty line, and its paragraphs."""
    text = f"{row['title']}\n\n{row['text'].replace('\xa0', ' ').strip()}\n"
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text))


def with_words(fact: dict[str, Any], text: str) -> dict[str, Any]:
    """A fact of the truth with words for its offsets: of `quote` and `content` one pair, of `quotes` several."""

    def words(span: Any) -> Any:
        return [words(one) for one in span] if isinstance(span[0], list) else text[span[0] : span[1]]

    return {name: words(value) if name in _SPANNED and value else value for name, value in fact.items()}


def lay_out(corpus: Path, folder: Path) -> None:
    """Write the annotated articles as the gold is laid out: `docs` with an index, and `gold`."""
    docs, gold = folder / "docs", folder / "gold"
    docs.mkdir()
    gold.mkdir()
    index = []
    for name, row in _articles(corpus):
        text = text_of(row)
        (docs / f"{name}.txt").write_text(text, encoding="utf-8")
        facts = map(json.loads, (TRUTH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
        lines = [json.dumps(with_words(fact, text), ensure_ascii=False) + "\n" for fact in facts]
        (gold / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        entry = {"doc": name, "title": row["title"], "published": row["date"], "outlet": "Wikinews", "language": "en"}
        index.append(json.dumps(entry) + "\n")
    (docs / "index.jsonl").write_text("".join(index), encoding="utf-8")


def _articles(corpus: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with (corpus / "wikinews_2019.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            if (TRUTH / f"wn19-{number}.jsonl").exists():
                yield f"wn19-{number}", row


def main() -> None:
    """Lay the articles out, read them, and let the ruler print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--layer", action="append", default=[])
    options = parser.parse_args()
    if not ((options.corpus / "wikinews_2019.csv").exists() and (options.gold / "score.py").exists()):
        print(f"no articles at {options.corpus} or no ruler at {options.gold}: nothing to score")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lay_out(options.corpus, folder)
        facts = folder / "facts.jsonl"
        write_facts(folder / "docs", facts)
        layers = [word for layer in options.layer for word in ("--layer", layer)]
        run_ruler(options.gold / "score.py", folder / "gold", folder / "docs", facts,
                  "--errors", options.errors, *layers)  # fmt: skip


if __name__ == "__main__":
    main()
