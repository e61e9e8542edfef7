"""The names of rows, a million of which fit into eight megabytes."""

from array import array
from bisect import bisect_left
from hashlib import blake2b

_HASH_BYTES = 8


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


def hash_of(text: str) -> int:
    """A number of 64 bits that stands for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).digest())
