"""Which entities of different documents are the same thing.

Profiles of what single documents show enter, with what people decided; identities leave, and proposals with the reasons
for and against. Nothing is merged on a guess: what the evidence does not carry, a surname alone, a generic name without
its country, a number written otherwise, waits for a person.
"""

from palanca.identity.generic import is_generic
from palanca.identity.profile import OfficeShown, Profile
from palanca.identity.profiling import profiles_of
from palanca.identity.resolution import Resolution, blocks, blocks_of_name, resolve
from palanca.identity.rulings import Rulings
from palanca.identity.signs import blocks_of_sign, is_of_names, signs
from palanca.identity.things import things_of

__all__ = [
    "OfficeShown",
    "Profile",
    "Resolution",
    "Rulings",
    "blocks",
    "blocks_of_name",
    "blocks_of_sign",
    "is_generic",
    "is_of_names",
    "profiles_of",
    "resolve",
    "signs",
    "things_of",
]
