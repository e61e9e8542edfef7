"""Who stands with somebody in a list of names, by the places of the words, where the parser lets go of the list.

"Arrested minister Ana Ruiz, LAWYER OMAR HADDAD AND COLONEL JAN BERG": a list is what "and" closes; between its names
stand only what people are called, and in Spanish the "a" of each.
"""

from collections.abc import Iterator

from palanca.lexicon.titles import titles
from palanca.reading.actors import entity_behind
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Form, Mention, Schema

_CALLING = {"NOUN", "ADJ", "DET"}
_LINKS = {"es": {"to", "of"}}  # the norms of "a", "al", "de", "del"
_FOR = "for"
_LONGEST_CALLING = 8  # tokens


def listed_with(page: Page, first: Token) -> Iterator[Token]:
    """A token of every name that goes on the list which begins with the person behind this noun; none for no list."""
    behind = entity_behind(page, first)
    mention = page.cast.mention_at(behind[1]) if behind is not None else None
    if mention is None or not _is_somebody(page, mention):
        return
    found: list[Token] = []
    stop = page.cast.tokens[mention].stop
    while (item := _next_of_list(page, stop)) is not None:
        mention, closes = item
        tokens = page.cast.tokens[mention]
        found.append(page.doc[tokens.start : tokens.stop].root)
        stop = tokens.stop
        if closes:
            yield from found
            return


def called_on(page: Page, verb: Token, preposition: str) -> Iterator[Token]:
    """Who else is called on: "calls ON Chad to free him, ON TOGO to talk and ON THE UNION to watch"."""
    sentence = verb.sent
    for token in page.doc[verb.i + 2 : sentence.end - 1]:
        before = page.doc[token.i - 1]
        if token.norm_ != preposition or before.norm_ not in {"and", ",", ";"}:
            continue
        for word in page.doc[token.i + 1 : token.i + _LONGEST_CALLING]:
            if mention := page.cast.mention_at(word):
                tokens = page.cast.tokens[mention]
                if page.doc[tokens.stop : tokens.stop + 1].text == "to":
                    yield page.doc[tokens.start : tokens.stop].root
                break
            if not _calls(word):
                break


def _is_somebody(page: Page, mention: Mention) -> bool:
    return mention.form is Form.NAME and page.cast.entity(mention.entity).schema is Schema.PERSON


def _next_of_list(page: Page, stop: int) -> tuple[Mention, bool] | None:
    """The name behind the comma or the "and" at `stop`, and whether it is the last of the list."""
    doc, i = page.doc, _behind_post(page, stop)
    comma = doc[i : i + 1].text == ","
    i += comma
    closes = i < len(doc) and doc[i].norm_ == "and"
    i += closes
    if not (comma or closes):
        return None
    for token in doc[i : i + _LONGEST_CALLING]:
        mention = page.cast.mention_at(token)
        if mention is not None and _is_somebody(page, mention):
            return mention, closes
        if token.is_sent_start or not (mention is not None or _calls(token)):
            return None
    return None


def _behind_post(page: Page, stop: int) -> int:
    """Where the list goes on behind what each is to be: "Ana Ruiz FOR PRESIDENT and Bo Lin FOR VICE PRESIDENT"."""
    if page.doc[stop : stop + 1].text != _FOR:
        return stop
    title = titles().title_at([t.norm_ for t in page.doc[stop + 1 : stop + _LONGEST_CALLING]], 0)
    return stop + 1 + title.end if title is not None else stop


def _calls(token: Token) -> bool:
    """Whether a word may stand in what somebody is called before his name."""
    links = _LINKS.get(token.doc.lang_, set())
    is_small = token.pos_ in _CALLING or token.norm_ in links
    is_field = token.is_title and token.i > 0 and token.nbor(-1).norm_ in links  # "gerente DE OBRAS"
    is_titled = token.is_title and (token.norm_.rstrip(".") in titles().honorifics or titles().is_rank(token.norm_))
    return is_small or is_field or is_titled
