"""Narratives by the API."""

from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_story_tells_its_voices_and_how_late_each_came(volta: TestClient) -> None:
    page = answer(volta, "narratives")
    (story,) = page["items"]
    assert [(one["document"]["outlet"], one["voice"], one["late"]) for one in story["articles"]] == [
        ("Gulf Courier", 0, [0, 0]),
        ("Lagoon Post", 1, [1, 1]),
        ("Harbour Mail", 0, [3, 3]),
    ]
    assert (story["independent"], story["first_is_certain"]) == (2, True)
    assert story["first"] == [story["articles"][0]["document"]["id"]]
    assert (page["total"], page["next"], page["observed"]) == (1, None, ["2024-05-09", "2025-03-08"])
    assert page["scope"]["unseen"] == [{"number": 8, "what": "rows of registers, which are no articles"}]
    assert page["warning"].startswith("Coinciding is not causing")


def test_links_and_repeats_stand_at_their_words_in_both(volta: TestClient) -> None:
    (story,) = answer(volta, "narratives")["items"]
    assert [(link["reasons"][0]["kind"], link["number"]) for link in story["links"]] == [("claim", 1), ("copy", 1)]
    (repeat,) = story["repeats"]
    assert (repeat["least_days"], repeat["most_days"], repeat["order_is_known"]) == (3, 3, True)
    said = [repeat["reason"][side] for side in ("here", "there")]
    assert [one["document"]["outlet"] for one in said] == ["Harbour Mail", "Gulf Courier"]
    words = {one["sentence"][one["words"][0] : one["words"][1]] for one in said}
    assert len(words) == 1
    assert words.pop().startswith("Togo's foreign minister, Kossi Adjavon, met")


def test_days_of_publication_narrow_it(volta: TestClient) -> None:
    page = answer(volta, "narratives", since="2025-03-06", until="2025-03")
    (story,) = page["items"]
    assert [one["document"]["outlet"] for one in story["articles"]] == ["Lagoon Post", "Harbour Mail"]
    assert page["scope"]["searched"] == 2


def test_wrong_time_and_unknown_thing_are_told(volta: TestClient) -> None:
    assert answer(volta, "narratives", since="soon")["code"] == "invalid_time"
    assert answer(volta, "narratives", about="Nobody at all")["code"] == "unknown_entity"
