"""What can be asked, for boxes that complete words and for the page of help."""

from fastapi import APIRouter

from palanca.analysis.asking import FIELDS
from palanca.identity.corrections import FIELDS_OF
from palanca.lexicon.channels import channels
from palanca.records import Category, OfficeStatus, Schema, TieKind
from palanca.records.stated import PARTS_OF
from palanca.web.shapes.asking import Asking, AskingField, Channel

router = APIRouter(tags=["asking"])


@router.get("/asking")
def asking() -> Asking:
    """The words of filters and decisions: fields, channels, categories, schemata, what can be stated and corrected."""
    return Asking(
        fields=[
            AskingField(word=one.word, asks=one.asks, example=one.example, choices=list(one.choices))
            for one in FIELDS.values()
        ],
        channels=[
            Channel(name=one.name, glyph=one.glyph, label=one.label, contexts=list(one.contexts)) for one in channels()
        ],
        categories=list(Category),
        schemata=list(Schema),
        ties=list(TieKind),
        statuses=list(OfficeStatus),
        parts={kind: list(parts) for kind, parts in PARTS_OF.items()},
        corrections={kind: list(fields) for kind, fields in FIELDS_OF.items()},
    )
