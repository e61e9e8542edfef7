from pathlib import Path

import pytest

from palanca.records import Time
from tests.sources.making import STORY, document, read, reason, written

HEAD = """<!DOCTYPE html><html lang="es-CL"><head><title>Lease of the dock | El Faro</title>
<meta property="og:title" content="Lease of the dock"><meta property="og:site_name" content="El Faro">
<meta name="author" content="Ana Ríos"><link rel="canonical" href="https://elfaro.example.org/dock">
{}</head>"""
BODY = f"""<body><nav><a href="/">Home</a><a href="/news">News</a></nav><script>var steal = "words";</script>
<article><h1>Lease of the dock</h1><p>{STORY}</p>
<p>Fish &amp; ships &mdash; &ldquo;ours&rdquo;&nbsp;all.<br>The court sits on Friday 7 June 2019 in the old hall.</p>
<table><tr><td>Crane</td><td>2</td></tr><tr><td>Berth</td><td>9</td></tr></table></article>
<div id="comments"><p>First comment by a reader of the page who says nothing at all about it.</p></div>
<footer>Imprint</footer></body></html>"""


def page(folder: Path, head: str = "", body: str = BODY) -> Path:
    return written(folder / "dock.html", HEAD.format(head) + body)


def test_page_gives_its_article_and_nothing_around_it(tmp_path: Path) -> None:
    text = document(page(tmp_path)).text
    assert STORY in text.split("\n\n")
    assert "Fish & ships — “ours” all.\nThe court sits" in text
    assert "Crane\t2\n\nBerth\t9" in text
    assert not [word for word in ("steal", "Home", "comment", "&amp;", "<") if word in text]


def test_page_says_title_outlet_author_address_and_language(tmp_path: Path) -> None:
    found = document(page(tmp_path))
    assert (found.title, found.outlet, found.author) == ("Lease of the dock", "El Faro", "Ana Ríos")
    assert (found.url, found.language) == ("https://elfaro.example.org/dock", "es-CL")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-06-05T23:30:00-04:00">',
        '<meta name="dcterms.issued" content="2019-06-05">',
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},'
        '{"@type":["NewsArticle"],"datePublished":"2019-06-05T10:00:00Z"}]}</script>',
    ],
)
def test_declared_time_of_publication_is_kept(tmp_path: Path, head: str) -> None:
    assert document(page(tmp_path, head)).published == Time.parse("2019-06-05")


def test_marked_time_tag_is_the_time_of_publication(tmp_path: Path) -> None:
    body = BODY.replace("<article>", '<article><time class="published" datetime="2019-06-05">5 June</time>')
    assert document(page(tmp_path, body=body)).published == Time.parse("2019-06-05")


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2021-01-01">',
        '<script type="application/ld+json">{"@type":</script>',
    ],
)
def test_dates_that_merely_stand_on_a_page_are_not_its_date(tmp_path: Path, head: str) -> None:
    assert document(page(tmp_path, head)).published is None


def test_page_in_a_declared_encoding_is_read_in_it(tmp_path: Path) -> None:
    story = "Министр подписал договор об аренде порта на тридцать лет, сообщили в пресс-службе. " * 4
    source = f'<html><head><meta charset="windows-1251"></head><body><p>{story}</p></body></html>'
    assert document(written(tmp_path / "a.html", source.encode("cp1251"))).text == story.strip()


@pytest.mark.parametrize(
    "content", ["<html><body></body></html>", "<html><body><script>let x = 1</script></body></html>"]
)
def test_page_without_an_article_is_rejected(tmp_path: Path, content: str) -> None:
    assert reason(written(tmp_path / "empty.html", content)).startswith("no article text was found")


def test_fragment_of_a_page_is_read(tmp_path: Path) -> None:
    assert document(written(tmp_path / "a.htm", f"<p>{STORY}</p>")).text == STORY


def test_deeply_nested_page_does_not_stop_the_run(tmp_path: Path) -> None:
    nested = written(tmp_path / "a.html", f"<html><body>{'<div>' * 20_000}{STORY}</body></html>")
    plain = written(tmp_path / "b.txt", STORY)
    assert read(nested, plain)[-1] == document(plain)
