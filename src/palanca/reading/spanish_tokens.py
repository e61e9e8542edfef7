"""How a Spanish text is cut into tokens, where the pipeline's own rules join what readers know apart."""

from typing import TYPE_CHECKING

from palanca.lexicon.spanish import spanish

if TYPE_CHECKING:
    from spacy.language import Language

# "Exministro" is told as "ex ministro" was, before its spelling changed: the office, and that it is over.
_OFFICES = (
    "accionist|agente|alcald|almirante|asesor|canciller|candidat|comandante|congresista|coronel|contralor|diputad|directiv|director|dictador|"
    "embajador|fiscal|funcionari|general|gerente|gobernador|guerriller|intendent|comisari|concejal|consejer|jef[ea]|juez|lider|líder|magistrad|mandatari|militar|"
    "minist|parlamentari|prefect|premier|presid|prim[eo]r|procurador|rey|reina|rector|secretari|senador|titular|vice|vocer"
)
_EX = rf"[Ee]x(?=(?:{_OFFICES}))"
_MONEY = r"(?:[A-Z]{1,3}\$|Bs\.?|Gs\.?|B/\.|S/\.?)(?=\d)"  # "RD$35 millones", "S/4"
_PER_CENT = r"(?<=\d)%"
_STOP_AND_DASH = r"(?<=[\w)])\.[-–—]"  # "LIMA, 5 de mayo de 2024.- El ministro"


def cut_as_readers_know(nlp: "Language") -> None:
    """Let the tokenizer cut "exministro", "40%" and "2024.-" in two, and keep "Abg." and "N°" whole."""
    from spacy.symbols import ORTH
    from spacy.util import compile_prefix_regex, compile_suffix_regex

    prefixes = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), _EX, _MONEY])
    suffixes = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), _PER_CENT, _STOP_AND_DASH])
    nlp.tokenizer.prefix_search = prefixes.search  # type: ignore[union-attr]
    nlp.tokenizer.suffix_search = suffixes.search  # type: ignore[union-attr]
    for word in spanish().shortened:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]
