"""Whether a judgement can be applied at all: asked at the door when a person judges, and again of what files bring."""

from palanca.identity.corrections import check_value
from palanca.identity.stated_text import stated_from_text
from palanca.lexicon.countries import countries
from palanca.records import Judgement, Schema, Verdict
from palanca.records.errors import InvalidJudgement
from palanca.records.names import fold
from palanca.records.query import Branch

ON_STATEMENTS = frozenset({Verdict.REJECT, Verdict.CONFIRM, Verdict.CORRECT})


def check_judgement(judgement: Judgement) -> None:
    """Raise InvalidJudgement if it judges a name as a statement or the reverse, or if its value is not of its sort."""
    if judgement.verdict is Verdict.STATE:
        _check_stated(judgement)
        return
    for anchor in judgement.anchors:
        if (anchor.kind is not None) != (judgement.verdict in ON_STATEMENTS):
            wanted, given = ("a statement", "a name") if anchor.kind is None else ("a name", "a statement")
            raise InvalidJudgement(
                f"{judgement.verdict} judges {wanted}, but {anchor.words[:40]!r} of {anchor.name} "
                f"is anchored as {given}: anchor it as {wanted}"
            )
    value = judgement.value or ""
    if judgement.verdict is Verdict.RENAME and not fold(value):
        raise InvalidJudgement(f"{value!r} is no name to rename to: write it with letters or digits")
    if judgement.verdict is Verdict.RETYPE and value not in set(Schema):
        raise InvalidJudgement(f"{value!r} is no schema: give one of {', '.join(Schema)}")
    if judgement.verdict is Verdict.COUNTRY and value and value not in {one.alpha3 for one in countries()}:
        raise InvalidJudgement(f"{value!r} is no country: give its ISO 3166-1 code of three letters, or nothing")
    if judgement.verdict is Verdict.BRANCH and value and value not in set(Branch):
        raise InvalidJudgement(f"{value!r} is no branch: give one of {', '.join(Branch)}, or nothing")
    for anchor in judgement.anchors:
        if judgement.field and anchor.kind:
            check_value(anchor.kind, judgement.field, value)


def _check_stated(judgement: Judgement) -> None:
    stated = stated_from_text(judgement.value or "")
    filling = len(judgement.anchors) - 1
    if filling != len(stated.parts):
        raise InvalidJudgement(f"{len(stated.parts)} parts are stated on {filling} anchors: give one for each part")
    if len({(anchor.document, anchor.name) for anchor in judgement.anchors}) > 1:
        raise InvalidJudgement("what is stated stands on words of several documents: state it in one of them")
    for anchor in judgement.anchors[1:]:
        if not fold(anchor.words):
            raise InvalidJudgement(f"{anchor.words!r} holds no letter: choose the words that name who or what it is")
