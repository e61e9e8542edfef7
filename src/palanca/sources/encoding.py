"""From bytes to characters: UTF-8, UTF-16 and UTF-32 by their marks, else Windows-1252 where that makes sense.

A single byte that is not UTF-8 is read as Windows-1252, of which Latin-1 is a part: this reads whole files in
that encoding, and also the mixed files that come from gluing exports together.
"""

import codecs

from palanca.records.errors import UnreadableInput

HEAD_BYTES = 1 << 16
"""How much of a stream is looked at before its encoding is settled."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MENDING = "palanca-windows-1252"
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\x0b\x0c\x1a\x1b") | {"\x7f"}
_MAX_CONTROLS = 0.01
_MAX_ACCENTS = 0.3  # letters outside ASCII in Vietnamese, the most accented of Latin scripts, stay below a quarter
_MAX_DAMAGE = 0.1

_WRONG = (
    "wrong encoding: the text is neither UTF-8 nor UTF-16 nor Windows-1252; "
    "open it where it looks right and save it as UTF-8"
)
_BINARY = "this is binary content under the name of a text: give the file its right ending, or leave it out"


def _mend(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_MENDING, _mend)


def mended(text: object) -> str:
    """A text whose bytes were escaped where they are not UTF-8, with those bytes read as Windows-1252.

    Names of files come so from Python (PEP 383), and lines that were opened so.
    """
    return str(text).encode("utf-8", "surrogateescape").decode("utf-8", _MENDING)


def decode(content: bytes) -> str:
    """The characters of a whole file. Raises UnreadableInput for binary content and encodings that cannot be told."""
    encoding, errors = encoding_of(content)
    return content.decode(encoding, errors)


def encoding_of(head: bytes) -> tuple[str, str]:
    """The codec and error handler for content that begins with `head`, which may end inside a character.

    Raises UnreadableInput for binary content and encodings that cannot be told.
    """
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    if marked and marked != "utf-8-sig":
        _refuse_binary(codecs.getincrementaldecoder(marked)("replace").decode(head))
        return marked, "replace"
    text = codecs.getincrementaldecoder("utf-8-sig")(_MENDING).decode(head)
    _refuse_binary(text)
    _refuse_foreign(head, text)
    return "utf-8-sig", _MENDING


def _refuse_binary(text: str) -> None:
    controls = sum(c in _CONTROLS for c in text) if text else 0
    if controls > 2 and controls / len(text) > _MAX_CONTROLS:
        raise UnreadableInput(_BINARY)


def _refuse_foreign(head: bytes, text: str) -> None:
    damage = codecs.getincrementaldecoder("utf-8-sig")("replace").decode(head).count("\ufffd")
    if not damage:
        return
    accented = sum(c > "\x7f" for c in text)
    is_damaged_utf8 = damage <= _MAX_DAMAGE * accented
    if not is_damaged_utf8 and accented > _MAX_ACCENTS * len(text):
        raise UnreadableInput(_WRONG)
