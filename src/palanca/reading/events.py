"""Events: who did what to whom, when and where, in the sixteen categories of PLOVER."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from palanca.lexicon.frames import frames
from palanca.lexicon.reporting import reporting_words
from palanca.reading.event_acts import Act, Outlook, acts_of
from palanca.reading.event_confidence import Evidence, confidence_of, officeholders
from palanca.reading.event_contexts import contexts_of, is_off_topic
from palanca.reading.event_crowds import is_of_crowds
from palanca.reading.event_fillers import is_of_oneself, named, parties_of
from palanca.reading.event_headlines import headline_end
from palanca.reading.event_merging import Telling, merged, without_echoes
from palanca.reading.event_refusals import category_of, is_of_own_country, refusal, told_of
from palanca.reading.event_retelling import points_back, points_only_back
from palanca.reading.frame_nouns import is_partyish
from palanca.reading.frames import is_in_name, noun_pattern
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import TokenSpan
from palanca.reading.modality import is_unreal, modality_of, speaker_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.time_acts import act_time, mentions_in
from palanca.reading.time_context import is_to_come, time_beside
from palanca.reading.time_tense import is_set_for
from palanca.reading.times import time_of
from palanca.records import (
    Bound,
    Category,
    EntityId,
    EventDetail,
    Filler,
    Kind,
    Modality,
    Moment,
    Role,
    RoleName,
    Schema,
    Statement,
    Time,
)
from palanca.records.entity import BODIES

_NAME, _VERSION = "events", "15"
_LEAST_CONFIDENCE = 0.05  # below it, hardly one act in four is an event
_ORGANIZED = {Schema.PUBLIC_BODY, Schema.PLACE}
_VIOLENT = {Category.ASSAULT, Category.COERCE}
_DONE_BY_WORDS = {Category.ACCUSE, Category.REJECT, Category.REQUEST, Category.SUPPORT, Category.THREATEN}
_STANCES = {"recognize", "recognise", "accept", "support", "back", "favor", "favour", "endorse"}
_CHANTED = {Category.REQUEST, Category.ACCUSE}
_TOLD = {"VBD", "VBN"}
_PRESENT = {"VBZ", "VBP"}
_ANNOUNCE = "announce"
_DECIDED = {Category.COERCE, Category.SANCTION, Category.CONCEDE, Category.REJECT}


def read_events(page: Page) -> Page:
    """Give the page its events, each act once, in order of the text."""
    surroundings = _Surroundings(off_topic=is_off_topic(page), in_office=officeholders(page))
    return page.with_statements(merged(_tellings(page, surroundings)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What the whole document tells about its acts, and the acts `told` before the sentence."""

    off_topic: bool
    in_office: frozenset[EntityId]
    told: tuple[Statement, ...] = ()


def _tellings(page: Page, surroundings: _Surroundings) -> Iterator[Telling]:
    headline = headline_end(page)
    told: list[Statement] = []
    for sentence in page.doc.sents:
        for telling in without_echoes(_tellings_of(page, sentence, replace(surroundings, told=tuple(told)), headline)):
            told.append(telling.statement)
            yield telling


def _tellings_of(page: Page, sentence: TokenSpan, surroundings: _Surroundings, headline: int) -> Iterator[Telling]:
    told = list(surroundings.told)
    for act in acts_of(page, sentence):
        statement, reason = _statement(page, act, replace(surroundings, told=tuple(told)))
        page.trace.note(
            _NAME, page.span_of(act.word), lambda a=act, r=reason: f"frame {a.frame.name} ({a.pattern}): {r}",  # type: ignore[misc]
            fired=statement is not None,
        )  # fmt: skip
        if statement:
            told.append(statement)
            nominal, top = _is_beside(page, act), act.word.idx < headline
            yield Telling(
                statement=statement, frame=act.frame.name, nominal=nominal, sentence=sentence.start, headline=top,
                spoken=act.spoken, pointing=points_back(page, act), only_pointing=points_only_back(act),
                dated=bool(mentions_in(page, sentence.start, sentence.end)),
                unnamed=not any(is_in_name(page, actor) for actor in act.sides.actors),
                of_others=_is_by_nameless(act, statement), about=_about(page, act),
            )  # fmt: skip


def _about(page: Page, act: Act) -> frozenset[str]:
    """What it is said about, that is nobody: nouns, and for those that tell acts their category."""
    if act.word.pos_ != "VERB" or act.category not in _CHANTED:
        return frozenset()
    told = page.grammar.arguments(act.word)
    things = (t for t in told.objects if t.pos_ == "NOUN" and not is_partyish(page, t) and page.cast.at(t) is None)
    patterns = ((t, noun_pattern(page, t)) for t in things)
    return frozenset(str(found.frame.category) if found else t.lemma_.lower() for t, found in patterns)


def _is_by_nameless(act: Act, statement: Statement) -> bool:
    """Whether somebody says it who is told by what he is, and not named: "CRITICS accused Ruiz of it"."""
    told = act.word.pos_ == "VERB" and act.category in _DONE_BY_WORDS
    return told and bool(act.sides.actors) and not any(statement.fillers(RoleName.ACTOR))


def _is_beside(page: Page, act: Act) -> bool:
    """Whether an act is told beside another, by a noun or by a participle: "struck a convoy, KILLING three"."""
    if act.word.pos_ not in {"VERB", "AUX"}:
        return True
    return (
        act.category in _VIOLENT
        and act.word.tag_ == "VBG"
        and page.grammar.governor(act.word).relation is Relation.ADVERBIAL
    )


def _statement(page: Page, act: Act, surroundings: _Surroundings) -> tuple[Statement | None, str]:
    """The event that an act tells; or None, and why it tells none."""
    actors, recipients, place = parties_of(page, act, surroundings.told)
    speaker = speaker_of(page, act.anchor)
    anchor, category = act.anchor, category_of(act)
    modality, time = _modality_and_time(page, act)
    open_ended = (place is not None or time is not None or _is_of_people(page, act)) and act.frame.open
    open_ended = (
        open_ended or is_of_crowds(page, act, placed=place is not None) or (place is not None and _is_decreed(act))
    )
    actors = _with_announcer(page, act, actors, speaker)
    told = told_of(page, act, (actors, recipients), open_ended=open_ended, off_topic=surroundings.off_topic)
    reason = refusal(act, told)
    if is_of_own_country(page, act, (actors, recipients)):
        reason = reason or "a claim about his own country"
    reason = reason or _unreal(page, act, actors, modality, speaker)
    if reason:
        return None, reason
    evidence = Evidence(
        actors=actors, recipients=recipients, dated=time is not None, spoken_of=_is_of_others(page, act, actors)
    )
    confidence = confidence_of(page, act, evidence, surroundings.in_office)
    if confidence < _LEAST_CONFIDENCE:
        return None, f"too little speaks for it ({confidence})"
    return Statement(
        document=page.document.id,
        kind=Kind.EVENT,
        detail=EventDetail(category=category, mode=act.frame.mode, contexts=contexts_of(page, act)),
        span=page.span_of(page.grammar.clause(anchor)),
        reader=_NAME,
        reader_version=_VERSION,
        roles=_roles(actors, recipients),
        time=time,
        place=place,
        modality=_modality_told(page, act, actors, modality, speaker),
        speaker=speaker,
        confidence=confidence,
    ), f"{category}"


def _modality_told(
    page: Page, act: Act, actors: tuple[Filler, ...], modality: Modality, speaker: Filler | None
) -> Modality:
    """How an event is put. Who says it does what is done by saying; what is left undone is refused, and not denied."""
    if act.spoken or (speaker and _is_performed(page, act)):
        return Modality.ASSERTED
    if modality is Modality.DENIED and category_of(act) is not act.category:
        own = speaker is None or _is_of_own_side(page, actors, speaker)
        return Modality.ASSERTED if own else Modality.REPORTED
    return modality


def _modality_and_time(page: Page, act: Act) -> tuple[Modality, Time | None]:
    """What is told for a day to come is planned, though its verb is past or present: "called a strike for Friday"."""
    modality = _modality(page, act)
    time = _time(page, act, modality)
    if modality is Modality.ASSERTED and time and is_to_come(page, time):
        in_present = act.anchor.tag_ in _PRESENT  # "TRAVELS to Seoul on Thursday"
        return Modality.PLANNED if in_present or _is_set_for(page, act, time) else modality, time
    return modality, time


def _roles(actors: tuple[Filler, ...], recipients: tuple[Filler, ...]) -> tuple[Role, ...]:
    sides = ((RoleName.ACTOR, actors), (RoleName.RECIPIENT, recipients))
    return tuple(Role(name=name, filler=filler) for name, fillers in sides for filler in fillers)


def _is_of_others(page: Page, act: Act, actors: tuple[Filler, ...]) -> bool:
    """Whether a speaker tells what others did; of his own acts, or of his country's plans, he knows more."""
    speaker = speaker_of(page, act.anchor)
    if speaker is None or _is_announced(page, act, actors, speaker):
        return False
    return speaker.entity is None or speaker.entity not in {f.entity for f in actors}


def _is_decreed(act: Act) -> bool:
    """ "A curfew WAS IMPOSED in Lomé": who rules there did it."""
    return act.frame.name == "ban" and act.passive and act.word.pos_ == "VERB"


def _is_of_people(page: Page, act: Act) -> bool:
    """Whether it befell people told by what they are: "PROTESTERS were arrested". Who was hurt may have had a fall."""
    undergone = page.grammar.arguments(act.word).objects if act.category is Category.COERCE else ()
    return act.word.tag_ in _TOLD and any(t.pos_ == "NOUN" and is_partyish(page, t) for t in undergone)


def _unreal(page: Page, act: Act, actors: tuple[Filler, ...], modality: Modality, speaker: Filler | None) -> str | None:
    """Why an act that is told is no event: wished, supposed, or only talked about. Measured on the dev documents."""
    if act.spoken:
        return None if actors else "nobody named says it"
    if is_unreal(page, act.anchor) or (modality is Modality.HYPOTHETICAL and not _is_supposed(page, act, actors)):
        return "wished or supposed"
    is_infinitive = act.anchor.tag_ == "VB" or (act.passive and "to" in act.auxiliaries)  # "TO BE HELD in contempt"
    if modality is Modality.PLANNED and act.outlook is not Outlook.AHEAD and is_infinitive:
        above = page.grammar.governor(act.anchor).head
        if above is not None and above.lemma_ in frames().travels and act.category is Category.CONSULT:
            return None  # "flew to Lomé TO MEET the minister"
        if above is None or above.lemma_ not in frames().announces | frames().schedules:
            return "a purpose"
    if speaker is None or _is_announced(page, act, actors, speaker):
        return None
    if modality is Modality.DENIED and not (category_of(act) is Category.CONSULT and len(actors) > 1):
        told = _is_own_stance(page, act, actors, speaker) or (actors and _is_vouched(page, act))
        return None if told else "denied by a speaker"
    told_by_noun = act.word.pos_ not in {"VERB", "AUX"}
    voice = page.voices.at(act.anchor)
    if actors and voice is not None and not voice.direct:
        return None
    return "only mentioned by a speaker" if told_by_noun or act.outlook is Outlook.AHEAD else None


def _is_vouched(page: Page, act: Act) -> bool:
    """Whether it is told by a verb that takes it for true: "NOTED that the senate did not ratify it"."""
    voice = page.voices.at(act.anchor)
    return voice is not None and not voice.direct and voice.cue in reporting_words().vouching


def _is_chanted(page: Page, act: Act) -> bool:
    """Whether people came together to make it heard, and so did: "marched TO DEMAND his resignation"."""
    above = page.grammar.governor(act.anchor).head
    if above is None or act.anchor.tag_ != "VB" or act.category not in _CHANTED:
        return False
    patterns = frames().verbs.get(above.lemma_.lower(), ())
    return any(p.frame.category is Category.PROTEST for p in patterns)


def _is_own_stance(page: Page, act: Act, actors: tuple[Filler, ...], speaker: Filler) -> bool:
    """Whether somebody rejects something by saying that he does not accept it, or will not do it.

    "Chad said it did not RECOGNISE the vote", "said it WOULD NOT send troops", "is not READY to send them".
    """
    own = _is_of_own_side(page, actors, speaker)
    refuses = act.word.lemma_.lower() in _STANCES or act.word.pos_ == "ADJ" or "will" in act.auxiliaries
    return own and (refuses or "would" in act.auxiliaries)


def _is_announced(page: Page, act: Act, actors: tuple[Filler, ...], speaker: Filler) -> bool:
    """Whether what is to come is told by the one who will do it, or by a document or a source without a name."""
    ready = act.frame.commits and act.word.pos_ == "ADJ"
    if act.outlook is not Outlook.AHEAD and not ready:
        return False
    voice = page.voices.at(act.anchor)
    nameless = speaker.entity is None and voice is not None and not voice.direct
    return nameless or _is_own_word(page, act, actors, speaker)


def _is_supposed(page: Page, act: Act, actors: tuple[Filler, ...]) -> bool:
    """Whether somebody named would do it to another under a condition: "if it passed, INDIA WOULD SEND ships to PERU".

    The condition itself, and what merely may be, tell of no event.
    """
    auxiliaries = page.grammar.arguments(act.anchor).auxiliaries
    both = bool(actors and named(page, act.sides.recipients))
    return both and "would" in auxiliaries and "have" not in auxiliaries


def _with_announcer(page: Page, act: Act, actors: tuple[Filler, ...], speaker: Filler | None) -> tuple[Filler, ...]:
    """For a country the one of its people who announces what it will do: "Ruiz announced that troops would leave"."""
    voice = page.voices.at(act.anchor)
    if speaker is None or voice is None:
        return actors
    if _is_for_country(page, act, actors, speaker):
        return (speaker,)
    if voice.cue == _ANNOUNCE and not actors and act.passive and act.category in _DECIDED:
        return (speaker,) if _is_body(page, speaker) else actors  # "the league announced that he WAS BANNED"
    if voice.cue != _ANNOUNCE or act.outlook is not Outlook.AHEAD:
        return actors
    own = actors and _is_own_word(page, act, actors, speaker) and speaker.entity not in {f.entity for f in actors}
    return (speaker,) if own else actors


def _is_own_word(page: Page, act: Act, actors: tuple[Filler, ...], speaker: Filler) -> bool:
    """Whether somebody announces what he will do himself, or a minister what his country will do."""
    voice = page.voices.at(act.anchor)
    return (
        _is_of_own_side(page, actors, speaker)
        and voice is not None
        and not voice.direct
        and voice.cue in frames().announces
    )


def _is_of_own_side(page: Page, actors: tuple[Filler, ...], speaker: Filler) -> bool:
    """Whether the speaker is among those who act, or speaks for his country, which acts."""
    who = page.cast.entity(speaker.entity) if speaker.entity else None
    acting = [page.cast.entity(f.entity) for f in actors if f.entity]
    return who is not None and any(
        e == who or (who.country is not None and e.schema is Schema.PLACE and e.country == who.country) for e in acting
    )


def _modality(page: Page, act: Act) -> Modality:
    told = modality_of(page, act.anchor)
    if told is Modality.PLANNED and _is_chanted(page, act):
        return Modality.ASSERTED
    return Modality.PLANNED if told is Modality.ASSERTED and act.outlook is Outlook.AHEAD else told


def _time(page: Page, act: Act, modality: Modality) -> Time | None:
    """When it takes place; a visit FROM 24 November begins on that day: only what HAS gone on since has no end."""
    if act.frame.retells:
        return None  # "claimed responsibility ON MONDAY": when it was owned up to, and not when it was done
    said = act.spoken or _is_performed(page, act) or _is_announcement(page, act)
    time = time_of(page, act.anchor)
    time = time or (_time_of_noun(page, act) if act.word != act.anchor else None)
    if time and act.spoken and isinstance(time.start, Bound):
        time = None  # "must leave BY MAY": until when, and not when it was demanded
    time = time or (_time_of_saying(page, act) if said else None)
    goes_on = "have" in act.auxiliaries and modality is not Modality.PLANNED
    if time is None or act.category is not Category.CONSULT or goes_on:
        return time
    return Time(time.start) if time.end is Bound.OPEN and isinstance(time.start, Moment) else time


def _time_of_noun(page: Page, act: Act) -> Time | None:
    """When that took place which a verb carries: "led the raid on Togo OF 2001", "died ON MAY 2 in a raid led"."""
    hung = page.grammar.governor(act.anchor).head == act.word
    return (act_time(page, act.word) if hung else None) or time_beside(page, act.word)


def _is_performed(page: Page, act: Act) -> bool:
    """Whether somebody does it by saying that he does: "We CONDEMN the raid," said Ruiz."""
    said = act.anchor.tag_ in _PRESENT and not act.auxiliaries and act.category in _DONE_BY_WORDS
    return said and is_of_oneself(page, act)


def _is_for_country(page: Page, act: Act, actors: tuple[Filler, ...], speaker: Filler) -> bool:
    """Whether somebody does it in his country's name: "PERU REGRETS this mistake," said President Ruiz."""
    voice = page.voices.at(act.anchor)
    said = act.anchor.tag_ in _PRESENT and not act.auxiliaries and act.category in _DONE_BY_WORDS
    own = said and voice is not None and voice.direct and _is_of_own_side(page, actors, speaker)
    return own and speaker.entity not in {f.entity for f in actors}


def _is_body(page: Page, filler: Filler) -> bool:
    return filler.entity is not None and page.cast.entity(filler.entity).schema in BODIES


def _is_announcement(page: Page, act: Act) -> bool:
    """Whether it is told by being announced: "announced that they WOULD LEAVE", "… that they HAD AGREED"."""
    voice = page.voices.at(act.anchor)
    told = act.outlook is Outlook.AHEAD or "have" in act.auxiliaries
    return told and voice is not None and voice.cue == _ANNOUNCE


def _time_of_saying(page: Page, act: Act) -> Time | None:
    """When the words were said: what is done by saying is done then."""
    voice = page.voices.at(act.anchor)
    said = (s.time for s in page.of_kind(Kind.QUOTATION) if voice is not None and s.span == voice.span)
    return next(said, None)


def _is_set_for(page: Page, act: Act, time: Time) -> bool:
    """Whether it is told for a day ("called a strike FOR Friday"). A past act on a day to come is an anomaly."""
    if act.word.pos_ == "NOUN":
        return True
    told = mentions_in(page, act.word.sent.start, act.word.sent.end)
    return any(one.time == time and is_set_for(page.doc[one.first : one.last]) for one in told)


EVENTS = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.TIMES, Layer.QUOTATIONS, Layer.OFFICES}),
    gives=frozenset({Layer.EVENTS}),
    read=read_events,
)
