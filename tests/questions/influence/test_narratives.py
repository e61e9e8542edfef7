"""Narratives: one story of four papers: one copies it, one quotes, and one has its own words, in Spanish."""

import palanca
from tests.questions.influence.known import SPANISH

STORY = ["radar", "radar-copied", "radar-quoted"]


def test_story_is_told_by_two_voices_and_no_other_is(case: "palanca.Case") -> None:
    found = palanca.narratives(case).narratives
    names = {one.id: one.name for one in case.documents()}
    assert [[names[document] for document in one.documents] for one in found] == [STORY]
    (story,) = found
    assert (story.voices, [names[one] for one in story.first.documents]) == ((0, 0, 1), ["radar"])
    assert [(names[one.document], names[one.of], one.reason.kind, one.least_days) for one in story.repeats] == [
        ("radar-copied", "radar", "copy", 2), ("radar-quoted", "radar", "quotation", 8),
    ]  # fmt: skip


def test_story_about_the_ambassador_is_that_of_the_papers_that_name_him(case: "palanca.Case") -> None:
    (story,) = palanca.narratives(case, about="Lars Moe").narratives
    names = {one.id: one.name for one in case.documents()}
    assert [names[one] for one in story.documents] == STORY[:-1]


@SPANISH
def test_paper_that_tells_it_in_another_language_is_a_voice_of_its_own(case: "palanca.Case") -> None:
    (story,) = palanca.narratives(case).narratives
    names = {one.id: one.name for one in case.documents()}
    assert [names[one] for one in story.documents] == ["radar", "radar-es", "radar-copied", "radar-quoted"]
