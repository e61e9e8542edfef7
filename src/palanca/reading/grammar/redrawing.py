"""Redraws a Spanish tree of Universal Dependencies in the shape and the labels that English is parsed in.

Readers ask a grammar, and now and then look at heads and children themselves; both know one shape: prepositions stand
between a word and its complement ("met > with > Ruiz"), a copula governs what it says ("is > owner"), a passive has a
passive subject. The rules are those by which ClearNLP's labels differ from Universal Dependencies, and mend what the
Spanish pipeline gets wrong as a rule: words hung on white space, "se" for an object, prepositional objects.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from palanca.lexicon.instruments import instrument_nouns
from palanca.reading.grammar.clauses import mark_relatives, raise_copulas, tell_infinitives, tell_passives
from palanca.reading.grammar.complements import govern, hang_prepositions, name_objects, tell_owners, tell_senses
from palanca.reading.grammar.spanish_tags import tag_of_verb
from palanca.reading.grammar.tree import Tree

_NEGATIONS = {"no", "nunca", "jamás", "tampoco"}
_OF = {"de", "del"}
_OF_CENTS = ("por", "ciento")


def redraw(doc: Doc, phrases: Sequence[range] = ()) -> None:
    """Give a document the parse that readers know. Its words stay; its tags are those of Penn.

    `phrases` are the tokens that stand under English words in English order ("ejercicios militares" under "military
    exercises"): the last of them heads the phrase then.
    """
    if not doc.has_annotation("DEP"):
        return
    tree = Tree(doc)
    for phrase in phrases:
        _turn(tree, phrase[0], phrase[-1])
    for step in (
        _lift_from_spaces,
        _hang_names,
        _hang_titles,
        _hang_seats,
        _lift_owners,
        _join_owners,
        _share_titles,
        _lift_places,
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
    ):
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


def _hang_names(tree: Tree) -> None:
    """Parts of a name are its compounds; the name behind the second of two titles is that of the second."""
    for i in tree.within():
        head = tree.heads[i]
        if tree.labels[i] in {"flat", "appos"} and _is_somebody_behind(tree, i):
            tree.hang(i, _titled(tree, head), "appos")
        elif tree.labels[i] == "flat":
            tree.labels[i] = "nmod" if tree.children(i, "case") else "compound"
        elif tree.labels[i] in {"appos", "dep"} and tree.parts[i] == "PROPN":
            between = [c for c in tree.children(head, "conj") if head < c < i and not tree.children(c, "appos")]
            if between:
                tree.hang(i, between[-1], "appos")
            elif tree.parts[head] in {"NOUN", "PROPN"} and head < i:
                tree.labels[i] = "appos"


def _is_somebody_behind(tree: Tree, i: int) -> bool:
    """Whether somebody's name stands behind a comma and is no part of the name before it."""
    head = tree.heads[i]
    behind = i > 0 and tree.word(i - 1) == "," and head < i and tree.parts[i] == tree.parts[head] == "PROPN"
    return behind and tree.token(i).ent_type_ == "PERSON" and tree.token(head).ent_type_ != "PERSON"


def _titled(tree: Tree, inner: int) -> int:
    """The noun that a name renames which the parser hung on what the noun is of: "la DIRECTORA del Banco, Ana Paz"."""
    while tree.parts[inner] == "PROPN" and tree.labels[inner] == "nmod" and _preposition(tree, inner) in _OF:
        inner = tree.heads[inner]
    return inner


def _hang_titles(tree: Tree) -> None:
    """A title that renames, right before a name, is a compound of it: "su hijo, el DIPUTADO Raúl Paredes"."""
    for i in tree.within():
        title = tree.heads[i]
        renaming = tree.labels[title] == "appos" and tree.parts[title] == "NOUN" and not tree.children(title, "case")
        if tree.labels[i] == "appos" and tree.parts[i] == "PROPN" and title == i - 1 and renaming:
            articles = tree.children(title, "det")
            tree.swap(i, title, "compound")
            for article in articles:
                tree.hang(article, i, "det")


def _join_owners(tree: Tree) -> None:
    """ "Militares de Guatemala y MÉXICO" are of both, not soldiers and Mexico."""
    for i in tree.within():
        head = tree.heads[i]
        alone = tree.parts[i] == "PROPN" and not tree.children(i, "case", "det", "nsubj")
        if tree.labels[i] != "conj" or not alone or tree.tags[head] != "NNS" or tree.parts[head] != "NOUN":
            continue
        owners = [c for c in tree.children(head, "nmod") if head < c < i and tree.parts[c] == "PROPN"]
        if owners and _preposition(tree, owners[-1]) in _OF:
            tree.hang(i, owners[-1], "conj")


def _share_titles(tree: Tree) -> None:
    """ "Los cancilleres de Chile, Ana Ruiz, y Perú, JUAN PAZ": the second name, too, is that of the title."""
    for i in tree.within():
        owner = tree.heads[i]
        named = tree.parts[i] == "PROPN" and tree.token(i).ent_type_ == "PERSON" and tree.word(i - 1) == ","
        if not named or tree.labels[i] not in {"conj", "appos"} or tree.labels[owner] != "conj":
            continue
        first = tree.heads[owner]
        title = tree.heads[first]
        if tree.labels[first] == "nmod" and tree.tags[title] == "NNS" and tree.children(title, "appos"):
            tree.hang(i, title, "appos")


def _lift_places(tree: Tree) -> None:
    """A place is where the verb's act takes place: "firmado por Ana Paz, EN QUITO", "firmó un acuerdo EN QUITO"."""
    for i in tree.within():
        first = tree.children(i, "case")
        if tree.labels[i] not in {"nmod", "obl"} or not first or first[0] == 0 or tree.word(first[0]) != "en":
            continue
        above = tree.heads[i]
        apart = tree.word(first[0] - 1) == "," and tree.parts[above] == "PROPN"
        signed = tree.labels[above] == "obj" and tree.lemmas[above] in instrument_nouns()
        if not (apart or signed):
            continue
        while not tree.is_verb(above) and tree.heads[above] != above:
            above = tree.heads[above]
        if tree.is_verb(above):
            tree.hang(i, above, "obl")


def _hang_seats(tree: Tree) -> None:
    """ "…, con SEDE en Lima" is said of the name right before the comma."""
    for i in tree.within():
        first = tree.children(i, "case")
        if tree.word(i) != "sede" or not first or first[0] < 2 or tree.word(first[0] - 1) != ",":
            continue
        name = first[0] - 2
        while tree.labels[name] == "compound" and tree.parts[tree.heads[name]] == "PROPN":
            name = tree.heads[name]
        if tree.parts[name] == "PROPN":
            tree.hang(i, name, "nmod")


def _lift_owners(tree: Tree) -> None:
    """ "El ministro de Defensa DE PERÚ" is Peru's, not the defence; "los ministros de Perú Y DE CHILE" are both's."""
    for i in tree.within():
        head, of = tree.heads[i], _preposition(tree, i)
        if tree.parts[i] != "PROPN" or of not in _OF:
            continue
        above = tree.heads[head]
        portfolio = tree.labels[head] == "nmod" and _preposition(tree, head) == "de" and not tree.children(head, "det")
        if tree.labels[i] == "nmod" and portfolio and tree.parts[above] == "NOUN" and tree.parts[head] != "NUM":
            tree.hang(i, above, "nmod")
        elif tree.labels[i] == "conj":
            near = [c for c in range(head + 1, i) if tree.parts[c] == "PROPN" and _preposition(tree, c) in _OF]
            if near and tree.labels[near[-1]] == "nmod":
                tree.hang(i, near[-1], "conj")


def _preposition(tree: Tree, noun: int) -> str | None:
    first = tree.children(noun, "case")
    return tree.word(first[0]) if first and first[0] < noun else None


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


def _join_per_cents(tree: Tree) -> None:
    """ "51 POR CIENTO" is counted in per cents: the second word heads the number."""
    for i in tree.within():
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
