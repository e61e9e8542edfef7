"""Lists of titled names in clipped prose: "Met with President A, Foreign Minister B, and Kenyan Premier C".

A parser hangs the names of such a list anywhere. Where one of them takes part in a meeting, all on the list do that
stand beside each other with a title and nothing else between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from palanca.lexicon.titles import titles
from palanca.records import (
    Category,
    EventDetail,
    Filler,
    Form,
    Kind,
    Mention,
    Reading,
    Role,
    RoleName,
    Schema,
    Span,
    Statement,
)

_MEETINGS = frozenset({"meet", "multilateral"})
_JOINT = re.compile(
    r"(?: of (?:the )?[A-Z][^,;]*?)?(?:[,;] and|[,;]| and) (?:also )?(?:with )?(?:the )?(?P<words>[^,;]+) "
)
_AT = re.compile(r"\b(?:at|in|near) $")

type Group = tuple[Mention, ...]


def with_listed(reading: Reading) -> Reading:
    """The reading, with its meetings told of all who are listed, and of people rather than of what they speak for."""
    groups = tuple(_lists(reading))
    speak = tuple(one for one in reading.statements if one.kind is Kind.OFFICE)
    statements = (_of_people(one, speak) for one in reading.statements)
    return replace(reading, statements=tuple(_extended(reading, one, groups) for one in statements))


def _of_people(statement: Statement, offices: Sequence[Statement]) -> Statement:
    """A meeting with the person for a body that only his title names: "met with UN Envoy RUIZ" is with no UN."""
    if not _is_meeting(statement):
        return statement
    holders = {
        body.span: person
        for office in offices
        for body in office.fillers(RoleName.BODY)
        for person in office.fillers(RoleName.PERSON)
    }
    roles = (
        replace(role, filler=holders.get(role.filler.span, role.filler)) if role.filler.span else role
        for role in statement.roles
    )
    return replace(statement, roles=tuple(dict.fromkeys(roles)))


def _lists(reading: Reading) -> Iterator[Group]:
    """The named people of the text, those together who stand on one list."""
    people = {entity.id for entity in reading.entities if entity.schema is Schema.PERSON}
    group: Group = ()
    for mention in sorted(reading.mentions, key=lambda one: one.span):
        if mention.entity not in people or mention.form is not Form.NAME:
            continue
        if _AT.search(reading.document.text[: mention.span.start]):
            continue  # a place that reads like a person: "at Villa Madama and with Premier C"
        if group and not _is_listed_after(reading.document.text, group[-1].span, mention.span):
            yield group
            group = ()
        group = (*group, mention)
    yield group


def _is_listed_after(text: str, one: Span, other: Span) -> bool:
    joint = _JOINT.fullmatch(text[one.end : other.start])
    return joint is not None and _ends_in_title(joint["words"].split())


def _ends_in_title(words: Sequence[str]) -> bool:
    """Whether these words are a title, behind the name of its country or body at most."""
    lower = [word.casefold() for word in words]
    ends = (at for at in range(len(words)) if (title := titles().title_at(lower, at)) and title.end == len(words))
    start = next(ends, None)
    return start is not None and all(word[0].isupper() for word in words[:start])


def _is_meeting(statement: Statement) -> bool:
    detail = statement.detail
    return isinstance(detail, EventDetail) and detail.category is Category.CONSULT and detail.mode in _MEETINGS


def _extended(reading: Reading, statement: Statement, groups: Sequence[Group]) -> Statement:
    if not _is_meeting(statement):
        return statement
    sentence = next((one for one in reading.sentences if one.overlaps(statement.span)), statement.span)
    there = {role.filler.entity for role in statement.roles}
    joined = [
        one
        for group in groups
        if any(one.entity in there and sentence.contains(one.span) for one in group)
        for one in group
        if one.entity not in there and sentence.contains(one.span)
    ]
    if not joined:
        return statement
    more = tuple(Role(name=RoleName.ACTOR, filler=Filler(text=m.text, entity=m.entity, span=m.span)) for m in joined)
    span = Span(statement.span.start, max(statement.span.end, *(one.span.end for one in joined)))
    return replace(statement, roles=(*statement.roles, *dict.fromkeys(more)), span=span)
