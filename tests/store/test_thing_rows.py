"""Profiles as rows."""

import json
import sys

from hypothesis import given
from hypothesis import strategies as st

from palanca.identity import Profile
from palanca.records import DocumentId, EntityId, Schema
from palanca.store.schema import as_stored
from palanca.store.thing_rows import profile_rows, whole_profile

WORDS = st.text(st.characters(), max_size=8)  # half UTF-16 pairs and control characters too


@given(name=WORDS, companions=st.frozensets(WORDS, max_size=3))
def test_profiles_are_written_as_json_without_spaces(name: str, companions: frozenset[str]) -> None:
    shown = Profile(
        entity=EntityId("e"), document=DocumentId("d"), schema=Schema.PERSON, names=(name,), companions=companions
    )
    ((entity, document, written),) = profile_rows([shown])
    told = ["Person", [name], None, [], sorted(companions), [], None]
    expected = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    assert (entity, document, as_stored(str(written))) == ("e", "d", expected)


def test_names_are_not_kept_for_good() -> None:
    told = [
        "Person",
        ["Ines Quartey"],
        None,
        [["warden", "lido board", None, 2001, 2002]],
        ["otto brandvold"],
        [],
        None,
    ]
    whole_profile("e", "d", json.dumps(told))
    for parts in (("Ines", "Quartey"), ("otto", "brandvold"), ("lido", "board")):
        name = " ".join(parts)
        assert sys.intern(name) is name  # none such was interned before
