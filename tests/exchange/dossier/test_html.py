"""A dossier as a page."""

import base64
import hashlib

from palanca.exchange.dossier.content import Entry, Footnote
from palanca.exchange.dossier.words import Language
from tests.exchange.dossier.pages import MET, SENTENCE, dossier_of, page_of

HOSTILE = "</bdi><script>alert(1)</script>\u202e\"'&\x07"


def test_a_footnote_shows_its_sentence_with_the_words_marked_and_its_place() -> None:
    (note,) = page_of(dossier_of(MET)).xpath("//li[@id='n1']")
    assert note.xpath("string(q)") == SENTENCE
    assert note.xpath("string(q//mark)") == "Ama Owusu"
    assert note.xpath("string(span)") == "Volta Post, 5 March 2025"
    assert note.xpath("q/bdi/@lang") == ["en"]


def test_calls_and_footnotes_lead_to_each_other() -> None:
    page = page_of(dossier_of(MET, MET))
    ids = page.xpath("//@id")
    links = [link.removeprefix("#") for link in page.xpath("//a/@href")]
    assert len(ids) == len(set(ids))
    assert set(links) == set(ids)
    assert page.xpath("//li[@id='n1']//a/@href") == ["#r1-1", "#r1-2", "#r1-3"]


def test_a_withheld_footnote_keeps_its_number_and_says_so() -> None:
    (note,) = page_of(dossier_of(MET)).xpath("//li[@id='n2']")
    assert note.get("value") == "2"
    assert note.xpath("string(span)") == "source withheld"


def test_no_text_is_markup() -> None:
    note = Footnote(number=1, sentence=HOSTILE, words=(0, 6), document=HOSTILE, place=HOSTILE, language='"><b>')
    page = page_of(dossier_of(Entry(text=HOSTILE, footnotes=(1,), notes=(HOSTILE,)), title=HOSTILE, footnotes=(note,)))
    shown = HOSTILE.replace("\x07", "")
    assert not page.xpath("//script | //b | //@onerror")
    assert page.xpath("string(//title)") == page.xpath("string(//h1)") == shown
    assert page.xpath("string(//li/bdi)") == page.xpath("string(//q)") == shown


def test_the_page_needs_nothing_beside_it_and_forbids_the_rest() -> None:
    page = page_of(dossier_of(MET))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = hashlib.sha256(page.xpath("string(//style)").encode()).digest()
    assert f"style-src 'sha256-{base64.b64encode(style).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert not page.xpath("//@src | //link | //script | //@style")
    assert page.xpath("/html/@lang") == ["en"]


def test_captions_of_a_spanish_dossier_are_spanish() -> None:
    page = page_of(dossier_of(MET, language=Language.SPANISH))
    assert page.xpath("/html/@lang") == ["es"]
    assert page.xpath("//h2/bdi/text()")[-1] == "Notas"
    assert page.xpath("//li[@id='n1']//a/@aria-label")[0] == "volver a la llamada 1 de la nota 1"
