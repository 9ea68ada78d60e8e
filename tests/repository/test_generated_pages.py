"""Pages made from the code are what the code says now."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.repository.places import ROOT, read
from thidua_cli.findings import CATALOGUE
from thidua_cli.result import json_schema


def test_generated_pages_are_current() -> None:
    """`docs/generate.py --check` finds every generated page up to date."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (0, "") == (done.returncode, done.stderr.decode())


def test_published_result_schema_is_the_programs() -> None:
    """docs/result.schema.json is the schema that the program itself gives."""
    assert json_schema() == json.loads(read("docs/result.schema.json"))


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_finding_is_documented(code: str) -> None:
    """Every finding of the catalogue has a heading in docs/findings.md."""
    assert f"### `{code}`\n" in read("docs/findings.md")
