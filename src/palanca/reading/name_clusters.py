"""Which names of one document are the same thing: full names and short forms, acronyms, countries and their seats.

Only one document is looked at; what is the same across documents is the business of `identity`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from palanca.lexicon.bodies import leads_name, schema_of_head
from palanca.lexicon.countries import country_named, country_of_demonym
from palanca.lexicon.particles import particles
from palanca.lexicon.titles import titles
from palanca.reading.gazetteer import Sort
from palanca.reading.grammar.parse import Doc
from palanca.reading.name_chunks import Chunk
from palanca.reading.name_likeness import is_blend, is_respelled, is_turned_round, same_words, stem
from palanca.reading.name_types import Verdict, name_key
from palanca.records import Schema
from palanca.records.entity import BODIES

_LOOSE_PARTICLES = {"al", "el", "bin", "ibn"}
_SON_OF = {"bin", "ibn", "ben", "bint", "binti", "ould"}
_LONGEST_ACRONYM = 7
_OFTEN, _SHORTEST_MISSPELT = 3, 4  # mentions, letters
_ASSEMBLIES = {"house", "chamber", "assembly", "congress", "court"}  # "the House" of "House of Representatives"
_CHAMBERS = _ASSEMBLIES | {"senate", "parliament"}


@dataclass(slots=True, kw_only=True)
class Cluster:
    """The chunks of one thing. `names` marks those that name it; the others only point to it (demonyms)."""

    schema: Schema
    confidence: float
    chunks: list[Chunk] = field(default_factory=list)
    pointers: list[Chunk] = field(default_factory=list)
    country: str | None = None
    known_key: str | None = None
    _forms: tuple[int, list[str]] = (0, [])  # of so many chunks: every pair of clusters is asked for them

    def forms(self) -> list[str]:
        """Every form of its names, folded, longest first."""
        if self._forms[0] != len(self.chunks):
            forms = dict.fromkeys(name_key(c.text) for c in self.chunks if not c.government)
            self._forms = len(self.chunks), sorted(forms, key=lambda form: -len(form.split()))
        return self._forms[1]

    @property
    def first(self) -> int:
        """The token at which it first appears."""
        return min(chunk.first for chunk in (*self.chunks, *self.pointers))


def cluster_names(doc: Doc, chunks: Sequence[Chunk], verdicts: Mapping[str, Verdict]) -> list[Cluster]:
    """Group the chunks, in order of first appearance."""
    clusters = _equal_names(chunks, verdicts)
    _join(clusters, (*_parenthesised(doc, chunks, verdicts), *_renamed(doc, chunks, verdicts)))
    clusters = [c for c in clusters if c.chunks or c.pointers]
    home = _home(clusters)
    longer_body = partial(_longer_body, home=home)
    rules = (
        (_is_person, _longer_person),
        (_may_be_misspelt, _misspelt),
        (_is_no_person, _same_words),
        (_has_acronym, _spelled_out),
        (_is_one_word, _run_together),
        (_is_no_person, longer_body),
    )
    for may_fold, rule in rules:
        clusters = _fold_in(clusters, may_fold, rule, home)
    return sorted(clusters, key=lambda c: c.first)


def _home(clusters: Iterable[Cluster]) -> str | None:
    """The country that a text names most, and among equals first."""
    named: Counter[str] = Counter()
    for cluster in clusters:
        if cluster.country and cluster.schema is Schema.PLACE:
            named[cluster.country] += len(cluster.chunks) + len(cluster.pointers)
    return next((country for country, _ in named.most_common(1)), None)


def _equal_names(chunks: Sequence[Chunk], verdicts: Mapping[str, Verdict]) -> list[Cluster]:
    by_key: dict[str, Cluster] = {}
    for chunk in chunks:
        verdict = verdicts[name_key(chunk.text)]
        key = _cluster_key(chunk, verdict)
        cluster = by_key.setdefault(key, Cluster(schema=verdict.schema, confidence=verdict.confidence))
        _add(cluster, chunk)
    return list(by_key.values())


def _cluster_key(chunk: Chunk, verdict: Verdict) -> str:
    known = chunk.known
    if known and (chunk.government or known.sort in {Sort.COUNTRY, Sort.DEMONYM}):
        return f"country {known.country}"
    if known and known.sort in {Sort.REGION, Sort.REGION_ADJECTIVE}:
        return f"region {known.key}"
    if known and known.sort is Sort.BODY and verdict.schema is known.schema:
        return f"body {known.key}"
    return f"{'person' if verdict.schema is Schema.PERSON else 'thing'} {name_key(chunk.text)}"


def _add(cluster: Cluster, chunk: Chunk) -> None:
    known = chunk.known
    if known and known.sort in {Sort.DEMONYM, Sort.REGION_ADJECTIVE} and not chunk.government:
        cluster.pointers.append(chunk)
    else:
        cluster.chunks.append(chunk)
    if cluster.schema is not Schema.PERSON:
        cluster.country = cluster.country or chunk.country
    if known:
        cluster.known_key = cluster.known_key or known.key


def _parenthesised(doc: Doc, chunks: Sequence[Chunk], verdicts: Mapping[str, Verdict]) -> Iterator[tuple[Chunk, Chunk]]:
    """ "Baltic Harbour Council (BHC)": a short form right behind the long one, or the other way round."""
    for longer, shorter in pairwise(chunks):
        between = [t.text for t in doc[longer.last : shorter.first]]
        closes = shorter.last < len(doc) and doc[shorter.last].text == ")"
        if (
            between[-1:] == ["("]
            and between[:-1] in ([], ["."])
            and closes
            and (_is_short_form(shorter.text, longer.text) or _may_be_short(shorter, verdicts[name_key(longer.text)]))
        ):
            yield longer, shorter


def _may_be_short(short: Chunk, long: Verdict) -> bool:
    """ "Centre for Fair Courts (Cefa)": one word that nobody knows, behind a body, is its short form elsewhere."""
    is_unknown = not (short.known or short.titled or short.country or short.text.isupper())
    return long.schema in BODIES and is_unknown and short.last - short.first == 1


def _renamed(doc: Doc, chunks: Sequence[Chunk], verdicts: Mapping[str, Verdict]) -> Iterator[tuple[Chunk, Chunk]]:
    """ "Omar Haddad, ALSO KNOWN AS Abu Salim", "Skagen Lines (FORMERLY Nordlys)": what the words between say is one."""
    for one, other in pairwise(chunks):
        between = " ".join(t.norm_ for t in doc[one.last : other.first] if t.is_alpha)
        sorts = {verdicts[name_key(c.text)].schema is Schema.PERSON for c in (one, other)}
        if between.removesuffix(" the") in particles().renaming and len(sorts) == 1 and not (one.known or other.known):
            yield one, other


def _is_short_form(short: str, long: str) -> bool:
    letters = "".join(c for c in short if c.isalnum()).casefold()
    initials = _initials(long)
    if letters != initials and letters == _initials(long.rpartition(" of ")[2]):
        return False  # "the Assembly of Upper West Togo (UWT)": the letters of whose it is
    return (
        name_key(short).split()[:1] == name_key(long).split()[:1]
        or short.isupper()
        or letters == initials
        or name_key(short) in name_key(long)
        or _subsequence(letters, name_key(long))
    )


def _subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return len(letters) > 2 and all(letter in rest for letter in letters)


def _initials(name: str) -> str:
    words = [w for w in name.replace("-", " ").replace("–", " ").split() if w.casefold() not in particles().small]
    return "".join(word[0] for word in words).casefold()


def _join(clusters: list[Cluster], pairs: Iterable[tuple[Chunk, Chunk]]) -> None:
    for longer, shorter in pairs:
        into = next((c for c in clusters if longer in c.chunks), None)
        out = next((c for c in clusters if shorter in c.chunks), None)
        if (
            into
            and out
            and into is not out
            and Schema.PLACE not in (into.schema if into.country else None, out.schema if out.country else None)
        ):
            _merge(into, out)


def _merge(into: Cluster, out: Cluster) -> None:
    into.chunks = sorted([*into.chunks, *out.chunks], key=lambda c: c.first)
    into.pointers = sorted([*into.pointers, *out.pointers], key=lambda c: c.first)
    into.country = into.country or out.country
    into.known_key = into.known_key or out.known_key
    out.chunks, out.pointers = [], []


def _fold_in(
    clusters: list[Cluster],
    may_fold: Callable[[Cluster], bool],
    rule: Callable[[Cluster, Cluster], bool],
    home: str | None,
) -> list[Cluster]:
    """Merge each cluster into the one longer cluster that the rule finds for it, rather one of the `home` country.

    Only those that `may_fold` are compared with every other.
    """
    for cluster in sorted(clusters, key=lambda c: len(c.forms()[0].split()) if c.forms() else 0):
        if not cluster.chunks or not may_fold(cluster):
            continue
        candidates = [c for c in clusters if c is not cluster and c.chunks and rule(cluster, c)]
        if len(candidates) > 1 and cluster.schema is Schema.PERSON:
            candidates = [c for c in candidates if _is_named_by(c, cluster)]
        if candidates:
            own = cluster.country or home
            _merge(max(candidates, key=lambda c: (c.country == own, len(c.chunks), -c.first)), cluster)
    return [c for c in clusters if c.chunks or c.pointers]


def _is_person(cluster: Cluster) -> bool:
    return cluster.schema is Schema.PERSON


def _is_no_person(cluster: Cluster) -> bool:
    return cluster.schema is not Schema.PERSON


def _may_be_misspelt(cluster: Cluster) -> bool:
    word = cluster.forms()[0] if cluster.forms() else ""
    return len(cluster.chunks) == 1 and not cluster.known_key and len(word) >= _SHORTEST_MISSPELT


def _has_acronym(cluster: Cluster) -> bool:
    return any(chunk.text.isupper() for chunk in cluster.chunks)


def _is_one_word(cluster: Cluster) -> bool:
    return cluster.schema is not Schema.EVENT and any(" " not in form for form in cluster.forms()[:1])


def _misspelt(odd: Cluster, usual: Cluster) -> bool:
    """One word told once with two letters of a name changed round that a text tells often: "Owsuu" of "Owusu"."""
    if len(usual.chunks) < _OFTEN:
        return False
    names = {part for form in usual.forms() for part in form.split()}
    return any(is_turned_round(odd.forms()[0], name) for name in names)


def _longer_person(short: Cluster, long: Cluster) -> bool:
    if long.schema is not Schema.PERSON:
        return False
    own = _person_words(short.forms()[0])
    by_itself = len(own) > 1 or any(chunk.titled for chunk in short.chunks)  # "bin Laden" is no father
    alike = (form for form in long.forms() if _names_same_person(own, _person_words(form)))
    return any(not (by_itself and _is_of_father(own[0], form)) for form in alike)


def _is_of_father(name: str, form: str) -> bool:
    """Whether a name begins with the father's in a longer one: "King HAMAD", "Hamad Khalifa" and "Salman bin HAMAD"."""
    return any(one in _SON_OF and after == name for one, after in pairwise(form.split()))


def _is_named_by(long: Cluster, short: Cluster) -> bool:
    """Whether the full name was told before the last of the short ones: "President Ruiz … his sister Ana Ruiz"."""
    return long.first < max(chunk.first for chunk in short.chunks)


def _person_words(form: str) -> list[str]:
    """The words of a name without the particles that news write or leave out ("al-Sisi", "Sisi")."""
    words = form.split()
    return [word for word in words if word not in _LOOSE_PARTICLES] or words


def _names_same_person(short: list[str], long: list[str]) -> bool:
    """The short name is a run of the long one, or both differ in middle names and initials alone."""
    if short == long or is_respelled(short, long):
        return True
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in long and len(short[0]) > 1
    if any(long[i : i + len(short)] == short for i in range(len(long))):
        return True
    return short[0] == long[0] and short[-1] == long[-1] and len(short) == 2


def _same_words(one: Cluster, other: Cluster) -> bool:
    """ "Parliament of Kenya" and "Kenyan Parliament", "Treaty of Lomé" and "Lomé Treaty", a force and its forces."""
    alike = one.schema is other.schema or (one.schema in BODIES and other.schema in BODIES)
    if not alike or len({one.country, other.country} - {None}) > 1:
        return False
    return any(same_words(a, b) for a in one.forms() for b in other.forms())


def _run_together(short: Cluster, long: Cluster) -> bool:
    """ "Southcom" and "Southern Command"."""
    if long.schema not in BODIES or (short.known_key and long.known_key):
        return False
    return any(is_blend(a, b) for a in short.forms()[:1] for b in long.forms())


def _spelled_out(short: Cluster, long: Cluster) -> bool:
    """An acronym and the one name that has its initials."""
    if long.schema is Schema.PERSON or (short.known_key and long.known_key):
        return False
    acronyms = {c.text.replace(".", "") for c in short.chunks if c.text.replace(".", "").isupper()}
    return any(
        2 <= len(acronym) <= _LONGEST_ACRONYM and acronym.casefold() == _initials(c.text)
        for acronym in acronyms
        for c in long.chunks
        if " " in c.text
    )


def _longer_body(short: Cluster, long: Cluster, *, home: str | None) -> bool:
    """ "Northern Fleet" of "Russian Northern Fleet", "Pluna" of "Pluna Airlines", "Senate" of "Chilean Senate"."""
    both_bodies = short.schema in BODIES and long.schema in BODIES
    if not (both_bodies or short.schema is long.schema):
        return False
    if short.schema is Schema.PLACE and (short.country or long.country):
        return False
    if short.known_key and long.known_key and short.known_key != long.known_key:
        return False
    is_organ = short.known_key is not None and short.schema is Schema.PUBLIC_BODY
    if is_organ and any(b.startswith(f"{a} ") for a in short.forms() for b in long.forms()):
        return False  # "House of Commons", which has a "House of Commons Library"
    if long.country != home and _is_known_before(short, long):
        return False
    if _is_told_apart(short, long):
        return False
    if long.schema is not Schema.PUBLIC_BODY and any(_is_branch(a, b) for a in short.forms()[:1] for b in long.forms()):
        return False
    return any(_is_shortened(a.split(), b.split()) for a in short.forms()[:1] for b in long.forms())


def _is_branch(short: str, long: str) -> bool:
    """Whether a firm is another's in a country: "Volta Lines Ghana" is not "Volta Lines"."""
    words, more = short.split(), long.removeprefix(f"{short} ").split()
    return len(words) > 1 and long.startswith(f"{short} ") and any(_is_country(word) for word in more)


def _is_told_apart(short: Cluster, long: Cluster) -> bool:
    """Whether a text speaks of a firm by one word before it names its unit: "Volta", then "Volta Trust and Safety".

    Of "Volta Ghana", once is enough; what only adds the words of a firm ("Volta Industries") is its full name.
    """
    name, form = short.forms()[0], long.forms()[-1]
    added = form.removeprefix(f"{name} ").split()
    if " " in name or not form.startswith(f"{name} ") or long.schema in {Schema.PUBLIC_BODY, Schema.PLACE}:
        return False
    if all(schema_of_head(word) is Schema.COMPANY for word in added):
        return False
    before = sum(chunk.first < min(c.first for c in long.chunks) for chunk in short.chunks)
    return before >= (1 if len(added) == 1 and _is_country(added[0]) else _OFTEN)


def _is_country(word: str) -> bool:
    """Whether a folded word is a country's name or its adjective."""
    written = (word.title(), word.upper())
    return any(country_named(form) or country_of_demonym(form) for form in written)


def _is_known_before(short: Cluster, long: Cluster) -> bool:
    """Whether a text speaks several times of a bare "Senate" before it names in full what is then another one.

    Once may be a headline; and of its own country's a text need not name any in full first.
    """
    bare = short.forms()[0].split()
    is_sort = len(bare) == 1 and bare[0] in _CHAMBERS
    return is_sort and sum(chunk.first < min(c.first for c in long.chunks) for chunk in short.chunks) > 1


def _without_second(words: list[str]) -> list[str]:
    """A body's name without the second of its fields: "oversight and REFORM committee"."""
    link = words.index("and")
    return [*words[:link], *words[link + 2 :]]


def _is_shortened(short: list[str], long: list[str]) -> bool:
    if not short or len(short) > len(long) or (len(short) == len(long) and short != long):
        return False
    if len(short) > 1:
        stems, within = [stem(word) for word in short], [stem(word) for word in long]
        starts = [i for i in range(len(within)) if within[i : i + len(stems)] == stems]
        if not starts and "and" in long and "and" not in short:
            return _is_shortened(short, _without_second(long))
        return any(not i or long[i - 1] not in particles().institutional | {"the"} for i in starts)
    if len(long) == 2 and long[1] == short[0] and leads_name(long[0]):
        return True  # "Dorian" of "Hurricane Dorian"
    if short[0] == long[-1] and len(long) == 2 and _is_country(long[0]):
        return True  # "Southcom" of "US Southcom"
    if long[-1] == short[0]:  # but "the House" is never the White House or the Blue House
        return schema_of_head(short[0]) is not None and short[0] != "house"
    if titles().is_portfolio(short[0]):
        return False  # "secretary of Defense" is of no ministry that the text names
    heads = _ASSEMBLIES | {"front", "movement", "ministry", "bank", "fund", "agency", "authority", "union", "league"}
    if short[0] in heads and short[0] in long[:-1] and long[long.index(short[0]) + 1] in particles().institutional:
        return True  # "the Front" of "People's Front of Guyana"
    if long[1:] == ["party"] and stem(short[0]) == stem(long[0]):
        return True  # "Liberals" of "Liberal Party"
    return long[0] == short[0] and short[0] not in particles().broad and long[1] != "of"
