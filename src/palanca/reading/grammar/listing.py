"""People whom a Spanish parser hangs on what they are of, or on the verb: holders behind titles, lists with "a"."""

from palanca.lexicon.bodies import schema_of_head
from palanca.lexicon.nouns import classes_of_nouns
from palanca.lexicon.people import is_given_name
from palanca.lexicon.titles import titles
from palanca.reading.grammar.tree import Tree
from palanca.records import Schema

_TO = {"a", "al"}
_PARTS_OF_NAMES = {"flat", "appos", "compound"}
_ABOVE = {"nmod", "appos", "flat", "compound"}
_DIRECT = {"obj", "iobj", "obl", "nmod"}
_TERMS = {"year", "month", "day", "week"}  # what somebody is sentenced to


def free_holders(tree: Tree) -> None:
    """The name behind what a title is of renames the title: "al gobernador de Loreto HERNÁN Tuesta"."""
    for i in tree.within():
        owner = tree.heads[i]
        if tree.labels[i] not in _PARTS_OF_NAMES or not _begins_name(tree, i) or not owner < i:
            continue
        if tree.parts[owner] != "PROPN" or is_given_name(tree.token(owner).text) or schema_of_head(tree.word(owner)):
            continue
        if (title := _title_above(tree, owner)) is None:
            continue
        rest = [c for c in tree.children(owner) if c > i and tree.parts[c] == "PROPN"]
        tree.hang(i, title, "appos")
        for part in rest:
            tree.hang(part, i, "flat")


def _begins_name(tree: Tree, i: int) -> bool:
    behind = tree.doc[i + 1 : i + 2]
    is_full = len(behind) == 1 and behind[0].is_title and not behind[0].is_sent_start
    return tree.token(i).is_title and is_given_name(tree.token(i).text) and is_full and tree.word(i - 1) != ","


def _title_above(tree: Tree, owner: int) -> int | None:
    """The title that is of the name: "gerente" of "gerente de la empresa VOLTA"."""
    above = owner
    while tree.labels[above] in _ABOVE and tree.heads[above] < above:
        above = tree.heads[above]
        if tree.parts[above] == "NOUN" and _is_of_people(tree, above):
            return above
    return None


def _is_of_people(tree: Tree, noun: int) -> bool:
    lemma = tree.lemmas[noun]
    return titles().is_head(lemma) or classes_of_nouns().get(lemma, ())[:1] == (Schema.PERSON,)


def order_sentenced(tree: Tree) -> None:
    """ "Condenó a cuatro AÑOS al EXALCALDE": whoever is sentenced is the object, and the term is none."""
    for i in tree.within():
        verb = tree.heads[i]
        if tree.labels[i] not in {"obj", "iobj"} or tree.lemmas[i] not in _TERMS or not _has_to(tree, i):
            continue
        people = [c for c in tree.children(verb, *_DIRECT) if c != i and _has_to(tree, c) and _is_named(tree, c)]
        if tree.is_verb(verb) and people:
            tree.labels[i] = "obl"
            tree.labels[people[0]] = "obj"


def join_personal_lists(tree: Tree) -> None:
    """ "Detuvo al alcalde, AL GERENTE y a la jueza": whom the "a" is said of again goes on with the list."""
    for i in tree.within():
        verb, first = tree.heads[i], tree.children(i, "case")
        if tree.labels[i] not in _DIRECT or not first or not tree.is_verb(verb) or tree.word(first[0]) not in _TO:
            continue
        if first[0] == 0 or tree.word(first[0] - 1) not in {",", "y", "e"} or not _is_named(tree, i):
            continue
        before = [
            c
            for c in tree.children(verb, "obj", "iobj", "obl")
            if verb < c < i and _has_to(tree, c) and _is_named(tree, c)
        ]
        if before:
            tree.hang(i, before[-1], "conj")


def _has_to(tree: Tree, noun: int) -> bool:
    first = tree.children(noun, "case")
    return bool(first) and tree.word(first[0]) in _TO


def _is_named(tree: Tree, noun: int) -> bool:
    """Whether a noun is, or stands before, the name of somebody."""
    return tree.parts[noun] == "PROPN" or (_is_of_people(tree, noun) and tree.lemmas[noun] not in _TERMS)
