"""Full names of one thing that differ in spelling."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from palanca.analysis.audit.findings import FINDINGS
from palanca.analysis.audit.ledger import Ledger, Told, finding
from palanca.analysis.audit.rule import Check, Reads, Rule
from palanca.analysis.audit.wording import listed
from palanca.analysis.audit.words import words
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.records import DocumentId, EntityId, Finding, FindingKind, Identity, Schema, Severity
from palanca.records.names import fold
from palanca.records.sayings import counted

_MOST_LETTERS, _MOST_WORDS = 2, 2  # that differ
_LEAST_ALIKE = 0.55  # of the letters of two words
_LEAST_PERSON, _LEAST_OTHER = 3, 5  # letters of a word that may be spelled otherwise: shorter ones are other words
_SHOWN_DOCUMENTS = 3  # for each spelling

type Spelled = Mapping[str, Mapping[DocumentId, Told]]


def name_variants(ledger: Ledger) -> Iterator[Finding]:
    """One finding for each thing of the case with names that differ in spelling, as its documents write them."""
    things = {thing.id: thing for thing in ledger.identities.values()}
    varied = {thing.id: spellings(thing) for thing in things.values() if is_spelled_in_ways(thing)}
    for thing, documents in _documents_of(ledger, varied).items():
        spelled = {name: found for name in varied[thing] if (found := _writing(ledger, name, documents))}
        kept = _differing(tuple(spelled), is_person=things[thing].schema is Schema.PERSON)
        if kept:
            yield _finding(ledger, things[thing], {name: spelled[name] for name in kept})


def is_spelled_in_ways(thing: Identity) -> bool:
    """Whether some names of a thing differ in spelling; what countries are called differs by right."""
    return bool(thing.names) and not thing.is_country and bool(spellings(thing))


def spellings(thing: Identity) -> tuple[str, ...]:
    """The names of a thing that another of its names spells otherwise, in the order of the thing."""
    names = tuple(dict.fromkeys((thing.caption, *thing.names)))
    return _differing(names, is_person=thing.schema is Schema.PERSON)


def _differing(names: Sequence[str], *, is_person: bool) -> tuple[str, ...]:
    parts = {name: _parts(name, is_person=is_person) for name in names}
    pairs = combinations(names, 2)
    found = {name for pair in pairs if _differ(parts[pair[0]], parts[pair[1]], is_person=is_person) for name in pair}
    return tuple(name for name in names if name in found)


@cache
def _parts(name: str, *, is_person: bool) -> tuple[str, ...]:
    """A name as it is compared: folded, without possessive endings, and for bodies without legal forms."""
    folded = fold(re.sub(r"['’]s?(?!\w)", "", name)).split()
    return tuple(folded if is_person else (word for word in folded if word not in words().legal_forms))


def _differ(one: tuple[str, ...], other: tuple[str, ...], *, is_person: bool) -> bool:
    """Whether two names have the same parts but for the spelling of one or two; persons need one in common."""
    if len(one) != len(other) or (is_person and len(one) < 2):
        return False
    odd = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if not 1 <= len(odd) <= _MOST_WORDS or (len(odd) == len(one) and len(one) > 1):
        return False
    if not is_person and any(_are_forms(*pair) for pair in odd):
        return False
    least = _LEAST_PERSON if is_person else _LEAST_OTHER
    return all(_is_respelled(*pair, least=least) for pair in odd)


def _are_forms(one: str, other: str) -> bool:
    """Whether two words differ in their ending alone, as forms of one word do: "Democrats", "Democratic"."""
    least = min(len(one), len(other)) - 1
    return one[:least] == other[:least]


def _is_respelled(one: str, other: str, *, least: int) -> bool:
    """Whether two words are one in two spellings: a few letters apart, no plural, no country's adjective."""
    if min(len(one), len(other)) < least or not (one.isalpha() and other.isalpha()):
        return False
    if {one, other} in _accepted() or f"{one}s" == other or f"{other}s" == one:
        return False
    if any(country_named(word.title()) or country_of_demonym(word.title()) for word in (one, other)):
        return False
    apart = DamerauLevenshtein.distance(one, other, score_cutoff=_MOST_LETTERS)
    return apart <= _MOST_LETTERS and 1 - apart / max(len(one), len(other)) >= _LEAST_ALIKE


@cache
def _accepted() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, words().accepted_spellings))


def _documents_of(ledger: Ledger, varied: Mapping[EntityId, object]) -> Mapping[EntityId, dict[DocumentId, Told]]:
    """For each of these things the documents that tell of it, each with its first statement that does, by name."""
    found: dict[EntityId, dict[DocumentId, Told]] = defaultdict(dict)
    for told in sorted(ledger.all_told(), key=lambda told: ledger.place(told.statement)) if varied else ():
        statement = told.statement
        fillers = (*(role.filler for role in statement.roles), statement.speaker, statement.place)
        named = {thing.id for filler in fillers if (thing := ledger.thing(filler))}
        for identifier in named & varied.keys():
            found[identifier].setdefault(statement.document, told)
    return found


def _writing(ledger: Ledger, name: str, documents: Mapping[DocumentId, Told]) -> Mapping[DocumentId, Told]:
    """Those of the documents whose text has the name so spelled."""
    written = re.compile(rf"(?<!\w){r'\s+'.join(map(re.escape, name.split()))}(?!\w)")
    return {document: told for document, told in documents.items() if written.search(ledger.text(document))}


def _finding(ledger: Ledger, thing: Identity, spelled: Spelled) -> Finding:
    ordered = sorted(spelled, key=lambda name: (-len(spelled[name]), name))
    names = [f"“{name}” in {counted(len(spelled[name]), 'document')}" for name in ordered]
    evidence = [told for name in ordered for told in list(spelled[name].values())[:_SHOWN_DOCUMENTS]]
    text = FINDINGS.say("spelled", thing=thing.caption, ways=len(names), sides=listed(names))
    return finding(ledger, FindingKind.NAME_VARIANT, _severity(ordered), text, evidence)


def _severity(names: Sequence[str]) -> Severity:
    """A first letter that differs may make another name, and another person."""
    first = {tuple(word[0] for word in fold(name).split()) for name in names}
    return Severity.MEDIUM if len(first) > 1 else Severity.LOW


NAME_VARIANT = Rule(
    kind=FindingKind.NAME_VARIANT,
    says=(
        "What is taken for one person, body or place has full names that differ by a few letters within a word "
        "(Rajput, Rajpoot). Parts of a name, initials, accents, plurals, legal forms and spellings that are both "
        "right are left out. Medium where a first letter differs (Fernández, Hernández)."
    ),
    checks=(Check(reads=Reads(of=is_spelled_in_ways), find=name_variants),),
)
