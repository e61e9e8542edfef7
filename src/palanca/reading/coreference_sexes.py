"""What the forms of words tell of people's sex, in a language that inflects for it."""

from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import EntityId, Form


def tells_no_sex(pronoun: Token) -> bool:
    """Whether a form is for him, her and it alike: Spanish "su"; "his" tells that it is of a man."""
    return pronoun.norm_ != pronoun.lower_ and not pronoun.morph.get("Gender", [])


def feminine(page: Page) -> set[EntityId]:
    """Those whose title, before or beside the name, is a feminine form: "la MINISTRA Ruiz"."""
    found = set()
    for mention, tokens in page.cast.tokens.items():
        head = page.doc[tokens.start : tokens.stop].root
        before = page.doc[max(0, tokens.start - 1)]
        words = (before, *page.grammar.appositions(head)) if mention.form is Form.NAME else ()
        if any("Fem" in t.morph.get("Gender", []) and titles().is_head(t.norm_) for t in words):
            found.add(mention.entity)
    return found
