"""Reading a plan file: bytes to :class:`~thidua_cli.plan.model.Plan`, or one PlanError that lists every mistake."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from thidua_cli.errors import PlanError, system_reason
from thidua_cli.plan.building import build
from thidua_cli.plan.checks import check
from thidua_cli.plan.declaration import PLAN, Raw
from thidua_cli.plan.model import Plan
from thidua_cli.plan.nodes import MAX_BYTES, parse
from thidua_cli.plan.problems import Problems
from thidua_cli.plan.shapes import Reading
from thidua_cli.text.language import joined, t
from thidua_cli.text.nearness import did_you_mean, nearest_file
from thidua_cli.text.plan_line import Origin

FILE_NAME = "criteria.yaml"
_ARCHIVE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks and Word files begin."""
_CHECK_PATH = t("Check the path after --plan, or leave --plan out to use the built-in plan of 2021.")


def builtin_plan_path() -> Path:
    """Where the built-in plan lies: beside the package in an installed wheel, at the top of a checkout otherwise.

    There is one copy in the repository; the build of a wheel puts it into the package.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / FILE_NAME
    return installed if installed.is_file() else package.parent.parent / FILE_NAME


def read_plan_bytes(path: Path | None = None) -> bytes:
    """The bytes of a plan file (None: the built-in one); raises PlanError if it cannot be opened or is too large."""
    path = builtin_plan_path() if path is None else path
    problems = Problems(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        problems.add((1, 1), "unopened", why=system_reason(error))
        raise _whole_file(problems) from None
    if data.startswith(_ARCHIVE):
        said = t("{name} is a workbook or a Word file, not a plan.", name=path.name)
        raise PlanError(said, hint=_CHECK_PATH)
    if len(data) > MAX_BYTES:
        problems.add((1, 1), "too_large", limit=MAX_BYTES // 1024)
        raise _whole_file(problems)
    return data


def decode_plan(data: bytes, name: str) -> str:
    """The text of a plan file, without a byte order mark; raises PlanError with the place of the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problems = Problems(name)
        problems.add((line, column), "encoding")
        raise problems.error() from None


def load_plan(path: Path | None = None) -> Plan:
    """The plan in a file; None is the built-in 2021 plan. ``sha256`` is that of the file's bytes.

    Raises PlanError (exit 4) with file, line, column, what was expected and the nearest valid word.
    """
    origin: Origin = "builtin" if path is None else "option"
    path = builtin_plan_path() if path is None else path
    data = read_plan_bytes(path)
    plan = _plan(decode_plan(data, path.name), path.name, hashlib.sha256(data).hexdigest())
    return replace(plan, origin=origin)


@cache
def _builtin_sha256() -> str:
    return hashlib.sha256(builtin_plan_path().read_bytes()).hexdigest()


def file_of(plan: Plan) -> str:
    """The bare name of a plan's file; empty for the built-in plan, also where a copy of it was read."""
    return "" if plan.sha256 == _builtin_sha256() else plan.source


def load_plan_text(text: str, name: str) -> Plan:
    """The plan in a text (an overridden one, say); ``name`` stands for the file in messages and in ``Plan.source``."""
    return _plan(text.removeprefix("\ufeff"), name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())


def _plan(text: str, name: str, sha256: str) -> Plan:
    reading = Reading(Problems(name))
    raw = _raw(text, reading)
    check(raw, reading)
    reading.problems.raise_if_any()
    return build(raw, sha256=sha256, source=name)


def _raw(text: str, reading: Reading) -> Raw:
    raw = PLAN.read(parse(text, reading.problems), (), reading)
    return raw if raw is not None else {}


def _missing(path: Path) -> PlanError:
    near = did_you_mean(nearest_file(path))
    return PlanError(
        t("{name}: the plan file cannot be opened (there is none).{near}", name=path.name, near=near), hint=_CHECK_PATH
    )


def _whole_file(problems: Problems) -> PlanError:
    """An error about the file as a whole: there is no line to name."""
    problem = problems.found[0]
    return PlanError(
        joined([problems.name, problem.said], ": "),
        hint=_CHECK_PATH,
    )
