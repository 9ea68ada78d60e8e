"""``thidua init``: a new year's folder."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.calling import typed
from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.saying import say, write
from thidua_cli.cli.typed import free_name
from thidua_cli.text.language import Message, joined, t

if TYPE_CHECKING:
    from thidua_cli.starting import NewYear, Refreshed

_YEARS = 2000, 2100


@click.command("init", cls=Spoken)
@click.argument("folder", metavar="FOLDER", type=o.PATH)
@click.option("--year", type=click.IntRange(*_YEARS), metavar="YEAR", help="The year of the movement (default: ask).")
@click.option("--place", metavar="NAME", help="Commune, city or authority, such as “Phường An Bình” (default: ask).")
@o.plan_option
@s.screen_options
def command(folder: Path, year: int | None, place: str | None, plan_path: Path | None, screen: s.Screen) -> None:
    """Makes a new year's folder, in which nothing that is there is overwritten.

    The plan is moved to --year and --place (asked for on a terminal); blank input workbooks with drop-downs, the Word
    templates, and what a person must still decide lie beside it. Once the register of units in it is filled in, the
    same command again lets the blank tables that nobody has filled in yet offer these units; nothing else is changed.
    """
    from thidua_cli.calling import DROP_FILE, drop_file_for
    from thidua_cli.choosing import DATA_FOLDER
    from thidua_cli.errors import UsageError
    from thidua_cli.intake.opening.inputs import TO_DECIDE
    from thidua_cli.plan.loading import builtin_plan_path, decode_plan, load_plan, read_plan_bytes
    from thidua_cli.starting import is_year, new_year

    _a_folder(folder)
    if is_year(folder):
        _refresh(folder, year, place, screen)
        return
    path = plan_path or builtin_plan_path()
    known = load_plan(path)
    taken = (year is None, place is None)
    if sys.stdin.isatty() and sys.stdout.isatty():
        year = year or _asked_year(screen.lang)
        place = place or _asked(known.documents.place, screen.lang)
        taken = (False, False)
    made = new_year(decode_plan(read_plan_bytes(path), path.name), path.name, year=year, place=place)
    files = {**made.files, DROP_FILE: drop_file_for(folder, DATA_FOLDER)}
    there = [name for name in files if os.path.lexists(folder / name)]
    if there:
        names = ", ".join(there[:5]) + (" …" if len(there) > 5 else "")
        raise UsageError(
            t("{folder} already has: {names}. Nothing is overwritten.", folder=str(folder), names=names),
            hint=t("Choose another folder, or move those files away."),
        )
    written = write(folder, files).paths
    if any(taken):
        say(_taken(made, folder, *taken).text(screen.lang), err=True)
    if screen.quiet:
        return
    for one in written:
        say(str(one))
    say(t("Year {year}: {title}", year=str(made.year), title=made.title).text(screen.lang), err=True)
    say(t("Still to decide (also in {file}):", file=str(folder / TO_DECIDE)).text(screen.lang), err=True)
    for number, line in enumerate(made.to_decide, 1):
        say(f"  {number}. {line.text(screen.lang)}", err=True)
    say(_next(folder, DATA_FOLDER, DROP_FILE).text(screen.lang), err=True)


def _refresh(folder: Path, year: int | None, place: str | None, screen: s.Screen) -> None:
    """The folder is there: its blank tables take the units of its register, and the screen says which did."""
    from thidua_cli.starting import refreshed

    found = refreshed(folder, year=year, place=place)
    written = [write(folder, found.files)] if found.files else []
    o.say_written(written, screen.lang)
    if screen.quiet:
        return
    for path in (path for one in written for path in one.paths):
        say(str(path))
    say(plans.line_of(found.plan, screen.lang), err=True)
    for line in _refreshed(found, folder):
        say(line.text(screen.lang), err=True)


def _refreshed(found: Refreshed, folder: Path) -> list[Message]:
    """How many units there are, which tables offer them now, which did before, and which were left as they are."""
    lines = [t("The register has {count:unit|units}.", count=len(found.units))]
    if found.files:
        count = len(found.files)
        lines.append(t("{count:blank table|blank tables} made anew with these units to choose from.", count=count))
    if found.same:
        lines.append(t("Offer these units already: {names}.", names=", ".join(found.same)))
    if found.left:
        lines.append(
            t(
                "Left as they are, for somebody filled them in or saved them: {names}. Units to choose from can be "
                "written into their sheet “Danh mục chọn”.",
                names=", ".join(found.left),
            )
        )
    lines.append(t("What is still missing: {check}", check=typed("check", str(folder))))
    return lines


_FILES = (".yaml", ".yml", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx", ".json")
"""Endings that no folder of a year has."""


def _a_folder(path: Path) -> None:
    """A file, or the name of one, stands where the folder is to be named. Raises UsageError with what was meant."""
    from thidua_cli.errors import UsageError

    if path.is_dir() or not (os.path.lexists(path) or path.suffix.lower() in _FILES):
        return
    other = free_name("nam-moi")
    hint = t("Name a folder, for example: {command}", command=typed("init", other))
    if path.suffix.lower() in (".yaml", ".yml"):
        command = typed("init", other, "--plan", str(path))
        hint = t("Name a folder; a plan to begin with goes behind --plan: {command}", command=command)
    raise UsageError(t("{path} is the name of a file; init makes a folder.", path=str(path)), hint=hint)


def _taken(made: NewYear, folder: Path, year: bool, place: bool) -> Message:
    """What nobody said and was taken from the plan, and how to say it."""
    what = [t("the year {year}", year=str(made.year))] if year else []
    what += [t("the place {place}", place=made.place)] if place else []
    words = ["--year", str(made.year + 1)] if year else []
    words += ["--place", made.place] if place else []
    return t(
        "Nobody was asked, for this is no terminal; taken from the plan: {what}.\n"
        "A folder of another year or place, for example:\n  {command}",
        what=joined(what),
        command=typed("init", free_name(str(folder)), *words),
    )


def _asked_year(lang: str) -> int:
    """The year that the user types; Enter is the year that it is."""
    question = t("Year").text(lang)
    while True:
        this_year = date.today().year  # noqa: TID251, DTZ011 - a suggestion, which goes nowhere before it is read
        answer: str = click.prompt(question, default=str(this_year)).strip()
        if answer.isdecimal() and _YEARS[0] <= int(answer) <= _YEARS[1]:
            return int(answer)
        say(t("A year from {least} to {most} is needed.", least=str(_YEARS[0]), most=str(_YEARS[1])).text(lang))


def _asked(place: str, lang: str) -> str | None:
    answer: str = click.prompt(
        t("Commune, city or authority (Enter: {place})", place=place).text(lang), default="", show_default=False
    )
    return answer.strip() or None


def _next(folder: Path, data_name: str, drop_name: str) -> Message:
    data, plan = str(folder / data_name), str(folder / "criteria.yaml")
    return t(
        "When all that is decided, look for slips in the plan:\n  {plan}\nand read it in words:\n  {show}\n"
        "Fill in the tables in {data} and copy the exports of the software there. What is missing:\n"
        "  {check}\nWhen nothing is missing:\n  {score}\n"
        "On Windows: drop workbooks or a folder on {file}, and the page of results opens.",
        data=data,
        plan=typed("plan", "check", plan),
        show=typed("plan", "show", plan),
        check=typed("check", str(folder)),
        score=typed("score", str(folder)),
        file=str(folder / drop_name),
    )
