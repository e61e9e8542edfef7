"""What words mean: word lists and typologies, kept as YAML and checked when they are first asked for.

Nothing enters but the files of this folder; frozen records leave, one module for each file (`countries.py` reads
`countries.yaml`). Refused, as `LexiconError`: an entry that breaks its model, a key written twice, a phrase that two
things claim without being marked as weak. Importing this package loads nothing; each list is read once, on first use.
"""
