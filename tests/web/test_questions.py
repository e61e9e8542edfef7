"""The quick questions by the API."""

from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_window_holds_the_meeting_and_leaves_out_what_was_denied(client: TestClient) -> None:
    found = client.get("/api/cases/lome/window", params={"around": "2025-03-03", "before": 2, "after": 2}).json()
    assert [one["category"] for one in found["certain"]] == ["CONSULT", "SUPPORT"]
    assert (found["window"]["first"], found["window"]["days"]) == ("2025-03-01", 5)
    assert "more told is not more done" in found["warning"]


def test_cell_of_a_matrix_opens_at_its_claims(client: TestClient) -> None:
    found = client.get("/api/cases/lome/matrix", params={"host": "Togo"}).json()
    assert [one["code"] for one in found["powers"]] == ["SWE"]
    (cell,) = [one for one in found["cells"] if one["column"] == "diplomatic"]
    behind = client.get("/api/cases/lome/claims", params={"q": cell["q"]}).json()
    assert len(behind["items"]) == cell["claims"]
    assert cell["lead"] in [one["id"] for one in behind["items"]]


def test_of_a_matrix_the_first_powers_are_given_and_all_are_counted(volta: TestClient) -> None:
    whole = answer(volta, "matrix", host="Togo")
    first = answer(volta, "matrix", host="Togo", most=1)
    assert len(whole["powers"]) == whole["all_powers"] == first["all_powers"] > 1
    assert first["powers"] == whole["powers"][:1]
    assert first["cells"] == [one for one in whole["cells"] if one["power"] == first["powers"][0]["code"]]
    assert (first["columns"], first["scope"]) == (whole["columns"], whole["scope"])


def test_matrix_begins_with_a_country_on_which_another_acts(client: TestClient) -> None:
    both = client.get("/api/cases/lome/matrix/host").json()["host"]["code"]  # of equals the first by code
    assert both == "SWE"
    assert client.get("/api/cases/lome/matrix/host", params={"q": "during:1950"}).json() == {"host": None}


def test_unknown_country_is_told(client: TestClient) -> None:
    told = client.get("/api/cases/lome/matrix", params={"host": "Atlantis"})
    assert (told.status_code, told.json()["code"]) == (422, "unknown_country")


def test_network_around_a_person_has_who_that_person_met(client: TestClient) -> None:
    found = client.get("/api/cases/lome/network", params={"focus": "Kossi Adjavon"}).json()
    captions = {one["id"]: one["caption"] for one in found["nodes"]}
    ends = {frozenset((captions[tie["one"]], captions[tie["other"]])) for tie in found["ties"]}
    assert frozenset(("Kossi Adjavon", "Marta Lindqvist")) in ends
    assert captions[found["focus"]] == "Kossi Adjavon"


def test_path_between_two_who_met_opens_at_the_sentence(client: TestClient) -> None:
    asked = {"one": "Kossi Adjavon", "other": "Marta Lindqvist"}
    found = client.get("/api/cases/lome/network/paths", params=asked).json()
    (leg,) = found["paths"][0]["legs"]
    assert "met Ambassador Marta Lindqvist" in leg["claims"][0]["passages"][0]["sentence"]


def test_map_places_the_meeting_in_its_town(client: TestClient) -> None:
    found = client.get("/api/cases/lome/map").json()
    (place,) = found["places"]
    assert (place["caption"], place["country"], place["precision"]) == ("Lomé", "TGO", "town")
    behind = client.get("/api/cases/lome/claims", params={"q": f"kind:event {place['q']}"}).json()
    assert len(behind["items"]) == place["claims"]


def test_map_tells_which_countries_take_part_together(client: TestClient) -> None:
    (joined,) = client.get("/api/cases/lome/map").json()["joined"]
    assert (joined["one"], joined["other"]) == ("SWE", "TGO")
    behind = client.get("/api/cases/lome/claims", params={"q": joined["q"]}).json()
    assert len(behind["items"]) == joined["claims"]


def test_marks_are_the_claims_to_draw(client: TestClient) -> None:
    found = client.get("/api/cases/lome/marks", params={"q": "kind:event category:CONSULT"}).json()
    (mark,) = found["items"]
    assert (mark["label"], mark["first"]) == ("Kossi Adjavon · Marta Lindqvist", "2025-03-03")
    assert (mark["countries"], mark["people"]) == (["TGO", "SWE"], ["Kossi Adjavon", "Marta Lindqvist"])
    assert found["left"] == 0


def test_of_too_many_marks_the_latest_are_given(client: TestClient) -> None:
    everything = client.get("/api/cases/lome/marks", params={"q": "time:1900.."}).json()
    last = client.get("/api/cases/lome/marks", params={"most": 1}).json()
    assert last["items"] == everything["items"][-1:]
    assert last["left"] == last["scope"]["claims"] - 1


def test_pattern_of_an_unknown_name_is_told_with_those_there_are(client: TestClient) -> None:
    told = client.get("/api/cases/lome/patterns", params={"name": "spiral"})
    assert (told.status_code, told.json()["code"]) == (422, "invalid_pattern")


def test_words_to_ask_with_are_listed(client: TestClient) -> None:
    found = client.get("/api/asking").json()
    assert {"who", "with", "kind"} <= {one["word"] for one in found["fields"]}
    assert found["corrections"]["quotation"] == ["time", "place", "modality"]
