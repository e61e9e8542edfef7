"""Running the server on this machine."""

import socket
import threading
from collections.abc import Callable, Iterable
from errno import EADDRNOTAVAIL
from pathlib import Path
from typing import TYPE_CHECKING

from palanca.records.errors import PalancaError
from palanca.web.access import access_of
from palanca.web.app import create_app
from palanca.web.assets import ready_assets
from palanca.web.shelf import Shelf, shelf_of

if TYPE_CHECKING:
    import uvicorn

type Tell = Callable[[str], None]


class TakenPort(PalancaError):
    """Nothing can be listened at the address, mostly as another program does."""


def serve(places: Iterable[Path], tell: Tell, *, host: str = "127.0.0.1", port: int = 0) -> None:
    """Serve cases, and folders of cases, until interrupted; port 0 takes a free one.

    `tell` gets a line for people, the address among them. Raises CaseError, NoInterface or TakenPort.
    """
    import uvicorn

    shelf = shelf_of(places)
    assets = ready_assets(tell)
    listening = _listen(host, port)
    access = access_of(host, listening.getsockname()[1])
    own = f"[{host}]" if ":" in host else host
    token = f"?token={access.token}" if access.token else ""
    path = f"/c/{next(iter(shelf.paths))}" if len(shelf.paths) == 1 else "/"
    tell(f"Palanca is at http://{own}:{listening.getsockname()[1]}{path}{token} (Ctrl C stops it)")
    threading.Thread(target=_load_ahead, args=(shelf,), daemon=True).start()
    config = uvicorn.Config(
        create_app(shelf, access, assets), log_level="warning", server_header=False, timeout_graceful_shutdown=2
    )
    _ending_news(shelf)(config).run(sockets=[listening])


def _ending_news(shelf: Shelf) -> "type[uvicorn.Server]":
    """A server that ends its streams of news before it waits for what is being answered."""
    import uvicorn

    class Ending(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            shelf.end_news()
            await super().shutdown(sockets)

    return Ending


def serve_nearby(places: Iterable[Path], tell: Tell, *, port: int) -> None:
    """Serve at this port or, where another program has it, at a free one; see `serve`."""
    try:
        serve(places, tell, port=port)
    except TakenPort:
        serve(places, tell)


def _load_ahead(shelf: Shelf) -> None:
    """Load what the first map and the first window would wait for, the towns of the earth and exact tests.

    Then answers of large cases are worked out ahead.
    """
    from importlib import import_module

    from palanca.lexicon.coordinates import town_at

    import_module("scipy.stats")
    town_at("Lima")
    shelf.work_ahead()


def _listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # before the address is told: who asks at once waits and is not refused
    except OSError as error:
        listening.close()
        other = "--host" if isinstance(error, socket.gaierror) or error.errno == EADDRNOTAVAIL else "--port"
        raise TakenPort(f"{host}:{port} cannot be listened at ({error.strerror}): choose another {other}") from error
    return listening
