"""What part of a company is owned: told by a quantity beside the tie, and written as the percentage of an Ownership."""

from collections.abc import Iterable

from palanca.records import Claim, QuantityDetail, RoleName

type _Key = tuple[str | None, str | None, str]


class Shares:
    """Percentages by owner, what is owned, and time; knows which of them were asked for."""

    def __init__(self, quantities: Iterable[Claim]) -> None:
        self._percentages = {_key(claim): value for claim in quantities if (value := _percentage(claim)) is not None}
        self._taken: set[_Key] = set()

    def of(self, tie: Claim) -> str | None:
        """The part that a tie of ownership is about."""
        key = _key(tie)
        if key in self._percentages:
            self._taken.add(key)
        return self._percentages.get(key)

    def is_taken(self, quantity: Claim) -> bool:
        """Whether this quantity is a share that a tie has asked for."""
        return _percentage(quantity) is not None and _key(quantity) in self._taken


def _key(claim: Claim) -> _Key:
    ends = [next((one.identity for one in claim.of(role)), None) for role in (RoleName.SOURCE, RoleName.TARGET)]
    return ends[0], ends[1], str(claim.time or "")


def _percentage(claim: Claim) -> str | None:
    detail = claim.detail
    if not isinstance(detail, QuantityDetail) or not claim.of(RoleName.SOURCE) or detail.value_max is not None:
        return None
    return f"{detail.value:.15g}" if detail.unit == "percent" and detail.of == "shares" else None
