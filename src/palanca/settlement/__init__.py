"""Settling a case: readings and judgements → identities, corrections, claims, belongings.

What is settled is a function of the documents' readings and of the judgements alone. Each change tells, in its own
transaction, what waits because of it; settling works out that alone, and writes it only if the case has not changed
meanwhile. What was cut off is simply gone on with. A case that is new, rebuilt or of an older version is settled whole.
"""

from palanca.settlement.attempt import settle

__all__ = ["settle"]
