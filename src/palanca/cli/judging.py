"""Commands by which a person decides: judge, judgements, review."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palanca.cli.files import lines_of, writing_to
from palanca.cli.gathering import gathered
from palanca.cli.options import AsJson, CaseArgument, choice, country_code
from palanca.cli.printing import cell, console, plain, write_json
from palanca.records.sayings import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from palanca.judging import Judge
    from palanca.records import Judgement, JudgementState

Who = Annotated[
    str | None,
    typer.Option("--who", envvar="PALANCA_WHO", help="Who decides; by default your login."),
]
Note = Annotated[str | None, typer.Option(help="Why, for those who read the judgement later.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """Who decides, and why."""

    who: Who = None
    note: Note = None

    def judge(self) -> "Judge":
        """Who decides: as told, or by the name of the login."""
        import getpass

        from palanca.judging import Judge

        return Judge(who=self.who or getpass.getuser(), note=self.note)


judge = typer.Typer(
    name="judge", help="Decide: append a judgement, which outlives every re-reading.", no_args_is_help=True
)

Thing = Annotated[str, typer.Argument(help="A name, NAME@DOCUMENT, or an id.")]
NewName = Annotated[str, typer.Argument(help="The name to show.")]
Told = Annotated[str, typer.Argument(help="Id of a claim or statement, or the beginning of it.")]


@judge.command()
@gathered
def same(case: CaseArgument, one: Thing, other: Thing, *, by: Deciding) -> None:
    """Two names are of one thing."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.same(opened, one, other, by.judge()))


@judge.command()
@gathered
def different(case: CaseArgument, one: Thing, other: Thing, *, by: Deciding) -> None:
    """Two names are of two things; NAME@DOCUMENT twice separates what was merged."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.different(opened, one, other, by.judge()))


@judge.command()
@gathered
def rename(case: CaseArgument, thing: Thing, name: NewName, *, by: Deciding) -> None:
    """Show a thing under another name."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.rename(opened, thing, name, by.judge()))


@judge.command()
@gathered
def retype(
    case: CaseArgument,
    thing: Thing,
    schema: Annotated[str, typer.Argument(help="A FollowTheMoney schema, such as Company or PublicBody.")],
    *,
    by: Deciding,
) -> None:
    """A thing is of another sort."""
    from palanca import judging, open_case
    from palanca.records import Schema

    with open_case(case) as opened:
        say(judging.retype(opened, thing, choice(schema, list(Schema), "schema"), by.judge()))


@judge.command()
@gathered
def country(
    case: CaseArgument,
    thing: Thing,
    country: Annotated[str, typer.Argument(help="A name, a demonym or a code such as PER; empty for none.")],
    *,
    by: Deciding,
) -> None:
    """A thing belongs to this country, whatever its names, offices and ties tell."""
    from palanca import judging, open_case

    code = country_code(country, "country") if country else ""
    with open_case(case) as opened:
        say(judging.of_country(opened, thing, code, by.judge()))


@judge.command()
@gathered
def branch(
    case: CaseArgument,
    thing: Thing,
    branch: Annotated[str, typer.Argument(help="Such as executive, legislature or company; empty for none.")],
    *,
    by: Deciding,
) -> None:
    """A thing acts for this branch of its country at all times, whatever its offices tell."""
    from palanca import judging, open_case
    from palanca.records.query import Branch

    wanted = choice(branch, list(Branch), "branch") if branch else None
    with open_case(case) as opened:
        say(judging.of_branch(opened, thing, wanted, by.judge()))


@judge.command()
@gathered
def reject(case: CaseArgument, told: Told, *, by: Deciding) -> None:
    """A claim or statement does not say what it was taken to say."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.reject(opened, told, by.judge()))


@judge.command()
@gathered
def confirm(case: CaseArgument, told: Told, *, by: Deciding) -> None:
    """A claim or statement says what it was taken to say."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.confirm(opened, told, by.judge()))


@judge.command()
@gathered
def correct(
    case: CaseArgument,
    told: Told,
    field: Annotated[str, typer.Argument(help="time, start, end, place, role, category, modality, value, actor …")],
    value: Annotated[str, typer.Argument(help="As the field is written: EDTF, a name, a number; empty for none.")],
    *,
    by: Deciding,
) -> None:
    """Correct one field of a claim or statement."""
    from palanca import judging, open_case
    from palanca.records import Field

    with open_case(case) as opened:
        wanted = choice(field, list(Field), "field")
        for judgement in judging.correct(opened, told, wanted, value, by.judge()):
            say(judgement)


@judge.command()
@gathered
def undo(
    case: CaseArgument,
    judgement: Annotated[str, typer.Argument(help="Id of a judgement, or the beginning of it.")],
    *,
    by: Deciding,
) -> None:
    """Take a judgement back."""
    from palanca import judging, open_case

    with open_case(case) as opened:
        say(judging.undo(opened, judgement, by.judge()))


def judgements(
    case: CaseArgument,
    export: Annotated[
        Path | None, typer.Option("--export", help="Write all judgements as lines of JSON to this file.")
    ] = None,
    bring: Annotated[list[Path] | None, typer.Option("--import", help="Add the judgements of this file.")] = None,
    json: AsJson = False,
) -> None:
    """What people decided, and whether it still applies; export it to a file, or import somebody else's."""
    import palanca
    from palanca.exchange.judgements import to_lines
    from palanca.settlement import settle

    with palanca.open_case(case) as opened:
        for path in bring or []:
            sys.stderr.write(f"{path}: {opened.judge(_judgements_in(path))} new\n")
        settle(opened)
        if export:
            with writing_to(str(export)) as out:
                out.writelines(to_lines(opened.judgements()))
        states = opened.judgement_states()
        found = [(one, states[one.id]) for one in opened.judgements()]
    if json:
        write_json(_record(one, state) for one, state in found)
    elif not export:
        _print_judgements(found)


def _judgements_in(path: Path) -> "list[Judgement]":
    """The judgements of a file. Raises UnreadableInput, or InvalidJudgement with the file and the line."""
    from palanca.exchange.judgements import from_lines
    from palanca.records.errors import InvalidJudgement

    try:
        with lines_of(str(path)) as lines:
            return list(from_lines(lines))
    except InvalidJudgement as error:
        raise InvalidJudgement(f"{path}: {error}") from error


def _print_judgements(found: "Iterable[tuple[Judgement, JudgementState]]") -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in ("id", "when", "who", "verdict", "on", "standing", "note"):
        table.add_column(name, overflow="fold")
    number = 0
    for one, state in found:
        number += 1
        standing = f"{state.standing}{f' ({state.reason})' if state.reason else ''}"
        when = one.at.strftime("%Y-%m-%d %H:%M")
        cells = (one.id[:8], when, one.who, one.verdict, said_of(one), standing, one.note or "")
        table.add_row(*map(cell, cells))
    if number:
        console().print(table)
    sys.stderr.write(f"{counted(number, 'judgement')}\n")


def said_of(judgement: "Judgement") -> str:
    """What a judgement is on, in one line."""
    if judgement.undoes:
        return judgement.undoes[:8]
    words = " | ".join(f"{anchor.words[:60]} [{anchor.name}]" for anchor in judgement.anchors)
    if judgement.anchors and judgement.anchors[0].kind and judgement.verdict == "state":
        first = judgement.anchors[0]
        return f"{first.words[:60]} [{first.name}] → {first.kind}: {first.told} ({', '.join(first.parties)})"
    change = f"{judgement.field}: " if judgement.field else ""
    return f"{words} → {change}{judgement.value or 'none'}" if judgement.value is not None else words


def _record(one: "Judgement", state: "JudgementState") -> dict[str, "bool | int | float | str | None"]:
    return {
        "id": one.id, "at": one.at.isoformat(), "who": one.who, "verdict": one.verdict, "on": said_of(one),
        "standing": state.standing, "reason": state.reason, "note": one.note,
    }  # fmt: skip


def say(judgement: "Judgement") -> None:
    """Print what was decided, with its id."""
    print(f"{judgement.id[:8]}  {judgement.verdict}  {plain(said_of(judgement))}")
