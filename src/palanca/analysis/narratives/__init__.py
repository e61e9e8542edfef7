"""Narratives: groups of articles that tell one story, bursts of writing, and what these coincide with."""
