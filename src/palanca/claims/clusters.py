"""Joining statements that have a key in common and fit each other, without comparing all with all."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from palanca.claims.telling import Days, Told, narrowed, overlap


@dataclass(slots=True)
class Cluster:
    """Statements that tell the same. `forms` holds one statement of each form: the others compare alike."""

    days: Days | None = None
    told: list[Told] = field(default_factory=list)
    forms: dict[Hashable, Told] = field(default_factory=dict)
    records_of: set[str | None] = field(default_factory=set)

    def add(self, one: Told, form: Hashable) -> None:
        """Take a statement in."""
        self.told.append(one)
        self.records_of |= {one.record_of} - {None}
        self.days = narrowed(self.days, one.days)
        self.forms.setdefault(form, one)

    def is_then(self, one: Told) -> bool:
        """Whether the stated times can be one; an unknown time can be any."""
        return one.days is None or self.days is None or overlap(one.days, self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How statements of a kind are compared.

    Two statements are compared when `keys` gives one key for both; statements without keys stay alone. `form` is
    equal for those that `fits` cannot tell apart. A shelf of more than `crowd` clusters under one key is not searched.
    `files`, if given, are the keys under which a statement's cluster is found, and `keys` those under which it looks.
    """

    keys: Callable[[Told], Iterable[Hashable]]
    form: Callable[[Told], Hashable]
    fits: Callable[[Told, Told], bool]
    crowd: int | None = None
    files: Callable[[Told], Iterable[Hashable]] | None = None


def clusters(statements: Iterable[Told], like: Likeness) -> list[list[Told]]:
    """Join each statement to the first cluster, of one of its keys, in which all fit; dated ones come first."""
    found: list[Cluster] = []
    shelves: dict[Hashable, dict[int, Cluster]] = defaultdict(dict)
    for one in sorted(statements, key=lambda one: (one.days is None, one.order)):
        keys, form = list(dict.fromkeys(like.keys(one))), like.form(one)
        near = _near(keys, shelves, like)
        number = next((n for n, cluster in near if _belongs(one, form, cluster, like)), len(found))
        if number == len(found):
            found.append(Cluster())
        found[number].add(one, form)
        for key in keys if like.files is None else like.files(one):
            shelves[key][number] = found[number]
    return [cluster.told for cluster in found]


def _near(
    keys: Iterable[Hashable], shelves: dict[Hashable, dict[int, Cluster]], like: Likeness
) -> list[tuple[int, Cluster]]:
    near: dict[int, Cluster] = {}
    for key in keys:
        shelf = shelves.get(key, {})
        if like.crowd is None or len(shelf) <= like.crowd:
            near |= shelf
    return sorted(near.items())


def _belongs(one: Told, form: Hashable, cluster: Cluster, like: Likeness) -> bool:
    if one.record_of in cluster.records_of or not cluster.is_then(one):
        return False
    return form in cluster.forms or all(like.fits(one, other) for other in cluster.forms.values())
