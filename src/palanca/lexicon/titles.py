"""Words that make up titles of office: `titles.yaml`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import takewhile

from palanca.lexicon.loading import Entry, load_yaml
from palanca.records import OfficeStatus

_JOINTS = frozenset({"-", "–", "‑", "."})
_LINKS = frozenset({"of", "for"})
_REMEMBERED = 65_536  # words of a long document
_SMALL = frozenset({"of", "the", "for", "in", "at", "to", "without"})
_MOST_WORDS = (
    12  # the longest titles of the trade ("undersecretary of defense for research and engineering") stay below
)


class Scope(StrEnum):
    """What sort of thing an office belongs to."""

    STATE = "state"
    DIPLOMATIC = "diplomatic"
    LOCAL = "local"
    LEGISLATURE = "legislature"
    JUDICIAL = "judicial"
    MILITARY = "military"
    BODY = "body"
    RELIGIOUS = "religious"


class _Lists(Entry):
    honorifics: tuple[str, ...]
    callings: tuple[str, ...]
    ranks: tuple[str, ...]
    status: dict[OfficeStatus, tuple[str, ...]]
    suffixes: dict[OfficeStatus, tuple[str, ...]]
    seekers: tuple[str, ...]
    surnames: tuple[str, ...]
    middle_names: tuple[str, ...]
    titles_first: tuple[str, ...]
    given_in_english: tuple[str, ...]
    called_after: tuple[str, ...]
    heads: dict[Scope, tuple[str, ...]]
    modifiers: tuple[str, ...]
    portfolios: tuple[str, ...]
    organs: tuple[str, ...]
    short: dict[str, str]
    weak: tuple[str, ...]
    leading: tuple[str, ...]


class _Phrases[T]:
    """Phrases by their first word, longest first. Hyphens count as spaces."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in phrases:
            words = _pieces(phrase)
            by_first.setdefault(words[0], {}).setdefault(words, value)
        self._by_first = {first: sorted(found.items(), key=lambda f: -len(f[0])) for first, found in by_first.items()}

    @property
    def starts(self) -> Iterable[str]:
        """The first word of each phrase."""
        return self._by_first.keys()

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The end and the value of the longest phrase that starts at word `i`."""
        pieces = _pieces(words[i]) if i < len(words) else ()
        for phrase, value in self._by_first.get(pieces[0], ()) if pieces else ():
            end = i + 1 if len(phrase) == len(pieces) == 1 else _end_of(phrase, words, i)
            if end is not None:
                return end, value
        return None


@lru_cache(maxsize=_REMEMBERED)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text.replace("’", "'").replace("-", " ").replace("‑", " ").split())


def _noun_of(phrase: str) -> str:
    """The noun that heads a title: "chief" of "chief of staff"."""
    words = phrase.split()
    return words[next((i for i, word in enumerate(words) if i and word in _SMALL), len(words)) - 1]


def _plurals(noun: str) -> Iterator[str]:
    if noun.endswith("man"):
        yield noun[:-3] + "men"
    elif noun.endswith("y"):
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "ch", "sh")):
        yield noun + "es"
    else:
        yield noun + "s"


def _end_of(phrase: tuple[str, ...], words: Sequence[str], i: int) -> int | None:
    """The end of `phrase` among words that may be cut at hyphens or not; None if it does not stand at `i`."""
    wanted, at = 0, i
    while wanted < len(phrase):
        if at >= len(words):
            return None
        if at > i and words[at] in _JOINTS:
            at += 1
            continue
        for piece in _pieces(words[at]):
            if wanted == len(phrase) or piece.rstrip(".") != phrase[wanted].rstrip("."):
                return None
            wanted += 1
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Title:
    """A title found among words, half-open. `head` is the end of the head phrase, before any "of the interior"."""

    start: int
    head: int
    end: int
    scopes: tuple[Scope, ...]


class Titles:
    """What titles are made of. Every word is asked for in lower case."""

    def __init__(self, lists: _Lists) -> None:
        scopes: dict[str, tuple[Scope, ...]] = {}
        for scope, phrases in lists.heads.items():
            for phrase in dict.fromkeys(phrases):
                scopes[phrase] = (*scopes.get(phrase, ()), scope)
        self.honorifics = frozenset((*lists.honorifics, *lists.callings))
        self.callings = frozenset(lists.callings)
        self.seekers = frozenset(lists.seekers)
        self.surnames = frozenset(lists.surnames)
        self.middle_names = frozenset(lists.middle_names)
        self.titles_first = frozenset(lists.titles_first)
        self.given_in_english = frozenset(lists.given_in_english)
        self.called_after = frozenset(lists.called_after)
        self.weak = frozenset(lists.weak)
        self.leading = frozenset(lists.leading)
        self.organs = frozenset(lists.organs)
        self.short: Mapping[str, str] = lists.short
        self.status_words = frozenset(
            p for group in (lists.status, lists.suffixes) for phrases in group.values() for p in phrases
        )
        self._ranks = _Phrases((p, None) for p in lists.ranks)
        self._rank_words = frozenset(lists.ranks)
        self._heads = _Phrases(scopes.items())
        self._inner = _Phrases((p, None) for p in (*lists.modifiers, *lists.portfolios))
        self._starts = frozenset({*self._ranks.starts, *self._heads.starts, *self._inner.starts})
        self._portfolios = _Phrases((p, None) for p in lists.portfolios)
        self._status = _Phrases((p, status) for status, phrases in lists.status.items() for p in phrases)
        self._suffixes = _Phrases((p, status) for status, phrases in lists.suffixes.items() for p in phrases)
        last_words = {_noun_of(phrase): found for phrase, found in reversed(scopes.items())}
        self.head_nouns: Mapping[str, tuple[Scope, ...]] = last_words | {
            p: s for p, s in scopes.items() if " " not in p
        }
        inner = frozenset(p for p in lists.modifiers if " " not in p) - frozenset(lists.portfolios)
        self._singular_of = {plural: noun for noun in self.head_nouns for plural in _plurals(noun)}
        self._words = inner | self.head_nouns.keys() | {piece for p in lists.ranks for piece in _pieces(p)} - _SMALL

    def singular(self, lower: str) -> str | None:
        """The head noun of which this word is the plural ("ministers", "spokesmen", "secretaries"); None if of none."""
        return self._singular_of.get(lower)

    def is_title_word(self, lower: str) -> bool:
        """Whether the word heads titles or helps to make them up ("minister", "deputy"); portfolios are not counted."""
        return lower.rstrip(".") in self._words

    def is_head(self, lower: str) -> bool:
        """Whether the word, alone, is a title or ends one ("minister", "envoy", "chief")."""
        return lower.rstrip(".") in self.head_nouns

    def is_rank(self, lower: str) -> bool:
        """Whether the word or phrase is a military or police rank, or its abbreviation."""
        return lower.rstrip(".") in self._rank_words

    def may_start(self, lower: str) -> bool:
        """Whether a title or a rank can start with this word."""
        if lower in self._starts:
            return True
        if lower.isalpha():
            return False
        pieces = _pieces(lower)
        return bool(pieces) and pieces[0] in self._starts

    def rank_at(self, words: Sequence[str], i: int) -> int | None:
        """The end of the longest rank that starts at word `i`."""
        found = self._ranks.at(words, i)
        return found[0] if found else None

    def is_portfolio(self, lower: str) -> bool:
        """Whether the word is a field that offices deal with ("defence", "trade")."""
        return self._portfolios.at((lower,), 0) is not None

    def status_at(self, words: Sequence[str], i: int) -> tuple[int, OfficeStatus] | None:
        """The end and the meaning of the status words that start at word `i` ("former", "newly elected", "then -")."""
        found = self._status.at(words, i)
        if found is None:
            return None
        end, status = found
        return (end + 1 if end < len(words) and words[end] in _JOINTS - {"."} else end), status

    def suffix_at(self, words: Sequence[str], i: int) -> tuple[int, OfficeStatus] | None:
        """The end and the meaning of the status words after a title that ends at word `i` ("- elect")."""
        first = i + 1 if i < len(words) and words[i] in _JOINTS - {"."} else i
        return self._suffixes.at(words, first)

    def match(self, words: Sequence[str], i: int) -> int | None:
        """The end of the longest title that starts at word `i`: "deputy minister of health and welfare"; else None."""
        found = self.title_at(words, i)
        return found.end if found else None

    def title_at(self, words: Sequence[str], i: int) -> Title | None:
        """The longest title that starts at word `i`, with its scopes."""
        at, best = i, None
        if words[i] == "under" and i + 1 < len(words) and not words[i + 1].startswith("secretar"):
            return None  # "under professor Lin's lead"
        while at < len(words) and at < i + _MOST_WORDS:
            head = self._heads.at(words, at)
            if head and not (best and head[0] == best.head):  # "secretary" inside "foreign secretary" adds nothing
                best = Title(i, head[0], self._with_portfolio(words, head[0]), head[1])
            inner = self._inner.at(words, at)
            if words[at] == "under" and at > i and words[at + 1 : at + 2] != ["secretary"]:
                break  # "served first UNDER President Ruiz"
            if inner:
                at = inner[0]
            elif best and best.head == at and words[at] in {"and", "&"}:
                break  # "chief executive AND founder" are two
            elif at > i and (words[at] in {"and", "&", "-"} or self._goes_on(words, at)):
                at += 1
            elif best and best.head > at and self._continues(words, best.head):
                at = best.head
            else:
                break
        return best

    def _goes_on(self, words: Sequence[str], at: int) -> bool:
        """Whether a list goes on: "health, labour AND trade minister"; "coast guard, health minister" is none."""
        if words[at] != ",":
            return False
        behind = list(takewhile(lambda word: word not in {"and", "&"}, words[at + 1 : at + _MOST_WORDS]))
        has_end = len(behind) < len(words[at + 1 : at + _MOST_WORDS])
        return has_end and not any(self.is_head(word) for word in behind)

    def _continues(self, words: Sequence[str], end: int) -> bool:
        """Whether a head is itself followed by another: "secretary general", "chief executive officer"."""
        return end < len(words) and (self._heads.at(words, end) is not None)

    def _with_portfolio(self, words: Sequence[str], end: int) -> int:
        """Past "of the interior", "for trade and industry", "of state for health"; a word left empty is no bar."""
        first = end + 1 if list(words[end : end + 1]) == [""] else end
        found = self._portfolio_end(words, first)
        return found if found > first else end

    def _portfolio_end(self, words: Sequence[str], end: int) -> int:
        while end + 1 < len(words) and words[end] in _LINKS:
            at = end + 1 + (words[end + 1] == "the")
            last = None
            while at < len(words):
                if words[at] == "state" and words[at - 1] == "the" and words[at + 1 : at + 2] == ["of"]:
                    break  # "of the state of Goa"
                if found := self._portfolios.at(words, at):
                    if last and self._heads.at(words, found[0]) is not None:
                        break  # "secretary of the interior, and FOREIGN minister Ana Ruiz" are two
                    at = last = found[0]
                elif last and words[at] in {"and", "&", ","}:
                    at += 1
                else:
                    break
            if last is None:
                break
            end = last
        return end


@cache
def titles() -> Titles:
    """The titles of the lexicon, read once."""
    return Titles(load_yaml("titles.yaml", _Lists))
