"""Words by which somebody's words are told: `reporting.yaml`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from palanca.lexicon.loading import Entry, load_yaml


class Complement(StrEnum):
    """What a reporting verb takes besides a direct quotation."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OBJECT_INFINITIVE = "object_infinitive"
    FOR_INFINITIVE = "for_infinitive"
    GERUND = "gerund"
    OBJECT_GERUND = "object_gerund"
    QUOTE_ONLY = "quote_only"


class _Class(Entry):
    takes: tuple[Complement, ...]
    verbs: tuple[str, ...]


class _File(Entry):
    verbs: dict[str, _Class]
    phrases: dict[str, str]
    judging: tuple[str, ...]
    finding: tuple[str, ...]
    evidential: tuple[str, ...]
    vouching: tuple[str, ...]
    charging: tuple[str, ...]
    believing: tuple[str, ...]
    documents: tuple[str, ...]
    clause_nouns: tuple[str, ...]
    uttering: tuple[str, ...]
    anonymous: tuple[str, ...]
    standards: tuple[str, ...]
    binding: tuple[str, ...]
    authored: tuple[str, ...]
    platforms: tuple[str, ...]
    findings: tuple[str, ...]
    shares: tuple[str, ...]
    crowds: tuple[str, ...]
    circumstances: tuple[str, ...]
    naming: tuple[str, ...]
    denying: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingWords:
    """The lists of `reporting.yaml`, lemmas in lower case; what each is for stands in the file."""

    verbs: Mapping[str, frozenset[Complement]]
    phrases: Mapping[str, str]
    judging: frozenset[str]
    finding: frozenset[str]
    evidential: frozenset[str]
    vouching: frozenset[str]
    charging: frozenset[str]
    believing: frozenset[str]
    documents: frozenset[str]
    clause_nouns: frozenset[str]
    uttering: frozenset[str]
    anonymous: frozenset[str]
    standards: frozenset[str]
    binding: frozenset[str]
    authored: frozenset[str]
    platforms: frozenset[str]
    findings: frozenset[str]
    shares: frozenset[str]
    crowds: frozenset[str]
    circumstances: frozenset[str]
    naming: frozenset[str]
    denying: frozenset[str]


@cache
def reporting_words() -> ReportingWords:
    """The lists; a verb of several classes takes what any of them takes."""
    file = load_yaml("reporting.yaml", _File)
    takes: defaultdict[str, set[Complement]] = defaultdict(set)
    for group in file.verbs.values():
        for verb in group.verbs:
            takes[verb].update(group.takes)
    return ReportingWords(
        verbs={verb: frozenset(found) for verb, found in takes.items()},
        phrases=file.phrases,
        judging=frozenset(file.judging),
        finding=frozenset(file.finding),
        evidential=frozenset(file.evidential),
        vouching=frozenset(file.vouching),
        charging=frozenset(file.charging),
        believing=frozenset(file.believing),
        documents=frozenset(file.documents),
        clause_nouns=frozenset(file.clause_nouns),
        uttering=frozenset(file.uttering),
        anonymous=frozenset(file.anonymous),
        standards=frozenset(file.standards),
        binding=frozenset(file.binding),
        authored=frozenset(file.authored),
        platforms=frozenset(file.platforms),
        findings=frozenset(file.findings),
        shares=frozenset(file.shares),
        crowds=frozenset(file.crowds),
        circumstances=frozenset(file.circumstances),
        naming=frozenset(file.naming),
        denying=frozenset(file.denying),
    )
