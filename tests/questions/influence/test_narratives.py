"""Narratives: one story of four papers, of which one copies, one has its own words in Spanish, and one quotes."""

import palanca

STORY = ["radar", "radar-es", "radar-copied", "radar-quoted"]


def test_story_is_told_by_three_voices_and_no_other_is(case: "palanca.Case") -> None:
    found = palanca.narratives(case).narratives
    names = {one.id: one.name for one in case.documents()}
    assert [[names[document] for document in one.documents] for one in found] == [STORY]
    (story,) = found
    assert (story.voices, [names[one] for one in story.first.documents]) == ((0, 1, 0, 2), ["radar"])
    assert [(names[one.document], names[one.of], one.reason.kind, one.least_days) for one in story.repeats] == [
        ("radar-copied", "radar", "copy", 2), ("radar-quoted", "radar", "quotation", 8),
    ]  # fmt: skip


def test_story_about_the_ambassador_is_that_of_the_papers_that_name_him(case: "palanca.Case") -> None:
    (story,) = palanca.narratives(case, about="Lars Moe").narratives
    names = {one.id: one.name for one in case.documents()}
    assert [names[one] for one in story.documents] == STORY[:-1]
