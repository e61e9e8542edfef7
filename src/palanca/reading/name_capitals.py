"""Where capitals tell something: titles, known names, headlines and emphasis, looked up once a text."""

import re
from dataclasses import dataclass
from functools import cached_property

from palanca.lexicon.bodies import heads_no_family, leads_name, schema_of_head, schema_of_name
from palanca.lexicon.nouns import classes_of_nouns, government_nouns
from palanca.lexicon.particles import particles
from palanca.lexicon.people import is_given_name
from palanca.lexicon.titles import Title, titles
from palanca.reading.gazetteer import Match, Sort
from palanca.reading.grammar.parse import Doc, Token
from palanca.reading.name_headlines import is_all_capitalised
from palanca.reading.name_marks import BODIES, bracketed, party_tags, surnames_of_direction
from palanca.reading.title_words import cuts_body, is_middle_name, names_members, opens_site, owns_body, singular
from palanca.records import Schema

NAME_TAGS = {"NNP", "NNPS", "PROPN"}
_CAPITAL_INSIDE = re.compile(r"[a-z]{1,2}[A-Z][a-z]+(?:[A-Z][a-z]+)*")  # "eBay"
_PEOPLES = {Sort.DEMONYM, Sort.REGION_ADJECTIVE}
_DATING = {"last", "this", "next", "early", "late", "mid", "-", "past", "every", "each"}
_HEAD_FIRST = {"es"}  # languages whose names of bodies begin with the word that tells what they are
_NAMED_BY_HEAD = {*BODIES, Schema.LAW}
_LONGEST_PLACE = 3  # words behind a word that is a title too
_ADJECTIVES = {"JJ", "VBN", "VBG"}


@dataclass(frozen=True)
class Capitals:
    """A text's capitalised words, its titles and its known names, looked up once."""

    doc: Doc
    known: tuple[Match, ...]

    @cached_property
    def known_at(self) -> dict[int, Match]:
        """Known names by every token in them."""
        return {i: match for match in self.known for i in range(match.first, match.last)}

    @cached_property
    def titles(self) -> dict[int, int]:
        """First token of a title → the token after it; well-known bodies are never read as titles."""
        lowered = ["" if self._is_no_title_word(token) else singular(token) for token in self.doc]
        found, i = dict[int, int](), 0
        while i < len(lowered):
            end = self._title_end(lowered, i) if lowered[i] else None
            if end and not self._is_no_title(i, end, found):
                found[i] = end
                i = end
            else:
                i += 1
        return found

    def _is_no_title_word(self, token: Token) -> bool:
        """Whether a word is a demonym, or heads a Spanish body though it stands under a title: "DEFENSORÍA"."""
        is_body = token.is_title and schema_of_head(token.lower_) is Schema.PUBLIC_BODY
        heads = self.doc.lang_ in _HEAD_FIRST and is_body and titles().is_head(token.norm_)
        return heads or self.is_small_demonym(token.i)

    def _is_no_title(self, i: int, end: int, found: dict[int, int]) -> bool:
        """Whether words that read as a title belong to a name."""
        match = self.known_at.get(i)
        is_place = match is not None and match.first == i and match.last > end and match.known.is_name  # "SAINT Lucia"
        is_part = is_place or (match is not None and match.known.sort is Sort.BODY) or cuts_body(self.doc, i, end)
        is_part = is_part or self._is_joined(i) or self._is_surname(i, found) or self._is_of_body(i)
        is_part = is_part or self._is_of_site(i) or self._closes_name(i) or self.opens_people(i)
        is_part = is_part or is_middle_name(self.doc, i, end) or owns_body(self.doc, i, end)
        is_part = is_part or opens_site(self.doc, i, end) or names_members(self.doc, i, end)
        return is_part or self._is_of_firm(i, end)

    def _is_surname(self, i: int, found: dict[int, int]) -> bool:
        """Whether a rank is the name behind a title, with no further name behind it: "Prime Minister MAJOR".

        So is a word that is a surname too, behind a given name ("Jalil SHAH") and alone thereafter.
        """
        behind_title = i in found.values() and titles().is_rank(self.doc[i].norm_)
        is_told = self.doc[i].text in self._told_surnames and (i == 0 or self.doc[i - 1].norm_ != "the")
        if not self.doc[i].is_title or not (behind_title or is_told):
            return False
        return i + 1 == len(self.doc) or bool(self.doc[i + 1].is_sent_start) or not self.doc[i + 1].is_title

    @cached_property
    def _told_surnames(self) -> frozenset[str]:
        surnames = (token for token in self.doc if token.norm_ in titles().surnames)
        return frozenset(token.text for token in surnames if self._is_behind_given_name(token.i))

    @cached_property
    def _surnames_of_direction(self) -> frozenset[str]:
        return surnames_of_direction(self.doc)

    def _is_behind_given_name(self, i: int) -> bool:
        before = self.doc[i - 1] if i else None
        if before is None:
            return False
        is_name = before.is_title and before.is_alpha and before.pos_ == "PROPN" and i - 1 not in self.known_at
        return is_name and not titles().may_start(before.norm_)

    def is_small_demonym(self, i: int) -> bool:
        """Whether the token is a demonym in a language that gives it no capital: "la empresa CHINA"."""
        match = self.known_at.get(i)
        return match is not None and match.first == i and self.doc[i].text[0].islower()

    def _is_of_body(self, i: int) -> bool:
        """Whether a capitalised word is one of a body's Spanish name: "Contraloría GENERAL", "Cámara de DIPUTADOS"."""
        if self.doc.lang_ not in _HEAD_FIRST or not self.doc[i].is_title or i < 1:
            return False
        head = self.doc[i - 2] if i > 1 and self.doc[i - 1].lower_ == "de" else self.doc[i - 1]
        if not head.is_title:
            return False
        first = head.i  # "YACIMIENTOS Petrolíferos Fiscales"
        while first > 0 and self.doc[first - 1].is_title and not self.doc[first].is_sent_start:
            first -= 1
        leads = leads_name(self.doc[first].lower_) and not is_given_name(self.doc[i + 1 : i + 2].text)
        return schema_of_head((self.doc[first] if leads else head).lower_) in _NAMED_BY_HEAD

    def _is_of_site(self, i: int) -> bool:
        """Whether a rank begins the name of a site or a firm: "the SHAH Deniz pipeline", "PRINCE Albert mine"."""
        behind = self.doc[i + 1 : i + 3]
        if len(behind) < 2 or self.doc[i].norm_ not in titles().surnames or not self.doc[i].is_title:
            return False
        name, noun = behind
        described = noun.pos_ == "NOUN" and noun.text.islower() and not titles().is_head(noun.norm_)
        return name.is_title and described and name.head.i >= noun.i and name.head.text.islower()

    def _closes_name(self, i: int) -> bool:
        """Whether the noun of a body ends its name before a small title: "Public Roads COMMITTEE chair"."""
        if i < 1 or i + 1 >= len(self.doc) or not self.doc[i].is_title or not self.doc[i + 1].text.islower():
            return False
        if self.doc[i].norm_ in government_nouns():
            return False
        before = self.doc[i - 1]
        named = (
            before.is_title and before.norm_ not in particles().no_names and not titles().is_title_word(before.norm_)
        )
        return named and schema_of_head(self.doc[i].norm_) in BODIES

    def opens_people(self, i: int) -> bool:
        """Whether people in the plural begin the name of a society: "PARLIAMENTARIANS for Open Borders"."""
        token, behind = self.doc[i], self.doc[i + 1 : i + 3]
        if not token.is_title or token.is_sent_start or singular(token) == token.norm_ or len(behind) < 2:
            return False
        return behind[0].norm_ == "for" and behind[1].is_title and i + 2 not in self.known_at

    def _is_joined(self, i: int) -> bool:
        """Whether a hyphen ties a capitalised word to the name before it: "Export–IMPORT Bank president"."""
        before = self.doc[i - 1] if i > 1 else None
        tied = before is not None and before.text in {"-", "–"} and not before.whitespace_
        if tied and titles().status_at([self.doc[i - 2].norm_], 0):
            return False  # "Ex-PRIME Minister"
        return tied and self.doc[i].text[0].isupper() and self.doc[i - 2].text[0].isupper()

    def _title_end(self, lowered: list[str], i: int) -> int | None:
        """The end of the title, rank or honorific that starts here; an honorific needs its name."""
        known = titles()
        end = 0
        if known.may_start(lowered[i]):
            title = known.title_at(lowered, i)
            end = max(self._without_name(title) if title else 0, known.rank_at(lowered, i) or 0)
        if not end and self._is_honorific(lowered[i], i):
            end = i + 1 if i + 1 < len(lowered) and self.doc[i + 1].text[0].isupper() else 0
        return self._past_suffix(end) if end else None

    def _is_honorific(self, word: str, i: int) -> bool:
        """Whether an honorific stands here in capitals; of a calling, no plural ("ENGINEERS Without Borders")."""
        if not self.doc[i].text[0].isupper():
            return False
        known, word = titles(), word.rstrip(".")
        is_given = self.doc.lang_ == "en" and word in known.given_in_english
        is_one = word in known.honorifics and not is_given
        return is_one and (word == self.doc[i].norm_.rstrip(".") or word not in known.callings)

    def _without_name(self, title: Title) -> int:
        """The end of a title without the field that begins a body's name: "President of the EUROPEAN Council"."""
        behind, last = self.doc[title.end : title.end + 1], self.doc[title.end - 1]
        if title.end == title.head or not behind.text.istitle() or not last.is_title:
            return self._before_body(title)
        leads = " ".join(token.norm_ for token in self.doc[title.start : title.head]) in titles().leading
        of_group = leads and not is_given_name(behind.text)  # "leader of GREEN Future"
        return title.head if of_group or heads_no_family(behind.text.lower()) else self._before_body(title)

    def _before_body(self, title: Title) -> int:
        """The end of a Spanish title before the body that it is of: "portavoz de la POLICÍA Nacional"."""
        if self.doc.lang_ not in _HEAD_FIRST:
            return title.end
        for i in range(title.start + 1, title.end):
            behind = self.doc[i + 1 : i + 2].text
            goes_on = behind.istitle() and not is_given_name(behind)  # "secretario de Estado Juan Ruiz"
            if goes_on and self.doc[i].is_title and schema_of_head(self.doc[i].lower_) is Schema.PUBLIC_BODY:
                link = next((j for j in range(title.start + 1, i) if self.doc[j].norm_ == "of"), None)
                return link if link is not None else title.end
        return title.end

    def _past_suffix(self, end: int) -> int:
        """The end of a title with the word that is tied to it: "President-ELECT Obama", "Bishop EMERITUS Ruiz"."""
        suffix = titles().suffix_at([token.norm_ for token in self.doc[end : end + 2]], 0)
        is_tied = suffix is not None and (self.doc[end].text == "-" or self.doc[end].is_title)
        return end + suffix[0] if suffix and is_tied else end

    @cached_property
    def title_ends(self) -> frozenset[int]:
        """The tokens right behind a title."""
        return frozenset(self.titles.values())

    @cached_property
    def in_title(self) -> frozenset[int]:
        """Every token of a title."""
        return frozenset(i for first, last in self.titles.items() for i in range(first, last))

    @cached_property
    def mid_sentence(self) -> frozenset[str]:
        """Words that stand capitalised inside a sentence, where a capital tells something."""
        return frozenset(
            token.text
            for token in self.doc
            if token.text[0].isupper()
            and not token.is_sent_start
            and not self._after_mark(token)
            and not self.shouts(token)
        )

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words that stand uncapitalised somewhere."""
        return frozenset(token.text for token in self.doc if token.text[0].islower())

    @cached_property
    def _shouting(self) -> tuple[bool, ...]:
        """Of each token: to ask it for its sentence takes longer."""
        return tuple(shouts for sent in self.doc.sents for shouts in [is_all_capitalised(sent)] for _ in sent)

    def shouts(self, token: Token) -> bool:
        """Whether the token stands in a line of capitals or a headline in title case."""
        return self._shouting[token.i]

    def is_name(self, token: Token) -> bool:
        """Whether the token alone looks like part of a name."""
        text = token.text
        if self.is_small_demonym(token.i):
            return True
        if not text[0].isupper() or token.i in self.in_title or token.i in self._party_tags:
            return _CAPITAL_INSIDE.fullmatch(text) is not None
        if token.i in self.known_at:
            return True
        if "]" in text or "[" in text:
            return False  # "[I]t", of words that a quotation changed
        if text in particles().acronyms:
            return False
        if text.lower() in particles().directions:
            told = text in self._surnames_of_direction and self.doc[max(0, token.i - 1)].norm_ != "the"
            return told or self._is_of_body(token.i) or self._opens_place(token) or self._closes_body(token.i)
        if text.lower().rstrip(".") in particles().no_names or self._is_status_of_title(token):
            return self._is_persons(token)
        if self._is_shouted(token) or self._is_trade(token):
            return False
        if self.shouts(token):
            return text in self.mid_sentence
        return not self._opens(token) or token.text in self.bracketed or self._is_name_at_head(token)

    def _is_status_of_title(self, token: Token) -> bool:
        """Whether a hyphen ties a word such as "ex" to a title behind: "EX-Prime Minister"."""
        behind = self.doc[token.i + 1 : token.i + 2].text
        return behind in {"-", "–"} and token.i + 2 in self.titles and bool(titles().status_at([token.norm_], 0))

    @cached_property
    def bracketed(self) -> frozenset[str]:
        """Single words in brackets that shorten the name of a body: "National Roads Council (CONAVI)"."""
        return bracketed(self.doc, self.lower)

    def _is_trade(self, token: Token) -> bool:
        """Whether a sentence opens with what somebody does: "LOBBYIST Ana Ruiz", "BUSINESSMAN Omar Haddad"."""
        if not token.is_title or not self._opens(token) or token.i + 2 >= len(self.doc):
            return False
        given, surname = self.doc[token.i + 1 : token.i + 3]
        is_person = is_given_name(given.text) or (given.is_title and schema_of_head(surname.norm_) is None)
        is_full_name = is_person and surname.is_title and not is_given_name(token.text)
        return is_full_name and classes_of_nouns().get(token.lower_, ())[:1] == (Schema.PERSON,)

    def _opens(self, token: Token) -> bool:
        """Whether a capital tells nothing where the token stands: at the head of a sentence, or behind a mark."""
        return bool(token.is_sent_start) or self._after_mark(token)

    def _is_name_at_head(self, token: Token) -> bool:
        """Whether the first word of a sentence is a name; a small word of another language ("Según") is none."""
        text = token.text
        if token.norm_ in particles().no_names:
            return False
        if token.ent_type_ in {"PERSON", "GPE"} and token.tag_ in NAME_TAGS and text.lower() not in self.lower:
            return True
        if self._opens_body(token):
            return True
        return text in self.mid_sentence or (token.tag_ in NAME_TAGS and text.lower() not in self.lower)

    def _opens_body(self, token: Token) -> bool:
        """Whether an adjective begins a body's name, as the name finder says: "PLANNED Parenthood sued"."""
        behind = self.doc[token.i + 1 : token.i + 2]
        if token.ent_type_ != "ORG" or token.ent_iob_ != "B" or token.tag_ not in _ADJECTIVES or not len(behind):
            return False
        goes_on = behind[0].is_title and behind[0].ent_iob_ == "I" and behind[0].tag_ in NAME_TAGS
        return goes_on and token.i + 1 not in self.known_at and token.lower_ not in self.lower

    @cached_property
    def _party_tags(self) -> frozenset[int]:
        return party_tags(self.doc) - self.known_at.keys()

    def _opens_place(self, token: Token) -> bool:
        """Whether a direction is part of a place's name: "in South Cotabato"; "South Korean" is known whole."""
        if token.is_sent_start or self._after_mark(token) or self.shouts(token) or token.i + 1 >= len(self.doc):
            return False
        after = self.doc[token.i + 1]
        if after.is_title and schema_of_head(self.doc[self._last_capital(after.i)].norm_) in _NAMED_BY_HEAD:
            return True  # "SOUTHERN Command", "CENTRAL American Trade Agreement"
        match = self.known_at.get(after.i)
        if match is not None:
            return match.first == after.i and match.known.schema is Schema.PLACE and match.known.sort not in _PEOPLES
        return after.text[0].isupper() and after.ent_type_ in {"GPE", "LOC"}

    def _closes_body(self, i: int) -> bool:
        """Whether a direction ends the name of a state's body: "Special Operations Command SOUTH"."""
        return i > 1 and self.doc[i - 1].is_title and schema_of_head(self.doc[i - 1].norm_) is Schema.PUBLIC_BODY

    def _is_persons(self, token: Token) -> bool:
        """Whether a month is part of a person's name: "Theresa May", "April Jones"; not "in April Britain voted"."""
        before = self.doc[token.i - 1] if token.i else None
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if after is not None and after.text[0].isdigit():
            return False
        if before is not None and is_given_name(before.text) and before.norm_ not in particles().no_names:
            return True
        if before is not None and (before.pos_ == "ADP" or before.text[0].isdigit() or before.norm_ in _DATING):
            return False
        return is_given_name(token.text) and after is not None and after.is_title and after.is_alpha

    def _is_shouted(self, token: Token) -> bool:
        """Whether the token is one of several words in capitals that stand together: emphasis, no acronym."""
        if not (token.is_upper and token.is_alpha):
            return False
        around = [self.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(self.doc)]
        return all((t.is_upper and t.is_alpha) or t.is_punct for t in around) and any(t.is_alpha for t in around)

    def _is_of_firm(self, i: int, end: int) -> bool:
        """Whether a title is but a word of a name: "Rila PARTNERS", "Ruiz & PARTNERS", "GENERAL Motors"."""
        behind_name = i > 0 and (self.doc[i - 1].is_title or self.doc[i - 1].text == "&")
        closes = behind_name and schema_of_head(self.doc[i].norm_) is Schema.COMPANY
        alone = end >= len(self.doc) or not self.doc[end].text[0].isupper()
        return (closes and alone and self.doc[i].is_title) or (
            not self._is_of_president(i, end) and self._goes_on_as_body(end)
        )

    def _is_of_president(self, i: int, end: int) -> bool:
        """Whether a title that opens no name of a body stands before a name: "met President PARK"."""
        last = self._last_capital(end)
        if last < len(self.doc) and heads_no_family(self.doc[last].norm_):
            return False  # "Law and Justice PARTY"
        head = schema_of_head(self.doc[last].norm_) if last < len(self.doc) else None
        goes_on = head is Schema.EVENT or (last > end and head not in (None, Schema.PERSON))
        opens = end - i == 1 and self.doc[i].norm_ != "president"  # "General Assembly", "King County"
        before = self.doc[i - 1].norm_ if i else ""
        return not goes_on and not opens and self.doc[i].is_title and before not in {"the", "at", "in"}

    def _last_capital(self, i: int) -> int:
        while i + 1 < len(self.doc) and self.doc[i + 1].is_title and not self.doc[i + 1].is_sent_start:
            i += 1
        return i

    def _goes_on_as_body(self, end: int) -> bool:
        """ "General Assembly", "Major League" and "General Santos City" are no generals and majors."""
        if end >= len(self.doc) or not self.doc[end].text[0].isupper():
            return False
        if is_given_name(self.doc[end].text) and not heads_no_family(self.doc[self._last_capital(end)].norm_):
            return False  # "General Santos" is one, and "General Santos CITY" is none
        last = end
        while last + 1 < len(self.doc) and self.doc[last + 1].is_title:
            last += 1
        named = schema_of_name(self.doc[end : last + 1].text) if last - end < _LONGEST_PLACE else None
        is_body = schema_of_head(self.doc[end].norm_) not in (None, Schema.PERSON) or named is Schema.PLACE
        last_head = schema_of_head(self.doc[self._last_capital(end)].norm_)
        return is_body or last_head in {Schema.EVENT, Schema.LAW}  # "Ministers Meeting", "Foreign Agents Act"

    def _after_mark(self, token: Token) -> bool:
        before = self.doc[token.i - 1] if token.i else None
        return (
            before is None or before.is_quote or before.is_space or before.text in {":", "(", "[", "•", "—", "*", "."}
        )
