"""Sums of money by the signs, codes and names of many countries, and the same number told twice."""

from collections.abc import Callable

import pytest

from palanca.records import QuantityDetail, Reading

type Read = Callable[..., Reading]


def sums(reading: Reading) -> list[tuple[float, str]]:
    return [(s.detail.value, s.detail.unit) for s in reading.statements if isinstance(s.detail, QuantityDetail)]


@pytest.mark.parametrize(
    ("sum_of_money", "expected"),
    [
        ("Rs 650 crore", (6_500_000_000, "INR")),
        ("Rs. 2.5 lakh", (250_000, "INR")),
        ("KSh 7 million", (7_000_000, "KES")),
        ("Sh7 million", (7_000_000, "KES")),
        ("N7 billion", (7_000_000_000, "NGN")),
        ("R7bn", (7_000_000_000, "ZAR")),
        ("R750,000", (750_000, "ZAR")),
        ("GH¢7 million", (7_000_000, "GHS")),
        ("RM7 million", (7_000_000, "MYR")),
        ("Rp 7 million", (7_000_000, "IDR")),
        ("R$7 million", (7_000_000, "BRL")),
        ("PKR 7 million", (7_000_000, "PKR")),
        ("7 million CFA francs", (7_000_000, "XOF")),
        ("a half-billion-dollar", (500_000_000, "USD")),
        ("a 7-million-euro", (7_000_000, "EUR")),
    ],
)
def test_signs_and_names_of_money(read: Read, sum_of_money: str, expected: tuple[float, str]) -> None:
    assert sums(read(f"The town paid {sum_of_money} loan back.")) == [expected]


def test_a_sign_of_several_countries_is_that_of_the_text(read: Read) -> None:
    assert sums(read("Nepal lent the bank Rs 7 million.")) == [(7_000_000, "NPR")]
    assert sums(read("Uganda lent the bank Sh7 million.")) == [(7_000_000, "UGX")]


def test_a_letter_before_a_number_is_no_money(read: Read) -> None:
    assert sums(read("The R4 road was closed, and masks of the sort N95 were sold.")) == []


def test_a_sum_of_money_is_no_name(read: Read) -> None:
    reading = read("Volta Lines bought the yard for Rs 650 crore and Rp 7 million.")
    assert [entity.caption for entity in reading.entities] == ["Volta Lines"]


def test_digits_in_brackets_repeat_the_words_before_them(read: Read) -> None:
    assert sums(read("The pact was signed by nine (9) members of the council.")) == [(9, "members")]


def test_an_amount_is_of_the_time_of_the_act_to_which_it_is_joined(read: Read) -> None:
    reading = read("A flood hit the town in May 2014, leaving 300 people homeless.")
    (found,) = [s for s in reading.statements if isinstance(s.detail, QuantityDetail)]
    assert str(found.time) == "2014-05"
