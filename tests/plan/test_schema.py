"""The published JSON Schema: current, true to the loader, and met by the built-in plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml
from ruamel.yaml import YAML

from tests.plan.plan_texts import SMALL, builtin_text
from thidua_cli.intake.statuses import Status
from thidua_cli.intake.tables import System
from thidua_cli.plan import model
from thidua_cli.plan.loading import builtin_plan_path
from thidua_cli.plan.nodes import Entries, Items, Node, parse
from thidua_cli.plan.problems import Problems
from thidua_cli.plan.schema import json_schema, schema_text
from thidua_cli.text.glossary import words


def _newer(text: str) -> Any:
    """YAML 1.2, in which ``yes`` is a word and ``010`` is ten."""
    return YAML(typ="safe", pure=True).load(text)


LOADERS: dict[str, Callable[[str], Any]] = {
    "PyYAML": yaml.safe_load,
    "YAML 1.2": _newer,
    "all texts": lambda text: yaml.load(text, Loader=yaml.BaseLoader),  # noqa: S506 - makes nothing but texts
}
"""Loaders that people check a plan with; they differ in what becomes a number, a day, yes or no."""


def _errors(text: str, load: Callable[[str], Any] = yaml.safe_load) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema())
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(load(text))]


def test_the_published_schema_is_current() -> None:
    """docs/plan.schema.json is what the declaration says today (python -m thidua_cli.plan.schema writes it)."""
    published = builtin_plan_path().parent / "docs" / "plan.schema.json"
    assert schema_text() == published.read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    """The schema itself is valid."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("load", LOADERS.values(), ids=LOADERS)
@pytest.mark.parametrize("text", [builtin_text(), SMALL], ids=["built-in", "least"])
def test_good_plans_meet_the_schema(text: str, load: Callable[[str], Any]) -> None:
    """What the program takes, the schema takes too, whatever a YAML loader makes of days, numbers, yes and no."""
    assert [] == _errors(text, load)


def _leaves(node: Node, data: Any, path: str = "") -> list[tuple[str, str, Any]]:
    """Every single value of a plan: its place, its text as the program reads it, and what a loader made of it."""
    if isinstance(node, Entries):
        return [leaf for key, value in node.entries for leaf in _leaves(value, data[key.value], f"{path}.{key.value}")]
    if isinstance(node, Items):
        assert len(node.items) == len(data), path
        pairs = enumerate(zip(node.items, data, strict=True))
        return [leaf for number, (item, value) in pairs for leaf in _leaves(item, value, f"{path}[{number}]")]
    return [(path, node.value, data)]


def _spelt(value: Any) -> str:
    """A loader's value as a plan would spell it."""
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


@pytest.mark.parametrize("load", LOADERS.values(), ids=LOADERS)
def test_every_loader_reads_the_same_plan(load: Callable[[str], Any]) -> None:
    """No value of the built-in plan is another one for another loader (no octals, no days, no yes that is a word)."""
    text = builtin_text()
    leaves = _leaves(parse(text, Problems("criteria.yaml")), load(text))
    assert len(leaves) > 400
    assert [] == [leaf for leaf in leaves if leaf[1] != _spelt(leaf[2])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ntheme:", "\nthem:"),
        ("kind: ratio", "kind: rate"),
        ("on_time >= 99,5 %", "on_time 99,5 %"),
        ("year: 2022", "year: hai"),
        ("criteria:\n  -", "criteria:\n  - {id: tc0}\n  -"),
        ("[score]", "[]"),
        ("money_date: 31/12/2022", "money_date: cuối năm"),
        ("year: 2022", "year: -2022"),
    ],
)
def test_an_editor_sees_mistakes_of_form(old: str, new: str) -> None:
    """The schema refuses misspelt keys and words, missing keys and malformed values."""
    assert old in SMALL
    assert [] != _errors(SMALL.replace(old, new, 1))


def _objects(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) and "properties" in schema else []
    children = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return found + [item for child in children for item in _objects(child)]


def test_every_group_of_keys_is_closed_and_described() -> None:
    """No object of the schema takes keys that it does not name, and each of the plan's own keys is explained."""
    objects = _objects(json_schema())
    assert len(objects) > 15
    assert all(item["additionalProperties"] is False for item in objects)
    assert [] == [
        key
        for item in objects
        if "required" in item
        for key, value in item["properties"].items()
        if not value["description"]
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("settings", model.Settings),
        ("measures", model.Measure),
        ("criteria", model.Criterion),
        ("individual_criteria", model.PersonCriterion),
        ("documents", model.Documents),
    ],
)
def test_the_declaration_names_the_models_fields(path: str, kind: type[Any]) -> None:
    """Each field of the model can be said in the plan (a measure's id is its key)."""
    node: dict[str, Any] = json_schema()["properties"][path]  # type: ignore[index]
    node = node.get("items") or (node.get("properties") and node) or node["additionalProperties"]
    expected = {field.name for field in dataclasses.fields(kind)} - ({"id"} if path == "measures" else set())
    assert expected == set(node["properties"])


def test_the_plans_words_are_those_of_intake() -> None:
    """What vocabulary may teach is what intake understands: status classes, systems."""
    assert {status.value for status in Status} == set(words("status"))
    assert {system.value for system in System} == set(words("system"))
