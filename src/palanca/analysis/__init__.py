"""The questions: statements → answers that open at their words.

Records enter, rows leave; nothing is read from a file here. A row never says more than the statements under it.
"""

from palanca.analysis.people import Holding, PersonRow, people
from palanca.analysis.tables import Row, rows
from palanca.analysis.windows import Window, window

__all__ = ["Holding", "PersonRow", "Row", "Window", "people", "rows", "window"]
