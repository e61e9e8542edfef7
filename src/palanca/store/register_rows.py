"""Registers as canonical JSON, and back."""

import json
from typing import TypedDict

from palanca.records import Category, Coverage, Kind, Register, Time


class _CoverageFields(TypedDict):
    kind: str
    category: str | None
    mode: str | None
    roles: list[str]
    countries: list[str]
    time: str | None


class _RegisterFields(TypedDict):
    name: str
    title: str
    mapping: str
    publisher: str | None
    country: str | None
    coverage: list[_CoverageFields]


def register_to_json(register: Register) -> str:
    """One line."""
    fields: _RegisterFields = {
        "name": register.name,
        "title": register.title,
        "mapping": register.mapping,
        "publisher": register.publisher,
        "country": register.country,
        "coverage": list(map(_coverage_fields, register.coverage)),
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def register_from_json(text: str) -> Register:
    """The inverse of `register_to_json`."""
    fields: _RegisterFields = json.loads(text)
    return Register(
        name=fields["name"],
        title=fields["title"],
        mapping=fields["mapping"],
        publisher=fields["publisher"],
        country=fields["country"],
        coverage=tuple(map(_coverage_of, fields["coverage"])),
    )


def _coverage_fields(coverage: Coverage) -> _CoverageFields:
    return {
        "kind": coverage.kind,
        "category": coverage.category,
        "mode": coverage.mode,
        "roles": list(coverage.roles),
        "countries": list(coverage.countries),
        "time": str(coverage.time) if coverage.time else None,
    }


def _coverage_of(fields: _CoverageFields) -> Coverage:
    return Coverage(
        kind=Kind(fields["kind"]),
        category=Category(fields["category"]) if fields["category"] else None,
        mode=fields["mode"],
        roles=tuple(fields["roles"]),
        countries=tuple(fields["countries"]),
        time=Time.parse(fields["time"]) if fields["time"] else None,
    )
