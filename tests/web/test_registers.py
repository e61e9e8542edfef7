"""Registers by the API."""

from pathlib import Path

from fastapi.testclient import TestClient

import palanca
from palanca.pipeline import ReadOptions
from palanca.registers.mapping_loading import shipped
from tests.web.serving import answer, client_of

VISITS = "registers/visits/rows"


def test_rows_are_shown_as_cells_with_how_many_claims_they_tell(volta: TestClient) -> None:
    page = answer(volta, VISITS)
    shown = [({cell["column"]: cell["value"] for cell in one["cells"]}, one["claims"]) for one in page["items"]]
    assert shown == [
        ({"visitor": "Lucia Montero", "day": "2024-05-03"}, 1),
        ({"visitor": "Omar Said", "purpose": "harbours", "day": "2024-05-20"}, 1),
    ]
    assert (page["register_name"], page["title"], page["total"]) == ("visits", "Visits to Togo", 2)
    document = volta.get(f"/api/cases/volta/documents/{page['items'][0]['document']['id']}").json()
    assert document["document"]["register_name"] == "visits"


def test_column_that_the_first_row_leaves_empty_has_its_place(volta: TestClient) -> None:
    assert answer(volta, VISITS)["columns"] == ["visitor", "purpose", "day"]


def test_pages_of_rows_follow_each_other(volta: TestClient) -> None:
    first = answer(volta, VISITS, limit=1)
    second = answer(volta, VISITS, limit=1, cursor=first["next"])
    assert first["items"] + second["items"] == answer(volta, VISITS)["items"]


def test_rows_come_in_the_order_of_their_table(tmp_path: Path) -> None:
    table = tmp_path / "trade.csv"
    rows = [f"Kenya,Oman,{year},Export,5" for year in range(2001, 2013)]
    table.write_text("\n".join(["Reporter,Partner,Year,Flow,Value", *rows]), encoding="utf-8")
    palanca.read(tmp_path / "c.palanca", [table], ReadOptions(mapping="bilateral_trade"))
    with client_of(tmp_path / "c.palanca") as client:
        items = client.get("/api/cases/c/registers/bilateral_trade/rows").json()["items"]
    years = [cell["value"] for one in items for cell in one["cells"] if cell["column"] == "Year"]
    assert years == [str(year) for year in range(2001, 2013)]


def test_unknown_register_is_told(volta: TestClient) -> None:
    refused = volta.get("/api/cases/volta/registers/voyages/rows")
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown_register")


def test_mappings_tell_the_columns_that_they_read(volta: TestClient) -> None:
    items = volta.get("/api/cases/volta/mappings").json()["items"]
    assert [one["name"] for one in items] == list(shipped())
    trade = next(one for one in items if one["name"] == "bilateral_trade")
    assert (trade["title"], trade["columns"][0], trade["kinds"]) == (
        "Trade between countries",
        "reporter",
        ["quantity"],
    )


def test_documents_of_a_register_and_of_an_outlet_are_listed(volta: TestClient) -> None:
    of_register = volta.get("/api/cases/volta/documents", params={"register": "votes"}).json()
    assert (of_register["total"], {one["document"]["register_name"] for one in of_register["items"]}) == (4, {"votes"})
    of_outlet = volta.get("/api/cases/volta/documents", params={"outlet": "Lagoon Post"}).json()
    assert [one["document"]["published"] for one in of_outlet["items"]] == ["2025-03-06", "2024-05-09"]


def test_case_tells_of_how_many_rows_the_prose_is_unread(tmp_path: Path) -> None:
    table, case = tmp_path / "travels.csv", tmp_path / "travels.palanca"
    table.write_text(
        "id,role,traveller,start_date,end_date,country,locale,remarks\n"
        "7,president,Martin Harlan,1951-07-02,1951-07-04,Peru,Lima,Met with President Olmedo.\n",
        encoding="utf-8",
    )
    palanca.read(case, [table], ReadOptions(mapping="us_travels_abroad", prose=False))
    with client_of(case) as asked:
        (register,) = asked.get("/api/cases/travels").json()["registers"]
    assert register["unread_prose"] == 1
