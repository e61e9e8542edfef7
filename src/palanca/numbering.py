"""Numbering things by their hashes: some sixteen bytes for each, where a dictionary takes a hundred."""

from array import array

_NONE = 0xFFFF_FFFF
_SLOTS_AT_FIRST = 8  # a power of two, as ever after


class Numbering:
    """Numbers from 0 for hashes of 64 bits, in the order in which these come.

    The hashes must be spread evenly, as those of texts are. Two things of one hash have one number.
    """

    def __init__(self) -> None:
        self._hashes = array("q")
        self._slots = array("I", [_NONE]) * _SLOTS_AT_FIRST  # the number of a hash is at its last bits, or next to them

    def __len__(self) -> int:
        return len(self._hashes)

    def number(self, hashed: int) -> int:
        """The number of a hash: the next one if it is new."""
        slot = self._slot(hashed)
        number = self._slots[slot]
        if number == _NONE:
            number = self._slots[slot] = len(self._hashes)
            self._hashes.append(hashed)
            if 3 * len(self._hashes) > 2 * len(self._slots):
                self._spread()
        return number

    def get(self, hashed: int) -> int | None:
        """The number of a hash; None if it has none."""
        number = self._slots[self._slot(hashed)]
        return None if number == _NONE else number

    def _slot(self, hashed: int) -> int:
        """Where the number of a hash is, or would be."""
        slots, hashes, last = self._slots, self._hashes, len(self._slots) - 1
        slot = hashed & last
        while (number := slots[slot]) != _NONE and hashes[number] != hashed:
            slot = (slot + 1) & last
        return slot

    def _spread(self) -> None:
        """Put the numbers into twice as many slots."""
        self._slots = array("I", [_NONE]) * (2 * len(self._slots))
        for number, hashed in enumerate(self._hashes):
            self._slots[self._slot(hashed)] = number
