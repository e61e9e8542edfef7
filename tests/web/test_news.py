"""News of a case: each listener has a stream of its own, which ends when the server does."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.routing import APIRoute

from palanca.web.news import News
from palanca.web.routes.news import router
from palanca.web.tagging import TaggedRoute


def _listening(news: News, listeners: int) -> list[AsyncIterator[str]]:
    return [news.listen() for _ in range(listeners)]


async def _heard(stream: AsyncIterator[str]) -> list[str]:
    return [message async for message in stream]


async def _all_told(news: News, listeners: int) -> list[list[str]]:
    """What so many hear of one event, until the streams end."""
    streams = _listening(news, listeners)
    opened = [await anext(one) for one in streams]
    news.tell("settled", revision=[1, 2])
    news.end()
    return [[first, *(await _heard(one))] for first, one in zip(opened, streams, strict=True)]


def test_every_listener_hears_what_is_told_until_the_streams_end() -> None:
    told = 'event: settled\ndata: {"revision": [1, 2]}\n\n'
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests keeps a loop of its own in this thread
        heard = apart.submit(lambda: asyncio.run(_all_told(News(), 3))).result()
    assert heard == [[": open\n\n", told]] * 3


@pytest.mark.parametrize("route", router.routes)
def test_no_two_pages_share_a_stream(route: APIRoute) -> None:
    assert not isinstance(route, TaggedRoute)
