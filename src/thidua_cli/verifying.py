"""Deriving a result again from the same inputs, found by their hashes (``thidua verify``)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from thidua_cli.errors import DataError, system_reason
from thidua_cli.intake.opening import InputPath, is_table_name, refusals
from thidua_cli.intake.opening.limits import DEFAULT_LIMITS, Limits
from thidua_cli.intake.tables import System
from thidua_cli.pipeline import ReadOptions, judge, read_inputs, with_shared
from thidua_cli.plan.model import Plan
from thidua_cli.progress import Progress
from thidua_cli.result import Result
from thidua_cli.text.language import t

MAX_FILES = 5_000
"""How many files are looked at in search of the inputs."""


def derive_again(
    old: Result, places: Sequence[Path], plan: Plan, progress: Progress, limits: Limits = DEFAULT_LIMITS
) -> Result:
    """The result of the same inputs under a plan.

    ``places`` are files and folders to search. Raises DataError naming every input that is not there, or has changed.
    """
    inputs = found_inputs(old, places)
    # What the option --system said then stands in the receipts.
    said = {
        item.file: System(sheet.system)
        for item in old.inputs
        for sheet in item.sheets
        if sheet.system_from == "option" and sheet.system
    }
    skipped = any(finding.code == "skipped_unreadable" for finding in old.findings)
    options = ReadOptions(systems=said, skip_unreadable=skipped, limits=limits)
    intake = read_inputs(inputs, [], plan, options, progress).intake
    intake = with_shared(intake, {item.file for item in old.inputs if item.shared})
    # Whether the rest may be judged was decided when the result was made.
    new = judge(intake, plan, date.fromisoformat(old.as_of), accept_refused=True, progress=progress)
    # What was written with the result, and where its plan lay, is no figure.
    plan_of_old = msgspec.structs.replace(new.plan, file=old.plan.file)
    told = _with_findings_of_the_folder(new, old)
    return msgspec.structs.replace(told, plan=plan_of_old, files=old.files, templates=old.templates)


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


def found_inputs(old: Result, places: Sequence[Path]) -> list[InputPath]:
    """The inputs of a result in these places. Raises DataError naming every one that is not there, or has changed."""
    wanted = {item.sha256: item.file for item in old.inputs}
    names = {Path(item.file).name for item in old.inputs}
    found: dict[str, Path] = {}
    changed: set[str] = set()
    locked: dict[str, OSError] = {}
    for path in _files(places):
        if path.name in names:
            try:
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError as error:
                locked.setdefault(path.name, error)
                continue
            if digest in wanted:
                found.setdefault(digest, path)
            else:
                changed.add(path.name)
    missing = [file for digest, file in wanted.items() if digest not in found]
    for file in missing:
        if (refused := locked.get(Path(file).name)) is not None:
            raise refusals.missing(file, system_reason(refused)) from refused
    if missing:
        altered = [file for file in missing if Path(file).name in changed]
        detail = t(" Changed since: {altered}.", altered=", ".join(altered)) if altered else ""
        raise DataError(
            t("These inputs are not found as they were: {missing}.{detail}", missing=", ".join(missing), detail=detail),
            hint=t("Name the folder that holds them too, after the result."),
        )
    return sorted((InputPath(found[digest], file) for digest, file in wanted.items()), key=lambda item: item.name)


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
