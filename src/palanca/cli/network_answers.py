"""Answers of networks on a terminal, as JSON and as CSV: each pair opens at the sentences that join it."""

import json as writer
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palanca.analysis.networks.brokers import Broker
from palanca.analysis.networks.communities import Community
from palanca.analysis.networks.cores import Core
from palanca.analysis.networks.paths import Path
from palanca.analysis.networks.shared import Shared
from palanca.cli.claims import notes, passage_text
from palanca.cli.printing import Shape, console, plain, write_csv
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from palanca.analysis import Row
    from palanca.analysis.networks.graph import Edge, Joined
    from palanca.exchange.facts import Json
    from palanca.questions.networks import Answer
    from palanca.records import ClaimId, EntityId
    from palanca.store import Case

type Found = Path | Shared | Broker | Core | Community

_SENTENCES = 2  # shown of what joins two; JSON and CSV give the first twenty
_SENTENCES_WRITTEN = 20
_NAMES = 12
_COLUMNS = ("side", "number", "found", "one", "other", "kind", "category", "time", "claim", "sources", "document",
            "page", "sentence")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Opened:
    """An answer with what its things are called, and the rows of what is shown."""

    names: "Mapping[EntityId, str]"
    rows: "Mapping[ClaimId, Row]"
    sentences: int

    def called(self, things: "Iterable[EntityId]", between: str = ", ") -> str:
        return between.join(plain(self.names[thing]) for thing in things)

    def shown(self, joint: "Joined") -> "Iterator[tuple[Edge, Row]]":
        return ((edge, self.rows[edge.claim]) for edge in joint.edges[: self.sentences])


def write(case: "Case", answer: "Answer[Found]", shape: Shape) -> None:
    """Print an answer, or write it as JSON or CSV."""
    opened = _open(case, answer, _SENTENCES if shape is Shape.TABLE else _SENTENCES_WRITTEN)
    if shape is Shape.JSON:
        sys.stdout.write(writer.dumps(_record(answer, opened), ensure_ascii=False, indent=1) + "\n")
    elif shape is Shape.CSV:
        write_csv(_COLUMNS, _lines(answer, opened))
    else:
        _print(answer, opened)


def _open(case: "Case", answer: "Answer[Found]", sentences: int) -> _Opened:
    from palanca.analysis.tables import rows
    from palanca.questions import library
    from palanca.questions.networks import captions

    found = [one for side in answer.sides for one in side.found]
    joints = [joint for one in found for joint in one.joined]
    things = [thing for one in found for thing in one.things]
    things += [end for joint in joints for end in (joint.one, joint.other)]
    things += [thing for change in answer.changes for thing in change.key]
    claims = dict.fromkeys(edge.claim for joint in joints for edge in joint.edges[:sentences])
    opened = {row.claim.id: row for row in rows(map(case.claim, claims), library(case))}
    return _Opened(captions(case, things), opened, sentences)


def _title(one: Found, opened: _Opened) -> str:
    """What was found, in one line."""
    match one:
        case Path():
            weakest = opened.called((one.weakest.one, one.weakest.other), " – ")
            told = counted(one.weakest.strength[0], "source")
            return (
                f"{opened.called(one.things, ' – ')} · {counted(len(one.joined), 'leg')} · weakest: {weakest} ({told})"
            )
        case Shared():
            return f"{opened.called(one.things)} · joined with {one.neighbours} · rarity {one.rarity:.2f}"
        case Broker():
            groups = counted(len(one.groups), "group")
            return f"{opened.called(one.things)} · betweenness {one.betweenness:.4f} · {one.neighbours} in {groups}"
        case Core():
            return f"core {one.number}: {_company(one.things, opened)} · {counted(one.claims, 'claim')}"
        case Community():
            held = f"{counted(one.claims, 'claim')} · stability {one.stability:.0%}"
            return f"community {one.number}: {_company(one.things, opened)} · {held}"


def _company(things: "tuple[EntityId, ...]", opened: _Opened) -> str:
    more = f" and {len(things) - _NAMES} more" if len(things) > _NAMES else ""
    return f"{len(things)} things · {opened.called(things[:_NAMES])}{more}"


def _print(answer: "Answer[Found]", opened: _Opened) -> None:
    out = console()
    for end in answer.between:
        out.print(f"{plain(end.caption)}: {end.schema}, named in {counted(end.documents, 'document')}", markup=False)
    for side in answer.sides:
        if side.name:
            out.print(f"\n{side.name}", style="bold underline", markup=False)
        if not side.found:
            out.print(f"none found in {counted(answer.scope.searched, 'document')}", markup=False)
        for number, one in enumerate(side.found, start=1):
            out.print(f"\n{number}. {_title(one, opened)}", style="bold", markup=False)
            _print_joints(one, opened)
    _print_changes(answer, opened)
    _print_scope(answer)


def _print_joints(one: Found, opened: _Opened) -> None:
    out = console()
    if isinstance(one, Broker):
        for group in one.groups[:_NAMES]:
            name = f"community {group.number}" if group.number else "no community"
            out.print(f"  {group.neighbours} of {name}", markup=False)
            for joint in group.joined:
                _print_joint(joint, opened)
        return
    for joint in one.joined:
        _print_joint(joint, opened)


def _print_joint(joint: "Joined", opened: _Opened) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    out.print(f"  {opened.called((joint.one, joint.other), ' – ')}", markup=False)
    for edge, row in opened.shown(joint):
        said = Text(f"{_when(edge)} {edge.category}: ".lstrip(), style="yellow") + passage_text(row.lead)
        out.print(Padding(said, (0, 0, 0, 4)))
        for note in notes(row):
            out.print(Padding(Text(note, style="yellow"), (0, 0, 0, 6)))
    if len(joint.edges) > opened.sentences:
        out.print(f"    and {len(joint.edges) - opened.sentences} more", style="dim", markup=False)


def _when(edge: "Edge") -> str:
    if edge.first == edge.last:
        return str(edge.first or "")
    return f"{edge.first or '..'}/{edge.last or '..'}"


def _print_changes(answer: "Answer[Found]", opened: _Opened) -> None:
    out = console()
    if len(answer.sides) < 2:
        return
    out.print("\nwhat differs", style="bold underline", markup=False)
    for change in answer.changes:
        before = f"was {change.before}" if change.before is not None else "was not there"
        after = f"is {change.after}" if change.after is not None else "is told no more"
        out.print(f"  {opened.called(change.key, ' – ')}: {before}, {after}", markup=False)
    if not answer.changes:
        out.print("  nothing", markup=False)


def _print_scope(answer: "Answer[Found]") -> None:
    scope = answer.scope
    told = f"{counted(scope.documents, 'document')} of {counted(scope.sources, 'source')}"
    counts = f"{counted(scope.claims, 'claim')} in {told}; {counted(scope.searched, 'document')} searched"
    sys.stderr.write(f"\n{answer.method}\ncounted: {counts}\n")
    for one in scope.unseen:
        sys.stderr.write(f"not seen: {one.number:,} {one.what}\n")


def _record(answer: "Answer[Found]", opened: _Opened) -> "dict[str, Json]":
    sides: list[Json] = [
        {"side": side.name, "found": [_found(one, opened) for one in side.found]} for side in answer.sides
    ]
    changed: list[Json] = [
        {"things": _things(one.key, opened), "before": one.before, "after": one.after} for one in answer.changes
    ]
    scope = answer.scope
    counts: dict[str, Json] = {
        "claims": scope.claims, "documents": scope.documents, "sources": scope.sources, "searched": scope.searched,
        "unseen": [{"number": one.number, "what": one.what} for one in scope.unseen],
    }  # fmt: skip
    return {
        "between": [{"id": end.id, "name": end.caption} for end in answer.between], "method": answer.method,
        "sides": sides, "changes": changed, "scope": counts,
    }  # fmt: skip


def _things(things: "Iterable[EntityId]", opened: _Opened) -> "list[Json]":
    return [{"id": thing, "name": opened.names[thing]} for thing in things]


def _found(one: Found, opened: _Opened) -> "Json":
    told: dict[str, Json] = {"things": _things(one.things, opened)}
    match one:
        case Path():
            told["weakest"] = [opened.names[one.weakest.one], opened.names[one.weakest.other]]
        case Shared():
            told |= {"neighbours": one.neighbours, "rarity": one.rarity}
        case Broker():
            groups: list[Json] = [{"community": each.number, "neighbours": each.neighbours} for each in one.groups]
            told |= {"rank": one.rank, "betweenness": one.betweenness, "neighbours": one.neighbours, "groups": groups}
        case Core():
            told |= {"core": one.number, "claims": one.claims}
        case Community():
            told |= {"community": one.number, "claims": one.claims, "stability": one.stability}
    return told | {"joined": [_joint(joint, opened) for joint in one.joined]}


def _joint(joint: "Joined", opened: _Opened) -> "Json":
    """What joins two: the ids of all claims, and the sentences of the first."""
    sentences: list[Json] = [
        {
            "claim": edge.claim, "kind": edge.kind, "category": edge.category, "time": _when(edge),
            "sources": edge.sources, "document": row.document, "page": row.lead.page, "sentence": row.sentence,
            "span": [row.lead.statement.span.start, row.lead.statement.span.end],
        }
        for edge, row in opened.shown(joint)
    ]  # fmt: skip
    return {
        "one": opened.names[joint.one], "other": opened.names[joint.other],
        "claims": [edge.claim for edge in joint.edges], "sentences": sentences,
    }  # fmt: skip


def _lines(answer: "Answer[Found]", opened: _Opened) -> Iterator[list[str]]:
    for side in answer.sides:
        for number, one in enumerate(side.found, start=1):
            for joint in one.joined:
                ends = [opened.names[joint.one], opened.names[joint.other]]
                for edge, row in opened.shown(joint):
                    told = [edge.kind, edge.category, _when(edge), edge.claim, str(edge.sources)]
                    page = str(row.lead.page or "")
                    yield [side.name, str(number), _title(one, opened), *ends, *told, row.document, page, row.sentence]
