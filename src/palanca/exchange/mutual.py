"""What goes both ways, so that neither side is the first."""

from palanca.records import Category, Claim, EventDetail, RoleName, TieDetail, TieKind

_ACTS = frozenset({Category.CONSULT, Category.AGREE, Category.COOPERATE})
_TIES = frozenset({TieKind.SPOUSE, TieKind.FAMILY, TieKind.PARTNER_OF})


def is_mutual(claim: Claim) -> bool:
    """Whether it goes both ways: a marriage, and an act that those who act do with each other, as none else suffers it.

    PLOVER's CONSULT, AGREE and COOPERATE are such acts.
    """
    match claim.detail:
        case TieDetail(kind=kind):
            return kind in _TIES
        case EventDetail(category=category):
            return category in _ACTS and not claim.of(RoleName.RECIPIENT)
    return False
