"""How Spanish clauses hang on what is above them, redrawn: infinitives, relatives, copulas, passives."""

from palanca.lexicon.reporting import Complement, reporting_words
from palanca.lexicon.spanish_times import spanish_time_words
from palanca.reading.grammar.spanish_tags import form, is_subjunctive
from palanca.reading.grammar.tree import Tree

_TO = {"a", "para"}  # "para firmar", "a firmar": to sign
_GOVERNED = {"con", "en", "que"}  # "amenazó con", "insistió en", "tiene que": to
_AFTER = {"antes", "después", "luego"}
_HAVING = {
    "he", "has", "ha", "hemos", "han", "había", "habían", "habíamos", "hubo", "hubieron", "haya", "hayan", "hubiera",
    "hubieran", "hubiese", "hubiesen", "habrá", "habrán", "habría", "habrían", "haber", "habiendo", "hay",
}  # fmt: skip
_BEING = {
    "es", "son", "soy", "somos", "era", "eran", "fue", "fueron", "fui", "fuimos", "sea", "sean", "fuera", "fueran",
    "fuese", "fuesen", "será", "serán", "sería", "serían", "sido", "siendo", "ser",
}  # fmt: skip
_STAYING = {
    "está", "están", "estaba", "estaban", "estuvo", "estuvieron", "esté", "estén", "estuviera", "estuvieran", "estará",
    "estarán", "estaría", "estarían", "estado", "estar",
}  # fmt: skip
_WENT = {"iba", "iban", "íbamos"}
_GOING = {"va", "van", "vamos", "voy", "vaya", "vayan"} | _WENT
_OF_STATES = {"en", "por"}
_RELATIVES = {"que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya", "cuyos", "cuyas", "donde"}
_CLAUSES = {"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "conj", "parataxis", "pcomp"}
_OF_NOUNS = {"det", "amod", "nmod", "appos", "compound", "case", "nummod", "acl", "relcl", "flat", "fixed"}
_OF_ADJECTIVES = {"xcomp", "ccomp", "amod", "case", "nmod", "det"}
_OBJECTS = {"obj", "iobj"}


def raise_verbs(tree: Tree) -> None:
    """A finite verb that the parser took for the adjective of its subject governs it: "el presidente DESIGNÓ a Paz"."""
    for i in tree.within():
        subject = tree.heads[i]
        is_taken = tree.labels[i] in {"amod", "flat"} and subject < i and tree.parts[subject] in {"NOUN", "PROPN"}
        if not (is_taken and tree.parts[i] == "VERB" and form(tree.token(i)) == "Fin"):
            continue
        behind = [c for c in tree.children(subject) if c > i]
        tree.swap(i, subject, "nsubj")
        for child in behind:
            tree.hang(child, i, _label_of_complement(tree, child))
        above = tree.heads[i]
        if above < subject and tree.labels[i] in {"appos", "dep", "nmod"} and tree.children(above, "case"):
            tree.swap(i, above, "obl")  # "MEDIANTE DECRETO 5, el presidente designó"


def raise_joined_verbs(tree: Tree) -> None:
    """A verb that the parser joins to the first of its two subjects governs both: "Petroandes y Volta FIRMARON"."""
    for i in tree.within():
        first, subjects = tree.heads[i], tree.children(i, "nsubj")
        joined = tree.labels[i] == "conj" and tree.parts[first] in {"NOUN", "PROPN"} and first < i
        if not joined or len(subjects) != 1 or not first < subjects[0] < i or form(tree.token(i)) != "Fin":
            continue
        second = subjects[0]
        linked = [c for c in (*tree.children(i, "cc"), *tree.children(second, "cc")) if first < c < second]
        if not linked or tree.children(first, "case"):
            continue
        tree.swap(i, first, "nsubj")
        tree.hang(second, first, "conj")
        tree.hang(linked[0], second, "cc")


def return_clauses(tree: Tree) -> None:
    """What is said behind a day hangs on the verb of saying: "anunció el 10 de mayo QUE CANCELARÁ los contratos"."""
    for i in tree.within():
        day = tree.heads[i]
        verb = tree.heads[day]
        opens = [c for c in tree.children(i) if c < i and tree.word(c) == "que"]
        if tree.labels[i] != "acl" or not opens or not _is_finite(tree, i) or not _tells_when(tree, day):
            continue
        if (
            tree.is_verb(verb)
            and verb < day
            and Complement.CLAUSE in reporting_words().verbs.get(tree.lemmas[verb], ())
        ):
            tree.hang(i, verb, "ccomp")
            tree.labels[opens[0]], tree.parts[opens[0]], tree.tags[opens[0]] = "mark", "SCONJ", "IN"


def _tells_when(tree: Tree, noun: int) -> bool:
    months = {form for forms in spanish_time_words().months for form in forms}
    days = {form for forms in spanish_time_words().weekdays for form in forms}
    words = {tree.word(c) for c in (noun, *tree.children(noun))}
    return bool(words & (months | days)) or tree.parts[noun] == "NUM"


def tell_subjects_behind(tree: Tree) -> None:
    """Somebody behind a relative verb without "a" acts in it: "el partido que preside LEONEL BRITO"."""
    for i in tree.within():
        verb = tree.heads[i]
        person = tree.token(i).ent_type_ == "PERSON" or any(
            tree.token(c).ent_type_ == "PERSON" for c in tree.children(i, "appos")
        )
        if tree.labels[i] != "obj" or i < verb or not person or tree.children(i, "case"):
            continue
        pronouns = [c for c in tree.children(verb, "nsubj") if c < verb and tree.word(c) == "que"]
        if pronouns and tree.labels[verb] in {"acl", "relcl"}:
            tree.labels[i], tree.labels[pronouns[0]] = "nsubj", "obj"


def _label_of_complement(tree: Tree, noun: int) -> str:
    """How what was hung on a subject hangs on its verb: "a" may stand before an object."""
    first = tree.children(noun, "case")
    if tree.labels[noun] not in {"nmod", "appos", "obl"}:
        return tree.labels[noun]
    return "obj" if not first or tree.word(first[0]) in {"a", "al"} else "obl"


def mark_relatives(tree: Tree) -> None:
    """Finite clauses that modify a noun are relative; participles with a complement head a clause of their own."""
    for i in tree.within():
        if tree.labels[i] == "acl" and _is_finite(tree, i):
            tree.labels[i] = "relcl" if not _says_that(tree, i) else "acl"
            _tell_relative_subject(tree, i)
        elif tree.labels[i] == "advcl" and (noun := _antecedent(tree, i)) is not None:
            tree.hang(i, noun, "relcl")
        elif tree.labels[i] == "amod" and form(tree.token(i)) == "Part" and _is_complemented(tree, i):
            tree.labels[i], tree.parts[i], tree.tags[i] = "acl", "VERB", "VBN"


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether the verb, its auxiliary or its copula is finite: "quien FUE detenido"."""
    return any(form(tree.token(c)) == "Fin" for c in (verb, *tree.children(verb, "aux", "cop")))


def _says_that(tree: Tree, verb: int) -> bool:
    """Whether the clause is what the noun says: "la noticia de QUE firmó"."""
    marks = tree.children(verb, "mark")
    return bool(marks) and tree.word(marks[0]) == "de"


def _tell_relative_subject(tree: Tree, verb: int) -> None:
    """ "la empresa QUE construyó el puerto": beside an object and without a subject, "que" is the subject."""
    pronouns = [c for c in tree.children(verb, "obj") if tree.word(c) in _RELATIVES and not tree.children(c, "case")]
    others = [c for c in tree.children(verb, "obj") if c not in pronouns and not tree.children(c, "case")]
    if pronouns and others and not tree.children(verb, "nsubj"):
        tree.labels[pronouns[0]] = "nsubj"


def _is_complemented(tree: Tree, participle: int) -> bool:
    return any(tree.children(c, "case") for c in tree.children(participle))


def _antecedent(tree: Tree, verb: int) -> int | None:
    """The noun that "que" stands for in a clause hung on the verb: "aprobó la ley en agosto, QUE permite …"."""
    opens = [c for c in tree.children(verb) if tree.parts[c] == "PRON" and tree.word(c) in _RELATIVES]
    head = tree.heads[verb]
    if not opens or not tree.is_verb(head) or verb < head:
        return None
    before = [c for c in tree.children(head) if c < opens[0] and tree.parts[c] in {"NOUN", "PROPN"} and c > head]
    direct = [c for c in before if tree.labels[c] == "obj" and not tree.children(c, "case")]
    return (direct or before)[-1] if before else None


def tell_infinitives(tree: Tree) -> None:
    """An infinitive is governed ("to hide"), or stands behind a preposition as a gerund ("of hiding")."""
    for i in tree.within():
        token = tree.token(i)
        marks = [c for c in tree.children(i, "mark", "case", "cc") if c < i]
        if form(token) == "Inf" and tree.is_verb(i) and tree.labels[i] not in {"aux", "cop"} and not _is_aided(tree, i):
            _hang_infinitive(tree, i, marks)
        elif form(token) == "Fin" and marks:
            _hang_finite(tree, i, marks)
        elif form(token) == "Part" and (having := [c for c in tree.children(i, "aux") if tree.word(c) == "haber"]):
            tree.norms[having[0]], tree.tags[having[0]] = "having", "VBG"


def _is_aided(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary makes the infinitive finite: "debe APROBAR", "va a FIRMAR"."""
    auxiliaries = [c for c in tree.children(verb, "aux") if form(tree.token(c)) == "Fin"]
    for linking in tree.children(verb, "mark") if auxiliaries else ():
        tree.labels[linking] = "dep"
    for going in (c for c in auxiliaries if tree.word(c) in _GOING):
        tree.norms[going] = "would" if tree.word(going) in _WENT else "will"
    return bool(auxiliaries)


def _hang_infinitive(tree: Tree, verb: int, marks: list[int]) -> None:
    head = tree.heads[verb]
    if not marks:
        if tree.labels[verb] in {"ccomp", "obj"} and tree.is_verb(head):
            tree.labels[verb] = "xcomp"
        return
    mark = marks[0]
    word = tree.word(mark)
    if word == "al":
        tree.tags[verb], tree.labels[mark] = "VBG", "dep"
        tree.labels[verb] = "advcl" if tree.labels[verb] != "ROOT" else "ROOT"
    elif (adverb := _adverb_before(tree, mark)) is not None:
        _hang_behind(tree, verb, adverb, head if head != adverb else tree.heads[adverb])
        tree.hang(mark, adverb, "dep")
    elif word in _TO or word in _GOVERNED or (word == "de" and not _blames(tree, head)):
        tree.hang(mark, verb, "aux")
        tree.tags[mark] = "TO"
        if tree.labels[verb] == "conj" and word == "que":
            tree.labels[verb] = "xcomp"
    elif head != verb:
        _hang_behind(tree, verb, mark, head)


def _adverb_before(tree: Tree, mark: int) -> int | None:
    """The adverb that makes one preposition with "de": "ANTES de", "DESPUÉS de"."""
    return mark - 1 if mark and tree.word(mark - 1) in _AFTER and tree.word(mark) == "de" else None


def _hang_behind(tree: Tree, verb: int, preposition: int, head: int) -> None:
    """Make "de ocultar" a gerund behind its preposition: "of hiding"."""
    if head in {verb, preposition}:
        head = next((c for c in tree.children(verb) if tree.is_verb(c)), verb)
    if head == verb:
        return
    tree.hang(preposition, head, "prep")
    tree.hang(verb, preposition, "pcomp")
    tree.tags[preposition], tree.tags[verb], tree.parts[preposition] = "IN", "VBG", "ADP"
    if tree.word(preposition) == "por":
        tree.norms[preposition] = "for"


def _blames(tree: Tree, head: int) -> bool:
    """Whether "de" says of what somebody is accused: the verb has an object or is a participle: "acusó A RUIZ DE"."""
    if not tree.is_verb(head):
        return tree.tags[head] == "VBN"
    return form(tree.token(head)) == "Part" or any(tree.word(c) != "se" for c in tree.children(head, *_OBJECTS))


def _hang_finite(tree: Tree, verb: int, marks: list[int]) -> None:
    """ "después de que firmó": one word marks the clause; a wish ("pidió que RETIRE") is governed as an infinitive."""
    adverb = _adverb_before(tree, marks[0])
    if adverb is not None:
        tree.hang(adverb, verb, "mark")
        tree.tags[adverb], tree.parts[adverb] = "IN", "SCONJ"
    for mark in marks:
        tree.labels[mark] = "mark" if tree.labels[mark] != "cc" else "cc"
    if tree.labels[verb] == "ccomp" and is_subjunctive(tree.token(verb)):
        tree.tags[verb] = "VB"


def raise_copulas(tree: Tree) -> None:
    """Let the copula head its clause, with what it says below it: "es > hermano"."""
    for i in tree.within():
        if tree.labels[i] == "cop" and not _is_passive_copula(tree, i, tree.heads[i]):
            _raise_copula(tree, i, tree.heads[i])


def _is_passive_copula(tree: Tree, copula: int, said: int) -> bool:
    """Whether what looks like a copula makes a participle passive: "FUE nombrada ministra"; it heads then."""
    participles = [c for c in (said, *tree.children(said)) if copula < c <= said and form(tree.token(c)) == "Part"]
    if not participles or (tree.word(copula) in _STAYING and not _is_placed(tree, said)):
        return False
    participle = participles[0]
    tree.parts[participle], tree.tags[participle] = "VERB", "VBN"
    if participle != said:
        below = [c for c in tree.children(said) if c != participle and tree.labels[c] not in _OF_NOUNS]
        tree.swap(participle, said, "obj")
        for child in below:
            tree.hang(child, participle, tree.labels[child])
    tree.labels[copula] = "aux"
    return True


def _is_placed(tree: Tree, participle: int) -> bool:
    """ "está REGISTRADA EN Panamá", "está CONTROLADA POR …": a state that a verb tells, and no mere adjective."""
    cases = (tree.word(c) for child in tree.children(participle) for c in tree.children(child, "case"))
    return any(word in _OF_STATES for word in cases)


def _raise_copula(tree: Tree, copula: int, said: int) -> None:
    nominal = tree.parts[said] in {"NOUN", "PROPN", "PRON", "NUM"}
    kept = _OF_NOUNS if nominal else _OF_ADJECTIVES
    below = [c for c in tree.children(said) if c != copula]
    tree.swap(copula, said, "attr" if nominal else "acomp")
    for child in below:
        label, complement = tree.labels[child], child > said and not nominal
        joined = label in {"conj", "cc"} and not tree.is_verb(child) and not tree.children(child, "cop", "nsubj")
        if label in kept or (joined and child > said) or (complement and label in {"obj", "obl"}):
            continue
        tree.hang(child, copula, label)
    if tree.children(said, "case"):
        tree.labels[said] = "obl"


def tell_passives(tree: Tree) -> None:
    """ "fue firmado" and "se firmó el acuerdo" are passive: their subjects undergo."""
    for i in tree.within():
        if not tree.is_verb(i):
            continue
        if form(tree.token(i)) == "Part" and (being := _being(tree, i)):
            tree.labels[being[-1]] = "auxpass"
            _let_undergo(tree, i)
        _set_reflexive_apart(tree, i)


def _being(tree: Tree, participle: int) -> list[int]:
    return [c for c in tree.children(participle, "aux") if tree.word(c) in _BEING | _STAYING]


def _set_reflexive_apart(tree: Tree, verb: int) -> None:
    """ "se" is no object. A thing behind the verb undergoes ("se firmó el ACUERDO"); a name acts ("se reunió")."""
    reflexive = [c for c in tree.children(verb) if tree.word(c) == "se"]
    for i in reflexive:
        tree.labels[i], tree.parts[i], tree.tags[i] = "dep", "PART", "RP"
    subjects = tree.children(verb, "nsubj")
    things = [s for s in subjects if s > verb and tree.parts[s] == "NOUN" and not tree.children(s, "appos")]
    if reflexive and things and not tree.children(verb, "obj"):
        _let_undergo(tree, verb)


def _let_undergo(tree: Tree, verb: int) -> None:
    for subject in tree.children(verb, "nsubj"):
        tree.labels[subject] = "nsubjpass"


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a participle undergoes: it has no "haber" before it."""
    having = (c for c in tree.children(verb, "aux") if tree.word(c) in _HAVING)
    passive = bool(_being(tree, verb) or tree.children(verb, "auxpass"))
    return form(tree.token(verb)) == "Part" and (passive or not any(having))
