"""Ids are hashes of content, so that a rerun adds nothing and two machines agree."""

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NewType

DocumentId = NewType("DocumentId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)
RejectionId = NewType("RejectionId", str)
JudgementId = NewType("JudgementId", str)
ClaimId = NewType("ClaimId", str)

ENTITY_ID = re.compile(r"[0-9a-f]{24}")
"""How the id of an entity is written, by which a name that is one is known."""

_SEPARATOR = "\x1f"
_DIGEST_BYTES = 12  # 96 bits: a collision among 10^9 records has a chance below 10^-10
_TEXTS_AT_HAND = 16  # a reader asks for the id of the text in hand at every record that it makes


def content_hash(*parts: object) -> str:
    """Hash the parts in order: 24 hexadecimal digits. None and the empty string differ."""
    texts = [part if type(part) is str else "\x00" if part is None else str(part) for part in parts]
    joined = _SEPARATOR.join(texts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


@lru_cache(maxsize=_TEXTS_AT_HAND)
def document_id(text: str) -> DocumentId:
    """The id of a frozen text: the same text is the same document, whatever file it came in."""
    return DocumentId(content_hash("document", text))
