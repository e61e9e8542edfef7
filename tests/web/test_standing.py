"""How countries stand, by the API."""

from fastapi.testclient import TestClient

from tests.web.serving import answer


def test_votes_are_told_with_bounds_and_table(volta: TestClient) -> None:
    (sweden,) = answer(volta, "standing", host="Togo")["agreements"]
    assert sweden["table"] == [
        {"host": "no", "power": "abstain", "number": 1},
        {"host": "yes", "power": "yes", "number": 1},
    ]
    rate = sweden["rate"]
    assert (rate["number"], rate["of"], rate["share"], round(rate["low"], 3), round(rate["high"], 3)) == (
        1, 2, 0.5, 0.095, 0.905,
    )  # fmt: skip
    # one of two agrees; the votes of each alone would give that by chance for one in four
    assert sweden["kappa"] == (1 / 2 - 1 / 4) / (1 - 1 / 4)
    assert (sweden["host_only"], sweden["power_only"], sweden["claims"]["number"]) == (0, 0, 4)


def test_acts_open_at_their_claims(volta: TestClient) -> None:
    (japan,) = answer(volta, "standing", host="Togo", powers=["Japan"])["stances"]
    assert (japan["power"]["code"], japan["by_host"], japan["cooperation"]["share"]) == ("JPN", False, 0.0)
    ((stance, claims),) = [(one["stance"], one["claims"]) for one in japan["stances"]]
    assert (stance, claims["number"]) == ("condemned", 1)
    shown = volta.get(f"/api/cases/volta/claims/{claims['first'][0]}").json()["claim"]
    assert shown["passages"][0]["sentence"] == "Japan condemned Togo on Monday, 2 March 2025."


def test_years_stand_apart(volta: TestClient) -> None:
    found = answer(volta, "standing", host="Togo", powers=["SWE"], by_year=True)
    assert [one["year"] for one in found["agreements"]] == [2021]
    assert [(one["by_host"], one["year"]) for one in found["stances"]] == [(True, 2025), (False, 2025)]
    assert found["scope"] == {"claims": 5, "documents": 7, "sources": 3, "searched": 12, "unseen": []}


def test_of_many_rows_the_first_are_given_and_all_are_counted(volta: TestClient) -> None:
    whole = answer(volta, "standing", host="Togo", by_year=True)
    assert whole["all_stances"] == len(whole["stances"]) > 1
    assert whole["all_agreements"] == len(whole["agreements"])
    first = answer(volta, "standing", host="Togo", by_year=True, most=1)
    assert first == whole | {"stances": whole["stances"][:1], "agreements": whole["agreements"][:1]}
