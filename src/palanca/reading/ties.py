"""Ties: who owns, controls, belongs to, is married to or stands in what, as stated in words.

A demonym, a possessive or "of COUNTRY" inside a name makes no tie; a verb, a relation noun, a participle
("state-owned") or a plain "in" between two named places or bodies does.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from palanca.lexicon.tie_lists import nominations, remainders
from palanca.lexicon.ties import tie_adjectives, tie_participles
from palanca.reading.grammar import Relation
from palanca.reading.grammar.parse import Token
from palanca.reading.modality import modality_of, speaker_of
from palanca.reading.page import Layer, Page, Reader
from palanca.reading.tie_belongings import ties_by_belonging
from palanca.reading.tie_domains import ties_by_domain
from palanca.reading.tie_ends import FoundTie, heads_name
from palanca.reading.tie_groups import WORDS_OF_LISTS, ties_by_group
from palanca.reading.tie_havings import ties_by_having
from palanca.reading.tie_members import ties_of_person
from palanca.reading.tie_nominees import ties_by_nomination
from palanca.reading.tie_places import ties_of_name
from palanca.reading.tie_stakes import PERCENT, is_joined_owner, ties_by_equal_shares, ties_by_loan, ties_by_stake
from palanca.reading.tie_words import ties_by_word
from palanca.reading.times import time_of
from palanca.records import Kind, Modality, Role, RoleName, Statement, TieDetail, TieKind

_NAME, _VERSION = "ties", "12"
_MUTUAL = {TieKind.SPOUSE, TieKind.PARTNER_OF}
_REAL = {Modality.ASSERTED, Modality.REPORTED}
_SMALL = {"DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE"}


def read_ties(page: Page) -> Page:
    """Give the page its ties, each once: where it is told first as being so, else where it is told first."""
    told: dict[tuple[TieKind, str, str], Statement] = {}
    for token in page.doc:
        for found in _found(page, token) if _may_tell(page, token) else ():
            if found.source.entity == found.target.entity or is_joined_owner(page, found):
                continue
            statement = _statement(page, found)
            ends = (found.source.text, found.target.text)
            key = (found.kind, *(sorted(ends) if found.kind in _MUTUAL else ends))
            if key not in told or (_is_so(statement) and not _is_so(told[key])):
                told[key] = statement
            page.trace.note(_NAME, statement.span, f"{found.source.text} {found.kind} {found.target.text}", fired=True)
    return page.with_statements(one for one in told.values() if not _is_by_way(one, told))


def _is_by_way(statement: Statement, told: Mapping[tuple[TieKind, str, str], Statement]) -> bool:
    """Whether a thing is only somewhere by way of what holds it: of "Varo, Chihuahua, MEXICO", Varo in Mexico."""
    detail = statement.detail
    if not isinstance(detail, TieDetail) or detail.kind is not TieKind.LOCATED_IN:
        return False
    thing, place = (statement.fillers(role)[0].text for role in (RoleName.SOURCE, RoleName.TARGET))
    within = {key[2] for key, other in told.items() if key[:2] == (detail.kind, thing) and other.span == statement.span}
    return any((detail.kind, one, place) in told for one in within)


def _is_so(statement: Statement) -> bool:
    return statement.modality in _REAL


def _may_tell(page: Page, token: Token) -> bool:
    """Whether the word can tell a tie: of small words and marks, half of a text, only those listed or of names."""
    is_telling = token.pos_ not in _SMALL or token.norm_ in _telling_small_words()
    return is_telling or page.cast.mention_at(token) is not None


@cache
def _telling_small_words() -> frozenset[str]:
    return frozenset({*tie_adjectives(), *tie_participles(), *WORDS_OF_LISTS, *PERCENT, *remainders()})


def _found(page: Page, token: Token) -> Iterator[FoundTie]:
    yield from ties_by_word(page, token)
    yield from ties_by_having(page, token)
    yield from ties_by_domain(page, token)
    yield from ties_by_group(page, token)
    yield from ties_by_nomination(page, token)
    yield from ties_by_belonging(page, token)
    yield from ties_by_stake(page, token)
    yield from ties_by_loan(page, token)
    yield from ties_by_equal_shares(page, token)
    if heads_name(page, token):
        yield from ties_of_name(page, token)
        yield from ties_of_person(page, token)


def _statement(page: Page, found: FoundTie) -> Statement:
    verb = found.word if found.word.pos_ in {"VERB", "AUX"} and not _is_in_passing(page, found.word) else None
    return Statement(
        document=page.document.id,
        kind=Kind.TIE,
        detail=TieDetail(kind=found.kind),
        span=page.sentence_span(found.word),
        reader=_NAME,
        reader_version=_VERSION,
        roles=(Role(name=RoleName.SOURCE, filler=found.source), Role(name=RoleName.TARGET, filler=found.target)),
        time=time_of(page, verb) if verb is not None else None,
        modality=_modality(page, found.word),
        speaker=speaker_of(page, found.word),
        confidence=found.confidence,
    )


def _modality(page: Page, word: Token) -> Modality:
    """How the tie is told; what stands beside a name holds whatever its owner will or did not do.

    So does the party of one who seeks its nomination.
    """
    told = modality_of(page, word)
    is_seeking = told is Modality.PLANNED and word.lemma_.lower() in nominations()
    return Modality.ASSERTED if is_seeking or (told not in _REAL and heads_name(page, word)) else told


def _is_in_passing(page: Page, word: Token) -> bool:
    """Whether a participle describes a thing of another act, with no time of its own: "paid ROME-BASED Volta"."""
    if word.tag_ != "VBN" or page.grammar.arguments(word).auxiliaries:
        return False
    is_compound = word.i > 0 and page.doc[word.i - 1].text == "-"
    is_reduced = page.grammar.governor(word).relation is Relation.PARTICIPLE
    inside = range(word.left_edge.i, word.right_edge.i + 1)
    return is_compound or (is_reduced and not any(mention.first in inside for mention in page.times))


TIES = Reader(
    name=_NAME,
    version=_VERSION,
    needs=frozenset({Layer.NAMES, Layer.COREFERENCE, Layer.TIMES}),
    gives=frozenset({Layer.TIES}),
    read=read_ties,
)
