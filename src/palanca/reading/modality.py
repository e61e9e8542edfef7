"""Modality: whether the text asserts, denies, plans, reports or supposes an act, and in whose words."""

from collections.abc import Mapping

from palanca.lexicon.modality import Footing
from palanca.lexicon.reporting import reporting_words
from palanca.reading.footing import standing_of
from palanca.reading.grammar.parse import Token
from palanca.reading.page import Page
from palanca.records import Filler, Modality

_MODALITIES: Mapping[Footing, Modality] = {
    Footing.PLANNED: Modality.PLANNED,
    Footing.SUPPOSED: Modality.HYPOTHETICAL,
    Footing.WISHED: Modality.HYPOTHETICAL,
    Footing.UNDONE: Modality.DENIED,
    Footing.SAID: Modality.REPORTED,
}


def modality_of(page: Page, predicate: Token) -> Modality:
    """How the text puts the act told by `predicate`, a verb or a noun.

    What the act stands on comes first ("will leave", "failed to leave"); what is left is reported where only somebody
    in the text says so, else asserted.
    """
    standing = standing_of(page, predicate)
    if standing.footing:
        return _MODALITIES[standing.footing]
    if standing.reported or _is_hearsay(page, predicate):
        return Modality.REPORTED
    return Modality.ASSERTED


def is_unreal(page: Page, predicate: Token) -> bool:
    """Whether the act is only wished for, demanded, threatened, asked about or due: no event of its own."""
    return standing_of(page, predicate).footing is Footing.WISHED


def speaker_of(page: Page, token: Token) -> Filler | None:
    """Who, inside the text, says the words at `token`; None where the text itself does. Needs the quotations."""
    voice = page.voices.at(token)
    return voice.speaker if voice else None


def _is_hearsay(page: Page, token: Token) -> bool:
    """Whether the words are somebody's, and the text does not vouch for them."""
    voice = page.voices.at(token)
    return voice is not None and (voice.direct or voice.cue not in reporting_words().vouching)
