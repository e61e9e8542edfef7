import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.sources import normalise


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\r\ntwo\rthree\x0cfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("end\u2029next", "end\n\nnext"),
        ("\ufeffGov\u00adern\u200bment\u2060", "Government"),
        ("12\u00a0000\u202fsoles\u2009net", "12 000 soles net"),
        ("nu\x00l and \x07bell", "nul and bell"),
        ("Alvare\u0301", "Alvar\u00e9"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("می\u200cروم", "می\u200cروم"),
        ("a\tb", "a\tb"),
    ],
)
def test_what_cannot_be_seen_is_removed_and_spaces_become_plain(written: str, kept: str) -> None:
    assert normalise(written) == kept


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.sampled_from("aé \n\t.-\r\u00ad\u200b\u0301\u00a0\ufeff\u2029\u200d")))
def test_normalised_text_is_nfc_and_can_be_stored(text: str) -> None:
    kept = normalise(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode().decode() == kept
    assert not set(kept) & set("\r\u00ad\u200b\u00a0\ufeff\u2029")


@given(st.text(st.sampled_from("ab É.\n\t—“”ñ漢")))
def test_text_in_normal_form_keeps_every_offset(text: str) -> None:
    assert normalise(text) == text
