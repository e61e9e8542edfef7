"""The addresses of the API, a module for each sort of question."""

from palanca.web.routes import (
    asking,
    cases,
    claims,
    documents,
    jobs,
    judgements,
    networks,
    pictures,
    questions,
    review,
    surroundings,
    things,
)

ROUTERS = (
    cases.router,
    documents.router,
    claims.router,
    things.router,
    surroundings.router,
    judgements.router,
    review.router,
    jobs.router,
    questions.router,
    networks.router,
    pictures.router,
    asking.router,
)
"""Every router of the API."""
