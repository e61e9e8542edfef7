"""What is remembered of names: of each some hundred bytes in several places, and of tens of thousands of names."""

from palanca.identity import person_names, person_parts, spellings, weights

_OF_NAMES = (
    person_parts.parsed,
    person_names.spelling_blocks,
    person_names.initial_blocks,
    person_names.given_spellings_of,
    spellings.spellings_of,
    spellings.skeleton,
    weights.match_of,
)


def forget_names() -> None:
    """Forget what is remembered of names: after all of a case were compared, others are settled in that memory."""
    for remembered in _OF_NAMES:
        remembered.cache_clear()
