"""Deriving a result again from the same inputs, found by their hashes (``thidua verify``)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from thidua_cli.errors import DataError, ThiduaError, system_reason
from thidua_cli.intake.opening import InputPath, is_table_name, list_inputs, refusals
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS, Limits
from thidua_cli.intake.tables import System
from thidua_cli.pipeline import ReadOptions, judge, read_inputs, with_shared
from thidua_cli.plan.model import Plan
from thidua_cli.progress import Progress
from thidua_cli.records import record
from thidua_cli.result import Result
from thidua_cli.text.language import Message, joined, t

MAX_FILES = 5_000
"""How many files are looked at in search of the inputs."""


@record
class Found:
    """Where the inputs of a result lie, and the names of those that were edited after scoring."""

    inputs: Sequence[InputPath]
    edited: Sequence[str] = ()


def derive_again(old: Result, found: Found, plan: Plan, progress: Progress, limits: Limits = DEFAULT_LIMITS) -> Result:
    """The result of the same inputs under a plan, as they are now. Raises DataError where edited ones give none."""
    try:
        return _derived(old, found.inputs, plan, progress, limits)
    except ThiduaError as error:
        if not found.edited:
            raise
        said = t("{edited}\nAs they are now: {error}", edited=edited_words(found.edited), error=error.message)
        raise DataError(said, hint=error.hint) from error


def edited_words(names: Sequence[str]) -> Message:
    """Which inputs are no longer what was scored."""
    return t("Edited after scoring: {names}.", names=", ".join(names))


def _derived(old: Result, inputs: Sequence[InputPath], plan: Plan, progress: Progress, limits: Limits) -> Result:
    options = ReadOptions(systems=systems_said(old), skip_unreadable=skipped(old), limits=limits)
    intake = read_inputs(inputs, [], plan, options, progress).intake
    intake = with_shared(intake, {item.file for item in old.inputs if item.shared})
    # Whether the rest may be judged was decided when the result was made.
    new = judge(intake, plan, date.fromisoformat(old.as_of), accept_refused=True, progress=progress)
    # What was written with the result, and where its plan lay, is no figure.
    plan_of_old = msgspec.structs.replace(new.plan, file=old.plan.file)
    told = _with_findings_of_the_folder(new, old)
    return msgspec.structs.replace(told, plan=plan_of_old, files=old.files, templates=old.templates)


def systems_said(old: Result) -> dict[str, System]:
    """What the option --system said of a file when a result was made: it stands in the receipts."""
    return {
        item.file: System(sheet.system)
        for item in old.inputs
        for sheet in item.sheets
        if sheet.system_from == "option" and sheet.system
    }


def skipped(old: Result) -> bool:
    """Whether files that cannot be read were passed over when a result was made."""
    return any(finding.code == "skipped_unreadable" for finding in old.findings)


def _with_findings_of_the_folder(new: Result, old: Result) -> Result:
    """Notes about other files in the folder (no tables, copies) are no figures: they are taken as they were."""
    outside = {"not_a_table_file", "own_output", "duplicate_input", "skipped_unreadable"}
    kept = [finding for finding in old.findings if finding.code in outside]
    own = [finding for finding in new.findings if finding.code not in outside]
    order = {id(finding): position for position, finding in enumerate(old.findings)}
    if not kept:
        return new
    known = {msgspec.json.encode(finding): order[id(finding)] for finding in old.findings}
    merged = sorted([*own, *kept], key=lambda finding: known.get(msgspec.json.encode(finding), len(known)))
    return msgspec.structs.replace(new, findings=merged)


def found_inputs(old: Result, places: Sequence[Path]) -> Found:
    """The inputs of a result in these places; one that is no longer as it was counts where its name still stands.

    Raises DataError naming every one that is not there.
    """
    wanted = {item.sha256: item.file for item in old.inputs}
    names = {Path(item.file).name for item in old.inputs}
    found: dict[str, Path] = {}
    others: list[Path] = []
    locked: dict[str, OSError] = {}
    # A renamed input is found too, but every file is read only where one is lost.
    candidates = sorted(_files(places), key=lambda path: path.name not in names)
    for path in candidates:
        if path.name not in names and len(found) == len(wanted):
            break
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            locked.setdefault(path.name, error)
            continue
        if digest in wanted:
            found.setdefault(wanted[digest], path)
        elif path.name in names:
            others.append(path)
    lost = [file for file in wanted.values() if file not in found]
    for file in lost:
        if (refused := locked.get(Path(file).name)) is not None:
            raise refusals.missing(file, system_reason(refused)) from refused
    edited = {file: there for file in lost if (there := _by_name(file, others)) is not None}
    if missing := [file for file in lost if file not in edited]:
        said = t("These inputs are not found: {missing}.", missing=", ".join(missing))
        raise DataError(
            joined([said, edited_words(list(edited))], " ") if edited else said,
            hint=t("Name the folder that holds them too, after the result."),
        )
    inputs = sorted((InputPath(path, file) for file, path in {**found, **edited}.items()), key=lambda item: item.name)
    return Found(inputs, sorted(edited))


def _by_name(file: str, paths: Iterable[Path]) -> Path | None:
    """The file that stands where an input of this name stood, the one least deep."""
    there = [path for path in paths if f"/{path.absolute().as_posix()}".endswith(f"/{file}")]
    return min(there, key=lambda path: len(path.parts), default=None)


def data_words(inputs: Sequence[InputPath]) -> list[str]:
    """What to type for these inputs as DATA: the folder that holds them and no other, else each by itself."""
    tops = {Path(*item.path.parts[: -len(Path(item.name).parts)]) for item in inputs}
    top = tops.pop()
    wanted = {item.name for item in inputs}
    if not tops and top.is_dir() and {item.name for item in list_inputs([top]).files} == wanted:
        return [str(top)]
    return [str(item.path) for item in inputs]


def _files(places: Sequence[Path]) -> Iterable[Path]:
    seen: set[Path] = set()
    for place in places:
        candidates = place.rglob("*") if place.is_dir() else [place]
        for path in candidates:
            if len(seen) >= MAX_FILES:
                return
            if is_table_name(path.name) and path.is_file() and path.resolve() not in seen:
                seen.add(path.resolve())
                yield path
