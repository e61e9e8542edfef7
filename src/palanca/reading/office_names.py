"""Who bears a title by the places of the words, whatever the parser joined: "President Ana Ruiz", "one of us, Paz"."""

from collections.abc import Iterator

from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.titles import Title, titles
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.reading.title_words import singular
from palanca.records import Form, Mention, Schema

_COMPLEMENTS = {"of", "to", "for", "at", "in", "from"}
_FOR_WHOM = {"of", "for", "to", "de", "del", "al"}
_OF = {"of", "de", "del"}
_TURNING = {"now", "currently", "today", "then", "later", "formerly", "previously"}
_HYPHENS = {"-", "–", "‑"}
_FEWEST_OF_MANY = 2
_BEING = {"be", "become", "remain"}
_SUFFIXES = {"elect", "designate", "designee", "nominee", "emeritus", "emerita"}
_MOST_COMPLEMENTS = 2
_MOST_WORDS = 4
_LONGEST_SECOND = 8  # words of "Public Works and Transport Minister"
_ONE, _AMONG = {"one", "uno", "una"}, {"of", "de"}
_LONGEST_OWNER = 8  # tokens between "one of" and the title: "one of the Bank of Ghana's directors"


def behind(page: Page, title: Title) -> Iterator[Token]:
    """The name right behind the title, or behind what it is of or to; of plural titles, all that are joined to it."""
    doc = page.doc
    for end in _ends(page, title):
        if (
            doc[end : end + 1].text == ","
            and is_plural(page, title)
            and len(_listed_at(page, end + 1)) < _FEWEST_OF_MANY
        ):
            continue  # "according to officials, Ruiz was …"
        if doc[end : end + 1].text == "," and is_whose(page, title):
            continue
        i = end
        while i < len(doc) and _steps_over(page, i, first=i == end):
            word = doc[i].norm_
            if end > title.end and doc[i].is_title and titles().is_head(word) and not titles().is_rank(word):
                return  # "advisor for U.S. PRESIDENT Ana Ruiz"
            i += 1
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None or mention.form is not Form.NAME or page.cast.tokens[mention].start != i:
            continue
        if page.cast.entity(mention.entity).schema is not Schema.PERSON:
            continue
        tokens = page.cast.tokens[mention]
        yield doc[tokens.start : tokens.stop].root
        if is_plural(page, title):
            yield from _listed_behind(page, tokens.stop)
        return


def before_comma(page: Page, title: Title) -> Iterator[Token]:
    """The name before a comma and a title with what it is of, where the parser saw none: "Ruiz, ENVIADO de Peru"."""
    doc, comma = page.doc, title.start - 1
    if comma > 0 and doc[comma].pos_ == "DET":
        comma -= 1
    turned = comma > 0 and doc[comma].norm_ in _TURNING
    comma -= turned
    behind = doc[title.end] if title.end < len(doc) else None
    if comma < 1 or doc[comma].text != "," or behind is None:
        return
    if behind.lower_ not in _OF and not (turned and behind.norm_ in _COMPLEMENTS):
        return
    mention = page.cast.mention_at(doc[comma - 1])
    if mention is not None and mention.form is Form.NAME and page.cast.tokens[mention].stop == comma:
        yield doc[comma - 1]


def before_aside(page: Page, head: Token) -> Iterator[Token]:
    """The name that opens the sentence, where an aside hides it from the parser: "Ruiz, called King, WAS CHAIRMAN"."""
    copula = page.grammar.complemented(page.grammar.conjuncts(head)[0])
    if copula is None or copula.lemma_ not in _BEING or page.grammar.arguments(copula).subjects:
        return
    mention = page.cast.mention_at(page.doc[head.sent.start])
    if mention is None or mention.form is not Form.NAME or page.doc[copula.i - 1].text != ",":
        return
    stop = page.cast.tokens[mention].stop
    if page.doc[stop : stop + 1].text == "," and stop < copula.i:
        yield page.doc[stop - 1]


def is_whose(page: Page, title: Title) -> bool:
    """Whether the title only tells whose somebody is: "the wife OF THE GOVERNOR, Ana Paz" governs nothing."""
    doc, i = page.doc, title.start - 1
    while i > 0 and doc[i].norm_ in {"the", "el", "la"}:
        i -= 1
    if i <= 0 or doc[i].norm_ not in _FOR_WHOM:
        return False
    before = doc[i - 1].lemma_.lower()
    return Schema.PERSON in classes_of_nouns().get(before, ()) or titles().is_head(before)


def is_plural(page: Page, title: Title) -> bool:
    """Whether the words of a title are plural, so that several may bear it."""
    return any(singular(token) != token.norm_.rstrip(".") for token in page.doc[title.start : title.end])


def _listed_at(page: Page, i: int) -> list[Token]:
    return list(_listed_behind(page, i))


def _listed_behind(page: Page, i: int) -> Iterator[Token]:
    """People who go on a list: ", B of Togo, and C"; a verb or any other word but a small one ends it."""
    doc = page.doc
    while i < len(doc) and not doc[i].is_sent_start:
        mention = page.cast.mention_at(doc[i])
        if mention is not None:
            tokens = page.cast.tokens[mention]
            if page.cast.entity(mention.entity).schema is Schema.PERSON and mention.form is Form.NAME:
                yield doc[tokens.start : tokens.stop].root
            i = tokens.stop
        elif doc[i].norm_ in {",", "and", "&", "of", "the", "(", ")"}:
            i += 1
        else:
            return


def _ends(page: Page, title: Title) -> Iterator[int]:
    """Where the title ends: by itself, and behind each "of", "to" or "for" with what it names."""
    doc, end = page.doc, title.end
    yield end
    if end < len(doc) and is_small_demonym(page, end):  # "el presidente PERUANO Ana Ruiz"
        end += 1
        yield end
    if (joined := _end_of_second(page, title, end)) is not None:
        yield joined
    for _ in range(_MOST_COMPLEMENTS):
        i = end
        if i >= len(doc) or doc[i].norm_ not in _COMPLEMENTS:
            return
        i += 1 + (i + 1 < len(doc) and doc[i + 1].norm_ == "the")
        mention = page.cast.mention_at(doc[i]) if i < len(doc) else None
        if mention is None and (joined := _end_of_second(page, title, i + 1)) is not None and doc[i].is_title:
            yield joined  # "Leader of the HOUSE and Transport Minister Ana Ruiz"
        if mention is None or page.cast.entity(mention.entity).schema is Schema.PERSON:
            return
        end = page.cast.tokens[mention].stop
        yield end
        if (last := _end_of_seat(page, end)) > end:  # "the MP for LEEDS NORTH, Ana Ruiz"
            end = last
            yield end


def is_small_demonym(page: Page, i: int) -> bool:
    """Whether a demonym stands there in small letters, as Spanish writes it."""
    token = page.doc[i]
    if token.pos_ != "ADJ" or not token.text[0].islower():
        return False
    mention = page.cast.mention_at(token)
    return mention is not None and mention.form is Form.NOMINAL and len(page.cast.tokens[mention]) == 1


def _end_of_seat(page: Page, end: int) -> int:
    """Past the capitals behind the name of a place, which belong to the name of a constituency."""
    while end < len(page.doc) and page.doc[end].is_title and page.cast.mention_at(page.doc[end]) is None:
        end += 1
    return end


def _end_of_second(page: Page, title: Title, end: int) -> int | None:
    """The end of what else a holder is called before his name: "retired agent AND TERRORISM SPECIALIST Ali Haddad".

    So is a second title: "Army Chief AND DEFENCE MINISTER Ali Haddad".
    """
    doc, i = page.doc, end + 1
    if doc[end : end + 1].text.lower() != "and":
        return None
    second = titles().title_at([singular(token) for token in doc[i : i + _LONGEST_SECOND]], 0)
    if second is not None and doc[i].is_title and doc[title.start].is_title:  # not "the president and Minister Ruiz"
        return i + second.end
    while i < len(doc) and doc[i].is_lower and doc[i].pos_ in {"NOUN", "ADJ"} and i - end <= _MOST_WORDS:
        i += 1
    last = doc[i - 1]
    is_person = i > end + 1 and Schema.PERSON in classes_of_nouns().get(last.lemma_.lower(), ())
    return i if is_person else None


def _steps_over(page: Page, i: int, *, first: bool) -> bool:
    word = page.doc[i].norm_
    if page.cast.mention_at(page.doc[i]):
        return False
    tied = page.doc[i - 1].text in _HYPHENS or (first and page.doc[i].is_title)  # "Bishop EMERITUS Ana Ruiz"
    closed = word == "," and page.doc[i - 1].norm_ in _SUFFIXES  # "the president-elect, Ana Ruiz"
    if (first and word == ",") or closed or (tied and word in _SUFFIXES):
        return True
    if page.doc[i].text in _HYPHENS:
        return page.doc[i + 1 : i + 2].text.lower() in _SUFFIXES
    return titles().is_rank(word) or titles().is_title_word(word) or word.rstrip(".") in titles().honorifics


def one_of_several(page: Page, title: Title) -> Token | None:
    """The one of "ONE OF Zambia's vice presidents, ANA RUIZ", "ANA RUIZ, ONE OF the bank's directors"."""
    doc = page.doc
    before_it = range(title.start - 1, max(-1, title.start - _LONGEST_OWNER), -1)
    first = next((i for i in before_it if _is_one(page, i)), None)
    if first is None or any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";"} for t in doc[first + 2 : title.start]):
        return None
    if first > 1 and doc[first - 1].text == "," and (before := _name_ending_at(page, first - 1)) is not None:
        return before
    for end in _ends(page, title):
        mention = page.cast.mention_at(doc[end + 1]) if end + 1 < len(doc) and doc[end].text == "," else None
        if mention is not None and _is_name_from(page, mention, end + 1):
            return doc[page.cast.tokens[mention].start : page.cast.tokens[mention].stop].root
    return None


def _is_one(page: Page, i: int) -> bool:
    return page.doc[i].norm_ in _ONE and page.doc[i + 1].norm_ in _AMONG


def _name_ending_at(page: Page, stop: int) -> Token | None:
    mention = page.cast.mention_at(page.doc[stop - 1])
    is_name = mention is not None and page.cast.tokens[mention].stop == stop
    if mention is None or not is_name or not _is_name_from(page, mention, page.cast.tokens[mention].start):
        return None
    return page.doc[page.cast.tokens[mention].start : stop].root


def _is_name_from(page: Page, mention: Mention, start: int) -> bool:
    is_name = mention.form is Form.NAME and page.cast.tokens[mention].start == start
    return is_name and page.cast.entity(mention.entity).schema is Schema.PERSON
