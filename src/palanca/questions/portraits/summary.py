"""What the summary of a dossier says: the numbers under it, and what it leaves out."""

from palanca.records.sayings import Sayings

SUMMARY = Sayings(
    {
        "called": "Also called {names}.",
        "counts": "{claims} in {documents} of {sources}; {searched} looked through.",
        "sections": "Claims by section: {told}.",
        "bounds_one": "Only what can fall between {first} and {last}; {undated} without a day is left out.",
        "bounds": "Only what can fall between {first} and {last}; {undated} without a day are left out.",
        "unsure": "What readers are less sure of than {confidence} is left out.",
        "withheld_one": "Some sources are withheld; {claims} of those to be listed rests on them alone.",
        "withheld": "Some sources are withheld; {claims} of those to be listed rest on them alone.",
    }
)
