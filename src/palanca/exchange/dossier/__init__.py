"""Dossiers: claims about one thing, told in plain words over footnotes, as a page, as Markdown or on paper.

Enters: claims that were chosen, with the statements under them. Leaves: a file that needs nothing beside it. What may
not be told of a source that is withheld is left out before anything is worded, see `withholding`.
"""
