"""What readers may ask of a parse.

A reader speaks of subjects, objects and obliques; which labels a parser gives them is known here alone. Trees of
another language are redrawn in the shape of English ones, and its class answers what that shape does not tell. Enters:
spaCy's parse, which `parse` takes over in plain Python values. Leaves: tokens. No word lists live here but those of the
closed classes (prepositions, auxiliaries, negation).
"""

from palanca.reading.grammar.english import English
from palanca.reading.grammar.interface import Arguments, Governor, Grammar, Oblique, Relation
from palanca.reading.grammar.spanish import Spanish

__all__ = ["Arguments", "English", "Governor", "Grammar", "Oblique", "Relation", "Spanish"]
