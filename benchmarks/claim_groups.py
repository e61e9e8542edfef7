"""Whether claims are what a careful editor would count as one, and whether near copies are told from other stories.

    python benchmarks/claim_groups.py [--corpus ../shared/corpus/wikinews_2019.csv] [--articles 100] [--texts 5000]

First the hand-made cases of `tests/claims/groups.yaml`: statement pairs and B-cubed, disputes and voices, with every
line that is not as the editor has it. Then articles of the corpus edited as papers do, paragraphs cut and words
changed: how many are known as copies of what they were, and which other articles are taken for copies. Last, seconds.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from itertools import combinations, product
from pathlib import Path

from palanca.claims.copies import groups_of_copies, shared_passages, signature
from palanca.records import DocumentId
from palanca.records.names import fold
from reading import texts_of

sys.path.insert(0, str(Path(__file__).parent.parent))  # the cases stand with the tests

from tests.claims.group_cases import Case, load
from tests.claims.group_scores import Score, score, score_together

SHARES_CHANGED = (0.05, 0.1, 0.15)
SHARES_CUT = (0.0, 0.2, 1 / 3)
ARTICLES = 100
TEXTS = 5000
TEXT_WORDS = 300
SEED = 7


def edited(text: str, changed: float, cut: float, draw: random.Random) -> str:
    """The text without `cut` of its paragraphs, `changed` of its words replaced by others of it."""
    paragraphs = [paragraph.split() for paragraph in text.split("\n") if paragraph.strip()]
    for _ in range(min(len(paragraphs) - 1, round(cut * len(paragraphs)))):
        del paragraphs[draw.randrange(len(paragraphs))]
    words = text.split()
    return "\n".join(
        " ".join(draw.choice(words) if draw.random() < changed else word for word in paragraph)
        for paragraph in paragraphs
    )


def print_groups(cases: Sequence[Case]) -> None:
    """How the cases are grouped, each by itself, and whether one ledger of all groups them alike."""
    found, together = score(cases), score_together(cases)
    print(f"{len(cases)} cases, {sum(len(case.told) for case in cases)} statements")
    _print_score("each by itself", found)
    _print_score("in one ledger", together)
    print(*dict.fromkeys((*found.wrong, *together.wrong)), sep="\n")


def _print_score(name: str, found: Score) -> None:
    pairs, disputes = found.pairs, found.disputes
    print(
        f"{name:16} pairs P {pairs.precision:.3f} R {pairs.recall:.3f} F1 {pairs.f1:.3f}"
        f" ({pairs.right} right, {pairs.found} found, {pairs.wanted} wanted)"
        f"  B-cubed P {found.cubed_precision:.3f} R {found.cubed_recall:.3f}"
        f"  disputes P {disputes.precision:.3f} R {disputes.recall:.3f} of {disputes.wanted}"
        f"  voices {found.voices} of {found.grouped}"
    )


def print_copies(texts: Sequence[str], count: int) -> None:
    """How many edited articles are known as copies, by how they were edited, and which others are taken for copies."""
    draw = random.Random(SEED)  # noqa: S311  # no secret depends on it
    signatures = {DocumentId(f"{i:06}"): signature(text) for i, text in enumerate(texts)}
    groups = groups_of_copies(signatures)
    joined = sorted(one for one, group in groups.items() if one != group)
    print(f"{len(texts)} articles as they are: {len(joined)} taken for copies of others", *joined)
    sets = [_shingles(text) for text in texts]
    most = max(len(one & other) / len(one | other) for one, other in combinations(sets, 2))
    print(f"the most alike two of them share {most:.2f} of their shingles")
    known = made = 0
    for changed, cut in product(SHARES_CHANGED, SHARES_CUT):
        copies = {i: signature(edited(texts[i], changed, cut, draw)) for i in range(count)}
        right = sum(
            len(
                set(
                    groups_of_copies(
                        {DocumentId("a"): signatures[DocumentId(f"{i:06}")], DocumentId("b"): copy}
                    ).values()
                )
            )
            == 1
            for i, copy in copies.items()
        )
        known, made = known + right, made + count
        print(f"{changed:4.0%} of words changed, {cut:4.0%} of paragraphs cut: {right} of {count} known")
    print(f"copies known in all: {known} of {made}")


def _shingles(text: str) -> set[tuple[str, ...]]:
    """Every three words in a row."""
    words = fold(text).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def print_speed(texts: Sequence[str], count: int) -> None:
    """Seconds for texts of 300 words, a tenth of them near copies of the one before."""
    draw = random.Random(SEED)  # noqa: S311  # no secret depends on it
    words = [word for text in texts for word in text.split()]
    made: dict[DocumentId, str] = {}
    text = ""
    for i in range(count):
        start = draw.randrange(len(words) - TEXT_WORDS)
        copy = i % 10 == 9
        text = (
            edited(text, 0.05, 0, draw)
            if copy
            else " ".join(draw.sample(words[start : start + TEXT_WORDS], TEXT_WORDS))
        )
        made[DocumentId(f"{i:06}")] = text
    began = time.perf_counter()
    signatures = {document: signature(text) for document, text in made.items()}
    signed = time.perf_counter()
    groups = groups_of_copies(signatures)
    grouped = time.perf_counter()
    passages = sum(1 for _ in shared_passages(made))
    shared = time.perf_counter()
    print(
        f"{count} texts of {TEXT_WORDS} words: signatures {signed - began:.1f} s, groups {grouped - signed:.1f} s"
        f" ({count - len(set(groups.values()))} copies), passages {shared - grouped:.1f} s ({passages})"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus/wikinews_2019.csv"))
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--texts", type=int, default=TEXTS)
    options = parser.parse_args()
    print_groups(load())
    if not options.corpus.exists():
        print(f"no texts at {options.corpus}: copies are not measured")
        return
    texts = texts_of(options.corpus)
    print_copies(texts, min(options.articles, len(texts)))
    print_speed(texts, options.texts)


if __name__ == "__main__":
    main()
