"""``thidua init``: a new year's folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.calling import typed
from thidua_cli.cli import options as o
from thidua_cli.cli import plans
from thidua_cli.cli import stacks as s
from thidua_cli.cli.helping import Spoken
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, write
from thidua_cli.cli.typed import free_name
from thidua_cli.text.language import Message, joined, t

if TYPE_CHECKING:
    from thidua_cli.plan.model import Plan
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
    templates, and what a person must still decide lie beside it. A ward or commune begins with the plan phuong-2026
    from 2026 on. In a folder that has a plan already, that plan stays and what is missing is made of it. Once a
    register of units is filled in, or groups are changed, the same command again lets the blank tables that nobody has
    filled in yet offer these; nothing else is changed.
    """
    from thidua_cli.plan.loading import FILE_NAME

    _a_folder(folder)
    there = folder / FILE_NAME
    if not there.is_file():
        _new(folder, year, place, plan_path, screen)
        return
    if plan_path is not None and plan_path.resolve() != there.resolve():
        say(t("The plan of the folder is kept: {path}; --plan is not used.", path=there), screen.lang, err=True)
    _complete(folder, year, place, screen)


def _new(folder: Path, year: int | None, place: str | None, plan_path: Path | None, screen: s.Screen) -> None:
    """A folder without a plan: one is moved to the year and the place, and all that belongs to it lies beside it."""
    from thidua_cli.calling import DROP_FILE, drop_file_for
    from thidua_cli.choosing import DATA_FOLDER
    from thidua_cli.plan.loading import WARD, builtin_plan_path, decode_plan, load_plan, read_plan_bytes, shipped_plan
    from thidua_cli.starting import new_year, refuse_other_years, usual_plan

    taken = (year is None, place is None)
    if sys.stdin.isatty() and sys.stdout.isatty():
        year = year or _asked_year(screen.lang)
        place = place or _asked(load_plan(plan_path or builtin_plan_path()).documents.place, screen.lang)
        taken = (False, False)
    usual = usual_plan(year, place)
    path = plan_path or shipped_plan(usual)
    made = new_year(decode_plan(read_plan_bytes(path), path.name), path.name, year=year, place=place)
    files = {**made.files, DROP_FILE: drop_file_for(folder, DATA_FOLDER)}
    there = [name for name in files if os.path.lexists(folder / name)]
    files = {name: data for name, data in files.items() if name not in there}
    data = []
    if folder.is_dir():
        with shown_progress(screen.lang, screen.quiet) as progress:
            data = refuse_other_years(folder, made.plan, progress)
    written = write(folder, files).paths
    if any(taken):
        say(_taken(made.plan, folder, *taken), screen.lang, err=True)
    if plan_path is None and usual == WARD:
        say(_ward(folder, made.plan), screen.lang, err=True)
    if data:
        say(_judged(data), screen.lang, err=True)
    if there:
        say(t("Kept as they are: {names}.", names=", ".join(there)), screen.lang, err=True)
    if not screen.quiet:
        _show_made(made, folder, written, None, screen.lang)


def _complete(folder: Path, year: int | None, place: str | None, screen: s.Screen) -> None:
    """A folder with a plan: what is missing is made, blank tables take the units, and the screen says which did."""
    from thidua_cli.calling import DROP_FILE, drop_file_for
    from thidua_cli.choosing import DATA_FOLDER
    from thidua_cli.starting import refreshed

    with shown_progress(screen.lang, screen.quiet) as progress:
        found = refreshed(folder, progress, year=year, place=place)
    files = dict(found.files)
    if found.made and not os.path.lexists(folder / DROP_FILE):
        files[DROP_FILE] = drop_file_for(folder, DATA_FOLDER)
    done = [write(folder, files)] if files else []
    o.say_written(done, screen.lang)
    if screen.quiet:
        return
    written = [path for one in done for path in one.paths]
    if found.made is not None:
        _show_made(found.made, folder, written, found, screen.lang)
        return
    say(plans.line_of(found.plan, screen.lang))
    for line in _refreshed(found):
        say(line, screen.lang)
    for path in written:
        say(path)
    say(t("What is still missing: {check}", check=typed("check", str(folder))), screen.lang)


def _show_made(made: NewYear, folder: Path, written: Sequence[Path], found: Refreshed | None, lang: str) -> None:
    """What was made, what is to be decided, what comes next."""
    from thidua_cli.intake.opening.inputs import TO_DECIDE

    say(t("A folder for {year}: {title}", year=str(made.plan.year), title=made.plan.title), lang)
    for line in _refreshed(found) if found else ():
        say(line, lang)
    for one in written:
        say(one)
    say(t("Still to decide (also in {file}):", file=folder / TO_DECIDE), lang)
    for number, line in enumerate(made.to_decide, 1):
        say(f"  {number}. {line.text(lang)}")
    say(_next(folder), lang)


def _refreshed(found: Refreshed) -> Iterator[Message]:
    """How many units there are, which tables offer them now, which did before, and which were left as they are."""
    from thidua_cli.intake.opening.inputs import TEMPLATES
    from thidua_cli.starting.blanks import GROUP
    from thidua_cli.starting.refreshing import REGISTER_PATH

    if found.units:
        count, names = len(found.units), ", ".join(found.registers)
        yield t("{count:unit|units} in the register ({names}).", count=count, names=names)
    elif found.made is None:
        yield t("Nobody has filled in the register of units yet: {path}.", path=REGISTER_PATH)
    if found.made is None:
        restored = [name for name in found.files if name.startswith(TEMPLATES)]
        if anew := len(found.files) - len(restored):
            yield t("{count:blank table|blank tables} made anew after plan and register.", count=anew)
        if restored:
            yield t("Word templates that were missing: {names}.", names=", ".join(restored))
    if found.same:
        yield t("Blank tables that are right as they are: {names}.", names=", ".join(found.same))
    if found.left:
        yield t(
            "Left as they are, for somebody filled them in, saved them or put them there: {names}. Units to choose "
            "from can be written into the sheet “Danh mục chọn” of a table.",
            names=", ".join(found.left),
        )
    if found.groups:
        yield t(
            "{file} was filled in and is left as it is; its drop-down lacks groups of the plan: {groups}. Write them "
            "on its sheet “Danh mục chọn”, below “{head}”, in place of the old ones.",
            file=REGISTER_PATH,
            groups="; ".join(found.groups),
            head=GROUP,
        )


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


def _taken(plan: Plan, folder: Path, year: bool, place: bool) -> Message:
    """What nobody said and was taken from the plan, and how to say it."""
    what = [t("the year {year}", year=str(plan.year))] if year else []
    what += [t("the place {place}", place=plan.documents.place)] if place else []
    words = ["--year", str(plan.year + 1)] if year else []
    words += ["--place", plan.documents.place] if place else []
    return t(
        "Nobody was asked, for this is no terminal; taken from the plan: {what}.\n"
        "A folder of another year or place, for example:\n  {command}",
        what=joined(what),
        command=typed("init", free_name(str(folder)), *words),
    )


def _ward(folder: Path, plan: Plan) -> Message:
    """That the plan for wards and communes was taken, and how to take another."""
    from thidua_cli.plan.loading import BUILTIN, WARD

    words = ("--year", str(plan.year), "--plan", BUILTIN)
    return t(
        "A ward or commune of {year}: begun with the plan {ward}, which comes with the program. With the plan of a "
        "city of 2021 (its groups, its five criteria), for example:\n  {command}",
        year=str(plan.year),
        ward=WARD,
        command=typed("init", free_name(str(folder)), *words),
    )


def _judged(data: Sequence[str]) -> Message:
    """That tables which were there before go by the new plan."""
    names = ", ".join(data[:5]) + (", …" if len(data) > 5 else "")
    return t(
        "{count:file|files} of data there already ({names}): from now on they go by this plan.",
        count=len(data),
        names=names,
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


def _next(folder: Path) -> Message:
    from thidua_cli.calling import DROP_FILE
    from thidua_cli.choosing import DATA_FOLDER

    plan = str(folder / "criteria.yaml")
    return t(
        "When all that is decided, look for slips in the plan:\n  {plan}\nand read it in words:\n  {show}\n"
        "Fill in the tables in {data} and copy the exports of the software there. What is missing:\n"
        "  {check}\nWhen nothing is missing:\n  {score}\n"
        "On Windows: drop workbooks or a folder on {file}, and the page of results opens.",
        data=folder / DATA_FOLDER,
        plan=typed("plan", "check", plan),
        show=typed("plan", "show", plan),
        check=typed("check", str(folder)),
        score=typed("score", str(folder)),
        file=folder / DROP_FILE,
    )
