"""The rooms stand in one order, and imports point up it only."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "palanca"
ROOMS = (
    "garbage", "remembering", "unions", "numbering", "packed", "records", "lexicon", "sources", "reading", "registers",
    "identity", "claims", "analysis", "store", "exchange", "demo",
    "settlement", "intake", "pipeline", "questions", "judging", "exporting", "checkup", "__init__", "web", "cli",
    "__main__",
)  # fmt: skip
DATABASE = {"sqlalchemy", "sqlite3"}
MAY_OPEN_DATABASES = {"store", "checkup"}  # the checkup asks which SQLite there is
SCRATCH = SOURCE / "registers" / "followthemoney" / "scratch.py"  # a temporary file for sorting, no case


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return modules | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_imports_only_rooms_above_its_own(path: Path) -> None:
    here = ROOMS.index(room_of(path))
    for module in imports_of(path):
        if not module.startswith("palanca."):
            continue
        other = module.split(".")[1]
        assert ROOMS.index(other) <= here, f"{path.name} in {ROOMS[here]} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_store_opens_databases(path: Path) -> None:
    roots = {module.split(".")[0] for module in imports_of(path)}
    assert path == SCRATCH or room_of(path) in MAY_OPEN_DATABASES or not roots & DATABASE


def test_every_module_has_its_room() -> None:
    assert {room_of(path) for path in MODULES} <= set(ROOMS)


EXPLAINS_LABELS = {"document.py"}  # `palanca explain` shows the parser's own words


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_grammar_reads_the_parsers_labels(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    labels = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in {"dep_", "dep"}]
    assert not labels or path.parent.name == "grammar" or path.name in EXPLAINS_LABELS


@pytest.mark.parametrize("path", sorted((SOURCE / "reading").rglob("*.py")), ids=lambda path: str(path.name))
def test_tokens_are_compared_by_equality(path: Path) -> None:
    """spaCy makes a token anew each time it is asked for one, so that `is` is true of none but frozen ones."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "head":
            for operator, other in zip(node.ops, node.comparators, strict=True):
                is_none = isinstance(other, ast.Constant) and other.value is None
                assert is_none or not isinstance(operator, ast.Is | ast.IsNot), f"{path.name}, line {node.lineno}"
