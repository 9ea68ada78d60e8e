"""``@record`` does what a frozen dataclass with slots does."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from thidua_cli.records import record


@record
class Point:
    """Where something is."""

    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)


@record
class Named(Point):
    """A point with a name that is never empty."""

    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or "?")


@record
class Alone:
    """A record of one field."""

    x: int


def test_a_record_is_what_a_dataclass_is() -> None:
    """A record prints, compares and is replaced as a frozen dataclass of the same fields, and is built like it."""

    @dataclass(frozen=True, slots=True)
    class Twin:
        x: int
        y: int = 0
        tags: list[str] = field(default_factory=list)

    for arguments in ({"x": 1}, {"x": 1, "y": 2, "tags": ["a"]}):
        assert repr(Point(**arguments)) == repr(Twin(**arguments)).rpartition(".")[2].replace("Twin", "Point")
    assert Point(1) == Point(1, 0, []) != Point(2)
    assert Point(1).tags is not Point(1).tags
    assert replace(Point(1), y=5) == Point(1, 5)
    assert Point(1) not in list[object]([Twin(1)])
    with pytest.raises(TypeError, match=r"Point\.__init__"):
        Point()  # type: ignore[call-arg]


def test_a_record_is_never_changed() -> None:
    """Nothing of a record can be set, added or deleted."""
    point: Any = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2
    with pytest.raises(FrozenInstanceError):
        point.z = 2
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert point == Point(1)


def test_records_are_keys_and_go_through_a_pipe() -> None:
    """Equal records are one key, and a pickled one comes back equal, also of a record built on another."""
    assert len({Alone(1), Alone(1), Alone(2)}) == 2
    for one in (Alone(3), Named(1, 2, ["a"])):
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert (Named(1).name, Named(1, name="A").name) == ("?", "A")
