"""A dossier on paper: its page printed by a Chromium that is there, without a window and without a network."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from palanca.records.errors import UnwritableOutput

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_TIME_LIMIT_S = 120
_QUIET = (
    "--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run", "--no-default-browser-check",
    "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # Chromium's sandbox needs rights that containers lack. The page is our own, and its policy runs no script.
    "--no-sandbox",
)  # fmt: skip


def browser() -> str | None:
    """The path of a browser that prints, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def print_page(pieces: Iterable[str], to: Path, *, browser_at: str | None = None) -> None:
    """Print a page to a PDF file. Raises UnwritableOutput, with what to do instead, where that cannot be done."""
    program = browser_at or browser()
    if program is None:
        raise UnwritableOutput(
            f"no browser was found to print {to.name} (looked for {', '.join(BROWSERS)}): install Chromium, or write "
            "a file that ends in .html and print it from a browser"
        )
    with TemporaryDirectory(prefix="palanca-") as folder:
        page = Path(folder) / "page.html"
        with page.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.writelines(pieces)
        _run([program, *_QUIET, f"--user-data-dir={folder}/profile", f"--print-to-pdf={to}", page.as_uri()], to)


def _run(command: list[str], to: Path) -> None:
    name, remedy = Path(command[0]).name, "write a file that ends in .html and print it from a browser"
    try:
        done = subprocess.run(  # noqa: S603  # a browser by its full path, and options of our own
            command, capture_output=True, check=False, timeout=_TIME_LIMIT_S
        )
    except subprocess.TimeoutExpired as error:
        raise UnwritableOutput(f"{name} did not print {to.name} in {_TIME_LIMIT_S} s: {remedy}") from error
    except OSError as error:
        raise UnwritableOutput(f"{name} cannot be started ({error.strerror or error}): {remedy}") from error
    if done.returncode or not to.is_file():
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnwritableOutput(f"{name} printed nothing ({told[-1] if told else done.returncode}): {remedy}")
