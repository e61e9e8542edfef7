"""In which domain an act takes place."""

from collections.abc import Callable

import pytest

from palanca.records import EventDetail, Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Lopes ended her campaign for the presidency of Cape Verde.", "electoral"),
        ("Ghana ended its offensive against Togo.", "military"),
        ("Ghana withdrew from Togo.", "military"),
        ("The United States and Ghana signed an agreement on ports.", "infrastructure"),
    ],
)
def test_what_is_given_up_or_agreed_goes_by_its_matter(read: Callable[..., Reading], text: str, expected: str) -> None:
    details = [s.detail for s in read(text, "2019-07-10").statements]
    assert [str(one.contexts[0]) for one in details if isinstance(one, EventDetail)] == [expected]
