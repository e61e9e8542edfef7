"""A dossier as Markdown."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from palanca.exchange.dossier.markdown import escaped, markdown
from tests.exchange.dossier.pages import FOOTNOTES, MET, dossier_of

WHOLE = """\
# Ama Owusu

1 claim

## Contacts and acts

| country | all |
| --- | ---: |
| India | 1 |

- Ama Owusu: meet[^1][^2]
  - told by 2 statements

1 claim more.[^2]

## Sources

- Volta Post[^1]

## How to read this

By rules.

[^1]: “**Ama Owusu**, of Ghana, met Rajiv Menon.” — Volta Post, 5 March 2025
[^2]: source withheld
"""


def test_entries_call_footnotes_that_stand_at_the_end() -> None:
    assert "".join(markdown(dossier_of(MET))) == WHOLE


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ((0, 37), "Ama Owusu, of Ghana, met Rajiv Menon."),
        ((0, 0), "Ama Owusu, of Ghana, met Rajiv Menon."),
        ((10, 21), "Ama Owusu, **of Ghana,** met Rajiv Menon."),
    ],
)
def test_words_of_a_footnote_are_bold_where_they_are_not_all_of_it(words: tuple[int, int], quoted: str) -> None:
    footnote = replace(FOOTNOTES[0], words=words)
    (line,) = [one for one in markdown(dossier_of(footnotes=(footnote,))) if one.startswith("[^1]: ")]
    assert f"“{quoted}”" in line


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "[a](https://example.org)", "*a* _b_ `c` ~~d~~ **e**", "&lt; &copy;", "a | b",
        "1. a", "12) a", "- a", "+ a", "# a", "> a", "![a](b)", "back\\slash", "[^1]", "=== a", "--- a",
    ],
)  # fmt: skip
def test_no_text_is_markup(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(f"- {escaped(text)}")
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown == f"<ul>\n<li>{plain}</li>\n</ul>\n"


def test_text_stays_on_its_line_and_makes_no_address() -> None:
    assert escaped("one\n\n# two\x00") == "one \\# two"
    assert escaped("see https://example.org or www.example.org") == "see https\\://example.org or www\\.example.org"
