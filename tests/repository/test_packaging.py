"""What a wheel and an sdist contain, and that an installed wheel has all it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.repository.places import ROOT, read, tracked_files
from thidua_cli.plan.loading import SHIPPED

PACKAGE = Path("src/thidua_cli")


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one wheel and one sdist, built from this checkout with the installed backend."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return folder


@pytest.fixture(scope="session")
def wheel_files(dist: Path) -> set[str]:
    """Names of the files in the wheel."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


@pytest.mark.slow
def test_wheel_holds_the_package_and_the_plans(wheel_files: set[str]) -> None:
    """A wheel holds every tracked file of the package, the plans beside it, and nothing else."""
    expected = {
        f"thidua_cli/{path.relative_to(PACKAGE).as_posix()}" for path in tracked_files() if path.is_relative_to(PACKAGE)
    }
    inside = {name for name in wheel_files if ".dist-info/" not in name}
    untracked = {name for name in inside if (ROOT / "src" / name).is_file()} - expected
    plans = {f"thidua_cli/{Path(place).name}" for place in SHIPPED.values()}
    assert expected | plans == inside - untracked
    assert {
        ".py",
        ".pyi",
        ".typed",
        ".po",
        ".mo",
        ".yaml",
        ".toml",
        ".ttf",
        ".txt",
        ".docx",
        ".html",
        ".css",
        ".js",
        ".j2",
    } >= {Path(name).suffix for name in inside}


@pytest.mark.slow
def test_wheel_carries_the_licence_and_the_command(wheel_files: set[str]) -> None:
    """A wheel carries the licence and installs the command thidua."""
    information = {name.split(".dist-info/", 1)[1] for name in wheel_files if ".dist-info/" in name}
    assert {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"} == information


@pytest.mark.slow
def test_the_plan_in_the_wheel_is_the_one_at_the_top(dist: Path) -> None:
    """The wheel's criteria.yaml has the bytes of the one copy at the top of the repository."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        assert (ROOT / "criteria.yaml").read_bytes() == wheel.read("thidua_cli/criteria.yaml")


@pytest.mark.slow
def test_installed_package_finds_its_plans(dist: Path, tmp_path: Path) -> None:
    """Without the checkout, the package finds the plans that come with it beside itself."""
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    program = (
        "from thidua_cli.plan.loading import WARD, builtin_plan_path, load_plan, shipped_plan; "
        "print(builtin_plan_path(), load_plan().id, load_plan(shipped_plan(WARD)).id)"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    path, plan_id, of_ward = done.stdout.decode().split()
    assert (tmp_path / "site" / "thidua_cli" / "criteria.yaml").resolve() == Path(path).resolve()
    assert (plan_id, of_ward) == ("hong-ngu-cchc-2021", "phuong-hong-ngu-cchc-2026")


@pytest.mark.slow
def test_sdist_is_enough_to_test_from(dist: Path) -> None:
    """An sdist holds what the tests and pages need: tests, samples, docs, the plan, the pinned versions."""
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {path.as_posix() for path in tracked_files() if path.parts[0] not in (".ci", ".gitattributes")}
    assert set() == wanted - names


def test_every_direct_dependency_is_pinned() -> None:
    """constraints.txt pins one exact version of every package that pyproject.toml asks for."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    pinned = {_canonical(line) for line in _pins()}
    assert set() == {_canonical(line) for line in asked} - pinned


def test_constraints_are_exact_versions_only() -> None:
    """constraints.txt holds name==version lines, so that no host and no file stands in it."""
    assert [] == [line for line in _pins() if line.count("==") != 1 or any(sign in line for sign in ":/@<>~")]


def _pins() -> list[str]:
    return [line for line in read("constraints.txt").splitlines() if line and not line.startswith("#")]


def _canonical(requirement: str) -> str:
    name = requirement.split(";", maxsplit=1)[0]
    for sign in "<>=!~[ ":
        name = name.split(sign)[0]
    return name.lower().replace("_", "-").replace(".", "-")
