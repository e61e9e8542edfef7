"""A dossier as Markdown."""

import pytest
from markdown_it import MarkdownIt

from palanca.exchange.dossier.markdown import escaped, markdown
from tests.exchange.dossier.pages import MET, dossier_of

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

[^1]: “Ama Owusu, of Ghana, met Rajiv Menon.” — “Talks in Accra”, accra, p. 2, 2025-03-05, Volta Post
[^2]: source withheld
"""


def test_entries_call_footnotes_that_stand_at_the_end() -> None:
    assert "".join(markdown(dossier_of(MET))) == WHOLE


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
