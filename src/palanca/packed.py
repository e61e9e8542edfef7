"""Texts in order, one after another in one: of ids there are millions, and each by itself takes much more."""

from array import array


class PackedTexts:
    """Texts by the numbers, from 0, in which they come."""

    def __init__(self) -> None:
        self._written, self._ends = bytearray(), array("Q", [0])

    def append(self, text: str) -> None:
        """Take one more in."""
        self._written += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._written))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        """The text of a number from 0. Raises IndexError if there is none."""
        begin, end = self._ends[number], self._ends[number + 1]
        return self._written[begin:end].decode("utf-8", "surrogatepass")
