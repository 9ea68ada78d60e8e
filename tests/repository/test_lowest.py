"""The lower bounds of pyproject.toml can be installed and say what they mean."""

from __future__ import annotations

import pytest

from tests.repository.places import read
from tools.lowest import lowest

PROJECT = '[project]\ndependencies = [{}]\n[project.optional-dependencies]\ncluster = []\ndev = ["pytest>=8.3"]\n'


def test_every_dependency_has_a_lower_bound() -> None:
    """Every dependency, the tools' too, comes out pinned at its bound, with its marker."""
    pins = lowest(read("pyproject.toml"))
    assert {"numpy", "python-calamine", "turbohtml", "pytest"} <= {pin.partition("==")[0] for pin in pins}
    found = lowest(PROJECT.format("\"isal>=1.7; platform_machine in 'x86_64'\""))
    assert ["isal==1.7 ; platform_machine in 'x86_64'", "pytest==8.3"] == found


@pytest.mark.parametrize("requirement", ["numpy", "numpy<3", "numpy>=2,<3"])
def test_another_form_of_bound_is_refused(requirement: str) -> None:
    """What the check could not install at its oldest is no bound here."""
    with pytest.raises(ValueError, match="no lower bound"):
        lowest(PROJECT.format(f'"{requirement}"'))


def test_constraints_keep_to_the_bounds() -> None:
    """The pinned version of each dependency is not older than its lower bound."""
    pinned = dict(
        line.lower().split("==", 1)
        for line in read("constraints.txt").splitlines()
        if line and not line.startswith("#")
    )
    for pin in lowest(read("pyproject.toml")):
        name, _, version = pin.partition(" ;")[0].lower().partition("==")
        exact = pinned.get(name) or pinned[name.replace("-", "_")]
        assert _numbers(exact) >= _numbers(version), pin


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
