"""Document → Reading.

Enters: a document with its frozen text. Leaves: entities, mentions, sentences and statements, each at its words. A text
in a language without a pipeline is refused with a plain reason and kept unread.
"""
