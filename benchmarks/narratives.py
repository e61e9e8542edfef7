"""What finding narratives costs on a generated press, and whether stories that are known come out as they went in.

    python benchmarks/narratives.py [--documents 50000]

Stories of one to twelve articles, some of them copies with a word added, stand among articles that tell nothing of each
other. All use the same small vocabulary, and half of them a phrase that everybody quotes. A tenth of the stories are
told again two months later, which is another story. Claims are not generated: their reading is measured elsewhere.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from palanca.analysis.narratives import Article, Passages, Press, Sayings, stories
from palanca.claims.copies import groups_of_copies, signature
from palanca.records import DocumentId, Span, Time

_SEED = 7
_FIRST = date(2020, 1, 1)
_VOCABULARY = [f"word{i}" for i in range(3_000)]
_PHRASE = "we will do all that we can to help the people of this country"

type Made = tuple[str, str, date, Span]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=50_000)
    made = list(_press(parser.parse_args().documents, Random(_SEED)))  # noqa: S311  # invented texts
    texts = {DocumentId(f"d{i}"): text for i, (_, text, _, _) in enumerate(made)}
    truth = {document: story for document, (story, *_) in zip(texts, made, strict=True)}
    signatures = {document: signature(text) for document, text in texts.items()}
    started = time.process_time()
    articles = [
        Article(id=document, name=document, published=Time.day(day), outlet=f"outlet {i % 200}")
        for i, (document, (_, _, day, _)) in enumerate(zip(texts, made, strict=True))
    ]
    press = Press(articles, groups_of_copies(signatures))
    sayings = Sayings(texts.__getitem__)
    for document, (_, text, _, span) in zip(texts, made, strict=True):
        sayings.add(document, text, [span])
    found = stories(press, list(sayings.shared()), Passages(texts.__getitem__))
    seconds = time.process_time() - started
    mixed = sum(len({truth[one] for one in narrative.documents}) > 1 for narrative in found)
    placed = sum(len(narrative.documents) for narrative in found)
    sizes: dict[str, int] = {}
    for story in truth.values():
        sizes[story] = sizes.get(story, 0) + 1
    known = sum(size for size in sizes.values() if size > 1)
    print(f"{len(texts):,} articles, {sum(size > 1 for size in sizes.values()):,} stories of {known:,} articles")
    print(f"{len(found):,} narratives of {placed:,} articles, {mixed} of several stories")
    print(f"the largest has {max(len(one.documents) for one in found)} articles, of at most {max(sizes.values())}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seconds:.1f} s of one processor without signatures, peak {peak} MiB with all texts in memory")


def _press(documents: int, chance: Random) -> Iterator[Made]:
    number, made = 0, 0
    while made < documents:
        number += 1
        day = _FIRST + timedelta(days=chance.randrange(1_000))
        quoted = " ".join(chance.choices(_VOCABULARY, k=14))
        told = [(f"{number}", day), (f"{number} again", day + timedelta(days=60))]
        for name, start in told if number % 10 == 0 else told[:1]:
            for one in _story(name, quoted, start, chance):
                yield one
                made += 1


def _story(name: str, quoted: str, start: date, chance: Random) -> Iterator[Made]:
    body = ""
    for i in range(chance.choice([1, 1, 1, 1, 2, 3, 5, 12])):
        is_copy = i > 0 and chance.random() < 0.3
        body = f"{body} staff" if is_copy else " ".join(chance.choices(_VOCABULARY, k=180))
        end = f" {_PHRASE}" if chance.random() < 0.5 else ""
        text = f'He said "{quoted}{end}" {body}'
        yield name, text, start + timedelta(days=chance.randrange(15)), Span(9, 9 + len(quoted) + len(end))


if __name__ == "__main__":
    main()
