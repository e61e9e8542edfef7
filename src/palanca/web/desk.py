"""One case as the server holds it: read by any request as it was last settled, settled behind by one thread."""

import logging
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from palanca.records import Judgement, JudgementId
from palanca.records.errors import CaseError, PalancaError
from palanca.remembering import Remembered
from palanca.settlement import settle
from palanca.store import Case, open_case
from palanca.web.analyses import is_large, opened_on
from palanca.web.apart import Apart, Reply, Steps
from palanca.web.behind import Behind
from palanca.web.jobs import Jobs
from palanca.web.keeping import Asked, Keeper, asked_of
from palanca.web.naming import without_folder
from palanca.web.news import News
from palanca.web.patience import Works
from palanca.web.shapes.sayings import shown_remark

_OF_NETWORK = frozenset({"brokers", "communities", "cores"})
type Progress = Callable[[int, int], None]
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Desk:
    """A case with its news and its jobs.

    `judged` has the judgements that are not settled yet, by the id of what they are about; who decides holds
    `deciding` from the look at them until they are noted. `works` are the answers that are being worked out, and
    `progress` tells how far long ones are, by the last word of their address.
    """

    name: str
    path: Path
    case: Case
    news: News = field(default_factory=News)
    judged: dict[str, JudgementId] = field(default_factory=dict)
    deciding: threading.RLock = field(default_factory=threading.RLock)
    _undone: dict[JudgementId, dict[str, JudgementId]] = field(default_factory=dict)
    remembered: Remembered = field(default_factory=Remembered)
    _small: Remembered = field(default_factory=Remembered)
    _large: Remembered = field(default_factory=lambda: Remembered(1))
    works: Works = field(default_factory=Works)
    progress: dict[str, tuple[int, int]] = field(default_factory=dict)
    _wanted: threading.Event = field(default_factory=threading.Event)
    _is_open: bool = True
    _settler: threading.Thread | None = None
    _is_to_work_ahead: bool = False
    _size: tuple[tuple[int, int], bool] = ((-1, -1), False)  # whether it is large, as of a revision; it stays so
    jobs: Jobs = field(init=False)
    keeper: Keeper = field(init=False)
    behind: Behind = field(init=False)

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.case)
        self.jobs = Jobs(case=self.path, news=self.news, on_end=self._take_in)
        self.behind = Behind(Apart(self.path), self._is_ready, self._keep, self._tell)

    def asked(self, path: str, query: str) -> Asked:
        """What is asked at an address of the API, of the case as it is."""
        return asked_of(path, query, self.case.revision(), sorted(self.judged.values()))

    def settle_soon(self) -> None:
        """Have what waits settled behind; who asks meanwhile is answered from what was last settled."""
        self.behind.give_up()
        with self.deciding:
            if self._settler is None:
                self._settler = threading.Thread(target=self._settle_forever, name=f"settling {self.name}", daemon=True)
                self._settler.start()
        self._wanted.set()

    def note(self, made: Judgement, on: Iterable[str]) -> None:
        """Remember what was judged until it is settled; what an undo takes back may be judged again at once."""
        with self.deciding:
            if made.undoes is None:
                self.judged.update(dict.fromkeys(on, made.id))
                return
            self.judged.update(self._undone.pop(made.undoes, {}))
            self._undone[made.id] = {item: one for item, one in self.judged.items() if one == made.undoes}
            for item in self._undone[made.id]:
                del self.judged[item]

    def answer[T](self, question: str, asked: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question that takes long, worked out once for each settled state of the case."""
        _, settled = self.case.revision()
        if question not in _OF_NETWORK:
            self._large = Remembered(1)
        try:
            return self.remembered.get((settled, question, asked), make)
        finally:
            self.progress.pop(question, None)

    def at_hand[T](self, name: str, asked: Hashable, make: Callable[[], T]) -> T:
        """What several questions to the whole network are put to, as large as it is held until another is asked."""
        _, settled = self.case.revision()
        return self._large.get((settled, name, asked), make)

    def soon[T](self, question: str, asked: Hashable, make: Callable[[], T]) -> T:
        """The same of what is small and soon there, and is asked for again before the next state is settled."""
        _, settled = self.case.revision()
        return self._small.get((settled, question, asked), make)

    def telling(self, question: str) -> Progress:
        """What tells how far the answer to a question is, so many steps of so many."""

        def tell(done: int, of: int) -> None:
            self.progress[question] = done, of

        return tell

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits."""
        changed, settled = self.case.revision()
        return changed == settled

    def work_ahead(self) -> None:
        """Have what the pages of a large case open on worked out, where it is not kept: at leisure, and behind."""
        with suppress(CaseError):  # closed meanwhile
            if wanted := self.wanted_ahead():
                self.behind.work_ahead(wanted)

    def wanted_ahead(self) -> list[str]:
        """What the pages open on that is not kept, what is soon there first; nothing of a small or unsettled case."""
        if not (self.is_settled and self.is_large()):
            return []
        return [one for one in opened_on(self.name) if self.keeper.kept(self._asked_at(one)) is None]

    def is_large(self) -> bool:
        """Whether the case is one of which a look at all of it takes long."""
        revision = self.case.revision()
        if self._size[0] != revision and not self._size[1]:
            self._size = revision, is_large(self.case)
        return self._size[1]

    def close(self) -> None:
        """End what runs. What was being read or settled goes on when the case is opened again."""
        self._is_open = False
        self.behind.close()
        self.jobs.close()
        self._wanted.set()
        with self.deciding:  # one that is being started cannot be waited for yet
            settler = self._settler
        if settler is not None:
            settler.join()
        self.keeper.close()
        self.case.close()

    def _asked_at(self, address: str) -> Asked:
        path, _, query = address.partition("?")
        return self.asked(unquote(path), query)

    def _keep(self, address: str, reply: Reply) -> None:
        """Keep a reply, if it is of the case as it is: to work it out anew would cost the start of a process too."""
        self.progress.pop(address.partition("?")[0].rpartition("/")[2], None)
        asked, revision = self._asked_at(address), self.case.revision()
        if (reply.status, reply.media_type) == (200, "application/json") and revision == (reply.changed, reply.changed):
            self.keeper.keep_soon(asked, reply.body, reply.changed)

    def _is_ready(self) -> bool:
        """Whether answers of now would hold; of a case that cannot be read just now it is looked at again."""
        try:
            return self.is_settled
        except CaseError:
            return False

    def _tell(self, steps: Steps) -> None:
        self.progress.update(steps)

    def _take_in(self) -> None:
        """Settle what a job has read, and then work ahead."""
        self._is_to_work_ahead = True
        self.settle_soon()

    def _settle_forever(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if not self._is_open:
                return
            before = dict(self.judged)
            if self._settle():
                self._forget(before)
                self.news.tell("settled", revision=list(self.case.revision()))
                if self._is_to_work_ahead:
                    self._is_to_work_ahead = False
                    self.work_ahead()

    def _forget(self, settled: Mapping[str, JudgementId]) -> None:
        """Forget what was judged and is settled now, save what was judged anew meanwhile."""
        with self.deciding:
            for item, judgement in settled.items():
                if self.judged.get(item) == judgement:
                    del self.judged[item]

    def _settle(self) -> bool:
        """Settle what waits. What goes wrong is told and tried again at the next change: the thread must not end."""
        try:
            with open_case(self.path) as own:
                settle(own)
        except Exception as error:
            _LOG.exception("case %s could not be settled", self.name)
            detail = without_folder(str(error), self.path) if isinstance(error, PalancaError) else ""
            says = shown_remark(detail).model_dump() if detail else None
            self.news.tell("trouble", code="not_settled", detail=detail, says=says)
            return False
        return True


def open_desk(path: Path, *, create: bool = False) -> Desk:
    """The desk of the case at `path`; what waits in it is settled behind. Raises CaseError."""
    desk = Desk(name=path.stem, path=path, case=open_case(path, create=create, settled_elsewhere=True))
    if not desk.is_settled:
        desk.settle_soon()
    return desk
