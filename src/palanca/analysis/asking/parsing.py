"""A line of the filter language → a query.

    either  := all ("or" all)*
    all     := part (["and"] part)*
    part    := ("not" | "-") part | "(" either ")" | field ":" value | word

Words without a field are words of the sentence. `of`, `branch` and `office` ask about the party of the `who`, `with`,
`by` or `to` that stands right before them, and else about any party.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from palanca.analysis.asking.fields import FIELDS, FieldWord
from palanca.analysis.asking.tokens import Sort, Token, tokens_of
from palanca.analysis.asking.values import value_of
from palanca.records.errors import UnreadableQuery
from palanca.records.query import All, Either, Not, Parties, PartyTest, Query, Said

_DEEPEST = 40  # parentheses and nots within each other: nobody writes more, and each is a call


def query_of(line: str) -> Query:
    """The query of a line; an empty one is passed by every claim.

    Raises UnreadableQuery with the character at which the line stops making sense.
    """
    parser = _Parser(line, list(tokens_of(line)))
    return parser.whole()


@dataclass(slots=True)
class _Parser:
    line: str
    tokens: Sequence[Token]
    at: int = 0
    depth: int = 0

    def whole(self) -> Query:
        if not self.tokens:
            return All()
        found = self._either()
        if (left := self._peek()) is not None:
            raise self._unreadable("nothing was opened that this closes: take it out", left.start)
        return found

    def _either(self) -> Query:
        parts = [self._all()]
        while self._take(Sort.OR):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Either(parts=tuple(parts))

    def _all(self) -> Query:
        parts = [self._part()]
        while (token := self._peek()) is not None and token.sort not in (Sort.OR, Sort.CLOSE):
            joins = not self._take(Sort.AND)
            part = self._part()
            if joins and (joined := _joined(parts[-1], part)):
                parts[-1] = joined
            else:
                parts.append(part)
        return parts[0] if len(parts) == 1 else All(parts=tuple(parts))

    def _part(self) -> Query:
        token = self._peek()
        if token is None:
            raise self._unreadable("something has to follow: write a field or a word", len(self.line))
        self.at += 1
        match token.sort:
            case Sort.NOT:
                return Not(part=self._deeper(token, self._part))
            case Sort.OPEN:
                return self._deeper(token, lambda: self._closed(token))
            case Sort.FIELD:
                return self._field(token)
            case Sort.WORD | Sort.QUOTED:
                return self._said(token)
            case _:
                raise self._unreadable(f"{token.text!r} joins nothing here: write a field or a word first", token.start)

    def _closed(self, opened: Token) -> Query:
        found = self._either()
        if not self._take(Sort.CLOSE):
            raise self._unreadable("this parenthesis is not closed: end it with )", opened.start)
        return found

    def _field(self, token: Token) -> Query:
        field = FIELDS.get(token.text)
        if field is None:
            raise self._unreadable(_no_field(token.text), token.start)
        value = self._peek()
        if value is None or value.sort not in (Sort.WORD, Sort.QUOTED) or value.start != token.end:
            problem = f"{field.word}: needs a value right after it, such as {field.word}:{field.example}"
            raise self._unreadable(problem, token.end)
        self.at += 1
        return self._value(field, value)

    def _value(self, field: FieldWord, value: Token) -> Query:
        try:
            return value_of(field, value.text)
        except ValueError as error:
            quoted = value.sort is Sort.QUOTED
            raise self._unreadable(str(error), value.start + quoted) from error

    def _said(self, token: Token) -> Query:
        words = f'"{token.text}"' if token.sort is Sort.QUOTED else token.text
        if not any(sign.isalnum() for sign in words):
            raise self._unreadable(f"{words} holds no word to look for", token.start)
        return Said(words=words)

    def _deeper(self, token: Token, inner: Callable[[], Query]) -> Query:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self._unreadable(
                f"more than {_DEEPEST} conditions lie within each other: ask less at once", token.start
            )
        found = inner()
        self.depth -= 1
        return found

    def _peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _take(self, sort: Sort) -> bool:
        token = self._peek()
        taken = token is not None and token.sort is sort
        self.at += taken
        return taken

    def _unreadable(self, problem: str, position: int) -> UnreadableQuery:
        return UnreadableQuery(problem, query=self.line, position=position)


_MEANT = {
    other: field
    for field, others in {
        "who": ("person", "people", "name", "party", "persona", "nombre", "quien", "quién"),
        "by": ("actor", "from", "por"),
        "to": ("recipient", "target", "towards", "hacia"),
        "of": ("country", "state", "nation", "power", "país", "pais", "estado", "potencia"),
        "branch": ("rama",),
        "office": ("post", "position", "title", "cargo", "puesto"),
        "kind": ("type", "tipo", "clase"),
        "during": ("date", "year", "month", "when", "fecha", "año", "mes", "cuándo", "cuando"),
        "place": ("where", "city", "town", "location", "lugar", "ciudad", "dónde", "donde"),
        "channel": ("domain", "sector", "canal"),
        "said": ("text", "words", "word", "texto", "palabras"),
        "outlet": ("source", "publisher", "newspaper", "medio", "fuente", "diario"),
        "document": ("doc", "file", "article", "documento", "archivo", "artículo"),
        "register": ("registro",),
        "review": ("status", "judged", "revisión"),
    }.items()
    for other in others
}
"""What people write for a field, in either language of the interface."""


def _no_field(word: str) -> str:
    near = [_MEANT[word]] if word in _MEANT else get_close_matches(word, FIELDS, n=1)
    if near:
        return f"there is no field {word}: did you mean {near[0]}:?"
    return f"there is no field {word}: fields are {', '.join(FIELDS)}"


def _joined(before: Query, part: Query) -> Query | None:
    """Two tests of parties that belong together: what qualifies the party before, or asks for another one."""
    if not isinstance(before, Parties) or not isinstance(part, Parties):
        return None
    last, new = before.tests[-1], part.tests[0]
    if new.is_other:
        return Parties(tests=(*before.tests, new))
    if new.name is not None or last.name is None:
        return None
    if any(getattr(last, asked) and getattr(new, asked) for asked in ("country", "branch", "office")):
        return None
    return Parties(tests=(*before.tests[:-1], _qualified(last, new)))


def _qualified(party: PartyTest, by: PartyTest) -> PartyTest:
    return replace(
        party,
        country=by.country or party.country,
        branch=by.branch or party.branch,
        office=by.office or party.office,
    )
