"""What only sounds like an act: words that match a frame and tell that nobody did anything of its kind."""

from collections.abc import Sequence

from palanca.lexicon.branches import branch_of_body
from palanca.lexicon.evaluations import calling, terming
from palanca.lexicon.frames import frames
from palanca.lexicon.instruments import instrument_nouns
from palanca.reading.actors import entity_behind
from palanca.reading.event_stages import is_of_patients, is_stage
from palanca.reading.frames import Match, best_verb_pattern, noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.party_nouns import is_party
from palanca.records import Category, InstrumentKind, Schema
from palanca.records.query import Branch

_VIOLENT = {Category.ASSAULT, Category.COERCE}
_CLAIMING = {"claim", "contend", "suggest", "maintain"}
_DESTRUCTION, _FIRE = "destruction", "fire"
_FALLING = {"crash", "collide", "collapse", "derail", "capsize", "sink", "overturn"}
_SHOOTING = {"open", "return", "exchange", "trade"}  # fire
_NOTHING = {"nothing", "nobody", "none"}
_REFLEXIVE = {"himself", "herself", "itself", "themselves", "myself", "ourselves"}
_ASKING = {"if", "whether", "how", "why", "what", "when", "where", "who", "which"}
_LAWS = {"constitution", "statute", "charter", "law"}
_PASSED = {InstrumentKind.LAW, InstrumentKind.RESOLUTION, InstrumentKind.DECREE}
_GIVING = {Category.CONCEDE, Category.AID, Category.COOPERATE}
_BLAMING = {"accuse", "disapprove"}
_THANK = "thank"
_INTEND = "intend"
_INSIST = "insist"
_SIGN = "sign"
_CALL, _MEET, _OPEN, _TREAT = "call", "meet", "open", "treat"
_JUDGING = {Category.ACCUSE, Category.SUPPORT}
_RECEIVING = {"receive", "get", "accept"}


def is_semblance(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether a match tells no act; `found` are all matches of its sentence."""
    return (
        _is_silence(page, match)
        or _is_for_oneself(page, match)
        or _is_own_policy(page, match)
        or _is_aside(page, match)
        or _goes_on_accusing(page, match, found)
        or _is_told_by_effect(page, match, found)
        or _is_told_by_means(match, found)
        or _is_content(match, found, page)
        or _is_opposed(page, match)
        or _is_of_blow(page, match, found)
        or _is_charge(page, match, found)
        or _is_mere_intent(page, match)
        or is_stage(page, match)
        or is_of_patients(page, match)
        or _is_epithet(page, match)
        or _is_insistence(match)
        or _is_farewell(match)
        or _is_idle(match)
        or _is_question(page, match)
        or _is_rule(page, match)
        or _is_effect(page, match)
        or _is_takeover(page, match)
        or _is_to_oneself(match)
        or _is_of_things(page, match)
        or _is_of_court(page, match)
        or _is_not_there(match)
        or _is_asked_for(page, match)
        or _is_standing_offer(page, match)
        or any(_is_nothing(o) for o in (match.carrier or match.arguments).objects)
    )


def _is_content(match: Match, found: Sequence[Match], page: Page) -> bool:
    """Whether it only says what a law is to do that another verb passes: "approved a bill LEGALISING the drug"."""
    governor = page.grammar.governor(match.anchor)
    if governor.relation is not Relation.PARTICIPLE or match.anchor.tag_ != "VBG" or governor.head is None:
        return False
    others = (one for one in found if one is not match and one.word.lemma_ != _SIGN)
    bills = frames().classes["bill"] | frames().classes["draft"]
    return governor.head.lemma_.lower() in bills and any(governor.head in one.arguments.objects for one in others)


def _is_of_blow(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether a participle only says whom a blow strikes that somebody deals: "fired rockets TARGETING the base"."""
    governor = page.grammar.governor(match.anchor)
    blow = governor.head
    if match.pattern.frame.category is not Category.ASSAULT or match.anchor.tag_ != "VBG" or blow is None:
        return False
    above = (one for one in found if one is not match and one.pattern.frame.category is Category.ASSAULT)
    return governor.relation is Relation.PARTICIPLE and any(blow in one.arguments.objects for one in above)


def _is_opposed(page: Page, match: Match) -> bool:
    """ "Voted AGAINST CONFIRMING him", "argued against leaving": what one is against is not done."""
    governor = page.grammar.governor(match.anchor)
    return governor.relation is Relation.PREPOSITIONAL and governor.marker == "against"


def _is_told_by_means(match: Match, found: Sequence[Match]) -> bool:
    """Whether an answer is told by what was done: "RETALIATED by closing the embassy"."""
    if match.word.lemma_ not in frames().classes["answering"]:
        return False
    means = {o.token for o in match.arguments.obliques if o.preposition == "by"}
    return any(one.anchor in means for one in found)


def _is_charge(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether it is only what somebody is blamed for: "accused Chad of SHELTERING rebels". Violence is told as well."""
    governor = page.grammar.governor(match.anchor)
    if match.pattern.frame.category in _VIOLENT or governor.relation is not Relation.PREPOSITIONAL:
        return False
    above = [one.pattern.frame.name for one in found if one.anchor == governor.head]
    return governor.marker in {"of", "for"} and bool(_BLAMING.intersection(above))


def _is_epithet(page: Page, match: Match) -> bool:
    """Whether somebody only calls a thing so: "decried it AS A COUP", "called the vote AN INVASION"."""
    above = match.word.head
    if match.word.pos_ != "NOUN" or match.word != match.anchor:
        return False
    if above.norm_ == "as" and above.pos_ in {"ADP", "SCONJ"}:
        judging = {p.frame.category for p in frames().verbs.get(above.head.lemma_.lower(), ())}
        return above.head.lemma_.lower() in calling() or not judging.isdisjoint(_JUDGING)
    objects = page.grammar.arguments(above).objects if above.lemma_.lower() in terming() else ()
    return bool(objects) and match.word not in objects


def _is_insistence(match: Match) -> bool:
    """Whether somebody only holds that a thing is so: "insisted that the vote WAS rigged" asks for nothing."""
    if match.word.lemma_ != _INSIST or match.pattern.frame.category is not Category.REQUEST:
        return False
    told = (t for verb in match.arguments.complements for t in (verb, *verb.children))
    return any(t.tag_ in {"VBD", "VBZ"} or t.norm_ in {"were", "are", "have"} for t in told)


def _is_farewell(match: Match) -> bool:
    """Whether somebody only thanks his own people: "thanked his SUPPORTERS"."""
    own = frames().classes["own"]
    thanked = [o for o in match.arguments.objects if o.lemma_.lower() in own]
    return match.word.lemma_ == _THANK and any(all(c.norm_ != "the" for c in o.children) for o in thanked)


def _is_mere_intent(page: Page, match: Match) -> bool:
    """Whether what somebody plans is no act of the frames, and of nobody named: "plans to HOLIDAY in Togo"."""
    if match.pattern.frame.name != _INTEND:
        return False
    planned = match.arguments.complements
    named = (page.cast.at(o) for verb in planned for o in page.grammar.arguments(verb).objects)
    return not any(best_verb_pattern(page, verb) for verb in planned) and not any(named)


def _is_to_oneself(match: Match) -> bool:
    """ "Set HIMSELF on fire", "armed HIMSELF": nobody else undergoes it."""
    objects = match.arguments.objects
    undergone = match.pattern.frame.category in {Category.COERCE, Category.AID}
    return undergone and bool(objects) and all(o.norm_ in _REFLEXIVE for o in objects)


def _is_of_things(page: Page, match: Match) -> bool:
    """Whether people are only named beside what it is done with.

    "Received six JETS", "sent the police A PLAN", "treated it AS a crime", "was MET WITH protests", "opened its ROUTE",
    "a school, also CALLED Oyo College".
    """
    word, arguments, category = match.word, match.arguments, match.pattern.frame.category
    if word.pos_ != "VERB":
        return False
    behind = {o.preposition for o in arguments.obliques}
    if category is Category.CONSULT and word.lemma_ in _RECEIVING:
        return any(o.lemma_.lower() in frames().classes["weapon"] or _is_thing(page, o) for o in arguments.objects)
    if category is Category.RETREAT and word.lemma_ == _OPEN:
        doers = [page.cast.at(s) for s in arguments.subjects]
        return bool(doers) and all(one is not None and one.schema is Schema.COMPANY for one in doers)
    if category is Category.MOBILIZE:
        return bool(arguments.indirect)
    if category is Category.AID and word.lemma_ == _TREAT:
        return "as" in behind
    if category is Category.CONSULT and word.lemma_ == _CALL:
        return [t.norm_ for t in word.doc[max(0, word.i - 2) : word.i]] == [",", "also"]
    return category is Category.CONSULT and word.lemma_ == _MEET and arguments.passive and "with" in behind


def _is_of_court(page: Page, match: Match) -> bool:
    """ "The deadline SET BY THE COURT": courts order, and do not threaten."""
    if match.pattern.frame.category is not Category.THREATEN:
        return False
    bodies = [e for t in match.arguments.subjects if (e := page.cast.at(t)) is not None]
    branches = [branch_of_body(body.caption) for body in bodies]
    return bool(branches) and all(told is not None and told[0] is Branch.JUDICIARY for told in branches)


def _is_thing(page: Page, noun: Token) -> bool:
    named = page.cast.at(noun)
    return named is not None and named.schema in {Schema.VEHICLE, Schema.EVENT, Schema.LAW, Schema.PROJECT}


def _is_not_there(match: Match) -> bool:
    """ "Left WITHOUT A DEAL": what a noun behind it tells is not done."""
    noun = match.word
    return noun == match.anchor and noun.pos_ == "NOUN" and noun.head.norm_ == "without"


def _is_asked_for(page: Page, match: Match) -> bool:
    """ "Their demands include DISSOLVING the house": nobody has done it."""
    above = page.grammar.governor(match.anchor).head
    if above is None or above.lemma_ != "include":
        return False
    told = (noun_pattern(page, s) for s in page.grammar.arguments(above).subjects if s.pos_ == "NOUN")
    return any(p is not None and p.frame.category is Category.REQUEST for p in told)


def _is_standing_offer(page: Page, match: Match) -> bool:
    """ "A port which OFFERS Togo a pretext": what somebody or something is good for is no promise."""
    relative = page.grammar.governor(match.anchor).relation is Relation.RELATIVE
    return match.word.lemma_ == "offer" and match.word.tag_ in {"VBZ", "VBP"} and relative


def _is_question(page: Page, match: Match) -> bool:
    """ "Asked her IF she would stand": a question is no demand."""
    if match.pattern.frame.category is not Category.REQUEST or match.word.lemma_ != "ask":
        return False
    clauses = (v for v in page.grammar.predicates(match.word.sent) if v.i > match.word.i)
    asked = (v for v in clauses if page.grammar.governor(v).head == match.word)
    return any(t.norm_ in _ASKING for v in asked for t in page.grammar.subtree(v)[:2])


def _is_rule(page: Page, match: Match) -> bool:
    """What a law says in general is done by nobody: "Under the constitution, the house IMPEACHES an official"."""
    if match.anchor.tag_ not in {"VBZ", "VBP"} and not (match.anchor.tag_ == "VBN" and match.arguments.passive):
        return False
    if any(t.tag_ in {"VBD", "MD"} for t in match.anchor.children):
        return False
    governor = page.grammar.governor(match.anchor)
    told = governor.relation is Relation.CONTENT and governor.head is not None
    above = page.grammar.arguments(governor.head).subjects if told and governor.head is not None else ()
    bound = [o.token for o in page.grammar.arguments(match.anchor).obliques if o.preposition in {"under", "per"}]
    named = (*page.grammar.arguments(match.anchor).subjects, *above, *bound)
    return any(t.lemma_.lower() in _LAWS for t in named)


def _is_takeover(page: Page, match: Match) -> bool:
    """Whether a firm only comes to run a place: "Volta TOOK OVER the port under a concession"."""
    if match.pattern.frame.category is not Category.COERCE or match.anchor.lemma_ not in {"take", "acquire"}:
        return False
    doers = [entity_behind(page, t) for t in page.grammar.arguments(match.anchor).subjects]
    return bool(doers) and all(one is not None and one[0].schema is Schema.COMPANY for one in doers)


def _is_effect(page: Page, match: Match) -> bool:
    """What a pact gives or grants is its effect, and done by nobody: "the annex GAVE Togo access to the bay".

    What a law or a resolution gives is given by who passed it.
    """
    governor = page.grammar.governor(match.anchor)
    if governor.relation is Relation.RELATIVE and governor.head is not None and _is_passed(page, governor.head):
        return match.pattern.frame.category is Category.AGREE  # "approved MOTION 7, which authorizes it"
    kinds = {instrument_nouns().get(t.lemma_.lower()) for t in page.grammar.arguments(match.anchor).subjects}
    return match.pattern.frame.category in _GIVING and InstrumentKind.AGREEMENT in kinds


def _is_passed(page: Page, noun: Token) -> bool:
    """Whether a noun names a law or a resolution."""
    named = page.cast.at(noun)
    words = (t.lemma_.lower() for t in page.grammar.phrase(noun))
    return (named is not None and named.schema is Schema.LAW) or any(
        instrument_nouns().get(w) in _PASSED for w in words
    )


def _is_told_by_effect(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether the signing of a law is told by what the law does: "signed the act, OUTLAWING the veil"."""
    if match.word.lemma_ != _SIGN or not match.pattern.objects or match.pattern.frame.symmetric:
        return False
    around = {match.anchor, *match.arguments.objects}
    return any(one.anchor.tag_ == "VBG" and page.grammar.governor(one.anchor).head in around for one in found)


def _is_silence(page: Page, match: Match) -> bool:
    """Whether somebody only declines to speak to the press: "declined to COMMENT", "refused to give DETAILS"."""
    if match.pattern.frame.category is not Category.REJECT:
        return False
    kept = frames().silences
    return any(
        verb.lemma_.lower() in kept or kept & {o.lemma_.lower() for o in page.grammar.arguments(verb).objects}
        for verb in match.arguments.complements
    )


def _is_nothing(noun: Token) -> bool:
    """ "Conceded NOTHING", "thanked NO ONE": nothing was done."""
    return noun.norm_ in _NOTHING or (noun.norm_ == "one" and noun.i > 0 and noun.nbor(-1).norm_ == "no")


def _is_for_oneself(page: Page, match: Match) -> bool:
    """Whether somebody only pays for what is his: "the rebels financed THEIR CAMPAIGN with gold" aids nobody."""
    if match.pattern.frame.category is not Category.AID or match.word.pos_ != "VERB":
        return False
    owners = [p for o in match.arguments.objects for p in page.grammar.possessors(o)]
    acting = {e.id for s in match.arguments.subjects if (e := page.cast.at(s))}
    return any(page.grammar.is_pronoun(p) and ((e := page.cast.at(p)) is None or e.id in acting) for p in owners)


def _goes_on_accusing(page: Page, match: Match, found: Sequence[Match]) -> bool:
    """Whether a participle only says what is blamed: "filed a motion CLAIMING that the law is void"."""
    if match.pattern.frame.category is not Category.ACCUSE or match.anchor.tag_ != "VBG":
        return False
    governor = page.grammar.governor(match.anchor)
    if governor.relation not in {Relation.PARTICIPLE, Relation.ADVERBIAL} or governor.head is None:
        return False
    others = [one for one in found if one is not match and one.pattern.frame.category is Category.ACCUSE]
    above = {t for one in others for t in (one.word, one.anchor, *(one.carrier or one.arguments).objects)}
    return governor.head in above


def _is_aside(page: Page, match: Match) -> bool:
    """Whether a clause with "as" only refers to what was said elsewhere: "may not act AS HE PROPOSED".

    Or says what a thing is held to do: "cited the audit AS PROHIBITING it".
    """
    governor, arguments = page.grammar.governor(match.anchor), match.arguments
    if governor.relation is Relation.PREPOSITIONAL and governor.marker == "as" and match.anchor.tag_ == "VBG":
        return True
    return governor.marker == "as" and not (arguments.objects or arguments.complements or arguments.obliques)


def _is_idle(match: Match) -> bool:
    """Whether a verb tells no act beside the word behind it: "PLEADED (not) GUILTY" asks for nothing."""
    if match.word.pos_ == "NOUN" and f"{match.anchor.lemma_.lower()} {match.word.norm_}" in frames().idle:
        return True
    lemma, behind = match.word.lemma_.lower(), match.word.doc[match.word.i + 1 : match.word.i + 3]
    return match.word.pos_ == "VERB" and any(f"{lemma} {word.norm_}" in frames().idle for word in behind)


def _is_own_policy(page: Page, match: Match) -> bool:
    """Whether somebody only stands by what is his: "Ruiz defended HIS DECISION" supports nobody."""
    if match.pattern.frame.category is not Category.SUPPORT or match.word.pos_ != "VERB" or match.arguments.passive:
        return False
    acting = {found[0].id for s in match.arguments.subjects if (found := entity_behind(page, s))}
    policies = (o for o in match.arguments.objects if o.lemma_.lower() in frames().classes["policy"])
    owners = [p for o in policies for p in page.grammar.possessors(o)]
    return any((e := page.cast.at(p)) is None or e.id in acting for p in owners if page.grammar.is_pronoun(p))


def is_by_nature(page: Page, match: Match) -> bool:
    """Whether a storm, a fire or a disease does it, or is warned of: "Hurricane Ida HIT Cuba", "a flood WARNING"."""
    nature = frames().classes["nature"]
    if match.word.lemma_.lower() == _DESTRUCTION:
        return any(t.lemma_.lower() in nature for t in match.word.sent)
    if match.pattern.frame.category is Category.ASSAULT and _is_accident(match):
        return True
    if any(nature & {m.lemma_.lower() for m in page.grammar.modifiers(o)} for o in match.arguments.objects):
        return True
    if match.pattern.frame.category is Category.ACCUSE and match.word.lemma_.lower() in _CLAIMING:
        return _is_forecast(page, match)
    if match.pattern.frame.category is Category.THREATEN:
        return any(t.lemma_.lower() in nature for t in match.word.sent) or _is_forecast(page, match)
    violent = match.pattern.frame.category in _VIOLENT
    return any(
        (t.lemma_.lower() in nature and not _is_gunfire(page, t))
        or (violent and (entity := page.cast.at(t)) is not None and entity.schema is Schema.EVENT)
        for t in (match.carrier or match.arguments).subjects
    )


def _is_gunfire(page: Page, noun: Token) -> bool:
    """Whether a fire is that of somebody's guns: "killed by CHADIAN FIRE", "rebel FIRE", "Togo's FIRE"."""
    before = (*page.grammar.modifiers(noun), *page.grammar.possessors(noun))
    armed = frames().classes["arms"]
    return noun.lemma_.lower() == _FIRE and any(page.cast.at(t) or t.lemma_.lower() in armed for t in before)


def _is_accident(match: Match) -> bool:
    """ "Three were KILLED when a bus crashed", "BATTLED cancer": nobody strikes, and no word is about arms."""
    nature, arms = frames().classes["nature"], frames().classes["arms"]
    if match.word.pos_ == "VERB" and any(o.lemma_.lower() in nature for o in match.arguments.objects):
        return match.word.lemma_.lower() not in _SHOOTING
    if not match.arguments.passive or match.arguments.subjects:
        return False
    near = {t.lemma_.lower() for t in match.word.sent}
    return bool(near & (nature | _FALLING)) and not near & arms


def _is_forecast(page: Page, match: Match) -> bool:
    """ "Warned that prices could rise", "claimed that it was legal": nobody acts in what is foreseen or claimed."""
    if match.word.lemma_.lower() not in {"warn", "caution", *_CLAIMING} or match.arguments.objects:
        return False
    foreseen = [s for c in match.arguments.complements for s in page.grammar.arguments(c).subjects]
    return bool(foreseen) and not any(is_party(page, s) for s in foreseen)
