"""Options that commands share, declared once, and what they mean in terms of the library."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click
from click.core import ParameterSource

from thidua_cli.cli.saying import say
from thidua_cli.errors import UsageError
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from thidua_cli.intake.tables import System
    from thidua_cli.outputs import Written
    from thidua_cli.result import Result

Command = TypeVar("Command", bound=Callable[..., Any])


class NamedPath(click.Path):
    """A path that names something: an empty word would mean the working folder, which nobody asked for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a message for an empty word."""
        if value == "":
            self.fail(t("the name is empty"), param, ctx)  # type: ignore[arg-type]  # said in any language
        return super().convert(value, param, ctx)


class OutPath(NamedPath):
    """A folder to write into: what ends as a file does is a slip, unless such a folder is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the folder, or a message."""
        path = Path(super().convert(value, param, ctx))
        if path.suffix.lower() in (".xlsx", ".xls", ".docx", ".pdf", ".html", ".json", ".csv") and not path.exists():
            example = path.with_suffix("")
            said = t("{path} is the name of a file; name a folder, for example {example}.", path=path, example=example)
            self.fail(said, param, ctx)  # type: ignore[arg-type]  # said in any language
        return path


class ResultPath(NamedPath):
    """A result: the file, or the folder of results that holds it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the file."""
        path = super().convert(value, param, ctx)
        inside = Path(path) / "result.json"
        return inside if inside.is_file() else path


class ShippedPath(NamedPath):
    """A plan, or the name of one that comes with the program."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the file."""
        from thidua_cli.plan.loading import SHIPPED, shipped_plan

        path = super().convert(value, param, ctx)
        name = str(path).casefold()
        return shipped_plan(name) if name in SHIPPED and not Path(path).exists() else path


class PlanPath(ShippedPath):
    """A plan: the file, the folder that holds it under the plan's usual name, or the name of one that comes along."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the file."""
        path = super().convert(value, param, ctx)
        inside = Path(path) / "criteria.yaml"
        return inside if inside.is_file() else path


PATH = NamedPath(path_type=Path, readable=False)  # whoever opens the file says why it cannot be read
RESULT_PATH = ResultPath(path_type=Path, readable=False)


class DayType(click.ParamType[date]):
    """A day as people write it, 31/12/2021, 31-12-2021 or 31.12.2021, or as programs do, 2021-12-31."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse the day, or fail with the form that is expected."""
        if isinstance(value, date):
            return value
        from datetime import UTC, datetime

        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
            try:
                return datetime.strptime(value.strip(), form).replace(tzinfo=UTC).date()
            except ValueError:
                continue
        said = t("“{value}” is no day; write it as 31/12/2021 or 2021-12-31.", value=value)
        return self.fail(said, param, ctx)  # type: ignore[arg-type]  # said in any language


def _expanded(ctx: click.Context, param: click.Parameter, value: tuple[Path, ...]) -> tuple[Path, ...]:
    if ctx.resilient_parsing:  # a shell asks what could follow
        return value
    from thidua_cli.intake.opening.inputs import expanded

    return tuple(expanded(value))


data_argument = click.argument("data", nargs=-1, required=True, type=PATH, metavar="DATA...", callback=_expanded)
more_data_argument = click.argument("data", nargs=-1, type=PATH, metavar="[DATA]...", callback=_expanded)
plan_argument = click.argument(
    "plan_path", metavar="[FILE]", required=False, type=ShippedPath(path_type=Path, readable=False)
)
plan_option = click.option(
    "--plan",
    "plan_path",
    type=PlanPath(path_type=Path, readable=False),
    metavar="FILE",
    help="The plan: a file, or phuong-2026 or thanh-pho-2021, which come with the program (default: criteria.yaml "
    "beside the data, then ./criteria.yaml, then thanh-pho-2021).",
)
mapping_option = click.option(
    "--mapping",
    "mapping_path",
    type=PATH,
    metavar="FILE",
    help="The office's mapping file (heads, statuses, names of units), used beside the plan.",
)


def _asked(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """What stands behind the command rules over what stands before it, and that over the environment."""
    given = ctx.get_parameter_source("lang") is ParameterSource.COMMANDLINE
    return value if given else ctx.find_root().obj or value


lang_option = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    callback=_asked,
    default="vi",
    show_default=True,
    envvar="THIDUA_LANG",
    show_envvar=True,
    help="Language of the screen.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Show neither progress nor reminders.")
colour_option = click.option("--no-color", is_flag=True, help="Use no colours.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON to standard output.")
strict_option = click.option("--strict", is_flag=True, help="Exit status 1 where a finding is an error.")
as_of_option = click.option(
    "--as-of",
    type=DayType(),
    metavar="DAY",
    help="Closing day of the data, on which the period ends (default: the period's last day).",
)
DEFAULT_OUT = Path("ket-qua")
out_option = click.option(
    "--out",
    type=OutPath(path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Folder of the results (default: ket-qua).",
)
format_option = click.option(
    "--format",
    "formats",
    metavar="LIST",
    default="",
    help="html,docx,xlsx,json,pdf or names such as to-trinh.docx (default: all but pdf).",
)
overwrite_option = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace results that were edited too (default: they are kept under another name), and good ones by those of "
    "data of another year or period (default: refused).",
)
templates_option = click.option(
    "--templates",
    type=PATH,
    metavar="FOLDER",
    help="The office's Word templates (default: the folder mau-word beside the plan, if there is one).",
)
previous_option = click.option(
    "--previous",
    type=RESULT_PATH,
    metavar="RESULT.json",
    help="The result of the year before: the report compares with it.",
)
open_option = click.option("--open", "open_page", is_flag=True, help="Open the page in the browser when done.")
system_option = click.option(
    "--system",
    "systems",
    multiple=True,
    metavar="FILE=SYSTEM",
    help="Say where a file was exported from: one_stop, public_service or logbook.",
)
skip_option = click.option(
    "--skip-unreadable",
    is_flag=True,
    help="Provisional: leave out what cannot be read, pass over what is missing (the first line says so).",
)
limits_option = click.option(
    "--limits",
    type=click.IntRange(1, 64),
    default=1,
    metavar="TIMES",
    help="Raise the limits of size, cells and reading time by this factor, for very large files that can be trusted.",
)


def previous_result(path: Path | None) -> Result | None:
    """The result of the year before, for the report's comparison."""
    from thidua_cli.result_file import load as load_result

    return None if path is None else load_result(path)


def say_not_issued(names: Sequence[str], lang: str, *, err: bool = False) -> None:
    """Which documents there is no reason for: beside the files that were written."""
    if names:
        said = t("{names}: not made, for nobody is commended yet.", names=", ".join(names))
        say(said, lang, err=err)


def system_of(text: str) -> tuple[str, System]:
    """The file and the system that ``--system FILE=SYSTEM`` says."""
    from thidua_cli.intake.tables import System
    from thidua_cli.text.language import t
    from thidua_cli.text.nearness import did_you_mean, nearest

    name, separator, system = text.rpartition("=")
    word = system.strip().casefold().replace("-", "_")
    if not separator or word not in list(System):
        raise UsageError(
            t(
                "--system “{text}” is not of the form FILE=SYSTEM.{near}",
                text=text,
                near=did_you_mean(nearest(word, System) if separator else []),
            ),
            hint=t(
                "For example --system “mot-cua.xlsx=one_stop”; a system is one of {systems}.",
                systems=", ".join(System),
            ),
        )
    return name, System(word)


def say_written(written: Iterable[Written], lang: str) -> None:
    """What was kept under a new name and what stays of an earlier run: said also with --quiet, on standard error."""
    for one in written:
        for old, new in one.kept.items():
            edited = t("{old} was edited: the edited one is kept as {new} (--overwrite replaces it).", old=old, new=new)
            say(edited, lang, err=True)
        if one.stale:
            said = t("Left of an earlier run, not of this one").text(lang)
            say(f"{said}: {', '.join(one.stale)}.", err=True)


def other_inputs(*paths: Path | None) -> list[Path]:
    """What a command reads beside the data: files, and the Word templates of a folder."""
    given = [path for path in paths if path is not None]
    inside = [file for folder in given if folder.is_dir() for file in sorted(folder.glob("*.docx"))]
    return [*given, *inside]


def say_own(names: Sequence[str], lang: str, quiet: bool) -> None:
    """Which files the program wrote itself and did not read, on standard error."""
    if names and not quiet:
        words = t("Written by thidua itself, not read").text(lang)
        say(f"{words}: {', '.join(names)}.", err=True)


def own_of(result: Result) -> list[str]:
    """The files that a result names as written by the program itself."""
    return [finding.file for finding in result.findings if finding.code == "own_output" and finding.file]


def language(lang: str) -> Literal["vi", "en"]:
    """The screen's language as the library takes it."""
    return "en" if lang == "en" else "vi"


def colour_wanted(no_color: bool) -> bool:
    """Colour only for a terminal, unless the user or the environment says no."""
    import os

    unwanted = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not unwanted and sys.stdout.isatty()


def open_page(page: Path) -> None:
    """Open a page in the browser; nothing where nobody sits before a terminal."""
    import webbrowser

    if sys.stdout.isatty():
        webbrowser.open(page.resolve().as_uri())
