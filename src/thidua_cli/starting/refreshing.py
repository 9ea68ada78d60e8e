"""A folder that has a plan already: what a year lacks there is made from it, and blank tables offer its units anew.

A drop-down cannot follow a register in another workbook, so such a blank is made anew; its seal (``marks``) tells.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from thidua_cli.calling import typed
from thidua_cli.choosing import DATA_FOLDER, ChosenPlan
from thidua_cli.errors import DataError, UnreadableFileError, UsageError
from thidua_cli.evidence.unit_register import Candidate, from_register
from thidua_cli.intake.forms import choices_head, is_choices
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.intake.opening.inputs import TEMPLATES
from thidua_cli.intake.tables import Intake, Kind
from thidua_cli.marks import is_as_written
from thidua_cli.pipeline import ReadOptions, read
from thidua_cli.plan.loading import FILE_NAME, decode_plan, read_plan_bytes
from thidua_cli.plan.model import KnownUnit, Plan
from thidua_cli.progress import Progress
from thidua_cli.records import record
from thidua_cli.reports.documents import TEMPLATED
from thidua_cli.reports.word.render import template_bytes
from thidua_cli.starting.blanks import GROUP, REGISTER, blanks
from thidua_cli.starting.book import workbook
from thidua_cli.starting.folder import NewYear, new_year
from thidua_cli.starting.rewriting import same_place
from thidua_cli.text.language import t
from thidua_cli.text.vietnamese import clean

REGISTER_PATH = f"{DATA_FOLDER}/{REGISTER}"


@record
class Refreshed:
    """What a folder with a plan lacks or has of old: files to write, by their path in the folder, and the others."""

    plan: Plan
    units: Sequence[str]
    """The units of its registers, as written there."""
    registers: Sequence[str]
    """The tables in which these stand."""
    files: Mapping[str, bytes]
    same: Sequence[str]
    """Blank tables that offer these very units already."""
    left: Sequence[str]
    """Files that somebody filled in, saved or put there."""
    groups: Sequence[str]
    """Groups of the plan that the drop-down of a filled-in register does not offer."""
    made: NewYear | None
    """Where the folder held a plan and nothing of ours: the year that is made of it."""


def refreshed(folder: Path, progress: Progress, *, year: int | None = None, place: str | None = None) -> Refreshed:
    """What to write into a folder that has a plan; nothing that somebody wrote is among it.

    Raises UsageError where the folder is of another year or place than those named, or nobody is in the register yet
    and nothing changed; PlanError for a plan that is not valid, UnreadableFileError for a table that cannot be read.
    """
    plan = ChosenPlan(folder / FILE_NAME, "data").load()
    _of_year_and_place(folder, plan, year, place)
    intake = _read(folder / DATA_FOLDER, plan, progress)
    made = None
    if not any(file.form for file in intake.files):
        made = new_year(decode_plan(read_plan_bytes(folder / FILE_NAME), FILE_NAME), FILE_NAME)
    units, registers = _units(folder / REGISTER_PATH, plan, intake)
    wanted = {**(made.files if made else {}), **_tables(plan, units)}
    wanted.pop(FILE_NAME, None)
    there = {name: _untouched(folder / name) for name in wanted if os.path.lexists(folder / name)}
    same = [name for name, data in there.items() if data == wanted[name]]
    left = [name for name, data in there.items() if data is None]
    files = {name: data for name, data in wanted.items() if name not in {*same, *left} and (made or name in there)}
    files |= _missing_templates(folder)
    if not units and not files:
        raise _nobody(folder)
    groups = _groups_not_offered(folder / REGISTER_PATH, plan) if REGISTER_PATH in left else []
    names = [unit.name for unit in units]
    same, left = ([name for name in some if name != REGISTER_PATH] for some in (same, left))
    return Refreshed(plan, names, registers, files, same, left, groups, made)


def _missing_templates(folder: Path) -> dict[str, bytes]:
    """Word templates that are gone from the folder of templates: deleting one brings the program's own back."""
    gone = (one for one in TEMPLATED if not os.path.lexists(folder / TEMPLATES / f"{one}.docx"))
    return {f"{TEMPLATES}/{one}.docx": template_bytes(one)[0] for one in gone} if (folder / TEMPLATES).is_dir() else {}


def _read(data: Path, plan: Plan, progress: Progress) -> Intake:
    """What the folder of data holds; nothing where there is no table."""
    try:
        return read([data], plan, ReadOptions(), progress).intake if data.is_dir() else Intake((), (), ())
    except UnreadableFileError:
        raise
    except DataError:
        return Intake((), (), ())


def _untouched(path: Path) -> bytes | None:
    """The bytes of a file that is as the program wrote it; None for one that somebody saved or put there."""
    there = b"" if path.is_symlink() or not path.is_file() else path.read_bytes()
    return there if is_as_written(there) else None


def _tables(plan: Plan, units: Sequence[Candidate]) -> dict[str, bytes]:
    """The blank tables by their path: the register of the plan's own units, the others of those that there are."""
    listing, indexed = plan, None
    if units:
        known = tuple(KnownUnit(unit.name) for unit in units)
        listing = replace(plan, vocabulary=replace(plan.vocabulary, units=known))
        indexed = {unit.name for unit in units if unit.assessed}
    register, *_ = blanks(plan)
    others = (blank for blank in blanks(listing, indexed=indexed) if blank.file != REGISTER)
    tables = {REGISTER_PATH: workbook(register, plan)}
    return {**tables, **{f"{DATA_FOLDER}/{blank.file}": workbook(blank, listing) for blank in others}}


def _of_year_and_place(folder: Path, plan: Plan, year: int | None, place: str | None) -> None:
    if (year is None or year == plan.year) and (place is None or same_place(place.strip(), plan)):
        return
    raise UsageError(
        t(
            "{folder} is the folder of {year}, {place}: nothing in it was changed.",
            folder=folder,
            year=str(plan.year),
            place=plan.documents.place,
        ),
        hint=t(
            "Choose another folder for another year or place. For drop-downs with the units of this one's register: "
            "{command}",
            command=typed("init", str(folder)),
        ),
    )


def _units(register: Path, plan: Plan, intake: Intake) -> tuple[list[Candidate], list[str]]:
    """The units of the registers, as the program reads them, in their order, and the files of these.

    None where the register that came with the folder is the only one, and nobody has filled it in.
    """
    tables = [table for table in intake.tables if table.kind is Kind.UNITS and len(table.rows)]
    files = list(dict.fromkeys(table.receipt.file for table in tables))
    if files == [REGISTER] and _untouched(register) is not None:
        return [], []
    return from_register(tables, plan, []), [f"{DATA_FOLDER}/{file}" for file in files]


def _groups_not_offered(path: Path, plan: Plan) -> list[str]:
    """The plan's groups that the drop-down of a register which is left as it is does not offer."""
    sheets = filter(is_choices, open_file(path, REGISTER, Limits())[0].sheets)
    columns = [
        [clean(str(one.at(row) or "")) for row in range(sheet.n_rows)] for sheet in sheets for one in sheet.columns
    ]
    offered = {name for column in columns if choices_head(GROUP) in column for name in column}
    return [group.name for group in plan.groups if offered and clean(group.name) not in offered]


def _nobody(folder: Path) -> UsageError:
    path = folder / REGISTER_PATH
    again = t(
        "Write the units there, a row each, save and close the file, then run again: {command}\n"
        "The other blank tables then offer them to choose from.",
        command=typed("init", str(folder)),
    )
    if _untouched(path) is not None or not path.exists():
        said = t("Nobody has filled in the register of units yet: {path}. Nothing was changed.", path=path)
        return UsageError(said, hint=again)
    return UsageError(
        t("No unit is read from the register {path}. Nothing was changed.", path=path),
        hint=t("{again}\nHow it is read: {check}", again=again, check=typed("check", str(path))),
    )
