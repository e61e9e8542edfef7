"""What statements claim: one meeting told by five articles is one claim with five pieces of evidence.

Statements enter with the identities of those that they name; claims leave, with who says so, how independently, and on
what they disagree. Nothing is settled between sources: what conflicts is kept and shown. Near copies of texts are found
by `palanca.claims.copies`, which loads heavy libraries and so is not loaded here.
"""

from palanca.claims.background import Background, Telling
from palanca.claims.grouping import claims_of, settled_of, settled_parts
from palanca.claims.settled import Holding, Reached, Settled

__all__ = ["Background", "Holding", "Reached", "Settled", "Telling", "claims_of", "settled_of", "settled_parts"]
