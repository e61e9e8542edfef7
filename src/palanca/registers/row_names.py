"""The names of rows, a million of which fit into 8 megabytes, and their keys, which take 50."""

from array import array
from bisect import bisect_left
from hashlib import blake2b

_HASH_BYTES = 8
_FIRST_SLOTS = 1_024


class RowNames:
    """Names of which it is only asked whether one is among them. Hashes stand for them.

    Of a million names, one that is not among them is taken for one that is in fewer than one of 10^13 times.
    """

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._is_sorted = True

    def add(self, name: str) -> None:
        """Take in a name."""
        self._hashes.append(hash_of(name))
        self._is_sorted = False

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        if not self._is_sorted:
            self._hashes = array("Q", sorted(self._hashes))
            self._is_sorted = True
        sought = hash_of(name)
        place = bisect_left(self._hashes, sought)
        return place < len(self._hashes) and self._hashes[place] == sought


class FirstRows:
    """For each key, by its hash, a hash of what its first row says, and the number of that row.

    A table of three arrays, never more than two thirds full, where a key that finds its slot taken goes to the next:
    a dictionary of as many tuples holds five times the memory.
    """

    def __init__(self) -> None:
        self._count = 0
        self._keys, self._contents, self._numbers = _slots(_FIRST_SLOTS)

    def first_of(self, key: int, content: int, number: int) -> tuple[int, int]:
        """What the first row of this key says, and its number: those given, when there was none."""
        wanted = key or 1  # 0 marks a free slot
        slot = self._slot(wanted)
        if not self._keys[slot]:
            self._fill(slot, wanted, content, number)
            self._count += 1
            if 3 * self._count > 2 * len(self._keys):
                self._grow()
            return content, number
        return self._contents[slot], self._numbers[slot]

    def _slot(self, key: int) -> int:
        """The slot of this key, or the free one where it belongs."""
        keys, last = self._keys, len(self._keys) - 1
        slot = key & last
        while keys[slot] and keys[slot] != key:
            slot = (slot + 1) & last
        return slot

    def _fill(self, slot: int, key: int, content: int, number: int) -> None:
        self._keys[slot], self._contents[slot], self._numbers[slot] = key, content, number

    def _grow(self) -> None:
        former = self._keys, self._contents, self._numbers
        self._keys, self._contents, self._numbers = _slots(2 * len(self._keys))
        for key, content, number in zip(*former, strict=True):
            if key:
                self._fill(self._slot(key), key, content, number)


def _slots(size: int) -> tuple[array[int], array[int], array[int]]:
    """Free slots, as many as a power of two."""
    free = bytes(_HASH_BYTES * size)
    return array("Q", free), array("Q", free), array("Q", free)


def hash_of(text: str) -> int:
    """A number of 64 bits that stands for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).digest())
