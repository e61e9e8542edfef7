"""What a reporting verb tells: the clause, infinitive or gerund that it governs, and the parenthesis that it makes."""

from collections.abc import Iterator
from dataclasses import replace

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.reading.content import Content, has_verb, particle_to, sentence_bounds, up_to_end, without_that
from palanca.reading.grammar import Arguments, Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.sayings import is_finite, takes

_VERBAL = {"VERB", "AUX"}
_CLOSING = {'"', "”", "»", "?", "!"}
_SHORTEST_PART = 4  # tokens; a shorter remainder beside a parenthesis is an adverbial, no part of what was said
_REACH_OF_BLAME = 10
_AUXILIARIES = {"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should"}
_OBJECTS_OF_BLAME = {"of", "for"}
_ADDRESSEES = {"on", "upon", "to"}
_RELATIVE = {"WDT", "WP", "WRB"}
_LISTING = {"on", "upon"}
_REACH_OF_THAT = 14  # tokens
_NEAR = 5  # tokens from a cue to the document in which it stands
_REACH_OF_PREDICATE = 14
_PAST_OR_PRESENT = {"VBD", "VBZ", "VBP"}


def contents_of(page: Page, verb: Token) -> Iterator[Content]:
    """What the verb tells, one stretch at a time; nothing where it tells none."""
    arguments = page.grammar.arguments(verb)
    found = [c for predicate in arguments.complements for c in _complement(page, verb, arguments, predicate)]
    found = _united(found) or list(_misjoined(page, verb, arguments)) or list(_hung_on_noun(page, verb, arguments))
    found = found or list(_unmarked(page, verb)) or list(_found_to_be(page, verb)) or list(_owned_up(page, verb))
    asked = None if found or not takes(verb, Complement.FOR_INFINITIVE) else _for_infinitive(page, verb)
    yield from found
    if found:
        return
    if asked:
        yield asked
    elif takes(verb, Complement.OBJECT_GERUND):
        yield from _object_gerund(page, verb, arguments)
    elif takes(verb, Complement.CLAUSE):
        yield from _parenthesis(page, verb)


def _united(contents: list[Content]) -> list[Content]:
    """Stretches of which one begins within the other as one: "he can | and may call", cut by the parser."""
    united: list[Content] = []
    for content in contents:
        before = united[-1] if united else None
        if before and before.first < content.last and content.first <= before.last:
            united[-1] = replace(before, last=max(before.last, content.last))
        else:
            united.append(content)
    return united


def _misjoined(page: Page, verb: Token, arguments: Arguments) -> Iterator[Content]:
    """A clause without "that" whose subject the parser took for the object: "concluded EVIDENCE SUPPORTED it"."""
    if not takes(verb, Complement.CLAUSE) or arguments.complements or arguments.passive:
        return
    for noun in arguments.objects:
        told = next((p for p in page.grammar.arguments(noun).complements if p.i > noun.i), None)
        if told is None or told.tag_ not in _PAST_OR_PRESENT or page.grammar.arguments(told).passive:
            continue
        first = noun.left_edge.i
        own = [s for s in page.grammar.arguments(told).subjects if noun.i < s.i < told.i]
        bare = all(t.pos_ in {"ADV", "AUX", "PART"} for t in page.doc[noun.i + 1 : told.i])
        if first == verb.i + 1 and bare and not own:
            yield up_to_end(page, verb, first, told, 0.7)
            return


def _unmarked(page: Page, verb: Token) -> Iterator[Content]:
    """A clause without "that" for which the parser saw no content: "said as a child SHE WAS sold"."""
    if not takes(verb, Complement.CLAUSE) or not is_finite(verb):
        return
    for token in page.doc[verb.i + 1 : min(verb.i + _REACH_OF_PREDICATE, verb.sent.end)]:
        if (token.is_punct and not token.is_quote) or token.pos_ == "CCONJ" or token.tag_ in _RELATIVE:
            return
        if token.pos_ == "SCONJ" and token.norm_ != "as":
            return
        if token.pos_ not in _VERBAL:
            continue
        here = page.grammar.governor(token)
        own = [s for s in page.grammar.arguments(token).subjects if verb.i < s.i]
        finite = is_finite(token) or any(is_finite(c) and c.i < token.i for c in token.children)
        quoted = page.doc[token.i - 1].is_quote and token.i > verb.i + 2  # "tweeted the blast "SHOOK us all""
        if here.head == verb and here.relation is Relation.ADVERBIAL and not here.marker and finite and (own or quoted):
            yield up_to_end(page, verb, verb.i + 1, token, 0.7)
            return
        if own and here.relation is Relation.RELATIVE and finite and _is_to_listener(page, verb, here.head, own[0]):
            yield up_to_end(page, verb, own[0].left_edge.i, token, 0.7)
            return
        if is_finite(token) and token.pos_ == "VERB":
            return


def _is_to_listener(page: Page, verb: Token, noun: Token | None, subject: Token) -> bool:
    """ "Told the paper HE WOULD run", which the parser took for what the paper runs."""
    told = page.grammar.arguments(verb)
    hired = any(t.tag_ == "TO" and t.head.head.i < t.i for t in page.doc[subject.i : verb.right_edge.i + 1])
    addressed = noun is not None and noun in (*told.objects, *told.indirect) and not told.complements
    return addressed and takes(verb, Complement.OBJECT_INFINITIVE) and subject.tag_ == "PRP" and not hired


def _owned_up(page: Page, verb: Token) -> Iterator[Content]:
    """ "Admitted to OWNING SHARES"."""
    if takes(verb, Complement.GERUND):
        behind = (o.token for o in page.grammar.arguments(verb).obliques if o.preposition == "to")
        yield from (up_to_end(page, verb, t.left_edge.i, t, 0.7) for t in behind if t.tag_ == "VBG" and t.i > verb.i)


def _found_to_be(page: Page, verb: Token) -> Iterator[Content]:
    """ "The court found THE DECREE TO BE VOID"."""
    if verb.lemma_.lower() not in reporting_words().finding or page.grammar.arguments(verb).passive:
        return
    for token in page.doc[verb.i + 2 : min(verb.i + _REACH_OF_THAT, verb.sent.end)]:
        if token.is_punct or is_finite(token):
            return
        if token.norm_ == "be" and page.doc[token.i - 1].norm_ == "to" and token.i - 1 > verb.i + 1:
            predicate = token if token.head.i <= verb.i else token.head
            yield up_to_end(page, verb, verb.i + 1, predicate, 0.7)
            return


def _hung_on_noun(page: Page, verb: Token, arguments: Arguments) -> Iterator[Content]:
    """A clause that the parser hung on a noun of place or time: "clarified in the hearing THAT IT WAS FINAL"."""
    if not takes(verb, Complement.CLAUSE) or arguments.complements or not verb.i + 2 < verb.sent.end:
        return
    for token in page.doc[verb.i + 2 : min(verb.i + _REACH_OF_THAT, verb.sent.end - 1)]:
        is_own = token.lemma_.lower() in reporting_words().clause_nouns and not _is_said_in(verb, token)
        if is_finite(token) or is_own or (token.is_punct and not _is_about_document(page, verb)):
            return
        if token.norm_ == "that" and token.tag_ == "IN":
            told = token.head
            if told.i > token.i and (is_finite(told) or any(is_finite(c) for c in told.lefts)):
                yield up_to_end(page, verb, token.i + 1, told, 0.7)
            return


def _is_said_in(verb: Token, noun: Token) -> bool:
    """ "SAID in a STATEMENT that it closed": the words are the verb's, whatever the parser hung them on."""
    return noun.head.norm_ == "in" and noun.head.head == verb and "a" in {t.norm_ for t in noun.lefts}


def _is_about_document(page: Page, verb: Token) -> bool:
    """Whether the words stand behind an aside on the document that has them: "said IN ITS REPORT, out in May, that"."""
    told_in = (o.token for o in page.grammar.arguments(verb).obliques if o.preposition == "in")
    return any(noun.lemma_.lower() in reporting_words().documents and noun.i - verb.i <= _NEAR for noun in told_in)


def _complement(page: Page, verb: Token, arguments: Arguments, predicate: Token) -> Iterator[Content]:
    told = page.grammar.arguments(predicate)
    to = particle_to(predicate)
    if to is not None:
        yield from _infinitive(page, verb, arguments, predicate, to)
    elif "to" in told.auxiliaries and predicate.tag_ == "VB" and page.grammar.governor(predicate).marker == "":
        yield from _bare_infinitive(page, verb, predicate)
    elif (predicate.tag_ == "VBG" and not told.auxiliaries) or any(c.norm_ == "having" for c in predicate.lefts):
        if takes(verb, Complement.GERUND) and predicate.i > verb.i:
            yield up_to_end(page, verb, predicate.left_edge.i, predicate, 0.75)
    elif _is_clause(page, verb, predicate):
        yield from _clause(page, verb, predicate)


def _is_clause(page: Page, verb: Token, predicate: Token) -> bool:
    if not takes(verb, Complement.CLAUSE) and verb.lemma_.lower() not in reporting_words().finding:
        return False
    told = page.grammar.arguments(predicate)
    finite = is_finite(predicate) or any(is_finite(c) and c.i < predicate.i for c in predicate.children)
    governor = page.grammar.governor(predicate)
    if governor.marker in {"if", "whether"} and not finite:
        return False
    first = page.doc[predicate.left_edge.i]
    if first.tag_ in {"WP", "WRB", "WP$"} or first.norm_ in {"whether", "what", "how", "why"}:
        return False  # an open question tells no words
    wished = governor.marker == "that" or (
        bool(told.subjects or (told.passive and told.objects)) and not told.inherited
    )
    if predicate.tag_ == "VBN" and not told.auxiliaries and governor.marker != "that":
        return False  # "ordered THE PORT CLOSED" tells what was done
    return finite or (predicate.tag_ in {"VB", "VBN"} and wished)


def _infinitive(page: Page, verb: Token, arguments: Arguments, predicate: Token, to: Token) -> Iterator[Content]:
    """ "Vowed to leave" and "urged Peru to leave"; what is asked of whom begins with "to"."""
    if predicate.i < verb.i:
        return
    between = [t for t in page.doc[verb.i + 1 : to.i] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    if arguments.passive and not arguments.subjects:
        return
    asked = _for_infinitive(page, verb) if takes(verb, Complement.FOR_INFINITIVE) else None
    if asked:
        yield asked
        return
    wanted = Complement.OBJECT_INFINITIVE if between or arguments.passive else Complement.INFINITIVE
    if not takes(verb, wanted):
        return
    first = to.i - 1 if page.doc[to.i - 1].norm_ == "not" else to.i + (to.lower_ != "to")  # "amenazó con RECUPERAR"
    yield up_to_end(page, verb, first, predicate, 0.85)


def _bare_infinitive(page: Page, verb: Token, predicate: Token) -> Iterator[Content]:
    """Where infinitives need no "to": "negó HABER RECIBIDO dinero", "prometió ENVIAR tropas"."""
    if predicate.i > verb.i and (takes(verb, Complement.GERUND) or takes(verb, Complement.INFINITIVE)):
        yield up_to_end(page, verb, predicate.left_edge.i, predicate, 0.75)


def _for_infinitive(page: Page, verb: Token) -> Content | None:
    """ "Called for Peru to leave" (from "Peru"), "called on Peru to leave" (from "to")."""
    doc, end = page.doc, verb.right_edge.i + 1
    preposition = next((t for t in doc[verb.i + 1 : verb.i + 4] if t.norm_ in {"for", *_ADDRESSEES}), None)
    if preposition is None or (preposition.tag_ == "TO" and doc[preposition.i + 1].tag_ == "VB"):
        return None
    to = next(
        (
            t
            for t in doc[preposition.i + 1 : end]
            if t.tag_ == "TO" and any(n.tag_ == "VB" for n in doc[t.i + 1 : min(t.i + 4, end)])
        ),
        None,
    )
    breaks = {";"} if preposition.norm_ in _LISTING else {",", ";"}  # "called on Peru, Chile and Cuba to leave"
    if to is None or any(is_finite(t) or t.text in breaks for t in doc[preposition.i + 1 : to.i]):
        return None
    first = preposition.i + 1 if preposition.norm_ == "for" else to.i
    content = up_to_end(page, verb, first, to.head, 0.8)
    return Content(content.first, content.last, content.predicate, content.confidence, preposition)


def _object_gerund(page: Page, verb: Token, arguments: Arguments) -> Iterator[Content]:
    """ "Accused Peru of leaving": what stands behind the preposition."""
    for oblique in arguments.obliques:
        gerund = oblique.token
        if oblique.preposition in _OBJECTS_OF_BLAME and gerund.tag_ == "VBG" and gerund.pos_ in _VERBAL:
            yield up_to_end(page, verb, gerund.left_edge.i, gerund, 0.7)
            return
    for token in page.doc[verb.i + 1 : verb.i + _REACH_OF_BLAME]:  # where the parser hung it on the one accused
        if token.norm_ in _OBJECTS_OF_BLAME and page.doc[token.i + 1].tag_ == "VBG" and token.i < verb.right_edge.i:
            yield up_to_end(page, verb, token.i + 1, page.doc[token.i + 1], 0.7)
            return


def _clause(page: Page, verb: Token, predicate: Token) -> Iterator[Content]:
    """A content clause behind the verb, before it, or around it."""
    first, last = predicate.left_edge.i, predicate.right_edge.i + 1
    if first < verb.i < predicate.i and page.doc[first].tag_ in _RELATIVE:
        yield up_to_end(page, verb, verb.i + 1, predicate, 0.85)  # "mines which the army said WERE under guard"
        return
    if first > verb.i:
        if not _is_joined_below(page, verb, predicate):
            first = without_that(page, _with_subject(page, verb, predicate, first))
            yield up_to_end(page, verb, first, predicate, 0.9)
        return
    before, behind = _cue_clause(page, verb)
    if page.doc[before].text != "," and page.doc[before - 1].text not in _CLOSING:
        return
    if _breaks_off(page, before):
        yield Content(behind, max(last, sentence_bounds(verb)[1]), None, 0.7)
        return
    if not _is_relative(page, before):
        yield Content(first, before, predicate, 0.85)
    if last > behind and last - behind >= _SHORTEST_PART and has_verb(page, behind, last):
        yield Content(behind, last, None, 0.7)


def _parenthesis(page: Page, verb: Token) -> Iterator[Content]:
    """ "The port, the ministry said, will close": a reporting clause between commas, or at the end."""
    before, behind = _cue_clause(page, verb)
    start, end = sentence_bounds(verb)
    doc = page.doc
    if verb.tag_ == "VBN" and not any(is_finite(c) for c in verb.children):  # "the man, REPORTED by X to be armed"
        return
    if before <= start or before == verb.i or doc[before].text != ",":
        return
    if not (behind >= end or doc[behind - 1].text == "," or doc[behind].text in {",", ".", ";"}):
        return
    subjects = page.grammar.arguments(verb).subjects
    following = doc[verb.i + 1] if verb.i + 1 < end else None  # "police said ON Saturday"
    joined = following is None or following.is_punct or following.pos_ == "ADP"
    if not joined and not any(s.i > verb.i for s in subjects):
        return
    if not any(before < s.i < behind for s in subjects):
        return
    broken = _breaks_off(page, before)
    if has_verb(page, start, before) and not _is_relative(page, before) and not broken:
        yield Content(start, before, None, 0.75)
    if end - behind >= _SHORTEST_PART and (broken or has_verb(page, behind, end)):
        yield Content(behind, end, None, 0.7)


def _with_subject(page: Page, verb: Token, predicate: Token, first: int) -> int:
    """The clause with a subject that the parser took for the object of the cue: "said the port "was closed"."""
    if page.doc[first].norm_ == "that" and page.doc[first].tag_ == "IN":
        return first  # "anunció el lunes QUE viajará"
    told = page.grammar.arguments(predicate)
    if page.doc[first].is_quote and is_finite(page.doc[first + 1]) and page.doc[first - 1].pos_ in {"NOUN", "PROPN"}:
        mention = page.cast.mention_at(page.doc[first - 1])
        own = page.cast.tokens[mention].start if mention else page.grammar.phrase(page.doc[first - 1]).start
        if own > verb.i + takes(verb, Complement.OBJECT_INFINITIVE):  # not whom it tells
            return own  # "told the paper RUIZ "was a friend""
    subjects = told.subjects or (told.objects if told.passive else ())
    if (subjects and not told.inherited) or takes(verb, Complement.OBJECT_INFINITIVE):
        return first
    between = page.doc[verb.i + 1 : first]
    return verb.i + 1 if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in between) else first


def _breaks_off(page: Page, before: int) -> bool:
    """ "They HAD, he says, paid for it": what stands before the cue is no clause yet."""
    return page.doc[before - 1].lemma_ in _AUXILIARIES


def _is_joined_below(page: Page, verb: Token, predicate: Token) -> bool:
    """Whether "and" begins a clause that the parser gave to a cue: "pledged funds AND Togo IS raising a tax".

    Two joined subjects of a verb in the singular are the cue's object and the subject of another clause.
    """
    own = [s for s in page.grammar.arguments(predicate).subjects if s.i > verb.i]
    own = own or [o for o in page.grammar.arguments(verb).objects if o.i < predicate.i]
    finite = next((t for t in (*predicate.lefts, predicate) if is_finite(t)), predicate)
    singular = finite.tag_ == "VBZ" or finite.norm_ == "was"
    return singular and any(len(page.grammar.conjuncts(s)) > 1 and "or" not in _links(page, s) for s in own)


def _links(page: Page, noun: Token) -> set[str]:
    """The words that join a list of nouns."""
    listed = page.grammar.conjuncts(noun)
    return {t.norm_ for t in page.doc[listed[0].i : listed[-1].i] if t.pos_ == "CCONJ"}


def _is_relative(page: Page, before: int) -> bool:
    """ "Camps which, the ministry said, it had closed": only what follows is said."""
    return page.doc[before - 1].tag_ in _RELATIVE


def _cue_clause(page: Page, verb: Token) -> tuple[int, int]:
    """Where the reporting clause begins (at its comma) and where it ends (behind its comma)."""
    start, end = sentence_bounds(verb)
    doc = page.doc
    subjects = [s for s in page.grammar.arguments(verb).subjects if s.i < verb.i]
    first = min([verb.i, *(page.grammar.subtree(s).start for s in subjects if verb.i - s.i < 12)])
    before = first - 1 if first > start and doc[first - 1].text == "," else first
    behind = verb.i + 1
    while behind < end and doc[behind].text not in {",", ";", "."}:
        behind += 1
    return before, min(behind + 1, end)
