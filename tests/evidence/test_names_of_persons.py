from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.evidence.names_of_persons import same_persons
from thidua_cli.text.vietnamese import fold

names = st.lists(st.sampled_from(["an", "ân", "bình", "lê", "trần", "văn"]), min_size=2, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("listed", "officers", "sure", "unsure"),
    [
        ("trần văn an", "tran van an", ["trần văn an"], []),
        ("trần văn an", "tranvanan.hn", ["trần văn an"], []),
        ("tran van an", "trần văn an", ["tran van an"], []),
        ("trần văn an", "trần văn ân", [], []),
        ("trần văn an|trần văn ân", "tran van an", [], ["trần văn an", "trần văn ân"]),
        ("trần văn an", "tran van an|trần văn ân", [], ["trần văn an"]),
        ("tran van an", "trần văn an|trần văn ân", [], ["tran van an"]),
        ("nguyễn an", "nguyễn an (1985)", ["nguyễn an"], []),
        ("nguyễn an", "nguyễn an (1985)|nguyễn an (1990)", [], ["nguyễn an"]),
        ("trần văn an|lê bình", "trần văn an, lê bình", ["lê bình", "trần văn an"], []),
    ],
)
def test_what_is_written_out_settles_what_is_not(
    listed: str, officers: str, sure: list[str], unsure: list[str]
) -> None:
    """A spelling with less in it means the one that fits; where several fit, it means none for certain."""
    found = same_persons([(0, name) for name in listed.split("|")], [(0, name) for name in officers.split("|")])
    assert sure == sorted({name for persons in found.sure.values() for _, name in persons})
    assert unsure == sorted(name for _, name in found.unsure)


def test_units_are_apart() -> None:
    """A name in one unit says nothing of that name in another."""
    found = same_persons([(0, "trần văn an")], [(1, "tran van an")])
    assert ({}, {}) == (found.sure, found.unsure)


@given(st.sets(names, max_size=5), st.sets(names, max_size=5))
def test_a_name_always_means_itself(listed: set[str], officers: set[str]) -> None:
    """A spelling that is listed as it stands means that person, and no spelling means two persons for certain."""
    every = officers | {fold(name) for name in officers}
    found = same_persons([(0, name) for name in listed], [(0, name) for name in every])
    for name in listed & every:
        assert (0, name) in found.sure[0, name]
    for (_, spelling), persons in found.sure.items():
        assert len({name for _, name in persons if name != spelling}) <= 1
