"""What is said elsewhere and worded by pages is still said there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import palanca
from palanca.analysis.audit.findings import FINDINGS
from palanca.web.shapes.remarks import REMARKS

_CODE = Path(palanca.__file__).parent
_OWN = _CODE / "web/shapes/remarks.py"


def _told(path: Path) -> Iterator[str]:
    """The sentences of a module, with `{}` for each value."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _values_left_out(template: str) -> str:
    return re.sub(r"\{\w+\}", "{}", template)


def test_every_remark_is_said_where_it_arises() -> None:
    told = "\n".join(sentence for path in _CODE.rglob("*.py") if path != _OWN for sentence in _told(path))
    assert [code for code, text in REMARKS.templates.items() if _values_left_out(text) not in told] == []


def test_every_oddity_of_times_is_said_by_its_reader() -> None:
    told = list(_told(_CODE / "reading/anomaly_times.py"))
    odd = [_values_left_out(FINDINGS.templates[code]).rstrip(".") for code in ("weekday", "backwards", "ahead")]
    assert [one for one in odd if one not in told and one[0].lower() + one[1:] not in told] == []
