"""Who says reported words: a named thing, or a source as the text describes it."""

from palanca.lexicon.nouns import government_nouns
from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.actors import who
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Filler, Schema

_LONGEST_SOURCE = 14
_STOPS = {",", ";", ":", ".", "—", "–", "(", "who", "which", "that", "whom", "whose", '"', "“", "”"}
_VERBAL = {"VERB", "AUX"}
_LONGEST_TITLE = 6
_MAX_DEPTH = 3
_REACH_BACK = 200  # tokens: about two paragraphs
_DEFINITE = {"the", "that", "this", "its", "his", "her", "their"}
_FROM = ("by", "from")
_OF = ("of", "in")


def speaker_behind(page: Page, token: Token, depth: int = 0) -> Filler | None:
    """Who speaks where the noun or pronoun `token` does; None where the text does not tell.

    Documents speak for whoever issued them, governments for their countries; officials, sources and experts without a
    name are given as written.
    """
    if page.grammar.is_pronoun(token) and not _is_part_of_many(page, token):
        entity = page.cast.at(token)
        return page.filler(entity, token) if entity else None
    if entity := page.cast.at(token):
        return page.filler(entity, token)
    for noun in page.grammar.appositions(token):
        if entity := page.cast.at(noun):
            return page.filler(entity, noun)
    if _is_part_of_many(page, token):
        return _named_of_many(page, token) or described(page, token)
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    if named := _named_behind(page, token) or _renamed_behind(page, token):
        return named
    lemma = token.lemma_.lower()
    if lemma in reporting_words().documents and depth < _MAX_DEPTH:
        return issuer_of(page, token, depth + 1) or described(page, token)
    if lemma in government_nouns():
        return who(page, token) or described(page, token)
    return described(page, token)


def named_before_colon(page: Page, first: int, last: int) -> Filler | None:
    """ "Education Minister Ana RUIZ: “We …”": a person whose name and titles are all that stands from `first` on."""
    words = [t for t in page.doc[first:last] if not t.is_space and not t.is_quote]
    if len(words) < len(["Ruiz", ":"]) or words[-1].text != ":" or any(t.pos_ in _VERBAL for t in words):
        return None
    entity = page.cast.at(words[-2])
    is_person = entity is not None and entity.schema is Schema.PERSON
    return page.filler(entity, words[-2]) if entity is not None and is_person else None


def _is_part_of_many(page: Page, token: Token) -> bool:
    """ "SOME of the ministers", "SEVERAL said": a part of many, whom the text leaves without names."""
    words, word = reporting_words(), token.lower_
    if token.pos_ == "PROPN" or not (word in words.crowds or word in words.shares):
        return False
    of = next((o.token for o in page.grammar.prepositional(token) if o.preposition == "of"), None)
    if of is None:
        return word in words.crowds
    return of.tag_ in {"NNS", "NNPS"} or of.lemma_.lower() in reporting_words().anonymous


def _named_of_many(page: Page, part: Token) -> Filler | None:
    """ "One of these groups, THE BLUE FRONT, said": the name that the parser gave to all of them."""
    many = [o.token for o in page.grammar.prepositional(part) if o.preposition == "of"]
    found = [noun for whole in many for noun in page.grammar.appositions(whole)]
    return next((page.filler(e, noun) for noun in found if (e := page.cast.at(noun))), None)


def _named_behind(page: Page, noun: Token) -> Filler | None:
    """The person whom a description leads up to, where the parser broke it: "said STUDY co-author Ana Ruiz"."""
    for token in page.doc[noun.i + 1 : noun.i + _LONGEST_TITLE]:
        entity = page.cast.at(token)
        if entity is not None:
            return page.filler(entity, token) if entity.schema is Schema.PERSON else None
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} and token.norm_ not in reporting_words().naming:
            return None
    return None


def _renamed_behind(page: Page, noun: Token) -> Filler | None:
    """The person between commas behind a description: "the mayor of Quito, Ana Ruiz, said"."""
    doc = page.doc
    for i in range(noun.i + 1, min(noun.i + _LONGEST_SOURCE, len(doc) - 1)):
        if doc[i].text == ",":
            mention = page.cast.mention_at(doc[i + 1])
            entity = page.cast.at(doc[i + 1])
            if mention is None or entity is None or entity.schema is not Schema.PERSON:
                return None
            end = page.cast.tokens[mention].stop
            closed = end < len(doc) and doc[end].text == ","
            return page.filler(entity, doc[i + 1]) if closed else None
        if doc[i].pos_ in _VERBAL or doc[i].is_punct:
            return None
    return None


def issuer_of(page: Page, document: Token, depth: int = 0) -> Filler | None:
    """Whose statement, report or poll it is, by its phrase, its verb or an earlier one; None where unsaid."""
    return (
        stated_issuer(page, document, depth)
        or issuing_subject(page, document, depth)
        or _earlier_issuer(page, document, depth)
    )


def stated_issuer(page: Page, document: Token, depth: int = 0) -> Filler | None:
    """Whose document it is by its own phrase: "a statement by the navy", "the navy's statement", "a navy statement"."""
    arguments = page.grammar.arguments(document)
    tokens = [*page.grammar.possessors(document)]
    tokens += [o.token for word in _FROM for o in arguments.obliques if o.preposition == word]
    for verb in arguments.complements:
        told = page.grammar.arguments(verb)
        tokens += [s for s in told.subjects if told.passive and (s.i > verb.i or not told.inherited)]
    tokens += [o.token for o in arguments.obliques if o.preposition in _OF and page.cast.at(o.token)]
    for token in (*tokens, *reversed(arguments.modifiers)):
        if token in arguments.modifiers and not _may_issue(page, document, token):
            continue
        if token is not document and (found := speaker_behind(page, token, depth)):
            return found
    return None


def _may_issue(page: Page, document: Token, modifier: Token) -> bool:
    """Whether what stands before a document issued it: not a platform, and of a "Kenyan STUDY" no country."""
    entity = page.cast.at(modifier)
    if entity is None or modifier.lower_ in reporting_words().platforms:
        return False
    return entity.schema is not Schema.PLACE or document.lemma_.lower() not in reporting_words().findings


def issuing_subject(page: Page, document: Token, depth: int = 0) -> Filler | None:
    """ "The palace ISSUED a statement saying …": the subject of the verb that has the document as object."""
    head = page.grammar.governor(document).head
    if head is None or head.pos_ not in _VERBAL or head.lemma_ not in reporting_words().uttering:
        return None
    arguments = page.grammar.arguments(head)
    if document not in arguments.objects:
        return None
    return next((f for s in arguments.subjects if s is not document and (f := speaker_behind(page, s, depth))), None)


def _earlier_issuer(page: Page, document: Token, depth: int) -> Filler | None:
    """ "The statement": whose it was when the text last spoke of one."""
    if depth >= _MAX_DEPTH or page.grammar.phrase(document)[0].norm_ not in _DEFINITE:
        return None
    for earlier in reversed(page.doc[max(0, document.i - _REACH_BACK) : document.i]):
        if earlier.lemma_ == document.lemma_ and earlier.pos_ == "NOUN" and earlier.tag_ == document.tag_:
            found = stated_issuer(page, earlier, _MAX_DEPTH - 1) or issuing_subject(page, earlier, _MAX_DEPTH - 1)
            if found or (found := _told_in(page, earlier)):
                return found
    return None


def _told_in(page: Page, document: Token) -> Filler | None:
    """ "Ruiz said IN A STATEMENT that …": the subject of the verb."""
    head = page.grammar.governor(document).head
    if head is None or head.pos_ != "ADP" or head.norm_ != "in" or head.head.pos_ not in _VERBAL:
        return None
    subjects = page.grammar.arguments(head.head).subjects
    return next((f for s in subjects if (f := speaker_behind(page, s, _MAX_DEPTH))), None)


def _ends_source(token: Token) -> bool:
    """A verb that is no part of what a source is called: finite, or one that tells words ("banners ASKING Peru to")."""
    if token.pos_ not in _VERBAL:
        return False
    takes = reporting_words().verbs.get(token.lemma_.lower(), frozenset())
    return token.tag_ not in {"VBG", "VBN"} or (token.tag_ == "VBG" and bool(takes - {Complement.QUOTE_ONLY}))


def described(page: Page, noun: Token) -> Filler:
    """An unnamed source in the words of the text: "a source close to the ministry"."""
    start = page.grammar.phrase(noun).start
    last = noun.i
    end = min(page.grammar.subtree(noun).end, noun.i + _LONGEST_SOURCE)
    for token in page.doc[noun.i + 1 : end]:
        if token.norm_ in _STOPS or token.is_space or (token.tag_ == "POS" and token.head == noun):
            break
        if _ends_source(token):
            last = max(noun.i, min(last, token.left_edge.i - 1))  # without the subject: "protesters REUTERS asked"
            break
        last = token.i
    span = page.span_of(page.doc[start : last + 1])
    return Filler(text=span.of(page.document.text), span=span)
