"""Wire stories are known as copies however papers dress them; other stories are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palanca.claims.copies import SharedPassage, groups_of_copies, shared_passages, signature
from palanca.records import DocumentId, Span

WIRE = """The harbour council of Port Amsel voted on Tuesday to close the old fish market, where some two hundred
families have sold their catch since the war. Council leader Hedda Brink said that the hall could no longer be kept
dry and that a new one would open beside the ferry pier before the end of next year.

Traders gathered outside the town hall with empty crates and asked for three more winters. "Nobody has shown us the
new place, only a drawing of it," said Matti Orre, who has had a stall there for thirty years.

The council has set aside nine million crowns for the move. A ferry company, Nordlinje, is to pay a third of that
sum and will get the quay of the old market for forty years in return.

Opposition members called the lease a gift and announced that they would take it to the county court in Lindau."""

DRESSED = WIRE.replace("voted on Tuesday", "decided on Tuesday").replace("some two hundred", "about 200")

ANOTHER_REPORTER = """Hedda Brink got her majority in the end: by eleven votes to eight the councillors of Port
Amsel have sealed the fate of the fish market. From next year its roof, which leaks at every storm, will shelter
nobody.

I met Matti Orre at five in the morning between boxes of herring. He laughs when he is asked about the plans. "A
drawing does not keep the rain off," he says and wipes his hands.

Who profits is no secret on the quay. Nordlinje pays three million crowns and may moor its ferries where the stalls
stand now, for two generations. The court in Lindau will hear about that from the opposition, which speaks of a
gift."""

SPANISH = """El consejo del puerto de Villamar aprobó el martes el cierre de la antigua lonja, donde unas doscientas
familias venden su pesca desde hace décadas. La alcaldesa Rosa Iriarte dijo que el edificio ya no puede mantenerse
seco y que el nuevo abrirá junto al muelle antes de que acabe el año próximo. Los vendedores pidieron tres inviernos
más."""

SHORT = "Hedda Brink resigned in Port Amsel on Friday."


def are_copies(one: str, other: str) -> bool:
    groups = groups_of_copies({DocumentId("a"): signature(one), DocumentId("b"): signature(other)})
    return groups[DocumentId("a")] == groups[DocumentId("b")]


def without_last_paragraph(text: str) -> str:
    return text.rpartition("\n\n")[0]


@pytest.mark.parametrize(
    "copy",
    [
        "Old market to close\n\n" + WIRE,
        "By our correspondent in Port Amsel\n\n" + WIRE,
        WIRE + "\n\nPort Amsel has eleven thousand inhabitants and lives on fish, timber and summer guests.",
        without_last_paragraph(WIRE),
        WIRE.upper().replace("\n", " "),
        "Traders lose hall\n\nFrom a correspondent\n\n" + without_last_paragraph(DRESSED) + "\n\nThe vote was secret.",
    ],
    ids=["headline", "byline", "paragraph more", "last paragraph cut", "capitals and lines", "all together"],
)
def test_edited_wire_story_is_a_copy(copy: str) -> None:
    assert are_copies(WIRE, copy)


def test_another_reporters_story_of_the_same_event_is_no_copy() -> None:
    assert not are_copies(WIRE, ANOTHER_REPORTER)


def test_spanish_copy_is_known_without_its_accents() -> None:
    assert are_copies(SPANISH, "Redacción. " + SPANISH.replace("á", "a").replace("ó", "o"))


def test_story_is_no_copy_of_its_translation() -> None:
    assert not are_copies(WIRE, SPANISH)


def test_short_texts_of_the_same_words_are_copies() -> None:
    assert are_copies(SHORT, "HEDDA BRINK resigned – in Port Amsel – on Friday")


def test_short_texts_that_differ_in_one_word_are_not() -> None:
    assert not are_copies(SHORT, SHORT.replace("Friday", "Monday"))


def test_texts_without_words_are_copies_of_each_other_only() -> None:
    assert (are_copies("", "…"), are_copies("", SHORT)) == (True, False)


def test_copy_of_a_copy_is_in_the_group_though_unlike_the_first() -> None:
    words = [f"word{i}" for i in range(300)]
    one, between, other = (" ".join(words[start : start + 150]) for start in (0, 60, 120))
    signatures = {DocumentId(name): signature(text) for name, text in (("c", one), ("b", between), ("a", other))}
    assert not are_copies(one, other)
    assert groups_of_copies(signatures) == {DocumentId(name): DocumentId("a") for name in "abc"}


def test_signature_stays_as_it_is_in_every_process_and_version() -> None:
    assert (signature(WIRE)[:32], signature(SHORT)) == ("fbd8c95d4a85e3a24177226e0f508581", "3d604cb7d93521519aa5f972")


def test_no_documents_make_no_groups() -> None:
    assert groups_of_copies({}) == {}


STORIES = [  # at the end such as overlap each with the next
    WIRE, DRESSED, without_last_paragraph(WIRE), ANOTHER_REPORTER, ANOTHER_REPORTER + " It rained.", SPANISH, SHORT,
    SHORT.upper(), *(" ".join(WIRE.split()[i : i + 50]) for i in range(0, 120, 10)),
]  # fmt: skip
SIGNATURES = [signature(story) for story in STORIES]


@given(st.permutations(range(len(STORIES))))
def test_order_changes_no_group(order: list[int]) -> None:
    groups = groups_of_copies({DocumentId(f"{i:02}"): SIGNATURES[i] for i in order})
    assert groups == groups_of_copies({DocumentId(f"{i:02}"): one for i, one in enumerate(SIGNATURES)})


@given(st.lists(st.integers(0, len(STORIES) - 1)))
def test_group_is_named_by_its_smallest_document_and_holds_all_its_equals(stories: list[int]) -> None:
    signatures = {DocumentId(f"{i:02}"): SIGNATURES[story] for i, story in enumerate(stories)}
    groups = groups_of_copies(signatures)
    assert groups.keys() == signatures.keys()
    assert all(groups[group] == group <= document for document, group in groups.items())
    assert all(groups[a] == groups[b] for a in groups for b in groups if signatures[a] == signatures[b])


QUOTED = (
    "the bridge was closed at noon because two of its cables had been found to be worn through and no ship heavier than"
    " a thousand tonnes may pass below it until the engineers of the ministry have tested every other cable"
)
FIRST = f"Port Amsel. According to the harbour office {QUOTED}, a notice says. Drivers were angry."
SECOND = f"A notice came in the evening: {QUOTED.replace('the bridge', 'The Bridge,')}! Nothing more is known."


def test_passage_is_found_in_both_texts_whatever_its_marks() -> None:
    one, other = DocumentId("a"), DocumentId("b")
    second = SECOND[SECOND.index("The Bridge") : SECOND.index("!")]
    assert list(shared_passages({other: SECOND, one: FIRST})) == [
        SharedPassage(
            one=one, one_span=Span(FIRST.index(QUOTED), FIRST.index(QUOTED) + len(QUOTED)),
            other=other, other_span=Span(SECOND.index(second), SECOND.index(second) + len(second)),
        )
    ]  # fmt: skip


def test_passage_of_many_documents_is_paired_with_the_first() -> None:
    texts = {DocumentId(name): f"{name} wrote: {QUOTED}. {name} ends." for name in "cadb"}
    assert [(found.one, found.other) for found in shared_passages(texts)] == [("a", "b"), ("a", "c"), ("a", "d")]


def test_sentence_of_common_length_is_no_passage() -> None:
    words = " ".join(QUOTED.split()[:19])
    texts = {DocumentId(name): f"{start} {words} {start[::-1]}" for name, start in (("a", SPANISH), ("b", WIRE))}
    assert list(shared_passages(texts)) == []


def test_passage_twice_in_one_text_is_not_shared() -> None:
    assert list(shared_passages({DocumentId("a"): f"{QUOTED}. And again: {QUOTED}."})) == []


WORDS = st.lists(st.sampled_from([f"w{i}" for i in range(2000)]), max_size=60)


@given(WORDS, WORDS, WORDS, WORDS, st.integers(25, 60))
def test_every_passage_of_25_words_is_found(
    before: list[str], after: list[str], pre: list[str], post: list[str], length: int
) -> None:
    passage = " ".join(f"passage{i}" for i in range(length))
    one, other = (" ".join([*head, passage, *tail]) for head, tail in ((before, after), (pre, post)))
    texts = {DocumentId("a"): one, DocumentId("b"): other}
    found = [p for p in shared_passages(texts) if passage in p.one_span.of(one) and passage in p.other_span.of(other)]
    assert len(found) == 1


@given(WORDS, WORDS)
def test_what_is_found_has_equal_words_and_at_least_20(one: list[str], other: list[str]) -> None:
    texts = {DocumentId("a"): " ".join([*one, *other, *one]), DocumentId("b"): " ".join([*other, *one])}
    for found in shared_passages(texts):
        words = found.one_span.of(texts[found.one]).split()
        assert words == found.other_span.of(texts[found.other]).split()
        assert len(words) >= 20
