"""The published JSON Schema: current, true to the loader, and met by the built-in plan."""

from __future__ import annotations

import dataclasses
from typing import Any

import jsonschema
import pytest
import yaml

from tests.plan.plan_texts import SMALL, builtin_text
from thidua_cli.intake.tables import FIELDS, System
from thidua_cli.intake.vocabulary import Status
from thidua_cli.plan import model, words
from thidua_cli.plan.loading import builtin_plan_path
from thidua_cli.plan.schema import json_schema, schema_text


class _EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: dates stay text."""


_EditorLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _errors(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema())
    data = yaml.load(text, Loader=_EditorLoader)  # noqa: S506 - a SafeLoader that leaves dates as text
    return [error.message for error in validator.iter_errors(data)]


def test_the_published_schema_is_current() -> None:
    """docs/plan.schema.json is what the declaration says today (python -m thidua_cli.plan.schema writes it)."""
    published = builtin_plan_path().parent / "docs" / "plan.schema.json"
    assert schema_text() == published.read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    """The schema itself is valid."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("text", [builtin_text(), SMALL], ids=["built-in", "least"])
def test_good_plans_meet_the_schema(text: str) -> None:
    """What the loader takes, an editor does not underline."""
    assert [] == _errors(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\ntheme:", "\nthem:"),
        ("kind: ratio", "kind: rate"),
        ("on_time >= 99,5 %", "on_time 99,5 %"),
        ("year: 2022", "year: hai"),
        ("criteria:\n  -", "criteria:\n  - {id: tc0}\n  -"),
        ("[score]", "[]"),
        ("money_date: 2022-12-31", "money_date: cuối năm"),
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
    """What vocabulary may teach is what intake understands: fields, status classes, systems."""
    assert {kind.value: set(fields) for kind, fields in FIELDS.items()} == {
        kind: set(fields) for kind, fields in words.HEADER_FIELDS.items()
    }
    assert {status.value for status in Status} == set(words.STATUSES)
    assert {system.value for system in System} == set(words.SYSTEMS)
