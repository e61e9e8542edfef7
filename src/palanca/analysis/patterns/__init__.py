"""Patterns: motifs of several claims that share parties and stand in an order, declared in YAML.

A file enters, a `Pattern` leaves; the store compiles it to one query, and a `Match` names the claims that fit. A match
is a proposal with an innocent reading, never an accusation.
"""

from palanca.analysis.patterns.loading import load_folder, load_pattern, parse_pattern, shipped_patterns
from palanca.analysis.patterns.pattern import Gap, Leg, Link, Match, Measured, Pattern, Relation, Variable, Way

__all__ = [
    "Gap", "Leg", "Link", "Match", "Measured", "Pattern", "Relation", "Variable", "Way", "load_folder", "load_pattern",
    "parse_pattern", "shipped_patterns",
]  # fmt: skip
