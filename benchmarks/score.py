"""Precision and recall of every layer on the annotated documents: `make score`.

    python benchmarks/score.py [--gold ../shared/gold] [--errors N] [--layer L] [--keep DIR] [--card]

Reads GOLD/docs with `palanca.reading`, writes the facts, and runs the two rulers that lie beside the gold. With
`--card` the figures become the card that `palanca score` prints and the tables of the README and of docs/measured.md.
Says so and stops with status 0 when the gold is not there: it travels beside the project and is no part of it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import palanca
from palanca.exchange.facts import facts_of
from palanca.exchange.plover import code, json_line
from palanca.exchange.requests import TextRequest
from palanca.exchange.scorecard import LayerScore, Scorecard, markdown
from palanca.reading.document import DocumentReader
from palanca.records import Document, Origin, Time

ROOT = Path(__file__).parent.parent
CARD = ROOT / "src/palanca/exchange/scorecard.json"
PAGES = (ROOT / "README.md", ROOT / "docs/measured.md")
OPENING, CLOSING = "<!-- scorecard -->", "<!-- end of scorecard -->"


def gold_documents(docs: Path) -> list[Document]:
    """The annotated documents with the metadata of their index."""
    documents = []
    for line in (docs / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        path = docs / f"{entry['doc']}.txt"
        documents.append(
            Document(
                name=entry["doc"],
                text=path.read_text(encoding="utf-8"),
                origin=Origin(path=str(path), bytes_sha256="", media_type="text/plain"),
                title=entry.get("title"),
                published=Time.parse(entry["published"]) if entry.get("published") else None,
                outlet=entry.get("outlet"),
                language=entry.get("language"),
            )
        )
    return documents


def write_facts(docs: Path, target: Path) -> None:
    """Read every document and write its facts, one a line."""
    reader = DocumentReader()
    with target.open("w", encoding="utf-8") as lines:
        for document in gold_documents(docs):
            for fact in facts_of(reader.read(document)):
                lines.write(json.dumps(fact, ensure_ascii=False) + "\n")


def write_codings(sentences: Path, target: Path) -> None:
    """Code every sentence and write its events, one line each."""
    rows = map(json.loads, sentences.read_text(encoding="utf-8").splitlines())
    with target.open("w", encoding="utf-8") as lines:
        for coded in code(TextRequest(id=row["id"], text=row["text"]) for row in rows):
            lines.write(json_line(coded) + "\n")


def score_events(gold: Path, folder: Path) -> None:
    """Code the sentences beside the gold, if they are there, and score them."""
    sentences = gold / "events_dev.jsonl"
    if not sentences.exists():
        print(f"no sentences at {sentences}: no event codings scored")
        return
    codings = folder / "codings.jsonl"
    write_codings(sentences, codings)
    run_ruler(gold / "score_events.py", sentences, codings, "--perclass")


def measured(gold: Path, facts: Path) -> Scorecard:
    """The ruler's figures as a card, dated today."""
    ruler = [sys.executable, str(gold / "score.py"), str(gold / "gold"), str(gold / "docs"), str(facts), "--json"]
    found = json.loads(subprocess.run(ruler, check=True, capture_output=True, text=True).stdout)
    layers = []
    for name, layer in found["layers"].items():
        lenient = layer["lenient"]
        layers.append(
            LayerScore(layer=name, gold=layer["gold"], precision=round(lenient["p"], 3), recall=round(lenient["r"], 3),
                       f1=round(lenient["f1"], 3), strict_f1=round(layer["strict"]["f1"], 3))
        )  # fmt: skip
    pairs = found["alias_pairs"]
    layers.insert(1, LayerScore(layer="pairs of aliases", gold=pairs["gold"], precision=round(pairs["p"], 3),
                                recall=round(pairs["r"], 3), f1=round(pairs["f1"], 3)))  # fmt: skip
    return Scorecard(
        version=str(palanca.__version__), measured=datetime.now(UTC).date().isoformat(), documents=found["documents"],
        layers=tuple(layers), times_right=round(found["time_accuracy"]["all"]["share"], 3),
        invented=found["invented_times"]["invented"], undated=found["invented_times"]["undated"],
    )  # fmt: skip


def write_card(card: Scorecard) -> None:
    """Put the card into the package and its table into the pages that show it, between their marks."""
    CARD.write_text(card.model_dump_json(indent=1) + "\n", encoding="utf-8")
    for page in PAGES:
        before, rest = page.read_text(encoding="utf-8").split(OPENING)
        _, after = rest.split(CLOSING)
        page.write_text(f"{before}{OPENING}\n{markdown(card)}\n{CLOSING}{after}", encoding="utf-8")


def run_ruler(*arguments: object) -> None:
    """Run one of the scripts beside the gold and let it print."""
    sys.stdout.flush()
    subprocess.run([sys.executable, *map(str, arguments)], check=True)


def main() -> None:
    """Score facts, then event codings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--layer", action="append", default=[])
    parser.add_argument("--keep", type=Path, help="keep the facts and codings in this folder")
    parser.add_argument("--card", action="store_true", help="refresh the card of the package and of the pages")
    parser.add_argument("--no-events", action="store_true", help="leave events_dev.jsonl out")
    options = parser.parse_args()
    if not (options.gold / "score.py").exists():
        print(f"no annotated documents at {options.gold}: nothing to score")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        facts = folder / "facts.jsonl"
        write_facts(options.gold / "docs", facts)
        extra = [word for layer in options.layer for word in ("--layer", layer)]
        run_ruler(options.gold / "score.py", options.gold / "gold", options.gold / "docs", facts,
                  "--errors", options.errors, *extra)  # fmt: skip
        if options.card:
            write_card(measured(options.gold, facts))
        if not options.no_events:
            score_events(options.gold, folder)


if __name__ == "__main__":
    main()
