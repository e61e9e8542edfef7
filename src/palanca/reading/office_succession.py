"""Offices told by who follows whom: "appointed Ana Ruiz to REPLACE Jan Berg", "Berg was SUCCEEDED by Ruiz as mayor".

Whoever follows has the office of the other: the one told with "as", else the last that the text gave the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from palanca.lexicon.appointments import Grasp, Move, grasps, seats
from palanca.lexicon.modality import Footing
from palanca.lexicon.titles import titles
from palanca.reading.event_headlines import headline_end
from palanca.reading.footing import standing_of
from palanca.reading.grammar.parse import Token
from palanca.reading.office_body_words import body_of
from palanca.reading.office_holding import Holding, move_of, people_among
from palanca.reading.office_standing import standing_of as holding_standing
from palanca.reading.page import Page
from palanca.reading.times import time_of
from palanca.records import Bound, Entity, OfficeStatus

_FOLLOWING = {"replace", "succeed"}
_BEFORE, _FOLLOWERS = "predecessor", {"predecessor", "successor"}
_PUTTING = {"appoint", "elect", "install", "inaugurate"}
_POSTED = {"as", "to", "on"}  # "elected TO parliament": to another office
_TENDERING = {"submit", "tender", "present", "file", "hand"}  # a resignation
_SURENESS = 0.7
_NEAR = 60  # tokens from a title to the death of who bears it

type Held = tuple[Holding, str]


def succession_holdings(page: Page, held: Sequence[Held]) -> Iterator[Holding]:
    """Who follows whom in an office, in order. `held` gives the offices told otherwise, each with its role."""
    for verb in page.doc:
        if verb.lemma_ not in _FOLLOWING or verb.pos_ != "VERB":
            continue
        is_to_come = _is_to_come(page, verb)
        if not is_to_come and not _came_about(page, verb):
            continue
        arguments = page.grammar.arguments(verb)
        newcomers = list(people_among(page, _newcomers(page, verb)))
        others = list(people_among(page, arguments.objects)) or _holders_at(held, arguments.objects)
        if len(newcomers) != 1 or len(others) != 1 or newcomers[0][1] is others[0][1]:
            continue
        handed = list(_handed_over(page, verb, held, (newcomers[0], others[0])))
        yield from (replace(h, grasp=None, status=OfficeStatus.DESIGNATE) for h in handed if is_to_come and h.verb)
        yield from (h for h in handed if not is_to_come)


def _holders_at(held: Sequence[Held], titled: Sequence[Token]) -> list[tuple[Token, Entity]]:
    """Who holds the office that these words name, though the parser hangs the name elsewhere."""
    return [(holding.name, holding.person) for holding, _ in held if holding.head in titled]


def _handed_over(
    page: Page, verb: Token, held: Sequence[Held], pair: tuple[tuple[Token, Entity], tuple[Token, Entity]]
) -> Iterator[Holding]:
    """The office of the newcomer; of the other too, where "as" names the office and nothing else gave it him."""
    (name, newcomer), (other_name, other) = pair
    named = _named_as(page, verb, held)
    office = named or _last_of(held, other, verb.i)
    if office is not None and named is None and office[0].head.i > verb.i and office[0].verb is not None:
        office = None  # "replaces Ba, who was APPOINTED prime minister": his new office
    if office is None:
        yield from _left_to(page, verb, held, pair)
        return
    holding, role = office
    told = {h.person.id for h, r in held if r == role}
    if newcomer.id not in told:
        is_over = (
            holding_standing(page, holding, holding.verb)[0] is OfficeStatus.FORMER
        )  # "replaced FORMER mayor Berg"
        yield replace(
            holding, role=role, person=newcomer, name=name, verb=verb, grasp=Grasp.TAKE, status=None,
            confidence=_SURENESS, title=None if is_over else holding.title,
            body=_body_noun(page, holding) if is_over else holding.body,
        )  # fmt: skip
    if named and other.id not in told:
        yield replace(
            holding, role=role, person=other, name=other_name, verb=None, grasp=None, status=OfficeStatus.FORMER,
            confidence=_SURENESS,
        )  # fmt: skip


def _left_to(
    page: Page, verb: Token, held: Sequence[Held], pair: tuple[tuple[Token, Entity], tuple[Token, Entity]]
) -> Iterator[Holding]:
    """Both ends of an office that only the newcomer was told to hold: "Minister Ana Ruiz, who REPLACED Jan Berg"."""
    (name, newcomer), (other_name, other) = pair
    before = [office for office in held if office[0].head.i < verb.i]
    office = _last_of(before, newcomer, verb.i)
    if office is None or office[0].verb is not None or not _is_present(page, office[0]):
        return
    holding, role = office
    yield replace(
        holding, role=role, name=name, head=verb, verb=verb, grasp=Grasp.TAKE, status=None, confidence=_SURENESS
    )
    yield replace(
        holding, role=role, person=other, name=other_name, status=OfficeStatus.FORMER, confidence=_SURENESS,
        body=_body_noun(page, holding),
    )  # fmt: skip


def followed_holdings(page: Page, held: Sequence[Held]) -> Iterator[Holding]:
    """Who is told to come before or behind another: "Ruiz's PREDECESSOR, Jan Berg", "her elected SUCCESSOR, Bo Lin"."""
    for noun in page.doc:
        if noun.lemma_.lower() not in _FOLLOWERS or noun.pos_ != "NOUN":
            continue
        owners = list(people_among(page, page.grammar.possessors(noun)))
        others = list(people_among(page, page.grammar.appositions(noun)))
        titled = [(h, role) for h, role in held if h.title and role not in titles().weak and h.head.i < noun.i]
        office = _last_of(titled, owners[0][1], noun.i) if len(owners) == len(others) == 1 else None
        if office is None or owners[0][1] is others[0][1]:
            continue
        (holding, role), (name, person) = office, others[0]
        if any(h.person.id == person.id and r == role for h, r in held):
            continue
        is_over = holding_standing(page, holding, holding.verb)[0] is OfficeStatus.FORMER
        later = OfficeStatus.CURRENT if is_over else OfficeStatus.DESIGNATE
        yield replace(
            holding, role=role, person=person, name=name, head=noun, verb=None, grasp=None, title=None,
            status=OfficeStatus.FORMER if noun.lemma_.lower() == _BEFORE else later, body=_body_noun(page, holding),
            confidence=_SURENESS,
        )  # fmt: skip


def _body_noun(page: Page, holding: Holding) -> Token | None:
    """The word that tells what an office is of, for another who held it."""
    body = body_of(page, holding)
    span = page.doc.char_span(body.span.start, body.span.end) if body is not None and body.span else None
    return holding.body or (span.root if span is not None else None)


def appointed_holdings(page: Page, held: Sequence[Held]) -> Iterator[Holding]:
    """When somebody's office began that was told before: "Minister Ana Ruiz … Ruiz, who was APPOINTED in March"."""
    named = {holding.verb.i for holding, _ in held if holding.verb is not None}
    for verb in page.doc:
        if verb.lemma_ not in _PUTTING or verb.tag_ != "VBN" or verb.i in named:
            continue
        arguments = page.grammar.arguments(verb)
        people = list(people_among(page, arguments.objects))
        is_bare = not ({o.preposition for o in arguments.obliques} & _POSTED)
        if not arguments.passive or arguments.negated or len(people) != 1 or not is_bare:
            continue
        (name, person), *_ = people
        told = [h for h in held if h[0].person.id == person.id and h[0].head.i < verb.i]
        if len({role for _, role in told}) != 1 or time_of(page, verb) is None or standing_of(page, verb).footing:
            continue
        yield replace(
            told[-1][0], role=told[-1][1], name=name, head=verb, verb=verb, grasp=Grasp.TAKE, status=None,
            confidence=_SURENESS,
        )  # fmt: skip


def _newcomers(page: Page, verb: Token) -> tuple[Token, ...]:
    """The subject; of "appointed ANA RUIZ to replace", whom the verb above puts there; of "replaced WITH PAZ" Paz."""
    above = page.grammar.governor(verb).head
    if above is not None and verb.tag_ == "VB" and move_of(page, above) in {Move.INSTALL, Move.PROPOSE}:
        objects = page.grammar.arguments(above).objects
        return objects if any(people_among(page, objects)) else tuple(_name_before(page, above))
    arguments = page.grammar.arguments(verb)
    instead = tuple(o.token for o in arguments.obliques if o.preposition == "with" and not arguments.passive)
    return instead if any(people_among(page, instead)) else arguments.subjects


def _name_before(page: Page, verb: Token) -> Iterator[Token]:
    """The name right before a passive whose subject the parser took elsewhere: "and ANA RUIZ was sworn in"."""
    i = verb.i - 1
    while i > 0 and page.doc[i].pos_ in {"AUX", "ADV"}:
        i -= 1
    if i < verb.i - 1 and i >= 0:
        yield page.doc[i]


def _is_to_come(page: Page, verb: Token) -> bool:
    """ "Is set TO BE REPLACED by": who follows is known, and has not yet the office."""
    arguments = page.grammar.arguments(verb)
    if verb.tag_ != "VBN" or not arguments.passive or arguments.negated:
        return False
    if "will" in arguments.auxiliaries:  # "WILL BE REPLACED by"
        return True
    if "to" not in arguments.auxiliaries:
        return False
    return page.grammar.governor(verb).head is not None and standing_of(page, verb).footing is Footing.PLANNED


def left_holdings(page: Page, held: Sequence[Held]) -> Iterator[Holding]:
    """When somebody's office began or ended that was told before: "held the post since 2011", "left office in May"."""
    titled = {holding.head.i for holding, _ in held}
    for verb in page.doc:
        grasp = Grasp.GIVE_UP if verb.lemma_ in _TENDERING else grasps().get(verb.lemma_)
        if grasp not in {Grasp.KEEP, Grasp.GIVE_UP} or verb.pos_ != "VERB":
            continue
        arguments = page.grammar.arguments(verb)
        wanted = {"resignation"} if verb.lemma_ in _TENDERING else seats()
        bare = [t for t in arguments.objects if t.lemma_ in wanted and not _names_title(page, t, titled)]
        people = list(people_among(page, arguments.subjects))
        when = time_of(page, verb)
        is_end = when is not None and (grasp is Grasp.GIVE_UP or when.start is Bound.OPEN)
        is_begun = when is not None and grasp is Grasp.KEEP and when.end is Bound.OPEN
        if not bare or len(people) != 1 or arguments.negated or not (is_end or is_begun):
            continue
        (name, person), *_ = people
        if office := _last_of(held, person, verb.i):
            yield replace(
                office[0], role=office[1], name=name, head=verb, verb=verb, status=None, confidence=_SURENESS,
                grasp=Grasp.GIVE_UP if is_end else Grasp.TAKE,
            )  # fmt: skip


def died_holdings(page: Page, held: Sequence[Held]) -> Iterator[Holding]:
    """When an office ended that was told before: "Mayor Ana Ruiz … SHE DIED on Tuesday"."""
    for verb in page.doc:
        if verb.pos_ != "VERB" or move_of(page, verb) is not Move.DIE or verb.tag_ not in {"VBD", "VBN"}:
            continue
        when, arguments = time_of(page, verb), page.grammar.arguments(verb)
        people = list(people_among(page, arguments.subjects))
        if when is None or when.first_day is None or when.first_day != when.last_day or len(people) != 1:
            continue
        (name, person), *_ = people
        own = [(h, role) for h, role in held if h.person.id == person.id and h.head.i < verb.i]
        near = [(h, role) for h, role in own if verb.i - h.head.i <= _NEAR and h.head.sent != verb.sent]
        if len(own) == 1 and near and near[0][0].head.idx >= headline_end(page) and _is_present(page, near[0][0]):
            yield replace(
                near[0][0], role=near[0][1], name=name, head=verb, verb=verb, grasp=Grasp.GIVE_UP, status=None,
                confidence=_SURENESS,
            )  # fmt: skip


def _is_present(page: Page, holding: Holding) -> bool:
    """Whether a title beside the name tells an office that is held: "MAYOR Ana Ruiz", not "the former mayor"."""
    status, _, end = holding_standing(page, holding, holding.verb)
    return holding.verb is None and status is OfficeStatus.CURRENT and end is None


def _names_title(page: Page, seat: Token, titled: set[int]) -> bool:
    """Whether a title is told of the seat: "the post OF MINISTER", "his job AS MINISTER"."""
    return any(oblique.token.i in titled for oblique in page.grammar.prepositional(seat))


def _came_about(page: Page, verb: Token) -> bool:
    """Whether somebody did follow, or was put there to: not "wants to replace him", nor "will be hard to replace"."""
    above = page.grammar.governor(verb).head
    appointed = above is not None and move_of(page, above) is Move.INSTALL
    if page.grammar.arguments(verb).negated or (appointed and page.grammar.arguments(above).negated):  # type: ignore[arg-type]
        return False
    return appointed or (verb.tag_ != "VB" and standing_of(page, verb).footing is None)


def _named_as(page: Page, verb: Token, held: Sequence[Held]) -> Held | None:
    """The office that "as" names behind the verb."""
    behind = {o.token.i for o in page.grammar.arguments(verb).obliques if o.preposition == "as"}
    return next((office for office in held if office[0].head.i in behind), None)


def _last_of(held: Sequence[Held], person: Entity, before: int) -> Held | None:
    own = [office for office in held if office[0].person.id == person.id]
    told = (office for office in own if office[0].head.i < before)
    return max(chain(told, own[:1]), key=lambda office: office[0].head.i, default=None)
