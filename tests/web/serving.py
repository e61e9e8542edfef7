"""A server of one small case, asked without a network."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

import palanca
from palanca.pipeline import ReadOptions
from palanca.web.access import Access
from palanca.web.app import create_app
from palanca.web.shelf import Shelf, shelf_of

HOST = "127.0.0.1:8321"
_PATIENT = {"Prefer": "wait=300"}  # the machine of the tests may be busy
DISPATCHES = {
    "lome-01": "Lomé, 3 March 2025. Foreign Minister Kossi Adjavon of Togo met Ambassador Marta Lindqvist of Sweden in "
    "Lomé on Monday. They signed an agreement on port security.",
    "lome-02": "Lomé, 4 March 2025. Togo's foreign minister, Kossi Adjavon, denied that he had offered Sweden a base.",
}

_PROMISE = '"We will not lease a single berth of the old harbour to any foreign fleet before the vote in June."'
_WIRE = (
    "Togo's foreign minister, Kossi Adjavon, met the Swedish ambassador, Marta Lindqvist, in Lomé on 4 March 2025. "
    f"Adjavon said: {_PROMISE} The ministry added that a study of the harbour would be finished by May. The talks "
    "lasted for two hours and were followed by a dinner to which three members of parliament were invited as well."
)
_ARTICLES = (
    ("wire", "2025-03-05", "Gulf Courier", _WIRE),
    ("copy", "2025-03-08", "Harbour Mail", f"LOMÉ. {_WIRE}"),
    ("own", "2025-03-06", "Lagoon Post", "The Swedish ambassador to Togo, Marta Lindqvist, met the foreign minister of "
     "Togo, Kossi Adjavon, in Lomé on 4 March 2025. Japan condemned Togo on Monday, 2 March 2025."),
    ("visit", "2024-05-09", "Lagoon Post", "Lucia Montero visited Togo on 8 May 2024."),
)  # fmt: skip
_VISITS = """\
name: visits
title: Visits to Togo
language: en
covers:
  - {kind: event, category: CONSULT, mode: visit, countries: [TGO], time: 2019/2024}
things:
  visitor: {schema: Person, name: visitor}
  land: {schema: Place, name: {constant: Togo}, country: itself}
statements:
  - {kind: event, category: CONSULT, mode: {constant: visit}, actor: [visitor], recipient: [land], time: day}
"""
_TABLES = {
    "visits": "visitor,purpose,day\nLucia Montero,,2024-05-03\nOmar Said,harbours,2024-05-20\n",
    "bilateral_trade": "Reporter,Partner,Year,Flow,Value,Currency,Commodity\n"
    "Togo,Sweden,2023,Export,300,USD,phosphate\nTogo,Japan,2023,Export,100,USD,phosphate\n",
    "votes": "date,resolution,title,body,country,vote\n"
    "2021-11-02,R/1,Canals,Assembly,Togo,Yes\n2021-11-02,R/1,Canals,Assembly,Sweden,Yes\n"
    "2021-11-03,R/2,Ships,Assembly,Togo,No\n2021-11-03,R/2,Ships,Assembly,Sweden,Abstain\n",
}


def influence_case(folder: Path) -> Path:
    """A case of four articles of three outlets and three registers, settled."""
    path, mapping = folder / "volta.palanca", folder / "visits.yaml"
    mapping.write_text(_VISITS, encoding="utf-8")
    for name, rows in _TABLES.items():
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
        palanca.read(path, [folder / f"{name}.csv"], ReadOptions(mapping=mapping if name == "visits" else name))
    keys = ("name", "published", "outlet", "text")
    lines = (json.dumps(dict(zip(keys, article, strict=True))) for article in _ARTICLES)
    (folder / "press.jsonl").write_text("\n".join(lines), encoding="utf-8")
    palanca.read(path, [folder / "press.jsonl"])
    return path


def small_case(folder: Path) -> Path:
    """A case of two dispatches, settled."""
    texts = folder / "texts"
    texts.mkdir()
    for name, text in DISPATCHES.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "lome.palanca"
    palanca.read(path, [texts])
    return path


@contextmanager
def client_of(path: Path, access: Access | None = None) -> Iterator[TestClient]:
    """A client of a server of the case at `path`."""
    app = create_app(shelf_of([path]), access or Access(hosts=frozenset({HOST})))
    with TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False, headers=_PATIENT) as client:
        yield client


def answer(client: TestClient, question: str, **asked: Any) -> dict[str, Any]:
    """What the server answers to a question to the case `volta`."""
    told: dict[str, Any] = client.get(f"/api/cases/volta/{question}", params=asked).json()
    return told


def case_of(client: TestClient) -> palanca.Case:
    """The open case `volta` of the server that a client asks."""
    shelf: Shelf = client.app.state.shelf  # type: ignore[attr-defined]  # an application has more than ASGI says
    return shelf.desk("volta").case
