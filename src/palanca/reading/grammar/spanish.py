"""Spanish, as the redrawing of its tree leaves it: English shapes, with what Spanish tells by its forms alone.

A subject may be left out, a future and a conditional are one word, and an infinitive needs no "to".
"""

from dataclasses import replace

from palanca.reading.grammar.english import English
from palanca.reading.grammar.interface import Arguments, Oblique, Relation
from palanca.reading.grammar.parse import Token, TokenSpan
from palanca.reading.grammar.spanish_tags import form, is_conditional, is_subjunctive

_NOBODY = {"nadie", "ninguno", "ninguna", "nada"}
_IF = {"si"}
_RATHER = "sino"
_AGAINST = {"against", "with"}  # "el ataque DE Rusia CONTRA Ucrania": who is joined by "de" acts
_AHEAD = {"will", "would"}  # the norms of "va a" and "iba a"
_MODALS = {"can": "could", "must": "should"}
_OWN_SUBJECTS = {"ROOT", "conj", "ccomp", "parataxis"}  # labels of clauses whose left-out subject the text named before


class Spanish(English):
    """Answers for a redrawn tree. See `palanca.reading.grammar.redrawing`."""

    language = "es"

    def is_empty(self, pronoun: Token) -> bool:  # noqa: ARG002  # the interface asks of any pronoun
        """See `Grammar.is_empty`: Spanish leaves such a subject out ("es posible que…")."""
        return False

    def left_out(self, verb: Token) -> str:
        """See `Grammar.left_out`: "ACORDARON ejercicios", "añadió que VIAJARÁ"."""
        found = self.arguments(verb) if verb.pos_ in {"VERB", "AUX"} else None
        return _pronoun(verb) if found is not None and found.subjects == (verb,) else ""

    def is_subject(self, token: Token) -> bool:
        """See `Grammar.is_subject`."""
        return super().is_subject(token) or bool(self.left_out(token))

    def prepositional(self, noun: Token) -> tuple[Oblique, ...]:
        """See `Grammar.prepositional`; a verb that stands for its subject has obliques, but no complement of a noun."""
        return () if noun.pos_ in {"VERB", "AUX"} and form(noun) == "Fin" else super().prepositional(noun)

    def clause(self, predicate: Token) -> TokenSpan:
        """See `Grammar.clause`; without the "y" before the next one."""
        found = super().clause(predicate)
        last = found.end - 1
        while last > predicate.i and (predicate.doc[last].pos_ == "CCONJ" or predicate.doc[last].text == ","):
            last -= 1
        return predicate.doc[found.start : last + 1]

    def _drawn(self, predicate: Token) -> Arguments:
        found = super()._drawn(predicate)
        if predicate.pos_ not in {"VERB", "AUX"}:
            return _of_noun(found)
        found = replace(
            found,
            objects=tuple(sorted(found.objects, key=lambda token: token.i)),
            auxiliaries=_auxiliaries(predicate),
            negated=found.negated or any(s.lower_ in _NOBODY for s in found.subjects),
        )
        return _with_left_out(self, predicate, _without_denied(found))


def _of_noun(found: Arguments) -> Arguments:
    """The arguments of a noun; beside an opponent or a partner, who is joined by "de" acts."""
    if any(o.preposition in _AGAINST for o in found.obliques):
        return replace(found, subjects=(*found.subjects, *found.objects), objects=())
    return found


def _without_denied(found: Arguments) -> Arguments:
    """ "No firmó un acuerdo, SINO UNA CARTA": what stands behind "sino" was done, what stands before it was not."""
    instead = tuple(o for o in found.objects if any(c.lower_ == _RATHER for c in o.children))
    if not found.negated or not instead:
        return found
    first = instead[0].i
    return replace(found, negated=False, objects=tuple(o for o in found.objects if o.i >= first))


def _with_left_out(grammar: Spanish, verb: Token, found: Arguments) -> Arguments:
    """The arguments with the subject that the verb leaves out: that of the verb above it, or what its ending tells."""
    found = _rightly_inherited(grammar, verb, found)
    if found.subjects or found.inherited or form(_finite(verb)) != "Fin" or _has_subject(verb):
        return found
    if verb.dep_ == "ccomp" and (above := _subject_above(grammar, verb)):
        if found.passive:
            return replace(found, objects=(*above, *found.objects), inherited=True)
        return replace(found, subjects=above, inherited=True)
    own = verb.dep_ in _OWN_SUBJECTS and not found.passive and not _is_impersonal(verb, found)
    return replace(found, subjects=(verb,)) if own and _pronoun(verb) else found


def _rightly_inherited(grammar: Spanish, verb: Token, found: Arguments) -> Arguments:
    """The arguments without a subject taken from where Spanish does not mean it, or with the one that it means."""
    if not found.inherited:
        return found
    if verb.dep_ == "conj" and not _agree(verb, verb.head):
        return replace(found, subjects=(), inherited=False)
    if blamed := _blamed(grammar, verb):
        return replace(found, subjects=blamed)
    if verb.dep_ == "relcl" and _is_of_another(verb):
        return replace(found, subjects=_subject_beside(grammar, verb))
    return found


def _pronoun(verb: Token) -> str:
    """What the ending of a finite verb in the third person leaves out; no wish has it, for it may be anybody's."""
    finite = _finite(verb)
    if finite.morph.get("Person", []) != ["3"] or is_subjunctive(finite):
        return ""
    return "they" if finite.morph.get("Number", []) == ["Plur"] else "he"


def _blamed(grammar: Spanish, verb: Token) -> tuple[Token, ...]:
    """Who did that for which something is done to him: "multó a RUIZ por ocultar", "queja contra RUIZ por recibir"."""
    governor = grammar.governor(verb)
    if governor.relation is not Relation.PREPOSITIONAL or governor.marker != "for" or governor.head is None:
        return ()
    around = grammar.arguments(governor.head)
    against = tuple(o.token for o in around.obliques if o.preposition == "against")
    within = (o for t in around.objects for o in grammar.prepositional(t) if o.preposition == "against")
    return against or tuple(o.token for o in within) or around.objects


def _is_of_another(verb: Token) -> bool:
    """Whether the noun that a relative clause modifies is no subject of it: "Pekín, DONDE firmó", "QUE firmó ayer"."""
    return any(c.tag_ == "WRB" for c in verb.children) or any(
        t.tag_ in {"WDT", "WP"} and t.dep_ in {"dobj", "pobj"} for c in verb.children for t in (c, *c.children)
    )


def _subject_beside(grammar: Spanish, verb: Token) -> tuple[Token, ...]:
    """The subject of the clause around a relative one, where both verbs agree in form."""
    above = next((t for t in verb.head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if above is None or above.dep_ == "relcl" or not _agree(verb, above):
        return ()
    return grammar.arguments(above).subjects


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in verb.children)


def _subject_above(grammar: Spanish, verb: Token) -> tuple[Token, ...]:
    """Who is meant by a content clause without a subject: whom one asks in a wish, else who says it."""
    if verb.i < verb.head.i:
        return ()  # words quoted before the verb that tells them
    above = grammar.arguments(verb.head)
    if is_subjunctive(_finite(verb)):
        return above.objects or above.indirect
    return above.subjects if _agree(_finite(verb), verb.head) and not _is_impersonal(verb, None) else ()


def _is_impersonal(verb: Token, found: Arguments | None) -> bool:
    """ "HAY acuerdo", "SE firmó", "ES posible": nobody is the subject; somebody is of "SE reunió con Ruiz"."""
    joined = found is not None and any(o.preposition == "with" for o in found.obliques)
    reflexive = any(c.lower_ == "se" for c in verb.children) and not joined
    return reflexive or any(c.dep_ in {"attr", "acomp", "csubj"} for c in verb.children)


def _finite(verb: Token) -> Token:
    """The word of the verb that tells person and number: its first auxiliary, or itself."""
    return next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and form(c) == "Fin"), verb)


def _agree(one: Token, other: Token) -> bool:
    """Whether two verbs agree in person and number as far as their forms tell."""
    first, second = _finite(one).morph, _finite(other).morph
    return all(
        not (mine and theirs) or mine == theirs
        for mine, theirs in ((first.get(name, []), second.get(name, [])) for name in ("Person", "Number"))
    )


def _auxiliaries(verb: Token) -> tuple[str, ...]:
    """Auxiliaries as English has them, in order: "viajará" has "will", "quiere VIAJAR" has "to"."""
    own = [a for c in verb.children if c.dep_ in {"aux", "auxpass"} for a in _auxiliary(c)]
    if not own and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.tag_ == verb.tag_ != "MD":
        return _auxiliaries(verb.head)
    if verb.tag_ == "MD":
        own.append("would" if is_conditional(verb) else "will")
    aided = any(form(c) == "Fin" for c in verb.children if c.dep_ == "aux")
    if verb.tag_ == "VB" and not aided and "to" not in own and (form(verb) == "Inf" or is_subjunctive(verb)):
        own.insert(0, "to")
    return tuple(own)


def _auxiliary(token: Token) -> tuple[str, ...]:
    """What one auxiliary is in English. Of the press, "habría pagado" says that somebody MAY HAVE paid."""
    if token.tag_ == "TO":
        return ("to",)
    if token.norm_ in _AHEAD:
        return (token.norm_,)
    lemma = token.lemma_.lower()
    if lemma in _MODALS:
        return (_MODALS[lemma] if is_conditional(token) else lemma,)
    if is_conditional(token):
        return ("would", lemma) if lemma != "have" or _is_conditioned(token.head) else ("may", lemma)
    return ("will", lemma) if token.tag_ == "MD" else (lemma,)


def _is_conditioned(verb: Token) -> bool:
    """Whether an "if" clause hangs on the verb: "habría pagado SI …" tells what did not come about."""
    return any(t.lower_ in _IF and t.dep_ == "mark" for c in verb.children for t in c.children)
