"""One part scored in a worker process: what goes in and what comes back is small and picklable (counts, not rows)."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_cli import __version__
from thidua_cli.batch.parts import Part, is_address
from thidua_cli.errors import DataError, ThiduaError
from thidua_cli.evidence.gather import named_units
from thidua_cli.intake.tables import Kind
from thidua_cli.pipeline import ReadOptions, judge, read
from thidua_cli.plan.loading import load_plan_text
from thidua_cli.reports.rendering import render
from thidua_cli.result import Result

CASES = frozenset({Kind.DOSSIERS, Kind.STATISTICS})


@dataclass(frozen=True, slots=True)
class Task:
    """All that a worker needs for one part. ``known_key`` is the key of the result that is already there, if any."""

    part: Part
    shared: tuple[tuple[str, str], ...]
    plan_text: str
    plan_name: str
    as_of: date | None
    names: tuple[str, ...]
    options: ReadOptions = field(default_factory=ReadOptions)
    known_key: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a part came to: its files, or the message that says why not. ``unchanged``: the result at hand still holds."""

    part: str
    key: str
    shape: str | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    unchanged: bool = False
    error: str | None = None
    error_en: str | None = None


def run(task: Task) -> Outcome:
    """Score one part; never raises for what a user can cause."""
    try:
        with fetched(task.part.files) as own, fetched(task.shared) as shared:
            key = fingerprint(task, own, shared)
            if key == task.known_key:
                return Outcome(task.part.name, key, unchanged=True)
            shape, result = _score(task, own, shared)
            return Outcome(task.part.name, key, shape, render(result, task.names))
    except ThiduaError as error:
        return Outcome(task.part.name, "", error=error.vi, error_en=error.en)
    except MemoryError:
        return Outcome(task.part.name, "", error="Không đủ bộ nhớ.", error_en="Out of memory.")
    except Exception as error:  # noqa: BLE001 - one part's failure, whatever it is, must not stop the others
        what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return Outcome(task.part.name, "", error=f"Lỗi chưa lường trước ({what}).", error_en=f"Unexpected ({what}).")


def _score(task: Task, own: Path, shared: Path) -> tuple[str, Result]:
    plan = load_plan_text(task.plan_text, task.plan_name)
    reading = read([own], plan, task.options)
    intake = reading.intake
    own_tables = list(intake.tables)
    if not own_tables:
        return "unit", judge(intake, plan, task.as_of or plan.period_end)
    only = None
    if any(shared.iterdir()):
        common = read([shared], plan, task.options).intake
        intake = type(intake)(
            [*intake.files, *common.files],
            [*own_tables, *common.tables],
            [*intake.findings, *common.findings],
        )
        only = named_units(intake.tables, own_tables, plan)
    result = judge(intake, plan, task.as_of or plan.period_end, only=only)
    return ("unit" if len(result.units) == 1 else "locality"), result


def is_shared(files: tuple[tuple[str, str], ...], plan_text: str, plan_name: str, options: ReadOptions) -> bool:
    """Whether a workbook holds only what all parts share (register, index, tasks …) and no cases of its own."""
    try:
        with fetched(files) as folder:
            tables = read([folder], load_plan_text(plan_text, plan_name), options).intake.tables
    except ThiduaError:
        return False
    return bool(tables) and any(t.kind is Kind.UNITS for t in tables) and not any(t.kind in CASES for t in tables)


def fingerprint(task: Task, own: Path, shared: Path) -> str:
    """What a part's result depends on: inputs by name and content, plan, day, version, files asked for."""
    digest = hashlib.sha256()
    settings = (task.as_of, task.names, sorted(task.options.systems.items()), task.options.skip_unreadable)
    digest.update(f"{__version__}\n{settings!r}\n".encode())
    digest.update(hashlib.sha256(task.plan_text.encode()).digest())
    for folder in (own, shared):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def fetched(files: Sequence[tuple[str, str]]) -> Iterator[Path]:
    """A folder that holds a part's files under their own names: links to local ones, copies of remote ones."""
    with tempfile.TemporaryDirectory(prefix="thidua-") as work:
        folder = Path(work)
        for inside, address in files:
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            _place(address, target)
        yield folder


def _place(address: str, target: Path) -> None:
    try:
        if is_address(address):
            import fsspec

            with fsspec.open(address, "rb") as source:
                target.write_bytes(source.read())
            return
        try:
            target.symlink_to(Path(address).resolve())
        except OSError:
            # Windows allows links only to some users: a copy serves as well.
            target.write_bytes(Path(address).read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            f"{target.name}: không đọc được ({reason}).",
            f"{target.name}: cannot be read ({reason}).",
        ) from error
