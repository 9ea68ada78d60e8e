"""The architecture page knows every room, and the light rooms stay light."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.repository.places import ROOT, read

PACKAGE = ROOT / "src" / "thidua_cli"
HEAVY = ("docx", "docxtpl", "jinja2", "lxml", "numpy", "openpyxl", "pandas", "python_calamine", "xlsxwriter", "yaml")


def test_every_room_is_on_the_page() -> None:
    """Every package and top-level module of the program is named in docs/architecture.md."""
    page = read("docs/architecture.md")
    rooms = [f"{path.name}/" for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    modules = [path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")]
    assert [] == [name for name in [*rooms, *modules] if f"`{name}`" not in page]


@pytest.mark.parametrize("statement", ["import thidua_cli", "import thidua_cli.cli", "import thidua_cli.result"])
def test_light_rooms_load_no_heavy_library(statement: str) -> None:
    """Importing the package, the commands or the result loads none of the heavy libraries."""
    program = f"{statement}, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert "" == done.stdout.decode().strip()
