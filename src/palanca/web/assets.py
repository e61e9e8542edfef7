"""The files of the interface: those that the wheel carries, or in a checkout those that `frontend/` is built into.

In a checkout a digest of `frontend/` is compared with the stamp of the last build, and the interface is built anew
when they differ: into a new folder that takes the place of the old one, so that a build that is cut off harms nothing.
"""

import fcntl
import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from palanca.records.errors import PalancaError

_PACKAGE = Path(__file__).parent
BUILT = _PACKAGE / "built"
FRONTEND = _PACKAGE.parents[2] / "frontend"
_STAMP = "built-from.json"
_LEFT_OUT = frozenset({"node_modules", "dist", "coverage"})

type Tell = Callable[[str], None]


class NoInterface(PalancaError):
    """There are no files of the interface to serve, and they cannot be built here."""


def ready_assets(tell: Tell, *, frontend: Path = FRONTEND, built: Path = BUILT) -> Path:
    """The folder of the built interface, brought up to date first in a checkout.

    Without npm, an interface that was built from other files is served with a warning. Raises NoInterface.
    """
    if not (frontend / "package.json").is_file():
        return _there(built)
    digest = digest_of(frontend)
    if _stamp(built) == digest:
        return built
    if shutil.which("npm") is None:
        if (built / "index.html").is_file():
            tell("the interface was built from other files: install Node 20 with npm to build it anew")
        return _there(built)
    with _locked(frontend):
        if _stamp(built) != digest:
            tell("building the interface (once after each change)")
            build(frontend, built, digest)
    return built


def build(frontend: Path, built: Path, digest: str) -> None:
    """Build the interface into `built`. Raises NoInterface with what npm said."""
    _install(frontend)
    fresh = Path(tempfile.mkdtemp(prefix="built-", dir=built.parent))
    try:
        _run(["npm", "run", "--silent", "build", "--", "--outDir", str(fresh), "--emptyOutDir"], frontend)
        (fresh / _STAMP).write_text(json.dumps(digest), encoding="utf-8")
        fresh.chmod(0o755)
        if built.exists():
            shutil.rmtree(built)
        fresh.rename(built)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def digest_of(frontend: Path) -> str:
    """A digest of all files that the interface is built from, names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(_files(frontend)):
        digest.update(f"{path.relative_to(frontend).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in _LEFT_OUT or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _there(built: Path) -> Path:
    if (built / "index.html").is_file():
        return built
    raise NoInterface("the interface is not built and npm is not there to build it: install Node 20, then serve again")


def _stamp(built: Path) -> str | None:
    try:
        return str(json.loads((built / _STAMP).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def _install(frontend: Path) -> None:
    """Fetch the packages of the lock, unless they are those that are installed."""
    lock = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    mark = frontend / "node_modules" / ".palanca-lock"
    if not mark.is_file() or mark.read_text(encoding="utf-8") != lock:
        _run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], frontend)
        mark.write_text(lock, encoding="utf-8")


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise NoInterface(f"`{' '.join(command[:3])}` failed in {folder.name}/: {said}")


@contextmanager
def _locked(frontend: Path) -> Iterator[None]:
    """One build at a time."""
    with (frontend / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
