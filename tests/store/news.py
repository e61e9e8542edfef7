"""Short pieces of news, put into a case, and all that the case answers then."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from palanca.records import Context, Document, Filter
from palanca.store import Case, Outcome
from tests.store.making import AT, document, read

NEWS = "Ada Musa met Volta Grid in Accra. The port stayed shut. Volta Grid thanked Ada Musa."

CHANNELS = {"talks": (Context.DIPLOMATIC,), "arms": (Context.MILITARY,)}

ON_ONE_CASE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


few_documents = st.lists(
    st.builds(
        document,
        st.sampled_from([NEWS, "Lars Vik met Otto Lund.", "Nothing."]),
        st.sampled_from(["a.txt", "b.txt", "c.txt"]),
        published=st.sampled_from([None, "2023-04-02"]),
        title=st.sampled_from([None, "Talks"]),
    ),
    max_size=6,
)


def put(case: Case, *given_documents: Document, version: str = "toy 1") -> list[Outcome]:
    """As a pipeline does: read each document with all that the case knows about it."""
    return [case.put(read(case.completed(one), version), at=AT) for one in given_documents]


def view(case: Case) -> list[object]:
    """All that a case answers."""
    found = list(case.documents())
    return [
        found,
        [case.sentences(one.id) for one in found],
        list(case.entities()),
        list(case.mentions()),
        list(case.statements(Filter())),
        list(case.search("met")),
        list(case.skipped()),
        case.counts(),
        case.count_statements(),
    ]
