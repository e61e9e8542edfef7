"""In and out: the same records in the shapes of others.

Enters: records. Leaves: lines and tables in documented formats. Nothing is dropped silently: what a format cannot hold
is named in its module.
"""
