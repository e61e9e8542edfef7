"""The addresses of the API, a module for each sort of question."""

from palanca.web.routes import (
    asking,
    audits,
    cases,
    claims,
    dependence,
    documents,
    exports,
    jobs,
    judgement_files,
    judgements,
    narratives,
    networks,
    news,
    offices,
    pictures,
    portraits,
    questions,
    reconciliation,
    registers,
    review,
    standing,
    surroundings,
    things,
)

ROUTERS = (
    cases.router, news.router, documents.router, claims.router, things.router, surroundings.router,
    judgements.router, judgement_files.router, review.router, jobs.router, registers.router,
    questions.router, networks.router, pictures.router, reconciliation.router, narratives.router, dependence.router,
    standing.router, offices.router, audits.router, portraits.router, exports.router, asking.router,
)  # fmt: skip
"""Every router of the API."""
