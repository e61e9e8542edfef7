"""Which entities of different documents are the same thing.

Entities of single documents enter; keys leave, equal when the evidence is exact. Nothing is merged on a guess: a
surname, a generic name without its country, a number written otherwise stay apart until a person judges.
"""

from palanca.identity.generic import is_generic
from palanca.identity.keys import identity_key

__all__ = ["identity_key", "is_generic"]
