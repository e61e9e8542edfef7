"""Stakes told in percent, and loans told with their sums, by where the words stand.

Prose on firms joins many of them to one verb, or to none: "a venture in which Volta holds 60 percent and Sonec 40
percent", "Sonec is 51 percent owned by Volta and 49 percent by Togo", "paid $20 million for 85 percent of the mine",
"Sonec, 63.7 percent of whose shares are held by Volta", "the bank lent it $24 million, Norfund $5 million". Parsers
lose such rows, so that they are read word by word.
"""

from collections.abc import Iterator

from palanca.lexicon.tie_lists import buying, giving, holding, lending, remainders
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.states import is_state
from palanca.reading.tie_ends import FoundTie, all_named, named, schema_of
from palanca.records import Entity, Filler, Form, Mention, Schema, TieKind
from palanca.records.entity import BODIES

PERCENT = {"percent", "%", "cent", "ciento"}
_SMALL = {
    *("the", "a", "an", "remaining", "other", "about", "some", "around", "nearly", "almost", "only", "another", "just"),
    *("over", "up", "to", "more", "less", "than", "at", "least", "per", "el", "la", "un", "restante", "por"),
}
_AUXILIARY = {
    *("has", "have", "had", "now", "still", "also", "nevertheless", "already", "then", "since", "to", "be", "was"),
    *("were", "is", "are", "been", "being", "will", "would", "shall", "may", "currently", "today"),
}
_SHARES = {"share", "stake", "capital", "stock", "equity", "interest", "holding"}
_SITES = {"port", "mine", "dam", "airport", "refinery", "railway", "field", "plant", "terminal"}
_OWNERS = BODIES | {Schema.PERSON}
_FIRMS = {Schema.COMPANY, Schema.PROJECT}
_OWNED = BODIES | {Schema.PROJECT, Schema.PLACE}
_FEWEST_OWNERS = 2  # of a row that tells all
_WIDEST = 9  # words from a verb back to its subject, or from "in which" back to what it renames
_EQUALLY = {("jointly",), ("equally",), *(("in", "equal", part) for part in ("shares", "parts", "halves"))}
_LONGEST_PHRASE = 5  # tokens before the end of a name
_JOINED = 0.65


def ties_by_stake(page: Page, token: Token) -> Iterator[FoundTie]:
    """The owner of so many percent of something: `token` is the word or sign for percent."""
    is_rest = token.norm_ in remainders() and token.i > token.sent.start and page.doc[token.i - 1].norm_ == "the"
    if is_rest:  # "Volta 40 percent and Sonec THE REST"
        thing, owner = _thing_before(page, token), _ending_at(page, token.i - 1, _OWNERS)
    elif token.norm_ not in PERCENT or token.i == token.sent.start or not _is_number(token):
        return
    else:
        thing, owner = _thing(page, token), _owner(page, token)
    if thing is None or owner is None or thing.entity == owner.entity:
        return
    yield FoundTie(kind=TieKind.OWNS, source=owner, target=thing, word=token, confidence=_JOINED)


def ties_by_loan(page: Page, verb: Token) -> Iterator[FoundTie]:
    """Who lends to whom: "the bank LENT it $24 million, Norfund $5 million", "Airport: $360 million, LENT by Sonec"."""
    if verb.lemma_.lower() not in lending() or verb.pos_ != "VERB":
        return
    behind = page.doc[verb.i + 1 : verb.i + 2]
    if behind.text == "by":
        thing = _row_head(page, verb)
        lenders = list(_listed(page, verb.i + 2))
    else:
        thing = _at(page, verb.i + 1, _OWNED)
        first = _subject(page, verb.i, BODIES)
        lenders = [first, *_with_sums(page, verb)] if first else []
    for lender in lenders if thing else ():
        if thing and lender.entity != thing.entity:
            yield FoundTie(kind=TieKind.FUNDS, source=lender, target=thing, word=verb, confidence=_JOINED)


def ties_by_equal_shares(page: Page, verb: Token) -> Iterator[FoundTie]:
    """ "Tana Rail, OWNED in equal shares by Togo and Benin", "is OWNED jointly by"."""
    if verb.lemma_ not in {"own", "hold"} or verb.tag_ != "VBN":
        return
    words = [t.norm_ for t in page.doc[verb.i + 1 : verb.i + 1 + _LONGEST_PHRASE]]
    how = next((n for n in (1, 3) if tuple(words[:n]) in _EQUALLY and words[n : n + 1] == ["by"]), None)
    things = list(all_named(page, page.grammar.arguments(verb).objects)) if how else []
    for owner in _listed(page, verb.i + how + 2) if how else ():
        for thing in things:
            if owner.entity != thing.entity and schema_of(page, thing) in _OWNED:
                yield FoundTie(kind=TieKind.OWNS, source=owner, target=thing, word=verb, confidence=_JOINED)


def is_joined_owner(page: Page, found: FoundTie) -> bool:
    """Whether what looks like the thing owned is the next owner: "Volta held 43 percent and SONEC 51 percent"."""
    if found.kind is not TieKind.OWNS or found.target.span is None:
        return False
    mention = next((m for m in page.cast.mentions if m.span == found.target.span), None)
    if mention is None:
        return False
    words = [t.norm_ for t in page.doc[page.cast.tokens[mention].stop :][:3]]
    return any(word in PERCENT for word in words) and words[0][:1].isdigit()


def _is_number(percent: Token) -> bool:
    return _first(percent) < percent.i


def _first(percent: Token) -> int:
    """Where the words of a share begin: "THE remaining 15 percent"."""
    i = percent.i - 1 - (percent.norm_ in {"cent", "ciento"})
    if i < percent.sent.start or not (_is_digit(percent.doc[i])):
        return percent.i
    while i > percent.sent.start and percent.doc[i - 1].norm_ in _SMALL:
        i -= 1
    return i


def _is_digit(token: Token) -> bool:
    """Whether a word is a number."""
    return token.like_num or token.text[:1].isdigit()


def _thing(page: Page, percent: Token) -> Filler | None:
    """What the share is of: told behind it, by "in which" or "of whose" before, or with the share before."""
    i = percent.i + 1
    words = page.doc[i : i + 3]
    if len(words) > 1 and words[0].norm_ == "of" and words[1].norm_ == "whose":
        return _before(page, _first(percent), _OWNED)
    for _ in range(2):
        if i < len(page.doc) and page.doc[i].lemma_.lower() in _SHARES:
            i += 1
        if i < len(page.doc) and page.doc[i].norm_ in {"of", "in", "de", "del", "en"}:
            i += 1
            if found := _at(page, i, _OWNED):
                return found
            while i < len(page.doc) and page.doc[i].norm_ in {"the", "its"}:
                i += 1
    return (
        _thing_owned(page, percent)
        or _antecedent(page, percent)
        or _thing_before(page, percent)
        or _thing_of_before(page, percent)
        or _thing_shared_before(page, percent)
    )


def _thing_owned(page: Page, percent: Token) -> Filler | None:
    """ "SONEC is 51 percent owned by Volta", "SONEC is owned 51 percent by Volta"."""
    verb = _owning(page, percent)
    if verb is None or _by(page, percent) is None:
        return None
    return _subject(page, min(verb.i, _first(percent)), _OWNED)


def _owning(page: Page, percent: Token) -> Token | None:
    """The verb of having beside a share: "51 percent OWNED", "OWNED 51 percent"."""
    first = _first(percent)
    beside = [*page.doc[percent.i + 1 : percent.i + 2], *page.doc[max(first - 1, percent.sent.start) : first]]
    return next((t for t in beside if t.lemma_.lower() in holding()), None)


def _by(page: Page, percent: Token) -> int | None:
    """Where the owner stands: "51 percent (owned) by VOLTA"."""
    verb = _owning(page, percent)
    i = percent.i + (2 if verb is not None and verb.i > percent.i else 1)
    return i + 1 if i < len(page.doc) and page.doc[i].norm_ == "by" else None


def _antecedent(page: Page, percent: Token) -> Filler | None:
    """ "VOLTA, a joint venture IN WHICH …": what the pronoun before the share renames."""
    for i in range(_first(percent) - 1, percent.sent.start + 1, -1):
        if page.doc[i].norm_ == "which" and page.doc[i - 1].norm_ in {"in", "of"}:
            return _before(page, i - 1, _OWNED)
    return None


def _thing_before(page: Page, percent: Token) -> Filler | None:
    """What the share told before in the sentence is of: "85 percent of the mine; Sonec kept THE REMAINING 15"."""
    for token in reversed(page.doc[percent.sent.start : _first(percent)]):
        if token.norm_ in PERCENT and _is_number(token):
            return _thing(page, token)
    return None


def _thing_of_before(page: Page, percent: Token) -> Filler | None:
    """The firm that the sentence before tells of, of which a row tells all owners: "Volta holds 60 percent, Sonec 40".

    It is the only thing there that can be owned and is no owner here.
    """
    here = percent.sent
    shares = [t for t in here if t.norm_ in PERCENT and _is_number(t)]
    if len(shares) < _FEWEST_OWNERS or here.start == 0:
        return None
    before = page.doc[here.start - 1].sent
    inside = {m.entity for m in page.cast.mentions if here.start <= page.cast.tokens[m].start < here.end}
    named = (m for m in page.cast.mentions if before.start <= page.cast.tokens[m].start < before.end)
    told = [m for m in named if page.cast.entity(m.entity).schema in _FIRMS]
    found = {m.entity: f for m in told if m.entity not in inside and (f := _filler(page, m, _FIRMS))}
    return next(iter(found.values())) if len(found) == 1 else None


def _thing_shared_before(page: Page, percent: Token) -> Filler | None:
    """What the share of the sentence before is of: "Volta has 49 percent of Sonec. Nord Bank keeps 51 PERCENT"."""
    here = percent.sent
    if here.start == 0 or (percent.i + 1 < here.end and not page.doc[percent.i + 1].is_punct):
        return None
    last = next((t for t in reversed(page.doc[here.start - 1].sent) if t.norm_ in PERCENT and _is_number(t)), None)
    is_held = last is not None and (_is_held(page, last) or _owner(page, last) is not None)
    return _thing(page, last) if last is not None and is_held else None


def _owner(page: Page, percent: Token) -> Filler | None:
    i = percent.i + 1
    if [t.norm_ for t in page.doc[i : i + 2]] == ["of", "whose"]:
        by = next((t.i for t in page.doc[i : i + _WIDEST] if t.norm_ == "by"), None)
        return _at(page, by + 1, _OWNERS) if by else None
    first = _first(percent)
    if (by := _by(page, percent)) is not None and (_owning(page, percent) is not None or _is_held(page, percent)):
        return _at(page, by, _OWNERS)
    last = page.doc[first - 1] if first > percent.sent.start else None
    if last is None:
        return None
    if last.norm_ == "for":
        paid = next((t for t in reversed(page.doc[percent.sent.start : first]) if t.lemma_ == "pay"), None)
        return _subject(page, paid.i, _OWNERS) if paid is not None else None
    if last.lemma_.lower() in holding() | buying() and last.pos_ in {"VERB", "AUX", "NOUN"}:
        return _subject(page, last.i, _OWNERS)
    if given := _given(page, first):
        return given
    joined = any(t.norm_ in PERCENT for t in page.doc[percent.sent.start : first])
    return _ending_at(page, first, _OWNERS) if joined and _is_held(page, percent) else None


def _given(page: Page, first: int) -> Filler | None:
    """Who is given a share: "the accord GAVE TOGO 19 percent of the port"."""
    mention = page.cast.mention_at(page.doc[first - 1])
    start = page.cast.tokens[mention].start if mention is not None else 0
    start -= start > 0 and page.doc[start - 1].norm_ == "the"
    gives = start > 0 and page.doc[start - 1].lemma_.lower() in giving()
    return _ending_at(page, first, _OWNERS) if gives else None


def _is_held(page: Page, percent: Token) -> bool:
    """Whether a verb of holding stands before the shares of the sentence."""
    before = page.doc[percent.sent.start : percent.i]
    return any(t.lemma_.lower() in holding() and t.pos_ == "VERB" for t in before)


def _subject(page: Page, verb: int, schemata: frozenset[Schema] | set[Schema]) -> Filler | None:
    """Who stands before a verb: right before it, or before an aside between commas."""
    i = verb
    while i > 0 and page.doc[i - 1].norm_ in _AUXILIARY:
        i -= 1
    if found := _ending_at(page, i, schemata):
        return found
    if i > 1 and page.doc[i - 1].norm_ in {"which", "who"} and page.doc[i - 2].text == ",":
        return _ending_at(page, i - 2, schemata)  # "alongside VOLTA, WHICH holds 51 percent"
    if i and page.doc[i - 1].text == ",":
        return _before(page, i - 1, schemata)
    return None


def _before(page: Page, stop: int, schemata: frozenset[Schema] | set[Schema]) -> Filler | None:
    """The name before which words stand that only rename it: "VOLTA, a state enterprise"."""
    start = page.doc[stop - 1].sent.start if stop else 0
    for i in range(stop, max(start, stop - _WIDEST), -1):
        if found := _ending_at(page, i, schemata):
            return found
        if page.doc[i - 1].pos_ in {"VERB", "AUX"} or page.doc[i - 1].text == ";":
            return None
    return None


def _ending_at(page: Page, stop: int, schemata: frozenset[Schema] | set[Schema]) -> Filler | None:
    """The name that ends here, or whose short form in brackets does."""
    i = stop
    if i and page.doc[i - 1].text == ")":
        opening = next((t.i for t in reversed(page.doc[max(0, i - 6) : i]) if t.text == "("), None)
        i = opening if opening is not None else i
    i -= i > 1 and page.doc[i - 1].norm_ in {"state", "government"}  # "the GABONESE state 25 percent"
    mention = page.cast.mention_at(page.doc[i - 1]) if i else None
    if mention is None or page.cast.tokens[mention].stop != i:
        return None
    if i != stop and not is_state(page.cast.entity(mention.entity)) and page.doc[stop - 1].text != ")":
        return None
    first = page.cast.tokens[mention].start
    if page.cast.entity(mention.entity).schema is Schema.PLACE and page.doc[first - 1].norm_ in {"of", "in", "from"}:
        return _filler(page, mention, schemata) if Schema.PLACE in schemata else _ending_at(page, first - 1, schemata)
    return _filler(page, mention, schemata)


def _at(page: Page, start: int, schemata: frozenset[Schema] | set[Schema]) -> Filler | None:
    """The name or pronoun that stands here, behind an article or small words ("the Dutch bank VOLTA")."""
    for token in page.doc[start : start + _LONGEST_PHRASE]:
        if token.text == "," and token.i > start and page.doc[token.i - 1].pos_ == "NOUN":
            continue  # "the operator, VOLTA RAIL"
        mention = page.cast.mention_at(token)
        if mention is not None and mention.form is not Form.NOMINAL:
            return _filler(page, mention, schemata)
        if token.i > start and token.norm_ in _SITES and page.doc[token.i - 1].norm_ == "the":
            return _named_so(page, token)
        if token.norm_ not in {"the", "its"} and token.pos_ not in {"ADJ", "NOUN", "DET"} and mention is None:
            return None
    return None


def _named_so(page: Page, noun: Token) -> Filler | None:
    """What "the PORT of Lomé" is, or "the PORT" after it: the last that is called so, in its sentence or the last."""
    before = page.doc[noun.sent.start - 1].sent.start if noun.sent.start else 0
    alike = (t for t in reversed(page.doc[before : noun.i + 1]) if t.norm_ == noun.norm_)
    return next((found for t in alike if (found := named(page, t)) is not None), None)


def _listed(page: Page, start: int) -> Iterator[Filler]:
    """The names of a row: "the Export Bank (EB) and the Trade Bank"."""
    i, end = start, page.doc[start - 1].sent.end
    while i < end:
        mention = page.cast.mention_at(page.doc[i])
        if mention is not None:
            if found := _filler(page, mention, BODIES):
                yield found
            i = page.cast.tokens[mention].stop
        elif page.doc[i].norm_ in {"the", "and", ",", "(", ")", "by"}:
            i += 1
        else:
            return


def _with_sums(page: Page, verb: Token) -> Iterator[Filler]:
    """The further lenders: "…, the Dutch bank VOLTA $15 million and NORFUND $5 million"."""
    for token in page.doc[verb.i + 2 : verb.sent.end]:
        mention = page.cast.mention_at(token)
        if mention is None or page.cast.tokens[mention].start != token.i:
            continue
        behind = page.doc[page.cast.tokens[mention].stop : page.cast.tokens[mention].stop + 1]
        if behind.text[:1] in {"$", "€", "£", "¥"} and (found := _filler(page, mention, BODIES)):
            yield found


def _row_head(page: Page, token: Token) -> Filler | None:
    """What a row of a list is about: "– Tana Airport: a new terminal, lent by Volta"."""
    text = page.document.text
    start = text.rfind("\n", 0, token.idx) + 1
    for mention in page.cast.mentions:
        if start <= mention.span.start < token.idx and text[mention.span.end : mention.span.end + 1] == ":":
            is_first = not text[start : mention.span.start].strip(" •–—-*·")
            return _filler(page, mention, _OWNED) if is_first else None
    return None


def _filler(page: Page, mention: Mention, schemata: frozenset[Schema] | set[Schema]) -> Filler | None:
    entity = page.cast.entity(mention.entity)
    if not _is_fit(entity, schemata) or mention.form is Form.NOMINAL:
        return None
    words = page.cast.tokens[mention]
    return page.filler(entity, page.doc[words.start : words.stop].root)


def _is_fit(entity: Entity, schemata: frozenset[Schema] | set[Schema]) -> bool:
    """Whether a thing can be this end; a state may own, and is owned by nobody."""
    if Schema.PLACE in schemata:
        return entity.schema in schemata and not is_state(entity)
    return entity.schema in schemata or is_state(entity)
