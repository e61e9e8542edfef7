"""Files, folders, archives and tables → documents, each with its frozen text.

Paths enter; documents leave, and a rejection with a plain reason for every input that cannot be read. It refuses what
is locked, damaged, too large, mislabelled or dangerous, and never fetches anything.
"""

from palanca.sources.files import SourceFile
from palanca.sources.folders import files_of
from palanca.sources.inputs import count_files, read_sources
from palanca.sources.options import Limits, SourceOptions
from palanca.sources.text import normalise

__all__ = ["Limits", "SourceFile", "SourceOptions", "count_files", "files_of", "normalise", "read_sources"]
