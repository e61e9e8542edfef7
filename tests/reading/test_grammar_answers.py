"""What a grammar has worked out of a word it does not work out again."""

from palanca.reading.grammar import English
from palanca.reading.grammar.freezing import frozen
from palanca.reading.language import Languages


def test_what_was_asked_of_a_word_is_given_again_as_it_was() -> None:
    doc = frozen(Languages().load("en")("The minister of Chile, Ana Ruiz, met Juan Paz."))
    grammar, minister, verb = English(), doc[1], doc[8]
    asked = [grammar.appositions, grammar.prepositional, grammar.governor, grammar.arguments]
    assert all(ask(word) is ask(word) for ask in asked for word in (minister, verb))
    assert [t.text for t in grammar.appositions(minister)] == ["Ruiz"]
    assert grammar.appositions(verb) == ()
