"""Narratives by the API."""

from datetime import date

from fastapi.testclient import TestClient

from palanca.analysis.narratives import Burst, Coincidence, Narratives
from palanca.analysis.scope import Scope
from palanca.records import Filter, Kind
from palanca.web.shapes.narratives import shown_narratives
from tests.web.serving import answer, case_of


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


def test_burst_is_told_with_its_articles_and_the_event_near_it(volta: TestClient) -> None:
    case = case_of(volta)
    (told,) = [one for one in case.documents() if one.outlet == "Gulf Courier"]
    event = next(iter(case.claims(Filter(kinds=(Kind.EVENT,), document=told.name))))
    burst = Burst(first=date(2025, 3, 5), last=date(2025, 3, 8), level=1, weight=2.5, documents=(told.id,))
    near = Coincidence(
        burst=burst, event=event.id, days_apart=-1, p=0.25, adjusted_p=0.5, permutations=19, told_within=1
    )
    found = Narratives(
        narratives=(), bursts=(burst,), coincidences=(near,), together_p=0.25, events=1, observed=None,
        scope=Scope(claims=0, documents=0, sources=0, searched=4),
    )  # fmt: skip
    page = shown_narratives(case, found, (), None)
    ((told_burst, told_near),) = zip(page.bursts, page.coincidences, strict=True)
    assert (told_burst.first, told_burst.last, told_burst.number) == ("2025-03-05", "2025-03-08", 1)
    assert [one.outlet for one in told_burst.documents] == ["Gulf Courier"]
    assert (told_near.burst, told_near.event.id, told_near.days_apart) == ("2025-03-05", event.id, -1)
    assert told_near.event.passages[0].sentence.startswith("Togo's foreign minister, Kossi Adjavon, met")
