"""Redraws a Spanish tree of Universal Dependencies in the shape and the labels that English is parsed in.

Readers ask a grammar, and now and then look at heads and children themselves; both know one shape: prepositions stand
between a word and its complement ("met > with > Ruiz"), a copula governs what it says ("is > owner"), a passive has a
passive subject. The rules are those by which ClearNLP's labels differ from Universal Dependencies, and mend what the
Spanish pipeline gets wrong as a rule: words hung on white space, "se" for an object, prepositional objects.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from palanca.reading.grammar.clauses import (
    mark_relatives,
    raise_copulas,
    raise_joined_verbs,
    raise_verbs,
    return_clauses,
    tell_infinitives,
    tell_passives,
    tell_subjects_behind,
)
from palanca.reading.grammar.complements import govern, hang_prepositions, name_objects, tell_owners, tell_senses
from palanca.reading.grammar.listing import free_holders, join_personal_lists, order_sentenced
from palanca.reading.grammar.renaming import (
    hang_honorifics,
    hang_names,
    hang_seats,
    hang_titles,
    join_owners,
    join_renamings,
    lift_owners,
    lift_places,
    share_titles,
)
from palanca.reading.grammar.spanish_tags import tag_of_verb
from palanca.reading.grammar.tree import Tree

_NEGATIONS = {"no", "nunca", "jamás", "tampoco"}
_OF_CENTS = ("por", "ciento")


def redraw(doc: Doc, phrases: Sequence[range], demonyms: Sequence[int]) -> None:
    """Give a document the parse that readers know. Its words stay; its tags are those of Penn.

    `phrases` are the tokens that stand under English words in English order ("ejercicios militares" under "military
    exercises"): the last of them heads the phrase then. `demonyms` are such as in "la PORTUGUESA Viadoce": the name
    behind heads them.
    """
    if not doc.has_annotation("DEP"):
        return
    tree = Tree(doc)
    for phrase in phrases:
        _turn(tree, phrase[0], phrase[-1])
    for demonym in demonyms:
        _hang_demonym(tree, demonym)
    for step in _STEPS:
        step(tree)
    tree.put_back()


def _turn(tree: Tree, first: int, last: int) -> None:
    """Let the last word of a phrase head it, where it was the adjective of the first."""
    if (
        tree.heads[last] != first
        or tree.parts[first] != "NOUN"
        or tree.labels[last] not in {"amod", "flat", "compound"}
    ):
        return
    below = [c for c in tree.children(first) if c != last]
    tree.swap(last, first, "amod")
    for child in below:
        tree.hang(child, last, tree.labels[child])
    tree.parts[last], tree.tags[last] = "NOUN", tree.tags[first]
    tree.parts[first], tree.tags[first] = "ADJ", "JJ"


def _lift_from_spaces(tree: Tree) -> None:
    """Put a word in the place of the white space that the parser hung it on; the space hangs on the word then."""
    for space in (token.i for token in tree.doc if token.is_space):
        below = tree.children(space)
        words = [c for c in below if not tree.token(c).is_space]
        if not words:
            continue
        heir = next((c for c in words if tree.is_verb(c)), words[0]) if tree.heads[space] == space else words[0]
        alone = tree.labels[heir] if tree.labels[space] == "dep" else tree.labels[space]
        is_root = tree.heads[space] == space
        tree.hang(heir, heir if is_root else tree.heads[space], "ROOT" if is_root else alone)
        tree.hang(space, heir, "dep")
        for other in (c for c in below if c != heir):
            tree.hang(other, heir, _label_beside(tree, other, heir))


def _label_beside(tree: Tree, word: int, verb: int) -> str:
    """The label of a word that hung on the same space: a name before a verb without a subject is its subject."""
    named = tree.parts[word] in {"PROPN", "NOUN"} and word < verb and tree.is_verb(verb)
    if named and tree.labels[word] in {"flat", "appos", "conj", "dep"} and not tree.children(verb, "nsubj"):
        return "nsubj"
    return tree.labels[word]


def _free_nouns_of_objects(tree: Tree) -> None:
    """What was taken for the object of a participle is of the noun that it is: "es cuñado DEL SECRETARIO"."""
    for i in tree.within():
        if tree.labels[i] == "obj" and tree.parts[tree.heads[i]] == "NOUN" and tree.children(i, "case"):
            tree.labels[i] = "nmod"


def _join_lists(tree: Tree) -> None:
    """A noun that the parser joins to a verb goes on with the object before it: "firmó un acuerdo y una CARTA"."""
    for i in tree.within():
        verb = tree.heads[i]
        if tree.labels[i] != "conj" or tree.parts[i] not in {"NOUN", "PROPN"} or not tree.is_verb(verb):
            continue
        before = [c for c in tree.children(verb, "obj") if verb < c < i and tree.parts[c] in {"NOUN", "PROPN"}]
        if before and not tree.children(i, "nsubj", "cop", "obj"):
            tree.hang(i, before[-1], "conj")


def _join_predicates(tree: Tree) -> None:
    """ "Ana Paz es dueña de Minera Sur y SOCIA de …": a noun without an article goes on with what is said of her."""
    for i in tree.within():
        above = tree.heads[i]
        if tree.labels[i] != "conj" or tree.parts[i] != "NOUN" or tree.parts[above] != "PROPN":
            continue
        if tree.children(i, "det", "case", "nummod", "nsubj"):
            continue
        while tree.heads[above] != above and tree.labels[above] in {"nmod", "appos"} and tree.parts[above] != "NOUN":
            above = tree.heads[above]
        while tree.labels[above] == "nmod" and tree.parts[tree.heads[above]] == "NOUN":
            above = tree.heads[above]
        bare = tree.parts[above] == "NOUN" and not tree.children(above, "det")
        if bare and (tree.labels[above] == "appos" or tree.children(above, "cop")):
            tree.hang(i, above, "conj")


def _hang_demonym(tree: Tree, i: int) -> None:
    """Let the name of a firm or a person head what it is called before it: "la PORTUGUESA Viadoce"."""
    if i + 1 < len(tree.doc) and tree.heads[i + 1] == i and tree.labels[i + 1] == "appos" and tree.parts[i] != "ADJ":
        below = [c for c in tree.children(i) if c != i + 1]
        tree.swap(i + 1, i, "amod")
        tree.parts[i], tree.tags[i] = "ADJ", "JJ"
        for child in below:
            tree.hang(child, i + 1, tree.labels[child])


def _join_per_cents(tree: Tree) -> None:
    """ "51 POR CIENTO" and "51 %" are counted in per cents: the second word, or the sign, heads the number."""
    for i in tree.within():
        if i + 1 < len(tree.doc) and tree.word(i + 1) == "%" and tree.heads[i + 1] == i:
            below = [c for c in tree.children(i) if c != i + 1]
            tree.swap(i + 1, i, "nummod")
            tree.parts[i + 1], tree.tags[i + 1] = "NOUN", "NN"
            for child in below:
                tree.hang(child, i + 1, tree.labels[child])
        if i + 2 < len(tree.doc) and (tree.word(i + 1), tree.word(i + 2)) == _OF_CENTS and tree.heads[i + 2] == i:
            below = [c for c in tree.children(i) if c != i + 2]
            tree.swap(i + 2, i, "nummod")
            tree.parts[i + 2], tree.tags[i + 2] = "NOUN", "NN"
            tree.hang(i + 1, i + 2, "nmod")
            for child in below:
                tree.hang(child, i + 2, tree.labels[child])


def _mark_small_words(tree: Tree) -> None:
    """Label negations and marks, whatever the parser took them for."""
    for i in tree.within():
        if tree.word(i) in _NEGATIONS and tree.labels[i] == "advmod":
            tree.labels[i] = "neg"
        elif tree.parts[i] == "PUNCT" and tree.heads[i] != i:
            tree.labels[i] = "punct"


def _hang_coordinators(tree: Tree) -> None:
    """ "y" hangs on the first of what it joins, not on the last."""
    for i in tree.within():
        last = tree.heads[i]
        if tree.labels[i] == "cc" and tree.labels[last] == "conj" and tree.word(i) != "sino":
            tree.hang(i, tree.heads[last], "cc")


def _tell_firms(tree: Tree) -> None:
    """A "firma" that has a name is a firm, and no signing: "pertenece a la FIRMA Harbin Energy"."""
    for i in tree.within():
        if tree.word(i) == "firma" and tree.parts[i] == "NOUN" and tree.children(i, "appos"):
            tree.lemmas[i] = tree.norms[i] = "firm"


def _free_auxiliaries(tree: Tree) -> None:
    """A modal that aids no verb is one itself: who "DEBE 130 millones" owes them."""
    for i in tree.within():
        if tree.tags[i] == "MD" and tree.parts[i] == "AUX" and tree.labels[i] not in {"aux", "cop"}:
            tree.parts[i], tree.tags[i] = "VERB", tag_of_verb(tree.token(i))
            if tree.lemmas[i] == "must":
                tree.lemmas[i] = tree.norms[i] = "owe"


# What redraws a tree, in order: later steps build on what earlier ones hang.
_STEPS: tuple[Callable[[Tree], None], ...] = (
    _lift_from_spaces,
    raise_verbs,
    raise_joined_verbs,
    return_clauses,
    tell_subjects_behind,
    hang_honorifics,
    free_holders,
    order_sentenced,
    join_personal_lists,
    _free_nouns_of_objects,
    hang_names,
    hang_titles,
    hang_seats,
    lift_owners,
    join_owners,
    join_renamings,
    share_titles,
    lift_places,
    _join_lists,
    _join_predicates,
    _join_per_cents,
    _mark_small_words,
    _free_auxiliaries,
    _tell_firms,
    mark_relatives,
    tell_infinitives,
    raise_copulas,
    tell_passives,
    name_objects,
    hang_prepositions,
    govern,
    tell_senses,
    tell_owners,
    _hang_coordinators,
)
