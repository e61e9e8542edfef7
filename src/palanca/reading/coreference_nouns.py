"""Which nouns point back to a name, and what they may be called by."""

from palanca.lexicon.bodies import body_named
from palanca.lexicon.governments import government_words
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.page import Page
from palanca.records import Entity, Schema

_DEFINITE = {"the", "this", "that", "these", "those", "its", "his", "her", "their", "said"}
_CONTRACTIONS = {"al", "del"}
_BARE = {"parliament", "congress"}
_REACH_OF_ARTICLE = 60  # tokens from "a fund" to "the fund"


def is_definite(phrase: TokenSpan) -> bool:
    """Whether a phrase begins with "the" or such a word, in Spanish also one with its preposition: "AL ministro"."""
    before = phrase.doc[phrase.start - 1].lower_ if phrase.start else ""
    return phrase[0].norm_ in _DEFINITE or before in _CONTRACTIONS


def is_bare(phrase: TokenSpan) -> bool:
    """Whether it is a body that goes without an article: "the king dissolved PARLIAMENT"."""
    first = phrase[0]
    return len(phrase) == 1 and first.lower_ in _BARE and (first.is_lower or bool(first.is_sent_start))


def is_company(entity: Entity) -> bool:
    """Whether "the company" can be this."""
    return entity.schema is Schema.COMPANY


def is_called_central(entity: Entity) -> bool:
    """Whether a name is a central bank's: "Bank of Ghana", "Reserve Bank", no bank of trade ("Exim Bank")."""
    words = {word.lower() for form in (entity.caption, *entity.names) for word in form.split()}
    return (
        not words.isdisjoint({"central", "reserve", "national", "monetary", "federal"})
        or entity.schema is Schema.PUBLIC_BODY
    )


def is_central_bank(page: Page, noun: Token) -> bool:
    """Whether it is the bank of a state, and no firm that the text speaks of."""
    if noun.lemma_.lower() != "bank":
        return False
    return any(t.norm_ in government_words().central_banks for t in page.grammar.modifiers(noun))


def is_group(entity: Entity) -> bool:
    """Whether "the group" can be this."""
    return entity.schema is Schema.ORGANIZATION


def is_league(entity: Entity) -> bool:
    """Whether "the alliance", "the bloc" can be this: a body that states have formed."""
    body = body_named(entity.caption)
    return body is not None and body.sector == "IGO"


def same_field(fields: set[str], called: set[str]) -> bool:
    """Whether "the interior minister" can be whom the text calls so: not one whom it calls defence minister."""
    known = {word for word in called if titles().is_portfolio(word)}
    return not fields or not known or bool(fields & known)


def is_complemented(page: Page, noun: Token) -> bool:
    """ "The president of Chile" names its own country and need not be the one spoken of; so "of the opposition PDP"."""
    of = [o.token for o in page.grammar.prepositional(noun) if o.preposition in {"of", "for", "to"}]
    return any(page.cast.mention_at(t) for one in of for t in (one, *page.grammar.appositions(one)))


def sits_elsewhere(page: Page, noun: Token, entity: Entity) -> bool:
    """Whether a body is told to sit in another country than the entity's: "PARLIAMENT IN OSLO" is not Chad's."""
    where = (page.cast.at(o.token) for o in page.grammar.prepositional(noun) if o.preposition == "in")
    homes = {place.country for place in where if place is not None and place.schema is Schema.PLACE}
    return entity.country is not None and bool(homes - {None, entity.country})


def word_before(page: Page, noun: Token) -> str:
    """The word before the phrase of a noun, in lower case; "" at the start of the text."""
    start = page.grammar.phrase(noun).start
    return page.doc[start - 1].norm_ if start else ""


def goes_on_with_unnamed(page: Page, pronoun: Token) -> bool:
    """Whether the sentence before is of somebody without a name: "The CHAIRMAN met aides of Ruiz. HE urged calm"."""
    if not pronoun.sent.start or not page.grammar.is_subject(pronoun):
        return False
    root = page.doc[pronoun.sent.start - 1].sent.root
    return any(_is_somebody_unnamed(page, subject) for subject in page.grammar.arguments(root).subjects)


def _is_somebody_unnamed(page: Page, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or page.cast.at(noun) is not None or page.grammar.appositions(noun):
        return False
    return titles().is_head(lemma) or classes_of_nouns().get(lemma, (None,))[0] is Schema.PERSON


def undergoes_with_unnamed(page: Page, pronoun: Token) -> bool:
    """Whether "their" is of people without a name to whom it is done: "thanked OFFICIALS for THEIR help"."""
    verb = next((t for t in pronoun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    undergoing = page.grammar.arguments(verb).objects if verb is not None and pronoun.tag_ == "PRP$" else ()
    return any(t.tag_ == "NNS" and t.i < pronoun.i and not page.cast.at(t) for t in undergoing)


def was_introduced(page: Page, noun: Token) -> bool:
    """Whether the text told of such a thing without a name before: "set up A FUND … THE FUND will"."""
    before = page.doc[max(0, noun.i - _REACH_OF_ARTICLE) : noun.i]
    same = [t for t in before if t.lemma_ == noun.lemma_ and t.pos_ == "NOUN" and page.cast.at(t) is None]
    bare = (t for t in same if all(page.cast.at(one) is None for one in page.grammar.appositions(t)))
    return any(page.grammar.phrase(t)[0].norm_ in {"a", "an"} for t in bare)


def is_told_of(page: Page, name: Token) -> bool:
    """Whether a sentence is about a name that no verb has: "The man who collects is ANA PAZ", "VOLTA, a firm,"."""
    said_of = page.grammar.predicated_of(name)
    if said_of and all(page.cast.at(noun) is None and not page.grammar.is_pronoun(noun) for noun in said_of):
        return page.cast.at(name) is not None
    mention = page.cast.mention_at(name)
    words = page.cast.tokens[mention] if mention is not None else range(0)
    if not words or words.start > name.sent.start + (page.doc[name.sent.start].norm_ == "the"):
        return False
    return [t.norm_ for t in page.doc[words.stop : words.stop + 2]] in ([",", "a"], [",", "an"], [",", "the"])
