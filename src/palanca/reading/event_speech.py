"""What somebody does by what he says: demands ("Sudan must return it"), blame ("a disgrace") and praise ("a success").

Only words of somebody inside the text count; he is the actor, and those whom he speaks of are the recipients.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from palanca.lexicon.evaluations import blaming_names, calling, evaluations, merits, omitting, terming, wronged, wrongs
from palanca.lexicon.frames import frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.actors import entity_behind
from palanca.reading.event_deeds import judged
from palanca.reading.event_parties import who_may_not
from palanca.reading.event_sides import Sides
from palanca.reading.frames import best_verb_pattern, noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.modality import speaker_of
from palanca.reading.page import Page
from palanca.reading.party_nouns import parties_in, sayer, verb_of
from palanca.records import Category, Filler, Schema

type Speech = tuple[Category, Token, Token, Sides]

_BINDING = {"must", "should", "ought"}
_REFER = "refer"
_REACH_OF_CALL = 12
_NEEDING_AS = {
    "name",
    "designate",
    "classify",
    "depict",
    "denounce",
    "refer",
    "describe",
    "portray",
    "characterise",
    "characterize",
}
_NEEDS = {"need", "have"}
_OPEN = {"will", "would", "shall", "may", "might", "could", "can", "should", "must"}
_CLAIMED = {"right"}  # "it is our RIGHT" praises nothing
_CALLING_FOR = {"for", "on", "upon", "off", "to"}  # "CALLS FOR talks after the failure" calls nothing a failure
_BESIDE = {"with", "without", "by"}
_WILL = {"will", "'ll", "’ll", "shall"}
_RESOLVES = {
    Category.ASSAULT: Category.THREATEN,
    Category.COERCE: Category.THREATEN,
    Category.SANCTION: Category.THREATEN,
    Category.AID: Category.AGREE,
    Category.COOPERATE: Category.AGREE,
}
_INVOLVING = {"behind", "responsible", "involved", "implicated"}
_DEEDS = {Category.ASSAULT, Category.COERCE, Category.PROTEST, Category.THREATEN}
_ENDS = {".", "?", "!", ";"}
_IFS = {"if", "unless", "whether", "when", "so", "lest"}
_ONE, _MARKS = {"a", "an"}, {'"', "“", "”", "''", "``", "‘", "’", "«", "»"}
_SPANISH = "es"
_SELF = {"i", "we", "it", "there", "one", "this", "that", "who", "which", "what"}


def speech_acts(page: Page, sentence: TokenSpan) -> Iterator[Speech]:
    """Category, the word that shows it, its verb and the sides of every act done by saying, in order of the text."""
    for token in sentence:
        if token.norm_ in _BINDING or (token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in _NEEDS):
            yield from _demand(page, token)
        elif token.norm_ in _INVOLVING:
            yield from _part_in_deed(page, token)
        elif token.pos_ in {"NOUN", "ADJ"} and token.lemma_.lower() in _judging():
            yield from _called(page, token)
        elif token.pos_ == "VERB" and _is_wrong(page, token):
            yield from _wrong(page, token)
        elif token.pos_ == "VERB" and _is_merit(page, token):
            yield from _merit(page, token)
        elif token.pos_ == "VERB" and token.lemma_ in terming():
            yield from _quoted_name(page, token)
        elif token.norm_ in _WILL and token.pos_ == "AUX":
            yield from _resolve(page, token)
        elif token.norm_ == "time":
            yield from _due(page, token)


@cache
def _judging() -> frozenset[str]:
    return frozenset(evaluations().keys() | blaming_names())


def _called(page: Page, word: Token) -> Iterator[Speech]:
    """What somebody is said to be, or is called, to blame or to praise him."""
    if category := evaluations().get(word.lemma_.lower()):
        yield from _judgement(page, word, category)
        yield from _name_given(page, word, category)
        return
    yield from _name_given(page, word, Category.ACCUSE)
    if any(o.preposition == "on" for o in page.grammar.prepositional(word)):
        yield from _judgement(page, word, Category.ACCUSE)  # "the arrest was an ATTACK ON democracy"


def _part_in_deed(page: Page, word: Token) -> Iterator[Speech]:
    """ "Togo was BEHIND the raid", "was INVOLVED in the coup": whoever says so accuses Togo."""
    copula = word if word.tag_ == "VBN" else word.head
    arguments = page.grammar.arguments(copula)
    if (
        copula.pos_ not in {"AUX", "VERB"}
        or not _is_spoken(page, copula)
        or _is_unsure(page, copula)
        or _is_asked(copula)
    ):
        return
    if "to" in arguments.auxiliaries:
        return  # "is alleged TO HAVE BEEN INVOLVED"
    subjects = arguments.subjects or (arguments.objects if arguments.passive else ())
    deeds = (t for t in word.doc[word.i + 1 : word.sent.end] if t.pos_ in {"NOUN", "PROPN"} and word in t.ancestors)
    if not any((found := noun_pattern(page, t)) and found.frame.category in _DEEDS for t in deeds):
        return
    targets = tuple(t for s in subjects for t in parties_in(page, s) if t.norm_ not in {"i", "we"})
    if targets or any(s.lemma_.lower() in frames().classes["force"] for s in subjects):
        yield Category.ACCUSE, word, copula, Sides(actors=tuple(_judges(page, copula)), recipients=targets)


def _demand(page: Page, token: Token) -> Iterator[Speech]:
    verb = _bound(page, token)
    if verb is None or _is_doubted(page, verb) or _is_asked(verb) or _is_no_need(page, token):
        return
    if page.grammar.governor(verb).relation is Relation.RELATIVE:
        return  # "the role that firms SHOULD play"
    arguments = page.grammar.arguments(verb)
    subjects = arguments.objects if arguments.passive else arguments.subjects
    if arguments.inherited and token.norm_ in _BINDING:
        return
    if not subjects or any(s.norm_ in _SELF for s in subjects) or not _is_spoken(page, verb):
        return
    if all(_is_any(s) for s in subjects):
        return
    targets = tuple(t for s in subjects for t in parties_in(page, s))
    if targets or any(s.lemma_.lower() in frames().classes["doer"] for s in subjects):
        yield Category.REQUEST, verb, verb, Sides(actors=tuple(_judges(page, verb)), recipients=targets)


def _is_any(noun: Token) -> bool:
    """ "A STATE must protect its citizens": a maxim asks nobody for anything."""
    return any(child.norm_ in {"a", "an"} for child in noun.children)


def _is_no_need(page: Page, token: Token) -> bool:
    """ "She NEED NOT answer", "HAVING TO relive it", "SHOULD they fail, …": nobody asks for anything."""
    if token.norm_ in _BINDING:
        subjects = page.grammar.arguments(token.head).subjects
        return token.norm_ == "should" and any(token.i < s.i < token.head.i for s in subjects)
    return token.tag_ == "VBG" or page.grammar.arguments(token).negated


def _bound(page: Page, token: Token) -> Token | None:
    """The verb that is demanded: of "must return", "needs to return"."""
    if token.norm_ in _BINDING:
        return page.grammar.governor(token).head or token.head
    governed = (c for c in page.grammar.arguments(token).complements if c.tag_ == "VB")
    return next((c for c in governed if "to" in page.grammar.arguments(c).auxiliaries), None)


def _due(page: Page, time: Token) -> Iterator[Speech]:
    """ "It is TIME for the neighbours to pay," "it's time to give them a say": who says so asks for it."""
    copula, behind = time.head, time.doc[time.i + 1 : time.sent.end]
    if any(child.norm_ in {"a", "the"} for child in time.children):
        return  # "if ever there was A time to discuss it"
    if copula.lemma_ != "be" or time.i + 1 >= time.sent.end or not {"for", "to"} & {t.norm_ for t in behind[:3]}:
        return
    due = next((t for t in behind if t.tag_ == "VB" and "to" in page.grammar.arguments(t).auxiliaries), None)
    if due is None or page.grammar.arguments(copula).negated or _is_asked(due) or not _is_spoken(page, copula):
        return
    subjects = (s for s in page.grammar.arguments(due).subjects if s.i > time.i)
    targets = tuple(t for s in subjects for t in parties_in(page, s))
    yield Category.REQUEST, time, copula, Sides(actors=tuple(_judges(page, copula)), recipients=targets)


def _resolve(page: Page, auxiliary: Token) -> Iterator[Speech]:
    """ "We WILL strike back" threatens, "we WILL work together" promises: what a speaker says that his side will do."""
    verb, voice = auxiliary.head, page.voices.at(auxiliary)
    if voice is None or not voice.direct or verb.pos_ != "VERB":
        return
    arguments = page.grammar.arguments(verb)
    if arguments.negated or not any(s.norm_ in {"i", "we"} for s in arguments.subjects):
        return
    pattern = best_verb_pattern(page, verb)
    category = _RESOLVES.get(pattern.frame.category) if pattern is not None else None
    if category is not None:
        targets = tuple(t for o in arguments.objects for t in parties_in(page, o))
        warned = () if targets or category is not Category.THREATEN else tuple(who_may_not(page, verb))
        yield category, verb, verb, Sides(recipients=targets or warned)


def _is_asked(verb: Token) -> bool:
    """Whether it is part of a question: "so why should they be exempt?"."""
    return next((t.text for t in verb.doc[verb.i : verb.sent.end] if t.text in _ENDS), ".") == "?"


def _is_doubted(page: Page, verb: Token) -> bool:
    """Whether the speaker denies it: "I DO NOT THINK that anybody should assume it" asks for nothing."""
    above = page.grammar.governor(verb)
    content = above.relation is Relation.CONTENT and above.head is not None
    return content and above.head is not None and page.grammar.arguments(above.head).negated


def _judgement(page: Page, word: Token, category: Category) -> Iterator[Speech]:
    judged = page.grammar.predicated_of(word)
    if not page.grammar.is_said(word) or not _is_spoken(page, word) or _is_asked(word):
        return
    if any(c.norm_ == "where" for c in word.head.children) or (word.pos_ == "NOUN" and word.lemma_ in _CLAIMED):
        return
    copula = word.head
    if page.grammar.arguments(copula).negated or _is_doubted(page, copula):
        if category is Category.ACCUSE:
            return
        category = Category.ACCUSE  # "I do not think that it is RIGHT"
    targets = tuple(t for s in judged for t in parties_in(page, s) if t.norm_ not in {"i", "we"})
    if any(s.norm_ in {"i", "we"} for s in judged) and category is Category.ACCUSE:
        return
    if category is Category.SUPPORT and any(_is_own_country(page, copula, t) for t in targets):
        return
    yield category, word, copula, Sides(actors=tuple(_judges(page, copula)), recipients=targets, about=judged)


def _is_merit(page: Page, verb: Token) -> bool:
    """ "He DEDICATED his life to it", "he MADE a great CONTRIBUTION"."""
    made = verb.lemma_ == "make" and any(
        o.lemma_ in frames().classes["contribution"] for o in page.grammar.arguments(verb).objects
    )
    return made or verb.lemma_.lower() in merits()


def _merit(page: Page, verb: Token) -> Iterator[Speech]:
    """What a speaker tells of another person's merit praises him."""
    arguments, voice = page.grammar.arguments(verb), page.voices.at(verb)
    if voice is None or not voice.direct or voice.speaker is None or arguments.passive or _is_unsure(page, verb):
        return
    targets = tuple(s for s in arguments.subjects if s.norm_ not in {"i", "we"} and _is_another(page, s, voice.speaker))
    if targets:
        yield Category.SUPPORT, verb, verb, Sides(actors=tuple(_judges(page, verb)), recipients=targets)


def _is_another(page: Page, subject: Token, speaker: Filler) -> bool:
    found = entity_behind(page, subject)
    return found is not None and found[0].schema is Schema.PERSON and found[0].id != speaker.entity


def _is_own_country(page: Page, verb: Token, target: Token) -> bool:
    """Whether somebody praises his own country: "The nation is great," its president said."""
    speaker, found = speaker_of(page, verb), entity_behind(page, target)
    who = page.cast.entity(speaker.entity) if speaker and speaker.entity else None
    praised = found[0] if found else None
    if who is None or praised is None or praised.schema is not Schema.PLACE:
        return False
    return who.country is not None and who.country == praised.country


def _is_wrong(page: Page, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    arguments = page.grammar.arguments(verb)
    objects = {o.lemma_.lower() for o in arguments.objects}
    if lemma in omitting():
        return any(c.tag_ == "VB" for c in arguments.complements)
    return lemma in wrongs() or not objects.isdisjoint(wronged().get(lemma, ()))


def _wrong(page: Page, verb: Token) -> Iterator[Speech]:
    """ "The cabinet has BETRAYED its voters," said Ruiz: who tells of another's wrong accuses him of it."""
    arguments = page.grammar.arguments(verb)
    speaker = speaker_of(page, verb)
    told = verb.tag_ in {"VBD", "VBZ", "VBP"} or {"have", "be"} & set(arguments.auxiliaries)
    if speaker is None or speaker.entity is None or not told or _is_unsure(page, verb):
        return
    doers = [s for s in arguments.subjects if not arguments.inherited and s.norm_ not in {"i", "we", "who", "which"}]
    targets = tuple(t for s in doers for t in parties_in(page, s))
    if any((found := entity_behind(page, t)) and found[0].id == speaker.entity for t in targets):
        return
    if targets or any(s.lemma_.lower() in frames().classes["policy"] for s in doers):
        parties = Sides(actors=tuple(_judges(page, verb)), recipients=targets, about=tuple(doers))
        yield Category.ACCUSE, verb, verb, parties


def _is_unsure(page: Page, verb: Token) -> bool:
    """Whether it is denied, supposed or still to come."""
    arguments = page.grammar.arguments(verb)
    return arguments.negated or bool(_OPEN & set(arguments.auxiliaries)) or page.grammar.governor(verb).marker in _IFS


def _name_given(page: Page, word: Token, category: Category) -> Iterator[Speech]:
    """ "Moscow CALLED the decision GROUNDLESS", "described it AS a SHAME"."""
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in calling() or not 0 < word.i - verb.i <= _REACH_OF_CALL:
        return
    arguments = page.grammar.arguments(verb)
    if arguments.negated or word in arguments.subjects or _is_beside(word):
        return
    called = page.doc[verb.i + 1 : word.i]
    if any(page.grammar.predicates(called)) or any(t.text in {",", ";"} for t in called) or _calls_for(verb, called):
        return
    named = [t for t in called if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    named = named or [o for o in arguments.objects if o.i > word.i]  # "calificó de absurdas las ACUSACIONES"
    named = named or [
        t for t in arguments.subjects if verb.lemma_ == _REFER
    ]  # "the vote, which he REFERS TO AS a farce"
    named = named or ([] if arguments.passive else _relative_head(page, verb))
    if not named or (verb.lemma_ in _NEEDING_AS and not _is_told_as(page, word, called)):
        return
    targets = tuple(t for o in named for t in _meant_by(page, o, category))
    actors = tuple(t for s in arguments.subjects for t in parties_in(page, s))
    yield category, word, verb, Sides(actors=actors, recipients=targets, about=tuple(named))


def _quoted_name(page: Page, verb: Token) -> Iterator[Speech]:
    """A name that only its quotation marks show to be one: "called Ruiz A “WEATHERVANE”"; few of them praise."""
    arguments = page.grammar.arguments(verb)
    called = next((o for o in arguments.objects if o.i > verb.i), None)
    mention = page.cast.mention_at(called) if called is not None else None
    if called is None or mention is None or page.cast.entity(mention.entity).schema is not Schema.PERSON:
        return
    stop = page.cast.tokens[mention].stop
    if (
        arguments.negated
        or page.doc[stop : stop + 1].text not in _ONE
        or page.doc[stop + 1 : stop + 2].text not in _MARKS
    ):
        return
    name = [*takewhile(lambda t: t.text not in _MARKS, page.doc[stop + 2 : stop + 2 + _REACH_OF_CALL])]
    if not name or any(t.lemma_.lower() in _judging() for t in name):
        return
    actors = tuple(t for s in arguments.subjects for t in parties_in(page, s))
    yield Category.ACCUSE, name[-1], verb, Sides(actors=actors, recipients=(called,))


def _is_told_as(page: Page, word: Token, called: TokenSpan) -> bool:
    """Whether "as" stands before what it is called; in Spanish "de": "calificó la medida DE atropello"."""
    if any(t.norm_ == "as" for t in called):
        return True
    return page.doc.lang_ == _SPANISH and word.head.norm_ == "of"


def _meant_by(page: Page, named: Token, category: Category) -> Iterable[Token]:
    """Who did what is called so, where the words say that; else who it is."""
    doers = judged(page, named, frames().by_name[FRAMES[category]])
    return parties_in(page, named) if doers is None else doers


def _relative_head(page: Page, verb: Token) -> list[Token]:
    """What a relative clause calls so: "closed the port, A CHOICE the senators CALLED a disgrace"."""
    governor = page.grammar.governor(verb)
    return [governor.head] if governor.relation is Relation.RELATIVE and governor.head is not None else []


def _is_beside(word: Token) -> bool:
    """Whether it only says what is with the thing: "found a man WITH STAB wounds" calls him nothing."""
    top = word.head if word.head.pos_ == "NOUN" and word.i < word.head.i else word
    return top.head.norm_ in _BESIDE


def _calls_for(verb: Token, called: TokenSpan) -> bool:
    """Whether a preposition makes another act of a verb of calling; "refer to" calls."""
    return verb.lemma_ != _REFER and called[:1].text in _CALLING_FOR


def _judges(page: Page, verb: Token) -> list[Token]:
    """Who says it, but nobody of whom a speaker only tells: "HE knows that the order is a disgrace," said Ruiz."""
    voice, found = page.voices.at(verb), sayer(page, verb)
    if voice is None or not voice.direct:
        return found
    return [t for t in found if page.voices.at(t) is not voice or _says(t)]


def _says(subject: Token) -> bool:
    verb = verb_of(subject)
    return verb is not None and verb.lemma_ in reporting_words().verbs


def _is_spoken(page: Page, token: Token) -> bool:
    return speaker_of(page, token) is not None or bool(sayer(page, token))


FRAMES = {
    Category.REQUEST: "demand",
    Category.ACCUSE: "disapprove",
    Category.SUPPORT: "praise",
    Category.THREATEN: "threaten",
    Category.AGREE: "promise",
}
