"""News of a case: each listener has a stream of its own, which ends when the server does."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.routing import APIRoute

from palanca.web.news import News
from palanca.web.routes.news import router
from palanca.web.tagging import TaggedRoute


async def _listening(news: News, listeners: int) -> list[AsyncIterator[str]]:
    return [await news.listen() for _ in range(listeners)]


async def _heard(stream: AsyncIterator[str]) -> list[str]:
    return [message async for message in stream]


async def _all_told(news: News, listeners: int) -> list[list[str]]:
    """What so many hear of one event, until the streams end."""
    streams = await _listening(news, listeners)  # none of them is read yet: what is told now must not be lost
    news.tell("settled", revision=[1, 2])
    news.end()
    return [await _heard(one) for one in streams]


def _run[T](wanted: Callable[[], Coroutine[None, None, T]]) -> T:
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests keeps a loop of its own in this thread
        return apart.submit(lambda: asyncio.run(wanted())).result()


def _begun(quiet_s: str) -> str:
    return f'event: begun\ndata: {{"quiet_s": {quiet_s}}}\n\n'


_TOLD = 'event: settled\ndata: {"revision": [1, 2]}\n\n'


def test_every_listener_hears_what_is_told_from_the_moment_that_it_asked_until_the_streams_end() -> None:
    assert _run(lambda: _all_told(News(), 3)) == [[_begun("null"), _TOLD]] * 3


def test_listener_is_told_how_long_ago_the_last_was_told() -> None:
    moments = iter((100.0, 102.5, 103.0))
    news = News(clock=lambda: next(moments))
    news.tell("settled", revision=[1, 1])
    assert _run(lambda: _all_told(news, 1)) == [[_begun("2.5"), _TOLD]]


def test_trouble_is_told_to_those_too_who_come_later_until_it_is_over() -> None:
    async def heard() -> list[list[str]]:
        news = News(clock=lambda: 0.0)
        streams = []
        for event in ("trouble", "settled"):
            news.tell(event, code="not_settled")
            streams.append(await news.listen())
        news.end()
        return [await _heard(one) for one in streams]

    told, over = (f'event: {event}\ndata: {{"code": "not_settled"}}\n\n' for event in ("trouble", "settled"))
    assert _run(heard) == [[_begun("0.0"), told, over], [_begun("0.0")]]


def test_stream_that_is_never_read_is_taken_out() -> None:
    async def left() -> int:
        news = News()
        await news.listen()
        gc.collect()
        await asyncio.sleep(0)  # the loop closes it then
        await asyncio.sleep(0)
        return len(news._subscribers)

    assert _run(left) == 0


def test_stream_that_is_far_behind_ends_all_the_same() -> None:
    async def flooded() -> list[str]:
        news = News()
        stream = await news.listen()
        for number in range(256):
            news.tell("job", number=number)
        news.end()
        return await asyncio.wait_for(_heard(stream), 60)

    assert _run(flooded) == [_begun("null")]


@pytest.mark.parametrize("route", router.routes)
def test_no_two_pages_share_a_stream(route: APIRoute) -> None:
    assert not isinstance(route, TaggedRoute)
