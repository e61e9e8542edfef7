"""The filter language: one line of words → one query, wherever something is asked.

`who:"Ama Owusu" with:congress of:Peru channel:military time:2022-11..2022-12 sources:>=2` enters, a tree of
`records.query` leaves. A line that means nothing is refused with the character at which it stops making sense.
"""

from palanca.analysis.asking.doubt import asks_about_confidence, sure_query_of
from palanca.analysis.asking.fields import FIELDS, FieldWord
from palanca.analysis.asking.parsing import query_of
from palanca.analysis.asking.wording import words_of

__all__ = ["FIELDS", "FieldWord", "asks_about_confidence", "query_of", "sure_query_of", "words_of"]
