"""Reading a plan file: bytes to :class:`~thidua_cli.plan.model.Plan`, or one PlanError that lists every mistake."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from thidua_cli.calling import shell_word
from thidua_cli.errors import PlanError, system_reason
from thidua_cli.plan.building import build
from thidua_cli.plan.checks import check
from thidua_cli.plan.declaration import PLAN, Raw
from thidua_cli.plan.model import Plan
from thidua_cli.plan.nodes import MAX_BYTES, parse
from thidua_cli.plan.problems import Problems
from thidua_cli.plan.shapes import Reading
from thidua_cli.text.language import Message, t
from thidua_cli.text.nearness import did_you_mean, nearest_file
from thidua_cli.text.plan_line import Origin

FILE_NAME = "criteria.yaml"
_ARCHIVE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks and Word files begin."""
_CHECK_MAPPING = t("Check the path after --mapping; check --save-mapping writes a mapping file to fill in.")


BUILTIN = "thanh-pho-2021"
WARD = "phuong-2026"
SHIPPED = {BUILTIN: FILE_NAME, WARD: "docs/huong-dan/ke-hoach-phuong-2026.yaml"}
"""The plans that come with the program, by the names that --plan takes, and where they lie in a checkout."""
_CHECK_PATH = t(
    "Check the path after --plan, or name a plan that comes with the program: {names}.", names=", ".join(SHIPPED)
)


_KEY = re.compile(rb"^(\w+):", re.MULTILINE)
"""The keys at the top of a YAML file."""


def shipped_plan(name: str) -> Path:
    """Where a plan that comes with the program lies: in the package of an installed wheel, else in the checkout.

    There is one copy of each in the repository; the build of a wheel puts it into the package.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / Path(SHIPPED[name]).name
    return installed if installed.is_file() else package.parent.parent / SHIPPED[name]


def builtin_plan_path() -> Path:
    """Where the plan lies that is taken where there is no other."""
    return shipped_plan(BUILTIN)


def read_plan_bytes(path: Path | None = None) -> bytes:
    """The bytes of a plan file (None: the built-in one); raises PlanError if it cannot be opened or is too large."""
    path = builtin_plan_path() if path is None else path
    if path.is_dir():
        raise _no_plan_in(path)
    data = _bytes_of(path, t("the plan file"), _CHECK_PATH)
    if _KEY.findall(data) == [b"vocabulary"]:
        said = t("{name} is a mapping file (words of the office), not a plan.", name=path.name)
        raise PlanError(said, hint=t("Name it with --mapping; --plan takes the plan."))
    if data.lstrip().startswith(b"{") and b'"schema"' in data[:200]:
        raise PlanError(t("{name} is a result of the program, not a plan.", name=path.name), hint=_CHECK_PATH)
    return data


def read_mapping_bytes(path: Path) -> bytes:
    """The bytes of a mapping file, likewise."""
    data = _bytes_of(path, t("the mapping file"), _CHECK_MAPPING)
    if b"criteria" in _KEY.findall(data):
        said = t("{name} is a plan, not a mapping file (words of the office).", name=path.name)
        raise PlanError(said, hint=t("Name it with --plan; --mapping takes what check --save-mapping writes."))
    return data


def _bytes_of(path: Path, what: Message, hint: Message) -> bytes:
    """``what`` the file is called, and ``hint`` what to do where it is none."""
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        near = did_you_mean(nearest_file(path) if isinstance(error, FileNotFoundError) else [])
        why = system_reason(error)
        said = t("{name}: {what} cannot be opened ({why}).{near}", name=name, what=what, why=why, near=near)
        raise PlanError(said, hint=hint) from None
    if data.startswith(_ARCHIVE):
        raise PlanError(t("{name} is a workbook or a Word file, not {what}.", name=name, what=what), hint=hint)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024
        raise PlanError(t("{name}: {what} is larger than {limit} KB.", name=name, what=what, limit=limit), hint=hint)
    return data


def _no_plan_in(folder: Path) -> PlanError:
    """A folder is named as the plan, and holds none of the name that is taken by itself."""
    said = t("{folder} is a folder without a plan of the name {name}.", folder=folder, name=FILE_NAME)
    others = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    if not others:
        return PlanError(said, hint=_CHECK_PATH)
    first = shell_word(str(others[0]))
    named = ", ".join(path.name for path in others[:5]) + (", …" if len(others) > 5 else "")
    return PlanError(said, hint=t("Name the file itself ({named}), for example: {first}", named=named, first=first))


def decode_plan(data: bytes, name: str, path: str = "") -> str:
    """The text of a plan file, without a byte order mark; raises PlanError with the place of the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problems = Problems(name, path)
        problems.add((line, column), "encoding")
        raise problems.error() from None


def load_plan(path: Path | None = None) -> Plan:
    """The plan in a file; None is the built-in 2021 plan. ``sha256`` is that of the file's bytes.

    Raises PlanError (exit 4) with file, line, column, what was expected and the nearest valid word.
    """
    origin: Origin = "builtin" if path is None else "option"
    path = builtin_plan_path() if path is None else path
    data = read_plan_bytes(path)
    text = decode_plan(data, path.name, str(path))
    plan = _plan(text, path.name, hashlib.sha256(data).hexdigest(), str(path))
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


def _plan(text: str, name: str, sha256: str, path: str = "") -> Plan:
    reading = Reading(Problems(name, path))
    raw = _raw(text, reading)
    check(raw, reading)
    reading.problems.raise_if_any()
    return build(raw, sha256=sha256, source=name)


def _raw(text: str, reading: Reading) -> Raw:
    raw = PLAN.read(parse(text, reading.problems), (), reading)
    return raw if raw is not None else {}
