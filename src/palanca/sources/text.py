"""The one form in which every text is kept.

Offsets are promises: each step either leaves a text alone or changes it once, here, before it is frozen. A text
that is already in this form comes out as it went in, character by character. White space is never stripped, neither
at the ends nor at the ends of lines: it hurts nobody, and offsets stay those of the file.
"""

import re
import unicodedata

_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_PARAGRAPH_BREAK = "\u2029"
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_KEPT_BY_THE_SWEEP = "\n\t\u200c\u200d"  # joiners are spelling in many scripts and glue in emoji


def normalise(text: str) -> str:
    r"""The text with `\n` line breaks, in Unicode NFC, without what cannot be seen.

    Soft hyphens, byte-order marks, zero-width and directional marks, control characters and lone surrogates are
    removed; every kind of space becomes a plain one. Paragraph breaks, tabs and all other white space stay.
    Normalising twice changes nothing.
    """
    if _ODD.search(text):
        text = _sweep(text)
    return unicodedata.normalize("NFC", text)


def _sweep(text: str) -> str:
    text = _LINE_BREAKS.sub("\n", text).replace(_PARAGRAPH_BREAK, "\n\n")
    text = _SPACES.sub(" ", text)
    return _ODD.sub(lambda match: match[0] if match[0] in _KEPT_BY_THE_SWEEP else "", text)
