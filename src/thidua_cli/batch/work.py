"""One part scored in a worker process: what goes in and what comes back is small and picklable (counts, not rows)."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from thidua_cli import __version__
from thidua_cli.batch.parts import Part, PartFile, is_address
from thidua_cli.combined import Shape
from thidua_cli.errors import DataError, ThiduaError, system_reason, where
from thidua_cli.evidence.units import build_register
from thidua_cli.findings import Finding
from thidua_cli.intake.opening import InputPath
from thidua_cli.intake.opening.own import only_own, own_kind
from thidua_cli.intake.tables import Intake, Kind
from thidua_cli.pipeline import ReadOptions, judge, read_inputs, with_shared
from thidua_cli.plan.loading import load_plan_text
from thidua_cli.plan.mapping import with_words
from thidua_cli.plan.model import Plan
from thidua_cli.reports.rendering import render
from thidua_cli.result import Result
from thidua_cli.system.scratch import scratch_folder
from thidua_cli.text.language import Message, t, verbatim
from thidua_cli.text.plan_line import Origin

CASES = frozenset({Kind.DOSSIERS, Kind.STATISTICS})
RESULT = "result.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every part. ``plan_text`` is the whole plan, ``mapping`` the name and bytes of a mapping file.

    ``templates`` is a folder that every worker reaches.
    """

    plan_text: str
    plan_name: str
    plan_origin: Origin = ""
    mapping: tuple[str, bytes] | None = None
    as_of: date | None = None
    names: tuple[str, ...] = (RESULT,)
    templates: str | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Task:
    """All that a worker needs for one part. ``known_key`` is the key of the result that is already there, if any."""

    part: Part
    shared: tuple[PartFile, ...]
    settings: Settings
    known_key: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a part came to: its files, or the message that says why not. ``unchanged``: the result at hand holds."""

    part: str
    key: str = ""
    shape: Shape | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    unchanged: bool = False
    error: Message | None = None


def run(task: Task) -> Outcome:
    """Score one part; raises MemoryError alone, for that may also be raised where the answer is sent back."""
    name = task.part.name
    try:
        _same_version(task.settings)
        with fetched([*task.part.files, *task.shared]) as given:
            inputs, notes = _data_only(given)
            key = fingerprint(task, inputs)
            if key == task.known_key:
                return Outcome(name, key, unchanged=True)
            shape, result = _score(task, inputs, notes)
            templates = Path(task.settings.templates) if task.settings.templates else None
            return Outcome(name, key, shape, render(result, task.settings.names, templates=templates))
    except ThiduaError as error:
        return Outcome(name, error=error.message)
    except Exception as error:  # noqa: BLE001 - one part's failure, whatever it is, must not stop the others
        if isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM:
            raise MemoryError from None
        return Outcome(name, error=t("Unexpected ({what}).", what=where(error)))


def _same_version(settings: Settings) -> None:
    if settings.version != __version__:
        raise DataError(
            t(
                "The worker has thidua {here}, the command {there}: install the same version.",
                here=__version__,
                there=settings.version,
            ),
        )


def plan_of(settings: Settings) -> Plan:
    """The plan that travels as text, with the words of the mapping."""
    return _plan(settings.plan_text, settings.plan_name, settings.plan_origin, settings.mapping)


@lru_cache(maxsize=8)
def _plan(text: str, name: str, origin: Origin, mapping: tuple[str, bytes] | None) -> Plan:
    plan = replace(load_plan_text(text, name), origin=origin)
    return plan if mapping is None else with_words(plan, mapping[1], mapping[0])


def _data_only(inputs: Sequence[InputPath]) -> tuple[list[InputPath], list[Finding]]:
    """The inputs without what the program wrote itself: of files at an address that shows only once they are here."""
    kinds = {item.name: kind for item in inputs if (kind := own_kind(item.path)) is not None}
    if len(kinds) == len(inputs):
        raise only_own(sorted(kinds.items()))
    notes = [Finding("own_output", {"kind": kind}, name) for name, kind in sorted(kinds.items())]
    return [item for item in inputs if item.name not in kinds], notes


def _score(task: Task, inputs: Sequence[InputPath], notes: Sequence[Finding]) -> tuple[Shape, Result]:
    settings = task.settings
    plan = plan_of(settings)
    intake = read_inputs(inputs, notes, plan, settings.options).intake
    own_names = {file.name for file in task.part.files}
    if any(table.receipt.file in own_names for table in intake.tables):
        intake = with_shared(intake, {file.name for file in task.shared})
    else:
        intake = Intake([file for file in intake.files if file.name in own_names], [], intake.findings)
    as_of = settings.as_of or plan.period_end
    result = judge(intake, plan, as_of, accept_refused=settings.options.skip_unreadable)
    return ("unit" if len(result.units) == 1 else "locality"), result


@dataclass(frozen=True, slots=True)
class Peek:
    """The question whether one workbook is shared by all parts."""

    part: Part
    settings: Settings


def is_shared(peek: Peek) -> bool:
    """Whether a workbook holds only what all parts share (register, index, tasks …) and no cases of its own.

    Without cases but with one unit alone it is that unit's return.
    """
    plan = plan_of(peek.settings)
    try:
        with fetched(peek.part.files) as inputs:
            tables = read_inputs(inputs, (), plan, peek.settings.options).intake.tables
    except (ThiduaError, MemoryError):
        return False
    if not tables or any(table.kind in CASES for table in tables):
        return False
    return any(table.kind is Kind.UNITS for table in tables) or len(build_register(tables, plan).units) > 1


def fingerprint(task: Task, inputs: Sequence[InputPath]) -> str:
    """What a part's result depends on: inputs by name and content, plan, day, version, files asked for, templates."""
    settings = task.settings
    shared = sorted(file.name for file in task.shared)
    said = (
        settings.version,
        settings.as_of,
        settings.plan_name,
        settings.plan_origin,
        settings.names,
        sorted(settings.options.systems.items()),
        settings.options.skip_unreadable,
        shared,
    )
    digest = hashlib.sha256(repr(said).encode())
    digest.update(hashlib.sha256(settings.plan_text.encode()).digest())
    if settings.mapping:
        digest.update(hashlib.sha256(settings.mapping[1]).digest())
    if settings.templates:
        for path in sorted(Path(settings.templates).glob("*.docx")):
            digest.update(path.name.encode() + b"\0" + _sha256(path))
    for item in sorted(inputs, key=lambda item: item.name):
        digest.update(item.name.encode() + b"\0" + _sha256(item.path))
    return digest.hexdigest()


def _sha256(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        raise _unreadable(path.name, system_reason(error)) from error


@contextmanager
def fetched(files: Sequence[PartFile]) -> Iterator[list[InputPath]]:
    """The files as inputs under their own names: local ones where they lie, remote ones copied for the time being."""
    remote = any(is_address(file.address) for file in files)
    with scratch_folder() if remote else nullcontext(Path()) as work:
        inputs = []
        for number, file in enumerate(files):
            path = Path(file.address)
            if is_address(file.address):
                path = work / f"{number}{PurePosixPath(file.name).suffix}"
                _copy(file, path)
            inputs.append(InputPath(path, file.name))
        yield inputs


def _copy(file: PartFile, target: Path) -> None:
    import shutil

    import fsspec

    try:
        with fsspec.open(file.address, "rb") as source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
    except Exception as error:  # each file system has exceptions of its own
        raise _unreadable(file.name, verbatim(type(error).__name__)) from error


def _unreadable(name: str, reason: Message) -> DataError:
    return DataError(
        t("{name}: cannot be read ({reason}).", name=name, reason=reason),
    )


def failed(task: Task, why: Message) -> Outcome:
    """The outcome of a part that no worker could finish."""
    return Outcome(task.part.name, error=why)
