"""What is joined belongs together, in turn, and is told in the order in which it came."""

from palanca.unions import Unions


def test_joined_numbers_belong_together_in_turn() -> None:
    unions = Unions()
    assert [unions.new() for _ in range(5)] == [0, 1, 2, 3, 4]
    unions.join(3, 1)
    unions.join(4, 3)
    assert [unions.root(number) for number in range(5)] == [0, 1, 2, 1, 1]
    assert unions.are_joined(1, 4)
    assert not unions.are_joined(0, 4)


def test_groups_are_told_by_place_the_first_first() -> None:
    unions = Unions()
    for _ in range(3):
        unions.new()
    unions.join(2, 0)
    assert [list(group) for group in unions.groups([1, 2, 1, 0])] == [[0, 2], [1, 3]]
