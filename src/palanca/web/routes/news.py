"""What happens to a case, as it happens."""

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from palanca.web.routes.asked import DeskThere

# No TaggedRoute: an answer that two ask for at once is made once, and a stream can be given to one alone.
router = APIRouter(tags=["cases"])


@router.get("/cases/{case}/news", response_class=StreamingResponse)
async def news(desk: DeskThere) -> StreamingResponse:
    """What happens to the case from now on, as server-sent events: `job`, `judged`, `settled`, `trouble`, `behind`.

    The first is `begun`, with the seconds for which nothing had been told (`quiet_s`, null where nothing ever was).
    """
    stream = await desk.news.listen()
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
