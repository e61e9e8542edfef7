"""The site of the documentation builds, every link of it leads somewhere, and every page of the interface has one."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_site_builds_and_its_links_lead_somewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=quiet)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "guide.html").is_file()


def test_every_page_of_the_interface_has_one_of_its_own() -> None:
    views = (ROOT / "frontend/src/views/pages.ts").read_text(encoding="utf-8")
    pages = set(re.findall(r"^  (\w+): \(\) => import", views, re.MULTILINE)) - {"missing", "claim"}  # an event is one
    told = {path.stem for path in (ROOT / "docs/interface").glob("*.md")} - {"README"}
    assert told == pages
    overview = (ROOT / "docs/interface/README.md").read_text(encoding="utf-8")
    assert {page for page in pages if f"({page}.md)" not in overview} == set()
