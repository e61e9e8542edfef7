"""How surely the name of a town alone points to the right country: the cities and capitals of the lexicon are known.

    python benchmarks/places.py

Prints, for each ratio that may count as clear, how many names point right, point wrong, and are left.
"""

from palanca.lexicon import coordinates
from palanca.lexicon.countries import Status, countries
from palanca.lexicon.places import PlaceKind, place_phrases

_RATIOS = (1, 2, 3, 5, 10, 20)


def known_towns() -> dict[str, str]:
    """Names of one country alone in the lexicon, with that country."""
    named = [(p.phrase, p.country) for p in place_phrases() if p.kind is PlaceKind.CITY and p.country]
    named += [(c, one.alpha3) for one in countries() if one.status is not Status.FORMER for c in one.capitals]
    owners: dict[str, set[str]] = {}
    for name, country in named:
        owners.setdefault(name, set()).add(country)
    return {name: own.pop() for name, own in owners.items() if len(own) == 1}


def main() -> None:
    """Print the table."""
    towns = known_towns()
    print(f"{'ratio':>5} {'right':>6} {'wrong':>6} {'left':>6}")
    for ratio in _RATIOS:
        coordinates.CLEARLY_GREATER = ratio
        points = [(coordinates.town_at(name), country) for name, country in towns.items()]
        right = sum(point is not None and point.country == country for point, country in points)
        left = sum(point is None for point, _ in points)
        print(f"{ratio:>5} {right:>6} {len(points) - right - left:>6} {left:>6}")


if __name__ == "__main__":
    main()
