"""Taking documents into a case: what is new is read, in several processes, and new rows of registers wait for a merge.

`taking_in` leads; `reading_processes` reads in order and few at a time; `waiting_rows` merges while others are read.
"""

from palanca.intake.taking_in import ReadOptions, Summary, take_in

__all__ = ["ReadOptions", "Summary", "take_in"]
