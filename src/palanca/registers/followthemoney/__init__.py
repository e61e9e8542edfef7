"""FollowTheMoney comes in: files of its entities and statements, and its mapping files.

Each entity becomes a row of a register, whose cells are its properties with the names of the things that it refers to;
`shapes` says what its schema becomes in the ledger, as a mapping like any other, which the case keeps.
"""
