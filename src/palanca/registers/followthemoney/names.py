"""Names of registers and things, as mappings write them."""

import re

_LONGEST = 50


def slug(name: str) -> str:
    """Lower case letters, digits and `_`, beginning with a letter; empty where nothing is left."""
    found = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:_LONGEST]
    return f"n_{found}" if found[:1].isdigit() else found
