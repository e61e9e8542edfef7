"""Standing: how Peru votes with others, and what each does to the other."""

import pytest

import palanca

VOTES = {"IND": (2, 3, 0), "NOR": (1, 2, 1), "PAK": (1, 3, 0)}
ACTS = {
    ("BOL", True): {"consult": 1},
    ("BOL", False): {"consult": 1},
    ("IND", True): {"consult": 2, "cooperate": 1},
    ("IND", False): {"consult": 3, "aid": 1, "cooperate": 1},
    ("KEN", True): {"consult": 1, "signed": 1},
    ("KEN", False): {"consult": 1, "signed": 1},
    ("NOR", True): {"consult": 2, "expelled": 1, "signed": 1},
    ("NOR", False): {"consult": 2, "condemned": 1, "mobilize": 1, "signed": 1},
    ("PAK", True): {"concede": 1, "consult": 1},
    ("PAK", False): {"aid": 1, "condemned": 1, "consult": 1, "mobilize": 1, "sued": 1},
    ("TUR", True): {"concede": 1, "consult": 2, "signed": 2},
    ("TUR", False): {"consult": 2, "signed": 2, "aid": 1, "mobilize": 1},
}


def test_votes_agree_resolution_by_resolution(case: "palanca.Case") -> None:
    found = palanca.standing(case, "PER").agreements
    assert {one.power: (one.rate.number, one.rate.of, one.host_only) for one in found} == VOTES
    # with India: yes, abstain, no beside yes, abstain, yes; chance gives (1·2 + 1·1 + 1·0) / 9
    (india,) = (one for one in found if one.power == "IND")
    assert india.kappa == pytest.approx((2 / 3 - 3 / 9) / (1 - 3 / 9))


def test_what_is_done_together_is_an_act_of_both_and_all_else_of_who_acts(case: "palanca.Case") -> None:
    found = palanca.standing(case, "PER").stances
    told = {(one.power, one.by_host): {name: len(claims) for name, claims in one.stances.items()} for one in found}
    assert told == ACTS


def test_leave_that_a_resolution_gives_is_an_act_towards_whom_it_is_given(case: "palanca.Case") -> None:
    (turkey,) = (one for one in palanca.standing(case, "PER", ["TUR"]).stances if one.by_host)
    assert len(turkey.stances["concede"]) == 1
