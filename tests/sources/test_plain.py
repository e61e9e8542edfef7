from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from palanca.records import Document, Origin, Time
from palanca.sources import Limits, SourceOptions
from tests.sources.making import STORY, document, reason, written


def test_text_file_becomes_a_document_with_its_words_untouched(tmp_path: Path) -> None:
    text = f"  Dock lease\n\nValparaíso, 4 March \n\n{STORY}\n\n"
    path = written(tmp_path / "lease.txt", text)
    assert document(path) == Document(
        name="lease",
        text=text,
        title="Dock lease",
        origin=Origin(path=path.as_posix(), bytes_sha256=sha256(text.encode()).hexdigest(), media_type="text/plain"),
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Port workers end strike\nACCRA, 4 May 2024 - They voted.", "Port workers end strike"),
        ("Will  the strike end?\n\nNobody knows.", "Will the strike end?"),
        ("By Ama Owusu\nPort workers voted.", None),
        ("Thursday, 4 May 2024\nPort workers voted.", None),
        ("2024-05-04\n\nPort workers end strike\n\nThey voted.", "Port workers end strike"),
        ("sábado, 4 de mayo de 2024\nLos portuarios votan\nTermina la huelga.", "Los portuarios votan"),
        ("Accra, 4 May 2024\n\nPort workers end strike\n\nThey voted.", "Port workers end strike"),
        ("Santo Domingo, 4 de mayo de 2024\n\nTermina la huelga\n\nVotaron.", "Termina la huelga"),
        ("May 4, 2024\nPort workers voted.\nThey ended the strike.", None),
        ("Port workers voted.\nThey ended the strike.", None),
        ("Port workers end strike", None),
        ("Strike\nPort workers voted.", None),
    ],
)
def test_headline_above_a_text_is_its_title(tmp_path: Path, text: str, title: str | None) -> None:
    assert document(written(tmp_path / "a.txt", text)).title == title


def test_options_fill_what_the_file_leaves_open(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "---\ntitle: Dock lease\n---\nText.")
    options = SourceOptions(title="Unnamed", outlet="El Faro", published=Time.parse("2020"), language="es")
    found = document(path, options=options)
    assert (found.title, found.outlet, str(found.published), found.language) == ("Dock lease", "El Faro", "2020", "es")


def test_front_matter_is_read_and_is_not_text(tmp_path: Path) -> None:
    said = "id: lease-7\ntitle: Dock lease\ndate: 2020-05-04\nsource: El Faro\nlang: no\nauthors: [Ana Ríos, B. Wu]"
    found = document(written(tmp_path / "a.md", f"---\n{said}\n---\n\n{STORY}"))
    expected = document(written(tmp_path / "b.txt", STORY))
    assert found == replace(
        expected,
        name="lease-7",
        origin=found.origin,
        title="Dock lease",
        published=Time.parse("2020-05-04"),
        outlet="El Faro",
        language="no",
        author="Ana Ríos, B. Wu",
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\nA scene break opens this story.\n---\nAnd it goes on.",
        "---\ntitle: [unclosed\n---\nText.",
        "---\na: &x [1, 1]\nb: [*x, *x]\n---\nText.",
        "--- \nno end",
    ],
)
def test_what_only_looks_like_front_matter_stays_text(tmp_path: Path, text: str) -> None:
    assert document(written(tmp_path / "a.txt", text)).text == text


def test_unreadable_date_leaves_the_time_of_publication_unknown(tmp_path: Path) -> None:
    assert document(written(tmp_path / "a.txt", "---\ndate: last week\n---\nText.")).published is None


def test_markdown_loses_its_marks_and_keeps_its_words(tmp_path: Path) -> None:
    marked = (
        "# Dock *lease*\n\n> Said **Ana Ríos** of the [union](https://example.org/u_n) in a_b_c.\n\n"
        "![crane](crane.png)- 2 * 3 * 4\n\n```\ncode\n```\n<!-- note -->See <https://example.org>."
    )
    found = document(written(tmp_path / "a.md", marked))
    assert found.title == "Dock lease"
    assert found.text == (
        "Dock lease\n\nSaid Ana Ríos of the union in a_b_c.\n\n- 2 * 3 * 4\n\ncode\nSee https://example.org."
    )


@pytest.mark.parametrize(("content", "words"), [("", "empty"), (" \n\t\n", "has no text")])
def test_text_without_words_is_rejected(tmp_path: Path, content: str, words: str) -> None:
    assert words in reason(written(tmp_path / "a.txt", content))


def test_text_beyond_the_limit_is_rejected_with_its_length(tmp_path: Path) -> None:
    options = SourceOptions(limits=Limits(max_text_chars=10))
    assert "holds 11 characters" in reason(written(tmp_path / "a.txt", "x" * 11), options=options)


def test_huge_file_is_rejected_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)
    assert "too large (2,048 MiB)" in reason(path)


@pytest.mark.parametrize("line", ["a" * 200_000, "word " * 40_000, " ".join(["Ab-"] * 60_000)])
def test_long_first_line_is_no_headline_and_holds_nothing_up(tmp_path: Path, line: str) -> None:
    found = document(written(tmp_path / "a.txt", f"{line}\nTogo thanked Ghana."))
    assert (found.title, len(found.text)) == (None, len(line) + 20)


def test_comment_that_never_ends_stays_and_holds_nothing_up(tmp_path: Path) -> None:
    found = document(written(tmp_path / "a.md", f"Togo <!-- not told --> thanked Ghana. {'<!-- ' * 60_000}"))
    assert found.text.startswith("Togo  thanked Ghana. <!-- <!-- ")
