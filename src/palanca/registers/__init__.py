"""Registers: the rows of a table become documents, and what a mapping says of a row becomes statements at its cells.

Enters: a mapping and the rows of a table. Leaves: documents, and readings made of a document's cells alone, so that
a case can be read again without the table.
"""
