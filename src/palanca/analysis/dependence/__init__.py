"""Dependence: claims on amounts and stakes → shares by power, how concentrated they are, and volume × dependence.

Claims enter one by one; figures are summed as they come, in one unit only. What a source tells twice, or two sources
tell of one flow, is counted once, and what was left out is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from palanca.analysis.dependence.capacity import Capacity
from palanca.analysis.dependence.shares import Measure
from palanca.analysis.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """The answer for one host: its measures, volume × dependence where volumes are told, and the scope.

    `registers` tell for each register what its mapping says that it covers, or that it does not say.
    """

    host: str
    measures: tuple[Measure, ...]
    capacities: tuple[Capacity, ...]
    registers: Mapping[str, str]
    scope: Scope
