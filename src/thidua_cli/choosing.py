"""Which plan a run goes by: the one named, else the one beside the data, else the working folder's, else the built-in.

Two plans that could both be meant are never chosen between: a usage error names them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from thidua_cli.calling import shell_word
from thidua_cli.errors import DataError, UsageError
from thidua_cli.intake.opening import is_table_name
from thidua_cli.intake.opening.inputs import TEMPLATES
from thidua_cli.plan.loading import BUILTIN, FILE_NAME, SHIPPED, builtin_plan_path, load_plan, shipped_plan
from thidua_cli.plan.mapping import joint_hash
from thidua_cli.plan.model import Plan
from thidua_cli.records import record
from thidua_cli.text.language import t
from thidua_cli.text.plan_line import Origin

DATA_FOLDER = "so-lieu"
"""The folder of a year's data, as ``init`` makes it: the plan lies beside it, not in it."""


@record
class ChosenPlan:
    """The file of a plan (None: the built-in one), and where it was found."""

    path: Path | None
    origin: Origin

    def load(self) -> Plan:
        """The plan, which knows where it came from. Raises PlanError."""
        return replace(load_plan(self.path), origin=self.origin)

    @property
    def folder(self) -> Path:
        """Where the plan lies; the built-in one belongs to the working folder."""
        return Path() if self.path is None else self.path.parent


def choose_plan(named: Path | None, data: Sequence[Path] = (), above: Path | None = None) -> ChosenPlan:
    """The plan for some data; ``named`` always rules. Raises UsageError where several different ones could be meant.

    ``above`` is the folder of a batch that the data are a part of: its plan is for the parts that have none.
    """
    if named is not None:
        return ChosenPlan(named, "option")
    beside = list(_beside(data))
    here = Path(FILE_NAME)
    if above is not None and not beside:
        beside = _nearest(above)
    used = here.is_file() and not (above is not None and above.resolve() == Path.cwd())
    found = [*beside, here] if used else beside
    by_content: dict[bytes, Path] = {}
    for path in found:
        by_content.setdefault(_digest(path), path)
    if beside and found[-1] == here and _digest(here) == _digest(builtin_plan_path()):
        by_content = {digest: path for digest, path in by_content.items() if path != here}  # nobody's own choice
    for near in _under_another_name(data):
        if not found:
            raise _misnamed(near)
        by_content.setdefault(_digest(near), near)
    if len(by_content) > 1:
        raise _several(list(by_content.values()))
    if not found:
        return ChosenPlan(None, "builtin")
    return ChosenPlan(found[0], "data" if beside else "working")


def same_plan(named: Path | None, places: Sequence[Path], sha256: str, mapping: bytes | None = None) -> ChosenPlan:
    """The plan of a result: the one named, else the file in or above one of these places that is still the same.

    ``mapping`` is the mapping file that is named beside it. Raises DataError where there is none: another plan would
    make another result, and prove nothing.
    """
    if named is not None:
        return ChosenPlan(named, "option")
    beside = [place / FILE_NAME for place in (*places, *(place.resolve().parent for place in places))]
    there = [path for path in beside if path.is_file()]
    for path in there:
        if _named_by(path, mapping) == sha256:
            return ChosenPlan(path, "data")
    for name in SHIPPED:
        if _named_by(shipped_plan(name), mapping) == sha256:
            return ChosenPlan(None, "builtin") if name == BUILTIN else ChosenPlan(shipped_plan(name), "option")
    said = t("The plan that this result was made by is not found: it has changed, or lies elsewhere.")
    if there:
        said = t("The plan {path} is not the one that this result was made by: edited after scoring.", path=there[0])
    raise DataError(said, hint=t("Name its file with --plan, and the mapping file with --mapping if one was used."))


def _under_another_name(data: Sequence[Path]) -> Iterable[Path]:
    """The plans in a folder that is given as data, and beside a file those called nearly so (criteria-2027.yaml)."""
    for path in data:
        whole = path.is_dir()
        for place in _with_year(path if whole else path.parent):
            with suppress(OSError):  # whoever reads the data says why it cannot be looked into
                yield from sorted(one for one in place.iterdir() if _like_a_plan(one, "" if whole else "criteria"))


def _misnamed(path: Path) -> UsageError:
    return UsageError(
        t("{path} is a plan, but only one called {name} is taken by itself.", path=path, name=FILE_NAME),
        hint=t("Call it {name}, or name it: --plan {path}", name=FILE_NAME, path=shell_word(str(path))),
    )


_PLAN_KEYS = (b"year", b"criteria", b"measures")


def _like_a_plan(path: Path, start: str) -> bool:
    """Whether a file has the ending and the top keys of a plan, but not its name; ``start`` begins its name."""
    name = path.name.casefold()
    if not (name.startswith(start) and name.endswith((".yaml", ".yml"))) or path.name == FILE_NAME:
        return False
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return False
    return all(any(line.startswith(key + b":") for line in lines) for key in _PLAN_KEYS)


def plan_places(data: Sequence[Path]) -> list[Path]:
    """Where a plan for some data could lie (and the office's templates beside it), the working folder last."""
    folders = [path if path.is_dir() else path.parent for path in data]
    return list(dict.fromkeys([*(place for folder in folders for place in _with_year(folder)), Path()]))


def _with_year(folder: Path) -> list[Path]:
    """A folder; the data folder of a year, and the year's own folder."""
    return [folder, folder.resolve().parent] if folder.resolve().name == DATA_FOLDER else [folder]


def _beside(data: Sequence[Path]) -> Iterable[Path]:
    """The plans that lie beside data: of every file and folder given, nearest first, each once."""
    seen: set[Path] = set()
    for path in data:
        for candidate in _below(path) if path.is_dir() else _nearest(path.parent):
            real = candidate.resolve()
            if real not in seen:
                seen.add(real)
                yield candidate


def plan_in(folder: Path) -> Path | None:
    """The plan that a folder holds, or that lies beside the data folder of a year."""
    return next(iter(_nearest(folder)), None)


def _nearest(folder: Path) -> list[Path]:
    """The plan in a folder; the data folder of a year has its own beside it."""
    return [place / FILE_NAME for place in _with_year(folder) if (place / FILE_NAME).is_file()][:1]


def _below(folder: Path) -> list[Path]:
    """The plan of a folder that is given as data, and those of folders in it that hold tables of their own."""
    found = _nearest(folder)
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "~")))
        place = Path(where)
        if place != folder and FILE_NAME in files and any(map(is_table_name, files)):
            found.append(place / FILE_NAME)
    return found


def _named_by(path: Path, mapping: bytes | None) -> str:
    digest = _digest(path).hex()
    return digest if mapping is None else joint_hash(digest, mapping)


def _digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return str(path).encode("utf-8", "surrogateescape")  # loading it says why it cannot be read


def _several(paths: Sequence[Path]) -> UsageError:
    return UsageError(
        t("Several different plans could be meant: {paths}.", paths=", ".join(map(str, paths))),
        hint=t("Say which one with --plan, for example: --plan {path}", path=shell_word(str(paths[0]))),
    )


def templates_of(places: Iterable[Path]) -> Path | None:
    """The first folder of Word templates of the office beside one of these places, if it holds any template.

    Raises TemplateError where what is called so is no folder, or cannot be opened.
    """
    from thidua_cli.reports.documents import template_files

    folders = (place / TEMPLATES for place in places)
    return next((folder for folder in folders if os.path.lexists(folder) and template_files(folder)), None)
