"""``thidua init``: a new year's folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from thidua_cli.calling import shell_word
from thidua_cli.cli import options as o
from thidua_cli.cli import stacks as s
from thidua_cli.cli.saying import say, write
from thidua_cli.text.language import Message, t


@click.command("init")
@click.argument("folder", metavar="FOLDER", type=o.PATH)
@click.option(
    "--year", type=click.IntRange(2000, 2100), metavar="YEAR", help="The year of the movement (default: ask)."
)
@click.option("--place", metavar="NAME", help="Commune, city or authority, such as “Phường An Bình” (default: ask).")
@o.plan_option
@s.screen_options
def command(folder: Path, year: int | None, place: str | None, plan_path: Path | None, screen: s.Screen) -> None:
    """Makes a new year's folder, in which nothing that is there is overwritten.

    The plan is moved to --year and --place (asked for on a terminal); blank input workbooks with drop-downs, the Word
    templates, and what a person must still decide lie beside it.
    """
    from thidua_cli.calling import DROP_FILE, drop_file_for
    from thidua_cli.choosing import DATA_FOLDER
    from thidua_cli.errors import UsageError
    from thidua_cli.intake.opening.inputs import TO_DECIDE
    from thidua_cli.plan.loading import builtin_plan_path, decode_plan, load_plan, read_plan_bytes
    from thidua_cli.starting import new_year

    path = plan_path or builtin_plan_path()
    if sys.stdin.isatty() and sys.stdout.isatty():
        known = load_plan(path)
        year = year or click.prompt(t("Year").text(screen.lang), default=known.year, type=click.IntRange(2000, 2100))
        place = place or _asked(known.documents.place, screen.lang)
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
    if screen.quiet:
        return
    for one in written:
        say(str(one))
    say(t("Year {year}: {title}", year=str(made.year), title=made.title).text(screen.lang), err=True)
    say(t("Still to decide (also in {file}):", file=TO_DECIDE).text(screen.lang), err=True)
    for number, line in enumerate(made.to_decide, 1):
        say(f"  {number}. {line}", err=True)
    say(_next(folder, DATA_FOLDER, DROP_FILE).text(screen.lang), err=True)


def _asked(place: str, lang: str) -> str | None:
    answer: str = click.prompt(
        t("Commune, city or authority (Enter: {place})", place=place).text(lang), default="", show_default=False
    )
    return answer.strip() or None


def _next(folder: Path, data_name: str, drop_name: str) -> Message:
    data = str(folder / data_name)
    return t(
        "Fill in the tables in {data} and copy the exports of the software there. What is missing:\n"
        "  thidua check {folder}\nWhen nothing is missing:\n  thidua score {folder}\n"
        "On Windows: drop workbooks or a folder on {file}, and the page of results opens.",
        data=data,
        folder=shell_word(str(folder)),
        file=str(folder / drop_name),
    )
