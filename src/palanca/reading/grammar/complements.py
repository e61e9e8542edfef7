"""How Spanish nouns hang on verbs and nouns, redrawn as English ones: objects, prepositions, owners."""

from palanca.lexicon.spanish_prepositions import OBJECT, government
from palanca.lexicon.titles import titles
from palanca.reading.grammar.clauses import is_passive
from palanca.reading.grammar.tree import Tree

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X"}
_JOINED = {
    "obl",
    "nmod",
    "obj",
    "iobj",
    "compound",
    "xcomp",
    "advcl",
    "dobj",
    "dative",
    "attr",
    "appos",
    "nsubj",
    "dep",
}
_BARE = {"obl": "npadvmod", "obj": "dobj", "iobj": "dative"}
_LENT = {"a", "al", "en", "de", "del", "por", "con"}  # the small words of a prepositional phrase: "A favor DE"
_PHRASED = {  # adverbs that make one preposition with "de" or "a"
    "antes", "después", "luego", "cerca", "lejos", "dentro", "fuera", "frente", "alrededor", "acerca", "detrás",
    "delante", "encima", "debajo", "debido", "junto", "respecto", "gracias", "conforme", "rumbo",
}  # fmt: skip
_OF_TITLE, _PERSONAL = "<title>", "<a>"
_MARKS_OF_NOUNS = {"como", "de"}  # "calificó DE absurda la idea"
_CENT = "ciento"
_TO = {"a", "al"}
_IN = "en"
_OF = {"de", "del"}
_DATIVES = {"le", "les"}
_THERE_IS = {"hay", "hubo", "había", "habrá", "habría", "haya", "hubiera"}
_PER_ARTICLE = {"det", "poss"}


def name_objects(tree: Tree) -> None:
    """Direct and indirect objects; what somebody is named ("fue nombrado MINISTRO") is his complement."""
    for i in tree.within():
        head, label = tree.heads[i], tree.labels[i]
        if tree.word(i) in _DATIVES and tree.parts[i] == "PRON":
            tree.labels[i] = "dep" if _is_doubled(tree, i) else "dative"
        elif label == "amod" and tree.parts[i] == "NOUN" and tree.parts[head] == "PROPN" and _is_object(tree, head):
            tree.hang(i, tree.heads[head], "oprd")
        elif label == "xcomp" and not tree.is_verb(i):
            tree.labels[i] = "oprd"
        elif label in {"obj", "iobj"} and tree.word(head) in _THERE_IS:
            tree.labels[i] = "attr"
        elif label == "obj" and _is_title(tree, i):
            tree.labels[i] = "oprd"


def _is_doubled(tree: Tree, clitic: int) -> bool:
    """Whether the one for whom "le" stands is named too: "LE pagó al ministro"."""
    return any(tree.children(c, "case") for c in tree.children(tree.heads[clitic], "obj", "iobj") if c != clitic)


def _is_object(tree: Tree, i: int) -> bool:
    return tree.labels[i] in {"obj", "iobj"} and tree.is_verb(tree.heads[i])


def _is_title(tree: Tree, noun: int) -> bool:
    """ "nombró MINISTRA a Laura Paz", "fue nombrado MINISTRO": a noun without an article, beside who gets the name."""
    if tree.children(noun, "det", "case", "nummod") or tree.parts[noun] != "NOUN":
        return False
    verb = tree.heads[noun]
    others = (c for c in tree.children(verb, "obj", "iobj", "dobj") if c != noun)
    return bool(tree.children(verb, "auxpass")) or (tree.lemmas[verb] in government().naming and any(others))


def hang_prepositions(tree: Tree) -> None:
    """Put prepositions between a word and its complement; nouns without one are objects or tell when."""
    for i in tree.within():
        if tree.word(i) == _IN and tree.labels[i] == "advmod" and _is_against(tree, i):
            tree.labels[i], tree.parts[i], tree.tags[i] = "prt", "ADP", "RP"
            tree.norms[i] = tree.lemmas[i] = "against"
        if tree.parts[i] not in _NOMINAL or tree.labels[i] not in _JOINED or tree.heads[i] == i:
            continue
        first = [c for c in tree.children(i, "case", "mark") if c < i]
        if first and (tree.labels[first[0]] == "case" or tree.word(first[0]) in _MARKS_OF_NOUNS):
            _hang_preposition(tree, i, first[0])
        elif tree.labels[i] in _BARE and tree.heads[i] != i:
            tree.labels[i] = "dobj" if _is_plain_object(tree, i) else _BARE[tree.labels[i]]


def _is_against(tree: Tree, i: int) -> bool:
    """Whether "contra" goes on behind "en" and tells against nothing: "votó EN CONTRA"."""
    behind = tree.children(i, "fixed")
    return len(behind) == 1 and tree.word(behind[0]) == "contra"


def _is_plain_object(tree: Tree, noun: int) -> bool:
    """A noun right behind a verb without any other object, and without an article: "enviar GAS"; times have one."""
    head = tree.heads[noun]
    alone = not tree.children(noun, "det", "nummod", "amod") and not tree.children(head, "obj", "dobj")
    return tree.parts[noun] == "NOUN" and tree.is_verb(head) and head == noun - 1 and alone


def _hang_preposition(tree: Tree, noun: int, case: int) -> None:
    head, word = tree.heads[noun], tree.word(case)
    direct = tree.is_verb(head) and tree.labels[noun] in {"obj", "iobj"}
    direct = direct and tree.lemmas[head] not in government().directed and not is_passive(tree, head)
    direct = direct and f"to {tree.lemmas[noun]}" not in government().senses.get(tree.lemmas[head], {})
    if word in _TO and direct and not _has_object(tree, head, noun):
        tree.labels[noun], tree.labels[case] = "dobj", "dep"  # the personal "a"
        return
    preposition = _chosen(tree, noun, case)
    if word in _TO and tree.labels[noun] == "nmod" and _is_bare_object(tree, head):
        head = tree.heads[head]  # "pagó SOBORNOS A Rivas"
    if word in _TO and tree.labels[noun] == "nmod" and (governing := _governing_beyond(tree, head)) is not None:
        head = governing
    label = "prep"
    if word == "por":
        head, label = _tell_por(tree, noun, preposition, head)
    tree.hang(preposition, head, label)
    tree.hang(noun, preposition, "pobj")
    tree.parts[preposition], tree.tags[preposition] = "ADP", "IN"


def _governing_beyond(tree: Tree, share: int) -> int | None:
    """The verb that asks for "a" beyond a share that is told between: "PERTENECE en un 60 por ciento AL fondo"."""
    if tree.word(share) != _CENT:
        return None
    above = tree.heads[share] if tree.is_verb(tree.heads[share]) else tree.heads[tree.heads[share]]
    return above if tree.is_verb(above) and tree.lemmas[above] in government().directed else None


def _has_object(tree: Tree, verb: int, noun: int) -> bool:
    """Whether the verb has an object without a preposition beside the noun: "otorgó a Honduras UN PRÉSTAMO"."""
    others = (c for c in tree.children(verb, "obj", "dobj", "attr") if c != noun and tree.word(c) not in _DATIVES)
    return any(not tree.children(c, "case") for c in others)


def _is_bare_object(tree: Tree, noun: int) -> bool:
    direct = tree.labels[noun] in {"obj", "dobj"} and tree.is_verb(tree.heads[noun])
    return direct and not tree.children(noun, "det", "nummod")


def _chosen(tree: Tree, noun: int, case: int) -> int:
    """The word that stands for a phrase: "contra" of "en contra de", "después" of "después de"; else the first."""
    if case and tree.word(case - 1) in _PHRASED and tree.word(case) in _LENT and tree.heads[case - 1] != case:
        if case - 1 != tree.heads[noun] and not tree.children(case - 1):
            tree.hang(case, case - 1, "dep")
            tree.norms[case - 1] = "before" if tree.word(case - 1) == "frente" else tree.norms[case - 1]
            return case - 1
        return case
    phrase = [case, *tree.children(case, "fixed")]
    if (tree.word(case), len(phrase)) == ("por", 3):
        chosen = case  # "por parte de"
    else:
        chosen = next((t for t in phrase if tree.word(t) not in _LENT), case)
        chosen = phrase[-1] if tree.word(chosen) == "junto" else chosen
    for other in phrase:
        if other != chosen:
            tree.hang(other, chosen, "dep")
    return chosen


def _tell_por(tree: Tree, noun: int, preposition: int, head: int) -> tuple[int, str]:
    """Where "por" hangs, and how: with a doer it is "by" ("firmado POR el juez"), else "for" ("POR corrupción")."""
    defined = tree.parts[noun] == "PROPN" or bool(tree.children(noun, *_PER_ARTICLE))
    verbal = tree.is_verb(head)
    doer = defined and not tree.children(noun, "nummod") and (is_passive(tree, head) if verbal else True)
    tree.norms[preposition] = "by" if doer else "for"
    if doer and not verbal and tree.labels[head] == "pobj" and tree.word(tree.heads[head]) in _OF:
        head = tree.heads[tree.heads[head]]  # "la FIRMA del contrato POR la ministra"
    return head, "agent" if doer and verbal else "prep"


def tell_owners(tree: Tree) -> None:
    """ "su" and "cuyo" tell whose it is."""
    for i in tree.within():
        if tree.tags[i] in {"PRP$", "WP$"} and tree.parts[tree.heads[i]] in _NOMINAL:
            tree.labels[i] = "poss"


def tell_senses(tree: Tree) -> None:
    """Verbs that are others with a clause, with an object, or behind the words that they tell.

    "DENUNCIÓ que …", "SANCIONÓ la ley", "… ", CRITICÓ Ruiz.
    """
    for i in tree.within():
        verb = tree.heads[i]
        if tree.labels[i] in {"dobj", "nsubjpass"} and (senses := government().senses.get(tree.lemmas[verb])):
            held = senses.get(_OF_TITLE) if titles().is_head(tree.lemmas[i]) else None
            somebody = senses.get(_PERSONAL) if any(tree.word(c) in _TO for c in tree.children(i, "dep")) else None
            tree.lemmas[verb] = senses.get(f"<{tree.lemmas[i]}>") or held or somebody or tree.lemmas[verb]
        if tree.labels[i] == "ccomp" and (senses := government().senses.get(tree.lemmas[verb])):
            told = "quoted" if i < verb else "that"
            tree.lemmas[verb] = senses.get(told, tree.lemmas[verb])


def govern(tree: Tree) -> None:
    """What a preposition is behind the word that governs it: "asistió A la firma" has an object, as in English."""
    for i in tree.within():
        if tree.labels[i] not in {"prep", "agent"}:
            continue
        head, governed = tree.heads[i], tree.children(i, "pobj")
        wanted = government().preposition(tree.lemmas[head], tree.norms[i])
        direct = tree.children(head, "dobj")
        addressed = tree.is_verb(head) and tree.lemmas[head] in government().addressed
        if wanted is None and tree.word(i) in _TO and addressed and not direct:
            wanted = OBJECT
        watched = tree.lemmas[head] == "attend" and any(tree.lemmas[c] in government().watched for c in governed)
        if wanted == OBJECT and governed and not direct and not watched:
            tree.hang(governed[0], head, "dobj")
            tree.hang(i, governed[0], "dep")
        elif wanted not in {None, OBJECT}:
            tree.norms[i] = str(wanted)
        senses = government().senses.get(tree.lemmas[head], {})
        told = [f"{tree.norms[i]} {tree.lemmas[c]}" for c in governed]
        tree.lemmas[head] = next((senses[one] for one in (tree.norms[i], *told) if one in senses), tree.lemmas[head])
