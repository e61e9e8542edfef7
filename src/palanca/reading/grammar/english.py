"""English as spaCy's ClearNLP labels draw it."""

from collections.abc import Iterator, Mapping, Sequence

from palanca.reading.grammar.answers import Answering, once_for_each
from palanca.reading.grammar.borrowing import (
    ALL_SUBJECTS,
    CLAUSES,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    antecedent,
    are_of_two_clauses,
    behind_suffix,
    borrowed_subjects,
    is_set_against,
    is_singular,
    is_taken_for_adjective,
    is_taken_for_participle,
    is_verb,
    joined_to,
    misplaced_subject,
    objects_behind_day,
    opens_clause,
    relative_owner,
    stranded_owned,
    subject_behind_date,
)
from palanca.reading.grammar.interface import Arguments, Governor, Oblique, Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.grammar.partners import partners_below

_DATE = "DATE"
_OBJECTS = ("dobj", "attr", "oprd")
_COPULAS = {"be", "become", "remain", "stay"}
_EMPTY_VERBS = {"be", "seem", "appear", "emerge", "take", "remain", "become", "make"}
_LEADING = {"into", "to", "from", "out"}
_NOBODY = {"none", "neither", "nobody"}
_NEGATIONS = {"no", "not", "n't", "never", "neither", "nor", "none", "without"}


class English(Answering):
    """Answers for one parser's labels. Each lives as long as one document is read."""

    language = "en"

    @once_for_each
    def arguments(self, predicate: Token) -> Arguments:
        """See `Grammar.arguments`."""
        return self._drawn(predicate)

    def _drawn(self, predicate: Token) -> Arguments:
        """The arguments, read from the parse."""
        return _verb_arguments(self, predicate) if is_verb(predicate) else _noun_arguments(self, predicate)

    @once_for_each
    def governor(self, predicate: Token) -> Governor:
        """See `Grammar.governor`."""
        relation = CLAUSES.get(predicate.dep_, Relation.OTHER)
        if relation is Relation.ROOT or (relation is Relation.CONTENT and _is_cut_off(predicate)):
            return Governor(Relation.ROOT)
        head = joined_to(predicate)
        if relation is Relation.PREPOSITIONAL:
            return Governor(relation, head.head, head.norm_)
        marker = next(
            (c.norm_ for c in predicate.lefts if c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB"}), ""
        )
        return Governor(relation, head, marker)

    def predicates(self, sentence: TokenSpan) -> Iterator[Token]:
        """See `Grammar.predicates`."""
        return (
            t for t in sentence
            if is_verb(t) and (t.dep_ not in {"aux", "auxpass", "amod", "compound"} or is_taken_for_adjective(t))
        )  # fmt: skip

    def nouns(self, sentence: TokenSpan) -> Iterator[Token]:
        """See `Grammar.nouns`."""
        return (t for t in sentence if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in {"compound", "nmod"})

    def phrase(self, noun: Token) -> TokenSpan:
        """See `Grammar.phrase`."""
        first = last = noun.i
        for child in noun.children:
            if child.dep_ in {"det", "amod", "compound", "nummod", "nmod", "poss", "predet", "quantmod", "case"}:
                first, last = min(first, child.left_edge.i), max(last, child.right_edge.i if child.i > noun.i else last)
        return noun.doc[first : last + 1]

    def clause(self, predicate: Token) -> TokenSpan:
        """See `Grammar.clause`."""
        first, last = predicate.left_edge.i, predicate.right_edge.i
        for child in predicate.children:
            if child.dep_ == "conj" and is_verb(child):
                last = min(last, child.left_edge.i - 1)
            elif child.dep_ in {"ccomp", "parataxis"} and child.i < predicate.i:
                first = max(first, child.right_edge.i + 1)
        return _trimmed(predicate, first, max(last, predicate.i))

    def subtree(self, token: Token) -> TokenSpan:
        """See `Grammar.subtree`."""
        return _trimmed(token, token.left_edge.i, token.right_edge.i)

    @once_for_each
    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """See `Grammar.conjuncts`."""
        beside = token.conjuncts or behind_suffix(token)
        if not beside or opens_clause(token):
            return (token,)
        joined = (t for t in beside if not opens_clause(t) and not is_set_against(t))
        return tuple(sorted((token, *joined), key=lambda t: t.i))

    @once_for_each
    def appositions(self, noun: Token) -> tuple[Token, ...]:
        """See `Grammar.appositions`."""
        if is_set_against(noun):
            return ()
        below = [c for c in noun.children if c.dep_ == "appos" and not _is_owned_by_which(c) and not is_set_against(c)]
        above = [noun.head] if noun.dep_ == "appos" and not _is_owned_by_which(noun) else []
        return tuple(sorted(below + above, key=lambda t: t.i))

    def is_set_against(self, noun: Token) -> bool:
        """See `Grammar.is_set_against`."""
        return is_set_against(noun)

    def head_of_phrase(self, noun: Token) -> Token | None:
        """See `Grammar.head_of_phrase`."""
        while noun.dep_ == "conj":
            noun = noun.head
        above = noun.head
        return above.head if noun.dep_ == "pobj" and above.norm_ == "of" and above.head.pos_ == "NOUN" else None

    def predicated_of(self, word: Token) -> tuple[Token, ...]:
        """See `Grammar.predicated_of`."""
        if word.dep_ not in {"attr", "acomp", "oprd"} or word.head.lemma_ not in _COPULAS:
            return ()
        return self.arguments(word.head).subjects

    def is_said(self, word: Token) -> bool:
        """See `Grammar.is_said`."""
        is_complement = word.dep_ in {"attr", "acomp", "oprd"} and word.head.lemma_ in _COPULAS
        return is_complement and any(c.dep_ in ALL_SUBJECTS for c in word.head.children)

    def said_of(self, subject: Token) -> tuple[Token, ...]:
        """See `Grammar.said_of`."""
        if subject.dep_ != "nsubj" or subject.head.lemma_ != "be":
            return ()
        return tuple(p for c in subject.head.children if c.dep_ == "attr" for p in self.conjuncts(c))

    def complemented(self, noun: Token) -> Token | None:
        """See `Grammar.complemented`."""
        while noun.dep_ == "conj" and not is_verb(noun.head):
            noun = noun.head
        return noun.head if noun.dep_ in {"oprd", "attr", "dobj", "xcomp", "ccomp"} else None

    @once_for_each
    def possessors(self, noun: Token) -> tuple[Token, ...]:
        """See `Grammar.possessors`."""
        owners = (p for c in noun.children if c.dep_ == "poss" for p in self.conjuncts(c))
        return tuple(t for owner in owners for t in self._owners(noun, owner))

    def _owners(self, noun: Token, owner: Token) -> tuple[Token, ...]:
        """Whom "whose" stands for: "Serbia and Kosovo, WHOSE LEADERS met" are both."""
        whose = relative_owner(owner)
        return self.conjuncts(whose) if whose != owner and noun.tag_ == "NNS" else (whose,)

    @once_for_each
    def modifiers(self, noun: Token) -> tuple[Token, ...]:
        """See `Grammar.modifiers`."""
        found = [m for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} for m in (c, *self.modifiers(c))]
        conjoined = [c for m in found for c in m.conjuncts if c.i < noun.i and c not in found]
        return tuple(sorted({*found, *conjoined}, key=lambda t: t.i))

    @once_for_each
    def prepositional(self, noun: Token) -> tuple[Oblique, ...]:
        """See `Grammar.prepositional`."""
        return tuple(o for c in _prepositions(noun) for o in _obliques(self, c))

    def is_premodifier(self, noun: Token) -> bool:
        """See `Grammar.is_premodifier`."""
        return noun.dep_ in {"compound", "nmod"}

    def is_empty(self, pronoun: Token) -> bool:
        """See `Grammar.is_empty`."""
        if pronoun.dep_ != "nsubj" or pronoun.head.lemma_ not in _EMPTY_VERBS:
            return False
        return any(child.dep_ in {"ccomp", "xcomp", "acomp", "advcl"} for child in pronoun.head.children)

    def left_out(self, verb: Token) -> str:  # noqa: ARG002  # the interface asks of any verb
        """See `Grammar.left_out`: English verbs leave out none."""
        return ""

    def is_subject(self, token: Token) -> bool:
        """See `Grammar.is_subject`."""
        while token.dep_ == "conj":
            token = token.head
        return token.dep_ in ALL_SUBJECTS

    def is_agent(self, token: Token) -> bool:
        """See `Grammar.is_agent`."""
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ == "pobj":
            return token.head.dep_ == "agent"
        return (
            token.dep_ == "nsubj"
            and token.head.lemma_ != "be"
            and not _is_passive(token.head, list(token.head.children))
        )

    def is_pronoun(self, token: Token) -> bool:
        """See `Grammar.is_pronoun`."""
        return token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$", "WP", "WDT"}


def _is_owned_by_which(noun: Token) -> bool:
    """ "Volta Lines, WHOSE chairman": what follows is of the name before and renames nobody."""
    return any(c.dep_ == "poss" and c.norm_ == "whose" for c in noun.children)


def _heads_clause(token: Token) -> bool:
    """A verb, or a participle that the tagger took for an adjective: "said the road was CLOSED"."""
    is_verbal = is_verb(token) or any(c.dep_ in {"aux", "auxpass"} for c in token.children)
    return is_verbal and not _is_cut_off(token)


def _trimmed(token: Token, first: int, last: int) -> TokenSpan:
    doc = token.doc
    while last > token.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in {'"', "”", ")"}:
        last -= 1
    while first < token.i and (doc[first].is_space or doc[first].text in {",", ";", "."}):
        first += 1
    return doc[first : last + 1]


def _joined_to_name(noun: Token) -> tuple[Token, ...]:
    """Names that the parser joins to the name of a noun: "between the minister, Ana Ruiz, and SALIM BARWANI"."""
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > noun.i)
    return tuple(t for name in names for t in name.conjuncts if t.pos_ == "PROPN")


def _prepositions(noun: Token) -> list[Token]:
    """The prepositions of a noun; of the last of a list also the one behind it, which parsers give to the first."""
    words = (noun, *(c for c in noun.children if c.dep_ == "prt"))  # "the swearing-IN OF Ruiz"
    own = [c for word in words for c in word.children if c.dep_ in {"prep", "agent", "dative"}]
    own += partners_below(noun)
    if own or noun.dep_ != "conj":
        return own
    behind = noun.right_edge.i + 1
    return [c for c in noun.head.children if c.dep_ == "prep" and c.i == behind]


def _obliques(grammar: English, preposition: Token) -> Iterator[Oblique]:
    """The objects of a preposition, through chains ("because of", "from within") and coordinated prepositions."""
    word = preposition.norm_
    if word == "as" and any(c.norm_ == "such" for c in preposition.children):
        word = "such as"
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            beside = _joined_to_name(child) if word == "between" and not child.conjuncts else ()
            yield from (Oblique(word, t) for t in (*grammar.conjuncts(child), *beside))
        elif child.dep_ == "prep":
            yield from (Oblique(f"{word} {o.preposition}", o.token) for o in _obliques(grammar, child))
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _obliques(grammar, child)


def _expand(grammar: English, tokens: list[Token]) -> tuple[Token, ...]:
    return tuple(dict.fromkeys(t for token in tokens for t in grammar.conjuncts(token)))


def _meant(grammar: English, verb: Token, tokens: list[Token]) -> tuple[Token, ...]:
    """The nouns, all that is joined included; for relative pronouns whom they mean: "Ruiz and PAZ, who IS mayor"."""
    meant = [antecedent(verb, t) for t in tokens]
    of_one = meant != tokens and is_singular(verb)
    return tuple(dict.fromkeys(meant)) if of_one else _expand(grammar, meant)


def _verb_arguments(grammar: English, verb: Token) -> Arguments:
    children = list(verb.children)
    passive = _is_passive(verb, children)
    by_dep: dict[str, list[Token]] = {}
    for child in children:
        by_dep.setdefault(child.dep_, []).append(child)
    own = [t for dep in SUBJECTS for t in by_dep.get(dep, ()) if not is_verb(t)] or misplaced_subject(verb)
    undergoers = [t for dep in PASSIVE_SUBJECTS for t in by_dep.get(dep, ())]
    first = subject_behind_date(by_dep, (*own, *undergoers))
    own, undergoers = (first + own, undergoers) if first and not undergoers else (own, first + undergoers)
    own, undergoers = (found[1:] if are_of_two_clauses(found) else found for found in (own, undergoers))
    objects = [t for dep in _OBJECTS for t in by_dep.get(dep, ()) if dep != "dobj" or not passive or t.i > verb.i]
    objects += [*([verb.head] if is_taken_for_adjective(verb) else ()), *objects_behind_day(verb)]
    obliques = [o for dep in ("prep", "dative") for c in by_dep.get(dep, ()) for o in _obliques(grammar, c)]
    obliques += [o for c in by_dep.get("conj", ()) if c.pos_ == "ADP" for o in _obliques(grammar, c)]  # "and WITH Togo"
    obliques += [o for c in by_dep.get("conj", ()) for o in _strays(grammar, c, by_dep)]
    obliques += [Oblique("", t) for t in by_dep.get("npadvmod", ())]
    sworn = _sworn_in(verb, obliques)
    objects, obliques = [*objects, *sworn], [o for o in obliques if o.token not in {*first, *sworn}]
    agents = [o.token for c in by_dep.get("agent", ()) for o in _obliques(grammar, c)]
    agents = agents or (_agents_behind(grammar, by_dep) if passive else [])
    stranded = [] if own or undergoers else stranded_owned(verb)
    undergoers, own = (stranded, own) if passive and stranded else (undergoers, own or stranded)
    borrowed = [] if own or undergoers else borrowed_subjects(verb)
    if passive:
        subjects, objects = agents, undergoers + (borrowed if not undergoers else []) + objects
    else:
        subjects = own or undergoers or borrowed
    return Arguments(
        subjects=_meant(grammar, verb, subjects),
        objects=_meant(grammar, verb, objects),
        indirect=_expand(grammar, [t for t in by_dep.get("dative", ()) if t.pos_ != "ADP"] + _paid(by_dep)),
        obliques=tuple(Oblique(o.preposition, antecedent(verb, o.token)) for o in obliques),
        complements=tuple(c for c in children if c.dep_ in {"ccomp", "xcomp"} and _heads_clause(c)),
        auxiliaries=_auxiliaries(verb, children),
        particles=tuple(t.norm_ for t in by_dep.get("prt", ())),
        passive=passive,
        negated=_is_negated(verb, children),
        inherited=bool(borrowed),
    )


def _sworn_in(verb: Token, obliques: Sequence[Oblique]) -> list[Token]:
    """ "Swore in ANA RUIZ as mayor": whom the parser takes for where."""
    within = (o.token for o in obliques if o.preposition == "in" and verb.lemma_ == "swear")
    return [token for token in within if token.ent_type_ != _DATE]


def _paid(by_dep: Mapping[str, list[Token]]) -> list[Token]:
    """The name that the parser took for a part of a sum: "fined VOLTA LINES 8 million dollars"."""
    sums = [t for t in by_dep.get("dobj", ()) if any(c.dep_ == "nummod" for c in t.children)]
    return [
        c for t in sums for c in t.children
        if c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod"} and c.nbor().dep_ not in {"compound", "nmod"}
    ][:1]  # fmt: skip


def _agents_behind(grammar: English, by_dep: Mapping[str, list[Token]]) -> list[Token]:
    """Who does what a passive tells, where the parser hangs him lower: "denied ENTRY BY TOGO", "put INTO OFFICE BY"."""
    led = (p for p in by_dep.get("prep", ()) if p.norm_ in _LEADING)
    kept = (*by_dep.get("dobj", ()), *(c for p in led for c in p.children if c.dep_ == "pobj"))
    below = (t for noun in kept for t in noun.subtree if t.norm_ == "by" and not is_verb(t.head))
    return [o.token for by in below if by.dep_ in {"prep", "agent"} for o in _obliques(grammar, by)]


def _strays(grammar: English, noun: Token, by_dep: Mapping[str, list[Token]]) -> Iterator[Oblique]:
    """The last names of a list that the parser joins to the verb: "met with A, B, and C" is with C too."""
    if noun.pos_ not in {"NOUN", "PROPN"} or any(c.dep_ in ALL_SUBJECTS for c in noun.children):
        return
    before = [c for dep in ("prep", "dobj") for c in by_dep.get(dep, ()) if c.i < noun.i]
    last = max(before, key=lambda token: token.i, default=None)
    if last is not None and last.dep_ == "prep":
        yield from (Oblique(last.norm_, token) for token in grammar.conjuncts(noun) if token.i >= noun.i)


def _noun_arguments(grammar: English, noun: Token) -> Arguments:
    joined = grammar.prepositional(noun)
    return Arguments(
        subjects=(*grammar.possessors(noun), *(o.token for o in joined if o.preposition == "by")),
        objects=tuple(o.token for o in joined if o.preposition == "of"),
        obliques=joined,
        modifiers=grammar.modifiers(noun),
        complements=tuple(c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _heads_clause(c)),
        negated=any(
            c.norm_ in _NEGATIONS for c in noun.children if c.dep_ in {"det", "neg", "preconj"} and c.i < noun.i
        ),
    )


def _is_passive(verb: Token, children: list[Token]) -> bool:
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in children):
        return False
    if is_taken_for_participle(verb):
        return False
    if verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in children) and is_verb(verb.head):
        return verb.head.tag_ == "VBN" and _is_passive(verb.head, list(verb.head.children))
    finite = {"mark", "nsubj"} <= {c.dep_ for c in children}  # "after Ruiz ORDERED that": a past taken for a participle
    return (verb.dep_ in {"acl", "advcl"} and not finite) or any(c.dep_ == "agent" for c in children)


def _is_negated(verb: Token, children: list[Token]) -> bool:
    if any(c.dep_ == "neg" or (c.norm_ in _NEGATIONS and c.dep_ in {"advmod", "preconj", "cc"}) for c in children):
        return True
    arguments = [c for c in children if c.dep_ in {"nsubj", "dobj", "nsubjpass", "attr"}]
    if any(g.norm_ in {"no", "neither"} and g.dep_ in {"det", "neg", "preconj"} for c in arguments for g in c.children):
        return True
    if any(c.norm_ in _NOBODY and c.dep_ in ALL_SUBJECTS for c in arguments):
        return True
    return verb.dep_ == "pcomp" and verb.head.norm_ == "without"


def _auxiliaries(verb: Token, children: list[Token]) -> tuple[str, ...]:
    found = tuple(c.lemma_.lower() for c in children if c.dep_ in {"aux", "auxpass"})
    if not found and verb.dep_ == "conj" and is_verb(verb.head) and verb.head.tag_ == verb.tag_:
        return _auxiliaries(verb.head, list(verb.head.children))
    return found


def _is_cut_off(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the next, which the parser takes for what says it."""
    return any(token.text == ";" for token in clause.doc[clause.i : clause.head.i])
