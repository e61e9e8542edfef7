"""Who may ask: the pages of this server, on this machine, or whoever has the token of another address.

A page of the web must not reach a local server through the browser of its user. So the name in `Host` must be ours
(else a name of another's could be pointed at this machine: DNS rebinding), and what comes from a page must come from
one of ours (cross-site request forgery). Fetch Metadata (W3C) tells the rest.
"""

import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

type Scope = MutableMapping[str, Any]
type Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
type Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
type Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
TOKEN_COOKIE = "palanca_token"  # noqa: S105  # the name of the cookie
_HTTP_PORT = 80
_READS = frozenset({"GET", "HEAD"})
_POLICY = (
    "default-src 'self'; img-src 'self' blob:; worker-src 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Under which names the server is asked, such as `127.0.0.1:8321`, and the token that it wants, if any.

    `most_bytes` is the largest body taken with files in it, which go to disk, and `most_held_bytes` that of all others,
    which are held in memory.
    """

    hosts: frozenset[str]
    token: str | None = None
    most_bytes: int = 1 << 30
    most_held_bytes: int = 1 << 20


def access_of(host: str, port: int) -> Access:
    """Who may ask a server bound to this address: on loopback anybody on the machine, elsewhere who has the token."""
    if host in {"127.0.0.1", "localhost", "::1"}:
        return Access(hosts=_asked_as(LOOPBACK, port))
    names = (*LOOPBACK, f"[{host}]" if ":" in host else host)
    return Access(hosts=_asked_as(names, port), token=secrets.token_urlsafe(32))


def _asked_as(names: Iterable[str], port: int) -> frozenset[str]:
    """What browsers send as Host: without the port where it is that of HTTP."""
    return frozenset(name if port == _HTTP_PORT else f"{name}:{port}" for name in names)


class Guard:
    """Lets through what may ask, and puts the security headers on every answer."""

    def __init__(self, app: Application, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers[name] = value
            await send(message)

        headers = Headers(scope=scope)
        most = self._access.most_bytes if _has_files(headers) else self._access.most_held_bytes
        refusal = self._refusal(scope, headers, most)
        if refusal is None:
            await self._app(scope, _metered(receive, most), sending)
        else:
            await refusal(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers, most: int) -> Response | None:
        if headers.get("host", "") not in self._access.hosts:
            return _problem(
                421, "wrong_host", "this server answers under its own address only: open the one it printed"
            )
        if _is_foreign(scope["method"], headers):
            return _problem(403, "wrong_origin", "a page of another site asked: open Palanca's own address")
        if int(headers.get("content-length") or 0) > most:
            return _problem(413, "too_large", _too_large(most))
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        wanted = self._access.token
        if wanted is None or _has(_cookie(headers), wanted):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _has(given, wanted):
            return _problem(401, "no_token", "open the address with the token that the server printed")
        answer = RedirectResponse(scope["path"], status_code=303)
        answer.set_cookie(TOKEN_COOKIE, wanted, httponly=True, samesite="strict")
        return answer


def _has_files(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("multipart/form-data")


def _metered(receive: Receive, most: int) -> Receive:
    """A body that ends with an error past so many bytes: one that comes in pieces need not tell its length before."""
    taken = 0

    async def receiving() -> MutableMapping[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, _too_large(most))
        return message

    return receiving


def _too_large(most: int) -> str:
    return f"more than {most:,} bytes: send it in parts"


def _is_foreign(method: str, headers: Headers) -> bool:
    """Whether a page that is not ours asks. Programs that are no browser send none of these headers."""
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers['host']}":
        return True
    is_navigation = method in _READS and headers.get("sec-fetch-mode") == "navigate"
    return site not in {"same-origin", "none"} and not is_navigation


def _cookie(headers: Headers) -> str:
    found = SimpleCookie(headers.get("cookie", "")).get(TOKEN_COOKIE)
    return found.value if found else ""


def _has(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode(), wanted.encode())


def _problem(status: int, code: str, detail: str) -> JSONResponse:
    return JSONResponse({"code": code, "detail": detail}, status_code=status)
