"""The addresses of the API, a module for each sort of question."""

from palanca.web.routes import cases, claims, documents, jobs, judgements, things

ROUTERS = (cases.router, documents.router, claims.router, things.router, judgements.router, jobs.router)
"""Every router of the API."""
