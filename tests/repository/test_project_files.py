"""What carries the project: supported Pythons named once and alike, templates of issues, the workflow."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.repository.places import ROOT, read

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))


def _supported() -> list[str]:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    return [line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]


def test_supported_pythons_are_those_that_are_tried() -> None:
    """The Pythons that the package names are those of `make matrix` and of the workflow, from the least one on."""
    script = re.search(r"for version in (.*?); do", read("tools/matrix.sh"))
    jobs = yaml.safe_load(read(".github/workflows/tests.yml"))["jobs"]
    assert script
    assert _supported() == script[1].split() == jobs["pythons"]["strategy"]["matrix"]["python"]
    assert f">={_supported()[0]}" == tomllib.loads(read("pyproject.toml"))["project"]["requires-python"]


def test_the_workflow_tries_the_ends() -> None:
    """The oldest libraries run on the oldest Python, the newest on the newest."""
    tried = yaml.safe_load(read(".github/workflows/tests.yml"))["jobs"]["libraries"]["strategy"]["matrix"]["include"]
    assert [("oldest", _supported()[0]), ("newest", _supported()[-1])] == [
        (one["which"], one["python"]) for one in tried
    ]


def test_the_workflow_runs_what_developers_run() -> None:
    """Every `make` of the workflow is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), flags=re.MULTILINE))
    called = set(re.findall(r"run: make ([a-z-]+)", read(".github/workflows/tests.yml")))
    assert called
    assert called <= targets


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_issue_forms_are_well_formed(path: Any) -> None:
    """A form has a name, a description and fields, each with an id of its own and a label."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {"name", "description", "body"} <= form.keys()
    assert fields
    assert len(fields) == len({field["id"] for field in fields})
    assert all(field["attributes"]["label"] for field in fields)


def test_whoever_reports_a_result_is_warned_of_personal_data() -> None:
    """The form for wrong results asks for invented names and has its box ticked."""
    form = yaml.safe_load(FORMS[0].read_text(encoding="utf-8"))
    (box,) = (field for field in form["body"] if field["type"] == "checkboxes")
    assert "tên bịa" in form["body"][0]["attributes"]["value"]
    assert [True] == [option["required"] for option in box["attributes"]["options"]]


def test_formats_of_the_release_page_are_the_programs() -> None:
    """Every format that the release page names is one that the program writes, and none is missing."""
    from thidua_cli.combined import SCHEMA as COMBINED
    from thidua_cli.reports.comparing import DIFF_SCHEMA, VERIFY_SCHEMA
    from thidua_cli.reports.derivation import EXPLAIN_SCHEMA
    from thidua_cli.reports.terminal.check import CHECK_SCHEMA
    from thidua_cli.result import SCHEMA

    named = set(re.findall(r"`(thidua-\w+/\d+)`", read("docs/releasing.md")))
    assert {SCHEMA, CHECK_SCHEMA, EXPLAIN_SCHEMA, DIFF_SCHEMA, VERIFY_SCHEMA, COMBINED} == named


def test_the_changelog_names_years_and_criteria_first() -> None:
    """Each version's first section tells plans, years and criteria; the built-in plan's criteria stand there."""
    from thidua_cli.plan.loading import load_plan

    for version in re.split(r"^## ", read("CHANGELOG.md"), flags=re.MULTILINE)[1:]:
        sections = re.split(r"^### ", version, flags=re.MULTILINE)[1:]
        assert sections[0].startswith("Verdicts, ranks and amounts\n")
    plan = load_plan()
    row = next(line for line in read("CHANGELOG.md").splitlines() if plan.id in line)
    named = (str(plan.year), plan.criteria[0].id, plan.criteria[-1].id, *(one.id for one in plan.individual_criteria))
    assert [] == [word for word in named if word not in row]
