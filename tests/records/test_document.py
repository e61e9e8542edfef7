"""Documents as they are sent from one process to another."""

import pickle

from palanca.records import Document, Origin, Time


def test_document_is_the_same_in_another_process() -> None:
    origin = Origin(path="t.csv", bytes_sha256="ab", media_type="text/csv", member="sheet", row=4)
    sent = Document(
        name="visits-4",
        text="visits\nvisitor: Ana Paz",
        origin=origin,
        title="Visits",
        published=Time.parse("2024-05"),
        outlet="Chancery",
        author="Bo Lund",
        url="https://example.org/4",
        language="es",
        page_starts=(0, 7),
        register="visits",
    )
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301  # it was pickled here
