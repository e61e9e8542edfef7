"""Subjects that an English predicate takes from above: by coordination, by control, from the noun that it modifies."""

from collections.abc import Mapping, Sequence

from palanca.lexicon.reporting import reporting_words
from palanca.reading.grammar.interface import Relation
from palanca.reading.grammar.parse import Token

SUBJECTS = ("nsubj", "csubj", "expl")  # in this order, so that every run reads alike
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
ALL_SUBJECTS = frozenset((*SUBJECTS, *PASSIVE_SUBJECTS))
_OPENING_CLAUSES = {"after", "before", "since", "until", "as", "than"}
_RELATIVE_PRONOUNS = {"who", "which", "that", "whom"}
_WHO = {"who", "whom"}
_BODIES = {"ORG", "GPE", "LOC", "FAC"}
_SUFFIXES = {"jr.", "jr", "sr.", "sr"}
_CALL = "call"
_DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_LEAVING = {"leave", "quit", "use", "promise"}
_OF_OBJECTS = {"of", "for", "from"}  # "accused Ruiz OF PAYING": he is said to have paid
_NAMED = {"GPE", "ORG", "PERSON", "NORP"}
_FINITE = {"VBD", "VBZ", "VBP"}
_DATE = "DATE"
_MAX_CLIMB = 6  # parses go wrong deep down; no subject in the development texts stands further up
CLAUSES = {
    "ROOT": Relation.ROOT,
    "ccomp": Relation.CONTENT,
    "csubj": Relation.CONTENT,
    "xcomp": Relation.CONTROLLED,
    "relcl": Relation.RELATIVE,
    "acl": Relation.PARTICIPLE,
    "advcl": Relation.ADVERBIAL,
    "conj": Relation.CONJUNCT,
    "pcomp": Relation.PREPOSITIONAL,
}


def is_verb(token: Token) -> bool:
    """A verb or an auxiliary, or what is tagged as a verb and heads a clause."""
    return token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB") and token.dep_ in CLAUSES)


def joined_to(verb: Token) -> Token:
    """What a verb hangs on; a finite one is not joined to an infinitive: "URGED it to leave and MET the envoy".

    Nor is a verb of speaking to a perfect of what is said: "SAID that Togo had lied and CALLED for an apology".
    """
    head = verb.head
    perfect = head.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
    speaking = verb.tag_ == "VBD" and (verb.lemma_ in reporting_words().verbs or verb.lemma_ == _CALL)
    if verb.dep_ == "conj" and speaking and perfect and head.dep_ == "ccomp" and head.head.tag_ == "VBD":
        return head.head if is_verb(head.head) and head.head.i < head.i else head
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and head.tag_ == "VB" and is_verb(head.head):
        infinitive = any(c.tag_ == "TO" for c in head.children)
        return head.head if infinitive and head.head.tag_ == verb.tag_ else head
    return head


def is_taken_for_adjective(verb: Token) -> bool:
    """Whether the parser hung a finite verb on its own object: "Chad on Monday IMPOSED sanctions"."""
    return verb.dep_ == "amod" and verb.tag_ == "VBD" and verb.head.i > verb.i and verb.left_edge.i < verb.i


def is_taken_for_participle(verb: Token) -> bool:
    """Whether the parser hung a verb on its subject: "A coup REMOVED him in 2006.", "after its envoy, Ruiz, CALLED"."""
    if verb.dep_ != "acl" or verb.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    opened = verb.head.dep_ == "pobj" and verb.head.head.norm_ in _OPENING_CLAUSES
    if verb.head.dep_ != "ROOT" and not (opened and verb.nbor(-1).text == ","):
        return False
    children = list(verb.children)
    undergoes = any(c.dep_ in {"agent", "auxpass", "aux"} for c in children)
    has_object = any(c.dep_ in {"dobj", "oprd"} for c in children) or bool(objects_behind_day(verb))
    acts = has_object and verb.text.endswith("ed")
    return acts and not undergoes and verb.sent.text.rstrip().endswith(".")


def objects_behind_day(verb: Token) -> list[Token]:
    """What the parser took for a part of the day before it: "REJECTED on Friday CLAIMS by Togo"."""
    behind = (t for c in verb.children if c.norm_ == "on" and c.i == verb.i + 1 for t in c.children if t.dep_ == "pobj")
    return [
        t for t in behind if any(c.dep_ == "compound" and c.text in _DAYS and c.i == verb.i + 2 for c in t.children)
    ]


def misplaced_subject(verb: Token) -> list[Token]:
    """The name before a finite verb that the parser hung elsewhere.

    Right behind "after" ("became premier AFTER May STEPPED down"), or before a day: "CHAD on Monday IMPOSED sanctions".
    """
    timed = [c for c in verb.children if c.dep_ == "npadvmod" and c.i < verb.i and c.ent_type_ in _NAMED]
    if timed and verb.tag_ in {"VBD", "VBZ"}:
        return timed[:1]  # a name that the parser took for a time
    if is_taken_for_adjective(verb):
        above = verb.head.head
        return [above.head] if above.dep_ == "prep" and above.head.pos_ in {"NOUN", "PROPN"} else []
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.i > 1 and verb.nbor(-1).text == ",":
        renaming = verb.nbor(-2)  # "Under pressure from Togo, Chad's minister, ANA RUIZ, AGREED"
        return [renaming] if renaming.dep_ == "appos" and renaming.ent_type_ == "PERSON" else []
    if verb.dep_ not in {"conj", "ROOT"} or not verb.i:
        return []
    before = verb.nbor(-1)
    if verb.tag_ in _FINITE and before.dep_ == "pobj" and before.head.norm_ in _OPENING_CLAUSES:
        return [before]
    joined = _joined_before(verb)
    return [joined] if joined is not None else []


def _joined_before(verb: Token) -> Token | None:
    """The noun before a second verb that the parser joins to one above: "visited Chad and TOGO would follow"."""
    group = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i] or [verb]
    if group[0].tag_ not in _FINITE | {"MD"} or not group[0].i:
        return None
    last = group[0].nbor(-1)
    noun = next((t for t in (last, *last.ancestors) if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"}), None)
    joined = noun is not None and noun.right_edge == last and verb.head in noun.ancestors
    if noun is None or not joined:
        return None
    if verb.dep_ == "ROOT":  # "In Chile, Peru, and Togo, RUIZ SPOKE": a person is none of a list of places
        return noun if noun.ent_type_ == "PERSON" and noun.head.ent_type_ in {"GPE", "LOC"} else None
    return noun if noun.i > verb.head.i else None


def is_set_against(noun: Token) -> bool:
    """Whether a noun is named as what is not so: "met Ruiz but NOT THE MINISTER", "the mayor, NOT ITS GOVERNOR"."""
    if noun.dep_ not in {"conj", "appos"} or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    first = noun.left_edge
    marks = {first.norm_, first.nbor(-1).norm_ if first.i else ""}
    return "not" in marks and not any(t.norm_ == "only" for t in noun.doc[first.i : first.i + 2])


def behind_suffix(name: Token) -> tuple[Token, ...]:
    """What the parser joins to the suffix of a name: "sued Paul Diaz, Jr. AND THE BANK"."""
    suffix = next((c for c in name.children if c.dep_ == "appos" and c.norm_ in _SUFFIXES), None)
    return tuple(suffix.conjuncts) if suffix is not None else ()


def opens_clause(noun: Token) -> bool:
    """Whether a noun that the parser joins to the one before is the subject of the verb behind it."""
    behind = noun.right_edge.i + 1
    if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or behind >= len(noun.doc):
        return False
    word = noun.doc[behind]
    verb = word.head if word.dep_ in {"aux", "auxpass"} else word
    own = any(c.dep_ in ALL_SUBJECTS for c in verb.children)
    return is_verb(verb) and verb.dep_ in {"conj", "ROOT"} and not own and _joined_before(verb) == noun


def stranded_owned(verb: Token) -> list[Token]:
    """The noun behind "whose" that the parser cut off from its verb: "the party, WHOSE LEADER, Ana Ruiz, WAS HELD"."""
    if verb.dep_ != "conj" or any(c.dep_ == "cc" and c.i > verb.head.i for c in verb.head.children if c.i < verb.i):
        return []
    between = verb.doc[verb.head.i + 1 : verb.left_edge.i]
    owned = [t.head for t in between if t.norm_ == "whose" and t.dep_ == "poss" and t.head.dep_ == "appos"]
    return owned[-1:]


def borrowed_subjects(verb: Token) -> list[Token]:
    """Subjects that a predicate without its own takes from above: coordination, control, participles."""
    here = verb
    if _is_told_before(verb):
        return []
    for _ in range(_MAX_CLIMB):
        if here.dep_ in {"relcl", "acl"}:
            return [here.head] if not (here.dep_ == "acl" and here.tag_ == "VB") else _controller(here.head)
        loose = here.dep_ == "dep" and here.tag_ == "VBD" and here.i > here.head.i  # "left, then AGREED to return"
        if not loose and here.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acomp"}:
            return []
        above = joined_to(here)
        if not is_verb(above):
            here = above
            continue
        controlled = here.dep_ == "xcomp" and above.lemma_ not in _LEAVING  # "left the Front TO JOIN the army"
        controlled = controlled or (here.dep_ == "prep" and here.norm_ in _OF_OBJECTS and here != verb)
        controlled = controlled or _goes_on_with_charge(above, here)
        if controlled and (controller := [c for c in above.children if c.dep_ in {"dobj", "dative"}]):
            return controller
        subjects = [c for c in above.children if c.dep_ in ALL_SUBJECTS and not is_verb(c)]
        if subjects:
            kept = subjects[:1] if here.dep_ == "conj" and are_of_two_clauses(subjects) else subjects
            return [antecedent(above, t) for t in kept] if here.dep_ != "ccomp" else []
        here = above
    return []


def _is_told_before(verb: Token) -> bool:
    """Whether a clause stands before who says it: "Chad TORTURES prisoners, the union said"."""
    opened = any(c.dep_ in {"mark", "advmod"} and c.i < verb.i for c in verb.children)
    speaks = verb.head.lemma_ in reporting_words().verbs
    return verb.dep_ == "advcl" and verb.tag_ in _FINITE and verb.i < verb.head.i and speaks and not opened


def are_of_two_clauses(subjects: list[Token]) -> bool:
    """Whether the parser hung a subject on the verb of a clause behind it: "RUIZ, who came after PAZ left, agreed"."""
    return len(subjects) > 1 and any(c.dep_ == "relcl" and c.i < subjects[1].i for c in subjects[0].children)


def _goes_on_with_charge(verb: Token, participle: Token) -> bool:
    """Whether it tells more of what somebody is accused of: "accused Togo of firing at the boat, INJURING two"."""
    charges = (c for prep in verb.children if prep.norm_ in _OF_OBJECTS for c in prep.children if c.dep_ == "pcomp")
    late = participle.dep_ == "advcl" and participle.tag_ == "VBG"
    return late and any(verb.i < charge.i < participle.i for charge in charges)


def _controller(noun: Token) -> list[Token]:
    """Whose plan it is in "their plan to leave": the noun's possessor, else the subject of the verb that it serves."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners or noun.dep_ not in {"dobj", "attr"}:
        return owners
    return [c for c in noun.head.children if c.dep_ in SUBJECTS]


def relative_owner(owner: Token) -> Token:
    """The noun that "whose" stands for."""
    clauses = (t for t in owner.ancestors if t.dep_ in {"relcl", "appos"})
    clause = next(clauses, None) if owner.norm_ == "whose" else None
    return clause.head if clause is not None else owner


def antecedent(verb: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.norm_ not in _RELATIVE_PRONOUNS or token.tag_ not in {"WP", "WDT", "IN"}:
        return token
    here = verb
    for _ in range(_MAX_CLIMB):
        if here.dep_ == "relcl":
            return _somebody(here.head) if token.norm_ in _WHO else here.head
        here = here.head
    return token


def is_singular(verb: Token) -> bool:
    """Whether the form of a verb, or of its auxiliary, tells of one who does or undergoes it: "is", "was held"."""
    finite = (*(c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return any(t.tag_ == "VBZ" or t.norm_ == "was" for t in finite)


def _somebody(noun: Token) -> Token:
    """Who "who" stands for: not the body that the parser took, "a judge of the Supreme Court WHO RULED on it"."""
    while noun.dep_ == "pobj" and noun.ent_type_ in _BODIES and noun.tag_ in {"NN", "NNP"}:
        above = noun.head.head
        if above.pos_ not in {"NOUN", "PROPN"}:
            break
        noun = above
    return noun


def subject_behind_date(by_dep: Mapping[str, list[Token]], subjects: Sequence[Token]) -> list[Token]:
    """The first of a list of subjects that the parser hangs on the date before it: "In 1998 GHANA, Togo and Mali".

    Also the only one, where it takes the name for one of the day: "On Monday, RUIZ, along with Paz, left".
    """
    subject = subjects[0] if subjects else None
    for preposition in by_dep.get("prep", ()):
        date, *behind = [c for c in preposition.children if c.dep_ == "pobj"] or [preposition]
        behind = behind or [c for c in date.children if c.dep_ == "appos" and c.i > date.i and subject is None]
        name = behind[0] if len(behind) == 1 else None
        if name is None or name.ent_type_ == _DATE or not _is_date(date) or not _is_definite(name):
            continue
        comma = name.doc[name.right_edge.i + 1] if name.right_edge.i + 1 < len(name.doc) else None
        begins = subject is not None and comma is not None and comma.text == "," and subject.left_edge.i == comma.i + 1
        if begins or subject is None:
            return [name]
    return []


def _is_definite(noun: Token) -> bool:
    """A name, or a noun behind "the": "On Friday THE LEGISLATURE of Togo, the Assembly, voted"."""
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and any(c.norm_ == "the" for c in noun.children))


def _is_date(token: Token) -> bool:
    return token.ent_type_ == _DATE or token.like_num
