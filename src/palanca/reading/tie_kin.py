"""Kin told by place: "her husband, KARL PAZ, two sons, IVO and NILS, and her brother's wife LENA".

Parsers join the members of such a list to each other at will, so that all would be everybody's. Here a noun is said of
the names right behind it alone, and the nearest person whom a pronoun may mean has the kin that it tells.
"""

from collections.abc import Iterator

from palanca.lexicon.people import gendered_words
from palanca.lexicon.ties import tie_nouns
from palanca.lexicon.titles import titles
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.tie_ends import noun_key
from palanca.records import Entity, Filler, Form, Schema, TieKind

_KIN = {TieKind.SPOUSE, TieKind.FAMILY}
_PLURALS = {"NNS", "NNPS"}
_HIS, _HER = "his", "her"
_LEAVING = {"survive", "leave"}
_LONGEST_TITLE = 3
_LONGEST_LIST = 8  # tokens to the next member of a list
_SELVES = {"himself", "herself"}
_FARTHEST = 40  # tokens back to whoever shares a family name
_IN_LAW = "law"


def kin_key(noun: Token) -> str | None:
    """The entry of the list of nouns that a noun of kin is; None for any other."""
    key = noun_key(noun, tie_nouns())
    return key if key is not None and tie_nouns()[key][0].kind in _KIN else None


def kin_behind(page: Page, noun: Token) -> list[Filler]:
    """Whom a noun of kin stands right before: one, or the whole list behind a plural; nobody where no name follows.

    "His WIFE Lena", "two SONS, Ivo and Nils Paz", "her BROTHER, King Ivo"; not "the NEPHEW of Ivo".
    """
    if kin_key(noun) is None:
        return []
    stop = noun.i + 1
    found: list[Filler] = []
    while (person := _person_from(page, stop, noun.sent.end)) is not None:
        entity, first, stop = person
        filler = page.filler(entity, page.doc[first])
        found += [filler] if filler not in found else []
        if noun.tag_ not in _PLURALS:
            break
        stop += stop < len(page.doc) and page.doc[stop].text == "." and stop < noun.sent.end - 1  # "Ivo Paz JR."
    return found


def is_kin_by_another(page: Page, holder: Filler, noun: Token) -> bool:
    """Whether another noun of kin stands right before a name: "his WIFE, Lena, two SONS" tells of no son Lena."""
    words = page.doc.char_span(holder.span.start, holder.span.end) if holder.span else None
    if words is None or words.start < 1:
        return False
    before = words.start - 1
    before -= before > 0 and page.doc[before].text == ","
    return before != noun.i and kin_key(page.doc[before]) is not None


def _person_from(page: Page, start: int, end: int) -> tuple[Entity, int, int] | None:
    """The person named right at a token, behind a comma, "and" or a title; where the name begins and ends."""
    i = start
    while i < end and (page.doc[i].text == "," or page.doc[i].norm_ == "and"):
        i += 1
    for j in range(i, min(i + _LONGEST_TITLE, end)):
        mention = page.cast.mention_at(page.doc[j])
        if mention is not None:
            entity, words = page.cast.entity(mention.entity), page.cast.tokens[mention]
            is_such = mention.form is Form.NAME and entity.schema is Schema.PERSON and words.start == j
            return (entity, j, words.stop) if is_such else None
        if not titles().is_head(page.doc[j].lower_):
            return None
    return None


def kin_of(page: Page, noun: Token, holders: list[Filler]) -> Entity | None:
    """Whose kin "his DAUGHTER" is where his words do not point: None where nothing but the pronoun tells it.

    That is the kin named right before ("his daughter NUR and her husband"), or the only one near who shares a name.
    """
    pronoun = page.doc[noun.i - 1] if noun.i else noun
    if not page.grammar.is_pronoun(pronoun):
        pronoun = next((t for t in page.grammar.possessors(noun) if page.grammar.is_pronoun(t)), noun)
    if pronoun is noun or pronoun.norm_ not in {_HIS, _HER}:
        return None
    nearest = _kin_right_before(page, pronoun) or _listed_before(page, pronoun, noun)
    return nearest or _namesake(page, pronoun, noun, holders)


def _kin_right_before(page: Page, pronoun: Token) -> Entity | None:
    """ "His wife Rosa, his daughter NUR and HER husband": a woman is hers, a man his, unless all are the same one's."""
    i = pronoun.i - 2
    i -= i > 0 and page.doc[i].text == ","
    mention = page.cast.mention_at(page.doc[i]) if i >= 0 and page.doc[pronoun.i - 1].norm_ == "and" else None
    if mention is None or mention.form is not Form.NAME:
        return None
    before = page.cast.tokens[mention].start - 1
    before -= before > 0 and page.doc[before].text == ","
    noun = page.doc[before] if before >= 0 else pronoun
    of_her = {_HER: gendered_words().women, _HIS: gendered_words().men}[pronoun.norm_]
    is_alike = before > 0 and page.doc[before - 1].norm_ == pronoun.norm_
    is_kin = kin_key(noun) is not None and noun.lemma_.lower() in of_her
    entity = page.cast.entity(mention.entity)
    return entity if is_kin and not is_alike and entity.schema is Schema.PERSON else None


def _listed_before(page: Page, pronoun: Token, noun: Token) -> Entity | None:
    """ "President RUIZ himself, HIS WIFE Lena": the person of the list right before, unless he is kin of that list."""
    i = pronoun.i - 1
    if i < 1 or page.doc[i].text not in {",", "and"} or not kin_behind(page, noun):
        return None
    i -= page.doc[i - 1].text == ","
    i -= page.doc[i - 1].norm_ in _SELVES
    mention = page.cast.mention_at(page.doc[i - 1]) if i else None
    entity = page.cast.entity(mention.entity) if mention is not None and mention.form is Form.NAME else None
    if mention is None or entity is None or entity.schema is not Schema.PERSON or page.cast.tokens[mention].stop != i:
        return None
    before = page.cast.tokens[mention].start - 1
    before -= before > 0 and page.doc[before].text == ","
    is_kin = before >= 0 and kin_key(page.doc[before]) is not None
    return None if is_kin or not _is_in_list(page, pronoun) else entity


def _is_in_list(page: Page, pronoun: Token) -> bool:
    """Whether what is told of stands in a list that goes on: "…, his wife Lena, AND son Ivo", "Ruiz AND his wife"."""
    if page.doc[pronoun.i - 1].text == "and":
        return True
    behind = page.doc[pronoun.i : min(pronoun.i + _LONGEST_LIST, pronoun.sent.end)]
    after = next((t for t in behind if t.text in {",", "and"} and page.cast.mention_at(t.nbor(-1)) is not None), None)
    return after is not None and (after.text == "and" or after.nbor().norm_ in {"and", _HIS, _HER})


def _namesake(page: Page, pronoun: Token, noun: Token, holders: list[Filler]) -> Entity | None:
    """The last person before who bears the family name of the kin, where whoever the pronoun means bears another."""
    own = [page.cast.entity(one.entity) for one in holders if one.entity]
    meant = page.cast.at(pronoun)
    names = {name for one in own for name in _family_names(one)}
    is_in_law = noun.i + 4 < len(page.doc) and page.doc[noun.i + 4].norm_ == _IN_LAW
    if not names or is_in_law or "-" in noun.text or (meant is not None and names & _family_names(meant)):
        return None
    for token in reversed(page.doc[max(0, pronoun.i - _FARTHEST) : pronoun.i]):
        entity = page.cast.at(token)
        if entity is None or entity.schema is not Schema.PERSON or entity in own:
            continue
        if names & _family_names(entity):
            return entity
    return None


def _family_names(person: Entity) -> set[str]:
    """The words of a name behind the first."""
    return {word for word in person.caption.split()[1:] if word[:1].isupper()}


def left_by(page: Page, noun: Token) -> tuple[Token, ...]:
    """The nouns for whoever "is SURVIVED by her husband, two SONS": wherever the parser hangs the sons."""
    if kin_key(noun) is None or page.grammar.possessors(noun):
        return ()
    verb = next(_leaving_before(noun), None)
    arguments = page.grammar.arguments(verb) if verb is not None else None
    if arguments is None or arguments.negated:
        return ()
    return arguments.objects if arguments.passive else arguments.subjects


def _leaving_before(noun: Token) -> Iterator[Token]:
    return (t for t in reversed(noun.doc[noun.sent.start : noun.i]) if t.pos_ == "VERB" and t.lemma_ in _LEAVING)
