"""``thidua score``: the main job."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.cli import options as o
from thidua_cli.cli import typed
from thidua_cli.cli.progress import shown_progress
from thidua_cli.cli.saying import say, say_bytes, write

if TYPE_CHECKING:
    from thidua_cli.result import Result

DEFAULT_OUT = Path("ket-qua")


@click.command("score")
@o.data_argument
@o.plan_option
@o.mapping_option
@o.out_option
@o.format_option
@o.templates_option
@o.previous_option
@o.overwrite_option
@o.as_of_option
@o.reading_options
@click.option("--details", is_flag=True, help="Màn hình hiện cả mức còn thiếu, tên từng người, từng lưu ý.")
@o.strict_option
@o.json_option
@o.lang_option
@o.quiet_option
@o.colour_option
def command(
    data: tuple[Path, ...],
    plan_path: Path | None,
    mapping_path: Path | None,
    out: Path | None,
    formats: str,
    templates: Path | None,
    previous: Path | None,
    overwrite: bool,
    as_of: date | None,
    systems: tuple[str, ...],
    skip_unreadable: bool,
    details: bool,
    strict: bool,
    as_json: bool,
    lang: str,
    quiet: bool,
    no_color: bool,
) -> int:
    """Đọc số liệu, chấm theo kế hoạch, xếp hạng, lập hồ sơ đề nghị khen thưởng.

    Reads DATA (workbooks, CSV files, folders), judges, ranks, proposes; prints the standings and writes result.json
    and the reports into --out. With --json the result goes to standard output, and files are written only with --out.
    """
    from thidua_cli.outputs import check_writable, refuse_inputs
    from thidua_cli.reports.rendering import FAMILY, RESULT, chosen_files, not_issued, render

    names = chosen_files([word for word in formats.split(",") if word.strip()])
    folder = out or (None if as_json else DEFAULT_OUT)
    chosen, templates = templates, o.templates_beside(plan_path, templates)
    writes = [folder / name for name in names] if folder is not None else []
    if folder is not None:
        check_writable(folder)
        refuse_inputs(writes, [*data, *o.other_inputs(plan_path, mapping_path, templates, previous)])
    plan = o.load(plan_path, mapping_path)
    from thidua_cli.pipeline import judge, read

    options = replace(o.read_options(systems, skip_unreadable), out=folder, writes=writes)
    with shown_progress(lang, quiet) as progress:
        reading = read(data, plan, options, progress)
        result = judge(reading.intake, plan, as_of or plan.period_end, accept_refused=skip_unreadable)
        before = o.previous_result(previous)
        files = {}
        if folder is not None:
            files = render(result, names, templates=templates, previous=before, progress=progress)
    written = [write(folder, files, overwrite=overwrite, family=FAMILY)] if folder is not None else []
    if as_json:
        say_bytes(files.get(RESULT) or result.to_json())
        o.say_own([finding.file for finding in reading.own], lang, quiet)
    else:
        own = [(finding.file, str(finding.params["kind"])) for finding in reading.own]
        commands = {} if quiet else _next(details=details)
        _show(result, folder, list(files), own, commands, lang=lang, details=details, no_color=no_color)
        o.say_not_issued(not_issued(result, names) if files else [], lang)
    o.say_written(written, lang)
    if folder is not None:
        o.say_templates(templates, chosen, lang)
    return 1 if strict and any(finding.severity == "error" for finding in result.findings) else 0


def _next(*, details: bool) -> dict[str, str]:
    """What to type next, by what it shows."""
    again = {} if details else {"details": typed.again("score", "--details")}
    return {"check": typed.again("check", "--fix-list", "can-sua.xlsx", only=typed.READING), **again}


def _show(
    result: Result,
    folder: Path | None,
    names: list[str],
    own: list[tuple[str, str]],
    commands: dict[str, str],
    *,
    lang: str,
    details: bool,
    no_color: bool,
) -> None:
    from thidua_cli.reports.terminal import render_details, render_standings

    colour = o.colour_wanted(no_color)
    text = (render_details if details else render_standings)(
        result,
        width=o.screen_width(),
        colour=colour,
        lang=o.language(lang),
        files=names,
        out_dir=str(folder or ""),
        own=own,
        commands=commands,
    )
    say(text, colour=colour)
