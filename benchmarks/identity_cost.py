"""What settling identities costs at size, each figure from a process of its own: CPU seconds, peak MiB.

    python benchmarks/identity_cost.py --mentions 1000000 --names 200000 [--adding]

Prints one line of JSON. The whole is resolved from a stream, so that the peak is that of the resolution; what the
generator takes is measured apart and left out of the seconds, which are the processor's, so that a busy machine does
not add to them. With `--adding` the case stands in memory, and documents of it are settled again one by one, as if each
had just been added: by what it reaches, and nothing else.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from clustering import Contingency
from generated_names import GeneratedCase, generated
from palanca.identity import Profile, blocks, resolve
from palanca.identity.neighbours import Neighbourhood
from palanca.records import EntityId

DOCUMENTS_ADDED = 25


def cost_of(case: GeneratedCase, *, adding: bool = False) -> dict[str, Any]:
    """Measure in a fresh process: what this script prints."""
    command = [sys.executable, str(Path(__file__)), "--mentions", str(case.mentions), "--names", str(case.names)]
    command += ["--seed", str(case.seed), *(["--adding"] if adding else [])]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return found


def whole(case: GeneratedCase) -> dict[str, Any]:
    """Resolve a case; then hold it against the truth, which is made once more."""
    started = time.process_time()
    mentions = sum(1 for _ in generated(case))
    generating = time.process_time() - started
    started = time.process_time()
    resolution = resolve(profile for profile, _ in generated(case))
    seconds = time.process_time() - started - generating
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = Contingency.of((truth, resolution.identity[profile.entity]) for profile, truth in generated(case))
    pairs, members = found.pairwise(), found.b_cubed()
    return {
        "mentions": mentions, "things": len(found.true), "found": len(found.found), "seconds": seconds, "mib": peak,
        "proposals": len(resolution.proposals), "pairwise": [pairs.precision, pairs.recall, pairs.f1],
        "b_cubed": [members.precision, members.recall, members.f1],
    }  # fmt: skip


@dataclass(slots=True)
class _Standing:
    """A case in memory, as `Neighbourhood` asks for it."""

    of_entity: dict[EntityId, Profile]
    of_block: dict[str, list[EntityId]]

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "_Standing":
        of_entity: dict[EntityId, Profile] = {}
        of_block: dict[str, list[EntityId]] = defaultdict(list)
        for profile in profiles:
            of_entity[profile.entity] = profile
            for block in blocks(profile):
                of_block[block].append(profile.entity)
        return cls(of_entity, of_block)

    def profiles(self, entities: Collection[EntityId]) -> Iterator[Profile]:
        return (self.of_entity[entity] for entity in entities)

    def in_blocks(self, keys: Iterable[str]) -> Iterator[tuple[EntityId, str]]:
        return ((entity, key) for key in keys for entity in self.of_block.get(key, ()))


def added(case: GeneratedCase) -> dict[str, Any]:
    """Settle some documents again, spread over the case, each by what it reaches."""
    standing = _Standing.of(profile for profile, _ in generated(case))
    started = time.process_time()
    identity = resolve(standing.of_entity.values()).identity
    seconds = time.process_time() - started
    of_document: dict[str, list[Profile]] = defaultdict(list)
    for profile in standing.of_entity.values():
        of_document[profile.document].append(profile)
    chosen = sorted(of_document)[:: max(1, len(of_document) // DOCUMENTS_ADDED)][:DOCUMENTS_ADDED]
    neighbours = Neighbourhood(profiles=standing.profiles, in_blocks=standing.in_blocks, rulings=())
    found = [_settled_again(of_document[one], neighbours, standing, identity) for one in chosen]
    taken = [one[0] for one in found]
    return {
        "seconds_of_all": seconds, "documents": len(chosen), "median": median(taken), "most": max(taken),
        "reached_median": median(one[1] for one in found), "reached_most": max(one[1] for one in found),
        "otherwise": sum(one[2] for one in found),
    }  # fmt: skip


def _settled_again(
    document: list[Profile], neighbours: Neighbourhood, standing: _Standing, identity: Mapping[EntityId, EntityId]
) -> tuple[float, int, int]:
    """Seconds, the entities reached, and how many of them get another identity than in the whole."""
    started = time.process_time()
    reached = neighbours.of(document)
    again = resolve(standing.profiles(reached)).identity
    taken = time.process_time() - started
    return taken, len(reached), sum(again[one] != identity[one] for one in reached)


def main() -> None:
    """Measure one thing and print it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--adding", action="store_true")
    options = parser.parse_args()
    case = GeneratedCase(mentions=options.mentions, names=options.names, seed=options.seed)
    print(json.dumps(added(case) if options.adding else whole(case)))


if __name__ == "__main__":
    main()
