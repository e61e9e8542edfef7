"""MinHash of a text's shingles (Broder, On the resemblance and containment of documents, 1997).

A hash of 32 bits is mixed by the finalizer of MurmurHash3 and sent through permutations `a * h + b` modulo 2^32, `a`
odd; of each the smallest value is kept. The values are those of the library datasketch 2 with its scheme `affine32`,
whose signatures cases hold: it is not asked itself, since with it half of scipy is loaded, for a second, before a run.
"""

import hashlib
from collections.abc import Collection
from functools import cache

import numpy as np

PERMUTATIONS = 128
_SEED = 1
_AT_ONCE = 4096  # shingles: two MiB of permuted hashes
_FIRST_MULTIPLIER, _SECOND_MULTIPLIER = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)  # MurmurHash3's own

type Hashes = np.typing.NDArray[np.uint32]


def min_hashes(shingles: Collection[bytes]) -> Hashes:
    """The smallest hash of each permutation, in order. Equal sets have equal hashes. Raises ValueError for none."""
    digests = b"".join(hashlib.sha1(shingle, usedforsecurity=False).digest()[:4] for shingle in shingles)
    mixed = _mixed(np.frombuffer(digests, dtype="<u4").astype(np.uint32))
    multipliers, shifts = _permutations()
    parts = (mixed[start : start + _AT_ONCE, None] for start in range(0, len(mixed), _AT_ONCE))
    smallest = [(part * multipliers + shifts).min(axis=0) for part in parts]
    found: Hashes = np.min(smallest, axis=0)
    return found


def _mixed(hashes: Hashes) -> Hashes:
    """The finalizer of MurmurHash3: every bit of a hash tells on all of the mixed one."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * _FIRST_MULTIPLIER
    hashes = (hashes ^ (hashes >> np.uint32(13))) * _SECOND_MULTIPLIER
    return hashes ^ (hashes >> np.uint32(16))


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Multipliers and shifts. numpy keeps what this generator draws the same in all versions."""
    drawn = np.random.RandomState(_SEED)
    multipliers = drawn.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return multipliers, drawn.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
