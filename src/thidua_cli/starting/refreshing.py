"""A year's folder again, once its register is filled in: the blank tables that nobody filled in offer its units.

A drop-down cannot follow a register in another workbook, so such a blank is made anew; its seal (``marks``) tells.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from thidua_cli.calling import typed
from thidua_cli.choosing import DATA_FOLDER, ChosenPlan
from thidua_cli.errors import UsageError
from thidua_cli.evidence.unit_register import Candidate, from_register
from thidua_cli.intake.forms import is_choices
from thidua_cli.intake.opening import Limits, open_file
from thidua_cli.intake.tables import Kind
from thidua_cli.marks import is_as_written
from thidua_cli.pipeline import ReadOptions, read
from thidua_cli.plan.loading import FILE_NAME
from thidua_cli.plan.model import KnownUnit, Plan
from thidua_cli.records import record
from thidua_cli.starting.blanks import REGISTER, blanks
from thidua_cli.starting.book import workbook
from thidua_cli.starting.rewriting import same_place
from thidua_cli.text.language import t


@record
class Refreshed:
    """What comes of a filled-in register: the tables to write again, by their path in the folder, and the others."""

    plan: Plan
    units: Sequence[str]
    """The register's units, as written there."""
    files: Mapping[str, bytes]
    same: Sequence[str]
    """Blank tables that offer these very units already."""
    left: Sequence[str]
    """Tables that somebody filled in, or saved."""


def is_year(folder: Path) -> bool:
    """Whether a folder is one that ``init`` made: a plan, and a register with our sheet of choices.

    Raises UnreadableFileError where a file by the register's name cannot be read.
    """
    register = folder / DATA_FOLDER / REGISTER
    if not ((folder / FILE_NAME).is_file() and register.is_file()):
        return False
    return any(map(is_choices, open_file(register, REGISTER, Limits())[0].sheets))


def refreshed(folder: Path, *, year: int | None = None, place: str | None = None) -> Refreshed:
    """The blank tables of a year's folder with the units of its register, of the plan that lies there.

    Raises UsageError where the folder is of another year or place than those named, or nobody is in the register yet;
    PlanError for a plan that is not valid.
    """
    plan = ChosenPlan(folder / FILE_NAME, "data").load()
    _of_year_and_place(folder, plan, year, place)
    units = _units(folder, plan)
    known = tuple(KnownUnit(unit.name) for unit in units)
    listing = replace(plan, vocabulary=replace(plan.vocabulary, units=known))
    files, same, left = {}, [], []
    for blank in blanks(listing, indexed={unit.name for unit in units if unit.assessed}):
        name = f"{DATA_FOLDER}/{blank.file}"
        path = folder / name
        if blank.file == REGISTER or not os.path.lexists(path):
            continue
        there = b"" if path.is_symlink() or not path.is_file() else path.read_bytes()
        if not is_as_written(there):
            left.append(name)
        elif (data := workbook(blank, listing)) == there:
            same.append(name)
        else:
            files[name] = data
    return Refreshed(plan, [unit.name for unit in units], files, same, left)


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


def _units(folder: Path, plan: Plan) -> list[Candidate]:
    """The units of the register, as the program reads it, in its order. Raises UsageError where there are none yet."""
    path = folder / DATA_FOLDER / REGISTER
    untouched = not path.is_symlink() and is_as_written(path.read_bytes())
    tables = [] if untouched else read([path], plan, ReadOptions()).intake.tables
    units = from_register([table for table in tables if table.kind is Kind.UNITS and len(table.rows)], plan, [])
    if units:
        return units
    again = t(
        "Write the units there, a row each, save and close the file, then run again: {command}\n"
        "The other blank tables then offer them to choose from.",
        command=typed("init", str(folder)),
    )
    if untouched:
        said = t("Nobody has filled in the register of units yet: {path}. Nothing was changed.", path=path)
        raise UsageError(said, hint=again)
    raise UsageError(
        t("No unit is read from the register {path}. Nothing was changed.", path=path),
        hint=t("{again}\nHow it is read: {check}", again=again, check=typed("check", str(path))),
    )
