"""Taking documents into a case: what is new is read, in several processes, and new rows of registers wait for a merge.

`taking_in` leads; `reading_processes` reads in order and few at a time; `waiting_rows` merges while others are read.
Rows go in by their cells, and `prose` reads the prose of them behind: a table is in the case long before its prose is.
"""

from palanca.intake.prose import read_prose
from palanca.intake.taking_in import ReadOptions, Summary, take_in

__all__ = ["ReadOptions", "Summary", "read_prose", "take_in"]
