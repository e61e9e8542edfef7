"""Narratives: one story of four papers: one copies it, one quotes, and one has its own words, in Spanish.

Two more stories are told by two papers each, in English and in Spanish.
"""

import palanca

STORY = ["radar", "radar-es", "radar-copied", "radar-quoted"]
IN_BOTH_LANGUAGES = [["court", "court-english"], ["mayor", "mayor-english"]]


def test_papers_that_tell_it_in_their_own_words_are_voices_and_those_that_repeat_it_are_not(
    case: "palanca.Case",
) -> None:
    found = palanca.narratives(case).narratives
    names = {one.id: one.name for one in case.documents()}
    assert [[names[document] for document in one.documents] for one in found] == [STORY, *IN_BOTH_LANGUAGES]
    story = found[0]
    assert (story.voices, [names[one] for one in story.first.documents]) == ((0, 1, 0, 2), ["radar"])
    assert [(names[one.document], names[one.of], one.reason.kind, one.least_days) for one in story.repeats] == [
        ("radar-copied", "radar", "copy", 2), ("radar-quoted", "radar", "quotation", 8),
    ]  # fmt: skip


def test_papers_of_two_languages_are_two_voices(case: "palanca.Case") -> None:
    found = palanca.narratives(case).narratives
    assert [(one.voices, one.repeats) for one in found[1:]] == [((0, 1), ()), ((0, 1), ())]


def test_story_about_the_ambassador_is_that_of_the_papers_that_name_him(case: "palanca.Case") -> None:
    (story,) = palanca.narratives(case, about="Lars Moe").narratives
    names = {one.id: one.name for one in case.documents()}
    assert [names[one] for one in story.documents] == STORY[:-1]
