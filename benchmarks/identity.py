"""How well entities of different documents are told to be one thing: precision, recall and F1 against the truth.

    python benchmarks/identity.py [--gold ../shared/gold] [--registers ../shared/corpus/registers]
        [--generated 50000] [--seed 1] [--scale] [--wrong N]

Three truths: the annotated documents pooled in one case (`identity_truth/gold_identities.jsonl`, labelled by hand);
300 pairs of people in registers (`identity_truth/registers.jsonl`, judged by hand, half of them the same, all of them
chosen to be hard, so that their figures say less of a whole register than of its hard cases); generated names, whose
truth is known. Merges are also shown by the kind of evidence: how a name agrees with that of the head of its identity.
`--scale` resolves a million mentions of 200,000 names and adds documents to a case. `--wrong` lists what went wrong.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clustering import Agreement, Contingency, of_pairs
from generated_names import GeneratedCase, generated
from gold_profiles import profiles_of_gold
from identity_cost import cost_of
from palanca.identity import Profile, Resolution, body_names, person_names, resolve
from palanca.identity.sketch import forms_of
from palanca.records import EntityId
from register_profiles import FILES, profiles_of_registers

TRUTH = Path(__file__).parent / "identity_truth"
SORTS: dict[str, Callable[[Profile], bool]] = {
    "all": lambda _: True,
    "people": lambda profile: profile.is_person,
    "bodies": lambda profile: profile.is_body,
    "all else": lambda profile: not profile.is_person and not profile.is_body,
}
MENTIONS_PER_NAME = 5
SCALE, SCALE_ADDING = 1_000_000, 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A case resolved, with the truth of each entity."""

    name: str
    profiles: Mapping[EntityId, Profile]
    truth: Mapping[EntityId, str]
    resolution: Resolution

    def members(self) -> Iterator[tuple[Profile, str, EntityId]]:
        """Each profile with its true and its found thing."""
        for entity, profile in self.profiles.items():
            yield profile, self.truth[entity], self.resolution.identity[entity]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two entities of registers, and whether a person judged them to be the same."""

    one: EntityId
    other: EntityId
    same: bool


def measured(name: str, truths: Iterator[tuple[Profile, str]]) -> Measured:
    """Resolve profiles that come with their truth."""
    told = list(truths)
    profiles = {profile.entity: profile for profile, _ in told}
    truth = {profile.entity: thing for profile, thing in told}
    return Measured(name=name, profiles=profiles, truth=truth, resolution=resolve(profiles.values()))


def gold_truth(gold: Path) -> Iterator[tuple[Profile, str]]:
    """The profiles of the annotated documents with the things of the labels. Raises KeyError for one without label."""
    lines = (TRUTH / "gold_identities.jsonl").read_text(encoding="utf-8").splitlines()
    things = {(line["document"], line["caption"]): line["thing"] for line in map(json.loads, lines)}
    for profile in profiles_of_gold(gold):
        yield profile, things[profile.document, profile.caption]


def generated_truth(case: GeneratedCase) -> Iterator[tuple[Profile, str]]:
    """The profiles of a generated case with the numbers of the things."""
    return ((profile, str(number)) for profile, number in generated(case))


def judged_pairs() -> list[JudgedPair]:
    """The judged pairs of registers, in order of the file."""
    lines = (TRUTH / "registers.jsonl").read_text(encoding="utf-8").splitlines()
    return [JudgedPair(one=line["a"], other=line["b"], same=line["same"]) for line in map(json.loads, lines)]


def evidence_of(profile: Profile, head: Profile) -> str:
    """The best way in which a name of one agrees with one of the other."""
    if not forms_of(profile) or not forms_of(head):
        return "key: exact"
    compare = person_names.compare if profile.is_person else body_names.compare
    sort = "people" if profile.is_person else "bodies"
    best = max(compare(one, other) for one in forms_of(profile) for other in forms_of(head))
    return f"{sort}: {best.name.lower()}" if best else f"{sort}: by way of others"


def print_sorts(case: Measured) -> None:
    """One line for all, for people, for bodies and for the rest, with pairwise and B-cubed figures."""
    print(f"\n{case.name:<28}{'entities':>9}{'things':>8}{'found':>8}   {'pairwise P/R/F1':<24}B-cubed P/R/F1")
    for sort, belongs in SORTS.items():
        found = Contingency.of((true, one) for profile, true, one in case.members() if belongs(profile))
        sizes = f"{found.both.total():>9,}{len(found.true):>8,}{len(found.found):>8,}"
        print(f"  {sort:<26}{sizes}   {_figures(found.pairwise()):<24}{_figures(found.b_cubed())}")


def print_merges(case: Measured) -> None:
    """Of the entities that are one with the head of their identity in another document, how many rightly are."""
    right, every = Counter[str](), Counter[str]()
    for profile, true, one in case.members():
        head = case.profiles[one]
        if head.document != profile.document:
            kind = evidence_of(profile, head)
            every[kind] += 1
            right[kind] += true == case.truth[one]
    total = every.total()
    print(f"  merges across documents: {total:,}, right {_share(right.total(), total)}")
    for kind, count in sorted(every.items()):
        print(f"    {kind:<24}{count:>9,}   right {_share(right[kind], count)}")


def print_proposals(case: Measured) -> None:
    """How many pairs wait for a person, and how many of these are truly the same."""
    same = sum(case.truth[one.one] == case.truth[one.other] for one in case.resolution.proposals)
    count = len(case.resolution.proposals)
    print(f"  proposals: {count:,}, truly the same {_share(same, count)}")


def print_wrong(case: Measured, most: int) -> None:
    """The largest wrong merges, then the largest things that were found in pieces."""
    merged: dict[EntityId, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    split: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for profile, true, one in case.members():
        merged[one][true].append(profile)
        split[true][one].append(profile)
    for label, groups in (("wrongly one", merged), ("in pieces", split)):
        wrong = sorted((parts for parts in groups.values() if len(parts) > 1), key=_badness, reverse=True)
        print(f"  {label}: {len(wrong):,} groups")
        for parts in wrong[:most]:
            shown = sorted(parts.values(), key=len, reverse=True)[:4]
            print("    - " + "  <>  ".join(f"{len(part)}x {_line(part[0])}" for part in shown))


def _badness(parts: Mapping[str, list[Profile]]) -> int:
    """The pairs that are wrongly together, or wrongly apart."""
    sizes = [len(part) for part in parts.values()]
    return sum(sizes) ** 2 - sum(size * size for size in sizes)


def _line(profile: Profile) -> str:
    offices = ", ".join(
        f"{one.role} of {one.body or one.country} {one.first_year or ''}" for one in profile.offices[:2]
    )
    return f"{' | '.join(profile.names[:3])} [{profile.country or '?'}] {offices}"


def print_registers(folder: Path, most: int) -> None:
    """Agreement with the judged pairs: all, those with full names, those with a surname alone; and the proposals."""
    profiles = {profile.entity: profile for profile in profiles_of_registers(folder)}
    resolution = resolve(profiles.values())
    judged = [(pair, resolution.identity[pair.one] == resolution.identity[pair.other]) for pair in judged_pairs()]

    def is_full(pair: JudgedPair) -> bool:
        return all(len(person_names.parsed(profiles[one].caption).tokens) > 1 for one in (pair.one, pair.other))

    things = len(set(resolution.identity.values()))
    print(f"\nregisters: {len(profiles):,} entities, {things:,} found; {len(judged)} judged pairs      P/R/F1")
    for label, wanted in (("all", {True, False}), ("full names", {True}), ("a surname alone", {False})):
        chosen = [(pair.same, found) for pair, found in judged if is_full(pair) in wanted]
        print(f"  {label:<26}{len(chosen):>9}   {_figures(of_pairs(chosen))}")
    proposed = {frozenset((one.one, one.other)) for one in resolution.proposals}
    asked = [
        pair.same
        for pair, found in judged
        if not found and frozenset((resolution.identity[pair.one], resolution.identity[pair.other])) in proposed
    ]
    print(
        f"  proposals: {len(proposed):,}, of judged pairs {len(asked)}, truly the same {_share(sum(asked), len(asked))}"
    )
    for pair, found in judged if most else ():
        if found != pair.same:
            label = "wrongly one" if found else "apart"
            print(
                f"    - {label}: {pair.one} {_line(profiles[pair.one])}  <>  {pair.other} {_line(profiles[pair.other])}"
            )


def print_scale(seed: int) -> None:
    """Seconds and peak memory of a large case, and what one document more costs."""
    case = GeneratedCase(mentions=SCALE, names=SCALE // MENTIONS_PER_NAME, seed=seed)
    cost = cost_of(case)
    print(f"\nscale: {cost['mentions']:,} mentions of {cost['things']:,} things in {cost['seconds']:,.0f} CPU s, "
          f"peak {cost['mib']:,.0f} MiB; {cost['found']:,} found, {cost['proposals']:,} proposals")  # fmt: skip
    for name in ("pairwise", "b_cubed"):
        print(f"  {name:<10}" + " / ".join(f"{figure:.3f}" for figure in cost[name]))
    standing = GeneratedCase(mentions=SCALE_ADDING, names=SCALE_ADDING // MENTIONS_PER_NAME, seed=seed)
    more = cost_of(standing, adding=True)
    print(f"one document more in {SCALE_ADDING:,} mentions: median {more['median']:.3f} s, most {more['most']:.3f} s "
          f"of {more['seconds_of_all']:,.0f} s for all (1 : {more['seconds_of_all'] / more['median']:,.0f}); reaches "
          f"{more['reached_median']:,} entities, most {more['reached_most']:,}; "
          f"{more['otherwise']:,} settled otherwise than in the whole")  # fmt: skip


def _figures(agreement: Agreement) -> str:
    return f"{agreement.precision:.3f} / {agreement.recall:.3f} / {agreement.f1:.3f}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def report(case: Measured, most: int) -> None:
    """All tables of one case."""
    print_sorts(case)
    print_merges(case)
    print_proposals(case)
    if most:
        print_wrong(case, most)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--registers", type=Path, default=Path("../shared/corpus/registers"))
    parser.add_argument("--generated", type=int, default=50_000, help="mentions; 0 leaves them out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="list N groups of each kind of mistake")
    options = parser.parse_args()
    if (options.gold / "gold").is_dir():
        report(measured("annotated documents", gold_truth(options.gold)), options.wrong)
    else:
        print(f"no annotated documents at {options.gold}: left out")
    if all((options.registers / name).exists() for name in FILES):
        print_registers(options.registers, options.wrong)
    else:
        print(f"no registers at {options.registers}: left out")
    if options.generated:
        names = max(1, options.generated // MENTIONS_PER_NAME)
        case = GeneratedCase(mentions=options.generated, names=names, seed=options.seed)
        report(measured("generated names", generated_truth(case)), options.wrong)
    if options.scale:
        print_scale(options.seed)


if __name__ == "__main__":
    main()
