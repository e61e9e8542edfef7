"""Networks: who is joined with whom by ties and meetings, by which way, and since when.

Claims enter and become edges, each with its day; paths, shared neighbours, brokers, cores and communities leave, each
with the claims under it. What is denied, planned or hypothetical joins nobody, nor does a party that no identity is
known of. An edge says that sources tell of something between two things: it is no proof of influence.
"""
