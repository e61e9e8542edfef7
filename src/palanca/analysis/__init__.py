"""The questions: claims → answers that open at their words.

Records enter, rows leave; nothing is read from a file here. A row never says more than
the statements under it, and what is counted is claims.
"""

from palanca.analysis.people import Holding, PersonRow, people
from palanca.analysis.tables import Passage, Row, rows

__all__ = ["Holding", "Passage", "PersonRow", "Row", "people", "rows"]
