from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.sources.encoding import decode
from tests.sources.making import document, reason, written

SPANISH = "El señor Núñez firmó el convenio número 12 en Ñuñoa. «Así será», dijo.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"])
def test_spanish_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert document(written(tmp_path / "nota.txt", SPANISH.encode(encoding))).text == SPANISH


def test_big_endian_utf16_is_told_by_its_mark(tmp_path: Path) -> None:
    content = b"\xfe\xff" + SPANISH.encode("utf-16-be")
    assert document(written(tmp_path / "nota.txt", content)).text == SPANISH


def test_one_bad_byte_does_not_spoil_the_rest_of_utf8() -> None:
    assert decode("años y ".encode() + b"\xf1" + " años".encode()) == "años y ñ años"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "shift-jis", "gb18030"])
def test_other_encodings_are_refused_rather_than_garbled(tmp_path: Path, encoding: str) -> None:
    text = {"cp1251": "Премьер подписал указ", "koi8-r": "Премьер подписал указ"}.get(encoding, "首相は会談した")
    assert reason(written(tmp_path / "a.txt", text.encode(encoding))).startswith("wrong encoding")


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, b"\x00" * 500, "plain".encode("utf-16-le") * 9])
def test_binary_content_named_txt_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "binary content" in reason(written(tmp_path / "a.txt", content))


@given(st.text())
def test_all_utf8_that_is_not_binary_is_read_as_written(text: str) -> None:
    printable = "".join(c for c in text if c.isprintable() or c in "\n\t").removeprefix("\ufeff")
    assert decode(printable.encode()) == printable
