"""What renames what in a Spanish tree: names behind titles and commas, owners behind "de", places and seats."""

from palanca.lexicon.instruments import instrument_nouns
from palanca.lexicon.titles import titles
from palanca.reading.grammar.tree import Tree

_OF = {"de", "del"}


def hang_names(tree: Tree) -> None:
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


def hang_honorifics(tree: Tree) -> None:
    """The name behind an honorific heads it, whatever the parser hung on that: "con la DRA. Nubia Campo"."""
    for i in tree.within():
        if i + 1 >= len(tree.doc) or not tree.token(i).is_title or tree.word(i).rstrip(".") not in titles().honorifics:
            continue
        name = i + 1
        if tree.parts[name] != "PROPN" or not tree.token(name).is_title or tree.token(name).is_sent_start:
            continue
        below = [c for c in tree.children(i) if c != name]
        if tree.heads[name] == i:
            tree.swap(name, i, "compound")
        else:
            tree.hang(name, tree.heads[i] if tree.heads[i] != i else name, tree.labels[i])
            tree.hang(i, name, "compound")
        if tree.labels[name] == "punct":  # the parser took "Lic." for a mark
            tree.labels[name] = "appos"
        for child in below:
            tree.hang(child, name, tree.labels[child])


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


def hang_titles(tree: Tree) -> None:
    """A title that renames, right before a name, is a compound of it: "su hijo, el DIPUTADO Raúl Paredes"."""
    for i in tree.within():
        title = tree.heads[i]
        renaming = tree.labels[title] == "appos" and tree.parts[title] == "NOUN" and not tree.children(title, "case")
        if tree.labels[i] == "appos" and tree.parts[i] == "PROPN" and title == i - 1 and renaming:
            articles = tree.children(title, "det")
            tree.swap(i, title, "compound")
            for article in articles:
                tree.hang(article, i, "det")


def join_owners(tree: Tree) -> None:
    """ "Militares de Guatemala y MÉXICO" are of both, not soldiers and Mexico."""
    for i in tree.within():
        head = tree.heads[i]
        alone = tree.parts[i] == "PROPN" and not tree.children(i, "case", "det", "nsubj")
        if tree.labels[i] != "conj" or not alone or tree.tags[head] != "NNS" or tree.parts[head] != "NOUN":
            continue
        owners = [c for c in tree.children(head, "nmod") if head < c < i and tree.parts[c] == "PROPN"]
        if owners and _preposition(tree, owners[-1]) in _OF:
            tree.hang(i, owners[-1], "conj")


def join_renamings(tree: Tree) -> None:
    """What renames behind a comma: "dijo el ministro turco, SELIM KAYA", "Ana Rey, DUEÑA de Minera Sur"."""
    for i in tree.within():
        head = tree.heads[i]
        if i == 0 or tree.word(i - 1) != ",":
            continue
        if tree.labels[i] == "nsubj" and tree.parts[i] == "PROPN":
            called = [c for c in tree.children(head, "nsubj") if c < i and tree.parts[c] == "NOUN"]
            if called and (i < head or called[-1] > head):
                tree.hang(i, called[-1], "appos")
        elif tree.labels[i] == "obj" and tree.parts[i] == "PROPN":
            held = [c for c in tree.children(head, "obj", "obl") if head < c < i and titles().is_head(tree.lemmas[c])]
            if held:  # "convocó al EMBAJADOR en Quito, Ana Rey"
                tree.hang(i, held[-1], "appos")
        elif tree.labels[i] == "amod" and tree.parts[head] == "PROPN" and tree.children(i, "nmod"):
            tree.labels[i], tree.parts[i], tree.tags[i] = "appos", "NOUN", "NN"


def share_titles(tree: Tree) -> None:
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


def lift_places(tree: Tree) -> None:
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


def hang_seats(tree: Tree) -> None:
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


def lift_owners(tree: Tree) -> None:
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
